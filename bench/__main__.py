"""``python -m bench``: everything side by side, in one run, against the targets."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from bench import report
from bench.cases import Case, Sizes, Workbench
from bench.measure import ROOT, Run, median
from bench.peers import morph_kgc

_STEADY = 1.5


@click.command()
@click.argument("questions", type=click.IntRange(min=20), default=20_000)
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
@click.option("--morph", metavar="PYTHON", help="A Python that has Morph-KGC; skipped without.")
@click.option(
    "--results",
    type=click.Path(path_type=Path),
    default=ROOT / "bench" / "results",
    help="Folder for the parts of the results. [default: bench/results]",
)
def command(questions: int, rounds: int, morph: str | None, results: Path) -> None:
    """Measure conversion, validation and their peers on corpora of so many invented QUESTIONS.

    Slow peers get a part of them: what is compared is always measured on the same corpus.

    \b
    Examples:
      python -m bench 2000 --rounds 1
      python -m bench --morph .venv-morph/bin/python
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        _say("making the corpora")
        bench = Workbench(Path(folder), Sizes.of(questions), _absolute(morph))
        cases = bench.cases()
        for skipped in bench.skipped:
            _say(f"skipped: {skipped}")
        runs, unsteady = _measured(bench, cases, rounds)
        agreed = bench.refuse_disagreement({key: run.output for key, run in runs.items()})
    remarks = [*agreed, *unsteady, *(f"skipped: {skipped}" for skipped in bench.skipped)]
    found = morph_kgc.version(morph) if morph else None
    text = report.side_by_side(cases, runs, remarks, rounds=rounds, morph=found)
    whole = report.write_part(results, report.SIDE_BY_SIDE, text)
    click.echo(text)
    _say(f"written: {whole}")


def _measured(
    bench: Workbench, cases: Sequence[Case], rounds: int
) -> tuple[dict[str, Run], list[str]]:
    """The medians of each case, and which of them say little; the first round is compared."""
    runs: dict[str, list[Run]] = {case.key: [] for case in cases}
    for number in range(1, rounds + 1):
        for case in cases:
            _say(f"round {number}: {case.title}")
            runs[case.key].append(case.run(bench.folder))
        if number == 1:
            _say("comparing what they wrote")
            bench.refuse_disagreement({key: found[0].output for key, found in runs.items()})
    unsteady = [remark for case in cases if (remark := _unsteady(case, runs[case.key]))]
    return {key: median(found) for key, found in runs.items()}, unsteady


def _unsteady(case: Case, runs: Sequence[Run]) -> str | None:
    """A remark on a case whose rounds differ so much that something else was at work."""
    times = [run.seconds for run in runs]
    if max(times) <= _STEADY * min(times):
        return None
    return f"unsteady: {case.title}, {min(times):.2f} to {max(times):.2f} s"


def _absolute(python: str | None) -> str | None:
    """The path of the link, not of what it points to: that would leave the environment."""
    return str(Path(python).absolute()) if python else None


def _say(what: str) -> None:
    print(what, file=sys.stderr)


if __name__ == "__main__":
    command(prog_name="python -m bench")
