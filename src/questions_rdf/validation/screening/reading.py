"""Reads shapes into records; a shape with anything that the screen does not know is named instead.

Only what the screen understands exactly becomes a record. The rest, with the reason, is left to
pySHACL.
"""

import re
from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH, XSD
from rdflib.term import Node

from questions_rdf.validation.graphs import to_oxigraph
from questions_rdf.validation.screening.rules import (
    Constraint,
    Path,
    Rules,
    Shape,
    Step,
    Target,
    inner_shapes,
)


class NotUnderstoodError(Exception):
    """A shape that the screen cannot stand in for; the message says what in it."""


TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")

_SAID_ONLY = {
    *TARGETS,
    *"path severity message name description order group defaultValue flags".split(),
    *"ignoredProperties qualifiedMinCount qualifiedMaxCount".split(),
}
_COUNTS = set("minCount maxCount minLength maxLength".split())
_IRIS = set("class datatype nodeKind equals disjoint lessThan lessThanOrEquals".split())
_TERMS = set("hasValue minInclusive maxInclusive minExclusive maxExclusive".split())
_NESTED = set("property node not".split())
_LISTED = set("and or xone".split())
_REPEATABLE = {*_TERMS, *_NESTED, *_LISTED, *_IRIS, "pattern"} - {"datatype", "nodeKind"}
_VALUES_ONLY = set("minCount maxCount uniqueLang lessThan lessThanOrEquals".split())
_MOST_WAYS = 64
_PATHS = ({SH.inversePath}, {SH.alternativePath}, {RDF.first, RDF.rest})
_PLAIN_INTEGER = re.compile(r"\+?[0-9]{1,9}")


def read_rules(graph: Graph) -> Rules:
    """The shapes of ``graph`` that have targets."""
    targeted: list[tuple[Shape, tuple[Target, ...]]] = []
    not_understood: dict[str, str] = {}
    for node in sorted(_with_targets(graph), key=str):
        try:
            targeted.append(_targeted(graph, node))
        except NotUnderstoodError as error:
            not_understood[str(node)] = str(error)
    return Rules(tuple(targeted), not_understood)


def _targeted(graph: Graph, node: Node) -> tuple[Shape, tuple[Target, ...]]:
    if (None, SH.parameter, None) in graph:
        raise NotUnderstoodError("the shapes define constraint components of their own")
    shape, targets = _shape(graph, node, ()), tuple(_targets(graph, node))
    if any(target.kind == "targetObjectsOf" for target in targets) and _looks_back(shape):
        raise NotUnderstoodError("sh:targetObjectsOf with an inverse path")
    return shape, targets


def _looks_back(shape: Shape) -> bool:
    """Whether a path of the shape goes from object to subject somewhere."""
    own = any(step.inverse for way in shape.path or () for step in way)
    return own or any(map(_looks_back, inner_shapes(shape)))


def _with_targets(graph: Graph) -> set[Node]:
    found = {node for word in TARGETS for node in graph.subjects(SH[word])}
    shapes = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
    metaclasses = {RDFS.Class, *graph.subjects(RDFS.subClassOf, RDFS.Class)}
    found |= {node for node in shapes if metaclasses & set(graph.objects(node, RDF.type))}
    return found | set(graph.subjects(SH.target))


def _targets(graph: Graph, node: Node) -> Iterator[Target]:
    for word in TARGETS:
        for term in graph.objects(node, SH[word]):
            if not isinstance(term, URIRef):
                raise NotUnderstoodError(f"sh:{word} that is not an IRI")
            yield Target(word, str(term))
    metaclasses = {RDFS.Class, *graph.subjects(RDFS.subClassOf, RDFS.Class)}
    if metaclasses & set(graph.objects(node, RDF.type)):
        yield Target("targetClass", str(node))


# ---- Shapes and their constraints


def _shape(graph: Graph, node: Node, inside: tuple[Node, ...]) -> Shape:
    if node in inside:
        raise NotUnderstoodError("a shape inside itself")
    if isinstance(node, Literal) or (node, None, None) not in graph:
        raise NotUnderstoodError(f"a shape that is not there: {node}")
    paths = list(graph.objects(node, SH.path))
    if len(paths) > 1:
        raise NotUnderstoodError("several sh:path")
    path = _path(graph, paths[0], 0) if paths else None
    constraints = tuple(_constraints(graph, node, (*inside, node)))
    words = {one.word for one in constraints}
    if path is None and words & _VALUES_ONLY:
        raise NotUnderstoodError("a constraint on values without a path")
    if path is not None and words & {"property", "node"}:
        raise NotUnderstoodError("results about other nodes than the focus")
    return Shape(str(node), path, constraints)


def _constraints(graph: Graph, node: Node, inside: tuple[Node, ...]) -> Iterator[Constraint]:
    seen: set[str] = set()
    for predicate, value in sorted(graph.predicate_objects(node)):
        if not str(predicate).startswith(str(SH)):
            continue
        word = str(predicate).removeprefix(str(SH))
        if word in _SAID_ONLY:
            continue
        if word in seen and word not in _REPEATABLE:
            raise NotUnderstoodError(f"several sh:{word}")
        seen.add(word)
        yield _constraint(graph, node, word, value, inside)


def _constraint(
    graph: Graph, node: Node, word: str, value: Node, inside: tuple[Node, ...]
) -> Constraint:
    """One parameter with its value; each kind of value has a table of words above."""
    if word in _COUNTS:
        return Constraint(word, number=_number(word, value))
    if word in _IRIS:
        if not isinstance(value, URIRef):
            raise NotUnderstoodError(f"sh:{word} that is not an IRI")
        return Constraint(word, text=str(value))
    if word in _TERMS:
        if isinstance(value, BNode):
            raise NotUnderstoodError(f"sh:{word} with a blank node")
        return Constraint(word, terms=(to_oxigraph(value),))
    if word in _NESTED:
        return Constraint(word, shapes=(_inner(graph, word, value, inside),))
    if word in _LISTED:
        members = tuple(_shape(graph, one, inside) for one in _list(graph, value))
        return Constraint(word, shapes=members)
    return _special(graph, node, word, value, inside)


def _special(
    graph: Graph, node: Node, word: str, value: Node, inside: tuple[Node, ...]
) -> Constraint:
    """The parameters that come with others, or with a list."""
    if word == "in":
        return Constraint(word, terms=tuple(to_oxigraph(one) for one in _list(graph, value)))
    if word == "languageIn":
        return Constraint(word, terms=tuple(to_oxigraph(one) for one in _list(graph, value)))
    if word == "pattern":
        return Constraint(word, text=str(value), number=_flags(graph, node))
    if word == "uniqueLang":
        return Constraint(word, number=_truth(word, value))
    if word == "closed":
        return _closed(graph, node, value)
    if word == "qualifiedValueShape":
        return Constraint(
            word,
            shapes=(_shape(graph, value, inside),),
            least=_one_number(graph, node, "qualifiedMinCount"),
            most=_one_number(graph, node, "qualifiedMaxCount"),
        )
    raise NotUnderstoodError(f"sh:{word}")


def _inner(graph: Graph, word: str, value: Node, inside: tuple[Node, ...]) -> Shape:
    shape = _shape(graph, value, inside)
    if word == "property" and shape.path is None:
        raise NotUnderstoodError("sh:property without sh:path")
    return shape


def _closed(graph: Graph, node: Node, value: Node) -> Constraint:
    """The properties that a closed shape allows: those ignored, and the paths of one property."""
    if not _truth("closed", value):
        return Constraint("closed", number=0)
    allowed = [
        one for ends in graph.objects(node, SH.ignoredProperties) for one in _list(graph, ends)
    ]
    allowed += [
        path for one in graph.objects(node, SH.property) for path in graph.objects(one, SH.path)
    ]
    terms = tuple(ox.NamedNode(str(one)) for one in allowed if isinstance(one, URIRef))
    return Constraint("closed", number=1, terms=terms)


def _flags(graph: Graph, node: Node) -> int:
    """The flags of a pattern as Python's, if they are those that pySHACL honours."""
    said = [str(flags) for flags in graph.objects(node, SH.flags)]
    if len(said) > 1 or not set("".join(said)) <= set("im"):
        raise NotUnderstoodError("flags other than i and m")
    known = {"i": re.IGNORECASE, "m": re.MULTILINE}
    return sum(int(known[sign]) for sign in set("".join(said)))


def _number(word: str, value: Node) -> int:
    if not isinstance(value, Literal) or value.datatype != XSD.integer:
        raise NotUnderstoodError(f"sh:{word} that is not an integer")
    if not _PLAIN_INTEGER.fullmatch(str(value)):
        raise NotUnderstoodError(f"sh:{word} that is not a plain integer")
    return int(value)


def _one_number(graph: Graph, node: Node, word: str) -> int | None:
    values = list(graph.objects(node, SH[word]))
    if len(values) > 1:
        raise NotUnderstoodError(f"several sh:{word}")
    return _number(word, values[0]) if values else None


def _truth(word: str, value: Node) -> int:
    if not isinstance(value, Literal) or not isinstance(value.value, bool):
        raise NotUnderstoodError(f"sh:{word} that is neither true nor false")
    return int(value.value)


def _list(graph: Graph, node: Node) -> list[Node]:
    """The members of an RDF list."""
    try:
        members = list(Collection(graph, node))
    except (ValueError, KeyError) as error:
        raise NotUnderstoodError("a list that is not one") from error
    if not members:
        raise NotUnderstoodError("an empty list")
    return members


# ---- Paths


def _path(graph: Graph, node: Node, depth: int) -> Path:
    """The ways that a path of SHACL describes, without repetition (``*``, ``+``, ``?``)."""
    if isinstance(node, URIRef):
        return ((Step(str(node)),),)
    if depth > 8 or not isinstance(node, BNode):  # noqa: PLR2004
        raise NotUnderstoodError("a path too deep, or none")
    if set(graph.predicates(node)) not in _PATHS:
        raise NotUnderstoodError("a path with repetition, or of two kinds")
    inverse = graph.value(node, SH.inversePath)
    if inverse is not None:
        return tuple(
            tuple(Step(step.predicate, not step.inverse) for step in reversed(way))
            for way in _path(graph, inverse, depth + 1)
        )
    choices = graph.value(node, SH.alternativePath)
    if choices is not None:
        return _few(way for one in _list(graph, choices) for way in _path(graph, one, depth + 1))
    ways: Path = ((),)
    for one in _list(graph, node):
        further = _path(graph, one, depth + 1)
        ways = _few((*way, *more) for way in ways for more in further)
    return ways


def _few(ways: Iterator[tuple[Step, ...]]) -> Path:
    """Not so many ways that checking them would take longer than the engine does."""
    found = tuple(ways)
    if len(found) > _MOST_WAYS:
        raise NotUnderstoodError("a path with too many ways")
    return found
