"""``dictionnaire``: the tables of an export and their columns."""

from collections.abc import Iterator
from datetime import date

from questions_rdf.exports.dictionary import dictionary
from questions_rdf.pages.documentation.dictionary import dictionary_page
from questions_rdf.site.documentation.both import both
from questions_rdf.site.site_file import SiteFile

DICTIONARY = "dictionnaire"


def dictionary_files(as_of: date | None) -> Iterator[SiteFile]:
    """The page in both languages."""
    tables = list(dictionary())
    yield from both(DICTIONARY, lambda frame: dictionary_page(tables, frame), as_of)
