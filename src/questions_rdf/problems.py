"""What goes wrong, as values: every problem has a code, a place, a message and a hint.

Bad input never stops the good. A reader that meets something it cannot use yields a
:class:`Problem` beside its records; validation yields the same type. ``CATALOGUE`` holds every code
that reading can give; the codes of validation are the names of the shapes in ``shapes/``.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How bad it is: an ``error`` makes the command exit with 1, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Stage(StrEnum):
    """Which room of the house found it."""

    READING = "reading"
    IDENTIFICATION = "identification"
    MERGING = "merging"
    DEDUCTION = "deduction"
    VALIDATION = "validation"


class Bilingual(msgspec.Struct, frozen=True):
    """A sentence in French and in English."""

    fr: str
    en: str

    def in_language(self, lang: str) -> str:
        """The sentence in ``lang`` (``fr`` or ``en``)."""
        return self.en if lang == "en" else self.fr

    def filled(self, values: Mapping[str, object]) -> "Bilingual":
        """Both sentences with their ``{placeholders}`` filled in."""
        return Bilingual(self.fr.format(**values), self.en.format(**values))


class Origin(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place in the input: a file, perhaps a member of it, perhaps a line or a path inside."""

    file: str
    member: str | None = None
    line: int | None = None
    path: str | None = None

    def __str__(self) -> str:
        place = self.file if self.member is None else f"{self.file}!{self.member}"
        if self.line is not None:
            place += f":{self.line}"
        return place if self.path is None else f"{place} {self.path}"

    def at_line(self, line: int) -> "Origin":
        """The same document, at ``line`` (counted from 1)."""
        return msgspec.structs.replace(self, line=line)

    def at_path(self, path: str) -> "Origin":
        """The same document, at ``path`` (dotted, as in ``question.auteur.identite``)."""
        return msgspec.structs.replace(self, path=path)


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One finding.

    ``rejected`` says that the record (or the whole document) is not in the output because of this
    problem: the records read are those published plus the problems with ``rejected``.
    ``subject`` is the IRI of the thing that it is about, when there is one; ``occurrences`` counts
    the records that have it, where one line stands for all of them.
    """

    code: str
    severity: Severity
    stage: Stage
    message: Bilingual
    hint: Bilingual
    origin: Origin
    rejected: bool = False
    subject: str | None = None
    occurrences: int = 1


class Code(msgspec.Struct, frozen=True):
    """A kind of problem: its code, severity, and its sentences with ``{placeholders}``.

    ``why`` names the rule behind it, where there is one: an article, a specification, a table.
    """

    code: str
    severity: Severity
    message: Bilingual
    hint: Bilingual
    rejected: bool = False
    stage: Stage = Stage.READING
    why: Bilingual | None = None

    def at(self, origin: Origin, subject: str | None = None, **values: object) -> Problem:
        """This problem, met at ``origin``; ``values`` fill the placeholders."""
        shown = {name: _shortened(str(value)) for name, value in values.items()}
        return Problem(
            code=self.code,
            severity=self.severity,
            stage=self.stage,
            message=self.message.filled(shown),
            hint=self.hint.filled(shown),
            origin=origin,
            rejected=self.rejected,
            subject=subject,
        )


def _shortened(text: str, limit: int = 120) -> str:
    """``text`` on one line and not longer than a person wants to read in a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
