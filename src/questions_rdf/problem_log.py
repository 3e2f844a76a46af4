"""``problems.jsonl``: the problems as they come, one a line, and their counts."""

from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Self

import msgspec

from questions_rdf import repetitions
from questions_rdf.problems import Problem, Severity


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
        self._repeated: dict[Hashable, Problem] = {}
        self.by_code: Counter[str] = Counter()
        self.by_severity: Counter[Severity] = Counter()
        self.rejected = 0

    def close(self) -> None:
        """End the file; nothing can be added any more."""
        self._file.close()

    def add(self, problem: Problem) -> None:
        """Take one problem in; of those that repeat for every record, the first stands for all."""
        key = repetitions.key_of(problem)
        if key is None:
            self._write(problem)
        else:
            self._repeated[key] = repetitions.counted(self._repeated.get(key), problem)

    def add_all(self, problems: Iterable[Problem]) -> None:
        """Take several in."""
        for problem in problems:
            self.add(problem)

    def end_of_pass(self) -> None:
        """Write the problems that were kept back to be counted."""
        for problem in self._repeated.values():
            self._write(problem)
        self._repeated.clear()

    def _write(self, problem: Problem) -> None:
        self._file.write(written(problem) + b"\n")
        self.by_code[problem.code] += 1
        self.by_severity[problem.severity] += 1
        self.rejected += problem.rejected * problem.occurrences
