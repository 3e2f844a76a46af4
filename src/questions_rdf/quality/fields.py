"""Which properties are measured on which classes, and which of them have to be there.

Nothing is listed here: the properties are the rows of the mapping, as far as the closed shapes and
the domains of the ontology allow them on a class; whether they are required, the shapes say.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from questions_rdf import iris
from questions_rdf.mapping.classes import classes
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Severity
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.rows import Kind, Row
from questions_rdf.validation.requirements import foreseen, requirements
from questions_rdf.validation.shapes import load_shapes

_NAMED: tuple[Callable[[Any], Any], ...] = (iris.acteur, iris.groupe, iris.ministere)
"""What makes addresses that may be made of a name, for want of an identifier."""


class Need(StrEnum):
    """Whether a resource has to have a property: its absence is a violation, a warning, nothing."""

    MANDATORY = "mandatory"
    EXPECTED = "expected"
    OPTIONAL = "optional"


class Field(NamedTuple):
    """A property of a class: its key in the mapping, its term, whether it has to be there.

    ``names`` says that it leads to a person or a body, which may be known by name only.
    """

    key: str
    term: str
    need: Need
    names: bool


class Measured(NamedTuple):
    """A class, with its superclasses, and its properties."""

    classe: str
    types: tuple[str, ...]
    fields: tuple[Field, ...]


@cache
def measured_classes() -> tuple[Measured, ...]:
    """Every class that the mapping writes, in its order; the most specific one of a resource."""
    rules = load_shapes(strict=True)
    required = {(one.classe, one.term): one.severity for one in requirements(rules)}
    allowed = foreseen(rules)
    found: dict[tuple[str, ...], Measured] = {}
    for known in classes():
        types, before = known.types, found.get(known.types)
        fields = [
            _field(row, types, required) for row in known.table.rows if _fits(row, types, allowed)
        ]
        listed = before.fields if before else ()
        keys = {field.key for field in listed}
        new = tuple(field for field in fields if field.key not in keys)
        found[types] = Measured(known.name, types, (*listed, *new))
    return tuple(found.values())


def _fits(row: Row, types: Sequence[str], allowed: dict[str, frozenset[str]]) -> bool:
    """Whether a resource of these classes can have the property of a row at all."""
    term = expanded(row.term)
    mine = [expanded(one) for one in types]
    if any(term not in allowed[one] for one in mine if one in allowed):
        return False
    known = termes().get(term)
    return known is None or not known.domains or not known.domains.isdisjoint(mine)


def _field(row: Row, types: Sequence[str], required: dict[tuple[str, str], Severity]) -> Field:
    severities = [required.get((expanded(one), expanded(row.term))) for one in types]
    if Severity.ERROR in severities:
        need = Need.MANDATORY
    else:
        need = Need.EXPECTED if any(severities) else Need.OPTIONAL
    return Field(row.key, row.term, need, row.kind is Kind.LINK and row.through in _NAMED)
