"""Two reports of the same findings: SHACL's own, for machines, and one that reads like a page."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rdflib import BNode, Graph
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from questions_rdf.problems import Severity
from questions_rdf.validation.graphs import to_oxigraph
from questions_rdf.validation.shacl import ANONYMOUS, Finding
from questions_rdf.validation.shapes import QP, QPS, SEVERITIES, Shapes

_PREFIXES = {"sh": str(SH), "qp": QP, "qps": QPS, "xsd": str(XSD), "rdf": str(RDF)}
_WORDS: dict[str, dict[str, str]] = {
    "fr": {
        "conforms": "Conforme : oui",
        "fails": "Conforme : non",
        "warned": "Conforme : non (sans violation)",
        "summary": "{} violation(s), {} avertissement(s), {} information(s)",
        "error": "violation",
        "warning": "avertissement",
        "info": "information",
        "value": "valeur : {}",
        "quoted": "« {} »",
        "anonymous": "(ressource sans adresse)",
    },
    "en": {
        "conforms": "Conforms: yes",
        "fails": "Conforms: no",
        "warned": "Conforms: no (but no violation)",
        "summary": "{} violation(s), {} warning(s), {} information(s)",
        "error": "violation",
        "warning": "warning",
        "info": "information",
        "value": "value: {}",
        "quoted": "“{}”",
        "anonymous": "(a resource without address)",
    },
}
_LONGEST = 100


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    totals = dict.fromkeys(Severity, 0)
    for finding in findings:
        totals[finding.severity] += 1
    return totals


# ---- For people


def report_text(findings: list[Finding], lang: str = "fr") -> str:
    """What is wrong, question by question, in French (or in English), and how much of it.

    The data is called conformant when nothing breaks a rule, as SHACL has it; only violations make
    a command fail.
    """
    words = _WORDS["en" if lang == "en" else "fr"]
    lines: list[str] = []
    for document, group in _by_document(findings):
        lines += [words["anonymous"] if document == ANONYMOUS else document]
        # Two parts of one rule can fail on the same value: that is one line for a person.
        lines += dict.fromkeys(_line(finding, words, lang) for finding in group)
        lines += [""]
    totals = counts(findings)
    lines.append(words["summary"].format(*(totals[severity] for severity in Severity)))
    verdict = "fails" if totals[Severity.ERROR] else "warned" if findings else "conforms"
    lines.append(words[verdict])
    return "\n".join(lines) + "\n"


def _by_document(findings: list[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """The findings by question: its answers and events are fragments of its address."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.focus.partition("#")[0], []).append(finding)
    yield from sorted(groups.items())


def _line(finding: Finding, words: dict[str, str], lang: str) -> str:
    """One finding: severity, code, what it is about inside the document, message and value."""
    fragment = finding.focus.partition("#")[2]
    place = f" (#{fragment})" if fragment else ""
    line = f"  {words[finding.severity]} [{finding.code}]{place} "
    line += finding.messages.in_language(lang)
    if finding.value is None or finding.value == finding.focus:
        return line
    value = words["value"].format(_value(finding, words))
    if finding.component.endswith("ClosedConstraintComponent") and finding.path:
        value = f"{finding.path.rpartition('#')[2].rpartition('/')[2]}, {value}"
    return f"{line} ({value})"


def _value(finding: Finding, words: dict[str, str]) -> str:
    """The value on one line: an address as it is, a text in quotation marks and not too long."""
    value = finding.value or ""
    if value == ANONYMOUS:
        return words["anonymous"]
    if (finding.value_term or "").startswith("<"):
        return value
    text = " ".join(value.split())
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    return words["quoted"].format(text)


# ---- For machines


def report_turtle(findings: list[Finding], shapes: Shapes) -> str:
    """The SHACL validation report as Turtle: the same findings always give the same bytes.

    Blank nodes are named by RDFC-1.0, and the triples sorted.
    """
    dataset = ox.Dataset(
        ox.Quad(triple.subject, triple.predicate, triple.object)
        for triple in _report(findings, shapes)
    )
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    triples = sorted((quad.triple for quad in dataset), key=str)
    turtle = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return (turtle or b"").decode()


def _report(findings: list[Finding], shapes: Shapes) -> Iterator[ox.Triple]:
    """The triples of the report."""
    report = ox.BlankNode()
    conforms = "false" if findings else "true"
    boolean = ox.NamedNode(str(XSD.boolean))
    yield ox.Triple(report, _RDF_TYPE, _sh("ValidationReport"))
    yield ox.Triple(report, _sh("conforms"), ox.Literal(conforms, datatype=boolean))
    paths = _Paths(shapes.graph)
    for finding in findings:
        result = ox.BlankNode()
        yield ox.Triple(report, _sh("result"), result)
        yield from _result(result, finding, shapes, paths)
    yield from paths.triples


def _result(
    result: ox.BlankNode, finding: Finding, shapes: Shapes, paths: "_Paths"
) -> Iterator[ox.Triple]:
    """The triples of one result."""
    rule = shapes.rules[finding.code]
    yield ox.Triple(result, _RDF_TYPE, _sh("ValidationResult"))
    yield ox.Triple(result, _sh("focusNode"), _term(finding.focus_term))
    yield ox.Triple(result, _sh("resultSeverity"), _SEVERITY_TERMS[finding.severity])
    yield ox.Triple(result, _sh("sourceShape"), ox.NamedNode(str(rule.iri)))
    yield ox.Triple(result, _sh("sourceConstraintComponent"), ox.NamedNode(finding.component))
    for lang in ("fr", "en"):
        message = ox.Literal(finding.messages.in_language(lang), language=lang)
        yield ox.Triple(result, _sh("resultMessage"), message)
    if rule.path is not None:
        yield ox.Triple(result, _sh("resultPath"), paths.term(rule.path))
    if finding.value_term is not None:
        yield ox.Triple(result, _sh("value"), _term(finding.value_term))


class _Paths:
    """The property paths of a report: each is written once, however many results point at it.

    Equal parts of different paths are one node too. Hundreds of blank nodes that look alike would
    make the canonical naming slow, and nobody could tell them apart.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._nodes: dict[tuple[tuple[str, str], ...], ox.BlankNode] = {}
        self.triples: list[ox.Triple] = []

    def term(self, path: Node) -> ox.NamedNode | ox.BlankNode:
        """``path``, or its part, as a node of the report."""
        if not isinstance(path, BNode):
            return ox.NamedNode(str(path))
        content = sorted(
            (str(word), self.term(value)) for word, value in self._graph.predicate_objects(path)
        )
        key = tuple((word, str(value)) for word, value in content)
        if key not in self._nodes:
            node = self._nodes[key] = ox.BlankNode()
            self.triples += [ox.Triple(node, ox.NamedNode(word), value) for word, value in content]
        return self._nodes[key]


def _sh(word: str) -> ox.NamedNode:
    """A term of SHACL."""
    return ox.NamedNode(f"{SH}{word}")


_RDF_TYPE = ox.NamedNode(str(RDF.type))
_SEVERITY_TERMS = {severity: to_oxigraph(term) for term, severity in SEVERITIES.items()}


def _term(ntriples: str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """A term from its spelling in N-Triples."""
    line = f"<urn:x:s> <urn:x:p> {ntriples} ."
    parsed = next(iter(ox.parse(line, format=ox.RdfFormat.N_TRIPLES)))
    return parsed.object  # type: ignore[no-any-return]
