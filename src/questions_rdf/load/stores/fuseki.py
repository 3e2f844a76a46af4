"""Apache Jena Fuseki."""

import re
import shlex

from questions_rdf.load.profile import Bulk, Profile


def _bulk(bulk: Bulk) -> tuple[str, ...]:
    graph = [f"--graph={bulk.graph}"] if bulk.graph else []
    files = list(map(str, bulk.files))
    load = ["tdb2.tdbloader", "--loader=parallel", "--loc", "STORE", *graph, *files]
    said = ("# the server must not be running on that folder meanwhile", shlex.join(load))
    if bulk.graph:
        return said
    slower = shlex.join(["tdb2.xloader", "--loc", "STORE", *files])
    return (
        *said,
        "# beyond some hundred million triples, into a new folder, in bounded memory:",
        slower,
    )


PROFILE = Profile(
    name="fuseki",
    title="Apache Jena Fuseki",
    base=re.compile(r"(?P<root>.*)/[^/]+"),
    tails=("/data", "/get", "/query", "/sparql", "/update"),
    write="/data",
    query="/query",
    update="/update",
    example="http://localhost:3030/questions",
    bulk=_bulk,
    in_path=re.compile(r"/data$"),
    header=("Fuseki-Request-Id", ""),
    # Whatever the configuration calls the default graph: it may be the union of all.
    default_graph="WHERE { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
)
