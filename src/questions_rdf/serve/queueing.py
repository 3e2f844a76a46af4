"""Things that are had one at a time, and those who wait for one."""

import asyncio
import time
from collections import deque
from contextlib import suppress
from typing import Generic, TypeVar

from questions_rdf.serve import refusals
from questions_rdf.serve.refusals import Refusal

T = TypeVar("T")


class Refused(Exception):  # noqa: N818  (it is no error of ours)
    """A request gets no answer."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


class Room:
    """How many may wait, over all queues."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.waiting = 0

    def enter(self) -> None:
        """Begin to wait.

        Raises:
            Refused: if too many wait already.
        """
        if self.waiting >= self._size:
            raise Refused(refusals.BUSY)
        self.waiting += 1

    def leave(self) -> None:
        """Wait no longer."""
        self.waiting -= 1


class Turns(Generic[T]):
    """What is free goes to who came first, or to who came last.

    The last first is for things that are soon free again: where many wait, all would wait for the
    worst of them otherwise, and those who came first are the likeliest to have given up.
    """

    def __init__(self, room: Room, *, last_first: bool = False) -> None:
        self._room, self._last_first = room, last_first
        self._free: deque[T] = deque()
        self._waiting: deque[asyncio.Future[T]] = deque()

    @property
    def free(self) -> int:
        """How many are there for the taking."""
        return len(self._free)

    def put(self, thing: T) -> None:
        """Something is free (again)."""
        while self._waiting:
            future = self._waiting.pop() if self._last_first else self._waiting.popleft()
            if not future.done():
                future.set_result(thing)
                return
        self._free.append(thing)

    def take(self) -> T | None:
        """Something that is free now; the last that came is the warmest."""
        return self._free.pop() if self._free else None

    def take_all(self) -> list[T]:
        """All that is free."""
        free = list(self._free)
        self._free.clear()
        return free

    def remove(self, thing: T) -> None:
        """It is not to be had any more."""
        with suppress(ValueError):
            self._free.remove(thing)

    async def get(self, deadline: float) -> T:
        """Something that is free, now or later.

        Raises:
            Refused: if too many wait, or nothing is free in time.
        """
        if self._free:
            return self._free.pop()
        self._room.enter()
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            await asyncio.wait([future], timeout=max(0.0, deadline - time.monotonic()))
        except asyncio.CancelledError:
            if future.done() and not future.cancelled():
                self.put(future.result())  # it came for one who has just left
            raise
        finally:
            self._room.leave()
            if not future.done():
                future.cancel()
        if future.cancelled():
            raise Refused(refusals.TIMEOUT)
        return future.result()
