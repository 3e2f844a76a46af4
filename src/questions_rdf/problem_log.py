"""``problems.jsonl``: the problems as they come, one a line, and their counts."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import msgspec

from questions_rdf import catalogue
from questions_rdf.problems import Problem, Severity, Stage

# One new field of the Assembly is one finding, not one for each of 45,000 records; the same holds
# for what the reference data lacks.
_GROUPED = frozenset(
    code.code
    for code in (
        catalogue.CHAMP_INCONNU,
        catalogue.JSON_DE_REFERENCE,
        catalogue.LEGISLATURE_HORS_REFERENCE,
        catalogue.GROUPE_NON_IDENTIFIE,
        catalogue.MINISTERE_NON_IDENTIFIE,
        catalogue.MINISTERE_AMBIGU,
        catalogue.MINISTERES_HORS_REFERENCE,
        catalogue.IDENTIFIANT_HORS_REFERENCE,
        catalogue.MINISTERE_HORS_PERIODE,
    )
)


class _Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A problem as it is written: flat, so that ``jq .file`` and a spreadsheet can read it."""

    code: str
    severity: str
    stage: str
    file: str
    member: str | None
    line: int | None
    path: str | None
    message: str
    hint: str
    message_en: str
    hint_en: str
    rejected: bool
    subject: str | None = None
    occurrences: int = 1

    @classmethod
    def of(cls, problem: Problem) -> Self:
        """The line of ``problem``."""
        origin = problem.origin
        return cls(
            code=problem.code,
            severity=problem.severity,
            stage=problem.stage,
            file=origin.file,
            member=origin.member,
            line=origin.line,
            path=origin.path,
            message=problem.message.fr,
            hint=problem.hint.fr,
            message_en=problem.message.en,
            hint_en=problem.hint.en,
            rejected=problem.rejected,
            subject=problem.subject,
            occurrences=problem.occurrences,
        )


def written(problem: Problem) -> bytes:
    """The line of ``problem``, without its end."""
    return msgspec.json.encode(_Line.of(problem))


class ProblemLog:
    """Writes problems to a file, and counts its lines; to be closed."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._grouped: dict[tuple[str, str, str | None], Problem] = {}
        self.by_code: Counter[str] = Counter()
        self.by_severity: Counter[Severity] = Counter()
        self.rejected = 0

    def close(self) -> None:
        """End the file; nothing can be added any more."""
        self._file.close()

    def add(self, problem: Problem) -> None:
        """Take one problem in; of those that repeat for every record, the first stands for all."""
        if problem.code in _GROUPED:
            key = (problem.code, problem.message.en, _place(problem))
            known = self._grouped.get(key)
            occurrences = known.occurrences + 1 if known else 1
            self._grouped[key] = msgspec.structs.replace(known or problem, occurrences=occurrences)
        else:
            self._write(problem)

    def add_all(self, problems: Iterable[Problem]) -> None:
        """Take several in."""
        for problem in problems:
            self.add(problem)

    def end_of_pass(self) -> None:
        """Write the problems that were kept back to be counted."""
        for problem in self._grouped.values():
            self._write(problem)
        self._grouped.clear()

    def _write(self, problem: Problem) -> None:
        self._file.write(written(problem) + b"\n")
        self.by_code[problem.code] += 1
        self.by_severity[problem.severity] += 1
        self.rejected += problem.rejected * problem.occurrences


def _place(problem: Problem) -> str | None:
    """Where a repeated problem stands: a field has its path; the reference is one for all."""
    in_the_source = problem.stage is Stage.READING
    return f"{problem.origin.file} {problem.origin.path}" if in_the_source else None
