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
    """A question, where it was read, and the number of its document."""

    question: Question
    origin: Origin
    document: int


class Spool:
    """Questions in the order in which they were read; to be closed."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  (see close)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Spooled).decode
        self.count = 0

    def close(self) -> None:
        """Drop the file."""
        self._file.close()

    def append(self, spooled: Spooled) -> None:
        """Add one question at the end."""
        data = self._encode(spooled)
        self._file.write(len(data).to_bytes(_LENGTH_BYTES, "big"))
        self._file.write(data)
        self.count += 1

    def __iter__(self) -> Iterator[Spooled]:
        self._file.seek(0)
        while length := self._file.read(_LENGTH_BYTES):
            yield self._decode(self._file.read(int.from_bytes(length, "big")))
        self._file.seek(0, 2)
