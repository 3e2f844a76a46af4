"""How numbers and days are spelled in running text: pieces of patterns, and how they are read.

Every repetition is bounded: a pattern looks at some hundred characters at most.
"""

import re
from datetime import date

ESPACE = r"\s{0,3}"
ESPACES = r"\s{1,3}"
NUMERO = r"(?:[nN]\s?[°ºᵒ]\s?s?|[nN]os?\b\.?|[nN]um[ée]ros?)"
"""The sign before a number: n°, N°, nº, no, nos, n°s, numéro."""
JOUR = (
    r"(?:(?P<jour>\d{1,2})\s{0,2}(?:er|ᵉʳ)?\s{1,3}(?P<mois>[a-zéûA-ZÉÛ]{3,9})\s{1,3}(?P<annee>\d{4})"
    r"|(?P<jj>\d{1,2})/(?P<mm>\d{1,2})/(?P<aaaa>\d{4}))(?!\d)"
)
"""A whole date: 30 novembre 2021, 1er juillet 1901, 30/11/2021."""

_MOIS = {
    name: number
    for number, names in enumerate(
        (
            "janvier",
            "février fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août aout",
            "septembre",
            "octobre",
            "novembre",
            "décembre decembre",
        ),
        start=1,
    )
    for name in names.split()
}


def is_a_date(match: re.Match[str]) -> bool:
    """Whether what :data:`JOUR` took names a month, be the day possible or not."""
    return match["jour"] is None or match["mois"].lower() in _MOIS


def day_of(match: re.Match[str]) -> date | None:
    """The day that :data:`JOUR` took; ``None`` if the calendar has none."""
    year, day = match["annee"] or match["aaaa"], match["jour"] or match["jj"]
    month = int(match["mm"] or _MOIS.get(match["mois"].lower(), 0))
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
