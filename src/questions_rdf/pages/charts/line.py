"""Lines over time: a value a year or month, broken where there is none."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts._parts import Bar, Caption, Series, drawn
from questions_rdf.pages.charts._plot import Key, Plot, keys, plot
from questions_rdf.pages.charts._scales import Spot, broken

_MANY = 24
_DOT, _SMALL_DOT = 5, 3.5


class Reference(NamedTuple):
    """A value that others are compared with.

    ``spans`` says over which points it is drawn, counted in points from the left edge (the first
    one goes from 0 to 1); without any, it is drawn over all.
    """

    value: float
    label: str
    spans: tuple[tuple[float, float], ...] = ()


class _Point(NamedTuple):
    spot: Spot
    value: float
    name: str
    partial: bool


class _Drawn(NamedTuple):
    series: Series
    rank: int
    path: str
    unfinished: str
    points: list[_Point]


def line(  # noqa: PLR0913
    caption: Caption,
    series: Sequence[Series],
    bars: Sequence[Bar],
    lang: str = "fr",
    *,
    unit: str = "",
    references: Sequence[Reference] = (),
) -> Markup:
    """Values from nought, a line for each series; nothing where there is no value at all.

    It stands in what ``figure`` makes (class ``drawn``), by whose width the size of letters goes.

    Args:
        caption: what is said of it.
        series: the colours with their names.
        bars: the points in time, oldest first; the line is broken where a value is missing. To one
            that is not over a broken line leads, and its dot is hollow.
        lang: ``fr`` or ``en``.
        unit: what the values are (``jours``).
        references: what they are compared with.
    """
    values = [value for bar in bars for value in bar.values if value is not None]
    if not values:
        return Markup()
    room = plot(bars, max(*values, *(one.value for one in references), 0))
    entries = keys(series, "line", bars)
    entries += [Key(one.label, "", "reference") for one in references]
    return drawn(
        "charts/line.svg",
        lang,
        caption=caption,
        plot=room,
        keys=entries,
        lines=[_line(room, one, rank, bars) for rank, one in enumerate(series)],
        references=[(one, _across(room, one)) for one in references],
        unit=unit,
        dot=_SMALL_DOT if len(bars) > _MANY else _DOT,
    )


def _across(room: Plot, one: Reference) -> str:
    """The line of a reference."""
    height = room.down(one.value)
    whole = ((0, (room.width - room.left) / room.slot),)
    return "".join(
        f"M{room.left + begin * room.slot:.1f} {height:.1f}H{room.left + end * room.slot:.1f}"
        for begin, end in one.spans or whole
    )


def _line(room: Plot, series: Series, rank: int, bars: Sequence[Bar]) -> _Drawn:
    points = [_point(room, bar, place, bar.values[rank]) for place, bar in enumerate(bars)]
    whole = [None if point is None or point.partial else point.spot for point in points]
    unfinished = "".join(
        broken([before.spot, point.spot])
        for before, point in pairwise(points)
        if before and point and point.partial
    )
    known = [point for point in points if point]
    return _Drawn(series, rank, broken(whole), unfinished, known)


def _point(room: Plot, bar: Bar, place: int, value: float | None) -> _Point | None:
    if value is None:
        return None
    spot = Spot(room.across(place), room.down(value))
    return _Point(spot, value, bar.full or bar.label, bar.partial)
