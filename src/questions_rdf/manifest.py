"""``manifest.json``: what a build read, wrote and found. It is written last."""

from datetime import date
from pathlib import Path
from typing import Self

import msgspec


class Input(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file that was given to the build, and what it was then.

    Of a download: the address it came from, and the day that the server gave it.
    """

    file: str
    bytes: int
    sha256: str
    fetched_from: str | None = None
    dated: date | None = None


class OutputFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file of the output; ``triples`` as read back, for data files."""

    bytes: int
    sha256: str
    triples: int | None = None


class VolumeManifest(msgspec.Struct, frozen=True):
    """``questions-0001.manifest.json``: what one volume of several holds."""

    volume: int
    subjects: int
    triples: int
    classes: dict[str, int]
    files: dict[str, OutputFile]

    def written(self) -> bytes:
        """The manifest as it stands in its file."""
        return _written(self)


class Records(msgspec.Struct, frozen=True):
    """What became of the records: read = published + merged + rejected.

    ``merged`` counts the further readings of questions that several sources give.
    """

    read: int
    published: int
    merged: int
    rejected: int


class Problems(msgspec.Struct, frozen=True):
    """The lines of ``problems.jsonl``, counted; those of validation are among them."""

    error: int
    warning: int
    info: int
    by_code: dict[str, int]


class Conformity(msgspec.Struct, frozen=True):
    """The SHACL results, counted; ``checked`` is false where validation was left out."""

    checked: bool
    violations: int
    warnings: int
    infos: int


class Manifest(msgspec.Struct, frozen=True):
    """All of it."""

    version: str
    base: str
    as_of: date | None
    inputs: list[Input]
    reference: list[Input]
    documents: int
    records: Records
    triples: int
    classes: dict[str, int]
    problems: Problems
    shacl: Conformity
    files: dict[str, OutputFile]

    @classmethod
    def read(cls, path: Path) -> Self:
        """The manifest in a file.

        Raises:
            OSError: if there is none.
            ValueError: if it is not one of ours.
        """
        return msgspec.json.decode(path.read_bytes(), type=cls)

    @classmethod
    def found(cls, path: Path) -> Self | None:
        """The manifest in a file; none if there is no such file, or it is not one of ours."""
        try:
            return cls.read(path)
        except (OSError, ValueError, RecursionError):
            return None

    def written(self) -> bytes:
        """The manifest as it stands in its file."""
        return _written(self)

    @property
    def sound(self) -> bool:
        """Whether nothing was found that is an error or a violation."""
        return self.problems.error == 0


def _written(manifest: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"
