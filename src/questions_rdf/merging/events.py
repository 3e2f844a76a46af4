"""Two lists of one kind of event become one: the events that match are combined.

The more trusted source knows the events up to its latest day. What another one adds after that day
is news, and taken over; what it adds before is a disagreement, and left out.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from questions_rdf.agreement import same_organisme
from questions_rdf.merging.fields import Disagreement, combined
from questions_rdf.records import (
    Attribution,
    Cloture,
    Erratum,
    InfoJO,
    Record,
    Renouvellement,
    Signalement,
)

E = TypeVar("E", bound=Record)
_UNTIL_MENTIONED = timedelta(days=7)


class Kind(NamedTuple):
    """A list of events of a question.

    Args:
        field: its name in the record.
        same: when two mentions are of one event.
        days: the days on which one happened.
        exhaustive: whether a source that gives some of them gives all.
        once: whether it happens to a question once at most.
    """

    field: str
    same: Callable[[Any, Any], bool]
    days: Callable[[Any], set[date]]
    exhaustive: bool = True
    once: bool = False


def united(
    trusted: Sequence[E],
    other: Sequence[E],
    kind: Kind,
    known_until: date | None,
    found: list[Disagreement],
) -> tuple[E, ...]:
    """The events of both lists, each once."""
    if not trusted:
        return tuple(other)
    result = list(trusted)
    places = _pairs(trusted, other, kind)
    for index, event in enumerate(other):
        place = places.get(index)
        if place is not None:
            result[place] = _one(result[place], event, kind, found)
        elif not kind.once and (not kind.exhaustive or _is_news(kind.days(event), known_until)):
            result.append(event)
        else:
            known = ", ".join(_shown(one, kind) for one in trusted)
            found.append(Disagreement(kind.field, known, _shown(event, kind)))
    return tuple(result)


def _pairs(trusted: Sequence[E], other: Sequence[E], kind: Kind) -> dict[int, int]:
    """Which events of the other source are which of the trusted one.

    Those of one day first: what has no day may be any of the rest.
    """
    pairs: dict[int, int] = {}
    for dated in (True, False):
        for index, event in enumerate(other):
            if index in pairs:
                continue
            for place, known in enumerate(trusted):
                common = bool(kind.days(known) & kind.days(event))
                free = place not in pairs.values()
                if free and (common or not dated) and kind.same(known, event):
                    pairs[index] = place
                    break
    return pairs


def _one(trusted: E, other: E, kind: Kind, found: list[Disagreement]) -> E:
    """One event of two mentions; their days were compared as a whole."""
    parted: list[Disagreement] = []
    one = combined(trusted, other, kind.field, parted)
    found += [part for part in parted if not isinstance(part.kept, date)]
    return one


def _is_news(days: set[date], known_until: date | None) -> bool:
    return bool(days) and known_until is not None and min(days) > known_until


def _shown(event: Record, kind: Kind) -> str:
    days = kind.days(event)
    stated = event.info_jo.date if isinstance(event, Signalement) else None
    day = (stated or min(days)).isoformat() if days else "sans date"
    ministere = event.ministere if isinstance(event, Attribution) else None
    label = ministere and (ministere.abrege or ministere.developpe or ministere.identifiant)
    return f"{label} ({day})" if label else day


def _printed(info_jo: InfoJO) -> set[date]:
    return {info_jo.date} if info_jo.date else set()


def _days_attribution(one: Attribution) -> set[date]:
    return _printed(one.info_jo)


def _days_signalement(one: Signalement) -> set[date]:
    return _printed(one.info_jo) | ({one.date_depot} if one.date_depot else set())


def _days_cloture(one: Cloture) -> set[date]:
    return {one.date} if one.date else _printed(one.info_jo)


def _compatible(one: set[date], other: set[date]) -> bool:
    """Whether two events can be of one day: a page may print the deposit or the publication."""
    return bool(one & other) or not one or not other


def _same_attribution(one: Attribution, other: Attribution) -> bool:
    days = _compatible(_days_attribution(one), _days_attribution(other))
    if one.ministere is None or other.ministere is None:
        return days and one.info_jo.date is not None
    return days and same_organisme(one.ministere, other.ministere)


def _same_signalement(one: Signalement, other: Signalement) -> bool:
    days, others = _days_signalement(one), _days_signalement(other)
    return _compatible(days, others) or _is_mention(one, others) or _is_mention(other, days)


def _is_mention(deposited: Signalement, days: set[date]) -> bool:
    """Whether ``days`` are those of the Journal officiel after a deposit that has no other day."""
    day = deposited.date_depot
    if day is None or deposited.info_jo.date is not None:
        return False
    return any(day < mentioned <= day + _UNTIL_MENTIONED for mentioned in days)


def _same_renouvellement(one: Renouvellement, other: Renouvellement) -> bool:
    return _compatible(_printed(one.info_jo), _printed(other.info_jo))


def _same_erratum(one: Erratum, other: Erratum) -> bool:
    days = _compatible(_printed(one.info_jo), _printed(other.info_jo))
    return days and one.corrige_reponse == other.corrige_reponse


def _same_cloture(one: Cloture, other: Cloture) -> bool:
    return _compatible(_days_cloture(one), _days_cloture(other))


def _days_printed(one: Renouvellement | Erratum) -> set[date]:
    return _printed(one.info_jo)


KINDS = (
    Kind("attribution", _same_attribution, _days_attribution),
    Kind("signalement", _same_signalement, _days_signalement),
    Kind("renouvellement", _same_renouvellement, _days_printed),
    Kind("erratum", _same_erratum, _days_printed, exhaustive=False),
    Kind("cloture", _same_cloture, _days_cloture, once=True),
)
