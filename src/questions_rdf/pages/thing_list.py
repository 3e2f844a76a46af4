"""A page that lists things with their figures: ministries, deputies, places."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages import _dashboard_charts as charts
from questions_rdf.pages._links import Link
from questions_rdf.pages._rows import Places, places_of
from questions_rdf.pages.frame import Frame, framed
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Counted, Section, Summary

_FIRST = 15  # as many as stand beside the map
_STYLE = "fill-accent"


class Order(NamedTuple):
    """A way to sort the list, and the page that is sorted so.

    Args:
        name: of what it is sorted by; a column bears the same.
        path: of the page.
        said: what it is sorted by, in words.
        falls: whether the largest comes first; none if it is not sorted by figures.
    """

    name: str
    path: str
    said: Bilingual
    falls: bool | None = None


class Index(NamedTuple):
    """What a page of the kind is called, and where it stands.

    Args:
        path: of the page.
        section: the entry of the navigation.
        title: its heading.
        lead: the sentence below.
        column: what the things are.
        untitled: what a section without a title is called.
        ways: other pages of the list: path, name.
        parts: what things have within them.
        maps: whether a map of the things stands above.
        orders: the pages that have the same things in other orders.
        telling: whether the Government of a ministry is named with it.
    """

    path: str
    section: str
    title: Bilingual
    lead: Bilingual
    column: Bilingual
    untitled: Bilingual | None = None
    ways: tuple[tuple[str, Bilingual], ...] = ()
    parts: Bilingual | None = None
    maps: bool = False
    orders: tuple[Order, ...] = ()
    telling: bool = False


class Sort(NamedTuple):
    """The same as a link of the page."""

    href: str
    name: str
    here: bool
    sort: str


class Shown(NamedTuple):
    """A thing in the list."""

    link: Link
    summary: Summary
    bar: Markup | None
    of: Link | None
    parts: list[tuple[Link, int]]
    hors: int
    jours: str | None


class Table(NamedTuple):
    """A section of the page."""

    title: str | None
    link: Link | None
    rows: list[Shown]
    note: str | None = None
    ranked: bool = True


def thing_list(
    index: Index, sections: Sequence[Section], language: Language, as_of: date | None
) -> str:
    """The page in one language."""
    frame = Frame(index.path, language, as_of, index.section)
    places = places_of(language, frame.root)
    things = [one for section in sections for one in section.things]
    return framed(
        "site/things.html",
        frame,
        title=index.title.in_language(language),
        lead=index.lead.in_language(language),
        column=index.column.in_language(language),
        ways=[
            (places.address(path), name.in_language(language), path == index.path)
            for path, name in index.ways
        ],
        tables=[table(one, places, index.untitled) for one in sections if one.things],
        sorts=_sorts(index, places),
        telling=index.telling,
        outside=sum(one.hors for one in things),
        within=index.parts.in_language(language) if index.parts else None,
        map=charts.country(things, places, as_of) if index.maps else None,
        most=most(things, places) if index.maps else (),
    )


def _sorts(index: Index, places: Places) -> dict[str, Sort]:
    return {
        one.name: Sort(
            places.address(one.path),
            one.said.in_language(places.language),
            one.path == index.path,
            "descending" if one.falls else "ascending",
        )
        for one in index.orders
    }


def table(section: Section, places: Places, untitled: Bilingual | None = None) -> Table:
    """Things that stand together; ``untitled`` is what they are called if nothing else says so."""
    link = places.to(section.title) if section.title else None
    heading = section.heading or untitled
    title = heading.in_language(places.language) if heading and not link else None
    note = section.note.in_language(places.language) if section.note else None
    rows = [shown(one, places) for one in section.things]
    return Table(title, link, rows, note, section.ranked)


def most(
    things: Sequence[Counted], places: Places
) -> list[tuple[Link, int, Markup | None, str | None]]:
    """Those with most questions; the bar shows the part of the first."""
    first = sorted(things, key=lambda one: -one.summary.total)[:_FIRST]
    highest = max((one.summary.total for one in first), default=0)
    found = ((one.thing, one.summary.total) for one in first if one.summary.total)
    return [
        (places.to(thing), total, charts.share(total / highest, _STYLE), None)
        for thing, total in found
    ]


def shown(one: Counted, places: Places) -> Shown:
    """A thing as a line of the table."""
    parts = [(Link(name, places.to(thing).href), count) for name, thing, count in one.parts]
    outcomes = one.summary.outcomes
    bar = None if outcomes.is_few else charts.share(outcomes.part_a_temps)
    of = places.to(one.of) if one.of else None
    days = one.jours.in_language(places.language) if one.jours else None
    return Shown(places.to(one.thing), one.summary, bar, of, parts, one.hors, days)
