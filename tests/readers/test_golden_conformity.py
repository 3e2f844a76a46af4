"""What the golden cases publish conforms to the shapes."""

from pathlib import Path

import pyoxigraph as ox
import pytest

import golden
from questions_rdf.problems import Severity
from questions_rdf.validation.shacl import Finding, load_data, validate
from questions_rdf.validation.shapes import Shapes, load_shapes
from screened import cleared_though_wrong, screen_for

SHAPES = load_shapes()
SCREEN = screen_for(SHAPES)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return SHAPES


def _findings(case: Path, shapes: Shapes) -> list[Finding]:
    return validate(load_data([case / golden.EXPECTED]), shapes)


@pytest.mark.parametrize("case", golden.cases(), ids=golden.name_of)
def test_a_case_violates_no_shape(case: Path, shapes: Shapes) -> None:
    found = _findings(case, shapes)
    triples = ox.parse(path=str(case / golden.EXPECTED), format=ox.RdfFormat.TURTLE)
    assert cleared_though_wrong(found, triples, SCREEN) == []
    assert [f"{f.code} {f.focus} {f.value}" for f in found if f.severity is Severity.ERROR] == []
