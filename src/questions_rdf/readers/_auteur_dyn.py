"""The author as the present site prints it: name, then constituency and group on one line.

``Auteur : Mme …`` and ``Circonscription : Jura (1re circonscription) - groupe``, or both below
``Question de :``.
"""

import re

from questions_rdf import catalogue
from questions_rdf.readers import _characters, _page, _page_facts
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page_question import Author, author_named
from questions_rdf.records import Circonscription, Organisme

_SEAT = re.compile(
    r"(?P<departement>.+?)\s*\(\s*(?P<numero>\d{1,2})\s*(?:re|er|ere|ère|e|eme|ème|nde?)?"
    r"\s+circonscription\s*\)\s*(?:[-–—]\s*(?P<groupe>.+))?",
    re.IGNORECASE,
)


def author(page: _page.Page, legislature: int) -> Author:
    """The author, with what the page says of the seat and of the group."""
    stated = Author()
    place = page.value(Label.CIRCONSCRIPTION) or page.take_line(_SEAT)
    if value := page.value(Label.AUTEUR):
        name, *below = page.lines(Label.AUTEUR)
        if place is None and below and _SEAT.fullmatch(_characters.label(" ".join(below))):
            value, place = value._replace(text=name), value._replace(text=" ".join(below))
        stated = author_named(page, value, legislature)
    if place is None:
        return stated
    match = _SEAT.fullmatch(_characters.label(place.text))
    if match is None:
        problem = catalogue.CIRCONSCRIPTION_ILLISIBLE.at(place.origin, value=place.text)
        page.problems.append(problem)
        return stated
    return _with_seat(stated, page, place, match, legislature)


def _with_seat(
    stated: Author, page: _page.Page, place: _page.Value, match: re.Match[str], legislature: int
) -> Author:
    groupe = match["groupe"]
    if groupe:
        stated = stated._replace(groupe=Organisme(legislature=legislature, developpe=groupe))
    code = _page_facts.departement_code(page, place, match["departement"])
    if code is None:
        return stated
    seat = Circonscription(code, int(match["numero"])) if int(match["numero"]) else None
    return stated._replace(departement=code, circonscription=seat)
