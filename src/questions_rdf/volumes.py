"""The data files of a build, one per format and volume, put together from parts.

A part is what came out of one batch, and was read back there. Bytes are counted and hashed as they
are written, so that no file is read again for the manifest.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Self

from questions_rdf import readback
from questions_rdf.compression import Compression
from questions_rdf.formats import data_file, stem
from questions_rdf.manifest import OutputFile, VolumeManifest
from questions_rdf.rows import Resource
from questions_rdf.writers import WRITERS, TurtleWriter, Writer
from questions_rdf.writers.rendering import Rendering

_CHUNK_BYTES = 1024 * 1024


class Part(NamedTuple):
    """A run of resources in one volume: a text for each format, and what was counted.

    A text that comes from another process is in a file. Between header and footer of a data file,
    parts stand in their order.
    """

    volume: int
    texts: tuple[bytes | Path, ...]
    subjects: int
    triples: int
    classes: Counter[str]


class Span(NamedTuple):
    """Where a part stands in a file, in bytes."""

    path: Path
    start: int
    stop: int


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


class Volumes:
    """Puts parts, in their order, into the data files.

    Args:
        folder: where the files are written.
        formats: names of formats.
        base: the data base.
        compression: how the files are compressed, as their parts already are.
        numbered: whether the volumes have numbers, and a manifest each.
    """

    def __init__(
        self,
        folder: Path,
        formats: Sequence[str],
        base: str,
        compression: Compression | None = None,
        *,
        numbered: bool = False,
    ) -> None:
        self._folder = folder
        self._writers = [WRITERS[name](base) for name in formats]
        self._compression = compression
        self._numbered = numbered
        self._volume: _Volume | None = None
        self._files: list[DataFile] = []
        self._whole = _Count()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        if self._volume:
            self._volume.abandon()

    def append(self, part: Part) -> list[Span]:
        """The next part; its files are used up. Says where it stands in each format."""
        volume = self._volume_of(part.volume)
        spans = [
            stream.append(text) for stream, text in zip(volume.streams, part.texts, strict=True)
        ]
        volume.count.add(part)
        self._whole.add(part)
        return spans

    def finish(self) -> Written:
        """End the files; they are never missing, even where there was nothing to write."""
        self._end_volume(self._volume_of(self._volume.number if self._volume else 0))
        count = self._whole
        return Written(self._files, count.subjects, count.triples, count.classes)

    def _volume_of(self, number: int) -> "_Volume":
        if self._volume is None or self._volume.number != number:
            if self._volume:
                self._end_volume(self._volume)
            named = number if self._numbered else None
            streams = [
                _Stream(self._folder, named, writer, self._compression) for writer in self._writers
            ]
            self._volume = _Volume(number, streams)
        return self._volume

    def _end_volume(self, volume: "_Volume") -> None:
        self._volume = None
        files = [stream.end(volume.count.triples) for stream in volume.streams]
        self._files += files
        if self._numbered:
            said = VolumeManifest(
                volume=volume.number + 1,
                subjects=volume.count.subjects,
                triples=volume.count.triples,
                classes=dict(sorted(volume.count.classes.items())),
                files={one.name: OutputFile(one.bytes, one.sha256, one.triples) for one in files},
            )
            path = self._folder / f"{stem(volume.number)}.manifest.json"
            path.write_bytes(said.written())


class _Count:
    """What was written."""

    def __init__(self) -> None:
        self.subjects = self.triples = 0
        self.classes: Counter[str] = Counter()

    def add(self, part: Part) -> None:
        """One part more."""
        self.subjects += part.subjects
        self.triples += part.triples
        self.classes.update(part.classes)


class _Volume:
    """A file for each format, being written."""

    def __init__(self, number: int, streams: Sequence["_Stream"]) -> None:
        self.number = number
        self.count = _Count()
        self.streams = streams

    def abandon(self) -> None:
        """Leave the files as they are; their folder is thrown away."""
        for stream in self.streams:
            stream.abandon()


class _Stream:
    """One file, hashed as it is written."""

    def __init__(
        self, folder: Path, volume: int | None, writer: Writer, compression: Compression | None
    ) -> None:
        self._name = data_file(writer.FORMAT, volume, compression.suffix if compression else "")
        self._writer = writer
        self._compress = compression.compress if compression else bytes
        self._path = folder / self._name
        self._file = self._path.open("wb")
        self._digest = hashlib.sha256()
        self._size = 0
        self._begun = False
        self._say(writer.header())

    def append(self, text: bytes | Path) -> Span:
        """A part, with what separates it from the one before; nothing where it is empty."""
        chunks = _chunks(text)
        first = next(chunks, b"")
        if first and self._begun:
            self._say(self._writer.SEPARATOR)
        self._begun = self._begun or bool(first)
        start = self._size
        for chunk in chain((first,), chunks):
            self._write(chunk)
        return Span(self._path, start, self._size)

    def end(self, triples: int) -> DataFile:
        """Write the footer, and say what there is."""
        self._say(self._writer.footer())
        self._file.close()
        return DataFile(self._name, self._size, self._digest.hexdigest(), triples)

    def abandon(self) -> None:
        """Leave it as it is."""
        self._file.close()

    def _say(self, text: str) -> None:
        if text:
            self._write(self._compress(text.encode()))

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)


def _chunks(text: bytes | Path) -> Iterator[bytes]:
    """A text in pieces; the file that it is in is used up."""
    if isinstance(text, bytes):
        yield text
        return
    with text.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            yield chunk
    text.unlink()
