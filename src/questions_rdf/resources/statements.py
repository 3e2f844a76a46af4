"""Statements as plain values: what a page says does not depend on where it was read from."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

_BLANK = "_:"


class Literal(NamedTuple):
    """A literal; of one with a language the datatype is ``rdf:langString``."""

    value: str
    datatype: str
    language: str | None = None


Value = str | Literal
"""An IRI (a blank node begins with ``_:``), or a literal."""


class Statement(NamedTuple):
    """One triple."""

    subject: str
    term: str
    value: Value


def statements_of(quads: Iterable[ox.Quad | ox.Triple]) -> Iterator[Statement]:
    """Quads, or triples, as statements."""
    for quad in quads:
        yield Statement(_name(quad.subject), quad.predicate.value, _value(quad.object))


Said = dict[str, dict[str, list[Value]]]
"""Values by subject and property, in the order of the statements."""


def by_subject(statements: Iterable[Statement]) -> Said:
    """Statements looked up by subject and property."""
    said: Said = {}
    for subject, term, value in statements:
        said.setdefault(subject, {}).setdefault(term, []).append(value)
    return said


def _value(term: object) -> Value:
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language)
    return _name(term)


def _name(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return term.value
    return str(term)  # a blank node: _:name


def is_blank(name: str) -> bool:
    """Whether a subject or value has no IRI."""
    return name.startswith(_BLANK)


def as_term(value: Value) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The term of an RDF library for a value."""
    if isinstance(value, Literal):
        if value.language:
            return ox.Literal(value.value, language=value.language)
        return ox.Literal(value.value, datatype=ox.NamedNode(value.datatype))
    return ox.BlankNode(value[len(_BLANK) :]) if is_blank(value) else ox.NamedNode(value)
