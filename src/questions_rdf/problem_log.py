"""``problems.jsonl``: the problems as they come, one a line, and their counts."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import msgspec

from questions_rdf import repetitions
from questions_rdf.errors import UnreadableInputError
from questions_rdf.problems import Problem, Severity

PROBLEMS = "problems.jsonl"


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


_NEEDED = {field for field in _Line.__struct_fields__ if field not in {"subject", "occurrences"}}


def written(problem: Problem) -> bytes:
    """The line of ``problem``, without its end."""
    return msgspec.json.encode(_Line.of(problem))


def problems_in(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a problem report, by the names of their fields.

    Raises:
        UnreadableInputError: if it cannot be read, or is none.
    """
    try:
        with path.open("rb") as lines:
            for line in lines:
                problem = msgspec.json.decode(line, type=dict[str, Any])
                if not problem.keys() >= _NEEDED:
                    raise UnreadableInputError(f"{path} is no problem report of a build")
                yield problem
    except OSError as error:
        raise UnreadableInputError(f"{path}: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInputError(f"{path} is no problem report of a build: {error}") from error


def place_of(problem: Mapping[str, Any]) -> str:
    """Where a problem of a report is, on one line."""
    place = f"{problem['file']}!{problem['member']}" if problem["member"] else problem["file"]
    place += f":{problem['line']}" if problem["line"] else ""
    return f"{place} {problem['path']}" if problem["path"] else str(place)


class ProblemSheet:
    """Problems as lines, and their counts; small enough to be sent from one process to another.

    Of those that repeat for every record, the first stands for all.
    """

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.repeated: dict[Hashable, Problem] = {}
        self.by_code: Counter[str] = Counter()
        self.by_severity: Counter[Severity] = Counter()
        self.rejected = 0

    def add(self, problem: Problem) -> None:
        """Take one problem in."""
        key = repetitions.key_of(problem)
        if key is None:
            self._write(problem)
        else:
            self.repeated[key] = repetitions.counted(self.repeated.get(key), problem)

    def add_all(self, problems: Iterable[Problem]) -> None:
        """Take several in."""
        for problem in problems:
            self.add(problem)

    def merge(self, other: "ProblemSheet") -> None:
        """Take in what another sheet has; its lines come after those of this one."""
        self.lines += other.lines
        self.by_code.update(other.by_code)
        self.by_severity.update(other.by_severity)
        self.rejected += other.rejected
        for key, problem in other.repeated.items():
            self.repeated[key] = repetitions.counted(self.repeated.get(key), problem)

    def write_repeated(self) -> None:
        """Make lines of the problems that were kept back to be counted."""
        for problem in self.repeated.values():
            self._write(problem)
        self.repeated.clear()

    def _write(self, problem: Problem) -> None:
        self.lines.append(written(problem) + b"\n")
        self.by_code[problem.code] += 1
        self.by_severity[problem.severity] += 1
        self.rejected += problem.rejected * problem.occurrences


class ProblemLog(ProblemSheet):
    """A sheet whose lines go to a file; to be closed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = path.open("wb")

    def close(self) -> None:
        """End the file; nothing can be added any more."""
        if not self._file.closed:
            self._flush()
            self._file.close()

    def merge(self, other: ProblemSheet) -> None:
        """Take in what another sheet has."""
        super().merge(other)
        self._flush()

    def end_of_pass(self) -> None:
        """Write the problems that were kept back to be counted."""
        self.write_repeated()
        self._flush()

    def _flush(self) -> None:
        self._file.writelines(self.lines)
        self.lines.clear()
