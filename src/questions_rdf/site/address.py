"""Where a site stands on the web, and of which data it is."""

import re
from datetime import date
from typing import NamedTuple

from questions_rdf.errors import UsageError
from questions_rdf.resources import places

_SITE_URL = re.compile(r"(https?)://([A-Za-z0-9.-]+(?::[0-9]+)?)((?:/[A-Za-z0-9._~-]+)*/)")


class Address(NamedTuple):
    """A site.

    Args:
        site_url: the absolute address of its root, which ends in ``/``.
        base: the data base: what the IRIs of things begin with.
        as_of: the day of the data.
    """

    site_url: str
    base: str
    as_of: date

    @property
    def root(self) -> str:
        """The path of the root on its host: ``/``, ``/questions/``."""
        return _parts(self.site_url)[3]

    @property
    def host(self) -> str:
        """The host, without the port."""
        return _parts(self.site_url)[2].partition(":")[0]

    def path(self, iri: str | None) -> str | None:
        """The path of the page of a thing; none if it cannot have one."""
        return places.path(iri, self.base) if iri else None

    def page(self, path: str, anchor: str | None = None) -> str:
        """The absolute address of the page at ``path``, in French."""
        return f"{self.site_url}{path}.html{f'#{anchor}' if anchor else ''}"


def checked(site_url: str) -> str:
    """The address of a site's root.

    Raises:
        UsageError: if it is no plain address of a folder of the web.
    """
    _parts(site_url)
    return site_url


def _parts(site_url: str) -> re.Match[str]:
    match = _SITE_URL.fullmatch(site_url)
    if match is None:
        raise UsageError(
            f"“{site_url}” is no address of a site: "
            "it begins with http:// or https:// and ends with /, for instance https://example.org/"
        )
    return match
