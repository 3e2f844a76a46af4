"""Everything put together: the nursery first, then the data, then the port, until told to stop."""

import asyncio
import importlib
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from questions_rdf.errors import OutputError, UsageError
from questions_rdf.serve import nursery
from questions_rdf.serve.access_log import AccessLog
from questions_rdf.serve.building import Source
from questions_rdf.serve.generations import Generations
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.metrics import Metrics
from questions_rdf.serve.nursery_line import NurseryLine
from questions_rdf.serve.pool import Pool

_BACKLOG = 1024


class Place(NamedTuple):
    """Where the server is to be found, and the address that others know it by."""

    host: str
    port: int
    public: str | None = None


def serve(
    source: Source,
    place: Place,
    limits: Limits,
    log: BinaryIO | None,
    tell: Callable[[str], None],
) -> None:
    """Serve until SIGTERM or SIGINT.

    Raises:
        UsageError: if a library is missing.
        CannotGoOnError: if the data cannot be served, or the port cannot be had.
    """
    _libraries()
    listening = _listening(place)
    line, pid = nursery.begun(source, limits.memory, listening)
    try:
        asyncio.run(_serve(source.data, place, limits, AccessLog(log), tell, line, listening))
    finally:
        line.close()
        listening.close()
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


def _libraries() -> None:
    """Find out before the work whether the libraries of the extra are there."""
    try:
        for name in ("granian", "starlette"):
            importlib.import_module(name)
    except ImportError as error:
        hint = "pip install 'questions-rdf[serve]'"
        raise UsageError(f"serve needs libraries that are not installed: {hint}") from error


def _listening(place: Place) -> socket.socket:
    """The port, ours alone."""
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((place.host, place.port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        reason = error.strerror or str(error)
        raise OutputError(f"cannot listen on {place.host}:{place.port}: {reason}") from error
    listening.setblocking(False)
    return listening


async def _serve(
    data: Path,
    place: Place,
    limits: Limits,
    log: AccessLog,
    tell: Callable[[str], None],
    line: socket.socket,
    listening: socket.socket,
) -> None:
    from questions_rdf.serve.application import Server

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    metrics = Metrics()
    to_nursery = NurseryLine(line)
    to_nursery.open()
    pool = Pool(to_nursery, limits, metrics)
    application = Server(pool, limits, metrics, log, place.public)
    application.generations = Generations(data, to_nursery, pool, metrics, log)
    generation = await _or_stop(application.generations.begin(), stop)
    if generation is None:
        return
    port = listening.getsockname()[1]
    granian = _granian(application, listening, limits)
    serving = loop.create_task(granian.serve())
    watching = loop.create_task(application.generations.watch())
    gone = loop.create_task(to_nursery.gone.wait())
    told = loop.create_task(stop.wait())
    host = f"[{place.host}]" if ":" in place.host else place.host
    tell(f"Serving {generation.triples} triples at http://{host}:{port}/sparql")
    log.event("started", generation.key)
    try:
        await asyncio.wait({serving, gone, told}, return_when=asyncio.FIRST_COMPLETED)
        if told.done():
            tell("Stopping: requests under way are answered first.")
            await _drain(application, granian, serving, limits.drain)
    finally:
        log.event("stopped")
        for task in (watching, gone, told, serving):
            task.cancel()
        pool.close()
    if not told.done():
        raise OutputError("the server ended by itself: the process that begins workers is gone")


async def _or_stop(work: Any, stop: asyncio.Event) -> Any:  # noqa: ANN401
    """What the work gives; none if the server is told to stop before."""
    doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if doing.done():
        return doing.result()
    doing.cancel()
    return None


async def _drain(
    application: Any,  # noqa: ANN401
    granian: Any,  # noqa: ANN401
    serving: asyncio.Task[None],
    seconds: float,
) -> None:
    """Take no more requests, and let those under way end, for so long."""
    application.stopping = True
    granian.stop()
    deadline = asyncio.get_running_loop().time() + seconds
    while asyncio.get_running_loop().time() < deadline:
        await asyncio.wait({serving}, timeout=0.05)
        if serving.done() or application.under_way == 0:
            return


def _granian(application: Any, listening: socket.socket, limits: Limits) -> Any:  # noqa: ANN401
    """The HTTP server, on a port that is ours already."""
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.net import SocketHolder
    from granian.server.embed import Server

    class OnPort(Server):
        def _init_shared_socket(self) -> None:
            # From here on the port is Granian's, which closes it.
            self._shd = SocketHolder(listening.detach(), False, _BACKLOG)  # noqa: FBT003

    settings = HTTP1Settings(header_read_timeout=int(limits.head_seconds * 1000))
    return OnPort(
        application,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        websockets=False,
        backlog=_BACKLOG,
        backpressure=limits.connections,
        http1_settings=settings,
        log_enabled=False,
    )
