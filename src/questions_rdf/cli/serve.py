"""``questions-rdf serve``: the output as a SPARQL endpoint."""

import hashlib
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import click

from questions_rdf.cli import _talk
from questions_rdf.errors import OutputError, UnreadableInputError

_MIB = 1024 * 1024
_SERVE_FOLDER = "serve"


@click.command()
@click.argument("data", type=click.Path(path_type=Path), default="out", metavar="[DATA]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8080,
    show_default=True,
    help="Port to listen on; 0 for any that is free.",
)
@click.option(
    "--public-url",
    metavar="URL",
    help="The address that others know the server by, behind a proxy. [default: as they say]",
)
@click.option(
    "--store",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder of the store. [default: one for DATA in the user's cache]",
)
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="A site that publish made of DATA, to be shown beside. [default: pages made on demand]",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Long queries at a time; short ones have workers of their own. [default: one a core]",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 3600),
    metavar="S",
    help="Seconds from a request to the end of its answer. [default: 30]",
)
@click.option(
    "--memory",
    type=click.IntRange(16, 1 << 20),
    metavar="MIB",
    help="What a query may use beside the store. [default: 1024]",
)
@click.option(
    "--max-query",
    type=click.IntRange(100),
    metavar="BYTES",
    help="Length of a query. [default: 1000000]",
)
@click.option(
    "--max-result",
    type=click.IntRange(1000),
    metavar="BYTES",
    help="Length of an answer before compression. [default: 268435456]",
)
@click.option(
    "--queue",
    type=click.IntRange(0),
    metavar="N",
    help="Requests that may wait for a worker. [default: 100]",
)
@click.option(
    "--log",
    "log",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write the access log there, as JSON lines; - for standard output.",
)
def command(  # noqa: PLR0913  (the options of the verb)
    data: Path,
    *,
    host: str,
    port: int,
    public_url: str | None,
    folder: Path | None,
    site: Path | None,
    workers: int | None,
    timeout: float | None,
    memory: int | None,
    max_query: int | None,
    max_result: int | None,
    queue: int | None,
    log: Path | None,
) -> None:
    """Serve DATA, a folder that a build wrote, as a SPARQL endpoint at /sparql.

    The data is loaded into a store on disk once. A new build in DATA is noticed and served, without
    a restart. What one query may use is limited: a query that wants more ends, the server does not.
    SIGTERM and Ctrl-C let requests under way end, for ten seconds.

    \b
    Examples:
      questions-rdf serve
      questions-rdf serve out --site site
      questions-rdf serve out-17 --port 8017 --log access.jsonl
      questions-rdf serve out --host 0.0.0.0 --timeout 10 --memory 512 --workers 4
    """
    import msgspec

    from questions_rdf.serve import libraries
    from questions_rdf.serve.building import Source
    from questions_rdf.serve.limits import Limits
    from questions_rdf.store import Talk

    libraries.needed()
    from questions_rdf.serve.port import Place
    from questions_rdf.serve.server import Settings, serve

    given = {
        "workers": workers,
        "timeout": timeout,
        "memory": memory and memory * _MIB,
        "max_query": max_query,
        "max_result": max_result,
        "queue": queue,
    }
    known = {name: value for name, value in given.items() if value is not None}
    limits = msgspec.structs.replace(Limits(), **known)
    source = Source(data, folder or _default_folder(data), Talk(_talk.tell, _talk.loading))
    with ExitStack() as stack:
        stream = _opened(log, stack) if log else None
        place = Place(host, port, public_url)
        serve(Settings(source, place, limits, stream, _talk.tell, _site(site)))


def _site(folder: Path | None) -> Path | None:
    """The folder of the site, if it is one."""
    from questions_rdf.site.account import SITE

    if folder and not (folder / SITE).is_file():
        raise UnreadableInputError(
            f"{folder} is no site, or not whole: questions-rdf publish makes it"
        )
    return folder


def _default_folder(data: Path) -> Path:
    """A folder for this data in the user's cache: the last part of its name tells it to people."""
    from questions_rdf.user_cache import default_folder

    place = data.absolute()
    digest = hashlib.sha256(os.fsencode(place)).hexdigest()[:8]
    return default_folder(os.environ) / _SERVE_FOLDER / f"{place.name or 'data'}-{digest}"


def _opened(log: Path, stack: ExitStack) -> BinaryIO:
    if str(log) == "-":
        return stack.enter_context(open(sys.stdout.fileno(), "ab", buffering=0, closefd=False))
    try:
        return stack.enter_context(log.open("ab", buffering=0))
    except OSError as error:
        raise OutputError(f"cannot write {log}: {error.strerror}") from error
