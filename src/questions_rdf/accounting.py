"""What a build says of itself: ``dataset.ttl``, and the manifest, which is written last."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from questions_rdf import __version__, readback
from questions_rdf.intake import Known
from questions_rdf.manifest import (
    Conformity,
    Input,
    Manifest,
    OutputFile,
    Problems,
    Records,
)
from questions_rdf.mapping import dataset
from questions_rdf.problem_log import ProblemLog
from questions_rdf.problems import Severity
from questions_rdf.sinks import write_beside

DATASET = "dataset.ttl"


class Written(NamedTuple):
    """The data files, and what was counted when they were written."""

    files: list[Path]
    subjects: int
    triples: int
    classes: Counter[str]


class Account(NamedTuple):
    """What a build did: what it was told, what it read, and what it wrote.

    ``spooled`` counts the records that were read and not rejected; ``verdict`` the SHACL results by
    severity, ``None`` where validation was left out.
    """

    base: str
    as_of: date | None
    known: Known
    reference: Sequence[Input]
    spooled: int
    written: Written
    verdict: Counter[Severity] | None


def describe(account: Account, folder: Path) -> None:
    """Write the description of the data set, and read it back."""
    written = account.written
    description = dataset.Description(
        version=__version__,
        base=account.base,
        first=account.known.first_publication,
        last=account.known.latest,
        downloads=sorted({file.fetched_from for file in account.known.inputs if file.fetched_from}),
        subjects=written.subjects,
        triples=written.triples,
        classes=written.classes,
        files=[
            dataset.DataFile(path.name, path.stat().st_size, readback.sha256(path))
            for path in written.files
        ],
    )
    write_beside(folder / DATASET, account.base, dataset.PREFIXES, [dataset.described(description)])


def manifest(account: Account, folder: Path, log: ProblemLog) -> Manifest:
    """The manifest of everything in ``folder``."""
    known, verdict = account.known, account.verdict
    published = len(known.places)
    data_files = {path.name: account.written.triples for path in account.written.files}
    counts = verdict or Counter()
    return Manifest(
        version=__version__,
        base=account.base,
        as_of=account.as_of,
        inputs=known.inputs,
        reference=list(account.reference),
        documents=len(known.sources),
        records=Records(account.spooled + log.rejected, published, known.merged, log.rejected),
        triples=account.written.triples,
        classes=dict(sorted(account.written.classes.items())),
        problems=Problems(
            error=log.by_severity[Severity.ERROR],
            warning=log.by_severity[Severity.WARNING],
            info=log.by_severity[Severity.INFO],
            by_code=dict(sorted(log.by_code.items())),
        ),
        shacl=Conformity(
            verdict is not None,
            counts[Severity.ERROR],
            counts[Severity.WARNING],
            counts[Severity.INFO],
        ),
        files={
            path.name: OutputFile(
                path.stat().st_size, readback.sha256(path), data_files.get(path.name)
            )
            for path in sorted(folder.iterdir())
        },
    )
