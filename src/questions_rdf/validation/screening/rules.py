"""The shapes as plain records: what applies to which nodes, without rdflib, ready for a process."""

from typing import NamedTuple

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal


class Step(NamedTuple):
    """One property of a path, from subject to object or back."""

    predicate: str
    inverse: bool = False


Path = tuple[tuple[Step, ...], ...]
"""The ways to the values: each a sequence of steps."""


class Constraint(NamedTuple):
    """One parameter of a shape: the word of SHACL, and its value in the field that suits it."""

    word: str
    number: int = 0
    text: str = ""
    terms: tuple[Term, ...] = ()
    shapes: tuple["Shape", ...] = ()
    least: int | None = None
    most: int | None = None


class Shape(NamedTuple):
    """Constraints on a node, or on the values of a path from it."""

    name: str
    path: Path | None
    constraints: tuple[Constraint, ...]


class Target(NamedTuple):
    """Where a shape applies: kind (the word of SHACL) and class, property or node."""

    kind: str
    term: str


class Rules(NamedTuple):
    """Every shape that has a target, or why it was not understood."""

    targeted: tuple[tuple[Shape, tuple[Target, ...]], ...]
    not_understood: dict[str, str]


def inner_shapes(shape: Shape) -> tuple[Shape, ...]:
    """The shapes that the constraints of ``shape`` refer to."""
    return tuple(inner for one in shape.constraints for inner in one.shapes)
