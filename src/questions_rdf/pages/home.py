"""The home page, and the page of all years: what this is, all figures, the ways in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages import _dashboard_charts as charts
from questions_rdf.pages._about import of_figures
from questions_rdf.pages._rows import Places, places_of
from questions_rdf.pages.dashboard import LISTS, dashboard_view
from questions_rdf.pages.frame import ASKING_POLICY, DATA, HOME, OVERDUE, SEARCH, Frame, framed
from questions_rdf.pages.thing_list import Shown, most, shown
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Counted, Dashboard, Named, Row

SEARCH_FIELD = "q"
"""What the search form calls the words; the search page reads it from its address."""

_SHOWN = 8


class Way(NamedTuple):
    """A place to go from the home page."""

    path: str
    name: Bilingual
    said: Bilingual


_WAYS = (
    Way(
        "ministeres",
        Bilingual("Ministères", "Ministries"),
        Bilingual("qui répond, en combien de temps", "who answers, and how fast"),
    ),
    Way(
        "deputes",
        Bilingual("Députés", "Deputies"),
        Bilingual("qui demande quoi", "who asks what"),
    ),
    Way(
        "groupes",
        Bilingual("Groupes", "Groups"),
        Bilingual("les questions de chaque groupe", "the questions of each group"),
    ),
    Way(
        "rubriques",
        Bilingual("Rubriques", "Rubriques"),
        Bilingual("par sujet, de A à Z", "by subject, from A to Z"),
    ),
    Way(
        "territoires",
        Bilingual("Territoires", "Places"),
        Bilingual("par département et circonscription", "by département and constituency"),
    ),
    Way(
        OVERDUE,
        Bilingual("En retard", "Overdue"),
        Bilingual("les questions dont le délai est dépassé", "questions past their deadline"),
    ),
    Way(
        LISTS,
        Bilingual("Toutes les questions", "All questions"),
        Bilingual("année par année", "year by year"),
    ),
    Way(
        "parutions",
        Bilingual("Journal officiel", "Journal officiel"),
        Bilingual("numéro par numéro", "issue by issue"),
    ),
    Way(
        DATA,
        Bilingual("Données", "Data"),
        Bilingual(
            "à télécharger\u00a0: tableaux CSV, RDF, et leur documentation",
            "to download: CSV tables, RDF, and their documentation",
        ),
    ),
)


class Home(NamedTuple):
    """What the home page shows.

    Args:
        dashboard: of everything.
        legislatures: those of the questions, the first one first.
        late: the ministries with most questions past their deadline.
        answered: the answers of the last week.
        places: the départements with their figures, for the map.
        data_set: what search engines are told of the data set, by language.
        feeds: titles and paths of feeds.
    """

    dashboard: Dashboard
    legislatures: tuple[Named, ...]
    late: tuple[Counted, ...]
    answered: tuple[Row, ...]
    places: tuple[Counted, ...]
    data_set: Mapping[str, Markup] = {}
    feeds: tuple[tuple[Bilingual, str], ...] = ()


def home_page(home: Home, language: Language) -> str:
    """The home page in one language."""
    as_of = home.dashboard.as_of
    feeds = tuple((title.in_language(language), path) for title, path in home.feeds)
    frame = Frame(HOME, language, as_of, HOME, feeds=feeds, policy=ASKING_POLICY)
    places = places_of(language, frame.root)
    return framed(
        "site/home.html",
        frame,
        view=_view(home.dashboard, language, places),
        legislatures=_span(home.legislatures, places),
        late=_late(home.late, places),
        answered=places.rows(home.answered[:_SHOWN]),
        map=charts.country(home.places, places, as_of),
        most=most(home.places, places),
        territories=places.address("territoires"),
        search=places.address(SEARCH),
        search_field=SEARCH_FIELD,
        about=of_figures(home.dashboard.summary, as_of, language),
        data_block=home.data_set.get(language),
        overdue=places.address(OVERDUE),
        ways=[
            (places.address(one.path), *(text.in_language(language) for text in one[1:]))
            for one in _WAYS
        ],
    )


def years_page(dashboard: Dashboard, language: Language, as_of: date | None) -> str:
    """The page that leads to the questions of each year."""
    frame = Frame(LISTS, language, as_of)
    return framed("site/years.html", frame, view=dashboard_view(dashboard, None, language, ""))


def _view(dashboard: Dashboard, language: Language, places: Places) -> object:
    shown_of_each = dashboard._replace(
        newest=dashboard.newest[:_SHOWN], oldest=dashboard.oldest[:_SHOWN]
    )
    return dashboard_view(shown_of_each, None, language, places.root)


def _span(legislatures: Sequence[Named], places: Places) -> list[object]:
    """The first and the last."""
    ends = (legislatures[0], legislatures[-1]) if len(legislatures) > 1 else legislatures
    return [places.to(one) for one in ends]


def _late(found: Sequence[Counted], places: Places) -> list[Shown]:
    return [shown(one, places) for one in found]
