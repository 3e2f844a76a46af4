"""Scales: a round end, round steps, and which labels there is room for."""

from math import ceil

_STEPS = (1, 2, 5)
_TICKS = 6


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
    return [rank * step for rank in range(round(end / step) + 1)]
