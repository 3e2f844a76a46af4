"""How long questions wait, those that are still waiting included (Kaplan and Meier, 1958).

A question without an answer has waited at least until the day on which it was closed, or until the
day of the report. To leave it out would make ministries that answer little look quick.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from statistics import median
from typing import NamedTuple

_HALF = 0.5
_ROUNDING = 1e-12


class Attente(NamedTuple):
    """How many days a question waited, and whether an answer ended that."""

    jours: int
    repondue: bool


def steps(attentes: Iterable[Attente]) -> Iterator[tuple[int, float]]:
    """The days on which the share of questions still without an answer falls, and to what.

    Of an answer and a closure on one day the answer counts first.
    """
    answered: Counter[int] = Counter()
    ended: Counter[int] = Counter()
    for attente in attentes:
        ended[attente.jours] += 1
        answered[attente.jours] += attente.repondue
    waiting, share = ended.total(), 1.0
    for jours in sorted(ended):
        if answered[jours]:
            share *= 1 - answered[jours] / waiting
            yield jours, share
        waiting -= ended[jours]


def median_of_all(attentes: Iterable[Attente]) -> int | None:
    """After how many days half the questions had an answer; none if that was not reached."""
    return next((day for day, share in steps(attentes) if share <= _HALF + _ROUNDING), None)


def median_of_answers(attentes: Iterable[Attente]) -> float | None:
    """The median delay of the answers alone; none if there is no answer."""
    delays = [attente.jours for attente in attentes if attente.repondue]
    return float(median(delays)) if delays else None


def share_after(curve: list[tuple[int, float]], jours: int) -> float:
    """The share of questions still without an answer at the end of that many days."""
    return next((share for day, share in reversed(curve) if day <= jours), 1.0)
