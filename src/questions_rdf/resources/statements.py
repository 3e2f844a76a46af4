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
    named, literal = ox.NamedNode, ox.Literal
    for quad in quads:
        # All data passes here, twice: a call for each term took as long as all the rest.
        subject, found = quad.subject, quad.object
        value: Value
        if type(found) is named:
            value = found.value
        elif type(found) is literal:
            value = Literal(found.value, found.datatype.value, found.language)
        else:
            value = str(found)  # a blank node: _:name
        name = subject.value if type(subject) is named else str(subject)
        yield Statement(name, quad.predicate.value, value)


Said = dict[str, dict[str, list[Value]]]
"""Values by subject and property, in the order of the statements."""


def by_subject(statements: Iterable[Statement]) -> Said:
    """Statements looked up by subject and property."""
    said: Said = {}
    for subject, term, value in statements:
        said.setdefault(subject, {}).setdefault(term, []).append(value)
    return said


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
