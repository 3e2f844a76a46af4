"""The query page and its assets, as the server gives them; in a browser: test_query_browser.py."""

import hashlib
import json
import re
from datetime import date
from typing import Any

import pyoxigraph as ox
import pytest

from questions_rdf import query
from questions_rdf.pages.assets import STYLE, Vendored, asset, paths, vendored
from questions_rdf.pages.query_page import POLICY, query_page
from questions_rdf.pages.query_words import _WORDS, words
from questions_rdf.pages.vocabulary import terms
from questions_rdf.prefixes import expanded
from questions_rdf.query_files import library
from questions_rdf.query_files.header import Header, Words
from questions_rdf.query_files.library import Language

SCRIPTS = [path for path in paths() if path.startswith("query/") and path.endswith(".js")]
HOSTILE = "</script><script>alert(1)</script> 'x' \"y\" & {{ z }}"


def page(language: Language = "fr", **given: object) -> str:
    return query_page(language, library.library(), "/sparql", "/", **given)  # type: ignore[arg-type]


def settings(made: str) -> dict[str, Any]:
    """The block of JSON in the page."""
    found = re.search(r'<script type="application/json" id="settings">(.*?)</script>', made)
    assert found
    return dict(json.loads(found[1]))


# -- What the browser may do ----------------------------------------------------------------------


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    said = dict(part.split(" ", 1) for part in POLICY.split("; "))
    assert said["default-src"] == said["base-uri"] == said["frame-ancestors"] == "'none'"
    for kind in ("script-src", "style-src", "connect-src", "form-action"):
        assert said[kind] == "'self'"
    assert "unsafe" not in POLICY


def test_the_page_carries_the_policy_but_for_frames() -> None:
    """Browsers complain of ``frame-ancestors`` in a page."""
    stated = POLICY.partition("; frame-ancestors")[0].replace("'", "&#39;")
    assert f'http-equiv="Content-Security-Policy" content="{stated}"' in page()
    assert page().count("Content-Security-Policy") == 1


def test_the_page_has_no_script_and_no_style_inside() -> None:
    made = page()
    assert "<style" not in made
    assert not re.search(r"\s(?:style|on\w+)=", made)
    for tag in re.findall(r"<script[^>]*>", made):
        assert ' src="/assets/' in tag or 'type="application/json"' in tag


def test_everything_that_the_page_loads_is_there() -> None:
    loaded = re.findall(r'(?:href|src)="/assets/([^"]+)"', page())
    assert len(loaded) == 6
    for path in loaded:
        assert asset(path), path


@pytest.mark.parametrize("path", SCRIPTS)
def test_scripts_import_what_is_there(path: str) -> None:
    found = asset(path)
    assert found
    for name in re.findall(r'from "\./([^"]+)"', found.content.decode()):
        assert asset(f"query/{name}"), name


def test_hostile_text_stays_text() -> None:
    words_of_it = Words(HOSTILE, HOSTILE, (HOSTILE,))
    told = Header(words_of_it, words_of_it)
    made = query_page("fr", [library.QueryFile("x", told, "")], HOSTILE, HOSTILE)
    assert "<script>alert" not in made
    (example,) = settings(made)["examples"]
    assert example["title"] == HOSTILE


# -- What the page says ---------------------------------------------------------------------------


def test_the_page_is_in_french_and_in_english_and_each_leads_to_the_other() -> None:
    assert '<html lang="fr">' in page("fr")
    assert 'href="/sparql?lang=en" lang="en"' in page("fr")
    assert "Requêtes prêtes" in page("fr")
    assert '<html lang="en">' in page("en")
    assert 'href="/sparql?lang=fr" lang="fr"' in page("en")
    own = query_page("en", (), "/sparql", "/").replace("Français", "")
    assert not re.search(r">[^<]*[éèêàç][^<]*<", own.replace("</script>", "<"))


def test_without_scripts_there_is_a_form_and_the_examples() -> None:
    plain = re.findall(r"<noscript>(.*?)</noscript>", page(), re.DOTALL)[0]
    assert '<form action="/sparql" method="post"' in plain
    assert '<textarea id="plain-query" name="query"' in plain
    assert plain.count('href="/sparql/queries/') == len(library.library())


def test_the_first_query_has_an_answer_in_both_languages() -> None:
    for language in ("fr", "en"):
        text = str(settings(page(language))["first"])
        assert isinstance(ox.Store().query(text), ox.QuerySolutions)


def test_the_examples_are_all_there_with_their_parameters() -> None:
    told = {example["name"]: example for example in settings(page())["examples"]}
    assert set(told) == set(library.names())
    assert told["questions-a-un-ministere"]["parameters"] == [
        {
            "name": "ministere",
            "type": "word",
            "label": "partie du nom ou identifiant du ministère",
            "default": "santé",
            "values": [],
            "optional": False,
        },
        {
            "name": "legislature",
            "type": "integer",
            "label": "seulement cette législature",
            "default": "",
            "values": [],
            "optional": True,
        },
    ]


def test_the_day_of_the_data_is_the_default_where_it_stands_for_today() -> None:
    told = {e["name"]: e for e in settings(page(as_of=date(2026, 3, 1)))["examples"]}
    assert told["rappel"]["parameters"][0]["default"] == "2026-03-01"
    assert told["parution"]["parameters"][0]["default"] == "2025-04-22"


def test_every_word_of_the_scripts_is_there_and_no_other() -> None:
    scripts = "".join(asset(path).content.decode() for path in SCRIPTS)  # type: ignore[union-attr]
    assert set(re.findall(r'\bsay\("(\w+)"', scripts)) <= set(words("fr"))
    for name in words("fr"):
        assert f'"{name}"' in scripts, name


def test_both_languages_take_the_same_values() -> None:
    for french, english in _WORDS.values():
        assert set(re.findall(r"\{\w+\}", french)) == set(re.findall(r"\{\w+\}", english))


# -- Terms ----------------------------------------------------------------------------------------


def test_the_terms_are_those_of_the_ontology_in_the_language() -> None:
    french = {term.iri: term for term in terms("fr")}
    assert french[expanded("qp:QuestionEcrite")].kind == "class"
    assert french[expanded("qp:datePublication")].kind == "property"
    assert french[expanded("foaf:name")] == (expanded("foaf:name"), "property", "")
    assert {term.label for term in terms("en")} != {term.label for term in terms("fr")}
    defined = "SELECT ?t { GRAPH ?g { ?t a ?type } FILTER(?type IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty)) }"
    found = query.run(query.loaded(()), defined)
    assert {row["t"].value for row in found} <= set(french)  # type: ignore[union-attr]


# -- Assets ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", vendored(), ids=lambda one: one.folder)
def test_what_others_wrote_is_as_they_published_it(one: Vendored) -> None:
    for name in ("name", "version", "licence", "source", "source_sha512"):
        assert one.facts[name]
    assert {name: one.found.get(name) for name in one.sha256} == one.sha256
    assert {name.partition(".")[0] for name in one.found.keys() - one.sha256.keys()} <= {"LICENSE"}
    loaded = {path.partition("/")[2] for path in paths() if path.startswith(f"{one.folder}/")}
    assert loaded <= one.sha256.keys()


def test_there_is_a_library_of_others_with_its_licence() -> None:
    (yasgui,) = [one for one in vendored() if one.folder == "yasgui"]
    assert "LICENSE" in yasgui.found
    assert yasgui.facts["version"] == "4.6.2"
    assert asset("yasgui/LICENSE") is None  # it travels with the files, and is no part of the page


def test_an_asset_is_bytes_with_type_and_digest() -> None:
    found = asset(STYLE)
    assert found
    assert found.media_type == "text/css; charset=utf-8"
    assert found.sha256 == hashlib.sha256(found.content).hexdigest()
    assert found.content.startswith(b":root")


@pytest.mark.parametrize(
    "path", ["", "/", "../query_page.py", "query/../../style.css", "query", "nowhere.js", "\x00"]
)
def test_no_path_leads_anywhere_else(path: str) -> None:
    assert asset(path) is None
