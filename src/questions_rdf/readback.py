"""Everything written is parsed back by a strict parser, counted, and compared."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, Quad, RdfFormat, parse

from questions_rdf.compression import Compression
from questions_rdf.errors import OutputError
from questions_rdf.formats import FORMATS, JSON_LD, N_TRIPLES, QUICKEST_FIRST, TURTLE
from questions_rdf.writers import WRITERS

_MODULUS = 2**64
_BLANK = b"_:"
"""What blank nodes of N-Triples begin with: if it is nowhere, no triple has to be looked at."""

_SYNTAX = {
    TURTLE.name: RdfFormat.TURTLE,
    N_TRIPLES.name: RdfFormat.N_TRIPLES,
    # The streaming profile keeps a tenth of what the plain JSON-LD parser holds.
    JSON_LD.name: RdfFormat.STREAMING_JSON_LD,
}
_BY_EXTENSION = {form.extension: form for form in FORMATS.values()}


class Fingerprint(NamedTuple):
    """How many triples, and the sum of their hashes: equal for equal graphs in any order."""

    triples: int
    hashes: int


def fingerprint(path: Path) -> Fingerprint:
    """The fingerprint of a file that this project wrote.

    Raises:
        OutputError: if it does not parse, or holds a blank node.
    """
    form = _BY_EXTENSION[path.suffix]
    with _parsing(path.name):
        return _fingerprint(_named(parse(path=path, format=_SYNTAX[form.name]), path.name))


def read_back(
    formats: Sequence[str], parts: Sequence[bytes], base: str, triples: int
) -> list[Quad]:
    """The triples of parts of files, which hold the same graph, of so many triples.

    Args:
        formats: the names of the formats.
        parts: what stands between header and footer in each of them.
        base: the data base.
        triples: how many there must be.

    Raises:
        OutputError: if they do not; that is a fault of this program, not of the input.
    """
    by_name = dict(zip(formats, parts, strict=True))
    first, *others = (form.name for form in QUICKEST_FIRST if form.name in by_name)
    with _parsing(first):
        quads = list(_parsed(first, by_name[first], base))
    if first != N_TRIPLES.name or _BLANK in by_name[first]:
        deque(_named(quads, first), maxlen=0)
    found = {first: _fingerprint(quads)}
    for name in others:
        # Where the first one has no blank node, another with one has other hashes. Its triples are
        # not kept: a list of them would take longer than the hashes, 25 µs a question.
        with _parsing(name):
            found[name] = _fingerprint(_parsed(name, by_name[name], base))
    _compare(found, triples)
    return quads


def _parsed(name: str, part: bytes, base: str) -> Iterator[Quad]:
    return parse(_document(name, part, base), _SYNTAX[name])


@contextmanager
def _parsing(name: str) -> Iterator[None]:
    """Say what does not parse."""
    try:
        yield
    except (SyntaxError, MemoryError) as error:  # MemoryError: a token over the parser's limit
        raise OutputError(f"{name} does not parse: {error}") from error


def compressed(data: bytes, compression: Compression | None) -> bytes:
    """``data`` as it is written, unpacked once to see that it is there.

    Raises:
        OutputError: if it is not.
    """
    if compression is None:
        return data
    packed = compression.compress(data)
    if compression.decompress(packed) != data:
        raise OutputError(f"what was compressed ({compression.name}) does not unpack as it was")
    return packed


def _compare(found: Mapping[str, Fingerprint], triples: int) -> None:
    for name, print_of in found.items():
        if print_of.triples != triples:
            raise OutputError(f"{name}: {print_of.triples} triples read back, {triples} written")
    if len(set(found.values())) > 1:
        raise OutputError(f"the files hold different graphs: {', '.join(found)}")


def _document(name: str, part: bytes, base: str) -> bytes:
    """A part of a file as a file."""
    header, footer = _frame(name, base)
    return b"".join((header, part, footer)) if header or footer else part


@lru_cache
def _frame(name: str, base: str) -> tuple[bytes, bytes]:
    writer = WRITERS[name](base)
    return writer.header().encode(), writer.footer().encode()


def _named(quads: Iterable[Quad], name: str) -> Iterator[Quad]:
    """``quads``, all of whose nodes have a name that lasts."""
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise OutputError(f"{name}: a blank node in the data: {quad}")
        yield quad


def _fingerprint(quads: Iterable[Quad]) -> Fingerprint:
    hashes = list(map(hash, quads))
    return Fingerprint(len(hashes), sum(hashes) % _MODULUS)
