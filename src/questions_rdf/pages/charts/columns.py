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


class _Column(NamedTuple):
    x: float
    y: float
    name: str
    parts: list[tuple[Series, float]]
    total: float


def columns(
    caption: Caption, series: Sequence[Series], bars: Sequence[Bar], lang: str = "fr"
) -> Markup:
    """Columns of counts, the first series at the bottom; nothing where there is nothing to count.

    It stands in what ``figure`` makes (class ``drawn``), by whose width the size of letters goes.

    Args:
        caption: what is said of it.
        series: the colours with their names.
        bars: the columns, oldest first; a value that is missing counts nothing.
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
        keys=keys(series, "box"),
        layers=_layers(room, series, counts),
        columns=[
            _Column(
                x=room.across(rank),
                y=room.down(totals[rank]),
                name=bar.full or bar.label,
                parts=list(zip(series, counts[rank], strict=True)),
                total=totals[rank],
            )
            for rank, bar in enumerate(bars)
        ],
        above=_ABOVE,
        totals=_which_totals(room, totals),
    )


def _layers(
    room: Plot, series: Sequence[Series], counts: Sequence[Sequence[float]]
) -> list[_Layer]:
    broad = min(room.slot * _FULL, _WIDEST)
    paths = [""] * len(series)
    for rank, values in enumerate(counts):
        left, below = room.across(rank) - broad / 2, 0.0
        for layer, value in enumerate(values):
            if value:
                low, high = room.down(below), room.down(below + value)
                paths[layer] += f"M{left:.1f} {low:.2f}V{high:.2f}h{broad:.1f}V{low:.2f}z"
            below += value
    return [_Layer(one.style, path) for one, path in zip(series, paths, strict=True) if path]


def _which_totals(room: Plot, totals: Sequence[float]) -> str | None:
    """The class of the totals above the columns: in all figures, in wide ones, or none."""
    longest = max((f"{total:,.0f}" for total in totals), key=len)
    if text_width(f"{longest} ", NARROW_FONT) <= room.slot:
        return "total"
    return "total wide-only" if text_width(f"{longest} ", FONT) <= room.slot else None
