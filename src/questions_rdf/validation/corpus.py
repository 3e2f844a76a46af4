"""Validation of data of any size: the screen first, pySHACL for what it does not clear.

The findings are those of pySHACL on all the data at once (`shacl.validate`). In memory there are
some hundred questions at a time, and eight bytes for each document.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from questions_rdf.files import data_folder
from questions_rdf.validation.crew import Crew, judge_case, screen_slice, search_slice
from questions_rdf.validation.gathering import Errand, Kept, Store, gather
from questions_rdf.validation.judging import cases
from questions_rdf.validation.ledger import Ledger
from questions_rdf.validation.screening.reading import read_rules
from questions_rdf.validation.screening.rules import Rules
from questions_rdf.validation.screening.shard import BLANK
from questions_rdf.validation.shacl import Finding, in_order, load_data, validate
from questions_rdf.validation.shapes import Shapes
from questions_rdf.validation.slices import Slice, cut, put_in_order

_SMALL_BYTES = 24 * 1024**2
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


class Outcome(NamedTuple):
    """The findings, how many questions there were, and how many documents pySHACL judged.

    ``not_screened``: the rules that the screen does not understand, with the reason.
    """

    findings: list[Finding]
    questions: int
    judged: int
    not_screened: dict[str, str]


def validate_files(paths: Sequence[Path], shapes: Shapes, jobs: int = 1) -> Outcome:
    """Everything in ``paths`` that breaks a rule, as `validate` finds it, in the same order.

    Raises:
        DataError: if a file cannot be read as RDF.
    """
    files = [*paths, data_folder("ontology") / "lists.ttl"]
    rules = read_rules(shapes.graph)
    if sum(path.stat().st_size for path in files if path.is_file()) < _SMALL_BYTES:
        jobs = 1
    known = shapes.without(rules.not_understood) if rules.not_understood else shapes
    with tempfile.TemporaryDirectory(prefix="questions-rdf-") as folder:
        outcome = _screened(files, rules, known, jobs, Path(folder))
    if not rules.not_understood:
        return outcome
    further = validate(load_data(paths), shapes.without(shape.name for shape, _ in rules.targeted))
    return outcome._replace(findings=in_order([*outcome.findings, *further]))


def _screened(files: list[Path], rules: Rules, shapes: Shapes, jobs: int, folder: Path) -> Outcome:
    """The findings of the rules that the screen understands.

    The data is gone through again if it says which class is a subclass of which, as that may
    concern everything before; and put in order first if its documents are not in one piece.
    """
    slices = list(cut(files, jobs))
    superclasses: dict[str, frozenset[str]] = {}
    while True:
        crew = Crew(rules, superclasses, shapes, jobs)
        ledger = _verdicts(slices, crew)
        if ledger is None:
            slices = put_in_order(files, folder)
            continue
        if ledger.superclasses() == superclasses:
            return _judged(ledger, slices, crew, rules)
        superclasses = ledger.superclasses()


def _verdicts(slices: list[Slice], crew: Crew) -> Ledger | None:
    """The verdicts on all slices; nothing if their documents are not in one piece."""
    ledger = crew.ledger()
    in_buckets = any(one.bucket for one in slices)
    for verdict in crew.map(screen_slice, slices):
        if verdict is None:
            return None
        ledger.add(verdict)
        if ledger.has_blank_nodes and not in_buckets:
            return None
    return ledger if in_buckets or ledger.is_in_order() else None


def _judged(ledger: Ledger, slices: list[Slice], crew: Crew, rules: Rules) -> Outcome:
    """PySHACL's findings in the documents that were not cleared."""
    settlement = ledger.settle()

    def ask(errands: Iterable[tuple[int, Errand]]) -> Iterator[list[Kept]]:
        return crew.map(search_slice, ((slices[number], errand) for number, errand in errands))

    findings: list[Finding] = []
    with Store() as store:
        judged = gather(ledger, settlement, crew.looks, store, ask)
        always = _stated(ledger.superclasses())
        for found in crew.map(judge_case, cases(judged, store, settlement, crew.looks, always)):
            findings += found
    return Outcome(in_order(findings), ledger.questions, len(judged), rules.not_understood)


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
