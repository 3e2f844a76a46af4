"""A file of the site, before it is written."""

from typing import NamedTuple


class SiteFile(NamedTuple):
    """A file: its path below the root of the site (``acteur/PA1.html``), and what is in it."""

    path: str
    content: bytes
