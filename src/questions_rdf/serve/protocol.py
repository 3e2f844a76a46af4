"""The SPARQL 1.1 Protocol: method, address and body of a request become a question, or a refusal.

https://www.w3.org/TR/sparql11-protocol/
"""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from questions_rdf.serve import refusals
from questions_rdf.serve.refusals import Refusal

QUERY_TYPE = "application/sparql-query"
UPDATE_TYPE = "application/sparql-update"
FORM_TYPE = "application/x-www-form-urlencoded"
RDFLIB_DEFAULT = "urn:x-rdflib:default"
"""What rdflib's ``Dataset`` calls the default graph when it asks a server."""
_DATASET = ("default-graph-uri", "named-graph-uri")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*")

Pairs = list[tuple[str, str]]


class Asked(NamedTuple):
    """A query, and the graphs that it is about; none named: the data and its graphs."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @property
    def names_graphs(self) -> bool:
        """Whether the request says which graphs it is about."""
        return bool(self.default_graphs or self.named_graphs)


def asked(method: str, address: bytes, media_type: str, body: bytes) -> Asked | Refusal:
    """What is asked by a request.

    Args:
        method: ``GET`` or ``POST``; HEAD is a GET.
        address: what stands behind the question mark.
        media_type: the whole header, perhaps empty.
        body: the body, as it came.
    """
    try:
        in_address = _pairs(address)
        if method in {"GET", "HEAD"}:
            return _of_parameters(in_address)
        kind = media_type.partition(";")[0].strip().lower()
        if kind == UPDATE_TYPE:
            return refusals.UPDATE
        if kind == QUERY_TYPE:
            return _direct(in_address, body.decode("utf-8"))
        if kind == FORM_TYPE:
            return _of_parameters(in_address + _pairs(body))
    except UnicodeDecodeError:
        return refusals.NOT_UTF8
    return refusals.MEDIA_TYPE


def has_query(address: bytes) -> bool:
    """Whether an address asks anything, or is that of the endpoint itself."""
    try:
        return any(name in {"query", "update"} for name, _ in _pairs(address))
    except UnicodeDecodeError:
        return True


def _pairs(encoded: bytes) -> Pairs:
    """Names and values of a form.

    Raises:
        UnicodeDecodeError: if they are not in UTF-8.
    """
    pieces = (piece.partition(b"=") for piece in encoded.split(b"&") if piece)
    return [(_decoded(name), _decoded(value)) for name, _, value in pieces]


def _decoded(encoded: bytes) -> str:
    return unquote_to_bytes(encoded.replace(b"+", b" ")).decode("utf-8")


def _direct(in_address: Pairs, query: str) -> Asked | Refusal:
    if any(name == "update" for name, _ in in_address):
        return refusals.UPDATE
    if any(name == "query" for name, _ in in_address):
        return refusals.SEVERAL_QUERIES
    return _with_graphs(query, in_address)


def _of_parameters(pairs: Pairs) -> Asked | Refusal:
    queries = [value for name, value in pairs if name == "query"]
    if any(name in {"update", "using-graph-uri", "using-named-graph-uri"} for name, _ in pairs):
        return refusals.UPDATE
    if not queries:
        return refusals.NO_QUERY
    if len(queries) > 1:
        return refusals.SEVERAL_QUERIES
    return _with_graphs(queries[0], pairs)


def _with_graphs(query: str, pairs: Iterable[tuple[str, str]]) -> Asked | Refusal:
    pairs = [(name, value) for name, value in pairs if name in _DATASET]
    for _, value in pairs:
        if not _ABSOLUTE.fullmatch(value):
            return refusals.BAD_GRAPH.because(value[:200])
    default, named = (tuple(v for name, v in pairs if name == wanted) for wanted in _DATASET)
    return Asked(query, default, named)
