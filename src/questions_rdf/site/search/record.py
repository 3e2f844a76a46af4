"""What the search finds: a question, a person, a ministry, as plain data."""

from datetime import date
from functools import partial
from typing import NamedTuple

from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.resources.description import Description, Kind
from questions_rdf.resources.places import path

QUESTION_CLASSES = ("qp:QuestionEcrite", "qp:QuestionAuGouvernement", "qp:QuestionOraleSansDebat")
"""What a question is."""
_PENDING = "qp:EnAttente"
_OF_ANSWERS = ("qp:datePublication", "qp:retardJours", "schema:text")


class SearchRecord(NamedTuple):
    """A page that can be found, with what is searched, chosen by and shown of it.

    Args:
        path: of the page, without suffix.
        titre: searched first, and shown.
        texte: searched.
        auteur: a name, searched and shown.
        acteur: whose name that is: the IRI.
        numero: of the question: who looks for a number wants this one first.
        legislature: this and the next five are what results can be narrowed by: an IRI each, or
            any other key whose name is known to ``search_files``.
        ministere: the one now responsible.
        groupe: as the source states it, else of the day of the question.
        rubrique: likewise.
        statut: likewise.
        nature: the class of the question, or the kind of the thing.
        publication: the day, ISO 8601.
        reponse: the day of the first answer.
        retard: days from the deadline to that answer, if it was late.
        depassement: days since the deadline, if no answer has come.
        precision: what tells things of one name apart; shown.
        is_thing: not a question: who looks for its name wants it first.
    """

    path: str
    titre: str
    texte: str = ""
    auteur: str | None = None
    acteur: str | None = None
    numero: str | None = None
    legislature: str | None = None
    ministere: str | None = None
    groupe: str | None = None
    rubrique: str | None = None
    statut: str | None = None
    nature: str | None = None
    publication: str | None = None
    reponse: str | None = None
    retard: int | None = None
    depassement: int | None = None
    precision: str | None = None
    is_thing: bool = False


def thing_record(
    where: str, name: Bilingual, kind: Kind, precision: str | None = None
) -> SearchRecord:
    """A person, a ministry, a group, a rubrique, …: found by its name.

    Args:
        where: the path of its page.
        name: what it is called.
        kind: what it is.
        precision: what tells it from others of its name: the Government of a ministry, the
            legislature of a group.
    """
    other = "" if name.en == name.fr else name.en
    return SearchRecord(
        where, name.fr, other, nature=kind.value, precision=precision, is_thing=True
    )


class _Answer(NamedTuple):
    """What is found and shown of an answer."""

    publication: str | None
    retard: str | None
    texte: str | None


def question_record(description: Description) -> SearchRecord | None:
    """A question, as its page describes it; none if it has no page."""
    where = path(description.iri, description.base)
    if where is None:
        return None
    said = partial(_first, description)
    answers = _answers(description)
    first = answers[0] if answers else _Answer(None, None, None)
    named = description.names.get(said("qp:auteur") or "")
    texts = (said("schema:text"), *(one.texte for one in answers))
    return SearchRecord(
        path=where,
        titre=said("dcterms:title") or where.rpartition("/")[2],
        texte="\n".join(filter(None, texts)),
        auteur=named.fr if named else None,
        acteur=said("qp:auteur"),
        numero=said("qp:numero"),
        legislature=said("qp:legislature"),
        ministere=said("qp:ministereAttributaire", "qp:ministereInterroge"),
        groupe=said("qp:groupe", "qp:groupeALaDate"),  # as the pages of groups count
        rubrique=said("qp:rubrique"),
        statut=said("qp:statut"),
        nature=_nature(description),
        publication=said("qp:datePublication"),
        reponse=first.publication,
        retard=int(first.retard) if first.retard and first.retard.isdecimal() else None,
        depassement=_overdue(description),
    )


def _first(description: Description, *terms: str, about: str | None = None) -> str | None:
    """The first value of the first of the properties that has any."""
    found = (one for term in terms for one in description.values(expanded(term), about))
    return next(found, None)


def _answers(description: Description) -> list[_Answer]:
    """The answers, the earliest first."""
    made = (
        _Answer(*(_first(description, term, about=iri) for term in _OF_ANSWERS))
        for iri in description.values(expanded("qp:reponse"))
    )
    return sorted(made, key=lambda one: (one.publication or "9", one.texte or ""))


def _nature(description: Description) -> str | None:
    """The class that says most: it is written first."""
    named = (expanded(name) for name in QUESTION_CLASSES)
    types = description.values(expanded("rdf:type"))
    return next((one for one in named if one in types), None)


def _overdue(description: Description) -> int | None:
    """Days since the deadline of a question that waits."""
    due = _first(description, "qp:echeance")
    pending = _first(description, "qp:statut") == expanded(_PENDING)
    if not (pending and due and description.as_of):
        return None
    try:
        return max((description.as_of - date.fromisoformat(due)).days, 0) or None
    except ValueError:  # the data may hold what is no day; its page says so
        return None
