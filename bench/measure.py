"""Run a command and say how long it took and how much memory its processes had."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
_INTERVAL = 0.02
_KIB = 1024


class Run(NamedTuple):
    """One run of a command: wall-clock and processor seconds, MiB at the peak, what it printed."""

    seconds: float
    cpu: float
    peak: float
    output: str = ""


def measured(command: Sequence[str], folder: Path, expected: Sequence[int] = (0,)) -> Run:
    """Run ``command`` in ``folder``; anything but an expected exit code ends the measurement."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with tempfile.TemporaryFile("w+b") as out, tempfile.TemporaryFile("w+b") as err:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603
            command, cwd=folder, stdout=out, stderr=err, env={**os.environ, "PYTHONPATH": path}
        )
        sampled, status, usage = _watched(process.pid)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expected:
            err.seek(0)
            said = err.read().decode(errors="replace")[-2000:]
            raise SystemExit(f"{' '.join(command)}\nended with {process.returncode}\n{said}")
        out.seek(0)
        # ru_maxrss counts what this process had when it made the child.
        peak = (sampled or usage.ru_maxrss) / _KIB
        cpu = usage.ru_utime + usage.ru_stime
        return Run(seconds, cpu, peak, out.read().decode())


def _watched(root: int) -> tuple[int, int, "os.struct_rusage"]:  # type: ignore[name-defined]
    """The most memory that the processes under ``root`` had together, in KiB; then how it ended."""
    most = 0
    while True:
        ended, status, usage = os.wait4(root, os.WNOHANG)
        if ended:
            return most, status, usage
        most = max(most, sum(_high_water(process) for process in _family(root)))
        time.sleep(_INTERVAL)


def _family(process: int) -> Iterator[int]:
    """A process and all that it started."""
    yield process
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = " ".join((task / "children").read_text() for task in tasks)
    except OSError:  # it ended meanwhile, or this is no Linux
        return
    for child in children.split():
        yield from _family(int(child))


def _high_water(process: int) -> int:
    """The most memory that a process had so far, in KiB; pages shared with others count in each."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    lines = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return next((int(line.split()[1]) for line in lines), 0)


def median(runs: Sequence[Run]) -> Run:
    """The medians of several runs, and the highest peak."""
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.cpu for run in runs),
        max(run.peak for run in runs),
        runs[-1].output,
    )
