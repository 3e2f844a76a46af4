"""``manifest.json`` of an export: what was read, what was written, what was not. Written last."""

from datetime import date
from pathlib import Path
from typing import Self

import msgspec

from questions_rdf.errors import OutputError
from questions_rdf.exports.counting import Counts


class Data(msgspec.Struct, frozen=True):
    """A file that the tables were made from."""

    file: str
    sha256: str


class TableFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file of the export; ``rows`` as read back, for tables."""

    bytes: int
    sha256: str
    rows: int | None = None


class Triples(msgspec.Struct, frozen=True):
    """What became of the triples; the other five sum to ``read``.

    ``not_chosen`` are those of columns or tables that were not asked for, ``not_exported`` those of
    things that no table is for, ``not_covered`` those of properties that no column is for, and
    ``left_out`` those whose value does not fit its column.
    """

    read: int
    exported: int
    not_chosen: int
    not_exported: int
    not_covered: int
    left_out: int

    @classmethod
    def of(cls, counts: Counts) -> Self:
        """Those that were counted.

        Raises:
            OutputError: if some are not accounted for; that is a fault of this program.
        """
        by_name = (counts.not_exported, counts.not_covered, counts.left_out)
        fates = (counts.exported, counts.not_chosen, *(one.total() for one in by_name))
        if counts.read != sum(fates):
            raise OutputError(
                "the triples read and those exported do not add up; nothing was written"
            )
        return cls(counts.read, *fates)


class Account(msgspec.Struct, frozen=True):
    """All of it; ``not_exported`` by class, ``not_covered`` by property, the others by column."""

    export: str
    version: str
    base: str
    as_of: date | None
    data: list[Data]
    formats: list[str]
    texts: bool
    tables: dict[str, int]
    triples: Triples
    not_exported: dict[str, int]
    not_covered: dict[str, int]
    left_out: dict[str, int]
    dangling: dict[str, int]
    separators: dict[str, str]
    files: dict[str, TableFile]

    @classmethod
    def read(cls, path: Path) -> Self:
        """The account in a file.

        Raises:
            OSError: if there is none.
            msgspec.DecodeError: if it is not one of ours.
        """
        return msgspec.json.decode(path.read_bytes(), type=cls)

    def written(self) -> bytes:
        """The account as it stands in its file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"

    @property
    def whole(self) -> bool:
        """Whether everything that was read has its place, or was not asked for."""
        return not (self.not_exported or self.not_covered or self.left_out)
