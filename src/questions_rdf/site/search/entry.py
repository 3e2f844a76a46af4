"""What the index holds of a record: its words, what is shown, what it is chosen by."""

import re
from datetime import date

import msgspec

from questions_rdf.prefixes import expanded
from questions_rdf.site.search.record import SearchRecord
from questions_rdf.site.search.words import words

FACETS = ("legislature", "ministere", "groupe", "rubrique", "statut", "nature")
"""What results can be narrowed by: fields of a record, and names in the address of a search."""

AUTHOR = "auteur"
"""Likewise, but there are far too many to be chosen from a list."""

ONCE, TWICE, OFTEN, NUMBER, NAME, TITLE, TITLE_AND_TEXT, THING = range(8)
"""How strongly a word says a record, in three bits; ``search.js`` knows what each is worth."""

PART = " "
"""What stands between a status and one of ``OVERDUE`` and ``LATE``; no IRI holds it."""
OVERDUE, LATE = "overdue", "late"

NATURES = {
    "QE": "qp:QuestionEcrite",
    "QG": "qp:QuestionAuGouvernement",
    "QOSD": "qp:QuestionOraleSansDebat",
}
"""The classes of questions, by the letters that stand for them in notations."""

_UID = re.compile(r"QANR5L([0-9]{1,3})(QE|QG|QOSD)([0-9]+)")
_OFTEN = 4
_NEVER = 0
_LAST_DAY = 0xFFFF
_EPOCH = date(1970, 1, 1)


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A record on its way into the index; as MessagePack it is an array.

    Args:
        levels: word → how strongly it says the record.
        shown: path, title, author (of a thing, what tells it from others), day, day of the answer,
            days late, days overdue; what is no day is left out.
        keys: of ``FACETS``, in that order, and of the author.
        day: days since 1970 until the publication; 0 if it is not known.
    """

    levels: dict[str, int]
    shown: tuple[str, str, str | None, str | None, str | None, int | None, int | None]
    keys: tuple[str | None, ...]
    day: int


def entry(record: SearchRecord) -> Entry:
    """What the index holds of a record."""
    day = _day(record.publication)
    shown = (
        record.path,
        record.titre,
        record.auteur or record.precision,
        record.publication if day else None,
        record.reponse if _day(record.reponse) else None,
        record.retard,
        record.depassement,
    )
    told = record._replace(statut=_statut(record))
    keys = (*(getattr(told, name) for name in FACETS), record.acteur)
    return Entry(_levels(record), shown, keys, day)


def _statut(record: SearchRecord) -> str | None:
    """The status, and whether the deadline was missed."""
    missed = OVERDUE if record.depassement else LATE if record.retard else None
    return f"{record.statut}{PART}{missed}" if record.statut and missed else record.statut


def _levels(record: SearchRecord) -> dict[str, int]:
    counts = words(record.texte)
    levels = {
        word: ONCE if count == 1 else TWICE if count < _OFTEN else OFTEN
        for word, count in counts.items()
    }
    for word in words(record.auteur or ""):
        levels[word] = NAME
    for word in words(f"{record.titre} {_name(record)}"):
        levels[word] = TITLE if counts[word] == 0 else TITLE_AND_TEXT
    for word in words(record.numero or ""):
        levels[word] = NUMBER
    return dict.fromkeys(levels, THING) if record.is_thing else levels


def _name(record: SearchRecord) -> str:
    """The end of the path, unless number, nature and legislature say it: ``numbers.js`` knows."""
    name = record.path.rpartition("/")[2]
    match = _UID.fullmatch(name)
    if not (match and record.legislature and record.numero == match[3]):
        return name
    is_said = record.legislature.endswith(f"/{match[1]}")
    return "" if is_said and record.nature == expanded(NATURES[match[2]]) else name


def _day(published: str | None) -> int:
    try:
        days = (date.fromisoformat(published or "") - _EPOCH).days
    except ValueError:
        return _NEVER
    return min(max(days, _NEVER), _LAST_DAY)
