"""What a row of the mapping is, and what a table of rows is."""

import re
from collections.abc import Callable, Sequence
from enum import Enum, Flag, auto
from typing import Any, NamedTuple


class Kind(Enum):
    """How a value is written in RDF."""

    STRING = auto()  # a plain literal
    FRENCH = auto()  # a literal tagged fr
    INTEGER = auto()  # canonical xsd:integer
    DECIMAL = auto()  # xsd:decimal, without zeros at the end
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


class Basis(Flag):
    """What a value rests upon; several where it depends on the source or on the reference data."""

    STATED = auto()  # the source says it
    DEDUCED = auto()  # it follows from other facts, by a rule of ours
    REFERENCE = auto()  # the reference data says it


class Row(NamedTuple):
    """A field and its term.

    Args:
        key: the name of the field in JSON-LD, in camel case; the same in every class.
        term: the property, as a prefixed name.
        kind: how the value is written.
        field: the path of the attribute; the key in snake case if not given.
        through: what is applied to each value, such as the function that mints its IRI.
        table: for a nested resource, its table.
        many: whether the field is a tuple of values; else it is one value or ``None``.
        basis: what the values rest upon.
    """

    key: str
    term: str
    kind: Kind
    field: str = ""
    through: Callable[[Any], Any] | None = None
    table: "Table | None" = None
    many: bool = False
    basis: Basis = Basis.STATED

    @property
    def path(self) -> str:
        """The attribute that the row reads, with dots where it lies deeper."""
        return self.field or _snake(self.key)


class Table:
    """The rows of one class of resource.

    Args:
        iri: gives the IRI of an object, relative to the base.
        types: the classes of an object, the most specific first, as prefixed names.
        rows: the properties, in the order in which they are written.
    """

    def __init__(
        self,
        iri: Callable[[Any], str],
        types: Callable[[Any], Sequence[str]] | Sequence[str],
        rows: Sequence[Row],
    ) -> None:
        self.iri = iri
        self.types = types
        self.rows = tuple(rows)


class Resource(NamedTuple):
    """A thing, and the table by which it is written."""

    table: Table
    thing: object

    @property
    def iri(self) -> str:
        """The IRI of the resource, relative to the base."""
        return self.table.iri(self.thing)


def _snake(key: str) -> str:
    """``ministereInterroge`` → ``ministere_interroge``, ``pageJO`` → ``page_jo``."""
    return re.sub(r"(?<=[a-z])([A-Z]+)", r"_\1", key).lower()
