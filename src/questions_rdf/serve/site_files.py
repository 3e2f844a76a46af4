"""The files of a site, given out as they stand: pages, data, feeds, the index of its search."""

import asyncio
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from questions_rdf.media_types import content_type
from questions_rdf.pages.frame import POLICIES, POLICY
from questions_rdf.serve import conditions
from questions_rdf.serve.exchange import Exchange

_PIECE = 256 * 1024
_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}


class _File(NamedTuple):
    """A file that is open: its stream, how long it is, what tells it from its former self."""

    stream: BinaryIO
    size: int
    state: str


class SiteFiles:
    """Gives out the files of a folder; whatever an address says, nothing beside it.

    Args:
        folder: the site.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def answer(self, exchange: Exchange) -> bool:
        """Give out the file at this address; false if there is none."""
        path = exchange.path.removeprefix("/")
        file = await asyncio.to_thread(self._opened, path)
        if file is None:
            return False
        with file.stream:
            await _give(exchange, path, file)
        return True

    def has(self, path: str) -> bool:
        """Whether there is a file at a path below the root."""
        file = self._opened(path)
        if file:
            file.stream.close()
        return file is not None

    def _opened(self, path: str) -> _File | None:
        if not _is_plain(path):
            return None
        try:
            stream = (self._folder / path).open("rb", buffering=0)
        except (OSError, ValueError):
            return None
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode):
            stream.close()
            return None
        return _File(stream, found.st_size, f"{found.st_mtime_ns}-{found.st_ino}")


def _is_plain(path: str) -> bool:
    """Whether a path leads downwards, past nothing that is hidden."""
    parts = path.split("/")
    return not any(part.startswith(".") or "\\" in part or not part for part in parts)


async def _give(exchange: Exchange, path: str, file: _File) -> None:
    headers = {
        "Content-Type": content_type(path),
        "ETag": conditions.tag(path, str(file.size), file.state),
        "Cache-Control": "no-cache",
        **(_page_headers(path) if path.endswith(".html") else {}),
    }
    if await conditions.unchanged(exchange, headers):
        return
    await exchange.start(200, {**headers, "Content-Length": str(file.size)})
    left = 0 if exchange.method == "HEAD" else file.size
    for wanted in _pieces(left):
        piece = await asyncio.to_thread(file.stream.read, wanted)
        left -= len(piece)
        await exchange.piece(piece, more=True)
    await exchange.piece(b"", more=False)


def _pieces(size: int) -> Iterator[int]:
    return (min(_PIECE, size - start) for start in range(0, size, _PIECE))


def _page_headers(path: str) -> dict[str, str]:
    """What stands before a page: what it may load, as it says itself, and who may frame it."""
    policy = POLICIES.get(path.partition(".")[0], POLICY)
    return {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", **_SAFE}
