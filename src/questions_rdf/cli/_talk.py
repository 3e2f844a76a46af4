"""What the commands say on standard error: progress, problems, a summary, what to do next."""

import json
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import click

from questions_rdf.formats import FORMATS

if TYPE_CHECKING:
    from datetime import date

    from questions_rdf.manifest import Manifest

_SHOWN_PROBLEMS = 10
_LONG_AFTER = timedelta(days=366)
_LOST = {"fr": "NON PUBLIÉ. ", "en": "NOT PUBLISHED. "}
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_THIN_SPACE = "\u202f"
_READ = {".gz": "zless", ".zst": "zstdless"}


class _Update(Protocol):
    """Called with what is being done, how many are done, of how many, and of what."""

    def __call__(self, what: str, done: int, total: int | None, unit: str = ..., /) -> None:
        """Show it."""


@contextmanager
def progress(*, shown: bool) -> Iterator[_Update]:
    """A line that counts, with rate and time left, on a terminal only; gone when the block ends."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not (shown and console.is_terminal):
        yield lambda _what, _done, _total, _unit="": None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        TextColumn("{task.fields[said]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Progress(*columns, console=console, transient=True) as bars:
        task, stage = bars.add_task("Reading…", total=None, said=""), "reading"

        def update(what: str, done: int, total: int | None, unit: str = "questions", /) -> None:
            nonlocal stage
            if what != stage:
                stage = what
                bars.reset(task, description=f"{what.capitalize()}…", said="")
            speed = bars.tasks[0].speed
            rate = f", {number(round(speed))} a second" if speed else ""
            of = f" of {number(total)}" if total is not None else ""
            said = f"{number(done)}{of} {unit}{rate}" if done or total else ""
            bars.update(task, completed=done, total=total, said=said)

        yield update


@contextmanager
def loading() -> Iterator[Callable[[int], None]]:
    """A line that counts triples, on a terminal only; gone when the block ends."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _triples: None
        return
    with console.status("Loading…") as status:
        yield lambda triples: status.update(f"Loading… {number(triples)} triples")


class Transfers(NamedTuple):
    """What is said of downloads.

    ``begun`` is called with the name of each; what it returns, with the bytes that are there and
    those that there will be. ``tell`` says a sentence.
    """

    begun: Callable[[str], Callable[[int, int | None], None]]
    tell: Callable[[str], None]


def tell(sentence: str) -> None:
    """Say one sentence."""
    click.echo(sentence, err=True)


def changed(files: Sequence[Path]) -> None:
    """Name the files that somebody changed, or that were cut, since a build wrote them.

    Every verb that reads an output says so before anything else.
    """
    from questions_rdf import data_files

    for file in data_files.changed(files):
        tell(f"{file} is not what the build wrote there (manifest.json): it is read as it is.")


def doubtful_day(day: "date | None", files: Sequence[Path], *, early: bool = True) -> None:
    """Say that a day that was given is far from those of the data; ``early`` if too early, too."""
    from questions_rdf import data_files

    period = data_files.period(files) if day else None
    if day is None or period is None:
        return
    if early and day < period.first:
        tell(
            f"--as-of {day} is before anything was published ({period.first}): "
            "by that day, nothing in the data had happened."
        )
    elif day > period.last + _LONG_AFTER:
        tell(
            f"--as-of {day} is more than a year after the latest date in the data "
            f"({period.last}): what has no answer there counts as waiting until that day."
        )


@contextmanager
def transfers(*, shown: bool) -> Iterator[Transfers]:
    """A bar for the download under way, on a terminal only; gone when the block ends."""
    from rich.console import Console
    from rich.progress import DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not (shown and console.is_terminal):
        yield Transfers(lambda _name: lambda _done, _total: None, tell)
        return
    name = TextColumn("{task.description}", markup=False)
    columns = (name, Progress.get_default_columns()[1], DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bars:

        def begun(name: str) -> Callable[[int, int | None], None]:
            for former in bars.task_ids:
                bars.remove_task(former)
            task = bars.add_task(name, total=None)
            return lambda done, total: bars.update(task, completed=done, total=total)

        def above(sentence: str) -> None:
            bars.console.print(sentence, markup=False, highlight=False, soft_wrap=True)

        yield Transfers(begun, above)


def problems(lines: Iterable[str | bytes], out: Path | None, lang: str, *, quiet: bool) -> None:
    """The first problems of a report, errors first; nothing where there are none.

    The others stand in the folder ``out``; without one, ``--json`` prints them.
    """
    found = [problem for line in lines if _worth_saying(problem := json.loads(line), quiet)]
    found.sort(key=lambda problem: problem["severity"] != "error")
    for problem in found[:_SHOWN_PROBLEMS]:
        click.echo(_line(problem, lang), err=True)
    if len(found) > _SHOWN_PROBLEMS:
        more = len(found) - _SHOWN_PROBLEMS
        place = f"in {out / 'problems.jsonl'}" if out else "with --json"
        click.echo(f"… and {more} more {place}", err=True)


def _worth_saying(problem: dict[str, Any], quiet: bool) -> bool:  # noqa: FBT001
    severity = problem["severity"]
    return bool(severity == "error" or (severity == "warning" and not quiet))


def _line(problem: dict[str, Any], lang: str) -> str:
    from questions_rdf.problem_log import place_of

    severity = problem["severity"]
    if "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb":
        severity = click.style(severity, fg=_COLOURS[severity])
    suffix = "_en" if lang == "en" else ""
    sentences = f"{problem[f'message{suffix}']} {problem[f'hint{suffix}']}"
    lost = _LOST[lang] if problem["rejected"] else ""
    return f"{place_of(problem)}: {severity} {problem['code']}: {lost}{sentences}"


def summary(manifest: "Manifest", out: Path) -> None:
    """A small table of what came out, and the next commands."""
    from rich.console import Console
    from rich.table import Table

    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column(style="dim")
    for name, count, remark in _rows(manifest):
        table.add_row(name, count, remark)
    console = Console(stderr=True, highlight=False)
    console.print()
    console.print(table)
    console.print()
    names = ", ".join(sorted((*manifest.files, "manifest.json")))
    console.print(f"Written to {out}/: {names}", markup=False)
    console.print()
    console.print("Next:")
    for line in _next(manifest, out):
        console.print(f"  {line}", markup=False, soft_wrap=True)


def _rows(manifest: "Manifest") -> Iterator[tuple[str, str, str]]:
    records, found, shacl = manifest.records, manifest.problems, manifest.shacl
    rejected = f"{number(records.rejected)} rejected" if records.rejected else ""
    yield "questions", number(records.published), rejected
    yield "answers", number(manifest.classes.get("qp:Reponse", 0)), ""
    yield "triples", number(manifest.triples), ""
    kinds = f"errors {found.error}, warnings {found.warning}, remarks {found.info}"
    yield "problems", number(found.error + found.warning + found.info), kinds
    if shacl.checked:
        yield "violations", number(shacl.violations), f"SHACL warnings {number(shacl.warnings)}"
    else:
        yield "violations", "–", "not checked"
    yield "files", number(len(manifest.files) + 1), ""
    if manifest.as_of:
        yield "as of", str(manifest.as_of), ""


def _next(manifest: "Manifest", out: Path) -> Iterator[str]:
    data = _pleasant([name for name, file in manifest.files.items() if file.triples is not None])
    option = "" if out == Path("out") else f" --data {_quoted(out)}"
    if manifest.records.published:
        yield f"{_READ.get(Path(data).suffix, 'less')} {_quoted(out / data)}"
        yield f"{program()} query{option} 'SELECT ?n ?t {{ ?q qp:numero ?n ; dcterms:title ?t }}'"
    if manifest.problems.by_code:
        yield f"less {_quoted(out / 'problems.jsonl')}"
    if manifest.shacl.violations or manifest.shacl.warnings:
        yield f"less {_quoted(out / 'shacl-report.txt')}"


def _pleasant(names: list[str]) -> str:
    """Of the data files the one that a person would look at."""
    by_format = ([name for name in names if form.extension in name] for form in FORMATS.values())
    return next(found[0] for found in by_format if found)


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))


def program() -> str:
    """How this program is called from here: by its name if the shell finds it, else by its path."""
    here = Path(sys.argv[0])
    if here.name == "__main__.py":
        return "python -m questions_rdf"
    found = shutil.which(here.name)
    if found and here.exists() and Path(found).samefile(here):
        return here.name
    return os.path.relpath(here) if here.exists() else "questions-rdf"


def number(count: int) -> str:
    """A count with thin spaces between the thousands."""
    return f"{count:,}".replace(",", _THIN_SPACE)
