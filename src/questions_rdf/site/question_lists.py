"""The lists of questions, a hundred a page: of each thing, and of each year."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from questions_rdf.pages._links import suffix
from questions_rdf.pages.dashboard import ANSWERS, LISTS, REMINDERS, WITHOUT_LISTS, year_path
from questions_rdf.pages.question_list import Of, Part, question_list
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Row
from questions_rdf.resources.description import Kind
from questions_rdf.site.index.figures import OLDEST, Figures
from questions_rdf.site.listings import SHOWN
from questions_rdf.site.site_file import SiteFile

A_PAGE = 100
_Item = TypeVar("_Item")
_TITLE = Bilingual("Toutes les questions", "All questions")
_OVERDUE = Bilingual("Questions sans réponse, délai dépassé", "Unanswered and overdue questions")
_OLDEST_FIRST = Bilingual("la plus ancienne d'abord", "the oldest first")
_ANSWERED = Bilingual("Questions dont la réponse est publiée", "Questions whose answer is printed")
_AS_PRINTED = Bilingual("dans l'ordre des pages du numéro", "in the order of the pages")
_UNDATED = Bilingual("Questions sans date de publication", "Questions without a day of publication")


def list_pages(
    figures: Figures, iri: str, kind: Kind, languages: Sequence[Language]
) -> Iterator[SiteFile]:
    """The pages of the lists of a thing's questions; none if it has no questions, or no page.

    Beside all of them: those overdue, where the page of the thing does not show them all; of an
    issue of the Journal officiel, those answered in it.
    """
    thing = figures.names.of(iri)
    if thing.path is None or kind in WITHOUT_LISTS:
        return
    summary = figures.summary(iri)
    found = [_List(LISTS, Of(_TITLE, thing, kind), summary.total, figures.questions(iri))]
    overdue = summary.outcomes.en_attente_delai_depasse
    if overdue > OLDEST and kind is not Kind.MINISTERE:
        of = Of(_OVERDUE, thing, kind, order=_OLDEST_FIRST)
        found.append(_List(REMINDERS, of, overdue, figures.waiting(iri)))
    if kind is Kind.PARUTION and (answered := list(figures.answered_in(iri)))[SHOWN:]:
        of = Of(_ANSWERED, thing, kind, order=_AS_PRINTED)
        found.append(_List(ANSWERS, of, len(answered), iter(answered)))
    for one in found:
        path = f"{thing.path}/{one.name}"
        yield from _pages(figures, one.of, path, one.total, one.rows, languages)


class _List(NamedTuple):
    """A list of questions of a thing: where it stands below it, how many there are."""

    name: str
    of: Of
    total: int
    rows: Iterator[Row]


def year_pages(
    figures: Figures, year: int | None, languages: Sequence[Language]
) -> Iterator[SiteFile]:
    """The pages of all questions published in a year."""
    found = (one.summary for one in figures.dashboard().years if one.annee == year)
    total = sum(one.total for one in found)
    title = Bilingual(f"Questions de {year}", f"Questions of {year}") if year else _UNDATED
    of = Of(title, section=LISTS)
    yield from _pages(figures, of, year_path(year), total, figures.of_a_year(year), languages)


def _pages(  # noqa: PLR0913, PLR0917
    figures: Figures,
    of: Of,
    path: str,
    total: int,
    rows: Iterator[Row],
    languages: Sequence[Language],
) -> Iterator[SiteFile]:
    last = -(-total // A_PAGE)
    for number, some in enumerate(batches(rows, A_PAGE), start=1):
        part = Part(path, number, last, total)
        for language in languages:
            html = question_list(of, part, some, language, figures.as_of)
            yield SiteFile(part.at(number) + suffix(language), html.encode())


def batches(items: Iterator[_Item], size: int) -> Iterator[list[_Item]]:
    """The items, so many at a time."""
    while some := list(islice(items, size)):
        yield some
