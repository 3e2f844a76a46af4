"""The IRIs of the data under the server's own addresses, and the pages that it shows."""

import json
from urllib.parse import quote

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from endpoint import Endpoint
from questions_rdf.pages.query_page import POLICY
from questions_rdf.query_files import library

QUESTION = "question/QANR5L17QE2621"
HTML = {"Accept": "text/html"}


def led(endpoint: Endpoint, path: str, **headers: str) -> tuple[int, str]:
    got = endpoint.ask(path, headers={name.replace("_", "-"): v for name, v in headers.items()})
    return got.status, got.headers.get("location", "")


@pytest.mark.parametrize(
    ("accept", "language", "ending"),
    [
        ("text/html", "fr", "html"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "en-GB,en;q=0.9,fr;q=0.5", "en.html"),
        ("text/turtle", "en", "ttl"),
        ("application/ld+json, text/html;q=0.5", "fr", "jsonld"),
        ("application/n-triples", "fr", "nt"),
    ],
)
def test_a_thing_leads_to_a_document_in_the_form_and_language_that_is_liked_best(
    endpoint: Endpoint, accept: str, language: str, ending: str
) -> None:
    found = led(endpoint, f"/{QUESTION}", Accept=accept, Accept_Language=language)
    assert found == (303, f"/{QUESTION}.{ending}")


def test_the_documents_about_a_thing_are_one_graph(endpoint: Endpoint) -> None:
    forms = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt"}
    graphs = [
        rdflib.Graph().parse(data=endpoint.ask(f"/{QUESTION}.{ending}").body, format=form)
        for ending, form in forms.items()
    ]
    assert len(graphs[0]) > 50
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])


def test_the_page_of_a_thing_says_what_became_of_it(endpoint: Endpoint) -> None:
    french, english = (endpoint.ask(f"/{QUESTION}{end}") for end in (".html", ".en.html"))
    assert "avec 78&nbsp;jours de retard" in french.text
    assert "78&nbsp;days late" in english.text
    assert f'href="/{QUESTION}.en.html"' in french.text
    assert "frame-ancestors 'none'" in french.headers["content-security-policy"]
    for sheet in ("style.css", "resource/resource.css"):
        assert f'href="/assets/{sheet}"' in french.text
        assert endpoint.ask(f"/assets/{sheet}").headers["content-type"].startswith("text/css")


def test_a_document_is_not_sent_twice(endpoint: Endpoint) -> None:
    tags = set()
    for ending in ("html", "en.html", "ttl", "nt"):
        tag = endpoint.ask(f"/{QUESTION}.{ending}").headers["etag"]
        again = endpoint.ask(f"/{QUESTION}.{ending}", headers={"If-None-Match": tag})
        assert (again.status, again.body) == (304, b"")
        tags.add(tag)
    assert len(tags) == 4


def test_what_stands_on_the_page_of_another_thing_is_found_there(endpoint: Endpoint) -> None:
    rows = endpoint.query(
        "SELECT ?s { ?q <http://www.w3.org/ns/prov#wasDerivedFrom> ?s } LIMIT 1"
    ).body
    source = json.loads(rows)["results"]["bindings"][0]["s"]["value"].rpartition("/source/")[2]
    status, location = led(endpoint, f"/source/{source}", **HTML)
    assert status == 303
    assert location.startswith("/question/")
    assert location.endswith(f".html#source-{source}")


@pytest.mark.parametrize("path", ["question/QANR5L17QE0", "acteur/x%00y", "../etc/passwd", "a//b"])
@pytest.mark.parametrize("ending", ["", ".ttl", ".html"])
def test_what_is_not_there_is_told_as_the_client_reads_it(
    endpoint: Endpoint, path: str, ending: str
) -> None:
    page = endpoint.ask(f"/{path}{ending}", headers=HTML)
    assert (page.status, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Il n’y a rien à cette adresse." in page.text
    data = endpoint.ask(f"/{path}{ending}", headers={"Accept": "text/turtle"})
    assert (data.status, json.loads(data.body)["code"]) == (404, "not-found")


def test_the_ontology_is_a_document_too(endpoint: Endpoint) -> None:
    assert led(endpoint, "/def", Accept="text/turtle") == (303, "/def.ttl")
    terms = ox.parse(endpoint.ask("/def.ttl").body, format=ox.RdfFormat.TURTLE)
    named = "https://w3id.org/questions-parlementaires/def#QuestionEcrite"
    assert ox.NamedNode(named) in {quad.subject for quad in terms}


# -- The query page -------------------------------------------------------------------------------


def test_a_browser_gets_the_query_page_also_from_a_link_with_a_query(endpoint: Endpoint) -> None:
    for path in ("/sparql", f"/sparql?query={quote('ASK {}')}"):
        page = endpoint.ask(path, headers={"Accept": "text/html,*/*;q=0.8"})
        assert page.headers["content-security-policy"] == POLICY
        assert "Requêtes prêtes" in page.text
    assert "Ready queries" in endpoint.ask("/sparql?lang=en", headers=HTML).text
    assert endpoint.ask(f"/sparql?query={quote('ASK {}')}").text == '{"head":{},"boolean":true}'


def test_an_example_is_given_with_the_values_in_it(endpoint: Endpoint) -> None:
    text = endpoint.ask("/sparql/queries/questions-sur-un-mot?mot=pr%C3%A9vention").text
    assert text == library.named("questions-sur-un-mot").bound({"mot": "prévention"})


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("rapel", "did you mean rappel?"),
        ("rappel?jour=hier", '"hier" is no date'),
        ("rappel?mot=x", "rappel has no parameter 'mot'"),
        ("..%2Fx", "no query"),
    ],
)
def test_an_example_that_makes_no_sense_is_refused_in_words(
    endpoint: Endpoint, path: str, detail: str
) -> None:
    got = endpoint.ask(f"/sparql/queries/{path}")
    assert got.status in {400, 404}
    if got.status == 400:
        assert detail in json.loads(got.body)["detail"]
