"""The screen on the W3C's test suite for SHACL: it changes nothing about pySHACL's findings."""

import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import BNode, Graph
from rdflib.namespace import SH
from rdflib.term import Node

from built import SHARED
from questions_rdf.problems import Bilingual
from questions_rdf.validation.corpus import validate_files
from questions_rdf.validation.graphs import read_graph
from questions_rdf.validation.screening.reading import read_rules
from questions_rdf.validation.shacl import Finding, load_data, validate
from questions_rdf.validation.shapes import SEVERITIES, Rule, Shapes

SUITE = SHARED / "w3c" / "shacl-tests" / "core"
TESTS = sorted(path for path in SUITE.rglob("*.ttl") if path.name != "manifest.ttl")

pytestmark = pytest.mark.skipif(not TESTS, reason="the W3C test suite is not there")


def shapes_in(graph: Graph) -> Shapes:
    """Every shape of a test as a rule, named by its node."""
    rules: dict[str, Rule] = {}
    for node in {*graph.subjects()}:
        severity = SEVERITIES.get(
            graph.value(node, SH.severity) or SH.Violation, SEVERITIES[SH.Violation]
        )
        path = graph.value(node, SH.path)
        rules[str(node)] = Rule(str(node), node, severity, Bilingual("", ""), simple(graph, path))  # type: ignore[arg-type]
    return Shapes(graph, rules)


def simple(graph: Graph, path: Node | None) -> Node | None:
    """The path, unless it repeats something: reports of ours have no words for that."""
    odd = {SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath}
    if path is None or (isinstance(path, BNode) and odd & set(graph.predicates())):
        return None
    return path


def told(findings: list[Finding]) -> Counter[tuple[str | None, ...]]:
    return Counter((f.code, f.focus, f.path, f.component, f.value) for f in findings)


def texts(path: Path) -> dict[str, str]:
    """The test as it is, one document, and with every node in a document of its own."""
    text = path.read_text(encoding="utf-8")
    apart = re.sub(r"(@prefix ex: <[^>]*)#>", r"\1/>", text)
    return {"together": text, "apart": apart}


@pytest.mark.parametrize("layout", ["together", "apart"])
@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_the_findings_are_those_of_pyshacl_alone(path: Path, layout: str, tmp_path: Path) -> None:
    file = tmp_path / path.name
    file.write_text(
        f"@base <https://example.org/{path.name}> .\n{texts(path)[layout]}", encoding="utf-8"
    )
    shapes = shapes_in(read_graph([file]))
    try:
        plain = validate(load_data([file]), shapes)
    except Exception as error:  # noqa: BLE001
        pytest.skip(f"pySHACL refuses this test: {error}")
    assert told(validate_files([file], shapes).findings) == told(plain)


def test_the_screen_understands_most_of_the_suite() -> None:
    understood = []
    for path in TESTS:
        text = f"@base <https://example.org/{path.name}> .\n" + path.read_text(encoding="utf-8")
        graph = Graph().parse(data=text, format="turtle")
        if not read_rules(graph).not_understood:
            understood.append(path.stem)
    assert len(TESTS) >= 90
    assert len(understood) >= 70
