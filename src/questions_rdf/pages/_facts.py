"""What is said of the things on a page, looked up by property."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import render
from questions_rdf.pages._links import WEB, Link, Links, short
from questions_rdf.prefixes import expanded
from questions_rdf.resources import Description
from questions_rdf.resources.blocks import Block, flat
from questions_rdf.resources.places import anchor
from questions_rdf.resources.statements import Literal, Value

_TYPE = expanded("rdf:type")
_DATE = expanded("xsd:date")
_UNSAID = frozenset(map(expanded, "xsd:string rdf:langString xsd:integer xsd:boolean".split())) | {
    _DATE
}
_DIGITS = 12


class Cell(NamedTuple):
    """A value in the table of everything: a link, or a text with its language or datatype."""

    link: Link | None
    text: str
    lang: str | None
    datatype: str | None
    day: date | None = None


class Entry(NamedTuple):
    """A property in that table, with its values."""

    label: str
    heading: Markup
    cells: list[Cell]


@lru_cache(maxsize=1024)
def _heading(label: str, name: str, href: str | None) -> Markup:
    """The name of a property in that table: the same few on all pages."""
    return Markup(render("resource/_propriete.html", label=label, name=name, href=href))  # noqa: S704


class Subject(NamedTuple):
    """A thing in that table."""

    iri: str
    anchor: str | None
    entries: list[Entry]


class Facts:
    """The statements of a page, by subject and property."""

    def __init__(self, description: Description, links: Links) -> None:
        self.description, self.links = description, links
        self._said = description.said
        self._table: list[Subject] | None = None

    @property
    def iri(self) -> str:
        """What the page is of."""
        return self.description.iri

    def subjects(self, of_class: str) -> list[str]:
        """The things on the page that have a class."""
        wanted = expanded(of_class)
        return [iri for iri, said in self._said.items() if wanted in said.get(_TYPE, ())]

    def texts(self, term: str, subject: str | None = None) -> list[str]:
        """The texts that a property has."""
        return [one.value for one in self._values(term, subject) if isinstance(one, Literal)]

    def text(self, term: str, subject: str | None = None) -> str | None:
        """The first of them."""
        return next(iter(self.texts(term, subject)), None)

    def iris(self, term: str, subject: str | None = None) -> list[str]:
        """The things that a property leads to."""
        return [one for one in self._values(term, subject) if isinstance(one, str)]

    def one(self, term: str, subject: str | None = None) -> str | None:
        """The first of them."""
        return next(iter(self.iris(term, subject)), None)

    def link(self, term: str, subject: str | None = None) -> Link | None:
        """The first of them, as a link."""
        iri = self.one(term, subject)
        return self.links.to(iri) if iri else None

    def web_page(self) -> str | None:
        """The official page, if its address is one of the web."""
        return next((one for one in self.iris("foaf:page") if one.startswith(WEB)), None)

    def day(self, term: str, subject: str | None = None) -> date | None:
        """A date; none if there is none, or what is said is no date."""
        try:
            return date.fromisoformat(self.text(term, subject) or "")
        except ValueError:
            return None

    def number(self, term: str, subject: str | None = None) -> int | None:
        """A whole number; none if there is none, or what is said is no number."""
        text = self.text(term, subject) or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS else None

    def paragraphs(self, subject: str | None = None) -> list[str]:
        """The paragraphs of a text."""
        return [one for text in self.texts("schema:text", subject) for one in text.split("\n\n")]

    def _values(self, term: str, subject: str | None) -> list[Value]:
        return self._said.get(subject or self.iri, {}).get(expanded(term), [])

    # ---- Everything

    def table(self) -> list[Subject]:
        """Every statement of the page, in the order in which the files have them."""
        if self._table is None:
            self._table = [self._subject(one) for one in flat(self.description.blocks)]
        return self._table

    def _subject(self, block: Block) -> Subject:
        entries = [self._entry(_TYPE, block.types)] if block.types else []
        entries += [self._entry(term, values) for term, values in block.values]
        place = anchor(block.subject, self.iri, self.description.base)
        return Subject(block.subject, place, entries)

    def _entry(self, term: str, values: tuple[Value, ...]) -> Entry:
        cells = list(self._cells(values))
        label = self.links.label_of(term)
        return Entry(label, _heading(label, short(term), self.links.to(term).href), cells)

    def _cells(self, values: tuple[Value, ...]) -> Iterator[Cell]:
        for value in values:
            if isinstance(value, str):
                yield Cell(self.links.to(value), value, None, None)
            else:
                yield Cell(None, value.value, value.language, _shown_type(value), _day(value))


def _shown_type(value: Literal) -> str | None:
    return None if value.datatype in _UNSAID else short(value.datatype)


def _day(value: Literal) -> date | None:
    if value.datatype != _DATE:
        return None
    try:
        return date.fromisoformat(value.value)
    except ValueError:
        return None
