"""For each term of the ontology the first statement of the data that uses it.

One pass over the data finds them all; parts of the data may be gone through apart and merged in
their order. A dictionary with an entry a term is all that is kept.
"""

from collections.abc import Iterable, Mapping
from functools import cache

import pyoxigraph as ox

from questions_rdf.reference.vocabulaire import termes
from questions_rdf.resources.places import ONTOLOGY, document
from questions_rdf.resources.statements import Statement, as_term, statements_of

Examples = dict[str, Statement]
"""Term → the first statement that uses it: as property, as class or as value."""


@cache
def wanted() -> frozenset[str]:
    """The terms and items of lists that an example is looked for."""
    return frozenset(iri for iri in termes() if document(iri) == ONTOLOGY)


def collect(statements: Iterable[Statement], into: Examples) -> None:
    """Keep the first statement of each term that has none yet."""
    terms = wanted()
    for one in statements:
        if one.term in terms and one.term not in into:
            into[one.term] = one
        if isinstance(one.value, str) and one.value in terms and one.value not in into:
            into[one.value] = one


def examples(statements: Iterable[Statement]) -> Examples:
    """The first statement of each term."""
    found: Examples = {}
    collect(statements, found)
    return found


def merged(parts: Iterable[Examples]) -> Examples:
    """The examples of all parts, which are given in the order of the data."""
    found: Examples = {}
    for part in parts:
        for term, statement in part.items():
            found.setdefault(term, statement)
    return found


def complete(found: Examples) -> bool:
    """Whether no further statement can add anything."""
    return len(found) >= len(wanted())


def as_lines(found: Mapping[str, Statement]) -> dict[str, str]:
    """The same as N-Triples, a line a term, to be kept in a file or a table."""
    return {
        term: f"{as_term(one.subject)} {ox.NamedNode(one.term)} {as_term(one.value)} ."
        for term, one in found.items()
    }


def from_lines(lines: Mapping[str, str]) -> Examples:
    """What :func:`as_lines` wrote."""
    return {
        term: next(statements_of(quad for quad in ox.parse(line, format=ox.RdfFormat.N_TRIPLES)))
        for term, line in lines.items()
    }
