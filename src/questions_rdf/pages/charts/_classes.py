"""Which shade a value of a map has: five classes at most, each with about as many values."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

SHADES = 5
_SINGLE = 3


class Shade(NamedTuple):
    """A class: the smallest and the largest value that is in it, and its shade, 1 (light) to 5."""

    low: float
    high: float
    shade: int


def shades(values: Sequence[float], breaks: Sequence[float] | None = None) -> list[Shade]:
    """The classes that have values, light to dark.

    Args:
        values: all of them.
        breaks: where classes begin (but the first one, which begins anywhere); at most four.
            Without them each class has about as many values, or one if few are different.
    """
    ordered = sorted(values)
    bounds = sorted(breaks) if breaks is not None else _bounds(ordered)
    members: list[list[float]] = [[] for _ in range(len(bounds) + 1)]
    for value in ordered:
        members[bisect_right(bounds, value)].append(value)
    return [
        Shade(found[0], found[-1], _shade(rank, len(members)))
        for rank, found in enumerate(members)
        if found
    ]


def _bounds(ordered: Sequence[float]) -> list[float]:
    """Where classes begin; equal values are in one class.

    Where so many are equal that classes would be lost, different values are counted instead.
    """
    distinct = sorted(set(ordered))
    if len(distinct) <= SHADES:
        return distinct[1:]
    cuts = _cuts(ordered)
    return cuts if len(cuts) == SHADES - 1 else _cuts(distinct)


def _cuts(ordered: Sequence[float]) -> list[float]:
    cuts = {ordered[len(ordered) * part // SHADES] for part in range(1, SHADES)}
    return sorted(cuts - {ordered[0]})


def _shade(rank: int, classes: int) -> int:
    """Few classes are spread over all shades."""
    return 1 + rank * (SHADES - 1) // (classes - 1) if classes > 1 else _SINGLE
