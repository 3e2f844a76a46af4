"""``python -m bench.million``: a million questions once, all formats, read back and validated."""

import sys
import tempfile
import time
from pathlib import Path

import click
import msgspec

from bench import report
from bench.cases import AS_OF
from bench.corpus.generation import Corpus, Wishes
from bench.corpus.packaging import LAYOUTS
from bench.measure import ROOT, Run, measured
from bench.phases import HAS_JOBS
from questions_rdf.manifest import Manifest
from questions_rdf.publication import MANIFEST

_DEFECTS = 0.0001


@click.command()
@click.argument("questions", type=click.IntRange(min=20), default=1_000_000)
@click.option(
    "--folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Where there is room: some 30 GB for a million. [default: the system's temporary folder]",
)
@click.option("--check/--no-check", default=True, help="Validate too (the default) or not.")
@click.option("--results", type=click.Path(path_type=Path), default=ROOT / "bench" / "results")
def command(questions: int, folder: Path | None, results: Path, *, check: bool) -> None:
    """Build so many QUESTIONS once, with two processes, and record times, memory and sizes."""
    with tempfile.TemporaryDirectory(prefix="bench-million-", dir=folder) as temporary:
        part = _measured(questions, Path(temporary), check=check)
    whole = report.write_part(results, report.MILLION, part)
    click.echo(part)
    print(f"written: {whole}", file=sys.stderr)


def _measured(questions: int, folder: Path, *, check: bool) -> str:
    corpus = folder / "corpus.zip"
    start = time.perf_counter()
    made = Corpus(Wishes(questions, defects=_DEFECTS))
    LAYOUTS["json"](made, corpus)
    making = time.perf_counter() - start
    module = [sys.executable, "-m", "bench.phases"]
    options = [*(["--jobs", "2"] if HAS_JOBS else []), *(["--check"] if check else [])]
    built = [*module, "corpus.zip", "out", "--as-of", AS_OF, *options]
    run = measured(built, folder)
    manifest = Manifest.read(folder / "out" / MANIFEST)
    _refuse_miscounts(made, manifest, check=check)
    sizes = {"corpus.zip": corpus.stat().st_size}
    sizes |= {name: file.bytes for name, file in sorted(manifest.files.items())}
    shown = " ".join(["python", *built[1:]])
    head = (
        f"## {questions:,} questions\n\n{report.surroundings()}"
        f"One run of `{shown}`; the corpus was made in {making:,.0f} s.\n\n"
    )
    return head + _table(run, sizes, manifest)


def _refuse_miscounts(made: Corpus, manifest: Manifest, *, check: bool) -> None:
    """Every question is published or reported, and every defect found as often as planted."""
    said = made.statement()
    if manifest.records.published != said["published"]:
        raise SystemExit(f"published {manifest.records.published}, not {said['published']}")
    wrong = {
        code: (count, manifest.problems.by_code.get(code, 0))
        for code, count in made.findings().items()
        if code != "champ-inconnu"  # one finding for all records that have the field
    }
    missed = {code: pair for code, pair in wrong.items() if pair[0] != pair[1]}
    if check and missed:
        raise SystemExit(f"findings (planted, found): {missed}")


def _table(run: Run, sizes: dict[str, int], manifest: Manifest) -> str:
    phases = msgspec.json.decode(run.output)["seconds"]
    rows = "".join(f"| {what} | {seconds:,.1f} s |\n" for what, seconds in phases.items())
    files = "".join(f"| `{name}` | {size / 1e6:,.1f} MB |\n" for name, size in sizes.items())
    shacl = manifest.shacl
    return (
        f"| | |\n| --- | ---: |\n{rows}| whole process | {run.seconds:,.1f} s |\n"
        f"| processor time | {run.cpu:,.1f} s |\n| memory, all processes | {run.peak:,.0f} MiB |\n"
        f"| triples | {manifest.triples:,} |\n"
        f"| triples a second, all included | {manifest.triples / run.seconds:,.0f} |\n"
        f"| SHACL results | {shacl.violations + shacl.warnings:,} |\n{files}"
    )


if __name__ == "__main__":
    command(prog_name="python -m bench.million")
