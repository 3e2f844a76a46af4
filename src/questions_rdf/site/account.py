"""``site.json``: what a site was made from and what is in it. It is written last.

``SHA256SUMS`` beside it names every file, as ``sha256sum --check`` reads it.
"""

from datetime import date
from pathlib import Path
from typing import Self

import msgspec

SITE, SUMS = "site.json", "SHA256SUMS"


class Data(msgspec.Struct, frozen=True):
    """A file of data that the site shows."""

    file: str
    sha256: str


class Account(msgspec.Struct, frozen=True):
    """All of it.

    ``pages`` counts the pages of things by kind, each in every language and form; ``triples`` are
    those that belong on them, the ontology's aside. ``left_out`` are those of the data that do not,
    ``nowhere`` the things whose IRI can be no path: both are none in what a build wrote.
    """

    version: str
    base: str
    url: str
    as_of: date | None
    data: list[Data]
    languages: list[str]
    pages: dict[str, int]
    triples: int
    left_out: int
    nowhere: int
    files: int
    size: int
    sums: str

    @classmethod
    def found(cls, folder: Path) -> Self | None:
        """The account of the site in a folder; none if there is none."""
        try:
            return msgspec.json.decode((folder / SITE).read_bytes(), type=cls)
        except (OSError, ValueError):
            return None

    def written(self) -> bytes:
        """The account as it stands in its file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"
