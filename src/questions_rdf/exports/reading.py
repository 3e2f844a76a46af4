"""The data in parts, each of which is read by itself: a range of a file, or a file.

What this program writes has the triples of a document together. Data in another order is put in
order on disk first.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

import pyoxigraph as ox

from questions_rdf.data_files import BROKEN, is_compressed, opened, quads, syntax
from questions_rdf.errors import UnreadableInputError

_RANGE_BYTES = 32 * 1024**2
_LONGEST_LINE = 64 * 1024**2
_BUCKET_BYTES = 16 * 1024**2
_BUFFERED_BYTES = 32 * 1024**2
_PACKED = 10  # as many times smaller are compressed triples, about


class Portion(NamedTuple):
    """A part of the data: its number, the file, and the range of bytes, if it is not all of it."""

    number: int
    path: Path
    start: int = 0
    stop: int | None = None


def portions(files: Iterable[Path]) -> Iterator[Portion]:
    """The parts of the files; which they are does not depend on who reads them.

    Raises:
        UnreadableInputError: if a file cannot be read, or is none of data.
    """
    number = 0
    for path in files:
        for start, stop in _ranges(path):
            yield Portion(number, path, start, stop)
            number += 1


def _ranges(path: Path) -> Iterator[tuple[int, int | None]]:
    if syntax(path) != ox.RdfFormat.N_TRIPLES or is_compressed(path):
        yield 0, None
        return
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, 2)
            start = 0
            while start < size:
                stop = _border(stream, start + _RANGE_BYTES, size)
                yield start, stop
                start = stop
    except OSError as error:
        raise UnreadableInputError(f"{path}: {error.strerror}") from error


def _border(stream: BinaryIO, position: int, size: int) -> int:
    """The first position from ``position`` on at which a line of another document begins."""
    if position >= size:
        return size
    stream.seek(position)
    stream.readline(_LONGEST_LINE)
    before = _document(stream.readline(_LONGEST_LINE))
    while True:
        border = stream.tell()
        line = stream.readline(_LONGEST_LINE)
        if not line or _document(line) != before:
            return border


def _document(line: bytes) -> bytes:
    return line.lstrip().partition(b">")[0].partition(b"#")[0]


class NotStreamedError(Exception):
    """A file of JSON-LD whose keys do not stand in the order that reading it as a stream needs."""


def read(portion: Portion, *, streamed: bool = True) -> Iterator[ox.Quad]:
    """The quads of a part; JSON-LD as a stream, which holds a fraction of it, or as a whole.

    Raises:
        NotStreamedError: if JSON-LD has to be read as a whole.
        UnreadableInputError: if they are not what the name of the file says.
    """
    if portion.stop is None:
        is_json = syntax(portion.path) == ox.RdfFormat.JSON_LD
        yield from _stream(portion.path) if streamed and is_json else quads(portion.path)
        return
    try:
        with portion.path.open("rb") as stream:
            stream.seek(portion.start)
            content = stream.read(portion.stop - portion.start)
        yield from ox.parse(content, format=ox.RdfFormat.N_TRIPLES, rename_blank_nodes=True)
    except BROKEN as error:
        raise UnreadableInputError(f"{portion.path}: {error}") from error


def _stream(path: Path) -> Iterator[ox.Quad]:
    try:
        with opened(path) as stream:
            form = ox.RdfFormat.STREAMING_JSON_LD
            yield from ox.parse(stream, format=form, rename_blank_nodes=True)
    except (SyntaxError, ValueError) as error:
        raise NotStreamedError from error
    except BROKEN as error:
        raise UnreadableInputError(f"{path}: {error}") from error


def in_order(files: Iterable[Path], base: str, folder: Path) -> list[Path]:
    """The triples of ``files`` in buckets under ``folder``, each document in one of them."""
    files = list(files)
    number = 1 + sum(map(_as_n_triples, files)) // _BUCKET_BYTES
    waiting: dict[int, list[str]] = {}
    size = 0
    for path in files:
        for quad in quads(path):
            line = f"{quad} .\n"
            document = _document_of(quad, base)
            waiting.setdefault(crc32(document.encode()) % number, []).append(line)
            size += len(line)
            if size > _BUFFERED_BYTES:
                _append(waiting, folder)
                size = 0
    _append(waiting, folder)
    return sorted(folder.glob("*.nt"))


def _document_of(quad: ox.Quad, base: str) -> str:
    return str(quad.subject).strip("<>").removeprefix(base).partition("#")[0]


def _as_n_triples(path: Path) -> int:
    """About how many bytes the file has as plain N-Triples."""
    size = path.stat().st_size * (_PACKED if is_compressed(path) else 1)
    return size if syntax(path) == ox.RdfFormat.N_TRIPLES else 3 * size


def _append(waiting: dict[int, list[str]], folder: Path) -> None:
    for number, lines in waiting.items():
        with (folder / f"{number:06}.nt").open("a", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)
    waiting.clear()


def sorted_by_document(found: Iterable[ox.Quad], base: str) -> list[ox.Quad]:
    """The quads of a bucket, which are few, each of them once, by document."""
    return sorted(dict.fromkeys(found), key=lambda quad: _document_of(quad, base))
