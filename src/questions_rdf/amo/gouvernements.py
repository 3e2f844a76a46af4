"""When governments and ministries end that the source leaves open.

A government ends on the eve of the next one, and its ministries with it. The source keeps the dates
of both after the decree that names the Prime Minister: the first day is that of its publication.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from questions_rdf.amo.records import Organe, TypeOrgane

DEBUTS_ABSENTS = (
    date(2024, 9, 6),  # Barnier: décret du 5 septembre 2024 portant nomination du Premier ministre
    date(2025, 9, 10),  # Lecornu: décret du 9 septembre 2025; Bayrou's stated last day is its eve
)
"""First days of the governments that the reference data lacks, with their ministries.

Without them a ministry of January 2024 would last through that autumn, for questions that were put
to the one of the same name in the next government.
"""


def derniers_jours(
    organes: Iterable[Organe], debuts_absents: Iterable[date] = DEBUTS_ABSENTS
) -> Mapping[str, date]:
    """The last days of the governments and ministries without a stated one, by identifier.

    One that still lasts has none; nor has one whose deduced last day is before its first.
    """
    known = {one.identifiant: one for one in organes if one.code_type in _KINDS}
    stated = {one.debut for one in known.values() if one.code_type == TypeOrgane.GOUVERNEMENT}
    debuts = sorted({day for day in (*stated, *debuts_absents) if day})
    found = {}
    for one in known.values():
        last = None if one.fin else _last_day(one, known.get(one.parent or ""), debuts)
        if last and not (one.debut and last < one.debut):
            found[one.identifiant] = last
    return found


_KINDS = frozenset((TypeOrgane.GOUVERNEMENT, TypeOrgane.MINISTERE))


def _last_day(organe: Organe, parent: Organe | None, debuts: Sequence[date]) -> date | None:
    """The end of its government if that is stated, else the eve of the next one."""
    if parent and parent.fin:
        return parent.fin
    begun = (parent.debut if parent else None) or organe.debut
    if begun is None:
        return None
    position = bisect_right(debuts, begun)
    return debuts[position] - timedelta(days=1) if position < len(debuts) else None


_BETWEEN_GOVERNMENTS = timedelta(days=30)


def lacunes(lives: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """From when to when no ministry is known, for longer than a government takes to be formed.

    Args:
        lives: first and last day of each ministry.
    """
    known_until = date.min
    for begin, end in sorted(lives):
        if known_until == date.min or begin - known_until > _BETWEEN_GOVERNMENTS:
            yield known_until, begin - timedelta(days=1)
        known_until = max(known_until, end)
    if known_until < date.max:
        yield known_until, date.max
