"""JSON with one object a line (NDJSON, JSON Lines), cut into its lines without loading it."""

import re
from collections.abc import Iterable, Iterator

from questions_rdf.readers._byte_window import MAX_RECORD_BYTES

# A first line with more on it than the brace that a printed-out document opens with.
_FIRST_LINE = re.compile(rb'(?:\xef\xbb\xbf)?\s*+\{[ \t]*+"')
_NEXT_LINE = re.compile(rb"\n[ \t]*+\{")
# What comes before an object inside a document: on another line too.
_BEFORE_INNER = b"[,:"
_NEAR = 100
_SHORTEST = 20


def beginning(chunks: Iterator[bytes]) -> bytes:
    """As much as it takes to see whether there are lines: the first one, and what comes next."""
    taken = [next(chunks, b"")]
    ended = b"\n" in taken[0].lstrip()
    while not ended and (chunk := next(chunks, b"")):
        taken.append(chunk)
        ended = b"\n" in chunk
    return b"".join((*taken, next(chunks, b"")))


def is_lines(data: bytes) -> bool:
    """Whether a document that begins so has one object a line.

    In a document of its own, an object on a new line stands behind a bracket, comma or colon.
    """
    if b"\n" not in data or not _FIRST_LINE.match(data):
        return False
    return any(
        before and before[-1:] not in _BEFORE_INNER
        for before in (
            data[max(match.start() - _NEAR, 0) : match.start()].rstrip()
            for match in _NEXT_LINE.finditer(data)
        )
    )


def lines(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Each line that is not blank, and its number; of an endless one the beginning."""
    number, open_line, held = 1, list[bytes](), 0
    for chunk in chunks:
        first, *further = chunk.split(b"\n")
        if held < MAX_RECORD_BYTES:
            open_line.append(first)
            held += len(first)
        for line in further:
            if _says_something(whole := b"".join(open_line)):
                yield number, whole
            number, open_line, held = number + 1, [line], len(line)
    if _says_something(whole := b"".join(open_line)):
        yield number, whole


def opens_a_record(line: bytes) -> bool:
    """Whether a line may be meant as a record, whole or not."""
    return len(line) >= _SHORTEST and _FIRST_LINE.match(line) is not None


def _says_something(line: bytes) -> bool:
    return line != b"" and not line.isspace()
