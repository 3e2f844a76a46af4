"""What the endpoint says of itself: its service description, and the data set as VoID."""

from collections.abc import Iterator

import pyoxigraph as ox

from questions_rdf.prefixes import house_prefixes
from questions_rdf.serve.messages import Generation
from questions_rdf.serve.negotiation import ROWS, TRIPLES
from questions_rdf.serve.writing import GRAPHS

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_DCTERMS = "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_FORMATS = "http://www.w3.org/ns/formats/"
_FORMAT_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
}
_Node = ox.NamedNode | ox.BlankNode


def service(generation: Generation, endpoint: str, form: str) -> bytes:
    """The service description (https://www.w3.org/TR/sparql11-service-description/)."""
    return _written(_service(generation, endpoint), form)


def dataset(generation: Generation, endpoint: str, form: str) -> bytes:
    """The data set as VoID (https://www.w3.org/TR/void/), with its endpoint."""
    node = ox.NamedNode(f"{generation.base}dataset")
    return _written(_dataset(generation, node, endpoint), form)


def _written(triples: Iterator[ox.Triple], form: str) -> bytes:
    prefixes = {**house_prefixes(), "sd": _SD}
    named = prefixes if form != "nt" else None
    return ox.serialize(list(triples), format=GRAPHS[form], prefixes=named) or b""


def _iri(namespace: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(namespace + name)


def _number(count: int) -> ox.Literal:
    return ox.Literal(str(count), datatype=_iri(_XSD, "integer"))


def _service(generation: Generation, endpoint: str) -> Iterator[ox.Triple]:
    node, a = ox.NamedNode(endpoint), _iri(_RDF, "type")
    yield ox.Triple(node, a, _iri(_SD, "Service"))
    yield ox.Triple(node, _iri(_SD, "endpoint"), node)
    yield ox.Triple(node, _iri(_SD, "supportedLanguage"), _iri(_SD, "SPARQL11Query"))
    for form in (*ROWS, *TRIPLES):
        written = _iri(_FORMATS, _FORMAT_NAMES[form.name])
        yield ox.Triple(node, _iri(_SD, "resultFormat"), written)
    data = ox.BlankNode("dataset")
    yield ox.Triple(node, _iri(_SD, "defaultDataset"), data)
    yield ox.Triple(data, a, _iri(_SD, "Dataset"))
    default = ox.BlankNode("default")
    yield ox.Triple(data, _iri(_SD, "defaultGraph"), default)
    yield from _graph(default, generation.triples)
    for number, (name, triples) in enumerate(generation.named.items()):
        named, graph = ox.BlankNode(f"named{number}"), ox.BlankNode(f"graph{number}")
        yield ox.Triple(data, _iri(_SD, "namedGraph"), named)
        yield ox.Triple(named, a, _iri(_SD, "NamedGraph"))
        yield ox.Triple(named, _iri(_SD, "name"), ox.NamedNode(name))
        yield ox.Triple(named, _iri(_SD, "graph"), graph)
        yield from _graph(graph, triples)


def _graph(node: _Node, triples: int) -> Iterator[ox.Triple]:
    yield ox.Triple(node, _iri(_RDF, "type"), _iri(_SD, "Graph"))
    yield ox.Triple(node, _iri(_VOID, "triples"), _number(triples))


def _dataset(generation: Generation, node: _Node, endpoint: str) -> Iterator[ox.Triple]:
    yield ox.Triple(node, _iri(_RDF, "type"), _iri(_VOID, "Dataset"))
    yield ox.Triple(node, _iri(_VOID, "sparqlEndpoint"), ox.NamedNode(endpoint))
    yield ox.Triple(node, _iri(_VOID, "uriSpace"), ox.Literal(generation.base))
    yield ox.Triple(node, _iri(_VOID, "triples"), _number(generation.triples))
    if generation.as_of:
        day = ox.Literal(generation.as_of, datatype=_iri(_XSD, "date"))
        yield ox.Triple(node, _iri(_DCTERMS, "modified"), day)
    for name in ("ttl", "jsonld", "nt", "rdfxml"):
        yield ox.Triple(node, _iri(_VOID, "feature"), _iri(_FORMATS, _FORMAT_NAMES[name]))
    for number, (name, count) in enumerate(generation.classes.items()):
        part = ox.BlankNode(f"class{number}")
        yield ox.Triple(node, _iri(_VOID, "classPartition"), part)
        yield ox.Triple(part, _iri(_VOID, "class"), ox.NamedNode(name))
        yield ox.Triple(part, _iri(_VOID, "entities"), _number(count))
