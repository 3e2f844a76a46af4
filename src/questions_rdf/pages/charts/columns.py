"""Columns over time: a column a year or month, its parts one above the other."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts._parts import Bar, Caption, Series, drawn
from questions_rdf.pages.charts._plot import Plot, keys, plot
from questions_rdf.pages.charts._scales import FONT, NARROW_FONT, text_width

_FULL = 0.74
_WIDEST = 56
_ABOVE = 5


class _Layer(NamedTuple):
    """All parts of one colour, as one path: pages with many charts stay small."""

    style: str
    path: str
    partial: bool


class _Column(NamedTuple):
    x: float
    y: float
    name: str
    parts: list[tuple[Series, float]]
    total: float
    outline: str


def columns(
    caption: Caption, series: Sequence[Series], bars: Sequence[Bar], lang: str = "fr"
) -> Markup:
    """Columns of counts, the first series at the bottom; nothing where there is nothing to count.

    It stands in what ``figure`` makes (class ``drawn``), by whose width the size of letters goes.

    Args:
        caption: what is said of it.
        series: the colours with their names.
        bars: the columns, oldest first; a value that is missing counts nothing. Those of a time
            that is not over are paler, with a broken line around.
        lang: ``fr`` or ``en``.
    """
    counts = [[value or 0 for value in bar.values] for bar in bars]
    totals = [sum(values) for values in counts]
    if not any(totals):
        return Markup()
    room = plot(bars, max(totals))
    return drawn(
        "charts/columns.svg",
        lang,
        caption=caption,
        plot=room,
        keys=keys(series, "box", bars),
        layers=_layers(room, series, bars, partial=False)
        + _layers(room, series, bars, partial=True),
        columns=[
            _Column(
                x=room.across(rank),
                y=room.down(totals[rank]),
                name=bar.full or bar.label,
                parts=list(zip(series, counts[rank], strict=True)),
                total=totals[rank],
                outline=_box(room, rank, 0, totals[rank]) if bar.partial and totals[rank] else "",
            )
            for rank, bar in enumerate(bars)
        ],
        above=_ABOVE,
        totals=_which_totals(room, totals),
    )


def _layers(
    room: Plot, series: Sequence[Series], bars: Sequence[Bar], *, partial: bool
) -> list[_Layer]:
    """The parts of the columns, either of those that are whole or of the others."""
    paths = [""] * len(series)
    for rank, bar in enumerate(bars):
        below = 0.0
        for layer, value in enumerate(bar.values):
            if value and bar.partial is partial:
                paths[layer] += _box(room, rank, below, value)
            below += value or 0
    drawn = zip(series, paths, strict=True)
    return [_Layer(one.style, path, partial) for one, path in drawn if path]


def _box(room: Plot, rank: int, below: float, value: float) -> str:
    """A part of a column, that stands on what is below."""
    broad = min(room.slot * _FULL, _WIDEST)
    low, high = room.down(below), room.down(below + value)
    return f"M{room.across(rank) - broad / 2:.1f} {low:.2f}V{high:.2f}h{broad:.1f}V{low:.2f}z"


def _which_totals(room: Plot, totals: Sequence[float]) -> str | None:
    """The class of the totals above the columns: in all figures, in wide ones, or none."""
    longest = max((f"{total:,.0f}" for total in totals), key=len)
    if text_width(f"{longest} ", NARROW_FONT) <= room.slot:
        return "total"
    return "total wide-only" if text_width(f"{longest} ", FONT) <= room.slot else None
