"""Locks on open files: they end with the process that holds them, however that ends."""

from collections.abc import Callable
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # not a POSIX system: two runs at once are then up to the user
    fcntl = None  # type: ignore[assignment]


def take(stream: BinaryIO, wait: Callable[[], None] = lambda: None) -> None:
    """Hold the file for this process alone; ``wait`` is told if another one has it."""
    if not try_to_take(stream) and fcntl is not None:
        wait()
        fcntl.flock(stream, fcntl.LOCK_EX)


def try_to_take(stream: BinaryIO) -> bool:
    """Hold the file for this process alone, unless another one has it."""
    if fcntl is not None:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def share(stream: BinaryIO) -> None:
    """Hold the file along with others that share it; nobody has it alone meanwhile."""
    if fcntl is not None:
        fcntl.flock(stream, fcntl.LOCK_SH)
