"""Point queries over HTTP, ours beside Oxigraph's own server: ``python -m bench.endpoint DATA``.

Each request asks for the title of a question by its IRI, of as many different ones as there are.
Both servers answer from the same store, in turns; the server that is not asked is idle. The client
is one process with as many connections as wanted, which are kept; it shares the machine with the
servers, and its own time is told, too.
"""

import asyncio
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import click
import pyoxigraph as ox

from questions_rdf.store_contents import KEY_PATTERN

_TITLE = "http://purl.org/dc/terms/title"
_QUESTION = "https://w3id.org/questions-parlementaires/def#Question"
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
_SEED = 20261122


class Server(NamedTuple):
    """A server that runs: what it is called, and the path and port of its endpoint."""

    name: str
    port: int
    path: str


class Figures(NamedTuple):
    """What a round gave: requests a second, and seconds from a request to its answer."""

    rate: float
    median: float
    late: float  # 99 of 100 are quicker
    client: float  # share of one processor that the client needed


class _Client(asyncio.Protocol):
    """One connection, which sends the next request when an answer is there."""

    def __init__(self, requests: Iterator[bytes], times: list[float]) -> None:
        self._requests, self._times = requests, times
        self._got, self._begun = b"", 0.0
        self._transport: asyncio.Transport | None = None
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101
        self._transport = transport
        self._next()

    def _next(self) -> None:
        request = next(self._requests, None)
        if request is None or self._transport is None:
            if not self.done.done():
                self.done.set_result(None)
            return
        self._got, self._begun = b"", time.perf_counter()
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._got += data
        if not _is_whole(self._got):
            return
        if not self._got.startswith(b"HTTP/1.1 200") or b'"value"' not in self._got:
            self.done.set_exception(SystemExit(f"no answer: {self._got[:500]!r}"))
            return
        self._times.append(time.perf_counter() - self._begun)
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        if not self.done.done():
            self.done.set_exception(SystemExit("the server closed the connection"))


def _is_whole(got: bytes) -> bool:
    head, end, body = got.partition(b"\r\n\r\n")
    if not end:
        return False
    length = _LENGTH.search(head)
    return len(body) >= int(length[1]) if length else body.endswith(b"0\r\n\r\n")


async def _round(server: Server, requests: Sequence[bytes], connections: int) -> Figures:
    loop = asyncio.get_running_loop()
    rest, times = iter(requests), list[float]()
    begun, used = time.perf_counter(), time.process_time()
    clients = [
        (await loop.create_connection(lambda: _Client(rest, times), "127.0.0.1", server.port))[1]
        for _ in range(connections)
    ]
    await asyncio.gather(*(client.done for client in clients))
    took, used = time.perf_counter() - begun, time.process_time() - used
    times.sort()
    return Figures(
        len(times) / took, times[len(times) // 2], times[len(times) * 99 // 100], used / took
    )


def _requests(server: Server, questions: Sequence[str], count: int) -> list[bytes]:
    choice = random.Random(_SEED)  # noqa: S311
    texts = (
        f"SELECT ?title {{ <{choice.choice(questions)}> <{_TITLE}> ?title }}" for _ in range(count)
    )
    return [
        f"GET {server.path}?query={quote(text)} HTTP/1.1\r\nHost: localhost\r\n"
        "Accept: application/sparql-results+json\r\n\r\n".encode()
        for text in texts
    ]


@contextmanager
def _running(name: str, command: Sequence[object], port: int, path: str) -> Iterator[Server]:
    process = subprocess.Popen(  # noqa: S603  (what we wrote)
        list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(process, port)
        yield Server(name, port, path)
    finally:
        process.terminate()
        process.wait(20)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Until somebody listens; our store may have to be built first."""
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{process.args!r} ended")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _questions(store: ox.Store) -> list[str]:
    of_class = store.quads_for_pattern(None, None, ox.NamedNode(_QUESTION), ox.DefaultGraph())
    return sorted(str(getattr(quad.subject, "value", "")) for quad in of_class)


@click.command()
@click.argument("data", type=click.Path(path_type=Path, exists=True))
@click.option("--store", "folder", type=click.Path(path_type=Path), help="Keep the store here.")
@click.option("--requests", "count", default=20_000, show_default=True)
@click.option("--connections", default=16, show_default=True)
@click.option("--rounds", default=3, show_default=True)
def command(data: Path, folder: Path | None, count: int, connections: int, rounds: int) -> None:
    """Requests a second and the time of an answer, for both servers."""
    with ExitStack() as stack:
        folder = folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        servers = list(_servers(data, folder, stack))
        (kept,) = (path for path in folder.iterdir() if re.fullmatch(KEY_PATTERN, path.name))
        questions = _questions(ox.Store.read_only(str(kept / "oxigraph")))
        click.echo(f"{len(questions):,} questions, {connections} connections\n")
        click.echo("| server | requests/s | median ms | p99 ms | client, processors |")
        click.echo("|---|---|---|---|---|")
        for server in servers:  # once, unheard: files and caches get warm
            asyncio.run(_round(server, _requests(server, questions, count // 10), connections))
        for _ in range(rounds):
            for server in servers:
                found = _requests(server, questions, count)
                _print(server, asyncio.run(_round(server, found, connections)))


def _servers(data: Path, folder: Path, stack: ExitStack) -> Iterator[Server]:
    port = _free_port()
    program = [sys.executable, "-m", "questions_rdf", "serve", data, "--store", folder]
    ours = [*program, "--port", str(port)]
    yield stack.enter_context(_running("questions-rdf serve", ours, port, "/sparql"))
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.exists() else shutil.which("oxigraph")
    if binary is None:
        click.echo("oxigraph is left out: it is not installed (pip install oxigraph)", err=True)
        return
    (kept,) = (path for path in folder.iterdir() if re.fullmatch(KEY_PATTERN, path.name))
    port = _free_port()
    arguments = ["serve-read-only", "--location", kept / "oxigraph", "--bind", f"127.0.0.1:{port}"]
    theirs = [binary, *arguments]
    yield stack.enter_context(_running("oxigraph serve-read-only", theirs, port, "/query"))


def _print(server: Server, found: Figures) -> None:
    cells = (
        server.name,
        f"{found.rate:,.0f}",
        f"{found.median * 1000:.1f}",
        f"{found.late * 1000:.1f}",
        f"{found.client:.2f}",
    )
    click.echo(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    command()
