"""Work spread over processes, its results in the order of the tasks.

The work is the same function whether it runs here or elsewhere, and its results must not depend on
where: what comes out is the same for any number of processes. A process that dies is an error that
names what it was at.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from ctypes import Array, c_char
from itertools import chain
from multiprocessing.context import BaseContext
from multiprocessing.sharedctypes import RawArray
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
    work: Work[T, R], tasks: Iterable[T | Ready[R]], jobs: int, kind: type[T]
) -> Iterator[R]:
    """The result of each task, in their order.

    Args:
        work: what is done with a task; called with a means to say what it is at.
        tasks: taken one by one, shortly before they are worked on; those that are ``Ready`` are
            passed through.
        jobs: how many processes; with one, or one task, all is done here.
        kind: what a task is.

    Raises:
        WorkerDiedError: if a process ends in the middle of its work.
    """
    if jobs > 1:
        tasks, several = _peeked(tasks, kind)
        if several:
            yield from _spread(work, tasks, jobs)
            return
    for task in tasks:
        yield task.result if isinstance(task, Ready) else work(task, _unheard)


def _unheard(_name: str) -> None:
    """Nobody needs to be told what the only process is at."""


def _peeked(
    tasks: Iterable[T | Ready[R]], kind: type[T]
) -> tuple[Iterator[T | Ready[R]], bool]:
    """The same tasks, and whether there are two at least: one does not pay for a process."""
    iterator, seen, real = iter(tasks), list[T | Ready[R]](), 0
    for task in iterator:
        seen.append(task)
        real += isinstance(task, kind)
        if real > 1:
            return chain(seen, iterator), True
    return iter(seen), False


def _spread(work: Work[T, R], tasks: Iterable[T | Ready[R]], jobs: int) -> Iterator[R]:
    context = _context()
    marks = _Marks(jobs)
    waiting: deque[Future[R] | Ready[R]] = deque()
    with ProcessPoolExecutor(
        jobs, context, initializer=_begin, initargs=(work, marks, context.Value("i", 0))
    ) as pool:
        try:
            for task in tasks:
                waiting.append(task if isinstance(task, Ready) else pool.submit(_do, task))
                while len(waiting) > _WAITING_FOR_EACH * jobs or (waiting and _done(waiting[0])):
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        except BrokenProcessPool as error:
            raise WorkerDiedError(marks.sentence()) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _done(one: Future[R] | Ready[R]) -> bool:
    return isinstance(one, Ready) or one.done()


def _result(one: Future[R] | Ready[R]) -> R:
    return one.result if isinstance(one, Ready) else one.result()


def _context() -> BaseContext:
    """Processes that begin as copies of this one, where there are such: they share what it read."""
    forks = "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if forks else None)


class _Marks:
    """What each process is at, in memory that outlives it."""

    def __init__(self, jobs: int) -> None:
        self._slots: list[Array[c_char]] = [RawArray(c_char, _MARK_BYTES) for _ in range(jobs)]
        self.mine = 0

    def tell(self, name: str) -> None:
        """Note what this process is at; nothing, when it waits."""
        self._slots[self.mine].value = name.encode(errors="replace")[: _MARK_BYTES - 1]

    def sentence(self) -> str:
        """What is to be said when a process has died."""
        names = [slot.value.decode(errors="replace") for slot in self._slots]
        at = " or ".join(name for name in names if name)
        place = f" at {at}" if at else ""
        return f"a worker process died{place}; nothing was written"


# What a worker process knows, set when it begins: the work itself is not sent with every task.
_own: dict[str, Any] = {}


def _begin(work: Work[Any, Any], marks: _Marks, begun: Any) -> None:  # noqa: ANN401
    with begun.get_lock():
        marks.mine = begun.value
        begun.value += 1
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began it all stops the others
    # The pool ends the others when one has died; they are not what went wrong.
    signal.signal(signal.SIGTERM, lambda *_: _leave(marks))
    _own.update(work=work, marks=marks)


def _leave(marks: _Marks) -> None:
    marks.tell("")
    os._exit(1)


def _do(task: T) -> Any:  # noqa: ANN401
    marks: _Marks = _own["marks"]
    result = _own["work"](task, marks.tell)
    marks.tell("")
    return result
