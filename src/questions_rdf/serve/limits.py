"""What a stranger may use of the server; each limit says what it protects."""

import os

import msgspec

_MIB = 1024 * 1024


class Limits(msgspec.Struct, frozen=True):
    """All limits, with what holds unless the command says otherwise.

    The first group can be set, the second follows from how the server works.
    """

    workers: int = max(2, os.cpu_count() or 1)
    """Queries that run long at a time: processor cores."""
    timeout: float = 30.0
    """Seconds from a request to its answer: everybody's turn."""
    memory: int = 1024 * _MIB
    """Bytes that one worker may use beside the store: the machine's memory."""
    max_query: int = 1_000_000
    """Bytes of a query or of the body that holds it: the parser."""
    max_result: int = 256 * _MIB
    """Bytes of an answer before compression: the line, and the disk of what waits to be sent."""
    queue: int = 100
    """Requests that wait for a worker: those that come later are told so at once."""
    drain: float = 10.0
    """Seconds that requests under way have after SIGTERM: restarts."""

    quick_workers: int = 8
    """Workers for queries that have only just begun: short ones never wait behind long ones."""
    quick: float = 0.05
    """Seconds that a query has there; after that it needs one of the places for long ones."""
    depth: int = 64
    """Brackets inside brackets: the stack of the parser, and the time of the planner."""
    operators: int = 2000
    """Signs and words that an expression or a pattern is chained with: likewise."""
    optionals: int = 100
    """OPTIONAL, MINUS and EXISTS: the planner takes time that grows with their square and more."""
    address: int = 32_768
    """Bytes of an address with its query."""
    head_seconds: float = 15.0
    """Seconds for the head of a request, and how long a connection may say nothing at all."""
    body_seconds: float = 15.0
    """Seconds for the body of a request."""
    stalled_seconds: float = 30.0
    """Seconds that a client may take for the next piece of its answer."""
    connections: int = 2048
    """Connections at a time: file descriptors."""
    held_back: int = 64 * 1024
    """Bytes that are known to be fine before the first one is sent: a clean status for failures."""
