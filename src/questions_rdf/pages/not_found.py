"""The page for addresses where there is nothing: in both languages, with the ways in.

A server gives it out at any address, however deep; so its links begin at the root of the host.
"""

from datetime import date

from questions_rdf.pages._links import suffix
from questions_rdf.pages.frame import (
    ASKING_POLICY,
    NAVIGATION,
    NOT_FOUND,
    SEARCH,
    Frame,
    framed,
)
from questions_rdf.pages.home import SEARCH_FIELD
from questions_rdf.query_files.library import Language

_LANGUAGES: tuple[Language, ...] = ("fr", "en")


def not_found_page(root: str, as_of: date | None = None) -> str:
    """The page.

    Args:
        root: the path of the root of the site on its host: ``/``, ``/questions/``.
        as_of: the day of the data.
    """
    frame = Frame(NOT_FOUND, "fr", as_of, policy=ASKING_POLICY, is_translated=False, beginning=root)
    ways = {
        language: [
            (f"{root}{one.path}{suffix(language)}", one.name.in_language(language))
            for one in NAVIGATION
            if one.path != SEARCH
        ]
        for language in _LANGUAGES
    }
    searches = {language: f"{root}{SEARCH}{suffix(language)}" for language in _LANGUAGES}
    return framed("site/404.html", frame, ways=ways, searches=searches, search_field=SEARCH_FIELD)
