"""Data of any size in slices, each read by itself: a part of a file, or a bucket on disk.

What this program writes keeps the triples of a document together, so that parts of the files do:
of N-Triples a range of bytes, of the other formats every n-th stretch of a file, which has to be
parsed from its beginning. Data in another order is put into buckets on disk first, by document.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pyoxigraph as ox

from questions_rdf.data_files import BROKEN, is_compressed, opened
from questions_rdf.document_ranges import Buckets, ranges
from questions_rdf.validation.graphs import DataError, parsed, rdf_format
from questions_rdf.validation.screening.shard import document_of, name_of

SLICE_BYTES = 8 * 1024**2
STRETCH = 30_000


class Slice(NamedTuple):
    """A part of ``path``: a range of bytes, or stretch ``share`` of every ``of``."""

    path: str
    start: int = 0
    stop: int | None = None
    share: int = 0
    of: int = 1
    bucket: bool = False


class NotStreamedError(Exception):
    """A JSON-LD file that cannot be read as a stream."""


def cut(paths: Iterable[Path], shares: int) -> Iterator[Slice]:
    """The slices of all ``paths``; ``shares`` is in how many a file goes that has to be parsed."""
    for path in paths:
        if rdf_format(path) == ox.RdfFormat.N_TRIPLES and not is_compressed(path):
            yield from _ranges(path)
        else:
            yield from (Slice(str(path), share=share, of=shares) for share in range(shares))


def _ranges(path: Path) -> Iterator[Slice]:
    """Ranges of lines that begin where a document begins."""
    try:
        for start, stop in ranges(path, SLICE_BYTES):
            yield Slice(str(path), start, stop)
    except OSError as error:
        raise DataError(f"{path}: {error}") from error


# ---- Reading


def quads(one: Slice) -> Iterator[ox.Quad]:
    """The quads of a slice.

    Raises:
        DataError: if they are not well-formed RDF.
        NotStreamedError: if the file is JSON-LD that has to be read as a whole.
    """
    path = Path(one.path)
    try:
        if one.stop is not None:
            yield from _range(path, one)
        elif one.bucket:
            with path.open("rb") as stream:
                yield from ox.parse(stream, format=ox.RdfFormat.N_TRIPLES)
        else:
            with opened(path) as stream:
                every = _streamed(stream, rdf_format(path))
                yield from every if one.of == 1 else _own(every, one)
    except BROKEN as error:
        raise DataError(f"{path}: {error}") from error


def _range(path: Path, one: Slice) -> Iterator[ox.Quad]:
    with path.open("rb") as stream:
        stream.seek(one.start)
        content = stream.read((one.stop or 0) - one.start)
    try:
        yield from parsed(content, ox.RdfFormat.N_TRIPLES)
    except SyntaxError:
        # The same error again, with the number that the line has in the file.
        with path.open("rb") as stream:
            yield from parsed(stream, ox.RdfFormat.N_TRIPLES)


def _streamed(stream: BinaryIO, form: ox.RdfFormat) -> Iterator[ox.Quad]:
    """A file as a stream; JSON-LD if its keys stand in the order that streaming needs."""
    if form != ox.RdfFormat.JSON_LD:
        yield from parsed(stream, form)
        return
    try:
        yield from parsed(stream, ox.RdfFormat.STREAMING_JSON_LD)
    except (SyntaxError, ValueError) as error:
        raise NotStreamedError from error


def _whole(path: Path) -> Iterator[ox.Quad]:
    """All quads of a file, whatever the order of the keys in JSON-LD."""
    form = rdf_format(path)
    try:
        with opened(path) as stream:
            yield from parsed(stream, form)
    except BROKEN as error:
        raise DataError(f"{path}: {error}") from error


def _own(found: Iterator[ox.Quad], one: Slice) -> Iterator[ox.Quad]:
    """The documents that begin in a stretch of this share; each ends where another one begins."""
    position, before = 0, ""
    pending: list[ox.Quad] = []
    while True:
        stretch, inside = divmod(position, STRETCH)
        left = STRETCH - inside
        if stretch % one.of != one.share:
            last = _skipped(chain(pending, found), left)
            if last is None:
                return
            before, position, pending = _document(last), position + left, []
            continue
        last = None
        for quad in islice(chain(pending, found), left):
            position += 1
            if last is None and _document(quad) == before:
                continue
            last = quad
            yield quad
        if position % STRETCH:
            return
        pending = []
        if last is not None:
            before = _document(last)
            for quad in found:
                if _document(quad) != before:
                    pending = [quad]
                    break
                position += 1
                yield quad
            else:
                return


def _skipped(found: Iterator[ox.Quad], number: int) -> ox.Quad | None:
    """The last of so many quads that are passed over, if there are so many."""
    deque(islice(found, number - 1), maxlen=0)
    return next(found, None)


def _document(quad: ox.Quad) -> str:
    return document_of(name_of(quad.subject))


# ---- Putting in order


def put_in_order(paths: Iterable[Path], folder: Path) -> list[Slice]:
    """The triples of ``paths`` in buckets under ``folder``, each document in one of them.

    Blank nodes get labels that hold from now on.

    Raises:
        DataError: if a file is not well-formed RDF.
    """
    paths = list(paths)
    buckets = Buckets(folder, 1 + sum(map(_as_n_triples, paths)) // SLICE_BYTES)
    for path in paths:
        for quad in _whole(path):
            buckets.add(_document(quad), quad)
    return [Slice(str(path), bucket=True) for path in buckets.files()]


def _as_n_triples(path: Path) -> int:
    """About how many bytes the file has as N-Triples."""
    size = path.stat().st_size if path.exists() else 0
    return size if rdf_format(path) == ox.RdfFormat.N_TRIPLES else 3 * size
