"""The figures of a quality report as values: each share with what it is a share of."""

from datetime import date
from decimal import Decimal

import msgspec

from questions_rdf.manifest import Input, Records
from questions_rdf.quality.fields import Need
from questions_rdf.quality.findings import Found

_DIGITS = Decimal("0.000001")
_PERCENT = 100
_LEAST, _MOST = 0.1, 99.9


class Scope(msgspec.Struct, frozen=True):
    """What part of the data a figure is about: all of it, a legislature, a form of document.

    Args:
        kind: ``all``, ``legislature`` or ``form``.
        name: the number of the legislature (empty where a question names none), or the term of the
            form.
    """

    kind: str
    name: str = ""

    @property
    def key(self) -> str:
        """The scope in one word: ``legislature-17``."""
        local = self.name.rpartition(":")[2]
        return self.kind if self.kind == "all" else f"{self.kind}-{local or 'unknown'}"


ALL = Scope("all")


class Cell(msgspec.Struct, frozen=True):
    """A share: of so many resources, so many."""

    scope: str
    numerator: int
    denominator: int

    @property
    def value(self) -> Decimal:
        """The share as a number from 0 to 1, to six digits."""
        return (Decimal(self.numerator) / Decimal(self.denominator)).quantize(_DIGITS)

    @property
    def percent(self) -> float:
        """The share in percent; 0 and 100 mean none and all, not nearly."""
        percent = _PERCENT * self.numerator / self.denominator
        if self.numerator in {0, self.denominator}:
            return percent
        return min(max(percent, _LEAST), _MOST)


class FieldReport(msgspec.Struct, frozen=True):
    """A property of a class: shares by scope.

    ``valid`` is empty where the data was not validated, ``identified`` where the property names
    nobody.
    """

    key: str
    term: str
    need: Need
    complete: list[Cell]
    valid: list[Cell]
    identified: list[Cell]


class ClassReport(msgspec.Struct, frozen=True):
    """The resources of a class, counted by scope, and their properties."""

    classe: str
    counts: dict[str, int]
    fields: list[FieldReport]


class Report(msgspec.Struct, frozen=True):
    """All figures.

    Args:
        base: the data base.
        version: that of the program that built the data; empty where no manifest says so.
        as_of: the day as of which the data speaks.
        files: the data files that were read.
        inputs: what the data was made of.
        records: what became of the records that were read.
        validated: whether there is a SHACL report.
        scopes: the parts of the data that figures are about.
        conformity: questions without a violation, by scope.
        classes: completeness and validity.
        findings: what the build found, by code.
        unmeasured: resources of a class that the mapping does not know.
    """

    base: str
    version: str
    as_of: date | None
    files: list[str]
    inputs: list[Input]
    records: Records | None
    validated: bool
    scopes: list[Scope]
    conformity: list[Cell]
    classes: list[ClassReport]
    findings: list[Found]
    unmeasured: int
