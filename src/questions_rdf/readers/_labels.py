"""The labels of a question page, wherever they stand and however they are spelled.

Case, accents, kinds of space and of apostrophe do not count; ``:`` and ``>`` (``&gt;``) both
separate a label from its value.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from enum import IntEnum, auto
from functools import cache
from typing import NamedTuple


class Label(IntEnum):
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


_CORRECTIONS = ("erratum", "rectificatif")
_OF_ERRATA = {
    "de la question publie au jo le": Label.ERRATUM_QUESTION,
    "de la question publie le": Label.ERRATUM_QUESTION,
    "de la question": Label.ERRATUM_QUESTION,
    "de la reponse publie au jo le": Label.ERRATUM_REPONSE,
    "de la reponse publie le": Label.ERRATUM_REPONSE,
    "de la reponse": Label.ERRATUM_REPONSE,
    "publie le": Label.ERRATUM,
    "publie au jo le": Label.ERRATUM,
}
# Written folded (see `folded`). These are so particular that they count anywhere in a line.
_ANYWHERE = {
    "ministere interroge": Label.MINISTERE_INTERROGE,
    "ministere attributaire": Label.MINISTERE_ATTRIBUTAIRE,
    "ministere repondant": Label.MINISTERE_ATTRIBUTAIRE,
    "tete d'analyse": Label.TETE_ANALYSE,
    "tete analyse": Label.TETE_ANALYSE,
    "question publiee au jo le": Label.PUBLICATION,
    "question publiee au journal officiel le": Label.PUBLICATION,
    "question publiee le": Label.PUBLICATION,
    "reponse publiee au jo le": Label.PUBLICATION_REPONSE,
    "reponse publiee au journal officiel le": Label.PUBLICATION_REPONSE,
    "reponse publiee le": Label.PUBLICATION_REPONSE,
    "date de changement d'attribution": Label.CHANGEMENT,
    "date changement d'attribution": Label.CHANGEMENT,
    "date de chgt d'attribution": Label.CHANGEMENT,
    "date de signalement": Label.SIGNALEMENT,
    "date de signalisation": Label.SIGNALEMENT,
    "date de signalisat": Label.SIGNALEMENT,
    "date de signalisat\u00b0": Label.SIGNALEMENT,
    "date de signalisat\u00ba": Label.SIGNALEMENT,
    "question signalee au gouvernement le": Label.SIGNALEMENT,
    "date de renouvellement": Label.RENOUVELLEMENT,
    "date de renouvelt": Label.RENOUVELLEMENT,
    "question renouvelee le": Label.RENOUVELLEMENT,
    "question retiree le": Label.RETRAIT,
    "date de retrait": Label.RETRAIT,
    "question cloturee le": Label.CLOTURE,
    "date de cloture": Label.DATE_CLOTURE,
    **{f"{word} {more}": label for word in _CORRECTIONS for more, label in _OF_ERRATA.items()},
    "question posee en seance, et publiee au jo le": Label.PUBLICATION,
    "question posee en seance, et publiee le": Label.PUBLICATION,
    "question posee en seance et publiee au jo le": Label.PUBLICATION,
    "question posee en seance et publiee le": Label.PUBLICATION,
    "date de la seance": Label.SEANCE,
    "numero de la question": Label.NUMERO,
    "type de question": Label.TYPE,
    "nature de la question": Label.TYPE,
}
# These are ordinary words too: at the start of a line or cell only.
_AT_START = {
    "auteur": Label.AUTEUR,
    "auteur de la question": Label.AUTEUR,
    "question de": Label.AUTEUR,
    "circonscription": Label.CIRCONSCRIPTION,
    "legislature": Label.LEGISLATURE,
    "rubrique": Label.RUBRIQUE,
    "titre": Label.TITRE,
    "analyse": Label.ANALYSE,
    "analyses": Label.ANALYSE,
    "cause": Label.CAUSE,
    "retiree le": Label.RETRAIT,
    "debat": Label.TEXTE_REPONSE,
}
# These stand alone on their line, or before their text.
_HEADINGS = {
    "texte de la question": Label.TEXTE_QUESTION,
    "texte de la reponse": Label.TEXTE_REPONSE,
    "donnees cles": Label.SECTION,
    "date(s) cle(s)": Label.SECTION,
    "dates cles": Label.SECTION,
    "date cle": Label.SECTION,
    **dict.fromkeys(_CORRECTIONS, Label.ERRATUM),
}
_KNOWN = {**_ANYWHERE, **_AT_START, **_HEADINGS}
IN_SEANCE = "en seance"
"""What the label of a question says that was put in the sitting, and printed with the debates."""


class Match(NamedTuple):
    """A label in a text: what it is, where it begins, where its value begins."""

    label: Label
    words: str
    start: int
    value: int


def folded(text: str) -> str:
    """``text`` in lower case, without accents, with plain spaces and apostrophes.

    Character by character, so that every position is that of the original.
    """
    try:
        signs, _ = codecs.charmap_encode(text, "strict", _SIGNS)
    except UnicodeEncodeError:
        return _folded_by_sign(text)
    return codecs.charmap_decode(signs, "strict", _FOLDED_SIGNS)[0]


def _folded_by_sign(text: str) -> str:
    return _NOT_PLAIN.sub(_folded_match, text).lower()


_NOT_PLAIN = re.compile(r"[^\n\t -~]")


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


# The signs of nearly all pages as a code page, which folds them five times as fast: Latin-1, with
# signs of typography in the places of its 32 controls beyond ASCII.
_TYPOGRAPHY = (
    "\u0152\u0153\u0178\u20ac\u2018\u2019\u02bc\u201c\u201d\u201e\u2039\u203a\u2013\u2014\u2011\u2212"
    "\u2026\u2022\u2023\u25e6\u02b3\u1d49\u2192\u2020\u2002\u2003\u2009\u202f\u200b\ufeff\ufffc\ufffd"
)
_PAGE = bytes(range(128)).decode() + _TYPOGRAPHY + bytes(range(160, 256)).decode("latin-1")
_SIGNS = codecs.charmap_build(_PAGE)
_FOLDED_SIGNS = _folded_by_sign(_PAGE)


def _alternatives(labels: dict[str, Label]) -> str:
    longest_first = sorted(labels, key=len, reverse=True)
    return "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)


# What stands before a label that begins its line or cell: spaces, and the sign of a list.
_INDENT = r" *+(?>(?:[-*+\u2022\u2023\u25e6\u2013] ++)?)"
_START = rf"(?:^|(?<=[\t|])){_INDENT}"
_SEPARATOR = r"[ \t]*[:>][ \t]*"
_LABELS_ANYWHERE = re.compile(
    rf"(?<!\w)(?<!aucune )({_alternatives(_ANYWHERE)})(?:{_SEPARATOR}|(?<=\ble)[ \t]+|(?=\n|$))"
)
_LABEL_AT_START = (
    rf"(?=({_INDENT}(?:({_alternatives(_AT_START)}){_SEPARATOR}"
    rf"|({_alternatives(_HEADINGS)})(?:[ |]*$|{_SEPARATOR}))))"
)
_FIRST_LABEL = re.compile(_LABEL_AT_START, re.MULTILINE)
# Where a line or a cell begins; two spaces part the cells of a table that became text. Looking for
# one sign after the other is many times as fast as looking for whichever comes next.
_LABELS_BEHIND = tuple(
    re.compile(sign + _LABEL_AT_START, re.MULTILINE)
    for sign in (r"\n", r"\t", r"\|", r"  (?<=\S  ) *+")
)
_LABELS_MARKED = re.compile(rf"(?<!\w)({_alternatives(_AT_START)})[ \t]*>[ \t]*")
_FIRST_WORDS = sorted({words.partition(" ")[0] for words in _ANYWHERE})
_BULLET = re.compile(rf"(?:^|(?<=[\n\t|])){_INDENT}\(?\Z")
MARK = re.compile(r"[ \t][:>][ \t]")
"""The sign behind words that are written like a label."""
_LONGEST_INDENT = 12
_TEXT_HEADINGS = ("exte de la question", "exte de la QUESTION", "EXTE DE LA QUESTION")
_LONGEST_MARKED = 40
_LOOKS_LIKE_A_LABEL = re.compile(
    rf"{_START}(?P<words>[a-z][a-z'() -]{{2,45}}?)[ \t]+[:>][ \t]+(?=\S)", re.MULTILINE
)


def found_in(folded_text: str) -> Iterator[Match]:
    """The known labels in a folded text, from left to right, none inside another."""
    end = 0
    for match in sorted(_candidates(folded_text), key=lambda match: (match.start, -match.value)):
        if match.start >= end:
            yield match
            end = match.value


def _candidates(text: str) -> Iterator[Match]:
    """The labels that stand where one may stand, looked for by their first words: that is quick."""
    if first := _FIRST_LABEL.match(text):
        yield _match(first[2] or first[3], 0, first.end(1))
    for pattern in _LABELS_BEHIND:
        for match in pattern.finditer(text):
            yield _match(match[2] or match[3], *match.span(1))
    for word in _FIRST_WORDS:
        position = text.find(word)
        while position >= 0:
            if found := _LABELS_ANYWHERE.match(text, position):
                yield _match(found[1], position - _indent_before(text, position), found.end())
            position = text.find(word, position + 1)
    mark = text.find(">")
    while mark >= 0:
        for match in _LABELS_MARKED.finditer(text, max(0, mark - _LONGEST_MARKED), mark + 2):
            yield _match(match[1], *match.span())
        mark = text.find(">", mark + 1)


def _indent_before(text: str, position: int) -> int:
    """How many signs before a label are only the beginning of its line or cell."""
    if text[position - 1 : position] not in (" ", "("):
        return 0
    bullet = _BULLET.search(text[max(0, position - _LONGEST_INDENT) : position])
    return len(bullet[0]) if bullet else 0


def _match(written: str, start: int, value: int) -> Match:
    words = written if written in _KNOWN else " ".join(written.split())
    return Match(_KNOWN[words], words, start, value)


def unknown_in(
    folded_text: str, known: AbstractSet[int] | None = None, begin: int = 0, end: int | None = None
) -> Iterator[Match]:
    """What is written like a label (``Words : value``) and is none that is known.

    ``known`` are the places of the known ones, where they were looked for already. Only what stands
    from ``begin`` to ``end`` is looked at.
    """
    stop = len(folded_text) if end is None else end
    marked = MARK.search(folded_text, begin, stop)
    return _unknown_in(folded_text, known, begin, stop) if marked else iter(())


def _unknown_in(
    folded_text: str, known: AbstractSet[int] | None, begin: int, end: int
) -> Iterator[Match]:
    found = list(_LOOKS_LIKE_A_LABEL.finditer(folded_text, begin, end))
    if known is None:
        known = {match.start for match in found_in(folded_text)} if found else frozenset()
    for match in found:
        starts = (match.start(), match.start("words"))
        if known.isdisjoint(starts) and " ".join(match["words"].split()) not in _KNOWN:
            yield Match(Label.SECTION, match["words"], match.start("words"), match.end())


def begins_a_text(text: str) -> bool:
    """Whether a line of ``text``, decorated or not, begins with the heading of a question's text.

    A quick look that spares folding the page; it may miss unusual spellings.
    """
    for heading in _TEXT_HEADINGS:
        position = text.find(heading)
        line = text[max(0, position - _LONGEST_INDENT) : position].rpartition("\n")[2]
        if position > 0 and not line[:-1].strip(" \t#*_|>-") and line[-1:] in "Tt":
            return True
    return False
