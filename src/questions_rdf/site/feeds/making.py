"""The files of feeds: what happened, from the index; the newest fifty, and the rest of that day.

An entry is an event, and says what held on that day: it never changes, so that the day on which it
was last changed is the day of the event, and whoever has read it need not read it again. Its
identity is the IRI of the question, of its answer, of its first signalement or its closure.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.pages.feed import Category, Feed, Named, News, atom
from questions_rdf.prefixes import expanded
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.resources.places import document
from questions_rdf.site.address import Address
from questions_rdf.site.feeds.subjects import OVERDUE, Subject
from questions_rdf.site.site_file import SiteFile

LEAST, MOST = 50, 500
"""So many events a feed has, if there are; so many at most, when one day has more."""
ICON = "assets/icon/icon.svg"
_AFTER = {
    "question": "qp:EnAttente",
    "signalement": "qp:EnAttente",
    "echeance": "qp:EnAttente",
    "reponse": "qp:Repondue",
}
_STATUSES = "qp:Statuts"
_QUESTION = "question"


class _Row(NamedTuple):
    iri: str
    event: str
    day: str
    nature: str | None
    uid: str | None
    numero: int | None
    titre: str | None
    statut: str | None
    auteur: str | None
    auteur_nom: str | None
    responsable: str | None
    responsable_nom: str | None
    rubrique: str | None
    rubrique_nom: str | None
    echeance: str | None
    delai: int | None
    retard: int | None


def feeds(
    index: sqlite3.Connection, subjects: Iterable[Subject], where: Address
) -> Iterator[SiteFile]:
    """The feeds of some subjects, one file each.

    Args:
        index: the index of the site, which is only read.
        subjects: what they are about: those of ``of_all``, or that of a thing.
        where: the site.
    """
    for subject in subjects:
        yield SiteFile(subject.file, _written(index, subject, where).encode())


def _written(index: sqlite3.Connection, subject: Subject, where: Address) -> str:
    news = tuple(_news(row, where) for row in _rows(index, subject, where))
    feed = Feed(
        where.base + subject.file,
        subject.title,
        news[0].day if news else where.as_of,
        where.site_url + subject.file,
        where.page(subject.page),
        news,
    )
    return atom(feed, where.site_url + ICON)


def _rows(index: sqlite3.Connection, subject: Subject, where: Address) -> Iterator[_Row]:
    values = {
        "value": subject.value,
        "as_of": where.as_of.isoformat(),
        "events": " ".join(subject.events),
        "least": LEAST,
        "most": MOST,
    }
    query = _query(subject.column, is_overdue=subject.path == OVERDUE)
    return map(_Row._make, index.execute(query, values))


@cache
def _query(column: str | None, *, is_overdue: bool) -> str:
    """The query about the questions whose ``column`` holds a value; of all, without a column."""
    text = (files(__package__) / "events.sql").read_text(encoding="utf-8")
    _, marker, query = text.partition("\nWITH ")
    condition = "TRUE" if column is None else f"{column} = :value"
    if is_overdue:
        condition += " AND echeance < :as_of"
    filled = query.replace("WHICH", condition).replace("DUE", "echeance" if is_overdue else "NULL")
    return marker + filled


def _news(row: _Row, where: Address) -> News:
    day = date.fromisoformat(row.day)
    fragment = _fragment(row.event, day)
    path = where.path(document(row.iri))
    anchor = None if row.event in {_QUESTION, "echeance"} else fragment
    return News(
        id=f"{row.iri}#{fragment}" if fragment else row.iri,
        event=row.event,
        day=day,
        href=where.page(path, anchor) if path else row.iri,
        nature=_name(row.nature) or "question",
        number=row.numero,
        title=row.titre or row.uid or row.iri,
        author=_author(row, where),
        ministry=row.responsable_nom or where.path(row.responsable),
        status=_status(row),
        rubrique=_rubrique(row, where),
        due=date.fromisoformat(row.echeance) if row.echeance else None,
        delay=row.delai if row.event == "reponse" else None,
        late=row.retard if row.event == "reponse" else None,
    )


def _fragment(event: str, day: date) -> str | None:
    """What the event is called within the document of the question."""
    if event in {"signalement", "cloture"}:
        return iris.dated(event, day)
    return None if event == _QUESTION else event


def _author(row: _Row, where: Address) -> Named | None:
    if row.auteur is None:
        return None
    path = where.path(row.auteur)
    return Named(row.auteur_nom or path or row.auteur, where.page(path) if path else None)


def _status(row: _Row) -> Category:
    """What the question was from that day on."""
    after = _AFTER.get(row.event)
    iri = expanded(after) if after else row.statut or ""
    return Category(expanded(_STATUSES), _local(iri), _name(iri) or "close")


def _rubrique(row: _Row, where: Address) -> Category | None:
    if row.rubrique is None:
        return None
    label = row.rubrique_nom or _local(row.rubrique)
    return Category(where.base + iris.RUBRIQUES, _local(row.rubrique), label)


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _name(iri: str | None) -> str | None:
    """What a term of the ontology is called in French."""
    term = termes().get(iri or "")
    return term.name.fr if term else None
