"""The rules on deadlines, as data: what starts the delay, how long it is, when it was valid."""

import calendar
import re
from datetime import date, timedelta
from functools import cache

import msgspec

from questions_rdf.reference._resources import (
    DCTERMS_SOURCE,
    QP,
    RDFS_LABEL,
    last_part,
    resources,
)

_DURATION = re.compile(r"P(?:(\d+)M)?(?:(\d+)D)?")
_MONTHS_A_YEAR = 12


class Regle(msgspec.Struct, frozen=True):
    """A rule of delay. ``duree`` is an xsd:duration of months and days (``P2M``, ``P10D``).

    ``declencheur`` is the local name of the class of event that the delay counts from.
    """

    nom: str
    libelle: str
    declencheur: str
    duree: str
    debut_validite: date
    fin_validite: date | None
    sources: tuple[str, ...]

    def valid_on(self, day: date) -> bool:
        """Whether the rule was in force on ``day``."""
        return self.debut_validite <= day and (
            self.fin_validite is None or day <= self.fin_validite
        )

    def last_day(self, start: date) -> date:
        """The last day for what the rule asks, counted from ``start``.

        Months clip to the end of the month: two months after 31 December is the last day of
        February.
        """
        match = _DURATION.fullmatch(self.duree)
        if match is None:
            raise ValueError(f"{self.nom}: {self.duree!r} is not a duration of months and days")
        months, days = (int(part or 0) for part in match.groups())
        return _months_later(start, months) + timedelta(days=days)


def _months_later(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, _MONTHS_A_YEAR)
    year = start.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


@cache
def regles() -> tuple[Regle, ...]:
    """All rules, in the order of their names."""
    found = []
    for iri, values in resources("regles.ttl").items():
        if durations := values.get(f"{QP}duree"):
            end = values.get(f"{QP}finValidite")
            found.append(
                Regle(
                    nom=last_part(iri),
                    libelle=values[RDFS_LABEL][0],
                    declencheur=values[f"{QP}declencheur"][0].partition("#")[2],
                    duree=durations[0],
                    debut_validite=date.fromisoformat(values[f"{QP}debutValidite"][0]),
                    fin_validite=date.fromisoformat(end[0]) if end else None,
                    sources=tuple(sorted(values.get(DCTERMS_SOURCE, ()))),
                )
            )
    return tuple(sorted(found, key=lambda regle: regle.nom))


def regle_for(declencheur: str, day: date) -> Regle | None:
    """The rule in force on ``day`` for delays that ``declencheur`` starts."""
    return next(
        (r for r in regles() if r.declencheur == declencheur and r.valid_on(day)),
        None,
    )
