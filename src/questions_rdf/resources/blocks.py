"""The statements of a page as blocks, one a subject, in the order in which our files are written.

What the mapping knows stands in the order of its rows, anything else behind it in that of the IRIs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from questions_rdf.mapping.classes import by_precedence, classes
from questions_rdf.prefixes import expanded
from questions_rdf.resources.description import Description
from questions_rdf.resources.statements import Literal, Value
from questions_rdf.rows import Kind

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Block(NamedTuple):
    """What is said of one subject: classes, then properties with their values.

    ``parts`` are the blocks that stand inside others where a format nests, by property.
    """

    subject: str
    types: tuple[str, ...]
    values: tuple[tuple[str, tuple[Value, ...]], ...]
    parts: dict[str, tuple["Block", ...]]


class _Order(NamedTuple):
    """How the mapping writes a class: its classes, the ranks of its properties, what it nests."""

    types: tuple[str, ...]
    ranks: dict[str, int]
    nested: frozenset[str]


_UNKNOWN = _Order((), {}, frozenset())


def blocks(description: Description) -> list[Block]:
    """The blocks that stand on their own, each with its parts."""
    said: dict[str, dict[str, list[Value]]] = {}
    for one in description.statements:
        said.setdefault(one.subject, defaultdict(list))[one.term].append(one.value)
    done: set[str] = set()
    return [_block(subject, said, done) for subject in list(said) if subject not in _nested(said)]


def flat(found: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those that are nested behind the one that they belong to."""
    for block in found:
        yield block
        for parts in block.parts.values():
            yield from flat(parts)


def _block(subject: str, said: dict[str, dict[str, list[Value]]], done: set[str]) -> Block:
    done.add(subject)
    of = said[subject]
    order = _order(of.get(TYPE, ()))
    types = [one for one in of.get(TYPE, ()) if isinstance(one, str)]
    ranked = sorted(types, key=lambda one: _rank(one, order.types))
    terms = sorted(
        (term for term in of if term != TYPE or len(types) < len(of[TYPE])),
        key=lambda term: (order.ranks.get(term, len(order.ranks)), term),
    )
    values = tuple((term, tuple(_others(term, of[term]))) for term in terms)
    parts = {
        term: tuple(_block(one, said, done) for one in of[term] if _is_part(one, subject, said, done))
        for term in terms
        if term in order.nested
    }
    return Block(subject, tuple(ranked), values, {term: found for term, found in parts.items() if found})


def _others(term: str, values: list[Value]) -> Iterator[Value]:
    """The values of a property; of ``rdf:type`` what is no class."""
    return (one for one in values if term != TYPE or isinstance(one, Literal))


def _is_part(
    one: Value, of: str, said: dict[str, dict[str, list[Value]]], done: set[str]
) -> bool:
    return isinstance(one, str) and one in said and one not in done and _is_below(one, of)


def _is_below(part: str, whole: str) -> bool:
    """Whether something is a part of the same document."""
    return "#" in part and part.partition("#")[0] == whole.partition("#")[0]


def _nested(said: dict[str, dict[str, list[Value]]]) -> set[str]:
    """The subjects that stand inside another one."""
    found: set[str] = set()
    for subject, of in said.items():
        for term in _order(of.get(TYPE, ())).nested:
            found.update(
                one
                for one in of.get(term, ())
                if isinstance(one, str) and one in said and one != subject and _is_below(one, subject)
            )
    return found


def _rank(name: str, types: tuple[str, ...]) -> tuple[int, str]:
    return (types.index(name) if name in types else len(types), name)


def _order(types: Iterable[Value]) -> _Order:
    known = set(types)
    return next((_orders()[iri] for iri, _ in by_precedence() if iri in known), _UNKNOWN)


@cache
def _orders() -> dict[str, _Order]:
    """By the most specific class: how its resources are written."""
    return {
        expanded(one.name): _Order(
            tuple(map(expanded, one.types)),
            {expanded(row.term): rank for rank, row in enumerate(one.table.rows)},
            frozenset(expanded(row.term) for row in one.table.rows if row.kind is Kind.NESTED),
        )
        for one in classes()
    }
