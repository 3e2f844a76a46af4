"""What is made of the whole: home, lists, reminders, search, documentation, by processes."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

import msgspec
import pyoxigraph as ox
from markupsafe import Markup

from questions_rdf import query
from questions_rdf.pages._links import suffix
from questions_rdf.pages.frame import SEARCH
from questions_rdf.pages.search import search_page
from questions_rdf.resources import Kind, places
from questions_rdf.site.documentation.dataset import dataset_data_block
from questions_rdf.site.documentation.everything import documentation_files
from questions_rdf.site.documentation.queries import ASKED_UP_TO
from questions_rdf.site.home import home_pages
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.question_lists import (
    Stretch,
    Whose,
    all_years,
    list_pages,
    stretches,
)
from questions_rdf.site.reminders import rappel_pages
from questions_rdf.site.resource_pages import (
    LANGUAGES,
    Counts,
    Making,
    Part,
    search_entries,
)
from questions_rdf.site.search import search_files
from questions_rdf.site.site_file import AnyFile, SiteFile
from questions_rdf.site.thing_lists import thing_list_pages
from questions_rdf.workers import Tell, in_order

_AHEAD = 10_000  # the search takes long, and that pages are written is soon said


class _Task(NamedTuple):
    """What one process makes: what it is called, the files, and whether things have them."""

    name: str
    files: Callable[[Making], Iterator[AnyFile]]
    are_of_things: bool = False


def further_pages(making: Making, pages: Sequence[tuple[str, Kind]], jobs: int) -> Iterator[Part]:
    """All of it, when the pages of resources have left what the search has to know.

    Args:
        making: what it is made from.
        pages: the pages of things that are no questions.
        jobs: how many processes work.

    Raises:
        OutputError: if something cannot be written, or a process dies.
    """
    yield from in_order(_Further(making), _tasks(making.figures(), pages), jobs, _AHEAD)


def _tasks(figures: Figures, pages: Sequence[tuple[str, Kind]]) -> Iterator[_Task]:
    """What takes longest begins first, so that no process waits for it in the end."""
    yield _Task("documentation", _documentation)
    yield _Task("search", _search)
    yield _Task("reminders", _reminders)
    yield _Task("home", _home)
    for some in stretches(figures, (Whose(iri, kind) for iri, kind in pages)):
        yield _Task(some[0].path, partial(_lists, some=some), are_of_things=True)
    for some in stretches(figures, all_years(figures)):
        yield _Task(some[0].path, partial(_lists, some=some))


class _Further(msgspec.Struct, frozen=True):
    """One of the tasks."""

    making: Making

    def __call__(self, task: _Task, tell: Tell) -> Part:
        tell(task.name)
        return Part(self.making.put(task.files(self.making)), Counts.none(), task.are_of_things)


def _lists(making: Making, some: Sequence[Stretch]) -> Iterator[SiteFile]:
    figures = making.figures()
    return chain.from_iterable(list_pages(figures, one, LANGUAGES) for one in some)


def _documentation(making: Making) -> Iterator[AnyFile]:
    """The pages of the documentation and of the data set."""
    index, base = making.index(), making.where.base

    def resolve(iri: str) -> str | None:
        page = index.known([iri])[1].get(iri)
        return places.path(page, base) if page else None

    return documentation_files(making.offered, making.material.examples, _store(making), resolve)


def _store(making: Making) -> ox.Store | None:
    """The data, to ask queries of; none if that would take too much memory."""
    if making.offered.manifest.triples > ASKED_UP_TO:
        return None
    return query.loaded(making.data)


def _home(making: Making) -> Iterator[SiteFile]:
    told: dict[str, Markup] = {one: dataset_data_block(making.offered, one) for one in LANGUAGES}
    yield from home_pages(making.figures(), LANGUAGES, told)
    yield from thing_list_pages(making.figures(), LANGUAGES)


def _reminders(making: Making) -> Iterator[SiteFile]:
    return rappel_pages(making.figures(), LANGUAGES)


def _search(making: Making) -> Iterator[SiteFile]:
    for language in LANGUAGES:
        page = search_page(language, making.as_of)
        yield SiteFile(SEARCH + suffix(language), page.encode())
    folder = making.work / "search"
    folder.mkdir()
    yield from search_files(search_entries(making.work), making.index().name, folder)
