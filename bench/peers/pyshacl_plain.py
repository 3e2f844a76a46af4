"""pySHACL as it comes: the data, the lists and the shapes, parsed by rdflib and validated.

``python -m bench.peers.pyshacl_plain DATA.nt`` prints how many results there are.
"""

import sys
from pathlib import Path

import pyshacl
from rdflib import Graph
from rdflib.namespace import RDF, SH

from questions_rdf.files import data_folder


def main(data: Path) -> None:
    """Validate."""
    graph, shapes = Graph(), Graph()
    graph.parse(data, format="nt")
    graph.parse(data_folder("ontology") / "lists.ttl")
    for path in sorted(data_folder("shapes").glob("*.ttl")):
        shapes.parse(path)
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    if not isinstance(report, Graph):
        sys.exit(f"pySHACL gave up: {report}")
    print(sum(1 for _ in report.subjects(RDF.type, SH.ValidationResult)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
