"""What things are called on a page, and where links lead: in its language, below a root."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from questions_rdf.prefixes import expanded, house_prefixes
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.reference.termes_repris import noms
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.resources import Description
from questions_rdf.resources.places import ONTOLOGY, anchor, document, path

_TYPE = expanded("rdf:type")
WEB = ("https://", "http://")
"""What an address begins with that a link may lead to."""
_HEX = "0123456789ABCDEF"
_UNRESERVED = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")


class Link(NamedTuple):
    """A name, and where it leads; nowhere if there is no address that is safe to follow.

    ``lang`` is the language of the name where it is not that of the page.
    """

    text: str
    href: str | None = None
    lang: str | None = None
    external: bool = False


class _Site(NamedTuple):
    """What links depend on beside the things that they lead to."""

    base: str
    language: Language
    root: str


class Links:
    """Makes the links of one page.

    Args:
        description: what the page shows.
        language: the language of the page, and of the pages that it links to.
        root: what the paths of pages are put behind: ``/``, ``../../``.
    """

    def __init__(self, description: Description, language: Language, root: str) -> None:
        self._description, self.language = description, language
        self._names, self._pages = description.names, description.pages
        self._site = _Site(description.base, language, root)
        self._held = {document(one) for one in description.said} | {description.iri}
        self._made: dict[str, Link] = {}

    def to(self, iri: str) -> Link:
        """The link to a thing: to its place on this page or another, or out of the site."""
        link = self._made.get(iri)
        if link is None:
            link = self._made[iri] = self._link(iri)
        return link

    def _link(self, iri: str) -> Link:
        name, page = self._names.get(iri), self._pages.get(iri)
        if not self._holds(iri, page):
            return _elsewhere(iri, name, page, self._site)
        kind = None if name or term(iri) else self._class(iri)
        if kind:
            return Link(kind.in_language(self.language), self.address(iri))
        return _link(iri, name, self.address(iri), self._site)

    def _holds(self, iri: str, page: str | None) -> bool:
        """Whether something has its place on this page; ``page`` is where it is known to be."""
        return iri.partition("#")[0] in self._held or page == self._description.iri

    def _class(self, iri: str) -> Bilingual | None:
        """What a part of the page is; it is shown for what has no name."""
        classes = self._description.said.get(iri, {}).get(_TYPE, ())
        return next((name for one in classes if isinstance(one, str) and (name := term(one))), None)

    def address(self, iri: str) -> str | None:
        """Where a thing stands on the site."""
        here, page = self._description, self._pages.get(iri)
        if not self._holds(iri, page):
            return _address(iri, page, self._site)
        place = anchor(iri, here.iri, here.base)
        return f"#{place}" if place else "#main"

    def all(self, iris: Iterable[str]) -> list[Link]:
        """Links to several things."""
        return [self.to(one) for one in iris]

    def label(self, name: str) -> str:
        """What a term is called, by its prefixed name."""
        return self.label_of(expanded(name))

    def label_of(self, iri: str) -> str:
        """What a term is called, by its IRI."""
        return label_of(iri, self.language)


# Most things that a page leads to are those that other pages lead to.


@lru_cache(maxsize=8192)
def _elsewhere(iri: str, name: Bilingual | None, page: str | None, site: _Site) -> Link:
    """The link to something that another page holds, or none."""
    return _link(iri, name, _address(iri, page, site), site)


def _link(iri: str, name: Bilingual | None, href: str | None, site: _Site) -> Link:
    name = name or term(iri)
    text = name.in_language(site.language) if name else _bare(iri, site.base)
    lang = "fr" if name and site.language != "fr" and name.fr == name.en else None
    if href:
        return Link(text, href, lang)
    if iri.startswith(site.base) or not iri.startswith(WEB):
        return Link(text, None, lang)
    return Link(text, iri, lang, external=True)


def _address(iri: str, page: str | None, site: _Site) -> str | None:
    """Where something stands that has its place on ``page``; a term has it on that of all terms."""
    if page is None and iri in termes():
        page = ONTOLOGY
    where = path(page, site.base) if page else None
    if page is None or where is None:
        return None
    place = anchor(iri, page, site.base)
    return f"{site.root}{where}{suffix(site.language)}" + (f"#{place}" if place else "")


def _bare(iri: str, base: str) -> str:
    """What is shown of a thing that has no name."""
    return iri[len(base) :] if iri.startswith(base) else short(iri)


@lru_cache(maxsize=4096)
def term(iri: str) -> Bilingual | None:
    """The name of a term of the ontology or of another vocabulary."""
    own = termes().get(iri)
    if own and own.name.fr:
        return own.name
    return noms().get(iri)


def label_of(iri: str, language: Language) -> str:
    """What a term is called in a language."""
    found = term(iri)
    return found.in_language(language) if found else short(iri)


@lru_cache(maxsize=4096)
def short(iri: str) -> str:
    """A prefixed name where the house has a prefix, else the IRI."""
    for prefix, namespace in house_prefixes().items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def suffix(language: Language) -> str:
    """What the address of a page in that language ends with."""
    return ".html" if language == "fr" else f".{language}.html"


def place_of_term(iri: str) -> str | None:
    """The name of the place of a term on the page of the ontology; none if it has none."""
    about, _, name = iri.partition("#")
    return name or None if about == ONTOLOGY and iri in termes() else None


def asked_at(endpoint: str, query: str) -> str:
    """The address of the query page with a query in it."""
    return f"{endpoint}?query={_quoted(query)}"


def _quoted(text: str) -> str:
    """``text`` as it has to stand in an address."""
    return "".join(
        chr(one) if one in _UNRESERVED else f"%{_HEX[one >> 4]}{_HEX[one & 15]}"
        for one in text.encode()
    )
