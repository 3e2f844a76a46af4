"""An answer on its way: what a worker wrote and the client has not taken yet.

A worker never waits for a client. What is written waits here, a little in memory and the rest in a
file without a name, and a slow client keeps nothing but that.
"""

import asyncio
from tempfile import SpooledTemporaryFile

from questions_rdf.serve.refusals import Refusal

_IN_MEMORY = 1 << 20


class Answer:
    """Bytes that grow at one end and are taken at the other."""

    def __init__(self) -> None:
        self._file: SpooledTemporaryFile[bytes] | None = None
        self._first = b""
        self.size = 0
        self.ended = self.committed = False
        self.failure: Refusal | None = None
        self._more: asyncio.Event | None = None

    def write(self, piece: bytes) -> None:
        """Add to it; the first piece, often the only one, needs no file."""
        if self._file is None and not self.size:
            self._first = piece
        else:
            if self._file is None:
                self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  (closed below)
                self._file.write(self._first)
            self._file.seek(self.size)
            self._file.write(piece)
        self.size += len(piece)
        self._tell()

    def end(self, failure: Refusal | None = None) -> None:
        """Nothing more comes; with a failure, what came is not the whole."""
        self.ended, self.failure = True, failure
        self._tell()

    def commit(self) -> None:
        """What is there stays there, and may be sent."""
        self.committed = True
        self._tell()

    def forget(self) -> None:
        """Begin again: none of it was taken."""
        self.close()
        self._first, self.size = b"", 0

    def close(self) -> None:
        """Let the file go."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def read(self, start: int, most: int) -> bytes:
        """What there is from ``start`` on."""
        if self._file is None:
            return self._first[start : start + most]
        self._file.seek(start)
        return self._file.read(most)

    async def sendable(self, least: int) -> None:
        """Wait until so many bytes may be sent, or nothing more comes."""
        while not (self.ended or (self.committed and self.size >= least)):
            self._more = self._more or asyncio.Event()
            self._more.clear()
            await self._more.wait()

    def _tell(self) -> None:
        if self._more is not None:
            self._more.set()
