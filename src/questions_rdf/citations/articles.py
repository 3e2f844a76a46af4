"""Articles of codes and of the Constitution: « article L. 1110-4 du code de la santé publique »."""

import re
from collections.abc import Iterator

from questions_rdf.citations.codes import CODE
from questions_rdf.citations.passages import Passage, places
from questions_rdf.citations.spellings import ESPACE, ESPACES
from questions_rdf.facts import Genre

_RANG = (
    r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies"
    r"|terdecies|quaterdecies|quindecies|sexdecies|septdecies|octodecies|novodecies|vicies)\b)?"
)
_TRAIT = r"\s?[-\u2010\u2011\u2013]\s?"
_ARTICLE = (
    rf"(?:(?:LO|[LRDA])\.?{ESPACE}\*?{ESPACE})?(?:1er|\d{{1,4}}(?:{_TRAIT}\d{{1,4}}){{0,4}})"
    rf"{_RANG}(?:\s[A-Z]{{1,3}}\b)?{_RANG}"
)
_ALINEA = rf"(?:,?{ESPACES}(?:alinéas?|al\.|§|paragraphe)\s?(?:\d{{1,2}}|[IVX]{{1,5}})\b)?"
_ARTICLES = re.compile(
    rf"[Aa]rticles?{ESPACES}{_ARTICLE}{_ALINEA}"
    rf"(?:{ESPACE}(?:,|,\set|et|ou|à){ESPACES}(?:l['’]article\s|les\sarticles\s)?{_ARTICLE}{_ALINEA})"
    rf"{{0,15}}(?:,?{ESPACES}et{ESPACES}suivants)?,?{ESPACES}"
    rf"(?:(?P<code>{CODE})|(?P<constitution>de\s(?:la|notre)\sConstitution\b))"
)


def passages(text: str) -> Iterator[Passage]:
    """The articles that a text cites with the name of their code; alone they say nothing sure."""
    for place in places(text, "rticle"):
        match = _ARTICLES.match(text, place - 1) if place else None
        if match:
            genre = Genre.ARTICLE_DE_CODE if match["code"] else Genre.CONSTITUTION
            yield Passage(match.start(), match.end(), genre)
