"""What is made of the whole index, each task by a process: home, lists, reminders, the search."""

from collections.abc import Callable, Iterator

import msgspec

from questions_rdf.pages._links import suffix
from questions_rdf.pages.frame import SEARCH
from questions_rdf.pages.search import search_page
from questions_rdf.site.home import home_pages
from questions_rdf.site.question_lists import all_years, stretches
from questions_rdf.site.reminders import rappel_pages
from questions_rdf.site.resource_pages import (
    LANGUAGES,
    Counts,
    Lists,
    Making,
    Part,
    search_entries,
)
from questions_rdf.site.search import search_files
from questions_rdf.site.site_file import SiteFile
from questions_rdf.site.thing_lists import thing_list_pages
from questions_rdf.workers import Tell, in_order

_Task = Callable[[Making], Iterator[SiteFile]]


def further_pages(making: Making, jobs: int) -> Iterator[Part]:
    """All of it, when the pages of resources have left what the search has to know.

    Args:
        making: what it is made from.
        jobs: how many processes work.

    Raises:
        OutputError: if something cannot be written, or a process dies.
    """
    figures = making.figures()
    yield from in_order(Lists(making), stretches(figures, all_years(figures)), jobs)
    tasks: list[_Task] = [_search, _reminders, _home]
    yield from in_order(_Further(making), tasks, jobs)


class _Further(msgspec.Struct, frozen=True):
    """One of the tasks."""

    making: Making

    def __call__(self, task: _Task, tell: Tell) -> Part:
        tell(task.__name__)
        return Part(self.making.put(task(self.making)), Counts.none())


def _home(making: Making) -> Iterator[SiteFile]:
    yield from home_pages(making.figures(), LANGUAGES, making.data_set)
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
