"""Paths to values, and what a constraint says of all values of a focus node together."""

from collections.abc import Callable, Sequence

import pyoxigraph as ox

from questions_rdf.validation.screening.rules import Constraint, Path, Step, Term
from questions_rdf.validation.screening.shard import NOTHING, Shard, name_of
from questions_rdf.validation.screening.terms import Answer, different, order_key

Values = Sequence[Term]
ValuesCheck = Callable[[Term, Values, Shard], Answer]
Reach = Callable[[Term, Shard], Values | None]
"""The values at the end of a path; ``None`` if they are not all in the document."""


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
        if focus.__class__ is ox.Literal:
            return None
        if focus is not shard.node.term and shard.here(focus) is None:
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


def _min_count(constraint: Constraint) -> ValuesCheck:
    number = constraint.number
    return lambda _focus, values, _shard: len(values) >= number


def _max_count(constraint: Constraint) -> ValuesCheck:
    number = constraint.number
    return lambda _focus, values, _shard: len(values) <= number


def _has_value(constraint: Constraint) -> ValuesCheck:
    wanted = constraint.terms[0]

    def has(_focus: Term, values: Values, _shard: Shard) -> Answer:
        if wanted in values:
            return True
        return None if any(different(one) is None for one in values) else False

    return has


def _unique_lang(constraint: Constraint) -> ValuesCheck:
    asked = bool(constraint.number)

    def unique(_focus: Term, values: Values, _shard: Shard) -> Answer:
        if not asked or len(values) < 2:  # noqa: PLR2004
            return True
        tags = [
            one.language.lower() for one in values if isinstance(one, ox.Literal) and one.language
        ]
        return len(tags) == len(set(tags))

    return unique


def _pair(constraint: Constraint) -> ValuesCheck:
    """``sh:equals`` and ``sh:disjoint``, with the values of another property."""
    others_of, equals = _one_step(constraint.text), constraint.word == "equals"

    def agree(focus: Term, values: Values, shard: Shard) -> Answer:
        others = others_of(focus, shard)
        if others is None or any(one.__class__ is not ox.NamedNode for one in (*values, *others)):
            return None
        return set(values) == set(others) if equals else set(values).isdisjoint(others)

    return agree


def _less_than(constraint: Constraint) -> ValuesCheck:
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


ON_ALL: dict[str, Callable[[Constraint], ValuesCheck]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "hasValue": _has_value,
    "uniqueLang": _unique_lang,
    "equals": _pair,
    "disjoint": _pair,
    "lessThan": _less_than,
    "lessThanOrEquals": _less_than,
}
