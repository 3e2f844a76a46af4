"""A statement, and the row of the mapping that wrote it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pyoxigraph as ox

from questions_rdf import iris
from questions_rdf.explanation.account import Origin, Part, Statement
from questions_rdf.mapping.classes import Classe, by_precedence, classes
from questions_rdf.prefixes import expanded, prefixed
from questions_rdf.records import Question
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.rows import Basis, Kind, Row

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_QUESTION = "QUESTION"
_IN_A_QUESTION = "question."
_PARTS = ("REPONSE", "EVENEMENT", "VERSION_TEXTE")
_READ_AS = {"texte": "versions"}
"""What fields of the facts are in a record: the current text is the last of its versions."""

_ORIGINS = {
    Basis.STATED: Origin.STATED,
    Basis.DEDUCED: Origin.DEDUCED,
    Basis.REFERENCE: Origin.REFERENCE,
    Basis.STATED | Basis.DEDUCED: Origin.STATED_OR_DEDUCED,
    Basis.STATED | Basis.REFERENCE: Origin.STATED_OR_REFERENCE,
    Basis.DEDUCED | Basis.REFERENCE: Origin.REFERENCE,
}


class Evidence(NamedTuple):
    """What is known of the origin of statements.

    Args:
        questions: the question as each of its documents gives it; none where it was not read again.
        reference: whether the build had reference data.
        base: what the addresses of the data begin with.
    """

    questions: Sequence[Question | None]
    reference: bool
    base: str


def values(quads: Sequence[ox.Quad], term: str) -> list[str]:
    """The values of a property, as text."""
    iri = expanded(term)
    return [text_of(quad.object) for quad in quads if quad.predicate.value == iri]


def text_of(term: object) -> str:
    """What a term says, without datatype and language."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def by_subject(quads: Sequence[ox.Quad]) -> dict[str, list[ox.Quad]]:
    """Statements by what they are about."""
    found: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        found.setdefault(text_of(quad.subject), []).append(quad)
    return found


def part(iri: str, said: Sequence[ox.Quad], evidence: Evidence) -> Part:
    """A resource, or a part of one, from its statements."""
    types = set(values(said, "rdf:type"))
    name = next((known for address, known in by_precedence() if address in types), None)
    known = [one for one in classes() if one.name == name]
    statements = [_statement(quad, known, evidence) for quad in said]
    return Part(iri, name, statements)


def _statement(quad: ox.Quad, known: Sequence[Classe], evidence: Evidence) -> Statement:
    term, value = quad.predicate.value, _value(quad.object, evidence.base)
    meaning = termes()[term].definition if term in termes() else None
    if term == _TYPE:
        return Statement("rdf:type", value, Origin.MAPPING)
    rows = ((one, row) for one in known for row in one.table.rows if expanded(row.term) == term)
    classe, row = next(rows, (None, None))
    if classe is None or row is None:
        return Statement(prefixed(term), value, Origin.UNKNOWN, meaning=meaning)
    is_read_again = classe.table_name == _QUESTION and Basis.STATED in row.basis
    questions = evidence.questions if is_read_again else ()
    documents = _stating(row, questions)
    stating = questions[documents[0] - 1] if documents else None
    is_part = classe.table_name in _PARTS and row.basis is Basis.STATED
    if is_part and len(evidence.questions) == 1 and evidence.questions[0]:
        documents = [1]  # it can be from nowhere else
    return Statement(
        term=row.term,
        value=value,
        origin=_origin(row, documents, questions, with_reference=evidence.reference),
        row=f"{classe.table_name}.{row.key}",
        field=row.path,
        kind=row.kind.name.lower(),
        documents=documents,
        stated_as=_stated_as(row, stating, value),
        meaning=meaning,
    )


def _stating(row: Row, questions: Sequence[Question | None]) -> list[int]:
    """Which documents state the field of a row: those whose record has it."""
    path = _READ_AS.get(row.path, row.path.removeprefix(_IN_A_QUESTION))
    return [
        rank
        for rank, question in enumerate(questions, 1)
        if question is not None and _field(question, path) not in {None, ()}
    ]


def _origin(
    row: Row,
    documents: list[int],
    questions: Sequence[Question | None],
    *,
    with_reference: bool,
) -> Origin:
    """What a statement rests upon; where the mapping allows two, what was read again decides."""
    if documents:
        return Origin.STATED
    basis = row.basis
    if Basis.STATED in basis and not with_reference:
        basis &= ~Basis.REFERENCE
    rest = basis & ~Basis.STATED
    if rest and questions and all(questions):
        basis = rest
    return _ORIGINS[basis]


def _stated_as(row: Row, question: Question | None, value: str) -> str | None:
    """The address made of a name that a document alone gives, where the data has another."""
    if question is None or row.kind is not Kind.LINK or row.through is None:
        return None
    alone = row.through(_field(question, row.path.removeprefix(_IN_A_QUESTION)))
    return alone if alone and alone != value and iris.is_provisional(alone) else None


def _field(question: Question, path: str) -> Any:  # noqa: ANN401  fields are of all kinds
    value: Any = question
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


def _value(term: object, base: str) -> str:
    text = text_of(term)
    return prefixed(text).removeprefix(base) if isinstance(term, ox.NamedNode) else text
