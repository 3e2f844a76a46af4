"""The data files of a build, one per format and volume, put together from parts.

A part is what came out of one batch, and was read back there. Bytes are counted and hashed as they
are written, so that no file is read again for the manifest.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from questions_rdf import readback
from questions_rdf.formats import data_file
from questions_rdf.rows import Resource
from questions_rdf.writers import WRITERS, TurtleWriter, Writer
from questions_rdf.writers.rendering import Rendering

_CHUNK_BYTES = 1024 * 1024


class Part(NamedTuple):
    """A run of resources in one volume: a file for each format, and what was counted.

    Between header and footer of a file, parts stand in their order.
    """

    volume: int
    files: tuple[Path, ...]
    subjects: int
    triples: int
    classes: Counter[str]


class DataFile(NamedTuple):
    """A file that was written, and what is in it."""

    name: str
    bytes: int
    sha256: str
    triples: int


class Written(NamedTuple):
    """The data files, and what was counted when they were written."""

    files: list[DataFile]
    subjects: int
    triples: int
    classes: Counter[str]


def write_beside(
    path: Path, base: str, prefixes: tuple[str, ...], resources: Iterable[Resource]
) -> None:
    """A Turtle file that is no part of the data; it is read back, too."""
    rendering = Rendering((TurtleWriter.FORMAT.name,), base)
    for resource in resources:
        rendering.add(*resource)
    header = TurtleWriter(base, prefixes).header()
    path.write_bytes(b"".join([header.encode(), *rendering.take().texts]))
    readback.fingerprint(path)


class DataFiles:
    """Puts parts, in their order, into the data files."""

    def __init__(self, folder: Path, formats: Sequence[str], base: str) -> None:
        self._folder = folder
        self._writers = [WRITERS[name](base) for name in formats]
        self._volume: _Volume | None = None
        self._files: list[DataFile] = []
        self._subjects = self._triples = 0
        self._classes: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        if self._volume and error is not None:
            self._volume.abandon()

    def append(self, part: Part) -> None:
        """The next part; its files are used up."""
        volume = self._volume_of(part.volume)
        for stream, path in zip(volume.streams, part.files, strict=True):
            stream.append(path)
            path.unlink()
        volume.triples += part.triples
        self._subjects += part.subjects
        self._triples += part.triples
        self._classes.update(part.classes)

    def finish(self) -> Written:
        """End the files; they are never missing, even where there was nothing to write."""
        self._end_volume(self._volume_of(self._volume.number if self._volume else 0))
        return Written(self._files, self._subjects, self._triples, self._classes)

    def _volume_of(self, number: int) -> "_Volume":
        if self._volume is None or self._volume.number != number:
            if self._volume:
                self._end_volume(self._volume)
            self._volume = _Volume(self._folder, self._writers, number)
        return self._volume

    def _end_volume(self, volume: "_Volume") -> None:
        self._files += [stream.end(volume.triples) for stream in volume.streams]
        self._volume = None


class _Volume:
    """A file for each format, being written."""

    def __init__(self, folder: Path, writers: Sequence[Writer], number: int) -> None:
        self.number = number
        self.triples = 0
        self.streams = [_Stream(folder, writer) for writer in writers]

    def abandon(self) -> None:
        """Leave the files as they are; their folder is thrown away."""
        for stream in self.streams:
            stream.abandon()


class _Stream:
    """One file, hashed as it is written."""

    def __init__(self, folder: Path, writer: Writer) -> None:
        self._name = data_file(writer.FORMAT)
        self._writer = writer
        self._file = (folder / self._name).open("wb")
        self._digest = hashlib.sha256()
        self._size = 0
        self._separator = b""
        self._write(writer.header().encode())

    def append(self, part: Path) -> None:
        """A part, with what separates it from the one before; nothing where it is empty."""
        with part.open("rb") as stream:
            chunk = stream.read(_CHUNK_BYTES)
            if chunk:
                self._write(self._separator)
                self._separator = self._writer.SEPARATOR.encode()
            while chunk:
                self._write(chunk)
                chunk = stream.read(_CHUNK_BYTES)

    def end(self, triples: int) -> DataFile:
        """Write the footer, and say what there is."""
        self._write(self._writer.footer().encode())
        self._file.close()
        return DataFile(self._name, self._size, self._digest.hexdigest(), triples)

    def abandon(self) -> None:
        self._file.close()

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)
