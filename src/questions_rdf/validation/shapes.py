"""The rules, loaded and checked: a rule that cannot fire is refused before it can lull anyone.

A rule is a named shape of ``shapes/*.ttl``; its code is the local name of its IRI. The engine
ignores what it does not understand, so that a misspelt word makes everything conform: loading is
strict.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from questions_rdf.errors import UnreadableInputError
from questions_rdf.files import data_folder
from questions_rdf.problems import Bilingual, Severity
from questions_rdf.validation.graphs import DataError, read_graph

QPS = "https://w3id.org/questions-parlementaires/shapes#"
QP = "https://w3id.org/questions-parlementaires/def#"

_INNER = "urn:x-questions-rdf:inner:"

SEVERITIES: dict[Node, Severity] = {
    SH.Violation: Severity.ERROR,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}

_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
# Words that say where a shape applies, or describe it, but check nothing by themselves.
_NO_CHECK = {*_TARGETS, SH.path, SH.property, SH.severity, SH.message}
_NO_CHECK |= {SH.ignoredProperties, SH.flags, SH.name, SH.description, SH.order, SH.group}


class ShapesError(UnreadableInputError):
    """The shapes are not fit for use; the message says which one and why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One constraint: a code, what it says when it is broken, and how bad that is."""

    code: str
    iri: URIRef
    severity: Severity
    messages: Bilingual
    path: Node | None


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes graph, and its rules by code."""

    graph: Graph
    rules: dict[str, Rule]

    def rule_of(self, shape: Node | None) -> Rule:
        """The rule whose shape produced a result."""
        rule = self.rules.get(str(shape).removeprefix(QPS))
        if rule is None:
            raise ShapesError(f"the engine reports a shape that is no rule: {shape}")
        return rule

    def without(self, shapes: Iterable[str]) -> "Shapes":
        """The same shapes, of which those with these names apply to nothing by themselves."""
        left_out = set(shapes)
        graph = Graph(bind_namespaces="none")
        for shape, word, value in self.graph:
            # A shape that is a class too applies to the class.
            targets = word in _TARGETS or (word == RDF.type and not str(value).startswith(str(SH)))
            if not targets or str(shape) not in left_out:
                graph.add((shape, word, value))
        return Shapes(graph, self.rules)


def load_shapes(
    folder: Path | None = None, *, strict: bool = False, ontology: Path | None = None
) -> Shapes:
    """The rules in ``folder`` (by default the project's), with those of ``strict/`` if asked.

    Raises:
        ShapesError: if there is no rule, or a rule could never fire or never be understood.
    """
    folder = folder or data_folder("shapes")
    graph = _read(folder)
    if strict:
        graph += _read(folder / "strict")
    _check_words(graph)
    _check_terms(graph, _read(ontology or data_folder("ontology")))
    rules = {rule.code: rule for rule in (_rule(graph, shape) for shape in _rules(graph))}
    if not rules:
        raise ShapesError(f"{folder}: no rule")
    return Shapes(_compiled(graph), dict(sorted(rules.items())))


def _read(folder: Path) -> Graph:
    """All Turtle files of ``folder``, which must hold some."""
    paths = sorted(folder.glob("*.ttl"))
    if not paths:
        raise ShapesError(f"{folder}: no Turtle file")
    try:
        return read_graph(paths)
    except DataError as error:
        raise ShapesError(str(error)) from error


def _check_words(graph: Graph) -> None:
    """Refuse a word in the SHACL namespace that SHACL does not define (``sh:minCuont``)."""
    for term in sorted(_iris(graph)):
        if term.startswith(str(SH)) and term not in SH:
            raise ShapesError(f"unknown word of SHACL: sh:{term.removeprefix(str(SH))}")


def _check_terms(graph: Graph, ontology: Graph) -> None:
    """Refuse a term of ours that the ontology does not define: a rule about it never fires."""
    defined = set(ontology.subjects())
    for term in sorted(_iris(graph)):
        if term.startswith(QP) and term not in defined:
            raise ShapesError(f"the ontology does not define qp:{term.removeprefix(QP)}")


def _iris(graph: Graph) -> set[URIRef]:
    """Every IRI in ``graph``, wherever it stands."""
    return {term for triple in graph for term in triple if isinstance(term, URIRef)}


def _rules(graph: Graph) -> Iterator[Node]:
    """The shapes that are rules: all but the node shapes that only list others."""
    for shape in sorted(_shapes(graph), key=str):
        listed = list(graph.objects(shape, SH.property))
        if _checks(graph, shape):
            yield shape
        elif not listed:
            raise ShapesError(f"{_name(shape)}: checks nothing")
        elif anonymous := [p for p in listed if isinstance(p, BNode)]:
            raise ShapesError(f"{_name(shape)}: lists {len(anonymous)} shapes without a code")


def _shapes(graph: Graph) -> set[Node]:
    """The shapes that stand on their own: declared, targeted, or listed by a named one."""
    found: set[Node] = set()
    for kind in (SH.NodeShape, SH.PropertyShape):
        found.update(graph.subjects(RDF.type, kind))
    for target in _TARGETS:
        found.update(graph.subjects(target))
    for shape, listed in graph.subject_objects(SH.property):
        if isinstance(shape, URIRef) and isinstance(listed, URIRef):
            found.add(listed)
    return found


def _checks(graph: Graph, shape: Node) -> bool:
    """Whether ``shape`` constrains something by itself."""
    return any(
        str(word).startswith(str(SH)) and word not in _NO_CHECK for word in graph.predicates(shape)
    )


def _rule(graph: Graph, shape: Node) -> Rule:
    """The rule that ``shape`` states, if it is complete."""
    code = str(shape).removeprefix(QPS)
    if not isinstance(shape, URIRef) or not _CODE.fullmatch(code):
        raise ShapesError(f"{_name(shape)}: a rule needs a code, words in lower case and hyphens")
    if not _applies(graph, shape):
        raise ShapesError(f"{code}: no target, and listed by no shape that has one")
    severities = list(graph.objects(shape, SH.severity))
    if len(severities) != 1 or severities[0] not in SEVERITIES:
        raise ShapesError(f"{code}: a rule needs one severity")
    return Rule(
        code=code,
        iri=shape,
        severity=SEVERITIES[severities[0]],
        messages=_messages(graph, shape, code),
        path=graph.value(shape, SH.path),
    )


def _applies(graph: Graph, shape: Node) -> bool:
    """Whether some node can be tested against ``shape``."""
    holders = [shape, *graph.subjects(SH.property, shape)]
    return any((holder, target, None) in graph for holder in holders for target in _TARGETS)


def _messages(graph: Graph, shape: Node, code: str) -> Bilingual:
    """What the rule says: exactly one sentence in French and one in English."""
    said = {
        message.language: str(message)
        for message in graph.objects(shape, SH.message)
        if isinstance(message, Literal)
    }
    if set(said) != {"fr", "en"} or len(list(graph.objects(shape, SH.message))) != len(said):
        raise ShapesError(f"{code}: a rule needs one message in French and one in English")
    return Bilingual(said["fr"], said["en"])


def _name(shape: Node) -> str:
    """How an error message calls ``shape``."""
    return "a shape without a name" if isinstance(shape, BNode) else str(shape).removeprefix(QPS)


def _compiled(graph: Graph) -> Graph:
    """The same rules, put so that the engine takes a third of the time; the results are the same.

    A node shape that only lists property shapes makes the engine walk through them once for every
    focus node: the targets go to the property shapes, which then take all nodes of a class at once.
    And whenever a shape inside a rule is not met, often its very purpose (``sh:not``, ``sh:or``),
    the engine prints it in full for a message that nobody reads: it gets a name and a message.
    """
    names = {inner: URIRef(f"{_INNER}{rank}") for rank, inner in enumerate(_inner_shapes(graph))}
    compiled = Graph(bind_namespaces="none")
    for subject, predicate, value in graph:
        compiled.add((names.get(subject, subject), predicate, names.get(value, value)))
    for name in names.values():
        compiled.add((name, SH.message, Literal("inner")))
    for holder, listed in graph.subject_objects(SH.property):
        if isinstance(holder, URIRef) and not _checks(graph, holder):
            for target in _TARGETS:
                for value in graph.objects(holder, target):
                    compiled.add((listed, target, value))
                    compiled.remove((holder, target, value))
    return compiled


def _inner_shapes(graph: Graph) -> set[Node]:
    """The shapes without a name that stand inside a rule."""
    found: set[Node] = set()
    for word in (SH.property, SH.node, SH["not"], SH.qualifiedValueShape):
        found.update(graph.objects(None, word))
    for word in (SH["or"], SH["and"], SH.xone):
        for members in graph.objects(None, word):
            found.update(Collection(graph, members))
    return {shape for shape in found if isinstance(shape, BNode)}


def path_text(graph: Graph, path: Node) -> str:
    """A property path as SPARQL writes it: the bare IRI when it is a single property."""
    return str(path) if isinstance(path, URIRef) else _path_part(graph, path)


def _path_part(graph: Graph, path: Node) -> str:
    """A path inside a path."""
    if isinstance(path, URIRef):
        return f"<{path}>"
    inverse = graph.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_path_part(graph, inverse)}"
    choices = graph.value(path, SH.alternativePath)
    if choices is not None:
        return f"({'|'.join(_path_part(graph, part) for part in Collection(graph, choices))})"
    return "/".join(_path_part(graph, part) for part in Collection(graph, path))


def last_step(graph: Graph, path: Node) -> Node:
    """The property whose values ``path`` ends at (the paths of comparisons end in one)."""
    while isinstance(path, BNode):
        path = list(Collection(graph, path))[-1]
    return path
