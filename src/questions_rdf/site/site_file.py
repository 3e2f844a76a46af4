"""A file of the site, before it is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class SiteFile(NamedTuple):
    """A file: its path below the root of the site (``acteur/PA1.html``), and what is in it."""

    path: str
    content: bytes


class StreamedFile(NamedTuple):
    """A file that is too large to be held: its path, and its content piece by piece."""

    path: str
    chunks: Iterator[bytes]


class CopiedFile(NamedTuple):
    """A file that is there already: its path in the site, and where it is now."""

    path: str
    source: Path


AnyFile = SiteFile | StreamedFile | CopiedFile
