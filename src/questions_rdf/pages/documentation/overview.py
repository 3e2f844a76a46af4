"""The page that leads to all documentation."""

from collections.abc import Sequence
from typing import NamedTuple

from questions_rdf.pages.frame import Frame, framed
from questions_rdf.problems import Bilingual


class Guide(NamedTuple):
    """A page that explains something: its path, its title, what stands on it, how many of them."""

    path: str
    title: Bilingual
    about: Bilingual
    number: int | None = None


def overview_page(guides: Sequence[Guide], frame: Frame, endpoint: str | None) -> str:
    """The page."""
    return framed("site/documentation.html", frame, guides=guides, endpoint=endpoint)
