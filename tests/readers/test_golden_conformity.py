"""What the golden cases publish conforms to the shapes."""

from pathlib import Path

import pytest

import golden
from questions_rdf.problems import Severity
from questions_rdf.validation.shacl import Finding, load_data, validate
from questions_rdf.validation.shapes import Shapes, load_shapes


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return load_shapes()


def _findings(case: Path, shapes: Shapes) -> list[Finding]:
    return validate(load_data([case / golden.EXPECTED]), shapes)


@pytest.mark.parametrize("case", golden.cases(), ids=golden.name_of)
def test_a_case_violates_no_shape(case: Path, shapes: Shapes) -> None:
    found = _findings(case, shapes)
    assert [f"{f.code} {f.focus} {f.value}" for f in found if f.severity is Severity.ERROR] == []
