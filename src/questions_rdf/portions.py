"""The data in parts, each of which is read by itself: a range of a file, or a file.

What this program writes has the triples of a document together. Data in another order is put in
order on disk first.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.data_files import BROKEN, is_compressed, opened, quads, syntax
from questions_rdf.document_ranges import Buckets, ranges
from questions_rdf.errors import UnreadableInputError

_RANGE_BYTES = 32 * 1024**2
_BUCKET_BYTES = 16 * 1024**2
_PACKED = 10  # as many times smaller are compressed triples, about


class Portion(NamedTuple):
    """A part of the data: its number, the file, and the range of bytes, if it is not all of it."""

    number: int
    path: Path
    start: int = 0
    stop: int | None = None


def portions(files: Iterable[Path], size: int = _RANGE_BYTES) -> Iterator[Portion]:
    """The parts of the files; which they are does not depend on who reads them.

    Args:
        files: the data.
        size: how many bytes of plain N-Triples a part has, at least.

    Raises:
        UnreadableInputError: if a file cannot be read, or is none of data.
    """
    number = 0
    for path in files:
        for start, stop in _ranges(path, size):
            yield Portion(number, path, start, stop)
            number += 1


def _ranges(path: Path, size: int) -> Iterator[tuple[int, int | None]]:
    if syntax(path) != ox.RdfFormat.N_TRIPLES or is_compressed(path):
        yield 0, None
        return
    try:
        yield from ranges(path, size)
    except OSError as error:
        raise UnreadableInputError(f"{path}: {error.strerror}") from error


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
    buckets = Buckets(folder, 1 + sum(map(_as_n_triples, files)) // _BUCKET_BYTES)
    for path in files:
        for quad in quads(path):
            buckets.add(_document_of(quad, base), quad)
    return buckets.files()


def _document_of(quad: ox.Quad, base: str) -> str:
    return str(quad.subject).strip("<>").removeprefix(base).partition("#")[0]


def _as_n_triples(path: Path) -> int:
    """About how many bytes the file has as plain N-Triples."""
    size = path.stat().st_size * (_PACKED if is_compressed(path) else 1)
    return size if syntax(path) == ox.RdfFormat.N_TRIPLES else 3 * size


def sorted_by_document(found: Iterable[ox.Quad], base: str) -> list[ox.Quad]:
    """The quads of a bucket, which are few, each of them once, by document."""
    return sorted(dict.fromkeys(found), key=lambda quad: _document_of(quad, base))
