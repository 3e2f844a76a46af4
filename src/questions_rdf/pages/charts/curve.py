"""A curve: a share that falls by steps."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts._parts import Caption, drawn
from questions_rdf.pages.charts._scales import scale, ticks_of

_WIDTH = 760
_AXIS = 34
_HEIGHT = 300
_LEFT = 56
_PERCENT = 100


class _Mark(NamedTuple):
    x: float
    y: float
    label: str


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
    room, depth = _WIDTH - _LEFT - 24, _HEIGHT
    step, end = scale(max((x for x, _ in points), default=0))

    def across(x: float) -> float:
        return _LEFT + x * room / end

    def down(share: float) -> float:
        return 16 + (1 - share) * depth

    path = [f"M{across(0):.1f},{down(1):.1f}"]
    path += [f"H{across(x):.1f}V{down(share):.1f}" for x, share in points]
    shares = (0, 0.25, 0.5, 0.75, 1)
    return drawn(
        "charts/curve.svg",
        lang,
        caption=caption,
        alone=alone,
        path="".join(path),
        across=[(across(tick), tick) for tick in ticks_of(step, end)],
        down=[(down(share), share * _PERCENT) for share in shares],
        marks=[
            _Mark(across(x), 28 + rank * 18, label)
            for rank, (x, label) in enumerate(marks)
            if x <= end
        ],
        unit=unit,
        left=_LEFT,
        right=_LEFT + room,
        top=16,
        bottom=16 + depth,
        width=_WIDTH,
        height=16 + depth + _AXIS + 8,
    )
