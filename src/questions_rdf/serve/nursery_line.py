"""The server's end of the line to the nursery: orders go out, processes come in."""

import asyncio
import socket
from collections import deque
from typing import NamedTuple

import msgspec

from questions_rdf.serve.messages import (
    Build,
    Done,
    Ended,
    Fork,
    Forked,
    Generation,
    Hold,
    Notice,
    Order,
    Release,
)

_MESSAGE = 4096
_REMEMBERED = 64
_decoder: msgspec.msgpack.Decoder[Notice] = msgspec.msgpack.Decoder(Notice)


class NurseryError(Exception):
    """No process can be begun: the nursery is gone, or has no room."""


class Process(NamedTuple):
    """A process that the nursery began: its socket, and the descriptor that it is ended by."""

    pid: int
    line: socket.socket
    descriptor: int


class NurseryLine:
    """Orders are answered in their order; who ended is noted beside."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._asked: deque[asyncio.Future[Process | Done]] = deque()
        self._ends: dict[int, asyncio.Future[int]] = {}
        self.gone = asyncio.Event()

    def open(self) -> None:
        """Begin to listen, in the loop that runs."""
        self._line.settimeout(0)
        asyncio.get_running_loop().add_reader(self._line, self._hear)

    def close(self) -> None:
        """Let the nursery go, and with it all that it began."""
        asyncio.get_running_loop().remove_reader(self._line)
        self._line.close()

    async def fork(self, generation: Generation) -> Process:
        """A worker for a generation that is held."""
        return await self._process(Fork(generation.key))

    async def build(self, known: str) -> Process:
        """A process that finds or builds the store of the data as it is."""
        return await self._process(Build(known))

    async def hold(self, generation: Generation) -> None:
        """Keep the store of a generation.

        Raises:
            NurseryError: if it was removed.
        """
        await self._done(Hold(generation))

    async def release(self, generation: Generation) -> None:
        """Let the store of a generation go, as soon as its last worker does."""
        await self._done(Release(generation.key))

    async def ended(self, pid: int, patience: float = 0.5) -> int:
        """The signal that ended a process; 0 if none did, or if nobody knows in time."""
        future = self._end_of(pid)
        await asyncio.wait([future], timeout=patience)
        return future.result() if future.done() else 0

    async def _process(self, order: Order) -> Process:
        answer = await self._answer(order)
        if isinstance(answer, Done):
            raise NurseryError(answer.error)
        return answer

    async def _done(self, order: Order) -> None:
        answer = await self._answer(order)
        if isinstance(answer, Done) and answer.error:
            raise NurseryError(answer.error)

    async def _answer(self, order: Order) -> Process | Done:
        if self.gone.is_set():
            raise NurseryError("the nursery is gone")
        future = asyncio.get_running_loop().create_future()
        self._asked.append(future)
        try:
            self._line.send(msgspec.msgpack.encode(order))
        except OSError as error:
            self._end()
            raise NurseryError(str(error)) from error
        return await asyncio.shield(future)  # what comes for one who left is closed below

    def _hear(self) -> None:
        try:
            message, descriptors, _, _ = socket.recv_fds(self._line, _MESSAGE, 2)
        except BlockingIOError:
            return
        except OSError:
            message, descriptors = b"", []
        if not message:
            self._end()
            return
        notice = _decoder.decode(message)
        if isinstance(notice, Ended):
            future = self._end_of(notice.pid)
            if not future.done():
                future.set_result(notice.signal)
            return
        answer = notice
        waiting = self._asked.popleft()
        if isinstance(answer, Forked):
            process = Process(answer.pid, socket.socket(fileno=descriptors[0]), descriptors[1])
            waiting.set_result(process)
        else:
            waiting.set_result(answer)

    def _end_of(self, pid: int) -> asyncio.Future[int]:
        """What will be known of the end of a process; of the latest ones only."""
        if pid not in self._ends:
            while len(self._ends) >= _REMEMBERED:
                self._ends.pop(next(iter(self._ends)))
            self._ends[pid] = asyncio.get_running_loop().create_future()
        return self._ends[pid]

    def _end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._line)
        self.gone.set()
        for future in self._asked:
            if not future.done():
                future.set_exception(NurseryError("the nursery is gone"))
