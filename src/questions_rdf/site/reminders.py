"""The reminder list of the day of the data: a page of ministries, one for each, and all as CSV."""

from collections.abc import Iterator, Sequence

from questions_rdf.pages._links import suffix
from questions_rdf.pages.question_list import Of, Part
from questions_rdf.pages.reminders import CSV, reminder_list, reminders_page
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.reports.outputs.as_csv import csv_lines
from questions_rdf.reports.rappel import COLUMNS
from questions_rdf.reports.report import Source
from questions_rdf.resources.dashboard import Reminder
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.index.reminders import ROOT, Reminders
from questions_rdf.site.question_lists import batches
from questions_rdf.site.site_file import SiteFile, StreamedFile

_A_PAGE = 200
_LINES = 1000
_TITLE = Bilingual("Questions sans réponse, délai dépassé", "Unanswered and overdue questions")


def rappel_pages(figures: Figures, languages: Sequence[Language]) -> Iterator[SiteFile]:
    """The page of the ministries, and the pages of each."""
    reminders = Reminders(figures)
    found = reminders.ministries()
    oldest = figures.dashboard().oldest
    for language in languages:
        html = reminders_page(found, oldest, language, figures.as_of)
        yield SiteFile(ROOT + suffix(language), html.encode())
    for one in found:
        yield from _of_a_ministry(figures, reminders, one, languages)


def _of_a_ministry(
    figures: Figures, reminders: Reminders, one: Reminder, languages: Sequence[Language]
) -> Iterator[SiteFile]:
    of = Of(_TITLE, one.ministere)
    last = -(-one.nombre // _A_PAGE)
    for number, rows in enumerate(batches(reminders.questions(one.path), _A_PAGE), start=1):
        part = Part(one.path, number, last, one.nombre)
        for language in languages:
            html = reminder_list(of, part, rows, language, figures.as_of)
            yield SiteFile(part.at(number) + suffix(language), html.encode())


def rappel_csv(figures: Figures, source: Source) -> StreamedFile:
    """``rappel.csv``: what ``questions-rdf report rappel --csv`` prints."""
    lines = csv_lines(COLUMNS, Reminders(figures).cells(), figures.as_of, source, "fr")
    chunks = ("".join(some).encode() for some in batches(lines, _LINES))
    return StreamedFile(CSV, chunks)
