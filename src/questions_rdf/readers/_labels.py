"""The labels of a question page, wherever they stand and however they are spelled.

Case, accents, kinds of space and of apostrophe do not count; ``:`` and ``>`` (``&gt;``) both
separate a label from its value.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple


class Label(Enum):
    """What a label says about its value."""

    LEGISLATURE = auto()
    NUMERO = auto()
    TYPE = auto()
    TITRE = auto()
    AUTEUR = auto()
    CIRCONSCRIPTION = auto()
    RUBRIQUE = auto()
    TETE_ANALYSE = auto()
    ANALYSE = auto()
    MINISTERE_INTERROGE = auto()
    MINISTERE_ATTRIBUTAIRE = auto()
    PUBLICATION = auto()
    PUBLICATION_REPONSE = auto()
    CHANGEMENT = auto()
    SIGNALEMENT = auto()
    RENOUVELLEMENT = auto()
    RETRAIT = auto()
    CLOTURE = auto()
    DATE_CLOTURE = auto()
    CAUSE = auto()
    ERRATUM_QUESTION = auto()
    ERRATUM_REPONSE = auto()
    ERRATUM = auto()
    SEANCE = auto()
    TEXTE_QUESTION = auto()
    TEXTE_REPONSE = auto()
    SECTION = auto()


# Written folded (see `folded`). These are so particular that they count anywhere in a line.
_ANYWHERE = {
    "ministere interroge": Label.MINISTERE_INTERROGE,
    "ministere attributaire": Label.MINISTERE_ATTRIBUTAIRE,
    "ministere repondant": Label.MINISTERE_ATTRIBUTAIRE,
    "tete d'analyse": Label.TETE_ANALYSE,
    "question publiee au jo le": Label.PUBLICATION,
    "question publiee le": Label.PUBLICATION,
    "reponse publiee au jo le": Label.PUBLICATION_REPONSE,
    "reponse publiee le": Label.PUBLICATION_REPONSE,
    "date de changement d'attribution": Label.CHANGEMENT,
    "date de signalement": Label.SIGNALEMENT,
    "question signalee au gouvernement le": Label.SIGNALEMENT,
    "date de renouvellement": Label.RENOUVELLEMENT,
    "question renouvelee le": Label.RENOUVELLEMENT,
    "question retiree le": Label.RETRAIT,
    "question cloturee le": Label.CLOTURE,
    "date de cloture": Label.DATE_CLOTURE,
    "erratum de la question publie au jo le": Label.ERRATUM_QUESTION,
    "erratum de la reponse publie au jo le": Label.ERRATUM_REPONSE,
    "erratum publie le": Label.ERRATUM,
    "erratum publie au jo le": Label.ERRATUM,
    "question posee en seance, et publiee le": Label.PUBLICATION,
    "question posee en seance et publiee le": Label.PUBLICATION,
    "date de la seance": Label.SEANCE,
    "numero de la question": Label.NUMERO,
    "type de question": Label.TYPE,
}
# These are ordinary words too: at the start of a line or cell only.
_AT_START = {
    "auteur": Label.AUTEUR,
    "question de": Label.AUTEUR,
    "circonscription": Label.CIRCONSCRIPTION,
    "rubrique": Label.RUBRIQUE,
    "titre": Label.TITRE,
    "analyse": Label.ANALYSE,
    "cause": Label.CAUSE,
}
# These stand alone on their line, or before their text.
_HEADINGS = {
    "texte de la question": Label.TEXTE_QUESTION,
    "texte de la reponse": Label.TEXTE_REPONSE,
    "donnees cles": Label.SECTION,
    "date(s) cle(s)": Label.SECTION,
    "dates cles": Label.SECTION,
    "date cle": Label.SECTION,
}
_KNOWN = {**_ANYWHERE, **_AT_START, **_HEADINGS}


class Match(NamedTuple):
    """A label in a text: what it is, where it begins, where its value begins."""

    label: Label
    words: str
    start: int
    value: int


def folded(text: str) -> str:
    """``text`` in lower case, without accents, with plain spaces and apostrophes.

    Character by character, so that every position is that of the original; the plain ones, nearly
    all, in one go.
    """
    return _NOT_PLAIN.sub(_folded_match, text).lower()


# What ``str.lower`` alone does not fold; among it the one letter that it makes two of (İ).
_NOT_PLAIN = re.compile(r"[^\x21-\x7e \n\t]")


def _folded_match(match: re.Match[str]) -> str:
    return _folded_character(match[0])


@cache
def _folded_character(character: str) -> str:
    if character.isspace() or character in "\u200b\ufeff":
        return " "
    if character in "\u2019\u02bc\u2018":
        return "'"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def _alternatives(labels: dict[str, Label]) -> str:
    longest_first = sorted(labels, key=len, reverse=True)
    return "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)


_START = r"(?:^|(?<=[\t|])) *+"
_SEPARATOR = r"[ \t]*[:>][ \t]*"
_LABELS = re.compile(
    rf"(?<!\w)(?P<anywhere>{_alternatives(_ANYWHERE)})(?:{_SEPARATOR}|(?<=\ble)[ \t]+|(?=\n|$))"
    rf"|{_START}(?P<start>{_alternatives(_AT_START)}){_SEPARATOR}"
    rf"|(?<!\w)(?P<marked>{_alternatives(_AT_START)})[ \t]*>[ \t]*"
    rf"|{_START}(?P<heading>{_alternatives(_HEADINGS)})(?:[ |]*$|{_SEPARATOR})",
    re.MULTILINE,
)
_FIRST_WORDS = re.compile("|".join(sorted({re.escape(words.split()[0]) for words in _KNOWN})))
_LOOKS_LIKE_A_LABEL = re.compile(
    rf"{_START}(?P<words>[a-z][a-z'() -]{{2,45}}?)[ \t]+[:>][ \t]+(?=\S)", re.MULTILINE
)


def found_in(folded_text: str) -> Iterator[Match]:
    """The known labels in a folded text, from left to right.

    A label begins with one of few words; the pattern is tried only where one of these stands.
    """
    end = 0
    for word in _FIRST_WORDS.finditer(folded_text):
        start = word.start()
        if start < end:
            continue
        cell = start  # a label at the start of a line or cell may stand behind spaces
        while cell > end and folded_text[cell - 1] == " ":
            cell -= 1
        match = _LABELS.match(folded_text, cell)
        if match is None and cell < start:
            match = _LABELS.match(folded_text, start)
        if match is not None:
            end = match.end()
            group = match.lastgroup or ""
            words = " ".join(match[group].split())
            yield Match(_KNOWN[words], words, match.start(group), end)


def unknown_in(folded_text: str) -> Iterator[Match]:
    """What is written like a label (``Words : value``) and is none that is known."""
    if ":" not in folded_text and ">" not in folded_text:
        return
    known = {match.start for match in found_in(folded_text)}
    for match in _LOOKS_LIKE_A_LABEL.finditer(folded_text):
        if match.start("words") not in known and " ".join(match["words"].split()) not in _KNOWN:
            yield Match(Label.SECTION, match["words"], match.start("words"), match.end())
