"""The tests of the W3C for the SPARQL 1.1 Protocol: queries are answered, updates refused."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

from built import SHARED
from endpoint import Endpoint, serving

FOLDER = SHARED / "w3c" / "sparql11-protocol"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DATA = "http://kasei.us/2009/09/sparql/data/"
FORMATS = {
    "boolean": r"application/sparql-results\+(json|xml)",
    "tabular": r"application/sparql-results\+(json|xml)|text/(csv|tab-separated-values)",
    "RDF": r"text/turtle|application/(rdf\+xml|n-triples|ld\+json)",
}

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"{FOLDER} is not here")


class Request(NamedTuple):
    """A request of a test, and what is expected."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    statuses: set[str]
    boolean: bool | None
    form: str | None


class _Manifest:
    """The manifest, asked for values."""

    def __init__(self, path: Path) -> None:
        self.store = ox.Store()
        self.store.load(path=path, format=ox.RdfFormat.TURTLE, base_iri="urn:manifest")

    def values(self, node: ox.NamedNode | ox.BlankNode, name: str) -> list[str]:
        found = self.store.quads_for_pattern(node, ox.NamedNode(name), None)
        return [str(getattr(quad.object, "value", "")) for quad in found]

    def one(self, node: ox.NamedNode | ox.BlankNode, name: str) -> str | None:
        return next(iter(self.values(node, name)), None)

    def node(self, node: ox.NamedNode | ox.BlankNode, name: str) -> ox.NamedNode | ox.BlankNode:
        (quad,) = self.store.quads_for_pattern(node, ox.NamedNode(name), None)
        assert isinstance(quad.object, ox.NamedNode | ox.BlankNode)
        return quad.object

    def items(
        self, node: ox.NamedNode | ox.BlankNode, name: str
    ) -> Iterator[ox.NamedNode | ox.BlankNode]:
        if not self.values(node, name):
            return
        item = self.node(node, name)
        while item != ox.NamedNode(f"{RDF}nil"):
            yield self.node(item, f"{RDF}first")
            item = self.node(item, f"{RDF}rest")

    def requests(self, test: ox.NamedNode | ox.BlankNode) -> Iterator[Request]:
        for request in self.items(self.node(test, f"{MF}action"), f"{HT}requests"):
            response = self.node(request, f"{HT}resp")
            boolean = self.one(response, f"{MF}expectedBoolean")
            yield Request(
                method=self.one(request, f"{HT}methodName") or "",
                path=self.one(request, f"{HT}absolutePath") or "",
                headers={
                    self.one(header, f"{HT}fieldName") or "": self.one(header, f"{HT}fieldValue")
                    or ""
                    for header in self.items(request, f"{HT}headers")
                },
                body=self._body(request),
                statuses={value[-3] for value in self.values(response, f"{MF}expectedStatus")},
                boolean=None if boolean is None else boolean == "true",
                form=self.one(response, f"{MF}expectedFormat"),
            )

    def _body(self, request: ox.NamedNode | ox.BlankNode) -> bytes:
        if not self.values(request, f"{HT}body"):
            return b""
        body = self.node(request, f"{HT}body")
        encoding = self.one(body, f"{CNT}characterEncoding") or "UTF-8"
        return (self.one(body, f"{CNT}chars") or "").encode(encoding)


@cache
def suite() -> dict[str, list[Request]]:
    """Name → requests."""
    if not FOLDER.is_dir():
        return {}
    manifest = _Manifest(FOLDER / "manifest.ttl")
    (root,) = {
        quad.subject
        for quad in manifest.store.quads_for_pattern(None, ox.NamedNode(f"{MF}entries"), None)
    }
    assert isinstance(root, ox.NamedNode | ox.BlankNode)
    return {
        str(getattr(test, "value", "")).rpartition("#")[2]: list(manifest.requests(test))
        for test in manifest.items(root, f"{MF}entries")
    }


QUERIES = [name for name in suite() if "update" not in name]
UPDATES = [name for name in suite() if "update" in name]


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    """A server of the data of the tests, each file a graph of its own."""
    folder = tmp_path_factory.mktemp("w3c")
    quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(f"{DATA}{path.stem}.rdf"))
        for path in sorted(FOLDER.glob("data*.nt"))
        for quad in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES)
    ]
    data = folder / "data.jsonld"
    data.write_bytes(ox.serialize(quads, format=ox.RdfFormat.JSON_LD) or b"")
    with serving(data, folder / "served") as one:
        yield one


def test_all_tests_are_there() -> None:
    assert (len(QUERIES), len(UPDATES)) == (20, 14) or not FOLDER.is_dir()


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_is_answered_as_the_protocol_has_it(name: str, graphs: Endpoint) -> None:
    for request in suite()[name]:
        got = graphs.ask(
            request.path, request.method, request.body or None, headers=request.headers
        )
        assert str(got.status)[0] in request.statuses, got
        kind = got.headers.get("content-type", "").partition(";")[0]
        if request.form:
            assert re.fullmatch(FORMATS[request.form], kind), got
        if request.boolean is not None:
            assert json.loads(got.body)["boolean"] is request.boolean


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_is_refused_with_its_reason(name: str, graphs: Endpoint) -> None:
    refused = []
    for request in suite()[name]:
        got = graphs.ask(
            request.path, request.method, request.body or None, headers=request.headers
        )
        if request.headers.get("content-type") != "application/sparql-query":
            refused.append(got)
    assert refused
    for got in refused:
        assert 400 <= got.status < 500, got
        assert "code" in json.loads(got.body)
    good = {"update_post_form", "update_post_direct"}
    assert name not in good or {got.status for got in refused} >= {403}
