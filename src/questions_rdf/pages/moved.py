"""The page at a provisional address: it leads on, on any host."""

from typing import NamedTuple

from questions_rdf.pages.frame import Frame, framed
from questions_rdf.query_files.library import Language


class Successor(NamedTuple):
    """What an address has become: what it is called, its path, its place there, and its IRI."""

    name: str
    path: str
    iri: str
    anchor: str | None = None


def moved_page(path: str, language: Language, successors: tuple[Successor, ...]) -> str:
    """A page that leads on if there is one successor, and lets choose between several.

    Args:
        path: of the page itself, without suffix.
        language: of the page.
        successors: what stands in its place.
    """
    only = successors[0] if len(successors) == 1 else None
    frame = Frame(path, language, canonical=only.iri if only else None)
    links = [(one.name, _address(frame, one), one.path.rpartition("/")[2]) for one in successors]
    return framed("site/moved.html", frame, links=links, onward=links[0][1] if only else None)


def _address(frame: Frame, successor: Successor) -> str:
    place = f"#{successor.anchor}" if successor.anchor else ""
    return frame.address(successor.path) + place
