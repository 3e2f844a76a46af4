"""A page of a list of questions: a hundred of them, and the way to the others."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from questions_rdf.pages._rows import Places, places_of
from questions_rdf.pages.frame import Frame, framed
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Named, Row
from questions_rdf.resources.description import Kind

SECTIONS = {
    Kind.MINISTERE: "ministeres",
    Kind.GOUVERNEMENT: "ministeres",
    Kind.PORTEFEUILLE: "ministeres",
    Kind.PERSONNE: "deputes",
    Kind.GROUPE: "groupes",
    Kind.RUBRIQUE: "rubriques",
    Kind.CIRCONSCRIPTION: "territoires",
    Kind.DEPARTEMENT: "territoires",
    Kind.SCHEMA: "rubriques",
}
"""Which entry of the navigation the pages of a kind of thing belong to."""


class Part(NamedTuple):
    """Which page of a list it is: the number of the page, of all pages, of all questions.

    ``path`` is that of the first page; the others stand below it: ``…/2``.
    """

    path: str
    number: int
    last: int
    total: int

    def at(self, number: int) -> str:
        """The path of a page."""
        return self.path if number == 1 else f"{self.path}/{number}"


NEWEST_FIRST = Bilingual("la plus récente d'abord", "the newest first")


class Of(NamedTuple):
    """What the questions of a list have in common: a thing, or something with words of its own.

    ``order`` says how they are sorted.
    """

    title: Bilingual
    thing: Named | None = None
    kind: Kind | None = None
    section: str | None = None
    above: tuple[Named, ...] = ()
    order: Bilingual = NEWEST_FIRST


class Pager(NamedTuple):
    """The way from page to page."""

    label: str
    number: int
    last: int
    part: Part
    places: Places

    def at(self, number: int) -> str:
        """The address of a page."""
        return self.places.address(self.part.at(number))


def question_list(
    of: Of, part: Part, rows: Sequence[Row], language: Language, as_of: date | None
) -> str:
    """A page of the list, in one language."""
    frame = frame_of(of, part, language, as_of)
    places = places_of(language, frame.root)
    return framed(
        "site/questions.html",
        frame,
        **heading(of, part, places),
        order=of.order.in_language(language),
        rows=places.rows(rows, of.kind),
    )


def frame_of(of: Of, part: Part, language: Language, as_of: date | None) -> Frame:
    """Where a page of a list stands."""
    section = SECTIONS.get(of.kind) if of.kind else of.section
    return Frame(part.at(part.number), language, as_of, section)


def heading(of: Of, part: Part, places: Places) -> dict[str, object]:
    """What stands above a list, and the way to its other pages."""
    label = Bilingual("Pages de la liste", "Pages of the list").in_language(places.language)
    return {
        "title": of.title.in_language(places.language),
        "thing": places.to(of.thing) if of.thing else None,
        "above": [places.to(one) for one in of.above],
        "total": part.total,
        "pages": Pager(label, part.number, part.last, part, places),
    }
