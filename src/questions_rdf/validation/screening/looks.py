"""How far the shapes look: the properties that lead from one node to the triples of another."""

from collections.abc import Iterator
from typing import NamedTuple

from questions_rdf.validation.screening.rules import Rules, Shape, Step, inner_shapes
from questions_rdf.validation.screening.shard import RDF_TYPE


def steps_in(shape: Shape) -> Iterator[Step]:
    """Every step of a path in ``shape``."""
    for way in shape.path or ():
        yield from way
    for inner in inner_shapes(shape):
        yield from steps_in(inner)


def mentioned(shapes: list[Shape]) -> frozenset[str]:
    """The properties that ``shapes`` speak of, but for the classes."""
    return frozenset(step.predicate for one in shapes for step in steps_in(one)) - {RDF_TYPE}


class Look(NamedTuple):
    """Properties by which shapes get from one node to the triples of another."""

    forward: frozenset[str]
    inverse: frozenset[str]


def looks_of(rules: Rules) -> tuple[Look, ...]:
    """How far the shapes look beyond a document: for each distance, by which properties.

    Steps may stay inside a document, so what is looked for further on counts before too.
    """
    levels: dict[int, set[Step]] = {}
    for shape, _ in rules.targeted:
        _look(shape, 0, levels)
    looks = []
    for distance in range(max(levels, default=0) + 1):
        steps = {step for level, found in levels.items() if level >= distance for step in found}
        forward = frozenset(step.predicate for step in steps if not step.inverse)
        looks.append(Look(forward, frozenset(step.predicate for step in steps if step.inverse)))
    return tuple(looks)


def _look(shape: Shape, level: int, levels: dict[int, set[Step]]) -> None:
    """Note the steps whose far end has triples that matter."""
    into = any(one.word == "class" or one.shapes for one in shape.constraints)
    for way in shape.path or ((),):
        for rank, step in enumerate(way):
            if step.inverse or into or rank < len(way) - 1:
                levels.setdefault(level + rank, set()).add(step)
        for inner in inner_shapes(shape):
            _look(inner, level + len(way), levels)
