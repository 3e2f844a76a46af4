"""What has a feed: everything, each status, each ministry, deputy and rubrique with questions."""

from collections.abc import Iterator
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.prefixes import expanded
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.resources.description import Kind

QUESTIONS = "questions"
OVERDUE = "statut/en-retard"
_STATUS = "statut"
_STATUSES, _PENDING = "qp:Statuts", "qp:EnAttente"
_HOME, _REMINDERS = "index", "rappel"
_NEWS = ("question", "signalement", "reponse", "cloture")
_OF_STATUS = {
    "qp:EnAttente": ("question", "signalement"),
    "qp:Repondue": ("reponse",),
}
_CLOSED = ("cloture",)


class Subject(NamedTuple):
    """What a feed is about.

    Args:
        path: where it stands, without ``.atom``.
        title: of the feed.
        page: the path of the page that it belongs to.
        column: the column of ``question`` that chooses; none for all questions.
        value: what that column has to hold.
        events: the kinds of event that are news here.
    """

    path: str
    title: str
    page: str
    column: str | None = None
    value: str | None = None
    events: tuple[str, ...] = _NEWS

    @property
    def file(self) -> str:
        """The path of the file."""
        return f"{self.path}.atom"


OF_THINGS = {
    Kind.MINISTERE: ("ministere", "{} : questions et réponses"),
    Kind.PERSONNE: ("auteur", "{} : questions et réponses"),
    Kind.RUBRIQUE: ("rubrique", "Rubrique {} : questions et réponses"),
}
"""The kinds of thing that have a feed: the column that questions have them in, and its title."""


def of_all() -> Iterator[Subject]:
    """The feeds that there always are: of everything, of each status, of what is overdue."""
    title = "Questions des députés et réponses des ministres"
    yield Subject(QUESTIONS, title, _HOME)
    scheme = expanded(_STATUSES)
    for iri, term in termes().items():
        if scheme in term.schemes:
            yield _of_status(iri, term.name.fr)
    yield Subject(
        OVERDUE, "Questions en retard", _REMINDERS, _STATUS, expanded(_PENDING), ("echeance",)
    )


def of_thing(kind: Kind, iri: str, path: str, name: str | None) -> Subject | None:
    """The feed of a ministry (the one now responsible), deputy or rubrique; others have none."""
    if kind not in OF_THINGS:
        return None
    column, title = OF_THINGS[kind]
    return Subject(path, title.format(name or path), path, column, iri)


def _of_status(iri: str, name: str) -> Subject:
    events = {expanded(one): kinds for one, kinds in _OF_STATUS.items()}.get(iri, _CLOSED)
    path = f"{_STATUS}/{iris.slug(name)}"
    return Subject(path, f"Questions : statut {name}", _HOME, _STATUS, iri, events)
