"""The legislatures of the Fifth Republic and their first and last days."""

from datetime import date, timedelta
from functools import cache

import msgspec

from questions_rdf.reference._resources import QP, RDFS_LABEL, resources

_AFTERMATH = timedelta(days=60)


class Legislature(msgspec.Struct, frozen=True):
    """A legislature; ``fin`` is its last day, ``None`` while it lasts or where it is not known."""

    numero: int
    libelle: str
    debut: date | None = None
    fin: date | None = None

    def covers(self, day: date) -> bool:
        """Whether ``day`` is in it, as far as its days are known.

        The last questions of a legislature are printed up to some weeks after its end.
        """
        begun = self.debut is None or self.debut <= day
        return begun and (self.fin is None or day <= self.fin + _AFTERMATH)


@cache
def _known() -> dict[int, Legislature]:
    found = {}
    for values in resources("legislatures.ttl").values():
        if numbers := values.get(f"{QP}numero"):
            found[int(numbers[0])] = Legislature(
                numero=int(numbers[0]),
                libelle=values[RDFS_LABEL][0],
                debut=_day(values.get(f"{QP}debut")),
                fin=_day(values.get(f"{QP}fin")),
            )
    return found


def numeros() -> list[int]:
    """The numbers of the legislatures that are known."""
    return sorted(_known())


def legislature(numero: int) -> Legislature:
    """The legislature of that number; without days if it is not in the reference."""
    known = _known().get(numero)
    return known or Legislature(numero, f"{numero}{'re' if numero == 1 else 'e'} législature")


def _day(values: list[str] | None) -> date | None:
    return date.fromisoformat(values[0]) if values else None
