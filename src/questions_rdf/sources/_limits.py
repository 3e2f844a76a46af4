"""What a source may ask for, counted in the bytes that really come, not in those it claims."""

import zipfile
import zlib
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.documents import ByteStream, DocumentError
from questions_rdf.problems import Code, Origin

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # encrypted
    NotImplementedError,  # a compression that the standard library has not
)
"""What reading a broken source raises."""


class Limits(NamedTuple):
    """What an archive may ask for: bytes per member, unpacking ratio, number of members.

    The largest real member (the 14th legislature) has some hundred megabytes and a ratio below 20.
    """

    member_size: int = 4 * 1024**3
    ratio: int = 200
    members: int = 2_000_000


class Limited:
    """A stream that raises :class:`DocumentError` past ``limit`` bytes or where it is broken.

    Args:
        stream: the bytes.
        origin: where they are.
        limit: how many there may be.
        code: the problem of there being more.
        shown: what the problem names as the limit, if that is another number.
    """

    def __init__(
        self, stream: ByteStream, origin: Origin, limit: int, code: Code, shown: int | None = None
    ) -> None:
        self._stream = stream
        self._origin = origin
        self._limit = limit
        self._code = code
        self._shown = shown or limit
        self._read = 0

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes."""
        try:
            data = self._stream.read(size)
        except UNREADABLE as error:
            problem = catalogue.MEMBRE_ILLISIBLE.at(self._origin, reason=error)
            raise DocumentError(problem) from error
        self._read += len(data)
        if self._read > self._limit:
            raise DocumentError(self._code.at(self._origin, limit=self._shown))
        return data
