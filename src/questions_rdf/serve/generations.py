"""New data is noticed, gets a store in another process, and is served from then on.

Requests under way end on the former data. Data that cannot be served changes nothing but the log
and the word of ``/readyz``.
"""

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from questions_rdf import errors
from questions_rdf.publication import MANIFEST
from questions_rdf.serve.access_log import AccessLog
from questions_rdf.serve.messages import BuildFailed, Built, Generation
from questions_rdf.serve.metrics import Metrics
from questions_rdf.serve.nursery_line import NurseryError, NurseryLine
from questions_rdf.serve.pool import Pool

_EVERY = 1.0
_Signature = tuple[tuple[int, int, int], ...] | None
_decoder: msgspec.msgpack.Decoder[Built] = msgspec.msgpack.Decoder(Built)


class Generations:
    """Which data is served, and what became of newer data."""

    def __init__(  # noqa: PLR0913, PLR0917  (each of them once)
        self,
        data: Path,
        nursery: NurseryLine,
        pool: Pool,
        metrics: Metrics,
        log: AccessLog,
        tell: Callable[[str], None],
    ) -> None:
        self._data, self._nursery, self._pool = data, nursery, pool
        self._metrics, self._log, self._tell = metrics, log, tell
        self._seen: _Signature = None
        self._former: Generation | None = None
        self.failure: str | None = None

    async def begin(self) -> Generation:
        """Serve the data as it is.

        Raises:
            CannotGoOnError: if it cannot be served.
        """
        self._seen = _signature(self._data)
        try:
            found = await self._change()
        except NurseryError as error:
            raise errors.OutputError(f"no worker could be begun: {error}") from error
        if isinstance(found, BuildFailed):
            raise _as_error(found)
        if self._pool.generation is None:
            raise errors.OutputError("there is no data")
        return self._pool.generation

    async def watch(self) -> None:
        """Look every second whether there is new data; never ends by itself."""
        while True:
            await asyncio.sleep(_EVERY)
            now = _signature(self._data)
            if now is None and self._seen is not None:
                self._seen = None
                self._fail(f"{self._data} cannot be read any more")
            elif now is not None and now != self._seen:
                self._seen = now
                await self._try_to_change()
            elif self._former and not self._pool.living_of(self._former):
                self._former = None
                await self._try_to_change()  # finds what is served, and removes the former

    async def _try_to_change(self) -> None:
        try:
            found = await self._change()
        except NurseryError as error:
            found = BuildFailed(str(error), errors.OutputError.exit_code)
        if isinstance(found, BuildFailed):
            self._fail(found.sentence)
        else:
            self.failure = None

    def _fail(self, why: str) -> None:
        """Go on with what is served, and say so."""
        self.failure = why
        self._metrics.failed_builds += 1
        self._log.event("build-failed", why)
        self._tell(f"{why}; what was there before is served on.")

    async def _change(self) -> Built:
        """Have the store of the data found or built, and go over to it."""
        known = self._pool.generation
        process = await self._nursery.build(known.key if known else "")
        reader, writer = await asyncio.open_connection(sock=process.line)
        try:
            found = _decoded(await reader.read())
            if isinstance(found, Generation):
                await self._go_over(found)
            return found
        finally:  # until here the builder keeps the store from being removed
            _close(process.descriptor)
            writer.close()

    async def _go_over(self, new: Generation) -> None:
        former = self._pool.generation
        await self._nursery.hold(new)
        await self._pool.change_to(new)
        self._metrics.generations += 1
        self._log.event("generation", new.key)
        if former is not None:
            self._tell(f"Serving {new.triples} triples from now on.")
            await self._nursery.release(former)
            self._former = former


def _close(descriptor: int) -> None:
    with suppress(OSError):
        os.close(descriptor)


def _decoded(message: bytes) -> Built:
    try:
        return _decoder.decode(message)
    except msgspec.DecodeError:
        return BuildFailed("the process that builds the store was killed (was it memory?)", 4)


def _as_error(failed: BuildFailed) -> errors.CannotGoOnError:
    kinds = errors.CannotGoOnError.__subclasses__()
    kind = next((one for one in kinds if one.exit_code == failed.exit_code), errors.OutputError)
    return kind(failed.sentence)


def _signature(data: Path) -> _Signature:
    """What changes with the data: of a folder the manifest, without one all of its files."""
    try:
        if (data / MANIFEST).is_file():
            paths = [data / MANIFEST]
        else:
            paths = sorted(data.iterdir()) if data.is_dir() else [data]
        stats = [path.stat() for path in paths]
    except OSError:
        return None
    return tuple((one.st_ino, one.st_size, one.st_mtime_ns) for one in stats)
