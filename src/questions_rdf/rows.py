"""What a row of the mapping is, and how a table of rows is applied to an object."""

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto
from operator import attrgetter
from typing import Any, NamedTuple, Union


class Kind(Enum):
    """How a value is written in RDF."""

    STRING = auto()  # a plain literal
    FRENCH = auto()  # a literal tagged fr
    INTEGER = auto()  # canonical xsd:integer
    DATE = auto()  # xsd:date
    BOOLEAN = auto()  # xsd:boolean
    DURATION = auto()  # xsd:duration
    COUNT = auto()  # xsd:nonNegativeInteger, in the description of the data set only
    HEX = auto()  # xsd:hexBinary
    HTML = auto()  # rdf:HTML
    LINK = auto()  # the IRI of a thing of ours, relative to the data base
    ADDRESS = auto()  # an absolute IRI
    TERM = auto()  # a prefixed name of an ontology
    NESTED = auto()  # a resource that is described inside its parent


class Row(NamedTuple):
    """A field and its term.

    Args:
        key: the name of the field in JSON-LD, in camel case; the same in every class.
        term: the property, as a prefixed name.
        kind: how the value is written.
        field: the path of the attribute; the key in snake case if not given.
        through: what is applied to each value, such as the function that mints its IRI.
        table: for a nested resource, its table.
    """

    key: str
    term: str
    kind: Kind
    field: str = ""
    through: Callable[[Any], Any] | None = None
    table: "Table | None" = None


class Node(NamedTuple):
    """A resource: its IRI (relative to the base), its classes, its values by row."""

    iri: str
    types: Sequence[str]
    values: list[tuple[Row, Union[str, "Node"]]]


class Table:
    """The rows of one class of resource, compiled once.

    Args:
        iri: gives the IRI of an object.
        types: the classes of an object, the most specific first, as prefixed names.
        rows: the properties, in the order in which they are written.
    """

    def __init__(
        self,
        iri: Callable[[Any], str],
        types: Callable[[Any], Sequence[str]] | Sequence[str],
        rows: Sequence[Row],
    ) -> None:
        self._iri = iri
        self.types = types
        self.rows = tuple(rows)
        self._compiled = [
            (row, attrgetter(row.field or _snake(row.key)), _lexical(row)) for row in rows
        ]

    def node(self, thing: object) -> Node:
        """``thing`` as a resource; what it does not state gives no value."""
        values: list[tuple[Row, str | Node]] = []
        for row, read, lexical in self._compiled:
            value = read(thing)
            if value is None:
                continue
            # Exactly a tuple: records of ours that are named tuples are single values.
            for item in value if type(value) is tuple else (value,):
                written = lexical(item)
                if written is not None:
                    values.append((row, written))
        types = self.types
        return Node(self._iri(thing), types(thing) if callable(types) else types, values)


def _lexical(row: Row) -> Callable[[Any], "str | Node | None"]:
    """How one value of ``row`` is spelled."""
    spell = row.table.node if row.table else _SPELLED.get(row.kind)
    through = row.through
    if through is None:
        return spell or _as_it_is
    if spell is None:
        return through

    def spelled(item: Any) -> "str | Node | None":  # noqa: ANN401
        value = through(item)
        return None if value is None else spell(value)

    return spelled


def _as_it_is(value: str) -> str:
    return value


_SPELLED: dict[Kind, Callable[[Any], str]] = {
    Kind.INTEGER: str,
    Kind.COUNT: str,
    Kind.DATE: lambda day: str(day.isoformat()),
    Kind.BOOLEAN: lambda value: "true" if value else "false",
}


def _snake(key: str) -> str:
    """``ministereInterroge`` → ``ministere_interroge``, ``pageJO`` → ``page_jo``."""
    return re.sub(r"(?<=[a-z])([A-Z]+)", r"_\1", key).lower()
