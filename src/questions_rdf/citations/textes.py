"""Laws, ordinances, decrees, orders: « loi n° 2021-1539 du 30 novembre 2021 »."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.citations import eli
from questions_rdf.citations.passages import Passage
from questions_rdf.citations.spellings import ESPACE, ESPACES, JOUR, NUMERO, day_of, is_a_date
from questions_rdf.facts import Genre, Remarque


class _Nature(NamedTuple):
    """A nature of text: a word to look for, where its name begins, its part of the ELI and NOR."""

    mot: str
    begin: int
    genre: Genre
    eli: str | None
    lettre: str


_LOI = _Nature("loi", 0, Genre.LOI, "loi", "L")
_NATURES = (
    _LOI,
    _LOI._replace(mot="Loi"),
    _Nature("cret", -2, Genre.DECRET, "decret", "D"),
    _Nature("rdonnance", -1, Genre.ORDONNANCE, "ordonnance", "R"),
    _Nature("rrêté", -1, Genre.ARRETE, "arrete", "A"),
)
# Their part of the ELI is not documented where we could read it, so they are kept as words.
_QUALITES = {"organique": Genre.LOI_ORGANIQUE, "constitutionnelle": Genre.LOI_CONSTITUTIONNELLE}

_TRAIT = r"\s?[-\u2010\u2011\u2013]\s?"
_CHIFFRES = rf"(?P<un>\d{{1,4}}){_TRAIT}(?P<deux>\d{{1,4}})(?![\w/]|[-\u2011]\d)"
_QUAND = rf"(?P<quand>,?{ESPACES}(?:du|en\sdate\sdu){ESPACES}{JOUR})?"
_NOR = r"(?:\s?[(,]?\s?NOR\s?:?\s?(?P<nor>[A-Z]{4}\d{7}[A-Z])\b\)?)?"
# Between the nature and the number there may be a name or a title, of ten words at most; no other
# text, no verb and no date is among them.
_INTRUS = (
    r"(?!lois?\b|d[ée]crets?\b|ordonnances?\b|arr[êe]t|articles?\b|codes?\b|rapports?\b|avis\b"
    r"|d[ée]lib|d[ée]cision|conventions?\b|circulaire|instruction|amendement|directive|r[èe]glement"
    r"|questions?\b|avenant|projet|proposition|[Cc]our\b|[Tt]ribunal|juges?\b|r[ée]f[ée]r"
    r"|qu[ei'’]|dont\b|a\s|est\b|ont\b|sont\b|par\b"
    r"|et\s(?:le|la|les|de)\b|et\sl['’]|en\sdate|du\s\d)"
)
_NOM = (
    r"(?:-(?=loi)|\s(?:organique|constitutionnelle|d['’e]|dite\s|portant|relati|visant|pour\s|sur\s"
    r"|tendant|modifi|pr[ée]cit|susvis|cadre|minist|interminist|pr[ée]fect|en\sConseil|[A-ZÉ«3]))"
    rf"[\w«'’]{{0,30}}(?:\s{_INTRUS}[\w«(][\w'’»)-]{{0,30}}(?:\s»)?){{0,10}}?"
)
_TEXTE = re.compile(
    r"(?:[Ll]oi|[Dd][ée]cret|[Oo]rdonnance|[Aa]rrêté)(?P<pluriel>s?)"
    rf"(?P<nom>{_NOM})?"
    rf"(?={ESPACES}(?:{NUMERO}{ESPACE})?\d{{1,4}}{_TRAIT}\d|,?{ESPACES}(?:en\sdate\s)?du{ESPACES}\d)"
    rf"(?:{ESPACES}(?:{NUMERO}{ESPACE})?{_CHIFFRES})?{_QUAND}{_NOR}"
)
_SUITE = re.compile(
    rf"{ESPACE}(?:,\set|,|et|ou){ESPACES}(?:(?:de\s)?(?:la|le|celle|celui)\s)?"
    rf"(?P<mots>(?:{NUMERO}{ESPACE}{_CHIFFRES})?{_QUAND.replace(',?' + ESPACES, ESPACE)}{_NOR})"
)
_PROJET = re.compile(r"(?:projet|proposition)s?\sde\s?$")
_DIGIT = re.compile(r"\d")
_LOIN = 16
_NOM_LE_PLUS_LONG = 160
_SUITES = 20


def passages(text: str, day: date | None) -> Iterator[Passage]:
    """The laws, ordinances, decrees and orders that a text of that day cites."""
    for nature in _NATURES:
        place = text.find(nature.mot)
        if place >= 0:
            yield from _of_a_nature(text, nature, place, day)


def _of_a_nature(text: str, nature: _Nature, place: int, day: date | None) -> Iterator[Passage]:
    """Those of one nature: a word of its own begins it, and a digit is not too far."""
    done = digit = 0
    while place >= 0:
        start, place = place + nature.begin, text.find(nature.mot, place + 1)
        if start < done or (start and (text[start - 1].isalnum() or text[start - 1] == "-")):
            continue
        if start > digit:
            number = _DIGIT.search(text, start)
            if number is None:
                return
            digit = number.start()
        if digit - start > _NOM_LE_PLUS_LONG:
            continue
        match = _TEXTE.match(text, start)
        if match and not _PROJET.search(text, max(0, start - _LOIN), start):
            for passage in _with_others(text, match, nature, day):
                done = passage.end
                yield passage


def _with_others(
    text: str, match: re.Match[str], nature: _Nature, day: date | None
) -> Iterator[Passage]:
    """A text and those joined to it: « lois n° 82-213 du 2 mars 1982 et n° 83-8 du … »."""
    name = match["nom"] or ""
    genre = next((_QUALITES[word] for word in _QUALITES if name.startswith(word, 1)), nature.genre)
    kind = nature._replace(genre=genre, eli=_part_of_the_eli(nature, genre, name))
    passage = _passage(match, match.start(), kind, day)
    several = bool(match["pluriel"])
    for _ in range(_SUITES):
        if passage is None:
            return
        yield passage
        further = _SUITE.match(text, passage.end)
        if further is None or not (several or further["un"]):
            return
        passage = _passage(further, further.start("mots"), kind, day)


def _part_of_the_eli(nature: _Nature, genre: Genre, name: str) -> str | None:
    """None for organic laws, décrets-lois, laws of a pays: their ELI has a nature of its own."""
    special = genre in _QUALITES.values() or name.startswith(("-loi", " du pays", " de pays"))
    return None if special else nature.eli


def _passage(match: re.Match[str], start: int, nature: _Nature, day: date | None) -> Passage | None:
    """The citation that a pattern took; ``None`` if neither a number nor a date is there."""
    dated = match["quand"] is not None and is_a_date(match)
    if not dated and match["un"] is None:
        return None
    end = match.end() if dated else match.end("deux")
    found = Passage(start, end, nature.genre)
    return _certain(found, match, nature, day) if dated else found


def _certain(found: Passage, match: re.Match[str], nature: _Nature, day: date | None) -> Passage:
    """The citation with its ELI, if number and day agree and both are possible.

    A day after the text's own contradicts a number; without one there is nothing to link.
    """
    signed = day_of(match)
    if signed is None:
        return found._replace(remarque=Remarque.CONTRADICTOIRE)
    nor = match["nor"] if (match["nor"] or "").endswith(nature.lettre) else None
    numbered = match["un"] is not None and nature.genre is not Genre.ARRETE
    if nature.eli is None or not (nor or numbered) or signed.year < eli.PREMIERE_ANNEE:
        return found
    if day is not None and signed > day:
        return found._replace(remarque=Remarque.CONTRADICTOIRE)
    if nor:
        return found._replace(cite_loi=iris.texte_legifrance(nature.eli, signed, nor))
    return _numbered(found, eli.numero_du(match["un"], match["deux"], signed), nature.eli, signed)


def _numbered(found: Passage, numero: eli.Numero | None, part: str, signed: date) -> Passage:
    if numero is None:
        return found._replace(remarque=Remarque.CONTRADICTOIRE)
    return found._replace(
        cite_loi=iris.texte_legifrance(part, signed, numero.numero),
        remarque=Remarque.REDRESSE if numero.redresse else None,
    )
