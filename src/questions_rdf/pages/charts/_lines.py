"""Charts of one line a thing: names at the left, a legend above."""

from collections.abc import Sequence
from math import ceil

from questions_rdf.pages.charts._parts import Series

WIDTH = 760
LABELS = 250
FIGURES = 70
ROW = 30
BAR = 18
AXIS = 34
_LEGEND = 24
_LEGEND_COLUMNS = 2
_LONGEST_LABEL = 33
_LONGEST_ENDING = 20


def legend(series: Sequence[Series]) -> list[tuple[float, float, Series]]:
    """Where each colour is named: two in a row."""
    column = WIDTH / _LEGEND_COLUMNS
    return [
        (rank % _LEGEND_COLUMNS * column, rank // _LEGEND_COLUMNS * _LEGEND, one)
        for rank, one in enumerate(series)
    ]


def legend_height(series: Sequence[Series]) -> float:
    return ceil(len(series) / _LEGEND_COLUMNS) * _LEGEND + 10


def short(label: str) -> str:
    """A label as far as there is room; the whole one stands in the table, and as a tooltip.

    What stands in brackets at its end tells it from others, and stays.
    """
    if len(label) <= _LONGEST_LABEL:
        return label
    name, bracket, told = label.rpartition(" (")
    end = f" ({told}" if bracket and told.endswith(")") and len(told) <= _LONGEST_ENDING else ""
    room = _LONGEST_LABEL - 1 - len(end)
    return f"{(name if end else label)[:room].rstrip()}…{end}"
