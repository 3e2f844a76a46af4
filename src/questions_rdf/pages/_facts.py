"""What is said of the things on a page, looked up by property."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import escaped, part, remembered, render
from questions_rdf.pages._links import WEB, Link, Links, label_of, short
from questions_rdf.prefixes import expanded
from questions_rdf.query_files.library import Language
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
_HERE = "\0"


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
    cells: tuple[Cell, ...]


Said = tuple[str, tuple[Value, ...]]
"""A property and its values."""


class Subject(NamedTuple):
    """A thing in that table, and the lines about it as they are shown."""

    iri: str
    anchor: str | None
    said: tuple[Said, ...]
    lines: Markup


class Facts:
    """The statements of a page, by subject and property."""

    def __init__(self, description: Description, links: Links) -> None:
        self.description, self.links = description, links
        self._said, self.iri = description.said, description.iri
        self._table: list[Subject] | None = None
        self._link_shown = remembered("fact_link", links.language)
        self._day_shown = remembered("fact_day", links.language)

    def subjects(self, of_class: str) -> list[str]:
        """The things on the page that have a class."""
        wanted = expanded(of_class)
        return [iri for iri, said in self._said.items() if wanted in said.get(_TYPE, ())]

    def texts(self, term: str, subject: str | None = None) -> list[str]:
        """The texts that a property has."""
        return [one.value for one in self._values(term, subject) if isinstance(one, Literal)]

    def text(self, term: str, subject: str | None = None) -> str | None:
        """The first of them."""
        for one in self._values(term, subject):
            if isinstance(one, Literal):
                return one.value
        return None

    def iris(self, term: str, subject: str | None = None) -> list[str]:
        """The things that a property leads to."""
        return [one for one in self._values(term, subject) if isinstance(one, str)]

    def one(self, term: str, subject: str | None = None) -> str | None:
        """The first of them."""
        for one in self._values(term, subject):
            if isinstance(one, str):
                return one
        return None

    def link(self, term: str, subject: str | None = None) -> Link | None:
        """The first of them, as a link."""
        iri = self.one(term, subject)
        return self.links.to(iri) if iri else None

    def web_page(self) -> str | None:
        """The official page, if its address is one of the web."""
        return next((one for one in self.iris("foaf:page") if one.startswith(WEB)), None)

    def day(self, term: str, subject: str | None = None) -> date | None:
        """A date; none if there is none, or what is said is no date."""
        text = self.text(term, subject)
        return day_of(text) if text else None

    def number(self, term: str, subject: str | None = None) -> int | None:
        """A whole number; none if there is none, or what is said is no number."""
        text = self.text(term, subject) or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS else None

    def paragraphs(self, subject: str | None = None) -> list[str]:
        """The paragraphs of a text."""
        return [one for text in self.texts("schema:text", subject) for one in text.split("\n\n")]

    def _values(self, term: str, subject: str | None) -> Sequence[Value]:
        said = self._said.get(subject or self.iri)
        return said.get(expanded(term), ()) if said else ()

    # ---- Everything

    def table(self) -> list[Subject]:
        """Every statement of the page, in the order in which the files have them."""
        if self._table is None:
            self._table = [self._subject(one) for one in flat(self.description.blocks)]
        return self._table

    def _subject(self, block: Block) -> Subject:
        said = ((_TYPE, block.types), *block.values) if block.types else block.values
        place = anchor(block.subject, self.iri, self.description.base)
        lines = Markup("\n".join([self._line(*one) for one in said]))  # noqa: S704
        return Subject(block.subject, place, said, lines)

    # A page has some fifty lines. Links, days and properties are those of many pages, so that each
    # is made once; a call of a macro for every line took twice as long as all of this.

    def _line(self, term: str, values: tuple[Value, ...]) -> str:
        heading = _heading(term, self.links.to(term).href, self.links.language)
        return f"<div>{heading}{''.join(map(self._shown, values))}</div>"

    def _shown(self, value: Value) -> str:
        if isinstance(value, str):
            return self._link_shown(self.links.to(value))
        if day := _day(value):
            return self._day_shown(day)
        before, behind = _around_text(value.language, value.datatype, self.links.language)
        return f"{before}{escaped(value.value)}{behind}"

    def entries(self, subject: Subject) -> list[Entry]:
        """The same as values, for what shows some of them elsewhere."""
        language = self.links.language
        return [
            Entry(label_of(term, language), tuple([self._cell(one) for one in values]))
            for term, values in subject.said
        ]

    def _cell(self, value: Value) -> Cell:
        if isinstance(value, str):
            return Cell(self.links.to(value), value, None, None)
        return Cell(None, value.value, value.language, _shown_type(value.datatype), _day(value))


@lru_cache(maxsize=4096)
def _heading(term: str, href: str | None, language: Language) -> str:
    """A property as it is shown in the table: the same few on all pages."""
    label = label_of(term, language)
    return render("resource/_propriete.html", label=label, name=short(term), href=href)


@lru_cache(maxsize=1024)
def _around_text(lang: str | None, datatype: str, language: Language) -> tuple[str, str]:
    """The mark-up before and behind a text in the table, on a page in ``language``."""
    shown = part("fact_text", language)(Cell(None, _HERE, lang, _shown_type(datatype)))
    before, _, behind = shown.partition(_HERE)
    return str(before), str(behind)


def _shown_type(datatype: str) -> str | None:
    return None if datatype in _UNSAID else short(datatype)


def _day(value: Literal) -> date | None:
    return day_of(value.value) if value.datatype == _DATE else None


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """The day that a text is; none if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
