"""The old page's table as text: a header of cells with ``>`` after most labels.

``Question N° : 13927 | De Mme Laure Miller ( Renaissance - Marne ) | Question écrite``: the group
comes first, then the département; the number of the constituency is not printed.
"""

import re
from collections.abc import Iterator

from questions_rdf.documents import Document
from questions_rdf.problems import Problem
from questions_rdf.readers import _characters, _labels, _page, _page_facts
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page_question import Author, author_named, question_of
from questions_rdf.readers._protocol import Found
from questions_rdf.records import Organisme
from questions_rdf.reference.departements import code_of

NAME = "page-entete"

_NUMBERED = re.compile(r"question\s+n\s*[°ºo]\s*+:?[\s|]*+\d")
_AUTHOR = re.compile(
    r"(?<!\w)de\s+(?P<nom>(?:mme|mlle|m\.)\s[^()\t|\n]{1,200}+)\s{0,40}+"
    r"\((?P<parti>[^\t|\n]{1,300})\)"
)
_SEPARATOR = re.compile(r"\s+[-–—]\s+")
_ASKED = re.compile(r"ministere\s+interroge[ \t]*>")


def sniff(head: str) -> bool:
    """``Question N°`` without its kind, and the author with group and département in brackets."""
    folded = _labels.folded(_page.undecorated_head(head))
    return bool(_NUMBERED.search(folded) and (_AUTHOR.search(folded) or _ASKED.search(folded)))


def read(document: Document) -> Iterator[Found | Problem]:
    """The one question of the page."""
    page, problems = _page.opened(document)
    yield from problems
    yield from question_of(page, _author, _title)


def _title(page: _page.Page) -> str | None:
    return page.label(Label.TITRE)


def _author(page: _page.Page, legislature: int) -> Author:
    found = _AUTHOR.finditer(page.folded)
    match = next((match for match in found if not page.in_a_text(match.start())), None)
    if match is None:
        return Author()
    name = page.text[match.start("nom") : match.end("nom")]
    origin = page.at(match.start("nom"))
    author = author_named(page, _page.Value(" ".join(name.split()), origin), legislature)
    stated = _characters.label(page.text[match.start("parti") : match.end("parti")])
    groupe, place = _group_and_place(stated)
    if groupe:
        author = author._replace(groupe=Organisme(legislature=legislature, developpe=groupe))
    if place:
        code = _page_facts.departement_code(page, _page.Value(place, origin), place)
        author = author._replace(departement=code)
    return author


def _group_and_place(stated: str) -> tuple[str | None, str | None]:
    """Group and département: names of both may hold the hyphen that separates them.

    The département is the longest end that names one; if none does, what follows the last hyphen.
    """
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(stated)]
    for start, end in cuts:
        if code_of(stated[end:]):
            return stated[:start], stated[end:]
    if cuts:
        start, end = cuts[-1]
        return stated[:start], stated[end:]
    return (None, stated) if code_of(stated) else (stated, None)
