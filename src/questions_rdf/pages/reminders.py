"""The reminder list as pages: the ministries, and for each its questions in a table."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages import _dashboard_charts as charts
from questions_rdf.pages._links import Link
from questions_rdf.pages._rows import places_of
from questions_rdf.pages.frame import OVERDUE, Frame, framed
from questions_rdf.pages.question_list import Of, Part, frame_of, heading
from questions_rdf.query_files.library import Language
from questions_rdf.reports.rappel import NOBODY
from questions_rdf.resources.dashboard import Reminder, Row

CSV = f"{OVERDUE}.csv"
"""Where the whole list stands as a table."""


class _Ministry(NamedTuple):
    """A ministry with questions whose deadline is over."""

    name: str
    href: str
    is_french: bool
    number: int
    bar: Markup | None
    since: date
    days: int
    of: Link | None
    hors: int


class _Line(NamedTuple):
    """A question whose deadline is over."""

    link: Link
    number: int | None
    published: date | None
    page: int | None
    author: Link | None
    subject: Link | None
    due: date | None
    days: int | None


def reminders_page(
    found: Sequence[Reminder], oldest: Sequence[Row], language: Language, as_of: date
) -> str:
    """The ministries with the numbers of their questions, and the questions that wait longest."""
    frame = Frame(OVERDUE, language, as_of, OVERDUE)
    places = places_of(language, frame.root)
    most = max((one.nombre for one in found), default=1)
    ministries = [
        _Ministry(
            (one.ministere.name if one.ministere else NOBODY).in_language(language),
            places.address(one.path),
            language != "fr" and one.ministere is not None and one.ministere.is_french,
            one.nombre,
            charts.share(one.nombre / most, "fill-late"),
            one.echeance,
            (as_of - one.echeance).days,
            places.to(one.gouvernement) if one.gouvernement else None,
            one.hors,
        )
        for one in found
    ]
    total = sum(one.nombre for one in found)
    return framed(
        "site/reminders.html",
        frame,
        ministries=ministries,
        oldest=places.rows(oldest),
        total=total,
        csv=frame.root + CSV,
    )


def reminder_list(of: Of, part: Part, rows: Sequence[Row], language: Language, as_of: date) -> str:
    """A page of the questions of one ministry."""
    frame = frame_of(of._replace(kind=None, section=OVERDUE), part, language, as_of)
    places = places_of(language, frame.root)
    lines = [
        _Line(
            places.to(one.question),
            one.numero,
            one.publication,
            one.page,
            places.to(one.auteur) if one.auteur else None,
            places.to(one.rubrique) if one.rubrique else None,
            one.echeance,
            one.depassement,
        )
        for one in rows
    ]
    return framed(
        "site/reminder_list.html",
        frame,
        **heading(of, part, places),
        lines=lines,
        csv=frame.root + CSV,
        everything=places.address(OVERDUE),
    )
