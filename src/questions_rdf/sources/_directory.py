"""The directory of a zip archive, gone through entry by entry.

Python's ``zipfile`` makes an object of each entry and keeps them all: 128 MB for 200,000 members.
Here one is held at a time. What is not quite ordinary (comments that look like an end, data before
the archive, other compressions) is left to ``zipfile``.
"""

import struct
from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import IO, NamedTuple
from zipfile import ZIP_STORED

from questions_rdf.sources._members import Member, is_ordinary

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
# Left out: versions, hour, disk, attributes.
_ENTRY = struct.Struct("<4s4x2H2xH3L3H8xL")
_FULL = 0xFFFFFFFF
_UTF_8 = 0x800
_BUFFER = 1024 * 1024
_LONGEST = _ENTRY.size + 3 * 0xFFFF
_ZIP_EPOCH = 1980
_LARGE_NUMBERS = 1  # the kind of an extra field


class _Entry(NamedTuple):
    """What is needed of an entry of the directory; the name as it stands."""

    name: bytes
    flags: int
    method: int
    day: int
    crc: int
    compressed: int
    size: int
    offset: int


class Directory:
    """The members of an archive of ordinary small files, folders left out; they can be counted."""

    def __init__(self, stream: IO[bytes], start: int, count: int, largest: int) -> None:
        self._stream, self._start, self._count = stream, start, count
        hashes = array("q")
        for entry in self._entries():
            if not is_ordinary(entry.method, entry.flags) or entry.size > largest:
                raise ValueError("not an ordinary member")
            hashes.append(hash(entry.name))
        self.files = len(hashes)
        self._repeated = {one for one, other in pairwise(sorted(hashes)) if one == other}

    def __iter__(self) -> Iterator[Member]:
        waiting = set(self._repeated)
        for entry in self._entries():
            again = bool(waiting) and hash(entry.name) in waiting
            if again:
                waiting.discard(hash(entry.name))
            yield _member(entry, again=again)

    def _entries(self) -> Iterator[_Entry]:
        """Each entry that is no folder."""
        position, data = 0, b""
        self._stream.seek(self._start)
        for _ in range(self._count):
            if len(data) - position < _LONGEST:
                data, position = data[position:] + self._stream.read(_BUFFER), 0
            (signature, flags, method, day, crc, compressed, size, *lengths, offset) = (
                _ENTRY.unpack_from(data, position)
            )
            if signature != b"PK\x01\x02":
                raise ValueError("not an entry")
            begin = position + _ENTRY.size
            position = begin + sum(lengths)
            if position > len(data):
                raise ValueError("the directory ends early")
            end = begin + lengths[0]
            name = data[begin:end]
            if _FULL in (size, compressed, offset):
                extra = data[end : end + lengths[1]]
                size, compressed, offset = _large((size, compressed, offset), extra)
            if not name.endswith(b"/"):
                yield _Entry(name, flags, method, day, crc, compressed, size, offset)


def directory_of(stream: IO[bytes], largest: int) -> Directory | None:
    """The directory of an archive of ordinary files, none of them larger than so many bytes.

    Nothing where ``zipfile`` should look.
    """
    try:
        size = stream.seek(0, 2)
        start, count = _place(stream, size)
        return Directory(stream, start, count, largest)
    except (OSError, ValueError, struct.error):
        return None
    finally:
        stream.seek(0)


def _place(stream: IO[bytes], size: int) -> tuple[int, int]:
    """Where the directory begins, and how many entries it has."""
    stream.seek(size - _END.size)
    signature, disk, _, here, count, length, start, comment = _END.unpack(stream.read(_END.size))
    end = size - _END.size
    if signature != b"PK\x05\x06" or disk or comment or here != count:
        raise ValueError("not an ordinary end")
    if _FULL in (length, start) or count == 0xFFFF:  # noqa: PLR2004  (see the long form)
        count, length, start, end = _long_form(stream, end)
    if start + length != end:
        raise ValueError("something stands before the archive")
    return start, count


def _long_form(stream: IO[bytes], end: int) -> tuple[int, int, int, int]:
    """Count, length, start and end of the directory of a large archive."""
    stream.seek(end - _LOCATOR_64.size)
    signature, _, place, disks = _LOCATOR_64.unpack(stream.read(_LOCATOR_64.size))
    if signature != b"PK\x06\x07" or disks > 1:
        raise ValueError("no place of a long form")
    stream.seek(place)
    signature, *_, here, count, length, start = _END_64.unpack(stream.read(_END_64.size))
    if signature != b"PK\x06\x06" or here != count or place + _END_64.size + 20 != end:
        raise ValueError("not an ordinary long form")
    return count, length, start, place


def _large(numbers: tuple[int, ...], extra: bytes) -> Iterator[int]:
    """Numbers of an entry, of which the large ones stand in its extra field, in this order."""
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        if kind == _LARGE_NUMBERS:
            large = struct.unpack_from(f"<{numbers.count(_FULL)}Q", extra, position + 4)
            following = iter(large)
            return (next(following) if number == _FULL else number for number in numbers)
        position += 4 + length
    raise ValueError("a large number is missing")


def _member(entry: _Entry, *, again: bool) -> Member:
    # To read ASCII as that is 20 times as fast.
    utf_8 = entry.flags & _UTF_8 or entry.name.isascii()
    day = entry.day
    return Member(
        name=entry.name.decode("utf-8" if utf_8 else "cp437").partition("\0")[0],
        offset=entry.offset,
        stored=entry.method == ZIP_STORED,
        compressed=entry.compressed,
        size=entry.size,
        crc=entry.crc,
        dated=((day >> 9) + _ZIP_EPOCH, day >> 5 & 0xF, day & 0x1F),
        again=again,
    )
