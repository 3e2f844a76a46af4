"""The folder that downloads are kept in, each with the note of where it comes from."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from questions_rdf import locks
from questions_rdf.errors import OutputError
from questions_rdf.provenance import Provenance, note_of


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say in one sentence that something in the cache cannot be written.

    Raises:
        OutputError: for every error of the file system in the block.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"cannot write {error.filename or path}: {reason}; --cache names another folder"
        ) from error


@contextmanager
def locked(target: Path, wait: Callable[[], None]) -> Iterator[None]:
    """The right to replace ``target``, for one run at a time; ``wait`` is told if another has it.

    The lock ends with the process that holds it, however that ends; its file stays.
    """
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = target.with_name(f".{target.name}.lock").open("ab")
    with lock:
        locks.take(lock, wait)
        yield


def intact(path: Path) -> Provenance | None:
    """The note of the copy ``path``, if there is one and the copy still is what it says."""
    note = Provenance.beside(path)
    return note if note and note.sha256 == sha256_of(path) else None


def sha256_of(path: Path) -> str | None:
    """The digest of a file, in hexadecimal; none if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def note(path: Path, provenance: Provenance) -> None:
    """Write the note of ``path``, at once and whole."""
    written = path.with_name(f".{path.name}.note")
    written.write_bytes(provenance.written())
    written.replace(note_of(path))
