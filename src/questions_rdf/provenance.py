"""Where a downloaded file comes from: the note ``NAME.json`` that stands beside it.

The download writes it, the build reads it. It holds what the server said, not what the local clock
says: two people who have the same file have the same note.
"""

import re
from datetime import date
from pathlib import Path
from typing import Self

import msgspec

_ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_LARGEST_NOTE = 64 * 1024
_SUFFIX = ".json"


class Provenance(msgspec.Struct, frozen=True, omit_defaults=True):
    """The address of a file, what it was then, and the validators of the server.

    ``dated`` is the day of the file by the server: that of its last change, else that on which it
    was sent.
    """

    url: str
    sha256: str
    size: int
    etag: str | None = None
    last_modified: str | None = None
    dated: date | None = None

    @classmethod
    def beside(cls, path: Path) -> Self | None:
        """The note of the file ``path``; none if there is none, or if it is not one of ours."""
        try:
            with note_of(path).open("rb") as note:
                found = msgspec.json.decode(note.read(_LARGEST_NOTE), type=cls)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return found if _ADDRESS.fullmatch(found.url) else None

    def written(self) -> bytes:
        """The note as it stands in its file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def note_of(path: Path) -> Path:
    """Where the note of the file ``path`` stands."""
    return path.with_name(path.name + _SUFFIX)


def is_note(path: Path) -> bool:
    """Whether ``path`` is the note of a file that stands beside it."""
    noted = path.with_suffix("")
    return path.suffix == _SUFFIX and noted.is_file() and Provenance.beside(noted) is not None
