"""The folder of a site while it is made: nothing but a site is replaced, by one publication."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from questions_rdf import locks
from questions_rdf.errors import OutputError, UsageError
from questions_rdf.manifest import Manifest
from questions_rdf.publication import MANIFEST
from questions_rdf.site.ledger import is_site, kept_from_before

_WORK = ".publication"
_LOCK = "lock"


def refuse_foreign(out: Path) -> None:
    """A site does not take the place of something else.

    Raises:
        UsageError: if there is something else in ``out``.
    """
    if Manifest.found(out / MANIFEST):
        raise UsageError(f"{out} is the output of a build; name another folder with --out")
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is not a folder; name another one with --out")
    if out.is_dir() and any(out.iterdir()) and not (is_site(out) or (out / _WORK).is_dir()):
        raise UsageError(f"{out} holds something else than a site; name another folder with --out")


@contextmanager
def working_in(out: Path) -> Iterator[Path]:
    """An empty folder below ``out``, for this publication alone; gone in the end.

    What one that was cut short had noted of its files is kept there.

    Raises:
        UsageError: if another publication is under way.
        OutputError: if it cannot be written.
    """
    work = out / _WORK
    try:
        work.mkdir(parents=True, exist_ok=True)
        with (work / _LOCK).open("ab") as lock:
            if not locks.try_to_take(lock):
                raise UsageError(f"another publication to {out} is under way")
            kept_from_before(work)
            _emptied(work)
            yield work
            shutil.rmtree(work)
    except OSError as error:
        raise OutputError(f"cannot write {error.filename or out}: {error.strerror}") from error


def _emptied(work: Path) -> None:
    """Take away what a publication that was cut short left, but for what it had noted."""
    for path in work.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != _LOCK and not path.name.startswith("former-"):
            path.unlink()
