"""The work on slices and cases, in this process or in several; each keeps what it compiled."""

import gc
import multiprocessing
import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from math import inf
from typing import NamedTuple, TypeVar

from questions_rdf.validation.gathering import Errand, Kept, found_in
from questions_rdf.validation.graphs import DataError
from questions_rdf.validation.judging import Case, judge
from questions_rdf.validation.ledger import Ledger
from questions_rdf.validation.screening.looks import Look
from questions_rdf.validation.screening.rules import Rules
from questions_rdf.validation.screening.screen import SHARD_TRIPLES, Screen, Verdict, merged
from questions_rdf.validation.shacl import Finding
from questions_rdf.validation.shapes import Shapes
from questions_rdf.validation.slices import NotStreamedError, Slice, quads

_In = TypeVar("_In")
_Out = TypeVar("_Out")


class Desk(NamedTuple):
    """What a worker has in front of it."""

    screen: Screen
    shapes: Callable[[], Shapes]


Task = Callable[[Desk, _In], _Out]


class Workers:
    """So many processes, or none but this one."""

    def __init__(self, desk: Desk, pool: ProcessPoolExecutor | None, ahead: int) -> None:
        self._desk = desk
        self._pool = pool
        self._ahead = ahead

    def ledger(self) -> Ledger:
        """An empty ledger for the verdicts of these workers."""
        return Ledger(self._desk.screen.assumptions, self._desk.screen.targets)

    @property
    def looks(self) -> tuple[Look, ...]:
        """How far the shapes look beyond a document."""
        return self._desk.screen.looks

    def map(self, task: Task[_In, _Out], items: Iterable[_In]) -> Iterator[_Out]:
        """The results of ``task`` in the order of ``items``, of which few are taken in advance."""
        if self._pool is None:
            yield from (task(self._desk, item) for item in items)
            return
        remaining = iter(items)
        waiting: list[Future[_Out]] = []
        try:
            waiting += [
                self._pool.submit(_work, task, one) for one in islice(remaining, self._ahead)
            ]
            while waiting:
                yield waiting.pop(0).result()
                waiting += [self._pool.submit(_work, task, one) for one in islice(remaining, 1)]
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def workers(
    rules: Rules, superclasses: dict[str, frozenset[str]], shapes: Shapes, jobs: int
) -> Iterator[Workers]:
    """``jobs`` workers for these rules; one is this process itself."""
    if jobs == 1:
        yield Workers(Desk(Screen(rules, superclasses), lambda: shapes), None, 1)
        return
    setup = rules, superclasses, pickle.dumps(shapes)
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_set_up, initargs=setup)
    try:
        yield Workers(Desk(Screen(rules, superclasses), lambda: shapes), pool, 2 * jobs)
    finally:
        pool.shutdown(cancel_futures=True)


_desks: list[Desk] = []


def _set_up(rules: Rules, superclasses: dict[str, frozenset[str]], pickled: bytes) -> None:
    """What a worker does when it starts; the shapes are unpacked when they are asked for."""
    unpacked: list[Shapes] = []

    def shapes() -> Shapes:
        if not unpacked:
            unpacked.append(pickle.loads(pickled))  # noqa: S301  our own, from the parent process
        return unpacked[0]

    _desks.append(Desk(Screen(rules, superclasses), shapes))


def _work(task: Task[_In, _Out], item: _In) -> _Out:
    return task(_desks[0], item)


# ---- Tasks


def screen_slice(desk: Desk, one: Slice) -> Verdict | None:
    """The verdict on a slice; nothing if it cannot be read as a stream.

    Raises:
        DataError: if it is not RDF.
    """
    try:
        with _no_search_for_circles():
            if one.bucket:
                return desk.screen.shard(quads(one))
            return merged(desk.screen.shards(quads(one)))
    except NotStreamedError:
        return None
    except ValueError as error:
        raise DataError(f"{one.path}: {error}") from error


@contextmanager
def _no_search_for_circles() -> Iterator[None]:
    """A shard is many objects, none of which points back: to look through them finds nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def search_slice(desk: Desk, search: tuple[Slice, Errand]) -> list[Kept]:
    """The documents of a slice that an errand is about."""
    del desk
    one, errand = search
    return found_in(quads(one), errand, inf if one.bucket else SHARD_TRIPLES)


def judge_case(desk: Desk, case: Case) -> list[Finding]:
    """What pySHACL finds in a case."""
    return judge(case, desk.shapes())
