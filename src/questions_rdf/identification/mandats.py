"""Which seat and which group somebody had on a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from questions_rdf.amo.records import Mandat
from questions_rdf.records import Circonscription


def beginning(mandat: Mandat) -> date:
    """The day from which a mandate counts: not the election, for a minister who comes back."""
    return mandat.prise_de_fonction or mandat.debut or date.min


def covers(mandat: Mandat, day: date) -> bool:
    """Whether the mandate was held on ``day``."""
    return beginning(mandat) <= day and (mandat.fin is None or day <= mandat.fin)


def siege(sieges: Sequence[Mandat], legislature: int, day: date | None) -> Mandat | None:
    """The seat from which a question of that legislature was put.

    The one held on the day, else the last one begun before it (questions are printed some days
    after a mandate ends); without a day, the only one.
    """
    held = [one for one in sieges if one.legislature == legislature]
    if day is None:
        return held[0] if len(held) == 1 else None
    begun = sorted((one for one in held if beginning(one) <= day), key=_order)
    current = [one for one in begun if covers(one, day)]
    return next(iter(current[-1:] or begun[-1:]), None)


def appartenances(mandats: Iterable[Mandat], day: date) -> list[Mandat]:
    """The memberships of groups held on ``day``; the one begun last stands last."""
    return sorted((one for one in mandats if covers(one, day)), key=_order)


def fits(siege: Mandat, place: Circonscription | None, departement: str | None) -> bool:
    """Whether a seat is the one that is printed, as far as one is printed."""
    if place is not None:
        return siege.circonscription == place
    return departement is None or siege.departement == departement


def _order(mandat: Mandat) -> tuple[date, str]:
    return beginning(mandat), mandat.identifiant
