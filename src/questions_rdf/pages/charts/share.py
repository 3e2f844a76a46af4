"""Small drawings for the cells of a table: a bar of shares, the course of a value."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts._parts import Series, drawn
from questions_rdf.pages.charts._plot import keys
from questions_rdf.pages.charts._scales import Spot, broken

_WHOLE = 100
_DEEP = 24
_EDGE = 3


class _Part(NamedTuple):
    x: float
    width: float
    value: float
    series: Series


def share_bar(
    series: Sequence[Series], values: Sequence[float | None], lang: str = "fr", *, name: str = ""
) -> Markup:
    """One thin bar with the share of each series; nothing where all are nought.

    Args:
        series: the colours with their names; ``legend`` shows them once for the table.
        values: a value for each; one that is missing counts nothing.
        lang: ``fr`` or ``en``.
        name: whose shares they are, for those who hear the bar and not its row.
    """
    total = sum(value or 0 for value in values)
    parts: list[_Part] = []
    x = 0.0
    for one, value in zip(series, values, strict=True):
        if value:
            parts.append(_Part(x, value / total * _WHOLE, value, one))
            x += parts[-1].width
    return drawn("charts/share.svg", lang, parts=parts, name=name) if parts else Markup()


def legend(series: Sequence[Series], lang: str = "fr") -> Markup:
    """The colours with their names, for drawings that have none of their own."""
    return drawn("charts/_keys.html", lang, keys=keys(series, "box"))


def spark(values: Sequence[float | None], text: str, *, style: str = "fill-accent") -> Markup:
    """The course of a value without a scale; nothing where there are not two values.

    Args:
        values: oldest first; the line is broken where a value is missing.
        text: what those hear who cannot see it, with the figures that matter.
        style: a class of the style sheet.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:  # noqa: PLR2004  (a course has a beginning and an end)
        return Markup()
    largest = max(*known, 0) or 1
    step = (_WHOLE - 2 * _EDGE) / (len(values) - 1)
    spots = [
        None
        if value is None
        else Spot(_EDGE + rank * step, _DEEP - _EDGE - value / largest * (_DEEP - 2 * _EDGE))
        for rank, value in enumerate(values)
    ]
    last = [spot for spot in spots if spot][-1]
    return drawn("charts/spark.svg", "fr", path=broken(spots), last=last, text=text, style=style)
