"""A worker: opens the store for itself, shuts itself in, and answers one task after the other."""

import os
import signal
import socket
from collections.abc import Callable

import msgspec
import pyoxigraph as ox

from questions_rdf.serve import isolation
from questions_rdf.serve.answering import answer
from questions_rdf.serve.messages import (
    DECLINED,
    HEAD,
    READY,
    Task,
    frame,
)

_decoder = msgspec.msgpack.Decoder(Task)


def work(line: socket.socket, opened: Callable[[], ox.Store], base: str, memory: int) -> None:
    """Answer until the other end is closed; never returns for a query that ends the process."""
    shut_by = isolation.shut_network()  # before there are threads, which would not be held to it
    store = opened()
    isolation.limit_memory(memory)
    line.sendall(frame(READY, shut_by.encode()))
    while (head := _exactly(line, HEAD.size)) is not None:
        _, length = HEAD.unpack(head)
        task = _decoder.decode(_exactly(line, length) or b"")
        declined = answer(store, base, task, line.sendall)
        if declined is not None:
            line.sendall(frame(DECLINED, msgspec.msgpack.encode(declined)))


def _exactly(line: socket.socket, count: int) -> bytes | None:
    """So many bytes; none if the line ends."""
    pieces = []
    while count:
        piece = line.recv(min(count, 1 << 20))
        if not piece:
            return None
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def become(parent: int) -> None:
    """What holds for every process that the nursery begins."""
    isolation.end_with(parent)
    isolation.leave_no_core()
    os.environ["RUST_BACKTRACE"] = "0"  # the engine ends when there is no more memory: expected
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that began it all ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def leave(code: int) -> None:
    """End without what Python would do on the way: none of it is this process's own."""
    os._exit(code)
