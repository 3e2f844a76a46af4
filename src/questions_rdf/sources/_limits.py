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

_RATIO_FLOOR = 1024 * 1024


class Limits(NamedTuple):
    """What an archive may ask for: bytes per member, unpacking ratio, number of members.

    The largest real member (the 14th legislature) has some hundred megabytes and a ratio below 20.
    """

    member_size: int = 4 * 1024**3
    ratio: int = 200
    members: int = 2_000_000

    @property
    def of_any(self) -> "Bound":
        """For any document."""
        return Bound(self.member_size, catalogue.LIMITE_TAILLE, self.member_size)

    def of_packed(self, size: int) -> "Bound":
        """For a member that takes so many bytes in its archive."""
        return Bound(max(_RATIO_FLOOR, size * self.ratio), catalogue.LIMITE_RATIO, self.ratio)


class Bound(NamedTuple):
    """How many bytes there may be, the problem of there being more, what it names as the limit."""

    limit: int
    code: Code
    shown: int


class Limited:
    """A stream that raises :class:`DocumentError` past one of its bounds or where it is broken.

    Args:
        stream: the bytes.
        origin: where they are.
        bounds: how many there may be; of several that are passed, the first is reported.
    """

    def __init__(self, stream: ByteStream, origin: Origin, *bounds: Bound) -> None:
        self._stream = stream
        self._origin = origin
        self._bounds = bounds
        self._read = 0

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes."""
        try:
            data = self._stream.read(size)
        except UNREADABLE as error:
            problem = catalogue.MEMBRE_ILLISIBLE.at(self._origin, reason=error)
            raise DocumentError(problem) from error
        self._read += len(data)
        for bound in self._bounds:
            if self._read > bound.limit:
                raise DocumentError(bound.code.at(self._origin, limit=bound.shown))
        return data
