"""rdflib: every triple into a Graph, then one of its serializers.

``python -m bench.peers.rdflib_graph CORPUS OUT.nt AS_OF``; the suffix says which format.
"""

import sys
from datetime import date
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node as Term

from bench.nodes import Triple, nodes, triples
from questions_rdf.prefixes import house_prefixes

_FORMATS = {".nt": "nt", ".ttl": "turtle", ".jsonld": "json-ld"}


def _object(triple: Triple) -> Term:
    if triple.is_iri:
        return URIRef(triple.value)
    datatype = URIRef(triple.datatype) if triple.datatype else None
    return Literal(triple.value, lang=triple.language, datatype=datatype, normalize=False)


def main(corpus: Path, out: Path, as_of: date) -> None:
    """Write the corpus."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in house_prefixes().items():
        graph.bind(prefix, namespace)
    for node in nodes(corpus, as_of):
        for triple in triples(node):
            graph.add((URIRef(triple.subject), URIRef(triple.predicate), _object(triple)))
    graph.serialize(destination=str(out), format=_FORMATS[out.suffix], encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
