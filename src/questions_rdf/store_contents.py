"""What a store on disk was built from: the data as it was then, the ontology, the engine."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import msgspec
import pyoxigraph as ox

from questions_rdf.data_files import digests, extension
from questions_rdf.errors import UnreadableInputError
from questions_rdf.query import ontology_files

_LAYOUT = 1  # of the folder; another one is another store
_CONTENTS = "contents.json"
_KEY_LENGTH = 32
KEY_PATTERN = rf"[0-9a-f]{{{_KEY_LENGTH}}}"


class Seen(msgspec.Struct, frozen=True):
    """A file as it was when its digest was taken: with the same times and length it is the same."""

    path: str
    bytes: int
    modified: int
    changed: int
    sha256: str

    @classmethod
    def now(cls, path: Path, sha256: str = "") -> Self:
        """The file as it is; the digest is not looked at."""
        is_now = path.stat()
        times = (is_now.st_mtime_ns, is_now.st_ctime_ns)
        return cls(str(path.absolute()), is_now.st_size, *times, sha256)

    def is_so_still(self) -> bool:
        """Whether nobody touched the file since."""
        try:
            return self.now(Path(self.path), self.sha256) == self
        except OSError:
            return False


class Contents(msgspec.Struct, frozen=True):
    """What a store was built from, and by what."""

    layout: int
    pyoxigraph: str
    data: list[str]
    ontology: list[str]
    files: list[Seen]

    @property
    def key(self) -> str:
        """The name of its folder; where the files were is no part of it."""
        identity = (self.layout, self.pyoxigraph, self.data, self.ontology)
        return hashlib.sha256(msgspec.json.encode(identity)).hexdigest()[:_KEY_LENGTH]

    @classmethod
    def of(cls, files: Sequence[Path], seen: Sequence[Seen]) -> Self:
        """What a store of the files has to be built from now."""
        now = _with_digests(files, seen)
        data = [f"{one.sha256}{extension(Path(one.path))}" for one in now]
        # The format on disk is RocksDB's and Oxigraph's: of another version it may not be read.
        return cls(_LAYOUT, ox.__version__, sorted(data), digests(ontology_files()), now)

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """What a finished store says of itself."""
        try:
            return msgspec.json.decode((folder / _CONTENTS).read_bytes(), type=cls)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def write(self, folder: Path) -> None:
        """At once and whole."""
        write_whole(folder / _CONTENTS, folder / f".{_CONTENTS}", self)


def _with_digests(files: Sequence[Path], seen: Sequence[Seen]) -> list[Seen]:
    """The files with their digests, which are taken anew only where something moved."""
    by_path = {one.path: one for one in seen if one.is_so_still()}
    unknown = [file for file in files if str(file.absolute()) not in by_path]
    try:
        before = [Seen.now(file) for file in unknown]  # a change after that is to be noticed
    except OSError as error:
        raise UnreadableInputError(f"{error.filename}: {error.strerror}") from error
    for one, sha256 in zip(before, digests(unknown), strict=True):
        by_path[one.path] = msgspec.structs.replace(one, sha256=sha256)
    return [by_path[str(file.absolute())] for file in files]


def write_whole(path: Path, beside: Path, what: msgspec.Struct) -> None:
    """Write a file at once: beside it first, then by a rename."""
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(what), indent=2) + b"\n")
    beside.replace(path)
