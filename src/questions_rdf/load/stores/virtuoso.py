"""OpenLink Virtuoso."""

import re

from questions_rdf.load.profile import Bulk, Move, Profile


def _bulk(bulk: Bulk) -> tuple[str, ...]:
    graph = _quoted(bulk.graph or "GRAPH")
    entries = [
        f"ld_dir({_quoted(str(file.parent))}, {_quoted(file.name)}, {graph});"
        for file in bulk.files
    ]
    lines = [*entries, "rdf_loader_run();", "checkpoint;"]
    folders = ", ".join(sorted({str(file.parent) for file in bulk.files}))
    return (
        f"# DirsAllowed in virtuoso.ini must name {folders}; isql asks for dba's password",
        "isql-vt localhost:1111 dba <<'END'\n" + "\n".join(lines) + "\nEND",
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


PROFILE = Profile(
    name="virtuoso",
    title="Virtuoso",
    base=re.compile(r".*"),
    tails=("/sparql-graph-crud-auth", "/sparql-graph-crud", "/sparql-auth", "/sparql"),
    write="/sparql-graph-crud-auth",
    query="/sparql",
    update="/sparql-auth",
    example="http://localhost:8890",
    bulk=_bulk,
    in_path=re.compile(r"/sparql-graph-crud(-auth)?$|/sparql-auth$"),
    header=("Server", "Virtuoso/"),
    takes_gzip=False,  # a body that is packed is answered with 500
    default_graph=None,
    move=Move.IN_STEPS,
    chunk=1024**2,
)
