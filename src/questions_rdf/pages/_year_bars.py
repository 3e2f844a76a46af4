"""Years side by side, as charts have them: none is left out, one that is not over says so."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from statistics import mode

from questions_rdf import mots
from questions_rdf.pages import charts
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.reference.regles import Regle, regles
from questions_rdf.resources.dashboard import Summary, Year

_LONGEST_GAP = 20
_SOME_YEARS = "…"
_UNDATED = Bilingual("sans date", "undated")
_ASKED = "PublicationQuestion"
_A_COMMON_YEAR = 2025
_NUMBERS = {
    "P1M": Bilingual("Délai d'un mois", "Deadline of one month"),
    "P2M": Bilingual("Délai de deux mois", "Deadline of two months"),
}
_OTHER = Bilingual("Délai du Règlement", "Deadline of the Règlement")


def year_bars(
    years: Sequence[Year],
    values: Callable[[Summary], Sequence[float | None]],
    as_of: date,
    language: Language,
) -> list[charts.Bar]:
    """A bar for each year, and for those between that nothing is known of.

    Args:
        years: the oldest first; the undated at the end, if there are any.
        values: what is drawn of a year.
        as_of: the day of the data: its year is not over, unless it is the last day.
        language: of the chart.
    """
    missing = [None] * len(values(Summary()))
    bars: list[charts.Bar] = []
    for before, one in zip([None, *years], years, strict=False):
        bars += [charts.Bar(name, missing) for name in _between(before, one)]
        bars.append(_bar(one, values(one.summary), as_of, language))
    return bars


def _between(before: Year | None, after: Year) -> Iterator[str]:
    """The years between two; many of them are one place, or a wrong date would make thousands."""
    if before and before.annee and after.annee:
        missing = range(before.annee + 1, after.annee)
        yield from map(str, missing) if len(missing) <= _LONGEST_GAP else (_SOME_YEARS,)


def _bar(one: Year, values: Sequence[float | None], as_of: date, language: Language) -> charts.Bar:
    if one.annee is None:
        return charts.Bar(_UNDATED.in_language(language), values)
    until = unfinished(one.annee, as_of)
    if until is None:
        return charts.Bar(str(one.annee), values)
    said = until.in_language(language)
    return charts.Bar(str(one.annee), values, f"{one.annee}, {said}", partial=True)


def unfinished(year: int, as_of: date) -> Bilingual | None:
    """Until when the data goes of a year that was not over; none of one that was."""
    if as_of >= date(year, 12, 31):
        return None
    day = mots.le(as_of)
    return Bilingual(f"jusqu'au {day.fr}", f"until {day.en}")


# ---- What the Règlement gave


def deadlines(bars: Sequence[charts.Bar], language: Language) -> list[charts.Reference]:
    """The time for an answer over the years in which it held; where no rule is known, nothing."""
    return [
        charts.Reference(_days(rule), _said(rule, spans, bars, language), spans)
        for rule in sorted(regles(), key=lambda one: one.debut_validite)
        if rule.declencheur == _ASKED and (spans := _spans(rule, bars))
    ]


def _spans(rule: Regle, bars: Sequence[charts.Bar]) -> tuple[tuple[float, float], ...]:
    """From where to where a rule held, in bars; what touches is one."""
    found: list[tuple[float, float]] = []
    for place, bar in enumerate(bars):
        begin, end = _held(rule, int(bar.label)) if bar.label.isdecimal() else (0.0, 0.0)
        if begin == end:
            continue
        if found and found[-1][1] == place + begin:
            found[-1] = (found[-1][0], place + end)
        else:
            found.append((place + begin, place + end))
    return tuple(found)


def _held(rule: Regle, year: int) -> tuple[float, float]:
    """From when until when in a year a rule held, as parts of the year."""
    first, after = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
    begin = max(rule.debut_validite.toordinal(), first)
    end = min(rule.fin_validite.toordinal() + 1, after) if rule.fin_validite else after
    length = after - first
    return ((begin - first) / length, (end - first) / length) if begin < end else (0.0, 0.0)


def _days(rule: Regle) -> int:
    """What a rule gives in days, in most months."""
    starts = (date(_A_COMMON_YEAR, month, 1) for month in range(1, 13))
    return mode((rule.last_day(start) - start).days for start in starts)


def _said(
    rule: Regle,
    spans: tuple[tuple[float, float], ...],
    bars: Sequence[charts.Bar],
    language: Language,
) -> str:
    """What a rule gives, and until when, if it ended within what is drawn."""
    name = _NUMBERS.get(rule.duree, _OTHER)
    days = _days(rule)
    said = Bilingual(f"{name.fr} ({days} jours)", f"{name.en} ({days} days)")
    if rule.fin_validite and spans[-1][1] < len(bars):
        until = mots.le(rule.fin_validite)
        said = Bilingual(f"{said.fr} jusqu'au {until.fr}", f"{said.en} until {until.en}")
    return said.in_language(language)
