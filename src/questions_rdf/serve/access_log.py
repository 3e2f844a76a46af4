"""The access log: one line of JSON a request, without who asked and without what was asked.

A query is there as a digest: the same query has the same one. Addresses, cookies and other headers
of the client are not there.
"""

import hashlib
import time
from datetime import UTC, datetime
from typing import BinaryIO

import msgspec


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A request that was answered, or an event of the server."""

    time: str
    method: str | None = None
    path: str | None = None
    status: int | None = None
    bytes: int | None = None
    ms: float | None = None
    outcome: str | None = None
    query: str | None = None
    event: str | None = None
    detail: str | None = None


class AccessLog:
    """Where the lines go; nowhere without a stream."""

    def __init__(self, stream: BinaryIO | None) -> None:
        self._stream = stream

    def request(  # noqa: PLR0913  (what a line holds)
        self,
        method: str,
        path: str,
        *,
        status: int,
        size: int,
        seconds: float,
        outcome: str,
        query: str | None,
    ) -> None:
        """Note a request."""
        if self._stream is not None:
            self._write(
                Line(
                    _now(),
                    method[:16],
                    path[:512],
                    status,
                    size,
                    round(seconds * 1000, 2),
                    outcome,
                    digest(query) if query is not None else None,
                )
            )

    def event(self, event: str, detail: str = "") -> None:
        """Note something else."""
        if self._stream is not None:
            self._write(Line(_now(), event=event, detail=detail or None))

    def _write(self, line: Line) -> None:
        if self._stream is not None:
            try:
                self._stream.write(msgspec.json.encode(line) + b"\n")
            except OSError:  # a full disk does not stop the answers
                self._stream = None


def digest(query: str) -> str:
    """What a query is known by in the log."""
    return hashlib.sha256(query.encode(errors="surrogatepass")).hexdigest()[:16]


def _now() -> str:
    return datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="milliseconds")
