"""For every combination of classes a plan: all that has to be checked, property by property.

Most constraints look at the values of one property; those that do not stand beside.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.validation.screening.checks import Checks, NodeCheck
from questions_rdf.validation.screening.entries import Entry
from questions_rdf.validation.screening.looks import looks_of, mentioned, steps_in
from questions_rdf.validation.screening.rules import Constraint, Path, Rules, Shape, Target
from questions_rdf.validation.screening.shard import RDF_TYPE, Shard, document_of
from questions_rdf.validation.screening.terms import PURE, TermCheck, term_check

_RECURRING = {"class", "in", "minInclusive", "maxInclusive"}
_RECURRING_TYPES = ("#date", "#integer", "#boolean", "#duration")
_TYPES_ALONE = {*PURE, "minCount", "maxCount", "hasValue"}


class Assumption(NamedTuple):
    """What may be assumed of a node: it is in one of these classes, or fit to be such an object."""

    kind: str
    terms: frozenset[str]


class Plan:
    """All that has to hold of a node of certain classes; ``mask``: the assumptions it fulfils."""

    __slots__ = ("allowed", "entries", "focus", "hopeless", "mask", "nodes", "reached", "required")

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.required: set[str] = set()
        self.allowed: set[str] | None = None
        self.focus: list[TermCheck] = []
        self.nodes: list[NodeCheck] = []
        self.reached: dict[Path, list[Constraint]] = {}
        self.hopeless = False
        self.mask = 0

    def entry(self, predicate: str) -> Entry:
        """The entry for a property, made when it is first asked for."""
        return self.entries.setdefault(predicate, Entry())


class Role(NamedTuple):
    """A rule about the objects of a property; its number among the assumptions.

    ``spoken_of`` are the properties that the rule speaks of.
    """

    number: int
    predicate: str
    checks: list[NodeCheck]
    spoken_of: frozenset[str]


class Plans:
    """The plans for all combinations of classes, and what applies whatever the classes."""

    def __init__(self, rules: Rules) -> None:
        self._checks = Checks()
        self._by_class: dict[str, list[Shape]] = {}
        self._by_subject: dict[str, list[NodeCheck]] = {}
        self._by_object: dict[str, list[Shape]] = {}
        self.nodes: set[str] = set()
        for shape, targets in rules.targeted:
            self._checks.shape(shape)
            for target in targets:
                self._register(shape, target)
        classes = [Assumption("class", one) for one in self._checks.classes]
        roles = [Assumption("role", frozenset({one})) for one in self._by_object]
        self.assumptions = (*classes, *roles)
        self.roles = [
            Role(number, predicate, [self._checks.shape(one) for one in shapes], mentioned(shapes))
            for number, (predicate, shapes) in enumerate(self._by_object.items(), len(classes))
        ]
        steps = {step for shape, _ in rules.targeted for step in steps_in(shape)}
        self.inverse = sorted({step.predicate for step in steps if step.inverse})
        self.looks = looks_of(rules)

    def _register(self, shape: Shape, target: Target) -> None:
        if target.kind == "targetNode":
            self.nodes.add(document_of(target.term))
        elif target.kind == "targetClass":
            self._by_class.setdefault(target.term, []).append(shape)
        elif target.kind == "targetSubjectsOf":
            self._by_subject.setdefault(target.term, []).append(self._checks.shape(shape))
        else:
            self._by_object.setdefault(target.term, []).append(shape)

    def plan(self, stated: frozenset[str], classes: frozenset[str], *, odd: bool) -> Plan:
        """The plan for nodes of ``classes``, of which those ``stated`` stand in the data.

        ``odd``: there are classes that are not IRIs.
        """
        plan = Plan()
        for predicate, checks in self._by_subject.items():
            plan.entry(predicate).subjects += checks
        for role in self.roles:
            plan.entry(role.predicate).roles.append(role.checks)
        shapes = {
            shape.name: shape for one in sorted(classes) for shape in self._by_class.get(one, ())
        }
        for shape in shapes.values():
            for part in _flat(shape):
                self._add(plan, part, stated, odd=odd)
        for path, constraints in plan.reached.items():
            plan.nodes.append(self._checks.shape(Shape("", path, tuple(constraints))))
        for number, assumption in enumerate(self.assumptions):
            if assumption.kind == "class" and not classes.isdisjoint(assumption.terms):
                plan.mask |= 1 << number
        return plan

    def _add(self, plan: Plan, shape: Shape, stated: frozenset[str], *, odd: bool) -> None:
        """One shape, put where it costs least."""
        predicate = _only_property(shape)
        if predicate == RDF_TYPE and {one.word for one in shape.constraints} <= _TYPES_ALONE:
            plan.hopeless |= odd or not self._types_conform(shape, stated)
            return
        further = []
        for one in shape.constraints:
            if shape.path is None and one.word in PURE:
                plan.focus.append(term_check(one))
            elif shape.path is None and one.word == "closed" and one.number:
                allowed = {term.value for term in one.terms}
                plan.allowed = allowed if plan.allowed is None else plan.allowed & allowed
            elif predicate is None or not self._enter(plan, predicate, one):
                further.append(one)
        if shape.path is None:
            alone = (shape._replace(constraints=(one,)) for one in further)
            plan.nodes += map(self._checks.shape, alone)
        elif further:
            plan.reached.setdefault(shape.path, []).extend(further)

    def _types_conform(self, shape: Shape, stated: frozenset[str]) -> bool:
        """A constraint on the classes themselves: decided once for all nodes that have them."""
        values = [ox.NamedNode(one) for one in sorted(stated)]
        nobody, empty = ox.NamedNode("urn:x:nobody"), Shard(0)
        checks = [self._checks.values(one, positive=False) for one in shape.constraints]
        return all(check(nobody, values, empty) is True for check in checks)

    def _enter(self, plan: Plan, predicate: str, one: Constraint) -> bool:
        """Take a constraint into the entry of its property, if it can be told there."""
        classes = _classes(one)
        if classes is not None:
            plan.entry(predicate).classes.append(self._checks.number(classes))
        elif one.word in PURE:
            entry = plan.entry(predicate)
            entry.terms.append(term_check(one))
            entry.recurs |= one.word in _RECURRING or one.text.endswith(_RECURRING_TYPES)
        elif one.word == "minCount":
            entry = plan.entry(predicate)
            entry.least = max(entry.least, one.number)
            if one.number:
                plan.required.add(predicate)
        elif one.word == "maxCount":
            entry = plan.entry(predicate)
            entry.most = min(entry.most, one.number)
        elif one.word == "uniqueLang":
            plan.entry(predicate).unique |= bool(one.number)
        else:
            return False
        return True


# ---- What shapes look like


def _flat(shape: Shape) -> Iterator[Shape]:
    """A shape, and the property shapes that a node shape lists, each by itself."""
    listed = [one for one in shape.constraints if one.word == "property" and shape.path is None]
    own = tuple(one for one in shape.constraints if one not in listed)
    if own:
        yield shape._replace(constraints=own)
    for one in listed:
        yield from _flat(one.shapes[0])


def _only_property(shape: Shape) -> str | None:
    """The property that the path consists of, if it is one."""
    if shape.path is None or len(shape.path) != 1 or len(shape.path[0]) != 1:
        return None
    (step,) = shape.path[0]
    return None if step.inverse else step.predicate


def _classes(one: Constraint) -> frozenset[str] | None:
    """The classes one of which a value must have, if that is all that is asked."""
    if one.word == "class":
        return frozenset({one.text})
    if one.word != "or":
        return None
    inner = [
        shape.constraints[0]
        for shape in one.shapes
        if shape.path is None and len(shape.constraints) == 1
    ]
    if len(inner) != len(one.shapes) or any(each.word != "class" for each in inner):
        return None
    return frozenset(each.text for each in inner)
