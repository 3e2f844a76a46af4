"""An answer from the pool to the client: when it begins, in which pieces, and how it may break."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from questions_rdf.serve import refusals
from questions_rdf.serve.exchange import BrokenError, Exchange
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.messages import Task
from questions_rdf.serve.pool import Pool, Run
from questions_rdf.serve.queueing import Refused

_PIECE = 128 * 1024


class _GoneError(BrokenError):
    """The client left."""


async def deliver(
    exchange: Exchange, pool: Pool, limits: Limits, task: Task, headers: Mapping[str, str]
) -> None:
    """Have a task answered and send the answer.

    Raises:
        Refused: if there is no answer and nothing was sent.
        BrokenError: if it ends in the middle.
    """
    run = pool.begun(task)
    finishing = asyncio.get_running_loop().create_task(_finish(pool, run))
    watch = _Watch(exchange, finishing, limits.quick)
    try:
        await run.answer.sendable(limits.held_back)
        await _send(exchange, run, limits, headers)
    finally:
        watch.end()
        if not finishing.done():
            finishing.cancel()
            with suppress(asyncio.CancelledError):
                await finishing
        run.answer.close()


async def _finish(pool: Pool, run: Run) -> None:
    try:
        await pool.finish(run)
    except Refused as refused:
        run.answer.end(refused.refusal)
    except BaseException:
        run.answer.end(refusals.FAILED)
        raise
    else:
        run.answer.end()


class _Watch:
    """Gives a query up when its client leaves; short ones are not worth looking."""

    def __init__(self, exchange: Exchange, finishing: asyncio.Task[None], after: float) -> None:
        self._exchange, self._finishing = exchange, finishing
        self._looking: asyncio.Task[None] | None = None
        self._later = asyncio.get_running_loop().call_later(after, self._begin)

    def _begin(self) -> None:
        self._looking = asyncio.get_running_loop().create_task(self._look())

    async def _look(self) -> None:
        while (await self._exchange.receive())["type"] != "http.disconnect":
            pass
        self._exchange.outcome = "gone"
        self._finishing.cancel()

    def end(self) -> None:
        """Look no more."""
        self._later.cancel()
        if self._looking is not None:
            self._looking.cancel()


async def _send(exchange: Exchange, run: Run, limits: Limits, headers: Mapping[str, str]) -> None:
    answer = run.answer
    if exchange.outcome == "gone":
        raise _GoneError
    if answer.ended and answer.failure is not None:
        raise Refused(answer.failure)
    if answer.ended:
        headers = {**headers, "Content-Length": str(answer.size)}
    await exchange.start(200, headers)
    if exchange.method == "HEAD":
        await exchange.piece(b"", more=False)
        return
    sent = 0
    while True:
        await answer.sendable(sent + 1)
        piece = answer.read(sent, _PIECE)
        sent += len(piece)
        if answer.failure is not None:
            exchange.outcome = "gone" if exchange.outcome == "gone" else answer.failure.code
            raise BrokenError
        last = answer.ended and sent >= answer.size
        await _in_time(exchange, piece, limits, more=not last)
        if last:
            return


async def _in_time(exchange: Exchange, piece: bytes, limits: Limits, *, more: bool) -> None:
    """Send a piece to a client that takes it; one that does not has its connection broken."""
    try:
        async with asyncio.timeout(limits.stalled_seconds):
            await exchange.piece(piece, more=more)
    except TimeoutError:
        exchange.outcome = "stalled"
        raise BrokenError from None
