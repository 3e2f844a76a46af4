"""One document of the input: a file, a member of an archive, or standard input.

A document can be looked at (``head``) before it is read, and is read once, as a whole or as a
stream. Its SHA-256 is taken on the way, so that nothing is read twice.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import Protocol

from questions_rdf.problems import Origin, Problem

HEAD_BYTES = 64 * 1024
CHUNK_BYTES = 1024 * 1024
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
"""How an archive begins: with a member, or with its end where it has none."""


class ByteStream(Protocol):
    """Whatever bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end."""
        ...


class DocumentError(Exception):
    """A document cannot be read to its end; ``problem`` says why and where."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message.en)


class Document:
    """A named stream of bytes.

    Args:
        origin: where the document is, for problem reports.
        stream: its bytes, from the first one; read here and nowhere else.
        dated: the day that the archive states for its member.
    """

    def __init__(self, origin: Origin, stream: ByteStream, dated: date | None = None) -> None:
        self.origin = origin
        self.dated = dated
        self._stream = stream
        self._digest = hashlib.sha256()
        self._ended = False
        self.size = 0

    @property
    def name(self) -> str:
        """What the document is called: the member's name, else the file's without its folders."""
        return self.origin.member or PurePath(self.origin.file).name

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB (less if the document is shorter)."""
        return self._take(HEAD_BYTES)

    @property
    def short(self) -> bytes | None:
        """All bytes, where the head has them: so it is with nearly every document."""
        head = self.head
        return head if self._ended else None

    def chunks(self) -> Iterator[bytes]:
        """All bytes, in pieces of at most a mebibyte, the head first."""
        yield self.head
        while chunk := self._take(CHUNK_BYTES):
            yield chunk

    def read(self) -> bytes:
        """All bytes at once."""
        return self.head if self._ended else b"".join(self.chunks())

    def exhaust(self) -> None:
        """Read what a reader left unread, so that the digest is of the whole document."""
        self.head  # noqa: B018  (the first bytes come before the others)
        while self._take(CHUNK_BYTES):
            pass

    @property
    def sha256(self) -> str:
        """The digest, in hexadecimal, of what was read so far."""
        return self._digest.hexdigest()

    def _take(self, size: int) -> bytes:
        """The next ``size`` bytes; fewer only at the end, behind which nothing is asked for."""
        pieces = []
        while size > 0 and not self._ended:
            piece = self._stream.read(size)
            pieces.append(piece)
            size -= len(piece)
            self._ended = not piece
        taken = b"".join(pieces)
        self._digest.update(taken)
        self.size += len(taken)
        return taken
