"""A document as a page: decoded, without illegal characters, decoration and its own address."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from questions_rdf import catalogue
from questions_rdf.documents import Document, DocumentError
from questions_rdf.problems import Problem
from questions_rdf.readers import _adresse, _characters, _decoration, _labels
from questions_rdf.readers._page import Page

# With a plain beginning each, which is what makes a search quick.
_NUMBERED = tuple(
    re.compile(rf"{word}[\W_b]{{1,30}}[Nn][\W_b]{{0,10}}[°ºo]") for word in ("uestion", "UESTION")
)


def opened(document: Document, arranged: Callable[[str], str] = str) -> tuple[Page, list[Problem]]:
    """The document as a page, with what had to be said about its characters.

    ``arranged`` may change the spaces between its words, not the lines.

    Raises:
        DocumentError: if it is longer than any page can be.
    """
    text, was_cp1252 = _characters.decode(document.read())
    if len(text) > _characters.MAX_TEXT:
        code, limit = catalogue.PAGE_TROP_LONGUE, _characters.MAX_TEXT
        raise DocumentError(code.at(document.origin, length=len(text), limit=limit))
    problems = [catalogue.ENCODAGE_CP1252.at(document.origin)] if was_cp1252 else []
    text, illegal = _characters.without_illegal(text.replace("\f", "\n"))
    if illegal:
        problems.append(catalogue.CARACTERE_ILLEGAL.at(document.origin, characters=illegal))
    if not unicodedata.is_normalized("NFC", text):
        problems.append(catalogue.TEXTE_RECOMPOSE.at(document.origin))
        text = unicodedata.normalize("NFC", text)
    lines, adresses = _adresse.taken_from(_decoration.lines_of(text))
    acteurs = _decoration.linked_acteurs(lines)
    words = arranged(_decoration.undecorated(lines))
    return Page(words, document.origin, acteurs, adresses), problems


@lru_cache(maxsize=1)
def folded_head(head: str) -> str:
    """The beginning of a document, undecorated and folded, for those who recognise layouts.

    They ask one after the other about the same document.
    """
    return _labels.folded(_decoration.undecorated(_decoration.lines_of(head)))


def perhaps_numbered(head: str) -> bool:
    """Whether a document may print ``Question N°`` without a kind between: a quick look."""
    return any(pattern.search(head) for pattern in _NUMBERED)
