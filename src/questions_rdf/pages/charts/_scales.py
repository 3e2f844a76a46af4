"""Scales: a round end, round steps, and which labels there is room for."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import ceil
from typing import NamedTuple

_STEPS = (1, 2, 5)
_TICKS = 6

FONT, NARROW_FONT = 13, 22
"""Sizes of letters in charts of columns and lines, in a wide figure and in a narrow one.

A drawing shrinks with its figure, so letters have to be larger on a phone:
``charts.css`` sets these two, and one between, by the width of the figure.
"""
_LETTER = 0.62
"""Width of a letter to its height, that of a wide font; figures are as wide."""
_APART = 0.6


class Label(NamedTuple):
    """A text under an axis; ``wide_only`` ones are left out of a narrow figure."""

    x: float
    text: str
    anchor: str
    wide_only: bool


class Spot(NamedTuple):
    """A place in a drawing."""

    x: float
    y: float


class _Span(NamedTuple):
    start: float
    end: float


def scale(largest: float) -> tuple[float, float]:
    """A round step and a round end of a scale that holds ``largest``."""
    step = 1.0
    while True:
        for factor in _STEPS:
            if largest <= step * factor * _TICKS:
                wide = step * factor
                return wide, max(ceil(largest / wide), 1) * wide
        step *= 10


def ticks_of(step: float, end: float) -> list[float]:
    """Where the lines of a scale are."""
    return [rank * step for rank in range(round(end / step) + 1)]


def text_width(text: str, font: float) -> float:
    """How wide a text is at most, near enough."""
    return len(text) * font * _LETTER


def broken(spots: Sequence[Spot | None]) -> str:
    """A path through all spots, broken where there is none; one that stands alone is a dot."""
    runs = [
        [spot for spot in run if spot]
        for known, run in groupby(spots, key=lambda spot: spot is not None)
        if known
    ]
    return "".join(
        "M" + "L".join(f"{spot.x:.1f},{spot.y:.1f}" for spot in run) + ("" if run[1:] else "h0")
        for run in runs
    )


def labels(texts: Sequence[str], centres: Sequence[float], width: float) -> list[Label]:
    """As many labels as there is room for, at equal distances, the last one always.

    Those of a narrow figure are some of those of a wide one.
    """
    anchors = [
        _anchor(centre, text_width(text, NARROW_FONT) / 2, width)
        for text, centre in zip(texts, centres, strict=True)
    ]
    placed = list(zip(texts, centres, anchors, strict=True))
    step = _step(placed, FONT, width, 1)
    narrow_step = _step(placed, NARROW_FONT, width, step)
    last = len(texts) - 1
    return [
        Label(_at(centre, anchor, width), text, anchor, wide_only=bool((last - rank) % narrow_step))
        for rank, (text, centre, anchor) in enumerate(placed)
        if (last - rank) % step == 0
    ]


def _step(placed: Sequence[tuple[str, float, str]], font: float, width: float, unit: int) -> int:
    """The smallest multiple of ``unit`` at which labels do not touch."""
    step = unit
    while step < len(placed) and not _apart(placed[::-1][::step], font, width):
        step += unit
    return step


def _apart(kept: Sequence[tuple[str, float, str]], font: float, width: float) -> bool:
    """Whether labels, from right to left, leave space between each other."""
    spans = [_span(*one, font=font, width=width) for one in kept]
    gap = font * _APART
    return all(left.end + gap <= right.start for right, left in pairwise(spans))


def _span(text: str, centre: float, anchor: str, font: float, width: float) -> _Span:
    length, x = text_width(text, font), _at(centre, anchor, width)
    start = {"start": x, "middle": x - length / 2, "end": x - length}[anchor]
    return _Span(start, start + length)


def _anchor(centre: float, half: float, width: float) -> str:
    """A label in the middle under its place, unless it would stand over the edge."""
    if centre + half > width:
        return "end"
    return "start" if centre < half else "middle"


def _at(centre: float, anchor: str, width: float) -> float:
    return {"start": 0.0, "middle": centre, "end": width}[anchor]
