"""A report as one value: words, tables of typed cells, charts as data. Every output renders it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

import msgspec

from questions_rdf.problems import Bilingual

Cell = str | int | float | date | Bilingual | None
Row = tuple[Cell, ...]


class Kind(StrEnum):
    """What the cells of a column are; an ordinal is a number that names something."""

    TEXT = "text"
    INTEGER = "integer"
    ORDINAL = "ordinal"
    DECIMAL = "decimal"
    SHARE = "share"
    DATE = "date"
    LINK = "link"

    @property
    def is_figure(self) -> bool:
        """Whether the cells are numbers, which stand at the right."""
        return self in {Kind.INTEGER, Kind.ORDINAL, Kind.DECIMAL, Kind.SHARE}


class Column(msgspec.Struct, frozen=True):
    """A column: its name for machines, its heading, what a cell without a value means.

    ``link`` names the column that holds the address behind these cells.
    """

    key: str
    title: Bilingual
    kind: Kind = Kind.TEXT
    absent: Bilingual | None = None
    link: str | None = None


class Series(msgspec.Struct, frozen=True):
    """A column that a chart draws, and the class of the style sheet that gives its colour."""

    key: str
    style: str


class Shape(StrEnum):
    """How a chart is drawn."""

    STACKED = "stacked"
    DOTS = "dots"
    CURVE = "curve"


class Chart(msgspec.Struct, frozen=True):
    """A chart of a section: of the columns of its table, the first rows.

    A curve has points of its own, of which the table shows some, and marks on its abscissa.
    """

    name: str
    shape: Shape
    title: Bilingual
    description: Bilingual
    series: tuple[Series, ...] = ()
    unit: Bilingual = Bilingual("", "")
    rows: int = 0
    points: tuple[tuple[float, float], ...] = ()
    marks: tuple[tuple[float, Bilingual], ...] = ()


class Section(msgspec.Struct, frozen=True):
    """A table with what is said above it; ``total`` is its last row."""

    title: Bilingual
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    lead: Bilingual | None = None
    charts: tuple[Chart, ...] = ()

    def column(self, key: str) -> int:
        """Where the column ``key`` stands."""
        return [column.key for column in self.columns].index(key)


class Source(msgspec.Struct, frozen=True):
    """Where the figures come from: the build that was read, and the licence of its data."""

    jour: date
    sha256: str
    fichiers: tuple[str, ...]
    producteur: str = "Assemblée nationale"
    licence: str = "Licence Ouverte 2.0"
    adresse_licence: str = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"

    def said(self) -> Bilingual:
        """One sentence of it."""
        return Bilingual(
            f"Source : {self.producteur} ({self.licence}), données au {self.jour.isoformat()}, "
            f"SHA-256 {self.sha256}.",
            f"Source: {self.producteur} ({self.licence}), data as of {self.jour.isoformat()}, "
            f"SHA-256 {self.sha256}.",
        )


class Report(msgspec.Struct, frozen=True):
    """All of it; ``by`` is what the sections are, where their rows do not say so.

    ``columns`` are those of each section, if they all have the same, even where there is none.
    """

    name: str
    title: Bilingual
    lead: Bilingual
    as_of: date
    source: Source
    sections: tuple[Section, ...]
    notes: tuple[Bilingual, ...] = ()
    by: Column | None = None
    columns: tuple[Column, ...] = ()


class Flat(NamedTuple):
    """One table of all sections that have the same columns."""

    title: Bilingual
    columns: tuple[Column, ...]
    rows: list[Row]
    total: Row | None


def flat(report: Report, lang: str) -> list[Flat]:
    """The sections as few tables: those with the same columns are one.

    What a section is becomes a column in front, unless its rows say so themselves.
    """
    columns = report.sections[0].columns if report.sections else report.columns
    if report.by is None and any(one.columns != columns for one in report.sections):
        return [Flat(one.title, one.columns, list(one.rows), one.total) for one in report.sections]
    by = (report.by,) if report.by else ()
    rows = [
        (*((section.title.in_language(lang),) if by else ()), *row)
        for section in report.sections
        for row in section.rows
    ]
    return [Flat(report.title, (*by, *columns), rows, None)]
