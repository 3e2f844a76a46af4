"""Oxigraph's server."""

import re
import shlex

from questions_rdf.load.profile import Bulk, Profile


def _bulk(bulk: Bulk) -> tuple[str, ...]:
    graph = ["--graph", bulk.graph] if bulk.graph else []
    files = [word for file in bulk.files for word in ("--file", str(file))]
    return (
        "# the server must not be running on that folder meanwhile",
        shlex.join(["oxigraph", "load", "--location", "STORE", *graph, *files]),
    )


PROFILE = Profile(
    name="oxigraph",
    title="Oxigraph",
    base=re.compile(r".*"),
    tails=("/store", "/query", "/update"),
    write="/store",
    query="/query",
    update="/update",
    example="http://localhost:7878",
    bulk=_bulk,
    in_path=re.compile(r"/store$"),
    header=("Server", "Oxigraph/"),
)
