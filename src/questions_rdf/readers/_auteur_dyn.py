"""The author as the present site prints it: name, then constituency and group on one line.

``Auteur : Mme …`` and ``Circonscription : Jura (1re circonscription) - groupe``, or both below
``Question de :``, on one line or on two.
"""

import re
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.readers import _characters, _page, _page_facts
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page_question import Author, author_named
from questions_rdf.records import Circonscription, Organisme
from questions_rdf.reference.departements import code_of

_SEAT = re.compile(
    r"(?P<departement>[^()]+?)\s*\(\s*(?:(?P<numero>\d{1,2})\s*(?:re|er|ere|ère|e|eme|ème|nde?)?"
    r"\s+circonscription|circonscription\s+unique)\s*\)\s*(?:[-–—]\s*(?P<groupe>.+))?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[-–—]\s+")
_NAME_BEFORE = 3


class _Seat(NamedTuple):
    """A seat as printed."""

    departement: str
    numero: int | None = None
    groupe: str | None = None


def author(page: _page.Page, legislature: int) -> Author:
    """The author, with what the page says of the seat and of the group."""
    place = page.value(Label.CIRCONSCRIPTION) or page.take_line(_SEAT)
    stated, place = _named(page, legislature, place)
    if place is None:
        return stated
    seat = _seat(_characters.label(place.text))
    if seat is None:
        problem = catalogue.CIRCONSCRIPTION_ILLISIBLE.at(place.origin, value=place.text)
        page.problems.append(problem)
        return stated
    return _with_seat(stated, page, place, seat, legislature)


def _named(
    page: _page.Page, legislature: int, place: _page.Value | None
) -> tuple[Author, _page.Value | None]:
    """The first author that can be read, and the seat, where it is printed with the name."""
    for index in page.places(Label.AUTEUR):
        if value := page.value_at(index):
            below = None
            if place is None:
                value, below = _parted(value, page.lines_at(index))
            stated = author_named(page, value, legislature)
            if stated.personne:
                return stated, place or below
    return Author(), place


def _parted(value: _page.Value, lines: list[str]) -> tuple[_page.Value, _page.Value | None]:
    """The author's name, and the seat that stands below it or behind it."""
    name, *below = lines
    if below and _seat(_characters.label(" ".join(below))):
        return value._replace(text=name), value._replace(text=" ".join(below))
    words = value.text.split()
    if "circonscription" in value.text.lower():
        for cut in range(_NAME_BEFORE, len(words)):
            place = " ".join(words[cut:])
            match = _SEAT.fullmatch(_characters.label(place))
            if match and code_of(match["departement"]):
                name = " ".join(words[:cut]).rstrip(" ,-–—")
                return value._replace(text=name), value._replace(text=place)
    return value, None


def _seat(stated: str) -> _Seat | None:
    """The parts of a seat: with a constituency, or département and group alone."""
    if match := _SEAT.fullmatch(stated):
        number = int(match["numero"]) if match["numero"] else None
        return _Seat(match["departement"], number, match["groupe"])
    for cut in _SEPARATOR.finditer(stated):
        if code_of(stated[: cut.start()]):
            return _Seat(stated[: cut.start()], groupe=stated[cut.end() :])
    return _Seat(stated) if code_of(stated) else None


def _with_seat(
    stated: Author, page: _page.Page, place: _page.Value, seat: _Seat, legislature: int
) -> Author:
    if seat.groupe:
        stated = stated._replace(groupe=Organisme(legislature=legislature, developpe=seat.groupe))
    code = _page_facts.departement_code(page, place, seat.departement)
    if code is None:
        return stated
    constituency = Circonscription(code, seat.numero) if seat.numero else None
    return stated._replace(departement=code, circonscription=constituency)
