"""Atom feeds (RFC 4287): what has happened to questions, for readers of news.

The data knows days and no hours: a day stands as its midnight in UTC, when it is
that day in France.
"""

from datetime import date
from typing import NamedTuple

from questions_rdf.pages._environment import render_xml
from questions_rdf.pages._schema_org import LICENCE


class Named(NamedTuple):
    """A thing: what it is called, and the address of its page, if it has one."""

    name: str
    href: str | None = None


class Category(NamedTuple):
    """A concept: its scheme, what it is called within it, and for people."""

    scheme: str
    term: str
    label: str


class News(NamedTuple):
    """One thing that happened to a question; what is said of it is what held on that day.

    Args:
        id: the IRI of what happened.
        event: ``question``, ``signalement``, ``echeance``, ``reponse`` or ``cloture``.
        day: when.
        href: the address of the place on the page of the question.
        nature: what kind of question it is.
        number: its number.
        title: its title.
        author: who asked.
        ministry: the one that was asked, or that answered.
        status: what the question was from then on.
        rubrique: its subject.
        due: the last day for an answer.
        delay: of an answer, in days.
        late: by how many days it was.
    """

    id: str
    event: str
    day: date
    href: str
    nature: str
    number: int | None
    title: str
    author: Named | None
    ministry: str | None
    status: Category
    rubrique: Category | None
    due: date | None
    delay: int | None
    late: int | None


class Feed(NamedTuple):
    """A feed: its IRI, its title, the day of its newest news, its address and that of a page."""

    id: str
    title: str
    updated: date
    href: str
    page: str
    news: tuple[News, ...]


def atom(feed: Feed, icon: str) -> str:
    """The feed as XML."""
    return render_xml("site/feed.xml", feed=feed, icon=icon, licence=LICENCE, source=_SOURCE)


_SOURCE = Named("Assemblée nationale", "https://www.assemblee-nationale.fr/")
