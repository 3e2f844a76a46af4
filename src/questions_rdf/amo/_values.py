"""Single values of the reference data: a string in any of the guises that XML as JSON gives it.

What is not stated may be absent, ``null``, an empty string or an element with attributes only
(``{"@xsi:nil": "true"}``); what is stated may be a string, a number or ``{"#text": …}``.
"""

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache

from questions_rdf import catalogue, characters
from questions_rdf.problems import Code, Origin, Problem

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T[0-9:.]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_LONGEST_NUMBER = 9
_LARGEST_SHOWN = 10**15
_LONGEST_LABEL = 2000
_IDENTIFIER = re.compile(r"(PA|PM|PO)[0-9]{1,12}")


def is_nil(value: object) -> bool:
    """Whether nothing is stated."""
    if isinstance(value, dict):
        return all(key.startswith("@") for key in value)
    return value is None or value in ("", [])


def label(text: str) -> str:
    """A label in its common spelling: plain spaces, straight apostrophes, no illegal characters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return characters.label(characters.ILLEGAL.sub("", text))


def plain(value: object) -> str | None:
    """The string that ``value`` states, as it is; ``None`` if it is of another form."""
    if isinstance(value, dict):
        value = value.get("#text")
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_LABEL else None
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST_SHOWN:
        return str(value)
    return None


class Values:
    """Takes the values of one object; what cannot be used is left out and becomes a problem.

    Args:
        origin: the document.
        kind: what the object is called in it (``organe``).
        owner: its identifier, once that is known.
    """

    def __init__(self, origin: Origin, kind: str) -> None:
        self._origin = origin
        self._kind = kind
        self.owner = ""
        self.problems: list[Problem] = []

    def text(self, value: object, field: str) -> str | None:
        """A label."""
        if value is None:  # the commonest
            return None
        found = plain(value)
        if found is None and not is_nil(value):
            self.refuse(catalogue.REFERENCE_VALEUR_INATTENDUE, value, field)
        return label(found) or None if found else None

    def identifier(self, value: object, field: str, prefix: str) -> str | None:
        """An identifier with that prefix (``PO``)."""
        found = self.text(value, field)
        if found is None:
            return None
        if not (_IDENTIFIER.fullmatch(found) and found.startswith(prefix)):
            self.refuse(catalogue.REFERENCE_VALEUR_INATTENDUE, value, field)
            return None
        return found

    def day(self, value: object, field: str) -> dt.date | None:
        """A date."""
        found = self.text(value, field)
        if found is None:
            return None
        day = parsed_day(found)
        if day is None:
            self.refuse(catalogue.REFERENCE_DATE_ILLISIBLE, value, field)
            return None
        return day

    def number(self, value: object, field: str) -> int | None:
        """A whole number from 1."""
        found = self.text(value, field)
        if found is None:
            return None
        usable = found.isascii() and found.isdecimal() and len(found) <= _LONGEST_NUMBER
        if not usable or int(found) == 0:
            self.refuse(catalogue.REFERENCE_VALEUR_INATTENDUE, value, field)
            return None
        return int(found)

    def part(self, value: object, field: str) -> Mapping[str, object]:
        """An object inside the object; an empty one where it is not stated."""
        if isinstance(value, dict):
            return value
        if not is_nil(value):
            self.refuse(catalogue.REFERENCE_VALEUR_INATTENDUE, value, field)
        return {}

    def refuse(self, code: Code, value: object, field: str) -> None:
        """Note that ``field`` cannot be used."""
        origin = self._origin.at_path(f"{self._kind}.{field}")
        self.problems.append(code.at(origin, value=shown(value), owner=self.owner or "?"))


@lru_cache(maxsize=4096)
def parsed_day(text: str) -> dt.date | None:
    """The day that ``text`` names, as ``2024-06-09`` or ``09/06/2024``; ``None`` if none."""
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _SLASHED.fullmatch(text):
        day, month, year = match.groups()
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def shown(value: object) -> str:
    """``value`` as a message may show it: never an object of unknown depth."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, int) and abs(value) >= _LARGEST_SHOWN:
        return "…"
    return label(str(value)[:200])
