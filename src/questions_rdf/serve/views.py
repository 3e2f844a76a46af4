"""The pages for people that the server shows, and what goes with them."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import cast

import pyoxigraph as ox

from questions_rdf.pages import render
from questions_rdf.pages.assets import Asset, asset
from questions_rdf.pages.frame import ASKING_POLICY
from questions_rdf.pages.frame import POLICY as RESOURCE_POLICY
from questions_rdf.pages.not_found import not_found_page
from questions_rdf.pages.query_page import POLICY as QUERY_POLICY
from questions_rdf.pages.query_page import query_page
from questions_rdf.pages.resource import resource_page
from questions_rdf.query_files import library
from questions_rdf.query_files.library import Language
from questions_rdf.resources import described, serialised
from questions_rdf.serve.refusals import Refusal

__all__ = ["Asset", "asset", "desk", "document", "example", "refusal"]

_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}
DESK_HEADERS = {"Content-Security-Policy": QUERY_POLICY, **_SAFE}
"""What stands before the query page."""
RESOURCE_HEADERS = {
    "Content-Security-Policy": f"{RESOURCE_POLICY}; frame-ancestors 'none'",
    **_SAFE,
}
"""What stands before the page of a resource."""
NOT_FOUND_HEADERS = {
    "Content-Security-Policy": f"{ASKING_POLICY}; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Vary": "Accept",
    **_SAFE,
}
"""What stands before the page of a site where there is none."""


@lru_cache(maxsize=16)
def desk(language: str, root: str, base: str, as_of: str | None) -> bytes:
    """The page to write queries on."""
    day = date.fromisoformat(as_of) if as_of else None
    files = library.library()
    spoken = cast("Language", language)
    made = query_page(spoken, files, f"{root}sparql", root, base=base, as_of=day)
    return made.encode()


def example(name: str, values: Sequence[tuple[str, str]]) -> bytes:
    """The text of an example query with values in it.

    Raises:
        UsageError: if there is no such query or parameter, or a value makes no sense.
    """
    return library.named(name).bound(dict(values)).encode()


def document(  # noqa: PLR0913
    store: ox.Store, iri: str, base: str, *, form: str, language: str, root: str, as_of: str | None
) -> bytes | None:
    """The document about a resource; none if the data says nothing of it."""
    day = date.fromisoformat(as_of) if as_of else None
    found = described(store, iri, base, day)
    if found is None:
        return None
    if form != "html":
        return serialised(found, form)
    spoken = cast("Language", language)
    page = resource_page(found, spoken, root, home=f"{root}sparql", endpoint=f"{root}sparql")
    return page.encode()


@lru_cache(maxsize=16)
def not_found(root: str, as_of: str | None) -> bytes:
    """The page of a site where there is none."""
    return not_found_page(root, date.fromisoformat(as_of) if as_of else None).encode()


def refusal(why: Refusal, language: str, root: str) -> bytes:
    """Why a request is not answered, for a person."""
    sentence = why.sentence.in_language(language)
    page = render(
        "refusal.html",
        language,
        status=why.status,
        sentence=sentence,
        detail=why.detail,
        root=root,
    )
    return page.encode()
