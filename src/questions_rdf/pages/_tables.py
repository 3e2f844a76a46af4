"""A table laid out so that its cells fit: none over another, each row as wide as all."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_WIDEST = 60
_MOST_PLACES = 50_000
_MOST_ROWS = 5_000
_FIGURE = re.compile(r"[-–+−]?[0-9][0-9.,\s\u00a0\u202f]*(?:[%€]|k€|M€)?")


class Cell(NamedTuple):
    """A cell: its mark-up, whether it heads others, over how many columns and rows it goes.

    A row span of nought goes to the last row.
    """

    html: str
    heads: bool = False
    colspan: int = 1
    rowspan: int = 1

    @property
    def is_figure(self) -> bool:
        """Whether it is a number."""
        return _FIGURE.fullmatch(self.html) is not None


class Table(NamedTuple):
    """A table: the mark-up of its caption, the rows that head it, the others."""

    caption: str
    head: list[list[Cell]]
    rows: list[list[Cell]]


class _Placed(NamedTuple):
    """A cell, and where it begins."""

    x: int
    y: int
    cell: Cell


def arranged(rows: Sequence[Sequence[Cell]], caption: str) -> Table | None:
    """The table; none if it is too large to be shown as one.

    Args:
        rows: its cells as they are stated.
        caption: its mark-up.
    """
    placed = _laid(rows) if len(rows) <= _MOST_ROWS else None
    if placed is None:
        return None
    tight = list(_tightened(placed))
    width = max((one.x + one.cell.colspan for one in tight), default=0)
    height = max((one.y + one.cell.rowspan for one in tight), default=0)
    if width * height > _MOST_PLACES:
        return None
    shown = _filled(tight, width, height)
    has_data = any(not cell.heads for row in shown for cell in row)
    if not has_data:
        shown = [[cell._replace(heads=False) for cell in row] for row in shown]
    count = _heading_rows(shown)
    return Table(caption, shown[:count], shown[count:])


def _laid(rows: Sequence[Sequence[Cell]]) -> list[_Placed] | None:
    """Where each cell stands; one that would lie over another is made narrower."""
    found: list[_Placed] = []
    until = [0] * _WIDEST  # by column, the row before which it is taken from above
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while x < _WIDEST and until[x] > y:
                x += 1
            if x == _WIDEST:
                return None
            end = x + 1
            while end < min(x + cell.colspan, _WIDEST) and until[end] <= y:
                end += 1
            tall = min(cell.rowspan or len(rows), len(rows) - y)
            until[x:end] = [y + tall] * (end - x)
            found.append(_Placed(x, y, cell._replace(colspan=end - x, rowspan=tall)))
            x = end
    return found


def _tightened(placed: Sequence[_Placed]) -> Iterator[_Placed]:
    """The same without columns and rows in which no cell begins."""
    columns = sorted({one.x for one in placed})
    lines = sorted({one.y for one in placed})
    for x, y, cell in placed:
        left, right = bisect_left(columns, x), bisect_left(columns, x + cell.colspan)
        top, bottom = bisect_left(lines, y), bisect_left(lines, y + cell.rowspan)
        heads = cell.heads and bool(cell.html)
        yield _Placed(left, top, Cell(cell.html, heads, right - left, bottom - top))


def _filled(placed: Sequence[_Placed], width: int, height: int) -> list[list[Cell]]:
    """The rows, with an empty cell wherever there is none."""
    rows: list[dict[int, Cell]] = [{} for _ in range(height)]
    free = [[True] * width for _ in range(height)]
    for x, y, cell in placed:
        rows[y][x] = cell
        for line in free[y : y + cell.rowspan]:
            line[x : x + cell.colspan] = [False] * cell.colspan
    for row, line in zip(rows, free, strict=True):
        row.update({x: Cell("") for x, is_free in enumerate(line) if is_free})
    return [[cell for _, cell in sorted(row.items(), key=lambda one: one[0])] for row in rows]


def _heading_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top only head the others, and reach into none of them."""
    count = 0
    while count < len(rows) and _only_heads(rows[count]):
        count += 1
    while across := [y for y in range(count) if any(y + one.rowspan > count for one in rows[y])]:
        count = across[0]
    return count if count < len(rows) else 0


def _only_heads(row: Sequence[Cell]) -> bool:
    return any(one.heads for one in row) and all(one.heads or not one.html for one in row)
