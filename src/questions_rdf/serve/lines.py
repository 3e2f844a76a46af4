"""A worker as the server sees it: a line to give it a task on, and a descriptor to end it by."""

import asyncio
import os
import signal
from contextlib import suppress

import msgspec

from questions_rdf.serve.answers import Answer
from questions_rdf.serve.messages import (
    DATA,
    DECLINED,
    END,
    HEAD,
    READY,
    Declined,
    Generation,
    Task,
    frame,
)
from questions_rdf.serve.nursery_line import Process

_encoder = msgspec.msgpack.Encoder()
_SLOW = 10  # how nice a worker is that takes long


class WorkerEndedError(Exception):
    """The process is gone."""


Outcome = Declined | None


class Line(asyncio.Protocol):
    """One worker, which answers one task at a time."""

    def __init__(self, process: Process, generation: Generation) -> None:
        self.pid, self._descriptor = process.pid, process.descriptor
        self.generation = generation
        self._buffer = bytearray()
        self._answer: Answer | None = None
        self._transport: asyncio.Transport | None = None
        loop = asyncio.get_running_loop()
        self._outcome: asyncio.Future[Outcome] = loop.create_future()
        self.ready: asyncio.Future[str] = loop.create_future()
        """Done when it takes tasks: what shut its network."""
        self.ended = asyncio.Event()

    def ask(self, task: Task, answer: Answer) -> asyncio.Future[Outcome]:
        """Give it a task; the future is there when the answer has ended.

        It fails with ``WorkerEndedError`` if the process ends first.
        """
        self._answer = answer
        self._outcome = asyncio.get_running_loop().create_future()
        if self._transport is None or self._transport.is_closing():
            self._outcome.set_exception(WorkerEndedError())
        else:
            self._transport.write(frame(b"T", _encoder.encode(task)))
        return self._outcome

    def be_nice(self) -> None:
        """Let the others go first: this one takes long."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _SLOW)

    def kill(self) -> None:
        """End the process, whatever it is at."""
        self._answer = None
        if self._descriptor >= 0:
            with suppress(OSError):
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)
        if self._transport is not None:
            self._transport.abort()

    # -- asyncio.Protocol -------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The line is open."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  (of a stream socket)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take frames as they come."""
        self._buffer += data
        buffer, start = self._buffer, 0
        while len(buffer) - start >= HEAD.size:
            kind, length = HEAD.unpack_from(buffer, start)
            end = start + HEAD.size + length
            if len(buffer) < end:
                break
            self._take(kind, bytes(buffer[start + HEAD.size : end]))
            start = end
        del buffer[:start]

    def _take(self, kind: bytes, payload: bytes) -> None:
        if kind == READY and not self.ready.done():
            self.ready.set_result(payload.decode())
        elif kind == DATA and self._answer is not None:
            self._answer.write(payload)
        elif kind == END:
            self._finish(None)
        elif kind == DECLINED:
            self._finish(msgspec.msgpack.decode(payload, type=Declined))

    def _finish(self, outcome: Outcome) -> None:
        self._answer = None
        if not self._outcome.done():
            self._outcome.set_result(outcome)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """The process ended, or was ended."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        self.ended.set()
        for future in (self.ready, self._outcome):
            if not future.done():
                future.set_exception(WorkerEndedError())
                future.exception()  # perhaps nobody waits for it


async def opened(process: Process, generation: Generation) -> Line:
    """The line to a process."""
    loop = asyncio.get_running_loop()
    _, line = await loop.create_connection(lambda: Line(process, generation), sock=process.line)
    return line
