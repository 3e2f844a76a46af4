"""What a constraint says of one term by itself, as a function that answers as pySHACL would.

Each answer is ``True`` (it conforms), ``False`` (it does not) or ``None``: not certain, for the
judge.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

import pyoxigraph as ox

from questions_rdf.validation.screening.rules import Constraint, Term

Answer = bool | None
TermCheck = Callable[[Term], Answer]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SH = "http://www.w3.org/ns/shacl#"
STRING = f"{_XSD}string"
DATE = f"{_XSD}date"
INTEGER = f"{_XSD}integer"
DECIMAL = f"{_XSD}decimal"

_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,9}))?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KINDS: dict[str, frozenset[type]] = {
    f"{_SH}IRI": frozenset({ox.NamedNode}),
    f"{_SH}Literal": frozenset({ox.Literal}),
    f"{_SH}BlankNode": frozenset({ox.BlankNode}),
    f"{_SH}BlankNodeOrIRI": frozenset({ox.NamedNode, ox.BlankNode}),
    f"{_SH}BlankNodeOrLiteral": frozenset({ox.Literal, ox.BlankNode}),
    f"{_SH}IRIOrLiteral": frozenset({ox.NamedNode, ox.Literal}),
}

PURE = frozenset(
    "nodeKind datatype pattern languageIn in minLength maxLength "
    "minInclusive maxInclusive minExclusive maxExclusive".split()
)
"""The words that look at a value and at nothing else."""


def is_day(form: str) -> bool:
    """Whether ``form`` is a day of the calendar without a time zone."""
    if not _DATE.fullmatch(form):
        return False
    try:
        date.fromisoformat(form)
    except ValueError:
        return False
    return True


_CERTAIN: dict[str, Callable[[str], object]] = {
    INTEGER: _INTEGER.fullmatch,
    DECIMAL: _DECIMAL.fullmatch,
    DATE: is_day,
    f"{_XSD}boolean": {"true", "false", "1", "0"}.__contains__,
    f"{_XSD}duration": re.compile(r"P[0-9]{1,4}[YMD]").fullmatch,
    STRING: lambda _form: True,
    f"{_RDF}langString": lambda _form: True,
    f"{_RDF}HTML": lambda _form: True,
}
"""Lexical forms that are beyond doubt; whatever else is spelled is left to the engine."""


def term_check(constraint: Constraint) -> TermCheck:
    """The check for a constraint whose word is in ``PURE``."""
    return _MAKERS[constraint.word](constraint)


def conjunction(answers: Iterable[Answer]) -> Answer:
    """True if all are, False if one is."""
    result: Answer = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            result = None
    return result


def _node_kind(constraint: Constraint) -> TermCheck:
    kinds = _KINDS.get(constraint.text, frozenset())
    return lambda term: term.__class__ in kinds


def _datatype(constraint: Constraint) -> TermCheck:
    wanted = constraint.text
    if wanted in {f"{_RDFS}Literal", f"{_RDFS}Datatype"}:
        return lambda _term: None
    certain = _CERTAIN.get(wanted)

    def conforms(term: Term) -> Answer:
        if term.__class__ is not ox.Literal or term.datatype.value != wanted:
            return False
        return True if certain is not None and certain(term.value) else None

    return conforms


def _pattern(constraint: Constraint) -> TermCheck:
    search = re.compile(constraint.text, constraint.number).search

    def conforms(term: Term) -> Answer:
        return term.__class__ is not ox.BlankNode and search(term.value) is not None

    return conforms


def _language_in(constraint: Constraint) -> TermCheck:
    ranges = frozenset(term.value.lower() for term in constraint.terms)

    def conforms(term: Term) -> Answer:
        language = term.language if term.__class__ is ox.Literal else None
        if not language:
            return False
        if language in ranges or language.lower() in ranges:
            return True
        # A range with a wildcard, or of several parts, is rare enough for the engine.
        return True if language.partition("-")[0].lower() in ranges else None

    return conforms


def _in(constraint: Constraint) -> TermCheck:
    members = frozenset(constraint.terms)
    return lambda term: True if term in members else different(term)


def different(term: Term) -> Answer:
    """Not the same term, unless what the two differ in may be no difference to the engine.

    That is the letter case of a language tag, and the label of a blank node.
    """
    if isinstance(term, ox.Literal):
        return None if term.language else False
    return None if isinstance(term, ox.BlankNode) else False


def _length(constraint: Constraint) -> TermCheck:
    number, at_least = constraint.number, constraint.word == "minLength"

    def conforms(term: Term) -> Answer:
        if term.__class__ is ox.BlankNode:
            return False
        length = len(term.value)
        return length >= number if at_least else length <= number

    return conforms


def _bound(constraint: Constraint) -> TermCheck:
    bound = order_key(constraint.terms[0])
    below, equal = constraint.word.startswith("max"), constraint.word.endswith("Inclusive")

    def conforms(term: Term) -> Answer:
        if term.__class__ is not ox.Literal:
            return False
        key = order_key(term)
        if bound is None or key is None or key[0] != bound[0]:
            return None
        if key == bound:
            return equal
        return (key < bound) is below

    return conforms


@lru_cache(4096)
def order_key(term: Term) -> tuple[str, int] | None:
    """What to compare ``term`` by, with another of the same kind; nothing if not certain."""
    if term.__class__ is not ox.Literal:
        return None
    form, datatype = term.value, term.datatype.value
    if datatype == INTEGER and _INTEGER.fullmatch(form):
        return INTEGER, int(form)
    if datatype == DECIMAL and (parts := _DECIMAL.fullmatch(form)):
        return DECIMAL, int(parts[1] + (parts[2] or "").ljust(9, "0"))
    if datatype == DATE and is_day(form):
        return DATE, int(form.replace("-", ""))
    return None


_MAKERS: dict[str, Callable[[Constraint], TermCheck]] = {
    "nodeKind": _node_kind,
    "datatype": _datatype,
    "pattern": _pattern,
    "languageIn": _language_in,
    "in": _in,
    "minLength": _length,
    "maxLength": _length,
    "minInclusive": _bound,
    "maxInclusive": _bound,
    "minExclusive": _bound,
    "maxExclusive": _bound,
}
