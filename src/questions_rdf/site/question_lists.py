"""The lists of questions, a hundred a page: of each thing, and of each year."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
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
_AT_ONCE = 40
_Item = TypeVar("_Item")
_TITLE = Bilingual("Toutes les questions", "All questions")
_OVERDUE = Bilingual("Questions sans réponse, délai dépassé", "Unanswered and overdue questions")
_OLDEST_FIRST = Bilingual("la plus ancienne d'abord", "the oldest first")
_ANSWERED = Bilingual("Questions dont la réponse est publiée", "Questions whose answer is printed")
_AS_PRINTED = Bilingual("dans l'ordre des pages du numéro", "in the order of the pages")
_UNDATED = Bilingual("Questions sans date de publication", "Questions without a day of publication")


class Whose(NamedTuple):
    """Whose questions a list has: those of a thing, or else those of a year, which may be none."""

    iri: str | None = None
    kind: Kind | None = None
    year: int | None = None


class Stretch(NamedTuple):
    """Pages of a list that follow each other, made in one go: from ``first``, before ``stop``."""

    whose: Whose
    path: str
    first: int
    stop: int


class _List(NamedTuple):
    """A list of questions: where it stands, how many there are, some of them after others."""

    path: str
    of: Of
    total: int
    rows: Callable[[int, int], Iterator[Row]]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return -(-self.total // A_PAGE)


def stretches(
    figures: Figures, whose: Iterable[Whose], at_once: int = _AT_ONCE
) -> Iterator[list[Stretch]]:
    """All lists of these, so many pages at a time: a long one is the work of several processes."""
    some, pages = list[Stretch](), 0
    for one in whose:
        for found in _lists(figures, one):
            first = 0
            while first < found.pages:
                stop = min(found.pages, first + at_once - pages)
                some.append(Stretch(one, found.path, first, stop))
                pages += stop - first
                first = stop
                if pages == at_once:
                    yield some
                    some, pages = [], 0
    if some:
        yield some


def all_years(figures: Figures) -> Iterator[Whose]:
    """All questions, year by year."""
    return (Whose(year=one.annee) for one in figures.years())


def list_pages(
    figures: Figures, stretch: Stretch, languages: Sequence[Language]
) -> Iterator[SiteFile]:
    """The pages of a stretch, in all languages."""
    found = next(one for one in _lists(figures, stretch.whose) if one.path == stretch.path)
    number_of_rows = (stretch.stop - stretch.first) * A_PAGE
    rows = found.rows(number_of_rows, stretch.first * A_PAGE)
    for number, some in enumerate(batches(rows, A_PAGE), start=stretch.first + 1):
        part = Part(found.path, number, found.pages, found.total)
        for language in languages:
            html = question_list(found.of, part, some, language, figures.as_of)
            yield SiteFile(part.at(number) + suffix(language), html.encode())


def _lists(figures: Figures, whose: Whose) -> Iterator[_List]:
    if whose.iri and whose.kind:
        return _lists_of_a_thing(figures, whose.iri, whose.kind)
    return _list_of_a_year(figures, whose.year)


def _lists_of_a_thing(figures: Figures, iri: str, kind: Kind) -> Iterator[_List]:
    """The lists of a thing's questions; none if it has no questions, or no page.

    Beside all of them: those overdue, where the page of the thing does not show them all; of an
    issue of the Journal officiel, those answered in it.
    """
    thing = figures.names.of(iri)
    if thing.path is None or kind in WITHOUT_LISTS:
        return
    summary, path = figures.summary(iri), thing.path
    if summary.total:
        questions = partial(figures.questions, iri)
        yield _List(f"{path}/{LISTS}", Of(_TITLE, thing, kind), summary.total, questions)
    overdue = summary.outcomes.en_attente_delai_depasse
    if overdue > OLDEST and kind is not Kind.MINISTERE:
        of = Of(_OVERDUE, thing, kind, order=_OLDEST_FIRST)
        yield _List(f"{path}/{REMINDERS}", of, overdue, partial(figures.waiting, iri))
    if kind is Kind.PARUTION and (answered := figures.number_answered_in(iri)) > SHOWN:
        of = Of(_ANSWERED, thing, kind, order=_AS_PRINTED)
        yield _List(f"{path}/{ANSWERS}", of, answered, partial(figures.answered_in, iri))


def _list_of_a_year(figures: Figures, year: int | None) -> Iterator[_List]:
    total = sum(one.summary.total for one in figures.years() if one.annee == year)
    title = Bilingual(f"Questions de {year}", f"Questions of {year}") if year else _UNDATED
    of = Of(title, section=LISTS)
    yield _List(year_path(year), of, total, partial(figures.of_a_year, year))


def batches(items: Iterator[_Item], size: int) -> Iterator[list[_Item]]:
    """The items, so many at a time."""
    while some := list(islice(items, size)):
        yield some
