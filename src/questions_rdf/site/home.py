"""The home page, and the page of all years."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from questions_rdf.pages._links import suffix
from questions_rdf.pages.dashboard import LISTS
from questions_rdf.pages.frame import HOME
from questions_rdf.pages.home import Home, home_page, years_page
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Counted
from questions_rdf.resources.description import Kind
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.index.groups import Groups
from questions_rdf.site.site_file import SiteFile

_A_WEEK = timedelta(days=7)
_LATE, _ANSWERED = 10, 20


def home_pages(figures: Figures, languages: Sequence[Language]) -> Iterator[SiteFile]:
    """Both pages."""
    home = _home(figures)
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
