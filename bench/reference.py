"""What the reference data costs: ``python -m bench.reference ARCHIVE REFERENCE [runs]``.

Times of whole processes, medians, interleaved: the reference data made into a cache, a build of the
archive of questions without it, with the archive of the reference, and with its cache.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = [sys.executable, "-m", "questions_rdf"]


def run(*arguments: str) -> tuple[float, int]:
    """Seconds of wall-clock time and MiB at the peak of one process."""
    start = time.perf_counter()
    process = subprocess.Popen([*PROGRAM, *arguments], stderr=subprocess.DEVNULL)  # noqa: S603
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def main(archive: str, reference: str, runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        cache, out = str(Path(folder) / "reference.cache"), str(Path(folder) / "out")
        build = ("build", archive, "--out", out, "--quiet", "--no-check")
        cases = {
            "cache made of the archive": ("reference", reference, "-o", cache),
            "build without reference": build,
            "build with the archive": (*build, "--reference", reference),
            "build with the cache": (*build, "--reference", cache),
        }
        found: dict[str, list[tuple[float, int]]] = {name: [] for name in cases}
        for _ in range(runs):
            for name, arguments in cases.items():
                found[name].append(run(*arguments))
        plain = statistics.median(seconds for seconds, _ in found["build without reference"])
        for name, measured in found.items():
            seconds = statistics.median(one for one, _ in measured)
            peak = max(one for _, one in measured)
            print(f"{name:28} {seconds:6.2f} s  {peak:4d} MiB  {seconds / plain:5.2f} ×")


if __name__ == "__main__":
    if len(sys.argv) < 3:  # noqa: PLR2004  (the program and two paths)
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3)  # noqa: PLR2004
