"""The sitemap of a site: an index, and files with the addresses of its pages; and ``robots.txt``.

The files stand at the root: by the protocol, a sitemap speaks of what is below its own folder only.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain

from questions_rdf.pages._links import suffix
from questions_rdf.pages.frame import DATA
from questions_rdf.pages.sitemap import Listed, robots, sitemap, sitemap_index
from questions_rdf.resources.description import Kind
from questions_rdf.site.address import Address
from questions_rdf.site.site_file import SiteFile

Page = tuple[str, date | None]
"""The path of a page without suffix, and the day on which it last changed, if that is known."""

INDEX = "sitemap.xml"
ROBOTS = "robots.txt"
PAGES = 10_000
"""So many pages, each in two languages, are in one file; 50,000 addresses would be allowed."""
BYTES = 40_000_000
"""So much is in one file, by an estimate that is never too low; 50 MB would be allowed."""
_AROUND = 400
_TIMES_WRITTEN = 6
_LAST = (
    "max(coalesce(publication, ''), coalesce(signalement, ''), "
    "coalesce(reponse, ''), coalesce(cloture, ''))"
)
_OF_THINGS = (
    "auteur",
    "groupe",
    "ministere_interroge",
    "ministere",
    "rubrique",
    "legislature",
    "circonscription",
    "departement",
    "parution",
    "parution_reponse",
)


class Others:
    """The pages that are no thing's, as they go by: their paths, without suffix."""

    def __init__(self) -> None:
        self._paths: list[str] = []

    def note(self, files: Iterable[str]) -> None:
        """Take the French pages among some files."""
        french, english = suffix("fr"), suffix("en")
        self._paths += [
            one.removesuffix(french)
            for one in files
            if one.endswith(french) and not one.endswith(english)
        ]

    def pages(self) -> Iterator[Page]:
        """As they are listed: they change with the data."""
        return ((path, None) for path in self._paths)


def sitemaps(
    pages: Iterable[Page], where: Address, *, most: int = PAGES, size: int = BYTES
) -> Iterator[SiteFile]:
    """The sitemaps of these pages, one at a time, and the index of them at the end.

    Args:
        pages: what there is, in the order in which it is listed.
        where: the site; a page without a day is of that of the data.
        most: of pages in a file.
        size: of a file, in bytes.
    """
    written: list[tuple[str, date]] = []
    for number, listed in enumerate(_cut(pages, where, most, size), 1):
        file = f"sitemap-{number}.xml"
        written.append((where.site_url + file, max(page.lastmod for page in listed)))
        yield SiteFile(file, sitemap(listed).encode())
    yield SiteFile(INDEX, sitemap_index(written).encode())


def robots_file(where: Address) -> SiteFile:
    """What crawlers may do: everything; and where the sitemap is."""
    text = robots(where.site_url + INDEX, where.page(DATA))
    return SiteFile(ROBOTS, text.encode())


def pages_of(
    index: sqlite3.Connection, where: Address, kinds: Collection[Kind] = frozenset(Kind)
) -> Iterator[Page]:
    """The pages of questions and of things, with the day of the last event that they tell of.

    Args:
        index: the index of the site.
        where: the site.
        kinds: the kinds of things that have pages.
    """
    questions = _questions(index, where) if Kind.QUESTION in kinds else iter(())
    return chain(questions, _things(index, where, kinds))


def _cut(pages: Iterable[Page], where: Address, most: int, size: int) -> Iterator[list[Listed]]:
    listed: list[Listed] = []
    weight = 0
    for path, lastmod in pages:
        page = Listed(where.page(path), f"{where.site_url}{path}.en.html", lastmod or where.as_of)
        more = _TIMES_WRITTEN * len(page.en.encode()) + _AROUND
        if listed and (len(listed) == most or weight + more > size):
            yield listed
            listed, weight = [], 0
        listed.append(page)
        weight += more
    if listed:
        yield listed


def _questions(index: sqlite3.Connection, where: Address) -> Iterator[Page]:
    for iri, day in index.execute(f"SELECT iri, {_LAST} FROM question ORDER BY iri"):  # noqa: S608
        if path := where.path(iri):
            yield path, _day(day)


def _things(index: sqlite3.Connection, where: Address, kinds: Collection[Kind]) -> Iterator[Page]:
    """A thing has changed when one of its questions has; the others are of the day of the data."""
    days = _days_of_things(index)
    for iri, kind in index.execute("SELECT iri, kind FROM page ORDER BY iri"):
        if kind in kinds and (path := where.path(iri)):
            yield path, _day(days.get(iri))


def _days_of_things(index: sqlite3.Connection) -> dict[str, str]:
    days: dict[str, str] = {}
    for column in _OF_THINGS:
        found = index.execute(
            f"SELECT {column}, max({_LAST}) FROM question "  # noqa: S608
            f"WHERE {column} IS NOT NULL GROUP BY {column}"
        )
        for iri, day in found:
            days[iri] = max(day, days.get(iri, ""))
    return days


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
