"""By which table the resources of a class are written, and which classes they have together."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from questions_rdf.mapping import tables
from questions_rdf.prefixes import expanded
from questions_rdf.reference.departements import departements
from questions_rdf.rows import Table


class Classe(NamedTuple):
    """The most specific class of some resources, all their classes, and their table by name."""

    name: str
    types: tuple[str, ...]
    table: Table
    table_name: str


@cache
def classes() -> tuple[Classe, ...]:
    """Every class that the mapping writes, in the order of its tables."""
    names = {id(table): name for name, table in vars(tables).items() if isinstance(table, Table)}
    return tuple(
        Classe(types[0], tuple(types), table, names[id(table)])
        for table in tables.TABLES
        for types in _types(table)
    )


def _types(table: Table) -> list[Sequence[str]]:
    """The classes that resources of a table can have, each time the most specific one first."""
    if not callable(table.types):
        return [table.types]
    if table is tables.QUESTION:
        return list(tables.TYPES_QUESTION.values())
    if table is tables.EVENEMENT:
        return list(tables.TYPES_EVENEMENT.values())
    return [(name,) for name in sorted({f"igeo:{one.classe}" for one in departements().values()})]


@cache
def by_precedence() -> tuple[tuple[str, str], ...]:
    """Class IRI and name, those with more superclasses first: the first that a resource has."""
    ordered = sorted(classes(), key=lambda one: -len(one.types))
    return tuple((expanded(one.name), one.name) for one in ordered)
