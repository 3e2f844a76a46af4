"""Which page holds what: each statement of the data stands on one page, and on no other.

The page of a resource is that of its document: the IRI without its fragment. Two kinds of thing
have a page of their own only if need be: a mandate stands on the page of who holds it, and a
document that one question only was read from on the page of that question.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from questions_rdf.prefixes import expanded
from questions_rdf.resources.statements import Statement

ONTOLOGY = "https://w3id.org/questions-parlementaires/def"
"""The page of the terms and of the lists, whatever the base of the data."""

MANDATE, SOURCE = "mandat/", "source/"
PERSON, QUESTION = "acteur/", "question/"
HOLDER, READ_FROM = "org:member", "prov:wasDerivedFrom"
_PATH = re.compile(r"(?!\.)[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")
_FRAGMENT = re.compile(r"[A-Za-z0-9._~-]+")


class Place(NamedTuple):
    """Where something stands: the IRI of the page, and the name of the place on it, if any."""

    page: str
    anchor: str | None = None


def document(iri: str) -> str:
    """The IRI without its fragment."""
    return iri.partition("#")[0]


def page(about: str, base: str, said: Iterable[Statement], questions: Collection[str]) -> str:
    """The page of a document.

    Args:
        about: the document: an IRI without fragment.
        base: the data base.
        said: the statements about the document itself.
        questions: of a source, the questions that were read from it; the first two are enough.
    """
    if about.startswith(base + MANDATE):
        member = expanded(HOLDER)
        holders = [
            document(one.value)
            for one in said
            if one.term == member and isinstance(one.value, str) and one.subject == about
        ]
        return min((one for one in holders if one.startswith(base + PERSON)), default=about)
    if about.startswith(base + SOURCE):
        readers = {document(one) for one in questions if one.startswith(base + QUESTION)}
        return readers.pop() if len(readers) == 1 else about
    return about


def anchor(iri: str, on: str, base: str) -> str | None:
    """The name of the place of something on the page ``on``; none if it is what the page is of."""
    about, _, fragment = iri.partition("#")
    if about == on:
        return fragment or None
    name = about.removeprefix(base).replace("/", "-")
    return f"{name}-{fragment}" if fragment else name


@lru_cache(maxsize=8192)
def path(iri: str, base: str) -> str | None:
    """The path of a page below the root of a site; none if it cannot have one."""
    if iri == ONTOLOGY:
        return ONTOLOGY.rpartition("/")[2]
    rest = iri.removeprefix(base) if iri.startswith(base) else ""
    return rest if _PATH.fullmatch(rest) else None


@lru_cache(maxsize=8192)
def relative(iri: str, base: str) -> str | None:
    """An IRI relative to the base; none if that might not lead back to it."""
    about, mark, fragment = iri.partition("#")
    rest = about[len(base) :] if about.startswith(base) else ""
    if not _PATH.fullmatch(rest) or (mark and not _FRAGMENT.fullmatch(fragment)):
        return None
    return f"{rest}{mark}{fragment}"


def at(path: str, base: str) -> str | None:
    """The IRI of the page with that path; none if no page can have it."""
    if path == ONTOLOGY.rpartition("/")[2]:
        return ONTOLOGY
    return base + path if _PATH.fullmatch(path) else None
