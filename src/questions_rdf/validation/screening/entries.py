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
        self.classes: list[int] = []
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
        for value in values:
            if not self._right(value, shard):
                return False
        if self.roles and not all(self._fit(value, node, shard) for value in values):
            return False
        return not self.subjects or all(check(node.term, shard) for check in self.subjects)

    def _right(self, value: Term, shard: Shard) -> bool:
        """Whether the value is right, by itself and by its classes."""
        if not (self._remembered(value) if self.recurs else _all_true(self.terms, value)):
            return False
        for number in self.classes:
            if value.__class__ is ox.Literal or not shard.described(number, name_of(value)):
                return False
        return True

    def _remembered(self, value: Term) -> bool:
        """Whether the value by itself is right, if need be from memory."""
        right = self.remembered.get(value)
        if right is None:
            right = _all_true(self.terms, value)
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


def _all_true(checks: list[TermCheck], term: Term) -> bool:
    for check in checks:  # noqa: SIM110  twice as fast as a generator
        if not check(term):
            return False
    return True


def _languages_differ(values: Sequence[Term]) -> bool:
    tags = [value.language for value in values if value.__class__ is ox.Literal and value.language]
    return len(tags) == len(set(tags))
