"""Data in pieces that hold whole documents: ranges of N-Triples, and buckets on disk.

A document is a resource with everything nested in it. What this program writes has the triples of
a document together, so that a file of N-Triples can be cut where a document begins; data in another
order is put into buckets, each document in one of them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

_LONGEST_LINE = 64 * 1024**2
_BUFFERED_BYTES = 32 * 1024**2


def ranges(path: Path, size: int, start: int = 0) -> Iterator[tuple[int, int]]:
    """Ranges of bytes of a file of N-Triples from ``start`` on, of ``size`` or a little more.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as stream:
        end = stream.seek(0, 2)
        while start < end:
            stop = _border(stream, start + size, end)
            yield start, stop
            start = stop


def gathered(lines: Iterable[bytes], size: int) -> Iterator[bytes]:
    """Lines of N-Triples as pieces of ``size`` or a little more, cut where a document begins."""
    held: list[bytes] = []
    length, before = 0, b""
    for line in lines:
        document = _document(line)
        if length >= size and document != before:
            yield b"".join(held)
            held, length = [], 0
        held.append(line)
        length, before = length + len(line), document
    if held:
        yield b"".join(held)


def _border(stream: BinaryIO, position: int, end: int) -> int:
    """The first position from ``position`` on at which a line of another document begins."""
    if position >= end:
        return end
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


class Buckets:
    """Files of N-Triples in ``folder``, so many of them, that are filled document by document."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self._number = folder, number
        self._waiting: dict[int, list[str]] = {}
        self._size = 0

    def add(self, document: str, triple: object) -> None:
        """One triple of a document; as text it is N-Triples without the full stop."""
        line = f"{triple} .\n"
        bucket = crc32(document.encode()) % self._number
        self._waiting.setdefault(bucket, []).append(line)
        self._size += len(line)
        if self._size > _BUFFERED_BYTES:
            self._append()

    def files(self) -> list[Path]:
        """The files with all that was added."""
        self._append()
        return sorted(self._folder.glob("*.nt"))

    def _append(self) -> None:
        for number, lines in self._waiting.items():
            path = self._folder / f"{number:06}.nt"
            with path.open("a", encoding="utf-8", newline="\n") as stream:
                stream.writelines(lines)
        self._waiting.clear()
        self._size = 0
