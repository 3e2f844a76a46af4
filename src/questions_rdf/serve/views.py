"""The pages for people that the server shows, where there are any."""

from typing import NamedTuple


class Asset(NamedTuple):
    """A file that pages need."""

    content: bytes
    media_type: str
    sha256: str


def query_page(language: str, root: str) -> str | None:
    """The page to write queries on."""
    del language, root
    return None


def asset(path: str) -> Asset | None:
    """A file below ``/assets/``."""
    del path
    return None


RESOURCE_PAGES = False
"""Whether the workers can answer with the page of a resource."""
