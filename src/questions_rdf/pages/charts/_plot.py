"""What charts over time have in common: a scale at the left, years or months below."""

from collections.abc import Sequence
from typing import NamedTuple

from questions_rdf.pages.charts._parts import Bar, Series
from questions_rdf.pages.charts._scales import (
    NARROW_FONT,
    Label,
    labels,
    scale,
    text_width,
    ticks_of,
)

WIDTH = 640
_TOP = 32
_DEPTH = 270
_BELOW = 34
_MARGIN = 12
_LONGEST_LABEL = 20


class Key(NamedTuple):
    """An entry of a legend: a box in the colour, a line, a line of reference, or a time not over.

    ``shape`` is ``box``, ``line``, ``reference``, ``partial-box`` or ``partial-line``.
    """

    label: str
    style: str
    shape: str = "box"


class Plot(NamedTuple):
    """Where the values of a chart stand."""

    left: float
    slot: float
    """How much of the width each label has."""
    end: float
    """The value at the top."""
    ticks: list[tuple[float, float]]
    labels: list[Label]
    width: float = WIDTH
    top: float = _TOP
    bottom: float = _TOP + _DEPTH
    height: float = _TOP + _DEPTH + _BELOW

    def across(self, rank: int) -> float:
        """The middle of the place with this rank."""
        return self.left + (rank + 0.5) * self.slot

    def down(self, value: float) -> float:
        """The height of a value."""
        return self.bottom - value * _DEPTH / self.end


def plot(bars: Sequence[Bar], largest: float) -> Plot:
    """Room for all labels and values up to ``largest``."""
    step, end = scale(largest)
    ticks = ticks_of(step, end)
    left = max(text_width(f"{tick:,.0f}", NARROW_FONT) for tick in ticks) + _MARGIN
    empty = Plot(left, (WIDTH - left) / len(bars), end, [], [])
    return empty._replace(
        ticks=[(empty.down(tick), tick) for tick in ticks],
        labels=labels(
            [_cut(bar.label) for bar in bars],
            [empty.across(rank) for rank in range(len(bars))],
            WIDTH,
        ),
    )


def keys(series: Sequence[Series], shape: str, bars: Sequence[Bar] = ()) -> list[Key]:
    """The legend of some series, and of a time that is not over."""
    found = [Key(one.label, one.style, shape) for one in series]
    unfinished = [Key(bar.full or bar.label, "", f"partial-{shape}") for bar in bars if bar.partial]
    return found + unfinished


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1].rstrip()}…"
