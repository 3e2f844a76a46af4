"""Work in several processes: results in order, deaths named, nothing left running."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from questions_rdf.workers import Ready, Tell, WorkerDiedError, available, in_order

HERE = os.getpid()


def doubled(number: int, _tell: Tell) -> tuple[int, int]:
    time.sleep(0.02 if number % 3 == 0 else 0)
    return number * 2, os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    ready = Ready((-1, HERE))
    tasks = [ready if number == 4 else number for number in range(30)]
    results = list(in_order(doubled, tasks, jobs))
    expected = [-1 if number == 4 else number * 2 for number in range(30)]
    assert [result for result, _ in results] == expected
    elsewhere = {process for _, process in results} - {HERE}
    assert len(elsewhere) <= jobs if jobs > 1 else not elsewhere
    assert bool(elsewhere) == (jobs > 1)


def test_a_single_task_is_done_here() -> None:
    assert list(in_order(doubled, [7], jobs=4)) == [(14, HERE)]
    tasks: list[int | Ready[tuple[int, int]]] = [Ready((0, HERE)), 7]
    assert list(in_order(doubled, tasks, jobs=4)) == [(0, HERE), (14, HERE)]
    assert not list(in_order(doubled, [], jobs=4))


def test_tasks_are_taken_shortly_before_they_are_worked_on() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield number

    results = in_order(doubled, tasks(), jobs=2)
    for done, _ in enumerate(results, start=1):
        assert taken <= done + 6


def dying(number: int, tell: Tell) -> int:
    tell(f"record {number}")
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_process_that_dies_is_an_error_that_names_what_it_was_at(jobs: int) -> None:
    start = time.monotonic()
    with pytest.raises(WorkerDiedError, match="died at record 5; nothing was written"):
        list(in_order(dying, range(1000), jobs))
    assert time.monotonic() - start < 10
    assert not multiprocessing.active_children()


def waiting_for_the_last(task: tuple[int, Path], _tell: Tell) -> int:
    number, sign = task
    if number == 9:
        sign.touch()
    deadline = time.monotonic() + 30
    while number == 0 and not sign.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    return number if sign.exists() or number else -1


def test_others_go_on_while_the_first_task_takes_long(tmp_path: Path) -> None:
    tasks = [(number, tmp_path / "sign") for number in range(10)]
    assert list(in_order(waiting_for_the_last, tasks, 2, ahead=10)) == list(range(10))


class WrongError(Exception):
    """What goes wrong in the work itself."""


def failing(number: int, _tell: Tell) -> int:
    if number == 3:
        raise WrongError(number)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_a_process_is_the_same_error_here(jobs: int) -> None:
    with pytest.raises(WrongError):
        list(in_order(failing, range(20), jobs))
    assert not multiprocessing.active_children()


def test_results_that_nobody_wants_any_more_leave_no_process() -> None:
    results = in_order(doubled, iter(range(10**9)), jobs=2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_there_is_a_process_at_least() -> None:
    assert available() >= 1


def test_workers_leave_when_the_process_that_began_them_is_killed() -> None:
    script = (
        "import os, signal, sys, time\n"
        "from questions_rdf.workers import in_order\n"
        "def work(task, tell):\n"
        "    os.write(1, b'%d\\n' % os.getpid())  # one write: lines of two workers never mix\n"
        "    time.sleep(60)\n"
        "list(in_order(work, range(2), 2))\n"
    )
    leading = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL
    )
    assert leading.stdout is not None
    workers = [int(leading.stdout.readline()) for _ in range(2)]
    leading.kill()
    leading.wait()
    deadline = time.monotonic() + 10
    while any(map(_runs, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_runs, workers))


def _runs(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
