"""The home page, and the page of all years."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from markupsafe import Markup

from questions_rdf.pages._links import suffix
from questions_rdf.pages.dashboard import LISTS
from questions_rdf.pages.frame import HOME
from questions_rdf.pages.home import Home, home_page, years_page
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Counted
from questions_rdf.resources.description import Kind
from questions_rdf.site.feeds.subjects import OVERDUE, QUESTIONS
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.index.groups import Groups
from questions_rdf.site.site_file import SiteFile

_A_WEEK = timedelta(days=7)
_LATE, _ANSWERED = 10, 20
_FEEDS = (
    (Bilingual("Suivre toutes les questions", "Follow all questions"), f"{QUESTIONS}.atom"),
    (Bilingual("Suivre les questions en retard", "Follow overdue questions"), f"{OVERDUE}.atom"),
)


def home_pages(
    figures: Figures, languages: Sequence[Language], data_set: Mapping[str, Markup] | None = None
) -> Iterator[SiteFile]:
    """Both pages.

    Args:
        figures: what they show.
        languages: those that they stand in.
        data_set: what search engines are told of the data set, by language.
    """
    home = _home(figures)._replace(data_set=data_set or {}, feeds=_FEEDS)
    for language in languages:
        html = home_page(home, language)
        yield SiteFile(HOME + suffix(language), html.encode())
        html = years_page(home.dashboard, language, figures.as_of)
        yield SiteFile(LISTS + suffix(language), html.encode())


def _home(figures: Figures) -> Home:
    groups = Groups(figures)
    legislatures = [one.thing for one in groups.all(Kind.LEGISLATURE) if one.summary.total]
    return Home(
        figures.dashboard(),
        tuple(sorted(legislatures, key=lambda one: (len(one.iri), one.iri))),
        _most_late(groups.all(Kind.MINISTERE)),
        tuple(figures.answered(figures.as_of - _A_WEEK, _ANSWERED)),
        tuple(groups.departements()),
    )


def _most_late(found: Sequence[Counted]) -> tuple[Counted, ...]:
    overdue = [one for one in found if one.summary.outcomes.en_attente_delai_depasse]
    overdue.sort(key=lambda one: -one.summary.outcomes.en_attente_delai_depasse)
    return tuple(overdue[:_LATE])
