"""What a build says of itself: ``dataset.ttl``, and the manifest, which is written last."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from questions_rdf import __version__
from questions_rdf.digests import sha256
from questions_rdf.inventory import Inventory
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
from questions_rdf.publication import DESCRIPTION
from questions_rdf.volumes import Written, write_beside


class Account(NamedTuple):
    """What a build did: what it was told, what it read, and what it wrote.

    ``verdict`` counts the SHACL results by severity; ``None`` where validation was left out.
    """

    base: str
    as_of: date | None
    known: Inventory
    reference: Sequence[Input]
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
        files=[dataset.DataFile(one.name, one.bytes, one.sha256) for one in written.files],
    )
    write_beside(
        folder / DESCRIPTION, account.base, dataset.PREFIXES, [dataset.described(description)]
    )


def manifest(account: Account, folder: Path, log: ProblemLog) -> Manifest:
    """The manifest of everything in ``folder``."""
    known, verdict = account.known, account.verdict
    data_files = {
        one.name: OutputFile(one.bytes, one.sha256, one.triples) for one in account.written.files
    }
    counts = verdict or Counter()
    return Manifest(
        version=__version__,
        base=account.base,
        as_of=account.as_of,
        inputs=known.inputs,
        reference=list(account.reference),
        documents=known.documents,
        records=Records(
            known.published + known.merged + log.rejected,
            known.published,
            known.merged,
            log.rejected,
        ),
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
            path.name: data_files.get(path.name) or _measured(path)
            for path in sorted(folder.iterdir())
        },
    )


def _measured(path: Path) -> OutputFile:
    return OutputFile(path.stat().st_size, sha256(path))
