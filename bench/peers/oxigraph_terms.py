"""pyoxigraph: every triple as its terms, and its serializer, as a stream.

``python -m bench.peers.oxigraph_terms CORPUS OUT.nt AS_OF``; the suffix says which format.
"""

import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from bench.nodes import Triple, nodes, triples
from questions_rdf.prefixes import house_prefixes

_FORMATS = {
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ttl": ox.RdfFormat.TURTLE,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


@cache
def _predicate(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _object(triple: Triple) -> ox.NamedNode | ox.Literal:
    if triple.is_iri:
        return ox.NamedNode(triple.value)
    if triple.language:
        return ox.Literal(triple.value, language=triple.language)
    datatype = _predicate(triple.datatype) if triple.datatype else None
    return ox.Literal(triple.value, datatype=datatype)


def _terms(corpus: Path, as_of: date) -> Iterator[ox.Triple]:
    for node in nodes(corpus, as_of):
        for triple in triples(node):
            subject = ox.NamedNode(triple.subject)
            yield ox.Triple(subject, _predicate(triple.predicate), _object(triple))


def main(corpus: Path, out: Path, as_of: date) -> None:
    """Write the corpus."""
    form = _FORMATS[out.suffix]
    prefixes = None if out.suffix == ".nt" else house_prefixes()
    ox.serialize(_terms(corpus, as_of), str(out), form, prefixes=prefixes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
