"""The records between the two passes of a build, in temporary files: one or two for each batch.

The first pass reads, and learns what only the whole input tells (the latest date); the second pass
maps. A spooled record costs a few microseconds, reading it again would cost a hundred. Any process
can look up any record by its place.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from questions_rdf.problems import Origin
from questions_rdf.records import Question, Source

_LENGTH_BYTES = 4
_WRITE_BUFFER = 256 * 1024
_READ_BUFFER = 64 * 1024  # a dozen records; single ones are looked up, too


class Place(NamedTuple):
    """Where a record is: the number of its batch, and the offset there."""

    batch: int
    offset: int


class SpooledDocument(NamedTuple):
    """A document of a batch, and the day that its archive states for it."""

    source: Source
    dated: date | None


class Spooled(NamedTuple):
    """A question, where it was read, the number of its document in the batch, its source's rank."""

    question: Question
    origin: Origin
    document: int
    rank: int


def _records_file(folder: Path, batch: int) -> Path:
    return folder / f"{batch:06}.records"


def _documents_file(folder: Path, batch: int) -> Path:
    return folder / f"{batch:06}.documents"


class SpoolWriter:
    """Takes the questions of one batch in; to be closed."""

    def __init__(self, folder: Path, batch: int) -> None:
        self._path = _records_file(folder, batch)
        self._file: BinaryIO | None = None
        self._encode = msgspec.msgpack.Encoder().encode
        self._end = 0

    def close(self) -> None:
        """End the file; there is none where there was no question."""
        if self._file:
            self._file.close()

    def append(self, spooled: Spooled) -> int:
        """Add one question at the end; gives its offset."""
        if self._file is None:
            self._file = self._path.open("wb", buffering=_WRITE_BUFFER)
        offset = self._end
        data = self._encode(spooled)
        self._file.write(len(data).to_bytes(_LENGTH_BYTES, "big"))
        self._file.write(data)
        self._end += _LENGTH_BYTES + len(data)
        return offset


def write_documents(folder: Path, batch: int, documents: Sequence[SpooledDocument]) -> None:
    """Say which documents a batch has; the digest of one is known only when it was read."""
    _documents_file(folder, batch).write_bytes(msgspec.msgpack.encode(documents))


class Spool:
    """The questions of one batch; to be closed."""

    def __init__(self, folder: Path, batch: int) -> None:
        self._folder, self._batch = folder, batch
        self._file = _records_file(folder, batch).open("rb", buffering=_READ_BUFFER)
        self._decode = msgspec.msgpack.Decoder(Spooled).decode

    def close(self) -> None:
        """End the file."""
        self._file.close()

    @cached_property
    def documents(self) -> list[SpooledDocument]:
        """The documents of the batch, by number."""
        data = _documents_file(self._folder, self._batch).read_bytes()
        return msgspec.msgpack.decode(data, type=list[SpooledDocument])

    def at(self, offset: int) -> Spooled:
        """The question at a place."""
        self._file.seek(offset)
        length = self._file.read(_LENGTH_BYTES)
        return self._decode(self._file.read(int.from_bytes(length, "big")))

    def __iter__(self) -> Iterator[tuple[int, Spooled]]:
        """Each question with its offset."""
        offset = 0
        self._file.seek(0)
        while length := self._file.read(_LENGTH_BYTES):
            size = int.from_bytes(length, "big")
            yield offset, self._decode(self._file.read(size))
            offset += _LENGTH_BYTES + size


class Spools:
    """All batches of a folder; to be closed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looked_up: tuple[int, Spool] | None = None

    def close(self) -> None:
        """End the file that is open for :meth:`at`."""
        if self._looked_up:
            self._looked_up[1].close()
        self._looked_up = None

    def batch(self, number: int) -> Spool:
        """A batch, to be gone through; others may be looked up on the way."""
        return Spool(self._folder, number)

    def at(self, place: Place) -> tuple[Spooled, SpooledDocument]:
        """The question at a place, and its document."""
        if self._looked_up is None or self._looked_up[0] != place.batch:
            self.close()
            self._looked_up = place.batch, Spool(self._folder, place.batch)
        spool = self._looked_up[1]
        spooled = spool.at(place.offset)
        return spooled, spool.documents[spooled.document]
