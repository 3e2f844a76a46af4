"""Whether the output holds: SHACL's findings as reports, and as problems with their origin."""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from questions_rdf.files import data_folder
from questions_rdf.formats import QUICKEST_FIRST, STEM
from questions_rdf.inventory import Inventory
from questions_rdf.problem_log import ProblemLog
from questions_rdf.problems import Bilingual, Origin, Problem, Severity, Stage
from questions_rdf.records import key_of_uid
from questions_rdf.spool import Spools
from questions_rdf.validation.corpus import validate_files
from questions_rdf.validation.crew import Crew, screen_slice
from questions_rdf.validation.inspection import Inspection
from questions_rdf.validation.report import report_text, report_turtle
from questions_rdf.validation.screening.reading import read_rules
from questions_rdf.validation.screening.screen import Verdict
from questions_rdf.validation.shacl import Finding
from questions_rdf.validation.shapes import load_shapes
from questions_rdf.validation.slices import Slice
from questions_rdf.volumes import Span, Written

REPORT_TURTLE = "shacl-report.ttl"
REPORT_TEXT = "shacl-report.txt"


class Inspector:
    """Takes the verdicts on an output in while it is written; to be closed.

    Args:
        jobs: how many processes work.
        screened: whether parts are screened while they are written; the N-Triples have to be there
            to be looked into again. Else all is read once more at the end.
    """

    def __init__(self, jobs: int, *, screened: bool) -> None:
        self._jobs = jobs
        self._shapes = load_shapes()
        self._crew = Crew(read_rules(self._shapes.graph), {}, self._shapes, jobs)
        self._inspection = Inspection(self._crew)
        self.screen = self._crew.screen if screened and self._crew.understands_all else None

    def close(self) -> None:
        """Nothing more will be asked."""
        self._inspection.close()

    def note(self, part: Span, verdict: Verdict) -> None:
        """The verdict on the next part, and where its N-Triples stand."""
        self._inspection.add(Slice(str(part.path), part.start, part.stop), verdict)

    def validated(
        self, folder: Path, written: Written, known: tuple[Inventory, Path], log: ProblemLog
    ) -> Counter[Severity]:
        """The findings of SHACL, counted; they go to reports in the folder and to the log.

        Args:
            folder: the output.
            written: the data files in it.
            known: the questions, and the folder of their records.
            log: where problems go.
        """
        findings, shapes = self._findings(folder, written), self._shapes
        (folder / REPORT_TURTLE).write_text(
            report_turtle(findings, shapes), encoding="utf-8", newline="\n"
        )
        (folder / REPORT_TEXT).write_text(report_text(findings), encoding="utf-8", newline="\n")
        origins = _origins({_uid(finding.focus) for finding in findings}, *known)
        for finding in findings:
            log.add(_problem(finding, origins.get(_uid(finding.focus), Origin(STEM))))
        return Counter(finding.severity for finding in findings)

    def _findings(self, folder: Path, written: Written) -> list[Finding]:
        if self._inspection.is_of(written.triples):
            lists = Slice(str(data_folder("ontology") / "lists.ttl"))
            (verdict,) = self._crew.map(screen_slice, [lists])
            if verdict:
                self._inspection.add(lists, verdict)
                if self._inspection.is_sure:
                    return self._inspection.outcome().findings
        files = [folder / name for name in _quickest([one.name for one in written.files])]
        return validate_files(files, self._shapes, self._jobs).findings


def _quickest(names: Sequence[str]) -> list[str]:
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


def _origins(uids: set[str], inventory: Inventory, spool: Path) -> dict[str, Origin]:
    """Where the questions of the findings were read."""
    keys = {key: uid for uid in uids if (key := key_of_uid(uid)) is not None}
    with closing(Spools(spool)) as spools:
        places = inventory.places_of(keys)
        return {keys[key]: spools.at(place)[0].origin for key, place in places.items()}
