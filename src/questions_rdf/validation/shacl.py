"""Ask pySHACL what is wrong with the data, and give its answer as findings with our codes."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
import pyshacl
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from questions_rdf.files import data_folder
from questions_rdf.problems import Bilingual, Severity
from questions_rdf.validation.graphs import read_graph, to_ntriples
from questions_rdf.validation.shapes import QP, Rule, Shapes, ShapesError, last_step, path_text

ANONYMOUS = "_:"
"""What stands for any blank node: their labels change from one reading to the next."""

_INCOMPARABLE = URIRef("urn:x-questions-rdf:blank")


class Finding(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that breaks one rule.

    ``focus`` and ``value`` are for reading; ``focus_term`` and ``value_term`` are the same terms as
    N-Triples writes them, with language or datatype.
    """

    code: str
    severity: Severity
    focus: str
    messages: Bilingual
    component: str
    path: str | None = None
    value: str | None = None
    focus_term: str = ""
    value_term: str | None = None


def load_data(paths: Iterable[Path]) -> Graph:
    """The data in ``paths`` (Turtle, N-Triples, JSON-LD), with the ontology's controlled lists.

    Raises:
        DataError: if a file cannot be read as RDF.
    """
    return read_graph([*paths, data_folder("ontology") / "lists.ttl"])


def questions_in(data: Graph) -> int:
    """How many questions there are to validate."""
    return sum(1 for _ in data.subjects(RDF.type, URIRef(f"{QP}Question")))


def validate(data: Graph, shapes: Shapes) -> list[Finding]:
    """Everything in ``data`` that breaks a rule, in a fixed order and each once."""
    _, report, _ = pyshacl.validate(
        _comparable(data, shapes),
        shacl_graph=shapes.graph,
        advanced=False,
        inference="none",
        meta_shacl=False,
        do_owl_imports=False,
    )
    if not isinstance(report, Graph):
        raise ShapesError(f"the engine gave up: {report}")
    found = {_finding(report, result, shapes) for result in report.subjects(RDF.type, _RESULT)}
    return in_order(found)


_RESULT = SH.ValidationResult


def _finding(report: Graph, result: Node, shapes: Shapes) -> Finding:
    """One result of the engine; the sentences come from the shapes, not from the report."""
    rule = shapes.rule_of(report.value(result, SH.sourceShape))
    focus = report.value(result, SH.focusNode)
    value = report.value(result, SH.value)
    if value == _INCOMPARABLE:
        value = BNode("blank")
    if focus is None:
        raise ShapesError(f"{rule.code}: a result about nothing")
    return Finding(
        code=rule.code,
        severity=rule.severity,
        focus=_shown(focus),
        messages=rule.messages,
        component=str(report.value(result, SH.sourceConstraintComponent)),
        path=_path(rule, shapes, report.value(result, SH.resultPath)),
        value=None if value is None else _shown(value),
        focus_term=to_ntriples(focus),
        value_term=None if value is None else to_ntriples(value),
    )


def _path(rule: Rule, shapes: Shapes, reported: Node | None) -> str | None:
    """The rule's path, as SPARQL writes it; of a closed shape, the property that it refuses."""
    if rule.path is not None:
        return path_text(shapes.graph, rule.path)
    return str(reported) if isinstance(reported, URIRef) else None


def _shown(term: Node) -> str:
    """A term as a person reads it."""
    return ANONYMOUS if isinstance(term, BNode) else str(term)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order in which they are reported, each once."""
    return sorted(set(findings), key=_order)


def _order(finding: Finding) -> tuple[str, ...]:
    """By what it is about, then by rule; blank nodes that look alike stay together."""
    return (
        finding.focus,
        finding.code,
        finding.value or "",
        finding.value_term or "",
        finding.component,
        finding.focus_term,
    )


def _comparable(data: Graph, shapes: Shapes) -> Graph:
    """``data``, without blank nodes where the engine compares values: it stops at the first.

    A stand-in that compares with nothing gives the results that SHACL asks for.
    """
    compared = _compared(shapes)
    blank = [
        triple
        for term in compared
        for triple in data.triples((None, term, None))
        if isinstance(triple[2], BNode)
    ]
    if not blank:
        return data
    copy = Graph(bind_namespaces="none")
    copy += data
    for subject, predicate, value in blank:
        copy.remove((subject, predicate, value))
        copy.add((subject, predicate, _INCOMPARABLE))
    return copy


def _compared(shapes: Shapes) -> set[Node]:
    """The properties whose values some rule compares."""
    graph = shapes.graph
    terms: set[Node] = set()
    for word in (SH.lessThan, SH.lessThanOrEquals):
        for shape, term in graph.subject_objects(word):
            terms.add(term)
            path = graph.value(shape, SH.path)
            if path is not None:
                terms.add(last_step(graph, path))
    return terms
