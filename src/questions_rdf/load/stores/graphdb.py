"""Ontotext GraphDB."""

import re
import shlex

from questions_rdf.load.profile import Bulk, Probe, Profile
from questions_rdf.load.stores import _repositories as repositories


def _bulk(bulk: Bulk) -> tuple[str, ...]:
    load = ["importrdf", "preload", "--force", "--id", "REPOSITORY"]
    warning = "# the server must be stopped; what the repository holds is replaced"
    if bulk.graph is None:
        return warning, shlex.join([*load, *map(str, bulk.files)])
    # importrdf has no option for a graph: the graph has to stand in the file.
    script = rf"s|[[:space:]]*\.$| <{bulk.graph}> .|".replace("&", r"\&")
    to_quads = f"sed {shlex.quote(script)}"
    return (
        warning,
        *(f"{_read(str(file))} | {to_quads} >> questions.nq" for file in bulk.files),
        shlex.join([*load, "questions.nq"]),
    )


def _read(file: str) -> str:
    command = {"gz": "gunzip -c", "zst": "zstd -dc"}.get(file.rpartition(".")[2], "cat")
    return f"{command} {shlex.quote(file)}"


PROFILE = Profile(
    name="graphdb",
    title="GraphDB",
    base=repositories.BASE,
    tails=repositories.TAILS,
    write=repositories.WRITE,
    query=repositories.QUERY,
    update=repositories.UPDATE,
    example="http://localhost:7200/repositories/questions",
    bulk=_bulk,
    header=("Server", "GraphDB"),
    probe=Probe("/rest/info/version", re.compile(r'"productType"')),
    takes_gzip=False,  # not tried
    default_graph=repositories.DEFAULT_GRAPH,
)
