"""From what each record says to which records say a word, in memory that does not grow with either.

Records come in order and get numbers. Their words are collected until they take much room, then
written to a file in the order of the alphabet; in the end all such files are read side by side.
"""

import heapq
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import msgspec

ROOM = 48 * 1024 * 1024
"""Bytes that words may take in memory before they are written down, about."""

_LEVEL_BITS = 3
_LENGTH_BYTES = 4
_PER_WORD = 400  # what a word costs beside its records
_BUFFER = 1 << 18


class _Collected:
    """The records that say a word, of those since the last file was written."""

    __slots__ = ("count", "first", "last", "level", "rest")

    def __init__(self, number: int, level: int) -> None:
        self.first = self.last = number
        self.level, self.count, self.rest = level, 1, bytearray()


class _Part(msgspec.Struct, frozen=True, array_like=True):
    """The same in a file; ``rest`` is what follows the first record."""

    word: str
    first: int
    level: int
    last: int
    count: int
    rest: bytes


class Postings(NamedTuple):
    """The records that say a word: how many, and which.

    Each is a number of seven bits a byte, the lowest first, bit 7 set in all but the last byte: how
    far it is from the record before (from -1 at first), times 8, plus its level.
    """

    word: str
    records: int
    content: bytes


class Inversion:
    """Takes what records say, gives who says it.

    Args:
        folder: where files may be written; it is not cleared.
        room: bytes that may be in memory, about.
    """

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self._folder, self._room = folder, room
        self._words: dict[str, _Collected] = {}
        self._size = self._files = 0

    def add(self, number: int, levels: Mapping[str, int]) -> None:
        """A record; numbers rise."""
        for word, level in levels.items():
            found = self._words.get(word)
            if found is None:
                self._words[word] = _Collected(number, level)
                self._size += _PER_WORD
                continue
            gap = (number - found.last) << _LEVEL_BITS | level
            self._size += 1
            while gap > 0x7F:  # noqa: PLR2004 - seven bits
                found.rest.append(gap & 0x7F | 0x80)
                gap >>= 7
                self._size += 1
            found.rest.append(gap)
            found.last = number
            found.count += 1
        if self._size > self._room:
            self._write()

    def merged(self) -> Iterator[Postings]:
        """All words in the order of the alphabet, with all who say them."""
        parts = [self._read(number) for number in range(self._files)]
        parts.append(self._collected())
        merged = heapq.merge(*parts, key=attrgetter("word"))
        for word, found in groupby(merged, key=attrgetter("word")):
            yield _joined(word, found)

    def _collected(self) -> Iterator[_Part]:
        for word, one in sorted(self._words.items()):
            yield _Part(word, one.first, one.level, one.last, one.count, bytes(one.rest))

    def _write(self) -> None:
        encode = msgspec.msgpack.Encoder().encode
        with self._file(self._files).open("wb", buffering=_BUFFER) as file:
            for part in self._collected():
                data = encode(part)
                file.write(len(data).to_bytes(_LENGTH_BYTES, "big") + data)
        self._words.clear()
        self._size = 0
        self._files += 1

    def _read(self, number: int) -> Iterator[_Part]:
        decode = msgspec.msgpack.Decoder(_Part).decode
        with self._file(number).open("rb", buffering=_BUFFER) as file:
            while length := file.read(_LENGTH_BYTES):
                yield decode(file.read(int.from_bytes(length, "big")))

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:04}.words"


def _joined(word: str, parts: Iterator[_Part]) -> Postings:
    content, count, last = bytearray(), 0, -1
    for part in parts:
        content += varint((part.first - last) << _LEVEL_BITS | part.level) + part.rest
        count += part.count
        last = part.last
    return Postings(word, count, bytes(content))


def varint(value: int) -> bytes:
    """A number, seven bits a byte."""
    content = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits
        content.append(value & 0x7F | 0x80)
        value >>= 7
    content.append(value)
    return bytes(content)
