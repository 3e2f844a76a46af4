"""Chance that comes out the same on every machine: only the bits of the generator are used."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Numbers from a seed."""

    def __init__(self, seed: int) -> None:
        self.unit = random.Random(seed).random  # noqa: S311  (nothing is secret here)

    def one_of(self, things: Sequence[T]) -> T:
        """Any of them."""
        return things[int(self.unit() * len(things))]

    def below(self, limit: int) -> int:
        """A whole number from 0 to ``limit`` - 1."""
        return int(self.unit() * limit)

    def happens(self, share: float) -> bool:
        """Whether something of that share is the case."""
        return self.unit() < share

    def between(self, quantiles: Sequence[tuple[float, int]]) -> int:
        """A number distributed as ``quantiles`` say: (share below, value), linear between them."""
        drawn = self.unit()
        below, least = quantiles[0]
        for share, value in quantiles[1:]:
            if drawn < share:
                return least + int((drawn - below) / (share - below) * (value - least))
            below, least = share, value
        return least
