"""Pages of the present site as plain text or Markdown: title, texts, then "Données clés".

``Auteur : Mme …`` and ``Circonscription : Jura (1re circonscription) - groupe`` stand on lines of
their own; number, kind and legislature stand in the header.
"""

import re
from collections.abc import Iterator

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Problem
from questions_rdf.readers import _characters, _labels, _page, _page_facts, _page_identity
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page_question import Author, author_named, question_of
from questions_rdf.readers._protocol import Found
from questions_rdf.records import Circonscription, Organisme

NAME = "page-dyn"

_SEAT = re.compile(
    r"(?P<departement>.+?)\s*\(\s*(?P<numero>\d{1,2})\s*(?:re|er|ere|ère|e|eme|ème|nde?)?"
    r"\s+circonscription\s*\)\s*(?:[-–—]\s*(?P<groupe>.+))?",
    re.IGNORECASE,
)


def sniff(head: str) -> bool:
    """Two of the labels of a question page, or the heading of its text."""
    if head.lstrip().startswith(("<!", "<html", "<?xml")):
        return False
    labels = {match.label for match in _labels.found_in(_labels.folded(head))}
    return Label.TEXTE_QUESTION in labels or len(labels - {Label.SECTION}) > 1


def read(document: Document) -> Iterator[Found | Problem]:
    """The one question of the page."""
    page, problems = _page.opened(document)
    yield from problems
    yield from question_of(page, _author, _page_identity.title)


def _author(page: _page.Page, legislature: int) -> Author:
    author = Author()
    place = page.value(Label.CIRCONSCRIPTION) or page.take_line(_SEAT)
    if value := page.value(Label.AUTEUR):
        name, *below = page.lines(Label.AUTEUR)
        if place is None and below and _SEAT.fullmatch(_characters.label(" ".join(below))):
            value, place = value._replace(text=name), value._replace(text=" ".join(below))
        author = author_named(page, value, legislature)
    if place is None:
        return author
    match = _SEAT.fullmatch(_characters.label(place.text))
    if match is None:
        problem = catalogue.CIRCONSCRIPTION_ILLISIBLE.at(place.origin, value=place.text)
        page.problems.append(problem)
        return author
    return _with_seat(author, page, place, match, legislature)


def _with_seat(
    author: Author, page: _page.Page, place: _page.Value, match: re.Match[str], legislature: int
) -> Author:
    groupe = match["groupe"]
    if groupe:
        author = author._replace(groupe=Organisme(legislature=legislature, developpe=groupe))
    code = _page_facts.departement_code(page, place, match["departement"])
    if code is None:
        return author
    seat = Circonscription(code, int(match["numero"])) if int(match["numero"]) else None
    return author._replace(departement=code, circonscription=seat)
