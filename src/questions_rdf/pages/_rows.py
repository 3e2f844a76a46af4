"""Questions and things in lists of the site, with their links."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import render
from questions_rdf.pages._links import Link, suffix, term
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Named, Row
from questions_rdf.resources.description import Kind

_PENDING, _ANSWERED = expanded("qp:EnAttente"), expanded("qp:Repondue")
_NATURES = {
    expanded("qp:QuestionEcrite"): Bilingual("QE n°", "Written no."),
    expanded("qp:QuestionAuGouvernement"): Bilingual("QG n°", "To the Government no."),
    expanded("qp:QuestionOraleSansDebat"): Bilingual("QOSD n°", "Oral no."),
}
_NUMBER = Bilingual("n°", "no.")
_ON_ITS_PAGE = {Kind.PERSONNE: "auteur", Kind.MINISTERE: "ministere", Kind.GROUPE: "groupe"}


class Shown(NamedTuple):
    """A question in a list: its title, where it stands, who asked whom when, what became of it."""

    title: str
    href: str | None
    meta: Markup
    badge: Markup | None


class Places:
    """Makes the links of pages that stand at the same depth.

    Args:
        language: the language of the pages, and of those that they link to.
        root: what paths of the site are put behind.
    """

    def __init__(self, language: Language, root: str) -> None:
        self.language, self.root = language, root
        self._suffix = suffix(language)
        self._made: dict[Named, Link] = {}
        self._drawn: dict[Named, Markup] = {}

    def to(self, thing: Named) -> Link:
        """The link to a thing, or its name alone if it has no page."""
        link = self._made.get(thing)
        if link is None:
            link = self._made[thing] = self._link(thing)
        return link

    def address(self, path: str) -> str:
        """The address of a page."""
        return f"{self.root}{path}{self._suffix}"

    def rows(self, rows: Iterable[Row], kind: Kind | None = None) -> list[Shown]:
        """Questions as they are shown; what the page is of is not said again in each line."""
        hidden = _ON_ITS_PAGE.get(kind) if kind else None
        return [self._row(one, hidden) for one in rows]

    def _link(self, thing: Named) -> Link:
        text = thing.name.in_language(self.language)
        lang = "fr" if self.language != "fr" and thing.is_french else None
        if thing.path is None:
            return Link(text, None, lang)
        fragment = f"#{thing.anchor}" if thing.anchor else ""
        return Link(text, f"{self.address(thing.path)}{fragment}", lang)

    def _row(self, one: Row, hidden: str | None) -> Shown:
        path = one.question.path
        people = (
            None if hidden == "auteur" else one.auteur,
            None if hidden == "groupe" else one.groupe,
            None if hidden == "ministere" else one.ministere,
        )
        pieces = [_number(one.nature, one.numero, self.language)]
        if one.publication:
            pieces.append(_day(one.publication, self.language))
        pieces += [self._piece(thing) for thing in people if thing]
        return Shown(
            one.question.name.fr,
            self.address(path) if path else None,
            Markup(" · ".join(filter(None, pieces))),  # noqa: S704  (each of them is mark-up)
            _badge(one.statut, fate(one), one.retard, one.depassement, self.language),
        )

    def _piece(self, thing: Named) -> Markup:
        """A link as it stands in many lines of many pages."""
        drawn = self._drawn.get(thing)
        if drawn is None:
            drawn = self._drawn[thing] = _part("link", self.language, link=self.to(thing))
        return drawn


@lru_cache(maxsize=16)
def places_of(language: Language, root: str) -> Places:
    """The links of all pages of one depth, made once."""
    return Places(language, root)


@lru_cache(maxsize=8192)
def _day(day: date, language: Language) -> Markup:
    return _part("day", language, value=day)


@lru_cache(maxsize=8192)
def _badge(
    iri: str | None, fate: str, late: int | None, overdue: int | None, language: Language
) -> Markup | None:
    name = term(iri) if iri else None
    if name is None:
        return None
    said = name.in_language(language)
    return _part("badge", language, status=said, fate=fate, late=late, overdue=overdue)


def _number(nature: str | None, number: int | None, language: Language) -> str:
    """What kind of question it is, in brief, and its number."""
    kind = _kind(nature, language)
    return f"{kind} {number}" if number else ""


@lru_cache(maxsize=64)
def _kind(nature: str | None, language: Language) -> str:
    found = _NATURES.get(nature or "")
    return (found or _NUMBER).in_language(language)


def _part(name: str, language: Language, **values: object) -> Markup:
    """A part of a line."""
    html = render("site/_line.html", language, part=name, **values)
    return Markup(html.strip())  # noqa: S704  (a template of ours)


def fate(one: Row) -> str:
    """What became of a question, as a class of the style sheet."""
    if one.retard or one.depassement:
        return "late"
    return {_PENDING: "open", _ANSWERED: "good"}.get(one.statut or "", "closed")
