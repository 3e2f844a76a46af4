"""Addresses that lead elsewhere: provisional ones, and those of things on the page of another.

``redirections.ttl`` of a build says which provisional IRI has become which. A name that some
questions still have, because nobody could tell whom it means there, keeps its page.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from questions_rdf.errors import UnreadableInputError
from questions_rdf.pages.moved import Successor, moved_page
from questions_rdf.prefixes import expanded
from questions_rdf.query_files.library import Language, library
from questions_rdf.resources.places import anchor
from questions_rdf.site.address import Address
from questions_rdf.site.documentation.queries import QUERIES
from questions_rdf.site.hosting.servers import Pair
from questions_rdf.site.site_file import SiteFile

Moved = dict[str, tuple[str, ...]]
"""Provisional IRI → what has replaced it, both in order."""

OF_OURS: tuple[Pair, ...] = (
    ("shapes", "formes"),
    ("requete/prefixes", QUERIES),
    *((f"requete/{one.name}", f"{QUERIES}/{one.name}") for one in library()),
)
"""The paths of the IRIs of shapes and queries, and those of the pages that tell of them."""
_REPLACED = "dcterms:isReplacedBy"
_LANGUAGES: tuple[tuple[Language, str], ...] = (("fr", ".html"), ("en", ".en.html"))


def moved(path: Path, index: sqlite3.Connection, where: Address) -> Moved:
    """What the file says, as far as there are pages to lead to, and none to lead away from.

    Raises:
        UnreadableInputError: if it is no Turtle.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for old, new in _read(path):
        if where.path(old) and not _has_page(index, old) and _has_page(index, new):
            found[old].add(new)
    return {old: tuple(sorted(found[old])) for old in sorted(found)}


def pairs(moved: Moved, where: Address) -> list[Pair]:
    """The paths of those with one successor: what a server can redirect."""
    return [
        (old_path, new_path)
        for old, successors in moved.items()
        if len(successors) == 1
        and (old_path := where.path(old))
        and (new_path := where.path(successors[0]))
    ]


def moved_pages(moved: Moved, index: sqlite3.Connection, where: Address) -> Iterator[SiteFile]:
    """A page in each language for each provisional address."""
    for old, successors in moved.items():
        yield from _pages(old, [_successor(index, new, new, where) for new in successors], where)


def elsewhere(index: sqlite3.Connection, where: Address, of: str) -> Iterator[SiteFile]:
    """A page in each language for each thing that stands on the page of another.

    Args:
        index: the index of the site.
        where: the site.
        of: what their IRIs begin with behind the base (``mandat/``).
    """
    begin = where.base + of
    found = index.execute(
        "SELECT iri, page FROM chose WHERE iri >= ? AND iri < ? AND page <> iri "
        "AND instr(iri, '#') = 0 ORDER BY iri",
        (begin, begin[:-1] + chr(ord(begin[-1]) + 1)),
    )
    for iri, page in found:
        yield from _pages(iri, [_successor(index, iri, page, where)], where)


def _pages(old: str, successors: Iterable[Successor | None], where: Address) -> Iterator[SiteFile]:
    path = where.path(old)
    there = tuple(one for one in successors if one)
    if path and there:
        for language, suffix in _LANGUAGES:
            yield SiteFile(path + suffix, moved_page(path, language, there).encode())


def _successor(index: sqlite3.Connection, iri: str, page: str, where: Address) -> Successor | None:
    path = where.path(page)
    if path is None:
        return None
    place = anchor(iri, page, where.base)
    return Successor(_name(index, page) or path, path, iri if place is None else page, place)


def _read(path: Path) -> Iterator[Pair]:
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            old, new = quad.subject, quad.object
            if (
                quad.predicate.value == expanded(_REPLACED)
                and isinstance(old, ox.NamedNode)
                and isinstance(new, ox.NamedNode)
            ):
                yield old.value, new.value
    except (SyntaxError, OSError) as error:
        raise UnreadableInputError(f"{path} cannot be read: {error}") from error


def _has_page(index: sqlite3.Connection, iri: str) -> bool:
    found = index.execute("SELECT 1 FROM chose WHERE iri = ? AND page = iri", (iri,))
    return found.fetchone() is not None


def _name(index: sqlite3.Connection, iri: str) -> str | None:
    found = index.execute("SELECT fr FROM chose WHERE iri = ?", (iri,)).fetchone()
    return found[0] if found else None
