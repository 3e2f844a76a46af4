"""What a store has acknowledged, noted after each chunk, so that a later run can go on from there.

The notes stand in the user's state folder (``$XDG_STATE_HOME/questions-rdf/load``), not beside the
data: that may be on a disk for reading only, and a new build replaces its folder. A note is named
by what it is about: the address, the graph and the digest of the data.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from questions_rdf.errors import OutputError


class Receipt(msgspec.Struct, frozen=True):
    """How far a load is: bytes and triples that the store has, and what the graph had before."""

    url: str
    graph: str | None
    data: str
    sent: int = 0
    triples: int = 0
    before: int = 0


class Receipts:
    """The notes in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def known(self, blank: Receipt) -> Receipt | None:
        """What is noted of a load; none if it never began, or is done."""
        with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
            found = msgspec.json.decode(self._path(blank).read_bytes(), type=Receipt)
            same = (found.url, found.graph, found.data) == (blank.url, blank.graph, blank.data)
            return found if same else None
        return None

    def note(self, receipt: Receipt) -> None:
        """Note how far it is.

        Raises:
            OutputError: if it cannot be written.
        """
        path = self._path(receipt)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside = path.with_suffix(".new")
            beside.write_bytes(msgspec.json.encode(receipt))
            beside.replace(path)
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror}") from error

    def forget(self, receipt: Receipt) -> None:
        """It is done."""
        with suppress(OSError):
            self._path(receipt).unlink()

    def _path(self, receipt: Receipt) -> Path:
        what = f"{receipt.url}\n{receipt.graph}\n{receipt.data}"
        return self._folder / f"{hashlib.sha256(what.encode()).hexdigest()[:32]}.json"


def default_folder(environment: Mapping[str, str]) -> Path:
    """Where the notes are kept (https://specifications.freedesktop.org/basedir-spec)."""
    state = environment.get("XDG_STATE_HOME", "")
    # The specification wants a relative path in the variable to be ignored.
    base = Path(state) if Path(state).is_absolute() else Path.home() / ".local" / "state"
    return base / "questions-rdf" / "load"
