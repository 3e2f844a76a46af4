"""A zip archive written as a stream, of any number of members and of any size, in constant memory.

The standard library keeps a record of each member until the end: a gigabyte for a million. Here the
directory waits in a temporary file. The same members give the same bytes.
"""

import shutil
import struct
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END64, _LOCATOR64 = b"PK\x06\x06", b"PK\x06\x07"
_VERSION64 = 45
_UTF8_NAMES = 0x800
_DEFLATED = 8
_NO_DATE = 0x21  # 1 January 1980: no day that anybody would believe
_MOST_16, _MOST_32 = 0xFFFF, 0xFFFFFFFF
_LEVEL = 1
_EXTRA64 = 0x0001


class Archive:
    """An archive that is being written."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b")
        self._directory = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the archive)
        self._members = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._file, self._directory:
            if error is None:
                self._end()

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """One more member, of those bytes."""
        offset = self._file.tell()
        self._file.write(_local(name.encode(), 0, 0, 0))
        squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        begin = self._file.tell()
        checksum = size = 0
        for piece in pieces:
            checksum, size = zlib.crc32(piece, checksum), size + len(piece)
            self._file.write(squeeze.compress(piece))
        self._file.write(squeeze.flush())
        packed = self._file.tell() - begin
        self._file.seek(offset)
        self._file.write(_local(name.encode(), checksum, packed, size))
        self._file.seek(0, 2)
        self._directory.write(_central(name.encode(), checksum, packed, size, offset))
        self._members += 1

    def _end(self) -> None:
        start, size = self._file.tell(), self._directory.tell()
        self._directory.seek(0)
        shutil.copyfileobj(self._directory, self._file)
        count = self._members
        if count >= _MOST_16 or start + size >= _MOST_32:
            long = (44, _VERSION64, _VERSION64, 0, 0, count, count, size, start)
            self._file.write(_END64 + struct.pack("<QHHIIQQQQ", *long))
            self._file.write(_LOCATOR64 + struct.pack("<IQI", 0, start + size, 1))
        some, place = min(count, _MOST_16), min(start, _MOST_32)
        record = (0, 0, some, some, min(size, _MOST_32), place, 0)
        self._file.write(_END + struct.pack("<HHHHIIH", *record))


def _local(name: bytes, checksum: int, packed: int, size: int) -> bytes:
    """The header before a member; always with the long sizes, so that its length is known."""
    extra = struct.pack("<HHQQ", _EXTRA64, 16, size, packed)
    head = struct.pack(
        "<HHHHHIIIHH",
        _VERSION64,
        _UTF8_NAMES,
        _DEFLATED,
        0,
        _NO_DATE,
        checksum,
        _MOST_32,
        _MOST_32,
        len(name),
        len(extra),
    )
    return _LOCAL + head + name + extra


def _central(name: bytes, checksum: int, packed: int, size: int, offset: int) -> bytes:
    """The member's line in the directory."""
    extra = struct.pack("<HHQQQ", _EXTRA64, 24, size, packed, offset)
    head = struct.pack(
        "<HHHHHHIIIHHHHHII",
        _VERSION64,
        _VERSION64,
        _UTF8_NAMES,
        _DEFLATED,
        0,
        _NO_DATE,
        checksum,
        _MOST_32,
        _MOST_32,
        len(name),
        len(extra),
        0,
        0,
        0,
        0,
        _MOST_32,
    )
    return _CENTRAL + head + name + extra
