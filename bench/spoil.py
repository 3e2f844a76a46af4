"""``python -m bench.spoil``: data with defects that no source can have, planted by rule.

Takes the N-Triples that a build wrote and passes them on as a stream; here and there one property
of a resource is dropped, doubled or replaced. A question and what belongs to it get at most one
defect, so that each breaks the rules that it names and no other.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import click
import msgspec

from bench.corpus.chance import Chance
from bench.rdf_defects import DEFECTS, Action, RdfDefect

_QUESTION = "/question/"


class Spoiler:
    """Plants defects into blocks of lines, and counts them by rule."""

    def __init__(self, share: float, seed: int) -> None:
        self._share = share
        self._chance = Chance(seed)
        self._spoilt = ""
        self.planted: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()

    def passed(self, lines: Iterable[str]) -> Iterator[str]:
        """The lines, some of them spoilt."""
        for subject, block in groupby(lines, key=lambda line: line.partition(" ")[0]):
            yield from self._block(subject, list(block))

    def _block(self, subject: str, lines: list[str]) -> list[str]:
        defect = self._drawn()
        whole = subject.partition("#")[0].rstrip(">")
        if defect is None or not defect.fits(lines):
            return lines
        if _QUESTION in subject and whole == self._spoilt:
            return lines
        if _QUESTION in subject:
            self._spoilt = whole
        self.planted[defect.codes[0]] += 1
        self.findings.update(defect.codes)
        return list(_spoilt(subject, lines, defect))

    def _drawn(self) -> RdfDefect | None:
        """A defect, if the resource can have it: each has the same share of those that can."""
        rank = int(self._chance.unit() / self._share)
        return DEFECTS[rank] if rank < len(DEFECTS) else None


def _spoilt(subject: str, lines: list[str], defect: RdfDefect) -> Iterator[str]:
    for line in lines:
        if not defect.touches(line) or defect.action is Action.ADD:
            yield line
    if defect.action is not Action.DROP:
        yield f"{subject} {defect.predicate} {defect.value} .\n"


@click.command()
@click.argument("data", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option(
    "--share",
    type=click.FloatRange(0, 1 / len(DEFECTS), min_open=True),
    default=0.001,
    show_default=True,
    help="Share of the resources of a kind that get each of its defects.",
)
@click.option("--seed", type=int, default=1, show_default=True)
def command(data: Path, out: Path, share: float, seed: int) -> None:
    """Copy DATA, N-Triples of a build, with defects; say on standard error which, as JSON.

    \b
    Example:
      python -m bench.spoil out/questions.nt --share 0.001 --out spoilt.nt 2> planted.json
    """
    spoiler = Spoiler(share, seed)
    with (
        data.open(encoding="utf-8", newline="\n") as lines,
        out.open("w", encoding="utf-8", newline="\n") as stream,
    ):
        stream.writelines(spoiler.passed(lines))
    said = {
        "planted": dict(sorted(spoiler.planted.items())),
        "findings": dict(sorted(spoiler.findings.items())),
    }
    click.echo(msgspec.json.format(msgspec.json.encode(said)).decode(), err=True)


if __name__ == "__main__":
    command(prog_name="python -m bench.spoil")
