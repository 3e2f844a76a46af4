"""Whether the output holds: SHACL's findings as reports, and as problems with their origin."""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from questions_rdf.formats import QUICKEST_FIRST, STEM
from questions_rdf.inventory import Inventory
from questions_rdf.problem_log import ProblemLog
from questions_rdf.problems import Bilingual, Origin, Problem, Severity, Stage
from questions_rdf.records import key_of_uid
from questions_rdf.spool import Spools
from questions_rdf.validation.corpus import validate_files
from questions_rdf.validation.report import report_text, report_turtle
from questions_rdf.validation.shacl import Finding
from questions_rdf.validation.shapes import load_shapes

REPORT_TURTLE = "shacl-report.ttl"
REPORT_TEXT = "shacl-report.txt"


class Output(NamedTuple):
    """What is validated.

    Args:
        files: the data, in one of its formats.
        known: the questions.
        spool: the folder of their records.
    """

    files: Sequence[Path]
    known: Inventory
    spool: Path


def validated(output: Output, folder: Path, log: ProblemLog, jobs: int) -> Counter[Severity]:
    """The findings of SHACL, counted; they go to reports in ``folder`` and to the log."""
    shapes = load_shapes()
    findings = validate_files(output.files, shapes, jobs).findings
    (folder / REPORT_TURTLE).write_text(
        report_turtle(findings, shapes), encoding="utf-8", newline="\n"
    )
    (folder / REPORT_TEXT).write_text(report_text(findings), encoding="utf-8", newline="\n")
    origins = _origins({_uid(finding.focus) for finding in findings}, output)
    for finding in findings:
        log.add(_problem(finding, origins.get(_uid(finding.focus), Origin(STEM))))
    return Counter(finding.severity for finding in findings)


def quickest(names: Sequence[str]) -> list[str]:
    """Of the names of files, those of the one format that is read most quickly."""
    by_format = ([name for name in names if form.extension in name] for form in QUICKEST_FIRST)
    return next(found for found in by_format if found)


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


def _uid(iri: str) -> str:
    return iri.partition("#")[0].rpartition("/")[2]


def _origins(uids: set[str], output: Output) -> dict[str, Origin]:
    """Where the questions of the findings were read."""
    keys = {key: uid for uid in uids if (key := key_of_uid(uid)) is not None}
    with closing(Spools(output.spool)) as spools:
        return {
            keys[key]: spools.at(place)[0].origin
            for key, place in output.known.places_of(keys).items()
        }
