"""The queries behind pages: each runs as it stands, is used, and puts in nothing but terms."""

import re

import pyoxigraph as ox
import pytest

from built import BASE, ROOT
from described_data import store_of_corpus
from questions_rdf import query
from questions_rdf.resources import asking

FOLDER = ROOT / "queries" / "pages"
FILES = sorted(FOLDER.glob("*.rq"))
TERMS = re.compile(r"\bqp:(\w+)")


def test_there_are_queries() -> None:
    assert len(FILES) > 15


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_query_runs_as_it_stands_and_says_what_it_gives(path: str) -> None:
    text = FOLDER.joinpath(path).read_text(encoding="utf-8")
    french, english, *_ = text.splitlines()
    assert re.fullmatch(r"# [A-ZÀ-Ý].*\.", french)
    assert re.fullmatch(r"# [A-Z].*\.", english)
    results = ox.Store().query(text)  # no base and no prefix from outside
    assert isinstance(results, ox.QuerySolutions)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_header_names_stands_in_the_query(path: str) -> None:
    text = FOLDER.joinpath(path).read_text(encoding="utf-8")
    head, _, body = text.partition("\nBASE ")
    examples = re.findall(r"^# \w+ = (.+)$", head, re.MULTILINE)
    assert examples
    assert all(example in body for example in examples)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_query_is_used(path: str) -> None:
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in (ROOT / "src/questions_rdf/resources").glob("*.py")
    )
    assert f'"{FOLDER.joinpath(path).stem}"' in code


def test_queries_use_defined_terms_only() -> None:
    graph = store_of_corpus().quads_for_pattern(None, None, None, query.ONTOLOGY_GRAPH)
    known = {getattr(quad.subject, "value", "") for quad in graph}
    used = {name for path in FILES for name in TERMS.findall(path.read_text(encoding="utf-8"))}
    assert len(used) > 15
    assert {name for name in used if f"{BASE}def#{name}" not in known} == set()


def test_what_is_put_in_is_a_term_and_never_code() -> None:
    with pytest.raises(ValueError, match="IRI"):
        asking.text("concepts", chose="https://example.org/> ?x ?y } #")
    text = asking.text("combien", lien="qp:groupe", chose="urn:x:y")
    assert "?question <" in text
    assert "qp:groupe" not in text
    assert "<urn:x:y>" in text
    both = asking.text("combien", chose="urn:qp:auteur", lien="qp:groupe")
    assert "<urn:qp:auteur>" in both


def test_a_query_without_its_limit_is_the_same_query() -> None:
    text = asking.text("questions-recentes")
    assert text.rstrip().endswith("LIMIT 20")
    assert asking.without_limit(text) == text.replace("LIMIT 20\n", "").rstrip() + "\n"
    assert asking.without_limit(asking.text("concepts")) == asking.text("concepts")
