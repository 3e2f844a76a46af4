"""What people call a resource by: its address, a uid, a number with its legislature or without."""

import re

from questions_rdf import iris
from questions_rdf.records import Nature, uid_of
from questions_rdf.reference.legislatures import numeros

_ABSOLUTE = re.compile(r"(?:https?|urn):\S+")
_RELATIVE = re.compile(r"[a-z]+/[^\s<>\"{}|\\^`]+")
_UID = re.compile(r"(QANR5L\d{1,2}(?:QE|QG|QOSD)\d{1,9})(#\S+)?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:(\d{1,2})[-/ ])?\s*(QE|QG|QOSD)?[ -]?(\d{1,9})(QE|QG|QOSD)?", re.IGNORECASE
)
_IDENTIFIED = re.compile(r"(PA|PM|PO)\d+", re.IGNORECASE)
_OF = {"PA": iris.acteur_identifie, "PM": iris.mandat, "PO": iris.organe}


def candidates(name: str, base: str) -> list[str]:
    """The addresses that a name may stand for; none if it is no name of a resource.

    A number alone may be that of a question of any legislature.
    """
    text = " ".join(name.split()).strip("<>")
    if _ABSOLUTE.fullmatch(text):
        return [text]
    if _RELATIVE.fullmatch(text) or text in {iris.RUBRIQUES, iris.PORTEFEUILLES}:
        return [base + text]
    if uid := _UID.fullmatch(text):
        return [base + iris.question(uid[1].upper()) + (uid[2] or "")]
    if identified := _IDENTIFIED.fullmatch(text):
        return [base + _OF[identified[1].upper()](text.upper())]
    number = _NUMBER.fullmatch(text)
    return [base + one for one in _questions(number)] if number else []


def neighbours(iri: str, base: str) -> list[str]:
    """The questions of that number of other kinds and legislatures."""
    uid = _UID.fullmatch(iri.removeprefix(base).removeprefix("question/"))
    number = re.search(r"\d+$", uid[1]) if uid else None
    return [base + one for one in _all(int(number[0]), None, None)] if number else []


def _questions(found: re.Match[str]) -> list[str]:
    kind = found[2] or found[4]
    legislature = int(found[1]) if found[1] else None
    return _all(int(found[3]), legislature, Nature(kind.upper()) if kind else None)


def _all(number: int, legislature: int | None, nature: Nature | None) -> list[str]:
    legislatures = [legislature] if legislature else numeros()
    natures = [nature] if nature else list(Nature)
    return [iris.question(uid_of(one, kind, number)) for one in legislatures for kind in natures]
