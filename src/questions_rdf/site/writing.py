"""Files of the site on disk: only what changed is written, each file appears whole."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from questions_rdf.errors import OutputError
from questions_rdf.site.site_file import SiteFile

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

    def write(self, file: SiteFile) -> Written:
        """Put a file in its place, unless the very same stands there already.

        Raises:
            OutputError: if it cannot be written, or its path leads out of the site.
        """
        path = self._place(file.path)
        digest = hashlib.sha256(file.content).digest()
        try:
            changed = not _is_there(path, file.content)
            if changed:
                self._put(path, file.content)
        except OSError as error:
            raise OutputError(f"cannot write {path}: {error.strerror}") from error
        return Written(file.path, len(file.content), digest, changed)

    def _place(self, path: str) -> str:
        if path.startswith("/") or any(part in {"", ".", ".."} for part in path.split("/")):
            raise OutputError(f"no path of a site: {path}")
        return f"{self._folder}/{path}"

    def _put(self, path: str, content: bytes) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        unfinished = f"{path}{_UNFINISHED}"
        with open(unfinished, "wb", buffering=0) as stream:  # noqa: PTH123  (a Path takes as long as the writing)
            stream.write(content)
        os.replace(unfinished, path)  # noqa: PTH105


def _is_there(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123
            return os.fstat(stream.fileno()).st_size == len(content) and stream.readall() == content
    except (FileNotFoundError, NotADirectoryError):
        return False
