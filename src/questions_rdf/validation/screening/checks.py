"""Shapes as functions: does this node conform, as far as its document and its shard tell?

The answers are those of `terms`. Nothing is read but the document of the focus node, and the
classes of what it points to: where these are not known yet, conformity is assumed, and the
assumption noted in the shard. What would depend on more is not certain.
"""

from collections.abc import Callable

import pyoxigraph as ox

from questions_rdf.validation.screening.rules import Constraint, Shape, Term
from questions_rdf.validation.screening.shard import RDF_TYPE, Shard, name_of
from questions_rdf.validation.screening.terms import PURE, Answer, conjunction, term_check
from questions_rdf.validation.screening.values import ON_ALL, Values, ValuesCheck, path_values

NodeCheck = Callable[[Term, Shard], Answer]


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
            answer: Answer = True  # the same as a conjunction, twice as fast as over a generator
            for check in checks:
                one = check(focus, values, shard)
                if one is False:
                    return False
                if one is None:
                    answer = None
            return answer

        return conforms

    def node(self, constraint: Constraint, *, positive: bool) -> NodeCheck:
        """A constraint on one node: the focus of a node shape, or a single value."""
        word = constraint.word
        if word in PURE:
            pure = term_check(constraint)
            return lambda term, _shard: pure(term)
        if word == "class":
            return self.described(frozenset({constraint.text}), positive=positive)
        if word == "closed":
            return _closed(constraint)
        if constraint.shapes and word != "qualifiedValueShape":
            return self._referring(constraint, positive=positive)
        check = self.values(constraint, positive=positive)
        return lambda term, shard: check(term, (term,), shard)

    def _referring(self, constraint: Constraint, *, positive: bool) -> NodeCheck:
        """A constraint by means of other shapes."""
        if constraint.word == "or":
            return self._or(constraint, positive=positive)
        if constraint.word == "not":
            return self._not(constraint)
        if constraint.word == "xone":
            return self._xone(constraint)
        # What is left asks for all of them: and, node, property.
        return _all([self.shape(one, positive=positive) for one in constraint.shapes])

    def values(self, constraint: Constraint, *, positive: bool) -> ValuesCheck:
        """A constraint on all values of a focus node together, or on each."""
        if constraint.word in ON_ALL:
            return ON_ALL[constraint.word](constraint)
        if constraint.word == "qualifiedValueShape":
            return self._qualified(constraint)
        check = self.node(constraint, positive=positive)

        def all_conform(_focus: Term, values: Values, shard: Shard) -> Answer:
            if len(values) == 1:  # as nearly always
                return check(values[0], shard)
            return conjunction(check(one, shard) for one in values)

        return all_conform

    # ---- What refers to other shapes

    def described(self, classes: frozenset[str], *, positive: bool = True) -> NodeCheck:
        """Whether a node is in one of ``classes``: known, assumed, or not certain."""
        number = self.number(classes)

        def is_described(term: Term, shard: Shard) -> Answer:
            if term.__class__ is ox.Literal:
                return False
            return shard.described(number, name_of(term), positive=positive)

        return is_described

    def _or(self, constraint: Constraint, *, positive: bool) -> NodeCheck:
        """One of several shapes; of several classes, one is enough, whichever it will be."""
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
                    if member is not members[0]:
                        # It is tried first for the next node, for which it often holds, too.
                        members.remove(member)
                        members.insert(0, member)
                    return True
                if one is None:
                    answer = None
            return answer

        return one_conforms

    def _not(self, constraint: Constraint) -> NodeCheck:
        member = self.shape(constraint.shapes[0], positive=False)

        def does_not_conform(term: Term, shard: Shard) -> Answer:
            answer = member(term, shard)
            return None if answer is None else not answer

        return does_not_conform

    def _xone(self, constraint: Constraint) -> NodeCheck:
        members = [self.shape(one, positive=False) for one in constraint.shapes]

        def one_alone_conforms(term: Term, shard: Shard) -> Answer:
            answers = [member(term, shard) for member in members]
            return None if None in answers else answers.count(True) == 1

        return one_alone_conforms

    def _qualified(self, constraint: Constraint) -> ValuesCheck:
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
    return lambda term, shard: conjunction(check(term, shard) for check in checks)


# ---- Without other shapes


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
