"""How often and after how long something is tried again."""

import time
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from questions_rdf.errors import OutputError

_Result = TypeVar("_Result")


class LoadError(OutputError):
    """The store does not take the data; what it has acknowledged stays there."""


class TryAgainError(Exception):
    """It may go better another time, in ``pause`` seconds if the server says when."""

    def __init__(self, why: str, pause: float | None = None) -> None:
        self.pause = pause
        super().__init__(why)


class Patience(NamedTuple):
    """How patient a load is, and whom it tells.

    ``attempts`` are exchanges in all; the pause (in seconds) doubles from ``pause`` up to
    ``longest_pause``. A server that asks for more gets it, up to ``longest_asked``.
    """

    attempts: int = 6
    pause: float = 1
    longest_pause: float = 60
    longest_asked: float = 300
    sleep: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = lambda _sentence: None

    def until_done(self, act: Callable[[], _Result]) -> _Result:
        """What ``act`` gives, tried again while it asks for that; it must be safe to repeat.

        Raises:
            LoadError: if the attempts are used up.
        """
        for attempt in range(1, self.attempts + 1):
            try:
                return act()
            except TryAgainError as reason:
                self._wait(attempt, reason)
        raise AssertionError("the last pause raises")  # pragma: no cover

    def _wait(self, attempt: int, reason: TryAgainError) -> None:
        asked = reason.pause or 0
        if attempt == self.attempts:
            raise LoadError(f"{reason}, after {attempt} attempts")
        if asked > self.longest_asked:
            raise LoadError(f"{reason} and asks for {asked:g} s of patience; try again later")
        seconds = max(min(self.pause * 2 ** (attempt - 1), self.longest_pause), asked)
        self.say(f"{reason}; again in {seconds:g} s")
        self.sleep(seconds)
