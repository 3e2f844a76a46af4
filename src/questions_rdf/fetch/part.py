"""The beginning of a file that is being downloaded, kept so that a later try can go on from it."""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO, Self

import msgspec

_PIECE = 1024 * 1024


class Validators(msgspec.Struct, frozen=True):
    """What tells two states of a file at one address apart, as the server says it."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    @property
    def strong(self) -> str | None:
        """What may stand in ``If-Range``: a weak ETag may not (RFC 9110, 13.1.5)."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return None if self.etag else self.last_modified


class Part:
    """The file ``.NAME.part``, and beside it the validators of what it is the beginning of.

    The names begin with a dot: a build of the folder leaves them aside.
    """

    def __init__(self, target: Path) -> None:
        self.path = target.with_name(f".{target.name}.part")
        self._note = target.with_name(f".{target.name}.part.json")
        self.validators: Validators | None = None
        self.size = 0
        self._stream: BinaryIO | None = None
        self._sha256 = hashlib.sha256()
        self._md5 = hashlib.md5(usedforsecurity=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def recover(self, url: str) -> None:
        """Take up what an earlier run left, if it can be told what it is the beginning of."""
        try:
            found = msgspec.json.decode(self._note.read_bytes(), type=Validators)
            stream = self.path.open("r+b")
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return
        self._stream = stream
        if found.url == url and found.strong:
            self.validators = found
            while piece := stream.read(_PIECE):
                self._count(piece)

    def restart(self, validators: Validators) -> None:
        """Begin anew; what was there is gone."""
        self.discard()
        self._stream = self.path.open("wb")
        self._note.write_bytes(msgspec.json.encode(validators))
        self.validators = validators

    def append(self, piece: bytes) -> None:
        """Write ``piece`` at the end, so that not even a kill costs it."""
        if self._stream is None:
            raise ValueError("append before restart")
        self._stream.write(piece)
        self._stream.flush()
        self._count(piece)

    def _count(self, piece: bytes) -> None:
        self._sha256.update(piece)
        self._md5.update(piece)
        self.size += len(piece)

    @property
    def sha256(self) -> str:
        """The digest, in hexadecimal, of what is there so far."""
        return self._sha256.hexdigest()

    @property
    def md5(self) -> str:
        """The digest that the Assembly publishes; it is no proof of anything but of care."""
        return self._md5.hexdigest()

    def close(self) -> None:
        """Write what is not written yet."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def discard(self) -> None:
        """Take it away."""
        self.close()
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)
        self.validators, self.size = None, 0
        self._sha256 = hashlib.sha256()
        self._md5 = hashlib.md5(usedforsecurity=False)

    def become(self, target: Path) -> None:
        """Take the place of ``target``, at once and whole."""
        self.close()
        with self.path.open("rb") as written:
            os.fsync(written.fileno())
        self.path.replace(target)
        self._note.unlink(missing_ok=True)
