"""Charts as SVG: where things stand is reckoned here, what is drawn stands in the templates.

A chart is a part of a page, in the page's style, or a file that stands alone, with a style inside.
Its figures also stand in a table beside it: that is the page's part.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import render

_WIDTH = 760
_LABELS = 250
_FIGURES = 70
_ROW = 30
_BAR = 18
_LEGEND = 24
_AXIS = 34
_LEGEND_COLUMNS = 2
_LONGEST_LABEL = 33
_LONGEST_ENDING = 20
_WIDE_ENOUGH = 34
_STEPS = (1, 2, 5)
_TICKS = 6
_CURVE_HEIGHT = 300
_CURVE_LEFT = 56
_PERCENT = 100


class Caption(NamedTuple):
    """What is said of a chart.

    ``name`` tells it from others on the page (letters and hyphens), ``title`` is what it shows,
    ``description`` what a reader who cannot see it should know.
    """

    name: str
    title: str
    description: str


class Series(NamedTuple):
    """What is drawn in one colour; ``style`` is a class of the style sheet (``fill-good``)."""

    label: str
    style: str


class Bar(NamedTuple):
    """One line of a chart: its name and a value for each series."""

    label: str
    values: Sequence[float | None]


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


class _Dot(NamedTuple):
    x: float
    value: float
    series: Series


class _Mark(NamedTuple):
    x: float
    y: float
    label: str


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
    top = _legend_height(series)
    room = _WIDTH - _LABELS - _FIGURES
    lines = [
        _Line(
            top + rank * _ROW,
            _short(bar.label),
            bar.label,
            list(_pieces(bar, series, room)),
            sum(value or 0 for value in bar.values),
        )
        for rank, bar in enumerate(bars)
    ]
    return _drawn(
        "charts/stacked_bars.svg",
        lang,
        caption=caption,
        alone=alone,
        legend=_legend(series),
        lines=lines,
        left=_LABELS,
        bar=_BAR,
        wide_enough=_WIDE_ENOUGH,
        width=_WIDTH,
        height=top + len(lines) * _ROW + 4,
    )


def dots(  # noqa: PLR0913
    caption: Caption,
    series: Sequence[Series],
    bars: Sequence[Bar],
    lang: str = "fr",
    *,
    unit: str = "",
    alone: bool = False,
) -> Markup:
    """Values on one scale from nought, a dot for each series; see ``stacked_bars``."""
    top = _legend_height(series)
    room = _WIDTH - _LABELS - _FIGURES
    largest = max((value for bar in bars for value in bar.values if value is not None), default=0)
    step, end = _scale(largest)
    lines = [
        (
            _Line(top + rank * _ROW, _short(bar.label), bar.label, [], 0),
            [
                _Dot(_LABELS + value * room / end, value, one)
                for value, one in zip(bar.values, series, strict=True)
                if value is not None
            ],
        )
        for rank, bar in enumerate(bars)
    ]
    bottom = top + len(bars) * _ROW
    return _drawn(
        "charts/dots.svg",
        lang,
        caption=caption,
        alone=alone,
        legend=_legend(series),
        lines=lines,
        ticks=[(_LABELS + tick * room / end, tick) for tick in _ticks(step, end)],
        unit=unit,
        top=top,
        bottom=bottom,
        bar=_BAR,
        left=_LABELS,
        width=_WIDTH,
        height=bottom + _AXIS,
    )


def curve(  # noqa: PLR0913
    caption: Caption,
    points: Sequence[tuple[float, float]],
    lang: str = "fr",
    *,
    unit: str = "",
    marks: Sequence[tuple[float, str]] = (),
    alone: bool = False,
) -> Markup:
    """A share (0 to 1) that falls by steps; ``points`` are where it takes a new value.

    ``marks`` are values of the abscissa with a word, drawn as lines.
    """
    room, depth = _WIDTH - _CURVE_LEFT - 24, _CURVE_HEIGHT
    step, end = _scale(max((x for x, _ in points), default=0))

    def across(x: float) -> float:
        return _CURVE_LEFT + x * room / end

    def down(share: float) -> float:
        return 16 + (1 - share) * depth

    path = [f"M{across(0):.1f},{down(1):.1f}"]
    path += [f"H{across(x):.1f}V{down(share):.1f}" for x, share in points]
    shares = (0, 0.25, 0.5, 0.75, 1)
    return _drawn(
        "charts/curve.svg",
        lang,
        caption=caption,
        alone=alone,
        path="".join(path),
        across=[(across(tick), tick) for tick in _ticks(step, end)],
        down=[(down(share), share * _PERCENT) for share in shares],
        marks=[
            _Mark(across(x), 28 + rank * 18, label)
            for rank, (x, label) in enumerate(marks)
            if x <= end
        ],
        unit=unit,
        left=_CURVE_LEFT,
        right=_CURVE_LEFT + room,
        top=16,
        bottom=16 + depth,
        width=_WIDTH,
        height=16 + depth + _AXIS + 8,
    )


def _drawn(template: str, lang: str, **values: object) -> Markup:
    return Markup(render(template, lang, **values).strip())  # noqa: S704  (a template of ours)


def _pieces(bar: Bar, series: Sequence[Series], room: float) -> list[_Piece]:
    total = sum(value or 0 for value in bar.values)
    pieces, x = [], float(_LABELS)
    for value, one in zip(bar.values, series, strict=True):
        if not value:
            continue
        share = value / total
        pieces.append(_Piece(x, share * room, share * _PERCENT, value, one))
        x += share * room
    return pieces


def _legend(series: Sequence[Series]) -> list[tuple[float, float, Series]]:
    """Where each colour is named: two in a row."""
    column = _WIDTH / _LEGEND_COLUMNS
    return [
        (rank % _LEGEND_COLUMNS * column, rank // _LEGEND_COLUMNS * _LEGEND, one)
        for rank, one in enumerate(series)
    ]


def _legend_height(series: Sequence[Series]) -> float:
    return ceil(len(series) / _LEGEND_COLUMNS) * _LEGEND + 10


def _scale(largest: float) -> tuple[float, float]:
    """A round step and a round end of a scale that holds ``largest``."""
    step = 1.0
    while True:
        for factor in _STEPS:
            if largest <= step * factor * _TICKS:
                wide = step * factor
                return wide, max(ceil(largest / wide), 1) * wide
        step *= 10


def _ticks(step: float, end: float) -> list[float]:
    return [rank * step for rank in range(round(end / step) + 1)]


def _short(label: str) -> str:
    """A label as far as there is room; the whole one stands in the table, and as a tooltip.

    What stands in brackets at its end tells it from others, and stays.
    """
    if len(label) <= _LONGEST_LABEL:
        return label
    name, bracket, told = label.rpartition(" (")
    end = f" ({told}" if bracket and told.endswith(")") and len(told) <= _LONGEST_ENDING else ""
    room = _LONGEST_LABEL - 1 - len(end)
    return f"{(name if end else label)[:room].rstrip()}…{end}"
