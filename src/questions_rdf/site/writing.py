"""Files of the site on disk: only what changed is written, each file appears whole."""

import filecmp
import hashlib
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from questions_rdf.errors import OutputError
from questions_rdf.site.site_file import AnyFile, CopiedFile, SiteFile, StreamedFile

_UNFINISHED = ".new"


class Written(NamedTuple):
    """A file that stands in the site now: its path, bytes, SHA-256, and whether it is new there."""

    path: str
    size: int
    sha256: bytes
    changed: bool


class Writer:
    """Puts files into the folder of the site."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.fspath(folder)
        self._folders = {self._folder}

    def write(self, file: AnyFile) -> Written:
        """Put a file in its place, unless the very same stands there already.

        Raises:
            OutputError: if it cannot be written, or its path leads out of the site.
        """
        path = self._place(file.path)
        try:
            if isinstance(file, SiteFile):
                return self._written(file, path)
            self._make_room(path)
            return _copied(file, path) if isinstance(file, CopiedFile) else _streamed(file, path)
        except OSError as error:
            raise OutputError(f"cannot write {path}: {error.strerror}") from error

    def _written(self, file: SiteFile, path: str) -> Written:
        changed = not _is_there(path, file.content)
        if changed:
            self._make_room(path)
            unfinished = f"{path}{_UNFINISHED}"
            # A Path takes as long to make as a page to be written.
            with open(unfinished, "wb", buffering=0) as stream:  # noqa: PTH123
                stream.write(file.content)
            os.replace(unfinished, path)  # noqa: PTH105
        digest = hashlib.sha256(file.content).digest()
        return Written(file.path, len(file.content), digest, changed)

    def _place(self, path: str) -> str:
        if path.startswith("/") or any(part in {"", ".", ".."} for part in path.split("/")):
            raise OutputError(f"no path of a site: {path}")
        return f"{self._folder}/{path}"

    def _make_room(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


def _is_there(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123
            return os.fstat(stream.fileno()).st_size == len(content) and stream.readall() == content
    except (FileNotFoundError, NotADirectoryError):
        return False


def _streamed(file: StreamedFile, path: str) -> Written:
    unfinished, digest, size = Path(f"{path}{_UNFINISHED}"), hashlib.sha256(), 0
    with unfinished.open("wb") as stream:
        for chunk in file.chunks:
            digest.update(chunk)
            size += stream.write(chunk)
    return _kept(file.path, unfinished, Path(path), size, digest.digest())


def _copied(file: CopiedFile, path: str) -> Written:
    """A second name for the same file, where the disk has that: nothing writes into either."""
    unfinished, target = Path(f"{path}{_UNFINISHED}"), Path(path)
    unfinished.unlink(missing_ok=True)
    try:
        unfinished.hardlink_to(file.source)
    except OSError:
        shutil.copyfile(file.source, unfinished)
    with unfinished.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").digest()
    return _kept(file.path, unfinished, target, unfinished.stat().st_size, digest)


def _kept(name: str, unfinished: Path, target: Path, size: int, digest: bytes) -> Written:
    """The new file in the place of the former one, unless that is the same."""
    changed = not (target.is_file() and filecmp.cmp(unfinished, target, shallow=False))
    if changed:
        unfinished.replace(target)
    else:
        unfinished.unlink()
    return Written(name, size, digest, changed)
