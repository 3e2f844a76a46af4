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


class _Piece(NamedTuple):
    y: float
    height: float
    style: str


class _Column(NamedTuple):
    x: float
    y: float
    name: str
    pieces: list[_Piece]
    parts: list[tuple[Series, float]]
    total: float


def columns(
    caption: Caption, series: Sequence[Series], bars: Sequence[Bar], lang: str = "fr"
) -> Markup:
    """Columns of counts, the first series at the bottom; nothing where there is nothing to count.

    It stands in a ``figure`` (see ``figure``), by whose width the size of letters goes.

    Args:
        caption: what is said of it.
        series: the colours with their names.
        bars: the columns, oldest first; a value that is missing counts nothing.
        lang: ``fr`` or ``en``.
    """
    totals = [sum(value or 0 for value in bar.values) for bar in bars]
    if not any(totals):
        return Markup()
    room = plot(bars, max(totals))
    return drawn(
        "charts/columns.svg",
        lang,
        caption=caption,
        plot=room,
        keys=keys(series, "box"),
        columns=[_column(room, series, rank, bar) for rank, bar in enumerate(bars)],
        broad=min(room.slot * _FULL, _WIDEST),
        above=_ABOVE,
        totals=_which_totals(room, totals),
    )


def _column(room: Plot, series: Sequence[Series], rank: int, bar: Bar) -> _Column:
    parts = [(one, value or 0) for one, value in zip(series, bar.values, strict=True)]
    pieces, below = [], 0.0
    for one, value in parts:
        top = room.down(below + value)
        if value:
            pieces.append(_Piece(top, room.down(below) - top, one.style))
        below += value
    return _Column(room.across(rank), room.down(below), bar.full or bar.label, pieces, parts, below)


def _which_totals(room: Plot, totals: Sequence[float]) -> str | None:
    """The class of the totals above the columns: in all figures, in wide ones, or none."""
    longest = max((f"{total:,.0f}" for total in totals), key=len)
    if text_width(f"{longest} ", NARROW_FONT) <= room.slot:
        return "total"
    return "total wide-only" if text_width(f"{longest} ", FONT) <= room.slot else None
