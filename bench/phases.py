"""One build as a program of its own, which prints how long each of its phases took, as JSON.

``python -m bench.phases SOURCE OUT --format nt``: the same function as ``questions-rdf build``.
"""

import time
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import msgspec

from questions_rdf import readback
from questions_rdf.build import Options, build
from questions_rdf.formats import FORMATS

HAS_JOBS = "jobs" in Options._fields
"""Whether this version of the project can use several processes."""


class Phases:
    """Notes when each phase began."""

    def __init__(self) -> None:
        self._begun: dict[str, float] = {"start": time.perf_counter()}

    def note(self, what: str, _done: int, _total: int | None) -> None:
        """Progress, as a build reports it."""
        if what not in self._begun:
            self._begun[what] = time.perf_counter()

    def seconds(self) -> dict[str, float]:
        """How long each phase took, until the next one began."""
        times = [*self._begun.values(), time.perf_counter()]
        pairs = zip(self._begun, pairwise(times), strict=True)
        return {what: end - begin for what, (begin, end) in pairs}


def _leave_out_reading_back() -> None:
    """A build has no such option: it always looks again at what it wrote; most peers never do."""
    readback.read_back = lambda *_: []


@click.command()
@click.argument("source", type=click.Path(exists=True))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "formats", multiple=True, type=click.Choice(list(FORMATS)))
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--jobs", type=int)
@click.option("--check", is_flag=True)
@click.option("--no-read-back", is_flag=True)
def command(  # noqa: PLR0913  (the options)
    source: str,
    out: Path,
    formats: tuple[str, ...],
    as_of: datetime | None,
    jobs: int | None,
    *,
    check: bool,
    no_read_back: bool,
) -> None:
    """Build SOURCE into OUT and print the seconds of each phase."""
    if no_read_back:
        _leave_out_reading_back()
    phases = Phases()
    others: dict[str, Any] = {}
    if jobs is not None:
        others["jobs"] = jobs
    options = Options(
        out=out,
        formats=formats or tuple(FORMATS),
        as_of=as_of.date() if as_of else None,
        check=check,
        progress=phases.note,
        **others,
    )
    manifest = build([source], options)
    said = {
        "questions": manifest.records.published,
        "triples": manifest.triples,
        "seconds": phases.seconds(),
    }
    click.echo(msgspec.json.encode(said).decode())


if __name__ == "__main__":
    command()
