"""The SPARQL 1.1 Protocol without a network: requests become questions or refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.serve import refusals
from questions_rdf.serve.protocol import FORM_TYPE, QUERY_TYPE, UPDATE_TYPE, Asked, asked, has_query
from questions_rdf.serve.refusals import Refusal


def test_a_query_comes_in_the_address_in_a_form_or_as_the_body() -> None:
    ways = [
        asked("GET", b"query=ASK+%7B%7D", "", b""),
        asked("HEAD", b"query=ASK%20%7B%7D", "", b""),
        asked("POST", b"", FORM_TYPE, b"query=ASK+%7B%7D"),
        asked("POST", b"", f"{QUERY_TYPE}; charset=utf-8", b"ASK {}"),
    ]
    assert ways == [Asked("ASK {}")] * 4


def test_graphs_are_named_in_the_address_and_in_the_form() -> None:
    address = b"default-graph-uri=urn:a&named-graph-uri=urn:b"
    assert asked("POST", address, FORM_TYPE, b"query=q&default-graph-uri=urn%3Ac") == Asked(
        "q", ("urn:a", "urn:c"), ("urn:b",)
    )
    assert asked("POST", address, QUERY_TYPE, b"q") == Asked("q", ("urn:a",), ("urn:b",))


@pytest.mark.parametrize(
    ("method", "address", "media_type", "body", "refusal"),
    [
        ("GET", b"", "", b"", refusals.NO_QUERY),
        ("GET", b"query=a&query=b", "", b"", refusals.SEVERAL_QUERIES),
        ("POST", b"query=a", FORM_TYPE, b"query=b", refusals.SEVERAL_QUERIES),
        ("POST", b"query=a", QUERY_TYPE, b"b", refusals.SEVERAL_QUERIES),
        ("GET", b"update=a", "", b"", refusals.UPDATE),
        ("POST", b"", UPDATE_TYPE, b"DROP ALL", refusals.UPDATE),
        ("POST", b"", FORM_TYPE, b"update=DROP+ALL", refusals.UPDATE),
        ("POST", b"", FORM_TYPE, b"query=a&using-graph-uri=urn:a", refusals.UPDATE),
        ("POST", b"", "text/plain", b"a", refusals.MEDIA_TYPE),
        ("POST", b"", "", b"query=a", refusals.MEDIA_TYPE),
        ("GET", b"query=%FF", "", b"", refusals.NOT_UTF8),
        ("POST", b"", QUERY_TYPE, b"\xff", refusals.NOT_UTF8),
    ],
)
def test_what_makes_no_sense_is_refused(
    method: str, address: bytes, media_type: str, body: bytes, refusal: Refusal
) -> None:
    assert asked(method, address, media_type, body) is refusal


@pytest.mark.parametrize("graph", ["a", "", "urn:a b", "urn:<a>", "../x"])
def test_a_graph_has_an_absolute_iri(graph: str) -> None:
    found = asked("GET", f"query=a&default-graph-uri={graph.replace(' ', '%20')}".encode(), "", b"")
    assert isinstance(found, Refusal)
    assert found.code == refusals.BAD_GRAPH.code


@given(st.binary(max_size=200), st.binary(max_size=200), st.sampled_from([FORM_TYPE, QUERY_TYPE]))
def test_any_bytes_are_a_question_or_refused(address: bytes, body: bytes, kind: str) -> None:
    assert isinstance(asked("POST", address, kind, body), Asked | Refusal)
    assert isinstance(has_query(address), bool)
