"""A stream of bytes seen through a window, so that a list of any length takes little memory.

The splitters of JSON and XML lists look for the ends of records in it; :class:`Slice` is what they
find.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

MAX_RECORD_BYTES = 64 * 1024 * 1024


class State(Enum):
    """How a slice ended."""

    WHOLE = "whole"
    STRAY = "not a record"
    TRUNCATED = "cut off by the end of the document"
    NO_END = "the list lacks its end"


class Slice(NamedTuple):
    """Some bytes of the list, where they begin in the document, and how they ended."""

    offset: int
    data: bytes
    state: State


class Window:
    """The part of the stream that is being looked at, and how far it is dealt with."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._before = 0
        self.data = b""
        self.position = 0

    @property
    def offset(self) -> int:
        """The position, counted from the start of the stream."""
        return self._before + self.position

    def grow(self) -> bool:
        """Take one more chunk in, drop what is dealt with; ``False`` at the end of the stream."""
        chunk = next(self._chunks, b"")
        if chunk:
            self._before += self.position
            self.data = self.data[self.position :] + chunk
            self.position = 0
        return bool(chunk)

    def take(self, length: int, state: State) -> Slice:
        """The next ``length`` bytes, which are dealt with by that."""
        taken = Slice(self.offset, self.data[self.position : self.position + length], state)
        self.position += length
        return taken
