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


class Links:
    """Makes the links of one page.

    Args:
        description: what the page shows.
        language: the language of the page, and of the pages that it links to.
        root: what the paths of pages are put behind: ``/``, ``../../``.
    """

    def __init__(self, description: Description, language: Language, root: str) -> None:
        self._description, self._language, self._root = description, language, root
        self._suffix = suffix(language)
        self._held = {document(one.subject) for one in description.statements} | {description.iri}
        self._classes: dict[str, Bilingual] = {}
        for one in description.statements:
            if one.term == _TYPE and isinstance(one.value, str) and (name := term(one.value)):
                self._classes.setdefault(one.subject, name)
        self._made: dict[str, Link] = {}

    def to(self, iri: str) -> Link:
        """The link to a thing: to its place on this page or another, or out of the site."""
        link = self._made.get(iri)
        if link is None:
            link = self._made[iri] = self._link(iri)
        return link

    def _link(self, iri: str) -> Link:
        name = self._description.names.get(iri) or term(iri)
        text = name.in_language(self._language) if name else self._bare(iri)
        lang = "fr" if name and self._language != "fr" and name.fr == name.en else None
        href = self.address(iri)
        if href:
            return Link(text, href, lang)
        if iri.startswith(self._description.base) or not iri.startswith(WEB):
            return Link(text, None, lang)
        return Link(text, iri, lang, external=True)

    def address(self, iri: str) -> str | None:
        """Where a thing stands on the site."""
        here = self._description
        page = here.iri if document(iri) in self._held else here.pages.get(iri)
        if page is None and iri in termes():
            page = ONTOLOGY
        if page is None:
            return None
        place = anchor(iri, page, here.base)
        fragment = f"#{place}" if place else ""
        if page == here.iri:
            return fragment or "#main"
        where = path(page, here.base)
        return f"{self._root}{where}{self._suffix}{fragment}" if where else None

    def all(self, iris: Iterable[str]) -> list[Link]:
        """Links to several things."""
        return [self.to(one) for one in iris]

    def label(self, name: str) -> str:
        """What a term is called, by its prefixed name."""
        return self.label_of(expanded(name))

    def label_of(self, iri: str) -> str:
        """What a term is called, by its IRI."""
        found = term(iri)
        return found.in_language(self._language) if found else short(iri)

    def _bare(self, iri: str) -> str:
        """What is shown of a thing that has no name; of a part of the page, what it is."""
        if name := self._classes.get(iri):
            return name.in_language(self._language)
        if iri.startswith(self._description.base):
            return iri[len(self._description.base) :]
        return short(iri)


@lru_cache(maxsize=4096)
def term(iri: str) -> Bilingual | None:
    """The name of a term of the ontology or of another vocabulary."""
    own = termes().get(iri)
    if own and own.name.fr:
        return own.name
    return noms().get(iri)


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
