"""Stacked bars: the shares of each line, all lines of one length."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts._lines import (
    BAR,
    FIGURES,
    LABELS,
    ROW,
    WIDTH,
    legend,
    legend_height,
    short,
)
from questions_rdf.pages.charts._parts import Bar, Caption, Series, drawn

_WIDE_ENOUGH = 34
_PERCENT = 100


class _Piece(NamedTuple):
    x: float
    width: float
    share: float
    value: float
    series: Series


class _Line(NamedTuple):
    y: float
    label: str
    full: str
    pieces: list[_Piece]
    total: float


def stacked_bars(
    caption: Caption,
    series: Sequence[Series],
    bars: Sequence[Bar],
    lang: str = "fr",
    *,
    alone: bool = False,
) -> Markup:
    """The shares of each bar, all bars of one length; the totals stand at the right.

    Args:
        caption: what is said of it.
        series: the colours with their names.
        bars: the lines; a value that is missing counts nothing.
        lang: ``fr`` or ``en``.
        alone: whether it is a file of its own, with its style inside.
    """
    top = legend_height(series)
    room = WIDTH - LABELS - FIGURES
    lines = [
        _Line(
            top + rank * ROW,
            short(bar.label),
            bar.label,
            list(_pieces(bar, series, room)),
            sum(value or 0 for value in bar.values),
        )
        for rank, bar in enumerate(bars)
    ]
    return drawn(
        "charts/stacked_bars.svg",
        lang,
        caption=caption,
        alone=alone,
        legend=legend(series),
        lines=lines,
        left=LABELS,
        bar=BAR,
        wide_enough=_WIDE_ENOUGH,
        width=WIDTH,
        height=top + len(lines) * ROW + 4,
    )


def _pieces(bar: Bar, series: Sequence[Series], room: float) -> list[_Piece]:
    total = sum(value or 0 for value in bar.values)
    pieces, x = [], float(LABELS)
    for value, one in zip(bar.values, series, strict=True):
        if not value:
            continue
        share = value / total
        pieces.append(_Piece(x, share * room, share * _PERCENT, value, one))
        x += share * room
    return pieces
