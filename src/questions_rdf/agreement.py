"""When two statements say the same: spelling and spaces do not count, words and amounts do."""

import re
import unicodedata

from questions_rdf import iris
from questions_rdf.records import Organisme

# Between digits a point or a comma makes another number.
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
_COUNTS = frozenset("%‰€$£")


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same letters, numbers and units in the same order.

    >>> same_words("Santé et prévention", "SANTE ET PREVENTION.")
    True
    >>> same_words("1,5 %", "15 %")
    False
    """
    return one == other or _letters(one) == _letters(other)


def same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, in any order: some pages print the surname first.

    >>> same_name("Hélène Le Fur", "LE FUR Helene")
    True
    """
    return sorted(iris.slug(one).split("-")) == sorted(iris.slug(other).split("-"))


def same_organisme(one: Organisme | None, other: Organisme | None) -> bool:
    """Whether two mentions are of one body: by identifier; where one has none, by label."""
    if one is None or other is None:
        return False
    if one.identifiant and other.identifiant:
        return one.identifiant == other.identifiant
    shared = ((one.abrege, other.abrege), (one.developpe, other.developpe))
    if any(a and b and iris.slug(a) == iris.slug(b) for a, b in shared):
        return True
    return bool(_labels(one) & _labels(other))


def _labels(organisme: Organisme) -> set[str]:
    """The slugs of its labels; of a full one also without "Ministère de la" before it."""
    found = {iris.slug(label) for label in (organisme.abrege, organisme.developpe) if label}
    return (found | {iris.ministere_slug(organisme)}) - {""}


def _letters(text: str) -> str:
    spelled = text.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae").replace("Æ", "Ae")
    decomposed = unicodedata.normalize("NFKD", _DECIMAL.sub("\u066b", spelled))
    return "".join(c for c in decomposed if c.isalnum() or c in _COUNTS or c == "\u066b").casefold()
