"""Verdicts of the screen, slice by slice, and pySHACL's findings in what it did not clear."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from questions_rdf.validation.crew import Crew, judge_case, search_slice
from questions_rdf.validation.gathering import Errand, Store, gather
from questions_rdf.validation.judging import cases
from questions_rdf.validation.screening.keeping import Kept
from questions_rdf.validation.screening.screen import Verdict
from questions_rdf.validation.screening.shard import BLANK
from questions_rdf.validation.shacl import Finding, in_order
from questions_rdf.validation.slices import Slice

_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


class Outcome(NamedTuple):
    """The findings, how many questions there were, and how many documents pySHACL judged.

    ``not_screened``: the rules that the screen does not understand, with the reason.
    """

    findings: list[Finding]
    questions: int
    judged: int
    not_screened: dict[str, str]


class Inspection:
    """Takes the verdicts on all slices in; to be closed."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._slices: list[Slice] = []
        self._store = Store()
        self.ledger = crew.ledger()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing more will be asked."""
        self._store.close()

    def add(self, one: Slice, verdict: Verdict) -> None:
        """The next slice, which can be read again if it must be."""
        self._slices.append(one)
        self.ledger.add(verdict)
        for kept in verdict.kept:
            self._store.add(kept)

    def is_of(self, triples: int) -> bool:
        """Whether all of so many triples were seen."""
        return self.ledger.triples == triples

    @property
    def is_sure(self) -> bool:
        """Whether the verdicts hold: documents in one piece, no class below another."""
        return self.ledger.is_in_order() and not self.ledger.superclasses()

    def outcome(self) -> Outcome:
        """PySHACL's findings in the documents that were not cleared."""
        settlement, looks = self.ledger.settle(), self._crew.looks
        judged = gather(self.ledger, settlement, looks, self._store, self._ask)
        always = _stated(self.ledger.superclasses())
        findings: list[Finding] = []
        to_judge = cases(judged, self._store, settlement, looks, always)
        for found in self._crew.map(judge_case, to_judge):
            findings += found
        return Outcome(in_order(findings), self.ledger.questions, len(judged), {})

    def _ask(self, errands: Iterable[tuple[int, Errand]]) -> Iterator[list[Kept]]:
        searches = ((self._slices[number], errand) for number, errand in errands)
        return self._crew.map(search_slice, searches)


def _stated(superclasses: dict[str, frozenset[str]]) -> bytes:
    """The statements about subclasses, as N-Triples."""
    lines = (
        f"{_term(below)} <{_SUBCLASS}> {_term(above)} .\n"
        for below, found in superclasses.items()
        for above in sorted(found)
    )
    return "".join(lines).encode()


def _term(name: str) -> str:
    return name if name.startswith(BLANK) else f"<{name}>"
