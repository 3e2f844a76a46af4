"""Validation of data of any size: the screen first, pySHACL for what it does not clear.

The findings are those of pySHACL on all the data at once (`shacl.validate`). In memory there are
some hundred questions at a time, and eight bytes for each document.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from questions_rdf.files import data_folder
from questions_rdf.validation.crew import Crew, screen_slice
from questions_rdf.validation.inspection import Inspection, Outcome
from questions_rdf.validation.screening.reading import read_rules
from questions_rdf.validation.screening.rules import Rules
from questions_rdf.validation.shacl import in_order, load_data, validate
from questions_rdf.validation.shapes import Shapes
from questions_rdf.validation.slices import Slice, cut, put_in_order

_SMALL_BYTES = 24 * 1024**2


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
        with Inspection(crew) as inspection:
            if not _inspected(slices, crew, inspection):
                slices = put_in_order(files, folder)
                continue
            stated = inspection.ledger.superclasses()
            if stated == superclasses:
                return inspection.outcome()._replace(not_screened=rules.not_understood)
            superclasses = stated


def _inspected(slices: list[Slice], crew: Crew, inspection: Inspection) -> bool:
    """Whether the verdicts on all slices could be taken in: their documents are in one piece."""
    in_buckets = any(one.bucket for one in slices)
    for one, verdict in zip(slices, crew.map(screen_slice, slices), strict=True):
        if verdict is None:
            return False
        inspection.add(one, verdict)
        if inspection.ledger.has_blank_nodes and not in_buckets:
            return False
    return in_buckets or inspection.ledger.is_in_order()
