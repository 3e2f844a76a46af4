"""The statements of a page as blocks, one a subject, in the order in which our files are written.

What the mapping knows stands in the order of its rows, anything else behind it in that of the IRIs.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from questions_rdf.mapping.classes import by_precedence, classes
from questions_rdf.prefixes import expanded
from questions_rdf.resources.statements import Literal, Said, Value
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


def blocks(said: Said) -> list[Block]:
    """The blocks that stand on their own, each with its parts."""
    page = _Page(said)
    nested = page.nested()
    found = [page.block(subject, _DEEPEST) for subject in said if subject not in nested]
    # Parts that are parts of each other, or too deep, stand on their own after all.
    found += [page.block(subject, _DEEPEST) for subject in said if subject not in page.done]
    return found


def flat(found: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those that are nested behind the one that they belong to."""
    for block in found:
        yield block
        for parts in block.parts.values():
            yield from flat(parts)


class _Page:
    """What is said, by subject and property, and which subjects have their block."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self.done: set[str] = set()

    def nested(self) -> set[str]:
        """The subjects that stand inside another one."""
        return {
            one
            for subject, of in self.said.items()
            for term in _order(_classes(of)).nested
            for one in of.get(term, ())
            if isinstance(one, str) and one != subject and self._is_part(one, subject)
        }

    def block(self, subject: str, depth: int) -> Block:
        """A subject, with its parts as deep as there is room."""
        self.done.add(subject)
        of = self.said[subject]
        types = _classes(of)
        nested = _order(types).nested
        values = tuple([(term, tuple(of[term])) for term in _arranged(tuple(of), types)])
        if odd := tuple(one for one in of.get(TYPE, ()) if isinstance(one, Literal)):
            values = tuple(sorted((*values, (TYPE, odd)), key=lambda one: _turn(one[0], types)))
        parts = {
            term: found
            for term, each in values
            if term in nested and (found := self._parts(subject, each, depth))
        }
        return Block(subject, _ordered(types), values, parts)

    def _parts(self, subject: str, values: Iterable[Value], depth: int) -> tuple[Block, ...]:
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


def _classes(of: dict[str, list[Value]]) -> tuple[str, ...]:
    """The classes of a subject, as they are said."""
    return tuple([one for one in of.get(TYPE, ()) if isinstance(one, str)])


# The same few classes, and properties of them, come on all pages.


@lru_cache(maxsize=1024)
def _ordered(types: tuple[str, ...]) -> tuple[str, ...]:
    """Classes in the order of the mapping."""
    known = _order(types).types
    rank = {name: n for n, name in enumerate(known)}
    return tuple(sorted(types, key=lambda one: (rank.get(one, len(known)), one)))


@lru_cache(maxsize=4096)
def _arranged(terms: tuple[str, ...], types: tuple[str, ...]) -> tuple[str, ...]:
    """Properties of something with these classes in the order of the mapping, but for the class."""
    return tuple(sorted((one for one in terms if one != TYPE), key=lambda term: _turn(term, types)))


def _turn(term: str, types: tuple[str, ...]) -> tuple[int, str]:
    ranks = _order(types).ranks
    return ranks.get(term, len(ranks)), term


@lru_cache(maxsize=1024)
def _order(types: tuple[str, ...]) -> _Order:
    return next((_orders()[iri] for iri, _ in by_precedence() if iri in types), _UNKNOWN)


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
