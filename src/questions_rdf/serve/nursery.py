"""The nursery: a small process that begins the others, because it has no threads and no strangers.

It exists before anything of the HTTP server does. Each process that it begins gets a socket, whose
other end goes to the server together with a descriptor of the process, by which it can be ended.
"""

import gc
import os
import selectors
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NoReturn

import msgspec

from questions_rdf.serve import building, worker
from questions_rdf.serve.answering import warm_up
from questions_rdf.serve.building import Source
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
from questions_rdf.store import Kept

_MESSAGE = 1 << 20
_WORKER, _BUILDER = 3, 10  # how nice they are to other processes
_decoder: msgspec.msgpack.Decoder[Order] = msgspec.msgpack.Decoder(Order)


def begun(source: Source, memory: int, listening: socket.socket) -> tuple[socket.socket, int]:
    """Begin a nursery; its line and its process. To be called before there are threads.

    The port is not its business, and would not be free again as long as it had it.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    parent = os.getpid()
    pid = os.fork()
    if pid:
        theirs.close()
        return ours, pid
    code = 1
    with suppress(BaseException):
        ours.close()
        listening.close()
        worker.become(parent)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it ends with the server, which drains first
        code = _Nursery(theirs, source, memory).run()
    os._exit(code)


class _Nursery:
    """Carries out orders one by one, and says whose end it saw."""

    def __init__(self, line: socket.socket, source: Source, memory: int) -> None:
        self._line, self._source, self._memory = line, source, memory
        self._held: dict[str, tuple[Generation, BinaryIO]] = {}
        self._children: dict[int, int] = {}  # descriptor → process
        self._selector = selectors.DefaultSelector()

    def run(self) -> int:
        """Until the server's end of the line is closed."""
        warm_up()  # once here, and not in every child
        gc.collect()
        gc.freeze()  # what is there is shared with the children, untouched
        self._selector.register(self._line, selectors.EVENT_READ)
        while True:
            for key, _ in self._selector.select():
                if key.fd != self._line.fileno():
                    self._reap(key.fd)
                    continue
                message = self._line.recv(_MESSAGE)
                if not message:
                    return 0
                self._obey(_decoder.decode(message))

    def _say(self, notice: Notice, descriptors: tuple[int, ...] = ()) -> None:
        socket.send_fds(self._line, [msgspec.msgpack.encode(notice)], descriptors)

    def _obey(self, order: Order) -> None:
        match order:
            case Fork(key):
                self._fork(lambda line: self._work(key, line), key)
            case Build(known):
                self._fork(lambda line: self._build(known, line))
            case Hold(generation):
                self._say(Done(self._hold(generation)))
            case Release(key):
                if key in self._held:
                    self._held.pop(key)[1].close()
                self._say(Done())

    def _hold(self, generation: Generation) -> str:
        """Share the lock of a store; workers inherit it, and the last of them lets it go."""
        if generation.key in self._held:
            return ""
        lock = _kept(generation).held()
        if lock is None:
            return f"{generation.folder} was removed"
        self._held[generation.key] = (generation, lock)
        return ""

    def _fork(self, live: Callable[[socket.socket], None], key: str = "") -> None:
        """Begin a process that does nothing but ``live``; it shares the lock of one store only."""
        ours, theirs = socket.socketpair()
        parent = os.getpid()
        try:
            pid = os.fork()
        except OSError as error:  # no more processes to be had: later, perhaps
            self._say(Done(str(error)))
            return
        if not pid:
            ours.close()
            self._be_born(parent, theirs, live, key)
        theirs.close()
        descriptor = os.pidfd_open(pid)
        self._children[descriptor] = pid
        self._selector.register(descriptor, selectors.EVENT_READ)
        self._say(Forked(pid), (ours.fileno(), descriptor))
        ours.close()

    def _be_born(
        self, parent: int, line: socket.socket, live: Callable[[socket.socket], None], key: str
    ) -> NoReturn:
        code = 1
        with suppress(BaseException):
            worker.become(parent)
            self._selector.close()
            self._line.close()
            for descriptor in self._children:
                os.close(descriptor)
            for other, (_, lock) in self._held.items():
                if other != key:
                    lock.close()
            live(line)
            code = 0
        os._exit(code)

    def _work(self, key: str, line: socket.socket) -> None:
        generation, _ = self._held[key]
        os.setpriority(os.PRIO_PROCESS, 0, _WORKER)  # the server itself goes first
        worker.work(line, _kept(generation).opened, generation.base, self._memory)

    def _build(self, known: str, line: socket.socket) -> None:
        os.setpriority(os.PRIO_PROCESS, 0, _BUILDER)
        building.built(self._source, known, line.sendall, lambda: _until_closed(line))

    def _reap(self, descriptor: int) -> None:
        self._selector.unregister(descriptor)
        os.close(descriptor)
        pid = self._children.pop(descriptor)
        _, status = os.waitpid(pid, 0)
        self._say(Ended(pid, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0))


def _until_closed(line: socket.socket) -> None:
    line.shutdown(socket.SHUT_WR)
    while line.recv(1024):
        pass


def _kept(generation: Generation) -> Kept:
    return Kept(generation.key, Path(generation.folder))
