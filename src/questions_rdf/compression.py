"""Compressed files of data, written as members that stand one after the other.

Each part is compressed where it was made; gzip and Zstandard both read parts that were put together
as one file. The same bytes always give the same bytes: gzip's clock and file name are left out.
"""

import gzip
from collections.abc import Callable
from io import BufferedReader, RawIOBase
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, NamedTuple, cast

from questions_rdf.extras import required

_GZIP_LEVEL = 6
_ZSTD_LEVEL = 6
_CHUNK_BYTES = 128 * 1024


class Compression(NamedTuple):
    """A way to compress: what names end with, its media type, and how it is done and undone."""

    name: str
    suffix: str
    media_type: str
    compress: Callable[[bytes], bytes]
    decompress: Callable[[bytes], bytes]
    opened: Callable[[Path], BinaryIO]


def _gzipped(data: bytes) -> bytes:
    return gzip.compress(data, _GZIP_LEVEL, mtime=0)


def _gunzipped(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path))


def _zstandard() -> ModuleType:
    return required("zstandard", extra="zstd", what="Zstandard")


def _zstd_compressed(data: bytes) -> bytes:
    return bytes(_zstandard().ZstdCompressor(level=_ZSTD_LEVEL).compress(data))


def _zstd_decompressed(data: bytes) -> bytes:
    return bytes(_zstandard().ZstdDecompressor().decompress(data))


def _zstd_opened(path: Path) -> BinaryIO:
    return cast("BinaryIO", BufferedReader(_Unpacking(path.open("rb"))))


class _Unpacking(RawIOBase):
    """Zstandard frames as a stream; the library's own says nothing where the last one is cut."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._frame: Any = None
        self._unpacked = self._rest = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401
        """The next bytes.

        Raises:
            EOFError: if the file ends inside a frame.
            OSError: if it is no such file.
        """
        while not self._unpacked and self._more():
            pass
        size = min(len(buffer), len(self._unpacked))
        buffer[:size], self._unpacked = self._unpacked[:size], self._unpacked[size:]
        return size

    def close(self) -> None:
        """Close the file, too."""
        self._packed.close()
        super().close()

    def _more(self) -> bool:
        """Unpack some more; whether there was any."""
        packed = self._rest or self._packed.read(_CHUNK_BYTES)
        if not packed:
            if self._frame is not None:
                raise EOFError("the compressed file ends too early")
            return False
        library = _zstandard()
        self._frame = self._frame or library.ZstdDecompressor().decompressobj()
        try:
            self._unpacked = self._frame.decompress(packed)
        except library.ZstdError as error:
            raise OSError(str(error)) from error
        self._rest = self._frame.unused_data
        if self._frame.eof:
            self._frame = None
        return True


GZIP = Compression("gz", ".gz", "application/gzip", _gzipped, gzip.decompress, _gunzipped)
ZSTD = Compression(
    "zst", ".zst", "application/zstd", _zstd_compressed, _zstd_decompressed, _zstd_opened
)

COMPRESSIONS = {one.name: one for one in (GZIP, ZSTD)}
BY_SUFFIX = {one.suffix: one for one in COMPRESSIONS.values()}


def ready(name: str | None) -> None:
    """Find out before the work whether a compression can be had.

    Raises:
        UsageError: if its library is not installed.
    """
    if name == ZSTD.name:
        _zstandard()
