"""The answer of the engine on its way out of a worker: compressed, counted, in frames."""

import gzip
import importlib.util
from collections.abc import Callable
from io import BytesIO
from typing import Any, Protocol

import pyoxigraph as ox

from questions_rdf.serve.messages import DATA, END, frame

GRAPHS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
"""The forms of graphs, as the engine calls them."""
_PIECE = 64 * 1024
_GZIP_LEVEL = 1  # a query's answer is written once and read once
_ZSTD_LEVEL = 3


def codings() -> tuple[str, ...]:
    """The content codings that can be had here, the best first."""
    zstd = importlib.util.find_spec("zstandard") is not None
    return ("zstd", "gzip") if zstd else ("gzip",)


class ResultTooLargeError(Exception):
    """The answer is larger than answers may be."""


class _Compressor(Protocol):
    def write(self, data: bytes, /) -> Any: ...  # noqa: ANN401
    def close(self) -> Any: ...  # noqa: ANN401


class Sink:
    """What the engine writes into: a binary file with no end but the one that is set."""

    def __init__(self, send: Callable[[bytes], object], coding: str, most: int) -> None:
        self._send, self._left = send, most
        self._frames = _Frames(send)
        self._inner = _compressor(coding, self._frames)

    def write(self, data: bytes) -> int:
        """Take some more.

        Raises:
            ResultTooLargeError: if that is more than an answer may have.
        """
        self._left -= len(data)
        if self._left < 0:
            raise ResultTooLargeError
        (self._inner or self._frames).write(data)
        return len(data)

    def flush(self) -> None:
        """Nothing: pieces go when they are large enough."""

    def close(self) -> None:
        """Send the rest, and the end."""
        if self._inner:
            self._inner.close()
        self._frames.end()


class _Frames:
    """Pieces of a good size, each a frame."""

    def __init__(self, send: Callable[[bytes], object]) -> None:
        self._send, self._waiting = send, BytesIO()

    def write(self, data: bytes) -> int:
        self._waiting.write(data)
        if self._waiting.tell() >= _PIECE:
            self._send(frame(DATA, self._waiting.getvalue()))
            self._waiting = BytesIO()
        return len(data)

    def flush(self) -> None:
        """The compressors call it; pieces go when they are large enough."""

    def end(self) -> None:
        rest = self._waiting.getvalue()
        self._send((frame(DATA, rest) if rest else b"") + frame(END))


def _compressor(coding: str, frames: _Frames) -> _Compressor | None:
    if coding == "gzip":  # without time and name: the same answer has the same bytes
        return gzip.GzipFile("", "wb", _GZIP_LEVEL, frames, mtime=0)
    if coding == "zstd":
        library = importlib.import_module("zstandard")
        compressor: _Compressor = library.ZstdCompressor(_ZSTD_LEVEL).stream_writer(
            frames, closefd=False
        )
        return compressor
    return None
