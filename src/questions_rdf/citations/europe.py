"""Regulations and directives of the Union, by number; their words are kept, they are not linked."""

import re
from collections.abc import Iterator

from questions_rdf.citations.passages import Passage, places
from questions_rdf.citations.spellings import ESPACE, ESPACES, JOUR, NUMERO
from questions_rdf.facts import Genre

_UNION = r"(?:U\.?E\.?|C\.?E\.?E?\.?|Euratom)"
_ACTE = re.compile(
    r"(?:[Rr][èe]glement|[Dd]irective)s?"
    r"(?:\s(?:européen(?:ne)?s?|d['’]exécution|déléguée?s?|cadre|basse\stension|machines?)){0,2}"
    rf"(?:{ESPACE}\({_UNION}(?:,\s?{_UNION})?\))?{ESPACE}(?:{NUMERO}{ESPACE})?"
    rf"\d{{2,4}}/\d{{1,4}}(?:/{_UNION}(?:/{_UNION})?)?(?![\w/])"
    rf"(?:\sdu\sParlement\seuropéen\set\sdu\sConseil)?(?:{ESPACES}du{ESPACES}{JOUR})?"
)
_MOTS = ("irective", "glement")
_BEGIN = {"irective": -1, "glement": -2}


def passages(text: str) -> Iterator[Passage]:
    """The acts of the Union that a text cites; their numbers all have a stroke."""
    if "/" not in text:
        return
    for mot in _MOTS:
        for place in places(text, mot):
            start = place + _BEGIN[mot]
            match = _ACTE.match(text, start) if start >= 0 else None
            if match and not (start and text[start - 1].isalnum()):
                yield Passage(start, match.end(), Genre.ACTE_EUROPEEN)
