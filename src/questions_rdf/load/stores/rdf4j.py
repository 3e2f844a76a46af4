"""Eclipse RDF4J Server."""

import re

from questions_rdf.load.profile import Bulk, Probe, Profile
from questions_rdf.load.stores import _repositories as repositories


def _bulk(bulk: Bulk) -> tuple[str, ...]:
    into = f" into <{bulk.graph}>" if bulk.graph else ""
    loads = (f"load {file}{into}" for file in bulk.files)
    lines = ("connect http://localhost:8080/rdf4j-server", "open REPOSITORY", *loads, "exit")
    return "# RDF4J has no bulk loader; its console reads files on its own machine", (
        "console.sh <<'END'\n" + "\n".join(lines) + "\nEND"
    )


PROFILE = Profile(
    name="rdf4j",
    title="Eclipse RDF4J",
    base=repositories.BASE,
    tails=repositories.TAILS,
    write=repositories.WRITE,
    query=repositories.QUERY,
    update=repositories.UPDATE,
    example="http://localhost:8080/rdf4j-server/repositories/questions",
    bulk=_bulk,
    in_path=re.compile(r"/rdf4j-server/repositories/"),
    # GraphDB answers so, too, and is asked first: its name comes before this one.
    probe=Probe("/protocol", re.compile(r"\A\s*[0-9]+\s*\Z")),
    default_graph=repositories.DEFAULT_GRAPH,
)
