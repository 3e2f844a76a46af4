"""What the shapes say that a resource must have, should have, and may have."""

from typing import NamedTuple

from rdflib import Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Node

from questions_rdf.problems import Severity
from questions_rdf.validation.shapes import SEVERITIES, Shapes


class Requirement(NamedTuple):
    """A property that every resource of a class has to have, and how bad it is if one has not."""

    classe: str
    term: str
    severity: Severity


def requirements(shapes: Shapes) -> tuple[Requirement, ...]:
    """What is required of all resources of a class: the rules with ``sh:minCount``.

    Rules that ask for a property only where another one is there are none of these.
    """
    found = {
        Requirement(str(classe), str(path), SEVERITIES[severity])
        for shape, least in shapes.graph.subject_objects(SH.minCount)
        if isinstance(least, Literal) and least.toPython() >= 1
        for path in shapes.graph.objects(shape, SH.path)
        if isinstance(path, URIRef)
        for severity in shapes.graph.objects(shape, SH.severity)
        for classe in _classes(shapes, shape)
    }
    return tuple(sorted(found))


def _classes(shapes: Shapes, shape: Node) -> set[Node]:
    """The classes whose resources a shape looks at, by itself or where another lists it."""
    holders = [shape, *shapes.graph.subjects(SH.property, shape)]
    return {one for holder in holders for one in shapes.graph.objects(holder, SH.targetClass)}


def foreseen(shapes: Shapes) -> dict[str, frozenset[str]]:
    """By class: the properties that its closed shapes allow.

    Only strict shapes have some (``load_shapes(strict=True)``).
    """
    graph = shapes.graph
    allowed: dict[str, frozenset[str]] = {}
    for shape, closed in graph.subject_objects(SH.closed):
        if not (isinstance(closed, Literal) and closed.toPython()):
            continue
        ignored = [
            one
            for members in graph.objects(shape, SH.ignoredProperties)
            for one in Collection(graph, members)
        ]
        listed = [
            path
            for part in graph.objects(shape, SH.property)
            for path in graph.objects(part, SH.path)
        ]
        terms = frozenset(map(str, (*listed, *ignored)))
        for classe in graph.objects(shape, SH.targetClass):
            allowed[str(classe)] = allowed.get(str(classe), terms) & terms
    return allowed
