"""When two statements say the same: spelling, spaces and signs do not count, words do."""

import unicodedata

from questions_rdf import iris
from questions_rdf.records import Organisme


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same letters and digits in the same order.

    >>> same_words("Santé et prévention", "SANTE ET PREVENTION.")
    True
    """
    return one == other or _letters(one) == _letters(other)


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
    decomposed = unicodedata.normalize("NFKD", spelled)
    return "".join(filter(str.isalnum, decomposed)).casefold()
