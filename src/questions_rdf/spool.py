"""The records between the two passes of a build, in a temporary file.

The first pass reads, and learns what only the whole input tells (the latest date); the second pass
maps. A spooled record costs a few microseconds, reading it again would cost a hundred.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from questions_rdf.problems import Origin
from questions_rdf.records import Question

_LENGTH_BYTES = 4


class Spooled(NamedTuple):
    """A question, where it was read, the number of its document and the rank of its source."""

    question: Question
    origin: Origin
    document: int
    rank: int


class Spool:
    """Questions in the order in which they were read; to be closed."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  (see close)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Spooled).decode
        self.count = 0
        self._end = 0

    def close(self) -> None:
        """Drop the file."""
        self._file.close()

    def append(self, spooled: Spooled) -> int:
        """Add one question at the end; gives the place where it stands."""
        place = self._end
        data = self._encode(spooled)
        self._file.write(len(data).to_bytes(_LENGTH_BYTES, "big"))
        self._file.write(data)
        self._end += _LENGTH_BYTES + len(data)
        self.count += 1
        return place

    def at(self, place: int) -> Spooled:
        """The question at a place."""
        self._file.seek(place)
        found = self._next()
        self._file.seek(self._end)
        if found is None:
            raise IndexError(place)
        return found

    def __iter__(self) -> Iterator[Spooled]:
        return (spooled for _, spooled in self.placed())

    def placed(self) -> Iterator[tuple[int, Spooled]]:
        """Each question with its place; others may be looked at on the way."""
        place = 0
        self._file.seek(place)
        while (spooled := self._next()) is not None:
            following = self._file.tell()
            yield place, spooled
            place = following
            if self._file.tell() != place:
                self._file.seek(place)

    def _next(self) -> Spooled | None:
        length = self._file.read(_LENGTH_BYTES)
        return self._decode(self._file.read(int.from_bytes(length, "big"))) if length else None
