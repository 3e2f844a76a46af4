"""Work spread over processes, its results in the order of the tasks.

The work is the same function whether it runs here or elsewhere, and its results must not depend on
where: what comes out is the same for any number of processes. A process that dies is an error that
names what it was at.
"""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from ctypes import c_char, c_int
from itertools import chain
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import RawArray
from threading import Thread
from typing import Any, Generic, NamedTuple, TypeVar

from questions_rdf.errors import OutputError

T = TypeVar("T")
R = TypeVar("R")

Tell = Callable[[str], None]
"""Called with the name of what is being worked on."""

Work = Callable[[T, Tell], R]

_WAITING_FOR_EACH = 2  # tasks a process: one that it works on, one that it goes on with
_MARK_BYTES = 256


class Ready(NamedTuple, Generic[R]):
    """The result of a task that needs no work any more."""

    result: R


class WorkerDiedError(OutputError):
    """A process ended in the middle of its work: killed, out of memory, or by a fault in C."""


def available() -> int:
    """How many processes can really run at a time."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def in_order(
    work: Work[T, R], tasks: Iterable[T | Ready[R]], jobs: int, ahead: int = _WAITING_FOR_EACH
) -> Iterator[R]:
    """The result of each task, in their order.

    Args:
        work: what is done with a task; called with a means to say what it is at.
        tasks: taken one by one, shortly before they are worked on; those that are ``Ready`` are
            passed through.
        jobs: how many processes; with one, or one task, all is done here.
        ahead: how many tasks for each process are taken while an earlier one is not done: many, if
            that one takes long and the results of the others need no room.

    Raises:
        WorkerDiedError: if a process ends in the middle of its work.
    """
    if jobs > 1 and _can_fork():
        tasks, several = _peeked(tasks)
        if several:
            yield from _spread(work, tasks, jobs, ahead * jobs)
            return
    for task in tasks:
        yield task.result if isinstance(task, Ready) else _done_here(work, task)


def _done_here(work: Work[T, R], task: T) -> R:
    with _no_search_for_circles():
        return work(task, _unheard)


def _unheard(_name: str) -> None:
    """Nobody needs to be told what the only process is at."""


def _peeked(tasks: Iterable[T]) -> tuple[Iterator[T], bool]:
    """The same tasks, and whether two of them are work: one does not pay for a process."""
    iterator, seen, real = iter(tasks), list[T](), 0
    for task in iterator:
        seen.append(task)
        real += not isinstance(task, Ready)
        if real > 1:
            return chain(seen, iterator), True
    return iter(seen), False


def _spread(work: Work[T, R], tasks: Iterable[T | Ready[R]], jobs: int, most: int) -> Iterator[R]:
    context = multiprocessing.get_context("fork")
    marks = _Marks(jobs)
    initial = (work, marks, context.Value("i", 0))
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=initial)
    waiting: deque[Future[R] | Ready[R]] = deque()
    children: list[BaseProcess] = []
    try:
        for task in tasks:
            waiting.append(task if isinstance(task, Ready) else pool.submit(_do, task))
            children = children or multiprocessing.active_children()
            while waiting and (_done(waiting[0]) or len(waiting) > most):
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    except BrokenProcessPool as error:
        pool.shutdown()  # it ends the others: they are not what went wrong
        ended = {child.pid for child in children if child.exitcode == -signal.SIGTERM}
        raise WorkerDiedError(marks.sentence(ended)) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _done(one: Future[R] | Ready[R]) -> bool:
    return isinstance(one, Ready) or one.done()


def _result(one: Future[R] | Ready[R]) -> R:
    return one.result if isinstance(one, Ready) else one.result()


def _can_fork() -> bool:
    """Whether processes can begin as copies of this one: they share what it read and compiled."""
    return "fork" in multiprocessing.get_all_start_methods()


class _Marks:
    """What each process is at, in memory that outlives it."""

    def __init__(self, jobs: int) -> None:
        self._names = [RawArray(c_char, _MARK_BYTES) for _ in range(jobs)]
        self._processes = RawArray(c_int, jobs)
        self._mine = 0

    def begin(self, slot: int) -> None:
        """This process has that slot from here on."""
        self._mine = slot
        self._processes[slot] = os.getpid()

    def tell(self, name: str) -> None:
        """Note what this process is at; nothing, when it waits."""
        self._names[self._mine].value = name.encode(errors="replace")[: _MARK_BYTES - 1]

    def sentence(self, innocent: Collection[int | None]) -> str:
        """What is to be said when a process has died that is none of the ``innocent`` ones."""
        said = dict(zip(self._processes, self._names, strict=True))
        guilty = [name for process, name in said.items() if process not in innocent]
        names = [name.value.decode(errors="replace") for name in guilty or said.values()]
        at = " or ".join(sorted(filter(None, names)))
        place = f" at {at}" if at else ""
        return f"a worker process died{place}; nothing was written (was it memory? try --jobs 1)"


# What a worker process knows, set when it begins: the work itself is not sent with every task.
_own: dict[str, Any] = {}


def _begin(work: Work[Any, Any], marks: _Marks, begun: Any) -> None:  # noqa: ANN401
    with begun.get_lock():
        marks.begin(begun.value)
        begun.value += 1
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began it all ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_leave_with_the_parent, daemon=True).start()
    _own.update(work=work, marks=marks)


def _leave_with_the_parent() -> None:
    """Nobody ends the others when the process that began it all is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(task: T) -> Any:  # noqa: ANN401
    marks: _Marks = _own["marks"]
    with _no_search_for_circles():
        result = _own["work"](task, marks.tell)
    marks.tell("")
    return result


@contextmanager
def _no_search_for_circles() -> Iterator[None]:
    """A task makes many objects that do not point back: looking through them is a fifth of all."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
