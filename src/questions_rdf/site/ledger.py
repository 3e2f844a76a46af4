"""Which files a site has: those written now, those of before that nobody writes any more."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from questions_rdf.site.account import SITE, SUMS
from questions_rdf.site.writing import Written

_NAME = "ledger.sqlite"
_DIGEST = 64
_AT_A_TIME = 10_000


class Ledger:
    """Takes note of every file that is written, in the order of writing.

    ``SHA256SUMS`` grows in the working folder; the files that the former one names, or that of a
    publication that was cut short, are gone from the site in the end if nobody wrote them again.

    Args:
        site: the folder of the site.
        work: the folder to work in, below it.
    """

    def __init__(self, site: Path, work: Path) -> None:
        self._site, self._work = site, work
        self.files = self.size = self.changed = self.removed = 0
        self._digest = hashlib.sha256()
        self._former = sqlite3.connect(work / _NAME, isolation_level=None)
        self._former.execute("PRAGMA synchronous = OFF")
        self._former.execute("CREATE TABLE former (path TEXT PRIMARY KEY) WITHOUT ROWID")
        for sums in (site / SUMS, work / f"former-{SUMS}"):
            self._remember(_named_in(sums))
        self._sums = (work / SUMS).open("w", encoding="utf-8", newline="\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sums.close()
        self._former.close()

    def note(self, written: Iterable[Written]) -> None:
        """Files that stand in the site now."""
        lines, paths = [], []
        for one in written:
            lines.append(f"{one.sha256.hex()}  {one.path}\n")
            paths.append((one.path,))
            self.files += 1
            self.size += one.size
            self.changed += one.changed
        text = "".join(lines)
        self._digest.update(text.encode())
        self._sums.write(text)
        self._former.execute("BEGIN")
        self._former.executemany("DELETE FROM former WHERE path = ?", paths)
        self._former.execute("COMMIT")

    def sums(self) -> str:
        """The SHA-256 of all that was noted."""
        return self._digest.hexdigest()

    def close(self) -> None:
        """Take away what nobody wrote again; then ``SHA256SUMS`` holds."""
        self._sums.close()
        for (path,) in self._former.execute("SELECT path FROM former ORDER BY path"):
            self._remove(path)
        (self._work / SUMS).replace(self._site / SUMS)

    def _remember(self, paths: Iterable[str]) -> None:
        self._former.execute("BEGIN")
        self._former.executemany("INSERT OR IGNORE INTO former VALUES (?)", ((p,) for p in paths))
        self._former.execute("COMMIT")

    def _remove(self, path: str) -> None:
        file = self._site / path
        if ".." in file.parts or not file.is_file():
            return
        file.unlink()
        self.removed += 1
        with suppress(OSError):  # it still holds something
            for folder in file.relative_to(self._site).parents:
                if folder.name:
                    (self._site / folder).rmdir()


def kept_from_before(work: Path) -> bool:
    """Whether a publication was cut short; what it had noted is put where the next one sees it."""
    unfinished = work / SUMS
    if not unfinished.is_file():
        return False
    with (work / f"former-{SUMS}").open("a", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{'0' * _DIGEST}  {path}\n" for path in _named_in(unfinished))
    return True


def _named_in(sums: Path) -> Iterator[str]:
    """The paths in a file of sums; one that was cut short may end in half a line."""
    try:
        with sums.open(encoding="utf-8", newline="\n") as stream:
            for line in stream:
                if line.endswith("\n") and line[_DIGEST : _DIGEST + 2] == "  ":
                    yield line[_DIGEST + 2 : -1]
    except FileNotFoundError:
        return


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site, whole or in the making."""
    return (folder / SITE).is_file() or (folder / SUMS).is_file()
