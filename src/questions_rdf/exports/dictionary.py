"""The data dictionary: what the tables of an export are, and what their columns hold."""

from collections.abc import Iterator
from typing import NamedTuple

from questions_rdf.exports.csvw import DATATYPES
from questions_rdf.exports.sheets import SHEETS, Column, Role, Sheet
from questions_rdf.exports.table_wording import table_description, table_title
from questions_rdf.exports.wording import description, title
from questions_rdf.problems import Bilingual
from questions_rdf.rows import Kind

IDENTIFIER = "identifier"


class ColumnTold(NamedTuple):
    """A column.

    Args:
        name: in the file.
        title: what it is called.
        meaning: what it holds.
        type: a datatype of CSV on the Web, or ``identifier``.
        several: whether a cell may hold several values.
        term: the property that it comes from; empty if none.
        of: of a name, the column whose thing it names; of a part, what it is a part of.
        leads_to: the tables whose things it may name.
    """

    name: str
    title: Bilingual
    meaning: Bilingual
    type: str
    several: bool
    term: str
    of: str
    leads_to: tuple[str, ...]


class TableTold(NamedTuple):
    """A table: its name, what it is called, what a row of it is, its columns."""

    name: str
    title: Bilingual
    meaning: Bilingual
    columns: list[ColumnTold]


def dictionary() -> Iterator[TableTold]:
    """All tables, in their order."""
    for sheet in SHEETS.values():
        columns = [_column(one) for one in sheet.columns]
        yield TableTold(sheet.name, table_title(sheet), table_description(sheet), columns)


def _column(one: Column) -> ColumnTold:
    is_link = one.kind is Kind.LINK
    return ColumnTold(
        one.name,
        title(one),
        description(one),
        IDENTIFIER if is_link else DATATYPES[one.kind.name],
        one.many,
        one.term,
        _whole(one) if one.role is Role.PARENT else one.of,
        one.targets if is_link else (),
    )


def _whole(one: Column) -> str:
    """Whose property it is that leads to a part."""
    sheet: Sheet = SHEETS[one.targets[0]]
    return sheet.name
