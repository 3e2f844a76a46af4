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
_ENTRY = struct.Struct("<4s6H3L5H2L")
_FULL = 0xFFFFFFFF
_UTF_8 = 0x800
_BUFFER = 1024 * 1024
_LONGEST = _ENTRY.size + 3 * 0xFFFF
_ZIP_EPOCH = 1980
_LARGE_NUMBERS = 1  # the kind of an extra field
_LARGE = ("size", "compressed", "offset")  # in the order in which they stand there


class _Entry(NamedTuple):
    """An entry of the directory; ``name``, ``extra`` and ``comment`` are lengths."""

    signature: bytes
    made_by: int
    needed: int
    flags: int
    method: int
    hour: int
    day: int
    crc: int
    compressed: int
    size: int
    name: int
    extra: int
    comment: int
    disk: int
    internal: int
    external: int
    offset: int


class Directory:
    """The members of an archive of ordinary small files, folders left out; they can be counted."""

    def __init__(self, stream: IO[bytes], start: int, count: int, largest: int) -> None:
        self._stream, self._start, self._count = stream, start, count
        hashes = array("q")
        for entry, name in self._entries():
            if name.endswith(b"/"):
                continue
            if not is_ordinary(entry.method, entry.flags) or entry.size > largest:
                raise ValueError("not an ordinary member")
            hashes.append(hash(name))
        self.files = len(hashes)
        self._repeated = {one for one, other in pairwise(sorted(hashes)) if one == other}

    def __iter__(self) -> Iterator[Member]:
        waiting = set(self._repeated)
        for entry, name in self._entries():
            if not name.endswith(b"/"):
                again = bool(waiting) and hash(name) in waiting
                if again:
                    waiting.discard(hash(name))
                yield _member(entry, name, again=again)

    def _entries(self) -> Iterator[tuple[_Entry, bytes]]:
        """Each entry, and its name as it stands."""
        position, data = 0, b""
        self._stream.seek(self._start)
        for _ in range(self._count):
            if len(data) - position < _LONGEST:
                data, position = data[position:] + self._stream.read(_BUFFER), 0
            entry = _Entry._make(_ENTRY.unpack_from(data, position))
            if entry.signature != b"PK\x01\x02":
                raise ValueError("not an entry")
            begin = position + _ENTRY.size
            position = begin + entry.name + entry.extra + entry.comment
            if position > len(data):
                raise ValueError("the directory ends early")
            end = begin + entry.name
            if _FULL in (entry.size, entry.compressed, entry.offset):
                entry = _long(entry, data[end : end + entry.extra])
            yield entry, data[begin:end]


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


def _long(entry: _Entry, extra: bytes) -> _Entry:
    """An entry whose large numbers stand in its extra field."""
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        if kind == _LARGE_NUMBERS:
            names = [name for name in _LARGE if getattr(entry, name) == _FULL]
            found = struct.unpack_from(f"<{len(names)}Q", extra, position + 4)
            return entry._replace(**dict(zip(names, found, strict=True)))
        position += 4 + length
    raise ValueError("a large number is missing")


def _member(entry: _Entry, name: bytes, *, again: bool) -> Member:
    text = name.decode("utf-8" if entry.flags & _UTF_8 else "cp437")
    day = entry.day
    return Member(
        name=text.partition("\0")[0],
        offset=entry.offset,
        stored=entry.method == ZIP_STORED,
        compressed=entry.compressed,
        size=entry.size,
        crc=entry.crc,
        dated=((day >> 9) + _ZIP_EPOCH, day >> 5 & 0xF, day & 0x1F),
        again=again,
    )
