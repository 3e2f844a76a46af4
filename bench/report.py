"""The results as Markdown, with what they were measured on; two parts, made at different times."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from bench.cases import Case
from bench.measure import Run
from bench.targets import TARGETS, Runs, triples

SIDE_BY_SIDE, MILLION = "side-by-side.md", "million.md"
_LIBRARIES = "questions-rdf msgspec nh3 pyoxigraph pyshacl rdflib selectolax".split()
_HEADER = """\
# Measurements

Made by `make bench` and `make bench-million`; what the numbers mean is said in
[docs/performance.md](../docs/performance.md).
"""


def side_by_side(
    cases: Sequence[Case], runs: Runs, remarks: Iterable[str], *, rounds: int, morph: str | None
) -> str:
    """The part that ``make bench`` makes."""
    how = (
        f"Medians of {rounds} interleaved round(s) of whole processes, start included; memory is "
        "the highest sum over the processes of a run.\n"
    )
    pieces = [
        "## Side by side\n",
        surroundings(morph) + how,
        _table(("target", "bound", "measured", ""), [target.line(runs) for target in TARGETS]),
        _table(
            ("program", "questions", "s", "processor s", "questions/s", "triples/s", "MiB"),
            [_line(case, runs[case.key]) for case in cases],
        ),
        "".join(f"- {remark}\n" for remark in remarks),
        "Commands, after the corpora were made:\n",
        "```text\n" + "".join(f"{case.shown()}\n" for case in cases) + "```\n",
    ]
    return "\n".join(pieces)


def surroundings(morph: str | None = None) -> str:
    """Versions and the machine: cores, memory, model of the processor, and nothing else."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    if morph:
        libraries.append(f"morph-kgc {morph} (environment of its own)")
    return (
        f"Python {platform.python_version()}; {', '.join(libraries)}.\n"
        f"{_processor()}, {_cores()} core(s), {_memory()}.\n\n"
    )


def _line(case: Case, run: Run) -> tuple[str, ...]:
    per_second = f"{case.questions / run.seconds:,.0f}" if case.questions else ""
    made = f"{triples(run) / run.seconds:,.0f}" if '"triples"' in run.output else ""
    return (
        case.title,
        f"{case.questions:,}" if case.questions else "",
        f"{run.seconds:.2f}",
        f"{run.cpu:.2f}",
        per_second,
        made,
        f"{run.peak:,.0f}",
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def assemble(folder: Path) -> Path:
    """``results.md`` of the parts that are there."""
    parts = [folder / name for name in (SIDE_BY_SIDE, MILLION)]
    texts = [part.read_text(encoding="utf-8") for part in parts if part.exists()]
    whole = folder.with_suffix(".md")
    whole.write_text("\n".join([_HEADER, *texts]), encoding="utf-8")
    return whole


def write_part(folder: Path, name: str, text: str) -> Path:
    """One part anew, and the whole."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return assemble(folder)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory() -> str:
    found = _field(Path("/proc/meminfo"), "MemTotal")
    return f"{round(int(found.split()[0]) / 1024**2)} GiB" if found else "memory not known"


def _processor() -> str:
    return _field(Path("/proc/cpuinfo"), "model name") or platform.machine()


def _field(path: Path, name: str) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
