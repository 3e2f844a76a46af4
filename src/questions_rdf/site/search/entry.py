"""What the index holds of a record: its words, what is shown, what it is chosen by."""

from datetime import date

import msgspec

from questions_rdf.site.search.record import SearchRecord
from questions_rdf.site.search.words import words

FACETS = ("legislature", "ministere", "groupe", "rubrique", "statut", "nature")
"""What results can be narrowed by: fields of a record, and names in the address of a search."""

ONCE, TWICE, OFTEN, NAME, TITLE, TITLE_AND_TEXT, THING = 0, 1, 2, 4, 5, 6, 7
"""How strongly a word says a record, in three bits; ``search.js`` knows what each is worth."""

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
        keys: of ``FACETS``, in that order.
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
    keys = tuple(getattr(record, name) for name in FACETS)
    return Entry(_levels(record), shown, keys, day)


def _levels(record: SearchRecord) -> dict[str, int]:
    counts = words(record.texte)
    levels = {
        word: ONCE if count == 1 else TWICE if count < _OFTEN else OFTEN
        for word, count in counts.items()
    }
    for word in words(record.auteur or ""):
        levels[word] = NAME
    for word in words(f"{record.titre} {record.numero or ''} {record.path.rpartition('/')[2]}"):
        levels[word] = TITLE if counts[word] == 0 else TITLE_AND_TEXT
    return dict.fromkeys(levels, THING) if record.is_thing else levels


def _day(published: str | None) -> int:
    try:
        days = (date.fromisoformat(published or "") - _EPOCH).days
    except ValueError:
        return _NEVER
    return min(max(days, _NEVER), _LAST_DAY)
