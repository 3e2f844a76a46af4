"""Dots: values on one scale from nought."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts._lines import (
    AXIS,
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
from questions_rdf.pages.charts._scales import scale, ticks_of


class _Line(NamedTuple):
    y: float
    label: str
    full: str


class _Dot(NamedTuple):
    x: float
    value: float
    series: Series


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
    top = legend_height(series)
    room = WIDTH - LABELS - FIGURES
    largest = max((value for bar in bars for value in bar.values if value is not None), default=0)
    step, end = scale(largest)
    lines = [
        (
            _Line(top + rank * ROW, short(bar.label), bar.label),
            [
                _Dot(LABELS + value * room / end, value, one)
                for value, one in zip(bar.values, series, strict=True)
                if value is not None
            ],
        )
        for rank, bar in enumerate(bars)
    ]
    bottom = top + len(bars) * ROW
    return drawn(
        "charts/dots.svg",
        lang,
        caption=caption,
        alone=alone,
        legend=legend(series),
        lines=lines,
        ticks=[(LABELS + tick * room / end, tick) for tick in ticks_of(step, end)],
        unit=unit,
        top=top,
        bottom=bottom,
        bar=BAR,
        left=LABELS,
        width=WIDTH,
        height=bottom + AXIS,
    )
