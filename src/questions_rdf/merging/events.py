"""Two lists of one kind of event become one: the events that match are combined.

The more trusted source knows the events up to its latest day. What another one adds after that day
is news, and taken over; what it adds before is a disagreement, and left out.
"""

from collections.abc import Callable, Sequence
from datetime import date
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


class Kind(NamedTuple):
    """A list of events of a question.

    Args:
        field: its name in the record.
        same: when two mentions are of one event.
        days: the days on which one happened.
        exhaustive: whether a source that gives some of them gives all.
    """

    field: str
    same: Callable[[Any, Any], bool]
    days: Callable[[Any], set[date]]
    exhaustive: bool = True


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
    free = set(range(len(result)))
    for event in other:
        place = next((i for i in sorted(free) if kind.same(result[i], event)), None)
        if place is not None:
            free.remove(place)
            parted: list[Disagreement] = []
            result[place] = combined(result[place], event, kind.field, parted)
            # Their days were compared as a whole: a page prints one of those of the record.
            found += [one for one in parted if not isinstance(one.kept, date)]
        elif not kind.exhaustive or _is_news(kind.days(event), known_until):
            result.append(event)
        else:
            known = ", ".join(_shown(one, kind) for one in trusted)
            found.append(Disagreement(kind.field, known, _shown(event, kind)))
    return tuple(result)


def _is_news(days: set[date], known_until: date | None) -> bool:
    return bool(days) and known_until is not None and min(days) > known_until


def _shown(event: Record, kind: Kind) -> str:
    days = kind.days(event)
    day = min(days).isoformat() if days else "sans date"
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
    return _compatible(_days_signalement(one), _days_signalement(other))


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
    Kind("cloture", _same_cloture, _days_cloture),
)
