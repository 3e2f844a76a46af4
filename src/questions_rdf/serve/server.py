"""Everything put together: the nursery first, then the data, then the port, until told to stop."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

from granian.server.embed import Server as Granian

from questions_rdf.errors import OutputError
from questions_rdf.serve import nursery, port
from questions_rdf.serve.access_log import AccessLog
from questions_rdf.serve.application import Server
from questions_rdf.serve.building import Source
from questions_rdf.serve.generations import Generations
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.metrics import Metrics
from questions_rdf.serve.nursery_line import NurseryLine
from questions_rdf.serve.pool import Pool
from questions_rdf.serve.port import Place
from questions_rdf.serve.site_files import SiteFiles

T = TypeVar("T")
_GRAIN = 0.02
_LAST_WORDS = 1.0  # for those that could not be answered


class Settings(NamedTuple):
    """What is served, where, within which limits; where the log goes, what is said, the site."""

    source: Source
    place: Place
    limits: Limits
    log: BinaryIO | None
    tell: Callable[[str], None]
    site: Path | None = None


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT.

    Raises:
        CannotGoOnError: if the data cannot be served, or the port cannot be had.
    """
    listening = port.bound(settings.place)
    line, pid = nursery.begun(settings.source, settings.limits.memory, listening)
    try:
        asyncio.run(_serve(settings, line, listening))
    finally:
        line.close()
        listening.close()
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


async def _serve(settings: Settings, line: socket.socket, listening: socket.socket) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    to_nursery, metrics, log = NurseryLine(line), Metrics(), AccessLog(settings.log)
    asyncio.get_running_loop().set_exception_handler(
        lambda _loop, context: log.event("error", str(context.get("exception", context["message"])))
    )
    to_nursery.open()
    pool = Pool(to_nursery, settings.limits, metrics)
    generations = Generations(settings.source.data, to_nursery, pool, metrics, log, settings.tell)
    generation = await _unless(stop, generations.begin())
    if generation is None:
        return
    if not pool.network_shut:
        settings.tell("The network of the workers cannot be shut on this system.")
    site = SiteFiles(settings.site) if settings.site else None
    public = settings.place.public
    application = Server(pool, generations, settings.limits, metrics, log, public, site)
    port.listen(settings.place, listening)
    address = port.address(settings.place, listening)
    granian = port.granian(application, listening, settings.limits)
    settings.tell(f"Serving {generation.triples} triples at {address}sparql")
    if settings.site:
        settings.tell(f"The site {settings.site} is at {address}")
    log.event("started", generation.key)
    watching = asyncio.create_task(generations.watch())
    try:
        await _run(settings, application, granian, stop, to_nursery.gone)
    finally:
        watching.cancel()
        pool.close()
        log.event("stopped")


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """What the work gives; none if the server is told to stop before."""
    doing, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if doing.done():
        return doing.result()
    doing.cancel()
    return None


async def _run(
    settings: Settings,
    application: Server,
    granian: Granian,
    stop: asyncio.Event,
    gone: asyncio.Event,
) -> None:
    """Answer requests until told to stop.

    Raises:
        OutputError: if it ends by itself.
    """
    serving = asyncio.create_task(granian.serve())
    ends = [asyncio.create_task(event.wait()) for event in (stop, gone)]
    try:
        await asyncio.wait({serving, *ends}, return_when=asyncio.FIRST_COMPLETED)
        if not stop.is_set():
            raise OutputError("the process that begins the workers ended: start the server again")
        settings.tell("Stopping: requests under way are answered first.")
        await _drain(application, granian, serving, settings.limits.drain)
        application.end()
        await _drain(application, granian, serving, _LAST_WORDS)
    finally:
        for task in (serving, *ends):
            task.cancel()


async def _drain(
    application: Server, granian: Granian, serving: asyncio.Task[None], seconds: float
) -> None:
    """Take no more requests, and let those under way end, for so long."""
    if not application.stopping:
        application.stopping = True
        granian.stop()  # type: ignore[no-untyped-call]
    until = asyncio.get_running_loop().time() + seconds
    while asyncio.get_running_loop().time() < until:
        await asyncio.wait({serving}, timeout=_GRAIN)
        if serving.done() or application.under_way == 0:
            return
