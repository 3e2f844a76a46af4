"""The whole way once; read it from top to bottom.

A source becomes records, records become triples, triples that hold are published, and everything
else becomes a line in the problem report.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from questions_rdf import __version__, catalogue, iris, readback
from questions_rdf.deduction import deduce
from questions_rdf.errors import UnreadableInputError
from questions_rdf.facts import Faits
from questions_rdf.formats import FORMATS, QUICKEST_FIRST, STEM
from questions_rdf.intake import Known, refuse_unreadable, take_in
from questions_rdf.manifest import (
    Conformity,
    Manifest,
    OutputFile,
    Problems,
    Records,
)
from questions_rdf.mapping import dataset, tables
from questions_rdf.mapping.register import Register
from questions_rdf.problem_log import ProblemLog
from questions_rdf.problems import Bilingual, Origin, Problem, Severity, Stage
from questions_rdf.publication import MANIFEST, staged
from questions_rdf.reference.legislatures import legislature
from questions_rdf.sinks import Sinks
from questions_rdf.sources import Limits, documents
from questions_rdf.spool import Spool
from questions_rdf.validation.report import report_text, report_turtle
from questions_rdf.validation.shacl import Finding, load_data, validate
from questions_rdf.validation.shapes import load_shapes
from questions_rdf.writers import TurtleWriter

PROBLEMS = "problems.jsonl"
DATASET = "dataset.ttl"
REPORT_TURTLE = "shacl-report.ttl"
REPORT_TEXT = "shacl-report.txt"

Progress = Callable[[str, int], None]
"""Called with what is being done, and how many questions are through it."""


class Options(NamedTuple):
    """What a build may be told; ``as_of`` is by default the latest date in the input."""

    out: Path
    formats: Sequence[str] = tuple(FORMATS)
    base: str = iris.DEFAULT_BASE
    as_of: date | None = None
    limits: Limits = Limits()
    check: bool = True
    progress: Progress = lambda _what, _count: None


def build(paths: Sequence[str], options: Options) -> Manifest:
    """Convert ``paths`` (files, folders, zips, ``-``) into the folder ``options.out``.

    Raises:
        UnreadableInputError: if a path does not exist.
        UsageError: if ``out`` is not a folder that a build may replace.
        OutputError: if the output cannot be written, or does not read back as what was written.
    """
    refuse_unreadable(paths)
    with staged(options.out) as folder, closing(ProblemLog(folder / PROBLEMS)) as log:
        with closing(Spool(folder)) as spool:
            outputs = (options.out.absolute(), folder)
            sources = documents(paths, options.limits, outputs)
            known = take_in(sources, spool, log, options.progress)
            written = _write_all(spool, known, options, folder, log)
            options.progress("reading back", spool.count)
            readback.same_graph(written.files, written.triples)
            options.progress("validating", spool.count)
            findings = _validate(written.files, spool, folder, log) if options.check else []
        _describe(known, written, options, folder)
        log.close()
        manifest = _manifest(options, known, written, findings, folder, log)
        (folder / MANIFEST).write_bytes(manifest.written())
        if not manifest.records.published and _holds_questions(options.out):
            raise NothingReadError(_first_problems(folder / PROBLEMS), options.out)
    return manifest


class NothingReadError(UnreadableInputError):
    """Not one question could be read, and the former output is worth more than an empty one.

    ``problems`` are the lines of the report that would have been written.
    """

    def __init__(self, problems: list[bytes], out: Path) -> None:
        self.problems = problems
        super().__init__(f"no question could be read; {out} is left as it was")


def _holds_questions(out: Path) -> bool:
    try:
        return Manifest.read(out / MANIFEST).records.published > 0
    except (OSError, msgspec.DecodeError):
        return False


def _first_problems(path: Path, most: int = 1000) -> list[bytes]:
    with path.open("rb") as lines:
        return list(islice(lines, most))


# -- Second pass: records → facts → triples → files -----------------------------------------------


class _Written(NamedTuple):
    files: list[Path]
    subjects: int
    triples: int
    classes: Counter[str]


def _write_all(
    spool: Spool, known: Known, options: Options, folder: Path, log: ProblemLog
) -> _Written:
    as_of = options.as_of or known.latest or date.min
    if known.latest and as_of < known.latest:
        log.add(catalogue.AS_OF_ANTERIEUR.at(Origin("--as-of"), as_of=as_of, latest=known.latest))
    register = Register()
    with Sinks(folder, options.formats, options.base) as sinks:
        for count, spooled in enumerate(spool, start=1):
            faits = deduce(spooled.question, known.sources[spooled.document], as_of)
            register.note(faits)
            sinks.write(tables.QUESTION.node(faits))
            if source := register.source_if_new(faits.source):
                sinks.write(source)
            for problem in _remarks(faits, spooled.origin, options.base):
                log.add(problem)
            options.progress("writing", count)
        for title, nodes in register.nodes():
            sinks.group(title, nodes)
    return _Written(sinks.paths, sinks.subjects, sinks.triples, sinks.classes)


def _remarks(faits: Faits, origin: Origin, base: str) -> Iterator[Problem]:
    """What deduction noticed about a question."""
    subject, numero = base + faits.iri, faits.question.legislature
    day = faits.question.info_jo.date
    if day and not legislature(numero).covers(day):
        code = catalogue.PUBLICATION_HORS_LEGISLATURE
        yield code.at(origin, subject, day=day, legislature=numero)
    if faits.statut_deduit:
        yield catalogue.STATUT_DEDUIT.at(origin, subject, legislature=numero)


# -- Validation -----------------------------------------------------------------------------------


def _validate(files: list[Path], spool: Spool, folder: Path, log: ProblemLog) -> list[Finding]:
    """The findings of SHACL on one of the files (they hold one graph), as reports and problems."""
    shapes = load_shapes()
    findings = validate(load_data([min(files, key=_quickest)]), shapes)
    (folder / REPORT_TURTLE).write_text(
        report_turtle(findings, shapes), encoding="utf-8", newline="\n"
    )
    (folder / REPORT_TEXT).write_text(report_text(findings), encoding="utf-8", newline="\n")
    origins = _origins({_uid(finding.focus) for finding in findings}, spool)
    for finding in findings:
        log.add(_problem(finding, origins.get(_uid(finding.focus), Origin(STEM))))
    return findings


def _problem(finding: Finding, origin: Origin) -> Problem:
    about = f" ({finding.path} = {finding.value})" if finding.value and finding.path else ""
    return Problem(
        code=finding.code,
        severity=finding.severity,
        stage=Stage.VALIDATION,
        message=finding.messages,
        hint=Bilingual(
            f"Règle {finding.code} des shapes SHACL{about}.",
            f"Rule {finding.code} of the SHACL shapes{about}.",
        ),
        origin=origin,
        subject=finding.focus,
    )


def _quickest(path: Path) -> int:
    return [form.extension for form in QUICKEST_FIRST].index(path.suffix)


def _uid(iri: str) -> str:
    return iri.partition("#")[0].rpartition("/")[2]


def _origins(uids: set[str], spool: Spool) -> dict[str, Origin]:
    """Where the questions of the findings were read."""
    if not uids:
        return {}
    return {s.question.uid: s.origin for s in spool if s.question.uid in uids}


# -- What is said of the whole --------------------------------------------------------------------


def _describe(known: Known, written: _Written, options: Options, folder: Path) -> None:
    description = dataset.Description(
        version=__version__,
        base=options.base,
        first=known.first_publication,
        last=known.latest,
        downloads=sorted({file.fetched_from for file in known.inputs if file.fetched_from}),
        subjects=written.subjects,
        triples=written.triples,
        classes=written.classes,
        files=[
            dataset.DataFile(path.name, path.stat().st_size, readback.sha256(path))
            for path in written.files
        ],
    )
    writer = TurtleWriter(options.base, dataset.PREFIXES)
    text = writer.header() + "".join(map(writer.node, dataset.describe(description)))
    (folder / DATASET).write_text(text, encoding="utf-8", newline="\n")
    readback.fingerprint(folder / DATASET)


def _manifest(  # noqa: PLR0913, PLR0917  (it says everything)
    options: Options,
    known: Known,
    written: _Written,
    findings: list[Finding],
    folder: Path,
    log: ProblemLog,
) -> Manifest:
    severities = Counter(finding.severity for finding in findings)
    published = len(known.document_of)
    data_files = {path.name for path in written.files}
    return Manifest(
        version=__version__,
        base=options.base,
        as_of=options.as_of or known.latest,
        inputs=known.inputs,
        documents=len(known.sources),
        records=Records(published + log.rejected, published, log.rejected),
        triples=written.triples,
        classes=dict(sorted(written.classes.items())),
        problems=Problems(
            error=log.by_severity[Severity.ERROR],
            warning=log.by_severity[Severity.WARNING],
            info=log.by_severity[Severity.INFO],
            by_code=dict(sorted(log.by_code.items())),
        ),
        shacl=Conformity(
            options.check,
            severities[Severity.ERROR],
            severities[Severity.WARNING],
            severities[Severity.INFO],
        ),
        files={
            path.name: OutputFile(
                *_size_and_digest(path), written.triples if path.name in data_files else None
            )
            for path in sorted(folder.iterdir())
        },
    )


def _size_and_digest(path: Path) -> tuple[int, str]:
    return path.stat().st_size, readback.sha256(path)
