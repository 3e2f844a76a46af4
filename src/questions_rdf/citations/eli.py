"""The number of a text in its address on Légifrance, where its day makes it certain.

Légifrance gives a text two addresses of the European Legislation Identifier, one with its NOR and
one, the alias, with its number: the open data of the Journal officiel states both
(``ID_ELI``, ``ID_ELI_ALIAS``). Month and day have no leading zero.
"""

import re
from datetime import date
from typing import NamedTuple

PREMIERE_ANNEE = 1945
"""Laws, ordinances and decrees have been numbered since then."""
_LONG_DEPUIS = 2000
_PLUS_GRAND = 2999
_SIECLE = 100


class Numero(NamedTuple):
    """The number that the day calls for; ``redresse`` if it was written otherwise."""

    numero: str
    redresse: bool


def numero_du(first: str, second: str, day: date) -> Numero | None:
    """The number of a text of that day, from its two written parts; ``None`` if they do not agree.

    A number is the year, of two digits before 2000, and a rank in it. Turned round, it can be set
    right if only one part can be the year.

    >>> numero_du("2021", "1539", date(2021, 11, 30))
    Numero(numero='2021-1539', redresse=False)
    >>> numero_du("1539", "2021", date(2021, 11, 30))
    Numero(numero='2021-1539', redresse=True)
    >>> numero_du("84", "53", date(1985, 1, 26)) is None
    True
    """
    if day.year < PREMIERE_ANNEE:
        return None
    year = str(day.year) if day.year >= _LONG_DEPUIS else f"{day.year % _SIECLE:02}"
    for annee, rang, turned in ((first, second, False), (second, first, True)):
        if _is_year(annee, day.year) and _is_rank(rang):
            return Numero(f"{year}-{rang}", turned or annee != year)
    return None


def _is_year(part: str, year: int) -> bool:
    return part in (str(year), f"{year % _SIECLE:02}")


def _is_rank(part: str) -> bool:
    return re.fullmatch(r"[1-9]\d{0,3}", part) is not None and int(part) <= _PLUS_GRAND
