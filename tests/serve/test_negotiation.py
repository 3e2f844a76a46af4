"""Which form an answer takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.serve.negotiation import (
    PROBLEM,
    ROWS,
    TRIPLES,
    chosen,
    coding,
    matches,
    prefers_page,
)

FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("text/*", "csv"),
        ("text/tab-separated-values, text/csv;q=0.9", "tsv"),
        ("application/sparql-results+xml;q=0.5, application/sparql-results+json;q=0.4", "xml"),
        ("application/json", "json"),
        ("application/xml", "xml"),
        ("text/turtle", None),
        ("application/sparql-results+json;q=0", None),
        ("application/sparql-results+json;q=0, */*", "xml"),
        ("text/csv;q=nonsense", None),
        (FIREFOX, "xml"),
    ],
)
def test_rows_come_in_the_form_that_is_liked_best(accept: str, name: str | None) -> None:
    form = chosen(accept, ROWS)
    assert (form.name if form else None) == name


def test_triples_come_as_turtle_unless_asked_otherwise() -> None:
    wanted = ["*/*", "application/ld+json", "application/n-triples", "application/rdf+xml"]
    forms = [chosen(accept, TRIPLES) for accept in wanted]
    assert [form.name for form in forms if form] == ["ttl", "jsonld", "nt", "rdfxml"]


def test_a_page_is_for_browsers() -> None:
    assert prefers_page(FIREFOX)
    assert not prefers_page("*/*")
    assert not prefers_page("text/turtle, text/html;q=0.5")


def test_the_coding_that_is_there_and_liked_is_taken() -> None:
    there = ("zstd", "gzip")
    assert coding("gzip, deflate, br, zstd", there) == "zstd"
    assert coding("gzip", there) == "gzip"
    assert coding("gzip;q=1, zstd;q=0.5", there) == "gzip"
    assert coding("", there) == "identity"
    assert coding("br", there) == "identity"
    assert coding("gzip;q=0, *", there) == "zstd"


def test_one_of_several_tags_is_enough() -> None:
    assert matches('"a", W/"b"', '"b"')
    assert not matches('"a"', '"b"')
    assert not matches("", '"b"')


@given(st.text(alphabet=st.characters(max_codepoint=255), max_size=100))
def test_any_header_is_understood_somehow(accept: str) -> None:
    chosen(accept, (*ROWS, *TRIPLES, PROBLEM))
    coding(accept, ("zstd", "gzip"))
