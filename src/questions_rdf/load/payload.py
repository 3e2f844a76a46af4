"""The data to send: which files, whether they are what a build wrote, and N-Triples in chunks."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import pyoxigraph as ox

from questions_rdf import data_files
from questions_rdf.document_ranges import gathered, ranges
from questions_rdf.errors import UnreadableInputError
from questions_rdf.manifest import Manifest, OutputFile
from questions_rdf.publication import MANIFEST

_BLANK_NODE = re.compile(rb"^[ \t]*(?:_:|<[^>\n]*>[ \t]*<[^>\n]*>[ \t]*_:)", re.MULTILINE)
_TO_CHECK = 8 * 1024**2


class Payload(NamedTuple):
    """Files of data with what is known of them."""

    files: tuple[Path, ...]
    digest: str
    triples: int | None
    """As the manifest counts them; none for files that no manifest vouches for."""
    bytes: int | None
    """Of N-Triples, where that is known without reading all."""


class Chunk(NamedTuple):
    """Whole documents as N-Triples: from where to where in all that is to be sent."""

    start: int
    stop: int
    body: bytes
    triples: int


def payload(path: Path) -> Payload:
    """What ``path`` stands for, checked: nothing is sent of data that cannot be sent whole.

    Raises:
        UnreadableInputError: if the data is not what its manifest says, is no RDF, or has blank
            nodes.
    """
    files = unchanged_files(path)
    triples = _vouched(files)
    if triples is None:
        _check(files)
    return Payload(files, _digest(files), triples, _length(files))


def unchanged_files(path: Path) -> tuple[Path, ...]:
    """The files that ``path`` stands for.

    Raises:
        UnreadableInputError: if there are none, or one is not what the build wrote.
    """
    files = tuple(data_files.data_files(path))
    if changed := data_files.changed(files):
        raise UnreadableInputError(
            f"{changed[0]} is not what the build wrote there ({MANIFEST}); build it again"
        )
    return files


def chunks(files: Sequence[Path], size: int, start: int = 0) -> Iterator[Chunk]:
    """The data from byte ``start`` on, in chunks of ``size`` or a little more.

    Raises:
        UnreadableInputError: if a file cannot be read.
    """
    position = 0
    for file in files:
        for body in _bodies(file, size, max(0, start - position)):
            if not isinstance(body, bytes):  # passed over without being read
                position += body
                continue
            stop = position + len(body)
            yield Chunk(position, stop, body, _triples(body))
            position = stop


def _bodies(file: Path, size: int, start: int) -> Iterator[bytes | int]:
    """Pieces of a file, or how many bytes of it were passed over."""
    try:
        if _is_plain(file):
            yield min(start, file.stat().st_size)
            yield from _read(file, size, start)
        else:
            yield from _gathered(file, size, start)
    except data_files.BROKEN as error:
        raise UnreadableInputError(f"{file}: {error}") from error


def _read(file: Path, size: int, start: int) -> Iterator[bytes]:
    with file.open("rb") as stream:
        for begin, end in ranges(file, size, start):
            stream.seek(begin)
            yield stream.read(end - begin)


def _gathered(file: Path, size: int, start: int) -> Iterator[bytes | int]:
    """Of a file that can be read from its beginning only."""
    passed = 0
    lines = _lines(file)
    for line in lines:
        if passed + len(line) > start:
            yield passed
            yield from gathered(_again(line, lines), size)
            return
        passed += len(line)
    yield passed


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _lines(file: Path) -> Iterator[bytes]:
    """A file as lines of N-Triples, whatever it is written in."""
    if data_files.syntax(file) == ox.RdfFormat.N_TRIPLES:
        with data_files.opened(file) as stream:
            yield from stream
    else:
        for quad in data_files.quads(file):
            yield f"{quad.triple} .\n".encode()


def _is_plain(file: Path) -> bool:
    is_n_triples = data_files.syntax(file) == ox.RdfFormat.N_TRIPLES
    return is_n_triples and not data_files.is_compressed(file)


def _triples(body: bytes) -> int:
    lines = (line.lstrip() for line in body.splitlines())
    return sum(1 for line in lines if line and not line.startswith(b"#"))


def _vouched(files: Sequence[Path]) -> int | None:
    """How many triples the manifests count in the files; none if they do not know one of them."""
    counts = [_stated(file) for file in files]
    known = [one.triples for one in counts if one is not None and one.triples is not None]
    return sum(known) if len(known) == len(files) else None


def _stated(file: Path) -> OutputFile | None:
    try:
        return Manifest.read(file.parent / MANIFEST).files.get(file.name)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _check(files: Sequence[Path]) -> None:
    """Read data that nobody vouches for once, before any of it is sent."""
    for file in files:
        for _ in data_files.quads(file):
            pass
        if any(_BLANK_NODE.search(chunk.body) for chunk in chunks([file], _TO_CHECK)):
            # One node would become two where a chunk ends, and another one at each attempt.
            raise UnreadableInputError(
                f"{file} has blank nodes, which cannot be sent in pieces; use --bulk"
            )


def _digest(files: Sequence[Path]) -> str:
    return hashlib.sha256("\n".join(data_files.digests(files)).encode()).hexdigest()


def _length(files: Sequence[Path]) -> int | None:
    if not all(_is_plain(file) for file in files):
        return None
    return sum(file.stat().st_size for file in files)
