"""What has to hold of the values of one property, and what was found about each value before."""

from collections.abc import Sequence

import pyoxigraph as ox

from questions_rdf.validation.screening.checks import NodeCheck
from questions_rdf.validation.screening.rules import Term
from questions_rdf.validation.screening.shard import Node, Shard, document_of, name_of
from questions_rdf.validation.screening.terms import TermCheck
from questions_rdf.validation.screening.values import distinct

_REMEMBERED = 50_000


class Entry:
    """What has to hold of the values of one property."""

    __slots__ = (
        "classes",
        "least",
        "most",
        "recurs",
        "remembered",
        "roles",
        "subjects",
        "terms",
        "unique",
    )

    def __init__(self) -> None:
        self.least = 0
        self.most = float("inf")
        self.unique = False
        self.terms: list[TermCheck] = []
        self.classes: list[tuple[int, frozenset[str]]] = []
        self.roles: list[list[NodeCheck]] = []
        self.subjects: list[NodeCheck] = []
        self.recurs = False
        self.remembered: dict[Term, bool] = {}

    def clears(self, values: list[Term], node: Node, shard: Shard) -> bool:
        """Whether ``values`` of ``node`` are beyond doubt."""
        if len(values) > 1:
            found = distinct(values)
            if found is None or (self.unique and not _languages_differ(found)):
                return False
            values = list(found)
        if not self.least <= len(values) <= self.most:
            return False
        if self.terms or self.classes:
            for value in values:
                if self.terms and not self._right(value):
                    return False
                for number, classes in self.classes:
                    if not _described(value, number, classes, shard):
                        return False
        if self.roles and not all(self._fit(value, node, shard) for value in values):
            return False
        return not self.subjects or all(check(node.term, shard) for check in self.subjects)

    def _right(self, value: Term) -> bool:
        """Whether the value by itself is right."""
        if not self.recurs:
            for check in self.terms:  # noqa: SIM110  twice as fast as a generator
                if not check(value):
                    return False
            return True
        right = self.remembered.get(value)
        if right is None:
            right = all(check(value) for check in self.terms)
            if len(self.remembered) >= _REMEMBERED:
                self.remembered.clear()
            self.remembered[value] = right
        return right

    def _fit(self, value: Term, node: Node, shard: Shard) -> bool:
        """Whether the value is fit to be an object of this property, if it stands here."""
        if value.__class__ is ox.Literal:
            return False
        if document_of(name_of(value)) != node.document:
            return True
        return all(check(value, shard) for checks in self.roles for check in checks)


def _described(value: Term, number: int, classes: frozenset[str], shard: Shard) -> bool:
    if value.__class__ is ox.Literal:
        return False
    name = name_of(value)
    return name in shard.known[number] or bool(shard.described(number, classes, name))


def _languages_differ(values: Sequence[Term]) -> bool:
    tags = [value.language for value in values if value.__class__ is ox.Literal and value.language]
    return len(tags) == len(set(tags))
