"""Shapes as functions: does this node conform, as far as its document and its shard tell?

The answers are those of `screen_terms`. Nothing is read but the document of the focus node, and the
classes of what it points to: where these are not known yet, conformity is assumed, and the
assumption noted in the shard. What would depend on more is not certain.
"""

from collections.abc import Callable, Iterable, Sequence

import pyoxigraph as ox

from questions_rdf.validation.screen_rules import Constraint, Path, Shape, Step, Term
from questions_rdf.validation.screen_shard import NOTHING, RDF_TYPE, Shard, name_of
from questions_rdf.validation.screen_terms import (
    PURE,
    Answer,
    all_of,
    different,
    order_key,
    term_check,
)

NodeCheck = Callable[[Term, Shard], Answer]
Values = Sequence[Term]
Reach = Callable[[Term, Shard], Values | None]
"""The values at the end of a path; ``None`` if they are not all in the document."""


class Checks:
    """Compiles shapes, and numbers the classes about which assumptions are made."""

    def __init__(self) -> None:
        self.classes: list[frozenset[str]] = []

    def number(self, classes: frozenset[str]) -> int:
        """The number of the assumption that a node is in one of ``classes``."""
        if classes not in self.classes:
            self.classes.append(classes)
        return self.classes.index(classes)

    # ---- Shapes

    def shape(self, shape: Shape, *, positive: bool = True) -> NodeCheck:
        """Whether a focus node conforms to ``shape``.

        Under a negation an assumption would be worth nothing: there (``positive`` false) the answer
        has to follow from what is known.
        """
        if shape.path is None:
            return _all([self.node(one, positive=positive) for one in shape.constraints])
        reach = path_values(shape.path)
        checks = [self.values(one, positive=positive) for one in shape.constraints]
        if len(checks) == 1:
            only = checks[0]

            def conforms_alone(focus: Term, shard: Shard) -> Answer:
                values = reach(focus, shard)
                return None if values is None else only(focus, values, shard)

            return conforms_alone

        def conforms(focus: Term, shard: Shard) -> Answer:
            values = reach(focus, shard)
            if values is None:
                return None
            return _conjunction(check(focus, values, shard) for check in checks)

        return conforms

    def node(self, constraint: Constraint, *, positive: bool) -> NodeCheck:
        """A constraint on one node: the focus of a node shape, or a single value."""
        word = constraint.word
        if word in PURE:
            pure = term_check(constraint)
            return lambda term, _shard: pure(term)
        if word == "class":
            return self.described(frozenset({constraint.text}), positive=positive)
        if word in {"property", "node"}:
            return self.shape(constraint.shapes[0], positive=positive)
        if word == "and":
            return _all([self.shape(one, positive=positive) for one in constraint.shapes])
        if word == "or":
            return self._or(constraint, positive=positive)
        if word in {"not", "xone"}:
            return self._exact(constraint)
        if word == "closed":
            return _closed(constraint)
        check = self.values(constraint, positive=positive)
        return lambda term, shard: check(term, (term,), shard)

    def values(
        self, constraint: Constraint, *, positive: bool
    ) -> Callable[[Term, Values, Shard], Answer]:
        """A constraint on all values of a focus node together, or on each."""
        if constraint.word in _ON_ALL:
            return _ON_ALL[constraint.word](constraint)
        if constraint.word == "qualifiedValueShape":
            return self._qualified(constraint)
        check = self.node(constraint, positive=positive)
        return lambda _focus, values, shard: _conjunction(check(one, shard) for one in values)

    # ---- What refers to other shapes

    def described(self, classes: frozenset[str], *, positive: bool = True) -> NodeCheck:
        """Whether a node is in one of ``classes``: known, assumed, or not certain."""
        number = self.number(classes)

        def is_described(term: Term, shard: Shard) -> Answer:
            if term.__class__ is ox.Literal:
                return False
            return shard.described(number, classes, name_of(term), positive=positive)

        return is_described

    def _or(self, constraint: Constraint, *, positive: bool) -> NodeCheck:
        """One of several shapes; of several classes, one is enough, whichever it turns out to be."""
        only = {one.word for shape in constraint.shapes for one in shape.constraints}
        alone = all(s.path is None and len(s.constraints) == 1 for s in constraint.shapes)
        if only == {"class"} and alone:
            classes = frozenset(s.constraints[0].text for s in constraint.shapes)
            return self.described(classes, positive=positive)
        members = [self.shape(one, positive=False) for one in constraint.shapes]

        def one_conforms(term: Term, shard: Shard) -> Answer:
            answer: Answer = False
            for member in members:
                one = member(term, shard)
                if one:
                    return True
                if one is None:
                    answer = None
            return answer

        return one_conforms

    def _exact(self, constraint: Constraint) -> NodeCheck:
        """``sh:not`` (none of one shape) and ``sh:xone`` (one of several)."""
        members = [self.shape(one, positive=False) for one in constraint.shapes]
        wanted = 0 if constraint.word == "not" else 1

        def as_many_conform(term: Term, shard: Shard) -> Answer:
            answers = [member(term, shard) for member in members]
            return None if None in answers else sum(map(bool, answers)) == wanted

        return as_many_conform

    def _qualified(self, constraint: Constraint) -> Callable[[Term, Values, Shard], Answer]:
        """So many values, at least or at most, conform to a shape."""
        member = self.shape(constraint.shapes[0], positive=False)
        least = 0 if constraint.least is None else constraint.least
        most = constraint.most

        def as_many_conform(_focus: Term, values: Values, shard: Shard) -> Answer:
            answers = [member(value, shard) for value in values]
            count, unsure = answers.count(True), answers.count(None)
            if count + unsure < least or (most is not None and count > most):
                return False
            certain = count >= least and (most is None or count + unsure <= most)
            return True if certain else None

        return as_many_conform


def _all(checks: list[NodeCheck]) -> NodeCheck:
    if len(checks) == 1:
        return checks[0]
    return lambda term, shard: _conjunction(check(term, shard) for check in checks)


def _conjunction(answers: Iterable[Answer]) -> Answer:
    result: Answer = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            result = None
    return result


# ---- Paths


def path_values(path: Path) -> Reach:
    """The values of a path, each once."""
    if len(path) == 1 and len(path[0]) == 1 and not path[0][0].inverse:
        return _one_step(path[0][0].predicate)
    ways = [[_step(step) for step in way] for way in path]
    if len(ways) == 1 and len(ways[0]) == 1:
        return ways[0][0]
    if len(ways) == 1 and len(ways[0]) == 2:  # noqa: PLR2004
        return _two_steps(*ways[0])

    def reach(focus: Term, shard: Shard) -> Values | None:
        found: dict[Term, None] = {}
        for way in ways:
            nodes: Values = (focus,)
            for step in way:
                further: list[Term] = []
                for node in nodes:
                    values = step(node, shard)
                    if values is None:
                        return None
                    further += values
                nodes = further
            found.update(dict.fromkeys(nodes))
        return distinct(list(found))

    return reach


def _two_steps(first: Reach, second: Reach) -> Reach:
    """The usual case, quicker: most often there is one node to go on from."""

    def reach(focus: Term, shard: Shard) -> Values | None:
        nodes = first(focus, shard)
        if nodes is None:
            return None
        if len(nodes) == 1:
            return second(nodes[0], shard)
        found: list[Term] = []
        for node in nodes:
            values = second(node, shard)
            if values is None:
                return None
            found += values
        return distinct(found)

    return reach


def _step(step: Step) -> Reach:
    return _one_back(step.predicate) if step.inverse else _one_step(step.predicate)


def _one_step(predicate: str) -> Reach:
    def reach(focus: Term, shard: Shard) -> Values | None:
        node = shard.node if focus is shard.node.term else shard.here(focus)
        if node is None:
            return None
        values = node.values.get(predicate, NOTHING)
        return values if len(values) < 2 else distinct(values)  # noqa: PLR2004

    return reach


def _one_back(predicate: str) -> Reach:
    def reach(focus: Term, shard: Shard) -> Values | None:
        if focus.__class__ is ox.Literal or shard.here(focus) is None:
            return None
        return shard.pointing.get((predicate, name_of(focus)), NOTHING)

    return reach


def distinct(values: Values) -> Values | None:
    """Each value once; not certain where the letter case of a language tag may matter."""
    if len(values) < 2:  # noqa: PLR2004
        return values
    found = list(dict.fromkeys(values))
    for value in found:
        if value.__class__ is ox.Literal and value.language and not value.language.islower():
            return None
    return found


# ---- Constraints on all values


def _min_count(constraint: Constraint) -> Callable[[Term, Values, Shard], Answer]:
    number = constraint.number
    return lambda _focus, values, _shard: len(values) >= number


def _max_count(constraint: Constraint) -> Callable[[Term, Values, Shard], Answer]:
    number = constraint.number
    return lambda _focus, values, _shard: len(values) <= number


def _has_value(constraint: Constraint) -> Callable[[Term, Values, Shard], Answer]:
    wanted = constraint.terms[0]

    def has(_focus: Term, values: Values, _shard: Shard) -> Answer:
        if wanted in values:
            return True
        return None if any(different(one) is None for one in values) else False

    return has


def _unique_lang(constraint: Constraint) -> Callable[[Term, Values, Shard], Answer]:
    asked = bool(constraint.number)

    def unique(_focus: Term, values: Values, _shard: Shard) -> Answer:
        if not asked or len(values) < 2:  # noqa: PLR2004
            return True
        tags = [
            one.language.lower() for one in values if isinstance(one, ox.Literal) and one.language
        ]
        return len(tags) == len(set(tags))

    return unique


def _pair(constraint: Constraint) -> Callable[[Term, Values, Shard], Answer]:
    """``sh:equals`` and ``sh:disjoint``, with the values of another property."""
    others_of, equals = _one_step(constraint.text), constraint.word == "equals"

    def agree(focus: Term, values: Values, shard: Shard) -> Answer:
        others = others_of(focus, shard)
        if others is None or any(one.__class__ is not ox.NamedNode for one in (*values, *others)):
            return None
        return set(values) == set(others) if equals else set(values).isdisjoint(others)

    return agree


def _less_than(constraint: Constraint) -> Callable[[Term, Values, Shard], Answer]:
    others_of, equal = _one_step(constraint.text), constraint.word == "lessThanOrEquals"

    def before(focus: Term, values: Values, shard: Shard) -> Answer:
        others = others_of(focus, shard)
        if others is None:
            return None
        for value in values:
            for other in others:
                key, than = order_key(value), order_key(other)
                if key is None or than is None or key[0] != than[0]:
                    return None
                if key > than or (key == than and not equal):
                    return False
        return True

    return before


def _closed(constraint: Constraint) -> NodeCheck:
    allowed = {term.value for term in constraint.terms}
    if not constraint.number:
        return lambda _term, _shard: True

    def conforms(focus: Term, shard: Shard) -> Answer:
        node = shard.here(focus)
        if node is None:
            return None
        # The engine overlooks one more triple: that something is a resource.
        further = node.values.keys() - allowed
        return None if further == {RDF_TYPE} else not further

    return conforms


_ON_ALL = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "hasValue": _has_value,
    "uniqueLang": _unique_lang,
    "equals": _pair,
    "disjoint": _pair,
    "lessThan": _less_than,
    "lessThanOrEquals": _less_than,
}

__all__ = ["Checks", "NodeCheck", "all_of", "distinct", "path_values"]
