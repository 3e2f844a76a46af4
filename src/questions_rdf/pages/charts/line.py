"""Lines over time: a value a year or month, broken where there is none."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts._parts import Bar, Caption, Series, drawn
from questions_rdf.pages.charts._plot import Key, Plot, keys, plot
from questions_rdf.pages.charts._scales import Spot, broken

_MANY = 24
_DOT, _SMALL_DOT = 5, 3.5


class Reference(NamedTuple):
    """A value that others are compared with, drawn across the whole chart."""

    value: float
    label: str


class _Point(NamedTuple):
    spot: Spot
    value: float
    name: str


class _Drawn(NamedTuple):
    series: Series
    rank: int
    path: str
    points: list[_Point]


def two_months(lang: str = "fr") -> Reference:
    """The time that article 135 of the Règlement gives, in days."""
    return Reference(
        61, "Délai de deux mois (61 jours)" if lang == "fr" else "Deadline of two months (61 days)"
    )


def line(  # noqa: PLR0913
    caption: Caption,
    series: Sequence[Series],
    bars: Sequence[Bar],
    lang: str = "fr",
    *,
    unit: str = "",
    reference: Reference | None = None,
) -> Markup:
    """Values from nought, a line for each series; nothing where there is no value at all.

    It stands in what ``figure`` makes (class ``drawn``), by whose width the size of letters goes.

    Args:
        caption: what is said of it.
        series: the colours with their names.
        bars: the points in time, oldest first; the line is broken where a value is missing.
        lang: ``fr`` or ``en``.
        unit: what the values are (``jours``).
        reference: what they are compared with.
    """
    values = [value for bar in bars for value in bar.values if value is not None]
    if not values:
        return Markup()
    room = plot(bars, max(*values, reference.value if reference else 0))
    entries = keys(series, "line")
    if reference:
        entries.append(Key(reference.label, "", "reference"))
    return drawn(
        "charts/line.svg",
        lang,
        caption=caption,
        plot=room,
        keys=entries,
        lines=[_line(room, one, rank, bars) for rank, one in enumerate(series)],
        reference=reference,
        unit=unit,
        dot=_SMALL_DOT if len(bars) > _MANY else _DOT,
    )


def _line(room: Plot, series: Series, rank: int, bars: Sequence[Bar]) -> _Drawn:
    points = [
        None
        if (value := bar.values[rank]) is None
        else _Point(Spot(room.across(place), room.down(value)), value, bar.full or bar.label)
        for place, bar in enumerate(bars)
    ]
    path = broken([point.spot if point else None for point in points])
    return _Drawn(series, rank, path, [point for point in points if point])
