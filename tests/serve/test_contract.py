"""The contract of the endpoint, asked of a real server."""

import gzip
import io
import json
import subprocess
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
import rdflib
import zstandard
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, SPARQLWrapper

import npm
from built import BASE, seeds
from endpoint import Endpoint
from questions_rdf import query
from questions_rdf.data_files import data_files
from questions_rdf.prefixes import house_prefixes

QUESTION = "question/QANR5L17QE2621"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ONTOLOGY = "https://w3id.org/questions-parlementaires/def"
RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
TITLES = "SELECT ?q ?t { ?q a qp:Question ; dcterms:title ?t } ORDER BY ?q"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """The same data, embedded."""
    return query.loaded(data_files(seeds()[0]))


def rows(text: str, store: ox.Store) -> list[list[str]]:
    results = query.run(store, text)
    assert isinstance(results, ox.QuerySolutions)
    return query.solutions(results, "").rows


# -- Answers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("media_type", RESULTS)
def test_rows_in_every_format_are_those_of_the_embedded_store(
    endpoint: Endpoint, store: ox.Store, media_type: str
) -> None:
    got = endpoint.query(TITLES, media_type)
    assert got.headers["content-type"].partition(";")[0] == media_type
    parsed = ox.parse_query_results(got.body, format=RESULTS[media_type])
    assert isinstance(parsed, ox.QuerySolutions)
    assert query.solutions(parsed, "").rows == rows(TITLES, store)
    assert len(rows(TITLES, store)) == 5


def test_rows_as_csv_are_those_of_the_verb(endpoint: Endpoint, store: ox.Store) -> None:
    got = endpoint.query(TITLES, "text/csv")
    assert got.body == query.serialised(query.run(store, TITLES), "csv")


@pytest.mark.parametrize("media_type", GRAPHS)
def test_triples_in_every_format_are_one_graph(
    endpoint: Endpoint, store: ox.Store, media_type: str
) -> None:
    text = "CONSTRUCT WHERE { ?q a qp:Question ; dcterms:title ?t }"
    got = endpoint.query(text, media_type)
    parsed = {quad.triple for quad in ox.parse(got.body, format=GRAPHS[media_type])}
    assert parsed == set(query.run(store, text))  # type: ignore[arg-type]
    assert len(parsed) == 10


@pytest.mark.parametrize(
    ("accept", "body"),
    [
        ("application/sparql-results+json", b'{"head":{},"boolean":true}'),
        ("text/csv", b"true"),
    ],
)
def test_yes_or_no_has_a_format_too(endpoint: Endpoint, accept: str, body: bytes) -> None:
    assert endpoint.query("ASK { ?s a qp:Question }", accept).body == body


def test_relative_iris_are_those_of_the_data(endpoint: Endpoint) -> None:
    assert b"true" in endpoint.query(f"ASK {{ <{QUESTION}> a qp:Question }}").body


def test_a_query_is_posted_as_a_form_or_as_it_is(endpoint: Endpoint) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    direct = {"Content-Type": "application/sparql-query"}
    assert b"true" in endpoint.ask("/sparql", "POST", b"query=ASK+%7B%7D", form).body
    assert b"true" in endpoint.ask("/sparql", "POST", b"ASK {}", direct).body
    assert endpoint.ask("/sparql", "POST", b"ASK {}", {"Content-Type": "text/plain"}).status == 415


def test_the_graphs_of_a_request_are_those_it_names(endpoint: Endpoint) -> None:
    def count(**graphs: str) -> int:
        got = json.loads(endpoint.query(COUNT, **graphs).body)
        return int(got["results"]["bindings"][0]["n"]["value"])

    whole = count()
    assert whole == seeds()[1].triples
    assert count(**{"default-graph-uri": "urn:x-rdflib:default"}) == whole
    assert count(**{"default-graph-uri": "urn:nothing"}) == 0
    assert count(**{"named-graph-uri": ONTOLOGY}) == 0
    assert count(**{"default-graph-uri": ONTOLOGY}) > 1000


# -- Headers --------------------------------------------------------------------------------------


def test_what_was_seen_is_not_sent_again(endpoint: Endpoint) -> None:
    first = endpoint.query(TITLES)
    path = "/sparql?query=" + TITLES.replace(" ", "+").replace("?", "%3F").replace(";", "%3B")
    accept = {"Accept": "application/sparql-results+json"}
    before = endpoint.ask(path, headers=accept)
    again = endpoint.ask(path, headers={**accept, "If-None-Match": before.headers["etag"]})
    assert first.headers["etag"] == before.headers["etag"]
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == before.headers["etag"]


def test_each_form_has_a_tag_of_its_own(endpoint: Endpoint) -> None:
    asked = [
        endpoint.query("ASK {}"),
        endpoint.query("ASK {}", "text/csv"),
        endpoint.query("ASK { }"),
        endpoint.query("ASK {}", **{"default-graph-uri": "urn:a"}),
        endpoint.query("ASK {}", **{"named-graph-uri": "urn:a"}),
        endpoint.ask("/sparql?query=ASK+%7B%7D", headers={"Accept-Encoding": "gzip"}),
    ]
    assert len({got.headers["etag"] for got in asked}) == len(asked)
    assert {got.headers["vary"] for got in asked} == {"Accept, Accept-Encoding"}


def test_what_changes_by_itself_has_no_tag(endpoint: Endpoint) -> None:
    assert "etag" not in endpoint.query("SELECT (NOW() AS ?now) {}").headers


def test_answers_are_compressed_where_that_is_understood(endpoint: Endpoint) -> None:
    path = "/sparql?query=SELECT+*+%7B%3Fs+%3Fp+%3Fo%7D"
    plain = endpoint.ask(path).body
    zipped = endpoint.ask(path, headers={"Accept-Encoding": "gzip"})
    packed = endpoint.ask(path, headers={"Accept-Encoding": "zstd, gzip"})
    assert (zipped.headers["content-encoding"], packed.headers["content-encoding"]) == (
        "gzip",
        "zstd",
    )
    assert gzip.decompress(zipped.body) == plain
    reader = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed.body))
    assert reader.read() == plain
    assert len(packed.body) < len(plain) / 2


def test_head_is_get_without_the_body(endpoint: Endpoint) -> None:
    got, head = (endpoint.ask("/sparql?query=ASK+%7B%7D", method) for method in ("GET", "HEAD"))
    assert head.body == b""
    for name in ("content-type", "content-length", "etag", "vary"):
        assert head.headers[name] == got.headers[name]


def test_pages_of_others_may_ask(endpoint: Endpoint) -> None:
    asking = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    preflight = endpoint.ask("/sparql", "OPTIONS", headers=asking)
    assert preflight.status == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    for got in (preflight, endpoint.query("ASK {}"), endpoint.query("nonsense")):
        assert got.headers["access-control-allow-origin"] == "*"


# -- Refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "accept", "status", "code"),
    [
        ("nonsense", "*/*", 400, "malformed-query"),
        ("SELECT * { ?s qqq:p ?o }", "*/*", 400, "malformed-query"),
        ("ASK {}", "image/png", 406, "not-acceptable"),
        ("ASK {}", "text/turtle", 406, "not-acceptable"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv", 406, "not-acceptable"),
        ("INSERT DATA { <urn:a> <urn:a> 1 }", "*/*", 403, "update"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "*/*", 403, "service"),
        ("SELECT * " + "{" * 2196 + "}" * 2196, "*/*", 403, "too-complex"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "*/*", 403, "result-too-large"),
        ("SELECT * {} #" + "x" * 40_000, "*/*", 414, "long-address"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_refusal_says_why_in_both_languages(
    endpoint: Endpoint, text: str, accept: str, status: int, code: str
) -> None:
    got = endpoint.query(text, accept)
    problem = json.loads(got.body)
    assert (got.status, problem["code"]) == (status, code)
    assert problem["status"] == status
    assert problem["fr"] != problem["en"]
    assert "{" not in problem["fr"] + problem["en"]


def test_a_syntax_error_is_shown_where_it_is(endpoint: Endpoint) -> None:
    problem = json.loads(endpoint.query("SELECT * {\n ?s ?p }").body)
    assert "2:" in problem["detail"] or "line 2" in problem["detail"]


def test_a_body_that_is_too_large_is_not_read(endpoint: Endpoint) -> None:
    direct = {"Content-Type": "application/sparql-query"}
    got = endpoint.ask("/sparql", "POST", b"ASK {} #" + b"x" * 30_000, direct)
    assert got.status == 413


def test_a_query_that_takes_too_long_is_ended_in_time(endpoint: Endpoint) -> None:
    got = endpoint.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    assert (got.status, json.loads(got.body)["code"]) == (503, "timeout")
    assert int(got.headers["retry-after"]) > 0


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_there_is_no_way_to_change_the_data(endpoint: Endpoint, method: str) -> None:
    got = endpoint.ask("/sparql", method, b"x")
    assert got.status == 405
    assert "GET" in got.headers["allow"]


def test_a_person_is_told_on_a_page(endpoint: Endpoint) -> None:
    asked = {"Accept": "text/html,*/*;q=0.1", "Accept-Language": "en-GB"}
    got = endpoint.ask("/nothing/here", headers=asked)
    assert (got.status, got.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "There is nothing at this address." in got.text
    form = urlencode({"query": "<script>alert(1)</script>"}).encode()
    sent = {"Accept": "text/html,*/*;q=0.1", "Content-Type": "application/x-www-form-urlencoded"}
    got = endpoint.ask("/sparql", "POST", form, sent)
    assert got.status == 400
    assert b"<script>" not in got.body


# -- What the endpoint says of itself -------------------------------------------------------------


@pytest.mark.parametrize("path", ["/sparql", "/.well-known/void"])
@pytest.mark.parametrize("media_type", GRAPHS)
def test_descriptions_count_what_is_there(endpoint: Endpoint, path: str, media_type: str) -> None:
    got = endpoint.ask(path, headers={"Accept": media_type})
    graph = {quad.triple for quad in ox.parse(got.body, format=GRAPHS[media_type])}
    counts = {
        triple.object.value for triple in graph if triple.predicate.value.endswith("void#triples")
    }
    assert str(seeds()[1].triples) in counts
    assert ox.NamedNode(f"{endpoint.url}sparql") in {
        term for triple in graph for term in (triple.subject, triple.object)
    }


def test_the_classes_of_the_void_description_are_those_of_the_manifest(endpoint: Endpoint) -> None:
    graph = rdflib.Graph().parse(data=endpoint.ask("/.well-known/void").body, format="turtle")
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    found = {
        str(graph.value(part, void["class"])): int(str(graph.value(part, void.entities)))
        for part in graph.objects(None, void.classPartition)
    }
    assert found[f"{BASE}def#Question"] == 5


def test_health_and_metrics_are_for_machines(endpoint: Endpoint) -> None:
    assert endpoint.ask("/healthz").status == 200
    assert endpoint.ask("/readyz").text.startswith("ready\n")
    before = endpoint.metric("request_seconds_count")
    endpoint.query("ASK {}")
    assert endpoint.metric("request_seconds_count") >= before + 1
    for line in endpoint.ask("/metrics").text.splitlines():
        assert line.startswith("# ") or float(line.rpartition(" ")[2]) >= 0


def test_the_log_has_no_query_and_nobody_in_it(endpoint: Endpoint) -> None:
    text = "ASK { <urn:secret> ?p ?o }"
    endpoint.ask(
        "/sparql?query=" + text.replace(" ", "+").replace("?", "%3F"),
        headers={"Cookie": "secret=1", "Authorization": "Basic secret"},
    )
    log = endpoint.log.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in log.splitlines()]
    assert "secret" not in log
    assert "127.0.0.1" not in log
    last = next(line for line in reversed(lines) if line.get("path") == "/sparql")
    assert (last["method"], last["status"], last["outcome"]) == ("GET", 200, "ok")
    assert len(last["query"]) == 16


# -- Resources ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "extension"),
    [("text/turtle", "ttl"), ("application/ld+json", "jsonld"), ("application/n-triples", "nt")],
)
def test_a_thing_is_not_a_document_about_it(
    endpoint: Endpoint, accept: str, extension: str
) -> None:
    got = endpoint.ask(f"/{QUESTION}", headers={"Accept": accept})
    assert (got.status, got.headers["location"]) == (303, f"/{QUESTION}.{extension}")
    document = endpoint.ask(got.headers["location"])
    assert document.headers["content-type"].partition(";")[0] == accept
    triples = ox.parse(document.body, format=GRAPHS[accept])
    assert ox.NamedNode(BASE + QUESTION) in {quad.subject for quad in triples}


def test_what_the_data_does_not_know_is_not_found(endpoint: Endpoint) -> None:
    for path in ("/question/nothing", "/question/nothing.ttl", "/question/nothing.nt"):
        got = endpoint.ask(path, headers={"Accept": "text/turtle"})
        assert got.status == 404
    assert endpoint.ask(f"/{QUESTION}", headers={"Accept": "image/png"}).status == 406


# -- Clients that people use ----------------------------------------------------------------------


def test_comunica_gets_the_same_answers(endpoint: Endpoint, store: ox.Store) -> None:
    script = npm.installed("comunica") / "rows.mjs"
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in house_prefixes().items())
    command = ["node", str(script), f"{endpoint.url}sparql", f"{prefixes}{TITLES}", "q", "t"]
    made = subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert sorted(json.loads(made.stdout)) == sorted(rows(TITLES, store))


def test_sparqlwrapper_gets_the_same_answers(endpoint: Endpoint, store: ox.Store) -> None:
    wrapper = SPARQLWrapper(f"{endpoint.url}sparql")
    for method in ("GET", POST):
        wrapper.setMethod(method)
        wrapper.setQuery(TITLES)
        wrapper.setReturnFormat(JSON)
        found: Any = wrapper.queryAndConvert()
        shown = [[row["q"]["value"], row["t"]["value"]] for row in found["results"]["bindings"]]
        assert shown == rows(TITLES, store)
    wrapper.setReturnFormat(CSV)
    assert wrapper.queryAndConvert() == query.serialised(query.run(store, TITLES), "csv")
    wrapper.setQuery(f"DESCRIBE <{BASE}{QUESTION}>")
    wrapper.setReturnFormat(TURTLE)
    turtle: Any = wrapper.queryAndConvert()
    described = rdflib.Graph().parse(data=turtle, format="turtle")
    assert len(described) == len(list(query.run(store, f"DESCRIBE <{BASE}{QUESTION}>")))  # type: ignore[arg-type]


def test_rdflib_sees_the_data_as_a_graph_and_as_a_data_set(
    endpoint: Endpoint, store: ox.Store
) -> None:
    remote = SPARQLStore(f"{endpoint.url}sparql")
    graph = rdflib.Graph(store=remote)
    assert [[str(cell) for cell in row] for row in graph.query(_declared(TITLES))] == rows(  # type: ignore[union-attr]
        TITLES, store
    )
    assert len(list(graph.triples((rdflib.URIRef(BASE + QUESTION), None, None)))) == len(
        list(store.quads_for_pattern(ox.NamedNode(BASE + QUESTION), None, None, ox.DefaultGraph()))
    )
    dataset = rdflib.Dataset(store=SPARQLStore(f"{endpoint.url}sparql"))
    (count,) = list[Any](dataset.query(COUNT))
    assert int(count[0]) == seeds()[1].triples
    ontology = rdflib.Graph(store=dataset.store, identifier=rdflib.URIRef(ONTOLOGY))
    assert (rdflib.URIRef(f"{ONTOLOGY}#Question"), rdflib.RDF.type, rdflib.OWL.Class) in ontology


def _declared(text: str) -> str:
    declared = "PREFIX qp: <https://w3id.org/questions-parlementaires/def#>"
    return f"{declared} PREFIX dcterms: <http://purl.org/dc/terms/> {text}"
