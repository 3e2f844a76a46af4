"""The dashboard on a page: key figures, what became of the questions, who waits longest."""

from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages import _dashboard_charts as charts
from questions_rdf.pages._links import Link
from questions_rdf.pages._rows import Places, Shown, places_of
from questions_rdf.pages._year_bars import unfinished
from questions_rdf.pages.frame import SEARCH
from questions_rdf.pages.thing_list import Table, table
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.reports.etat import NOMS, Classe
from questions_rdf.resources.dashboard import (
    FEW,
    Dashboard,
    Existence,
    Outcomes,
    Ranked,
    Summary,
    Year,
)
from questions_rdf.resources.description import Kind

LISTS = "questions"
"""Where the questions of a thing are listed, below its page."""

REMINDERS = "rappel"
"""Where those are listed whose deadline is over."""

ANSWERS = "reponses"
"""Where those are listed whose answer stands in an issue of the Journal officiel."""

WITHOUT_LISTS = frozenset({Kind.GOUVERNEMENT, Kind.PORTEFEUILLE})
"""Kinds with figures, the questions of which are listed by ministry."""

_SEARCHED = {
    Kind.PERSONNE: "auteur",
    Kind.MINISTERE: "ministere",
    Kind.GROUPE: "groupe",
    Kind.RUBRIQUE: "rubrique",
    Kind.LEGISLATURE: "legislature",
}
"""What questions of a thing are searched by: a name in the address of a search."""

_NATURES = {
    expanded("qp:QuestionEcrite"): Bilingual("questions écrites", "written questions"),
    expanded("qp:QuestionAuGouvernement"): Bilingual(
        "questions au Gouvernement", "questions to the Government"
    ),
    expanded("qp:QuestionOraleSansDebat"): Bilingual(
        "questions orales sans débat", "oral questions without debate"
    ),
}
_OTHER = Bilingual("autres questions", "other questions")
_ONE = {
    expanded("qp:QuestionEcrite"): Bilingual("question écrite", "written question"),
    expanded("qp:QuestionAuGouvernement"): Bilingual(
        "question au Gouvernement", "question to the Government"
    ),
    expanded("qp:QuestionOraleSansDebat"): Bilingual(
        "question orale sans débat", "oral question without debate"
    ),
}
_ONE_OTHER = Bilingual("autre question", "other question")
_RANKED = {
    "auteur": (Bilingual("Qui interroge", "Who asks"), Bilingual("Auteur", "Author")),
    "groupe": (Bilingual("Quels groupes", "Which groups"), Bilingual("Groupe", "Group")),
    "ministere": (
        Bilingual("Quels ministères", "Which ministries"),
        Bilingual("Ministère", "Ministry"),
    ),
    "rubrique": (Bilingual("À quel sujet", "About what"), Bilingual("Rubrique", "Rubrique")),
}


class Outcome(NamedTuple):
    """One of the seven classes: its name, colour, how many, and their share unless of few."""

    name: str
    style: str
    number: int
    share: float | None


class YearRow(NamedTuple):
    """A line of the table of years."""

    year: int | None
    address: str | None
    until: str | None
    summary: Summary
    outcomes: Outcomes
    others: int


class RankedList(NamedTuple):
    """Things by how many of the questions are theirs; the bar shows the part of the first.

    ``some`` is how many of ``total`` questions have any, where that is not all of them.
    """

    by: str
    title: str
    column: str
    things: list[tuple[Link, int, Markup | None, str | None]]
    some: int | None
    total: int


class View(NamedTuple):
    """What the template shows of a dashboard."""

    summary: Summary
    natures: list[tuple[str, int]]
    outcomes: list[Outcome]
    later: int
    shares: Markup | None
    charts: list[tuple[str, Markup]]
    classes: list[str]
    years: list[YearRow]
    oldest: list[Shown]
    newest: list[Shown]
    things: list[Table]
    ranked: list[RankedList]
    all_questions: str | None
    search: str | None
    reminders: str | None
    existence: Existence | None


def dashboard_view(dashboard: Dashboard, kind: Kind | None, language: Language, root: str) -> View:
    """What the template shows.

    Args:
        dashboard: the figures.
        kind: of the thing that they are about; none if they are about everything.
        language: of the page.
        root: what paths of the site are put behind.
    """
    places = places_of(language, root)
    summary = dashboard.summary
    below = f"{dashboard.path}/" if dashboard.path else ""
    has_lists = summary.total and kind not in WITHOUT_LISTS and (dashboard.path or kind is None)
    overdue = summary.outcomes.en_attente_delai_depasse
    # What is owed by a ministry is its reminder list; elsewhere the page itself may show them all.
    listed = kind in {None, Kind.MINISTERE} or overdue > len(dashboard.oldest)
    has_reminders = overdue and listed and has_lists
    return View(
        summary,
        natures(summary, language),
        outcomes(summary.outcomes, language),
        _later(summary),
        charts.shares(summary.outcomes),
        _charts(dashboard, language),
        [NOMS[one].in_language(language) for one in Classe],
        [_year(one, places, kind, dashboard.as_of) for one in dashboard.years],
        places.rows(dashboard.oldest, kind),
        places.rows(dashboard.newest, kind),
        [table(one, places) for one in dashboard.things if one.things],
        [_ranked(one, places) for one in dashboard.ranked if one.things],
        places.address(below + LISTS) if has_lists else None,
        _search(dashboard, kind, places),
        places.address(below + REMINDERS) if has_reminders else None,
        dashboard.existence,
    )


def _search(dashboard: Dashboard, kind: Kind | None, places: Places) -> str | None:
    """The address of a search in the questions of a thing: it is named by the end of its path."""
    field = _SEARCHED.get(kind) if kind else None
    if not (field and dashboard.path and dashboard.summary.total):
        return None
    return f"{places.address(SEARCH)}?{field}={dashboard.path.rpartition('/')[2]}"


def natures(summary: Summary, language: Language) -> list[tuple[str, int]]:
    """How many questions of each kind; nothing if all are written ones."""
    found = [
        (_ONE.get(iri or "", _ONE_OTHER) if count == 1 else _NATURES.get(iri or "", _OTHER), count)
        for iri, count in summary.natures
    ]
    only = len(found) == 1 and summary.outcomes.posees == summary.total
    return [] if only else [(name.in_language(language), count) for name, count in found]


def outcomes(found: Outcomes, language: Language) -> list[Outcome]:
    """The seven classes with their shares of what was asked."""
    if not found.posees:
        return []
    return [
        Outcome(
            NOMS[classe].in_language(language),
            charts.STYLES[classe],
            count,
            count / found.posees if found.posees >= FEW else None,
        )
        for classe, count in zip(Classe, found, strict=True)
    ]


def _later(summary: Summary) -> int:
    """Written questions that are in no class: published after the day of the data."""
    written = dict(summary.natures).get(expanded("qp:QuestionEcrite"), 0)
    return written - summary.outcomes.posees


def _charts(found: Dashboard, language: Language) -> list[tuple[str, Markup]]:
    years, day = found.years, found.as_of
    drawn = (
        charts.outcomes_by_year(years, day, language),
        charts.medians_by_year(years, day, language),
    )
    return [
        (title, chart)
        for title, chart in zip(charts.titles(language), drawn, strict=True)
        if chart is not None
    ]


def year_path(year: int | None) -> str:
    """Where the questions of a year are listed."""
    return f"{LISTS}/{year or 'sans-date'}"


def _year(one: Year, places: Places, kind: Kind | None, as_of: date) -> YearRow:
    """A year; the questions of one of all data have a page."""
    summary, until = one.summary, unfinished(one.annee, as_of) if one.annee else None
    return YearRow(
        one.annee,
        places.address(year_path(one.annee)) if kind is None else None,
        until.in_language(places.language) if until else None,
        summary,
        summary.outcomes,
        summary.total - summary.outcomes.posees,
    )


def _ranked(ranked: Ranked, places: Places) -> RankedList:
    most = max((one.nombre for one in ranked.things), default=1)
    language = places.language
    things = [
        (
            places.to(one.thing),
            one.nombre,
            charts.share(one.nombre / most, "fill-accent"),
            one.precision.in_language(language) if one.precision else None,
        )
        for one in ranked.things
    ]
    title, column = (name.in_language(language) for name in _RANKED[ranked.by])
    some = ranked.nombre if ranked.nombre < ranked.total else None
    return RankedList(ranked.by, title, column, things, some, ranked.total)
