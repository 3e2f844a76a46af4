"""The work on slices and cases, in this process or in several; each keeps what it compiled."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import inf
from typing import NamedTuple, TypeVar

from questions_rdf.validation.gathering import Errand, found_in
from questions_rdf.validation.graphs import DataError
from questions_rdf.validation.judging import Case, judge
from questions_rdf.validation.ledger import Ledger
from questions_rdf.validation.screening.keeping import Kept
from questions_rdf.validation.screening.looks import Look
from questions_rdf.validation.screening.rules import Rules
from questions_rdf.validation.screening.screen import SHARD_TRIPLES, Screen, Verdict, merged
from questions_rdf.validation.shacl import Finding
from questions_rdf.validation.shapes import Shapes
from questions_rdf.validation.slices import NotStreamedError, Slice, quads
from questions_rdf.workers import Tell, in_order

_In = TypeVar("_In")
_Out = TypeVar("_Out")
_SHOWN = 120


class Desk(NamedTuple):
    """What a worker has in front of it."""

    screen: Screen
    shapes: Shapes


Task = Callable[[Desk, _In], _Out]


class Crew:
    """So many processes that work on slices and cases, or this one alone."""

    def __init__(
        self,
        rules: Rules,
        superclasses: dict[str, frozenset[str]],
        shapes: Shapes,
        jobs: int,
    ) -> None:
        self.screen = Screen(rules, superclasses)
        self.understands_all = not rules.not_understood
        self._desk = Desk(self.screen, shapes)
        self._jobs = jobs

    def ledger(self) -> Ledger:
        """An empty ledger for the verdicts of this crew."""
        return Ledger(self.screen.assumptions, self.screen.targets)

    @property
    def looks(self) -> tuple[Look, ...]:
        """How far the shapes look beyond a document."""
        return self.screen.looks

    def map(self, task: Task[_In, _Out], items: Iterable[_In]) -> Iterator[_Out]:
        """The results of ``task`` in the order of ``items``, of which few are taken in advance."""
        return in_order(partial(_work, self._desk, task), items, self._jobs)


def _work(desk: Desk, task: Task[_In, _Out], item: _In, tell: Tell) -> _Out:
    tell(str(item)[:_SHOWN])
    return task(desk, item)


# ---- Tasks


def screen_slice(desk: Desk, one: Slice) -> Verdict | None:
    """The verdict on a slice; nothing if it cannot be read as a stream.

    Raises:
        DataError: if it is not RDF.
    """
    try:
        if one.bucket:
            return desk.screen.shard(quads(one))
        return merged(desk.screen.shards(quads(one)))
    except NotStreamedError:
        return None
    except ValueError as error:
        raise DataError(f"{one.path}: {error}") from error


def search_slice(desk: Desk, search: tuple[Slice, Errand]) -> list[Kept]:
    """The documents of a slice that an errand is about."""
    del desk
    one, errand = search
    return found_in(quads(one), errand, inf if one.bucket else SHARD_TRIPLES)


def judge_case(desk: Desk, case: Case) -> list[Finding]:
    """What pySHACL finds in a case."""
    return judge(case, desk.shapes)
