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


_DEEPEST = 3
_UNKNOWN = _Order((), {}, frozenset())


def blocks(description: Description) -> list[Block]:
    """The blocks that stand on their own, each with its parts."""
    page = _Page()
    for one in description.statements:
        page.said.setdefault(one.subject, defaultdict(list))[one.term].append(one.value)
    nested = page.nested()
    found = [page.block(subject, _DEEPEST) for subject in page.said if subject not in nested]
    # Parts that are parts of each other, or too deep, stand on their own after all.
    found += [page.block(subject, _DEEPEST) for subject in page.said if subject not in page.done]
    return found


def flat(found: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those that are nested behind the one that they belong to."""
    for block in found:
        yield block
        for parts in block.parts.values():
            yield from flat(parts)


class _Page:
    """What is said, by subject and property, and which subjects have their block."""

    def __init__(self) -> None:
        self.said: dict[str, dict[str, list[Value]]] = {}
        self.done: set[str] = set()

    def nested(self) -> set[str]:
        """The subjects that stand inside another one."""
        return {
            one
            for subject, of in self.said.items()
            for term in _order(of.get(TYPE, ())).nested
            for one in of.get(term, ())
            if isinstance(one, str) and one != subject and self._is_part(one, subject)
        }

    def block(self, subject: str, depth: int) -> Block:
        """A subject, with its parts as deep as there is room."""
        self.done.add(subject)
        of = self.said[subject]
        order = _order(of.get(TYPE, ()))
        types = [one for one in of.get(TYPE, ()) if isinstance(one, str)]
        terms = sorted(
            (term for term in of if term != TYPE or len(types) < len(of[TYPE])),
            key=lambda term: (order.ranks.get(term, len(order.ranks)), term),
        )
        parts = {
            term: found
            for term in terms
            if term in order.nested and (found := self._parts(subject, of[term], depth))
        }
        return Block(
            subject,
            tuple(sorted(types, key=lambda one: _rank(one, order.types))),
            tuple((term, tuple(_others(term, of[term]))) for term in terms),
            parts,
        )

    def _parts(self, subject: str, values: list[Value], depth: int) -> tuple[Block, ...]:
        if not depth:
            return ()
        return tuple(
            self.block(one, depth - 1)
            for one in values
            if isinstance(one, str) and one not in self.done and self._is_part(one, subject)
        )

    def _is_part(self, one: str, of: str) -> bool:
        """Whether something that is described is a part of the same document."""
        return one in self.said and "#" in one and one.partition("#")[0] == of.partition("#")[0]


def _others(term: str, values: list[Value]) -> Iterator[Value]:
    """The values of a property; of ``rdf:type`` what is no class."""
    return (one for one in values if term != TYPE or isinstance(one, Literal))


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
