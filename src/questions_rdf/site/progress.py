"""What a publication says while it lasts: what is being done, and how much of it is done."""

from typing import Protocol


class Progress(Protocol):
    """Told what is being done, how many are done, of how many (if that is known), and of what."""

    def __call__(self, what: str, done: int, total: int | None, unit: str = ..., /) -> None:
        """Take it down."""


def unsaid(_what: str, _done: int, _total: int | None, _unit: str = "", /) -> None:
    """Tell nobody."""
