"""Apache Jena Fuseki."""

import re
import shlex

from questions_rdf.load.profile import Bulk, Profile, in_update


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


def _replacing(source: str, target: str | None) -> str:
    """Not ``MOVE``: in TDB2 it loses triples where the two graphs have some in common.

    Seen in Jena 5.6.0, where ``COPY`` and ``ADD`` do the same after a ``DROP``. The operations of
    one request are one transaction.
    """
    triples = "{ ?s ?p ?o }"
    into = triples if target is None else f"{{ GRAPH <{target}> {triples} }}"
    return (
        f"DROP SILENT {in_update(target)} ; "
        f"INSERT {into} WHERE {{ GRAPH <{source}> {triples} }} ; "
        f"DROP GRAPH <{source}>"
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
    replacing=_replacing,
    # Whatever the configuration calls the default graph: it may be the union of all.
    default_graph="WHERE { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
)
