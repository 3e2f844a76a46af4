"""Dates as the sources print them: ISO, ``19/03/2024``, ``1er octobre 2024``.

A date needs day, month and year: "avril 2026" is none.
"""

import re
from datetime import date
from functools import lru_cache

from questions_rdf.characters import unaccented

_MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_LONG = re.compile(r"(\d{1,2})\s*(?:er|\^er|\^\{er\}|e)?\s+([a-z]+)\.?\s+(\d{4})")

FOUND = re.compile(
    r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}\s*(?:er|ᵉʳ|\^er|\^\{er\})?\s+[a-zéûA-ZÉÛ]{3,9}\.?\s+\d{4}"
)
"""What looks like a date inside a longer text (it may still be impossible)."""


class ImpossibleDateError(ValueError):
    """Well written, but not in the calendar: 30 février."""


class UnreadableDateError(ValueError):
    """Not a date in any known writing."""


@lru_cache(maxsize=1024)
def parse(text: str) -> date:
    """The day that ``text`` names; an issue of the Journal officiel has hundreds of questions.

    Raises:
        ImpossibleDateError: if the calendar has no such day.
        UnreadableDateError: if it is no date.
    """
    folded = _folded(text)
    if match := _ISO.fullmatch(folded):
        year, month, day = map(int, match.groups())
    elif match := _SLASHED.fullmatch(folded):
        day, month, year = map(int, match.groups())
    elif (match := _LONG.fullmatch(folded)) and match[2] in _MONTHS:
        day, month, year = int(match[1]), _MONTHS.index(match[2]) + 1, int(match[3])
    else:
        raise UnreadableDateError(text)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ImpossibleDateError(text) from error


def _folded(text: str) -> str:
    """Lower case, no accents, superscripts as letters, one plain space between words."""
    if text.isascii() and " " not in text:
        return text
    return re.sub(r"\s*/\s*", "/", " ".join(unaccented(text).lower().split()))
