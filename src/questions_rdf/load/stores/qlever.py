"""QLever."""

import re
import shlex

from questions_rdf.load.profile import Authentication, Bulk, Move, Probe, Profile


def _bulk(bulk: Bulk) -> tuple[str, ...]:
    graph = bulk.graph or "-"
    packed = [file for file in bulk.files if file.suffix != ".nt"]
    files = [word for file in bulk.files for word in ("-f", str(file), "-g", graph)]
    said = [f"# unpack {file} first" for file in packed]
    return (*said, shlex.join(["qlever-index", "-i", "questions", "-F", "nt", *files]))


PROFILE = Profile(
    name="qlever",
    title="QLever",
    base=re.compile(r".*"),
    tails=(),
    write="",
    query="",
    update="",
    example="http://localhost:7001",
    bulk=_bulk,
    probe=Probe("", re.compile(r'"num-triples-normal"'), "cmd=stats"),
    takes_gzip=False,
    # Without FROM, a query is asked of all graphs together.
    default_graph=(
        "FROM <http://qlever.cs.uni-freiburg.de/builtin-functions/default-graph> WHERE { ?s ?p ?o }"
    ),
    move=Move.IN_STEPS,
    authentication=Authentication.TOKEN,
    chunk=1024**2,  # each update is kept in memory beside the index
    empty_write=False,
)
