"""Where a site stands on the web, and of which data it is."""

import re
from datetime import date
from typing import NamedTuple

from questions_rdf.errors import UsageError
from questions_rdf.resources import places

_SITE_URL = re.compile(r"(https?)://([A-Za-z0-9.-]+(?::[0-9]+)?)((?:/[A-Za-z0-9._~-]+)*/)")

_WEB = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?")


WEB_SAID = "an address begins with https:// or http://"


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


def root_at(url: str) -> str:
    """The address of a site's root, with the ``/`` at its end, which may be left out.

    Raises:
        UsageError: if it is no plain address of a folder of the web.
    """
    site_url = url if url.endswith("/") else f"{url}/"
    _parts(site_url)
    return site_url


def endpoint_at(url: str) -> str:
    """The address of an endpoint, which can be put into pages and data as it is.

    Raises:
        UsageError: if it is no address of the web.
    """
    if not is_of_the_web(url):
        raise UsageError(f"--endpoint {url!r}: {WEB_SAID}")
    return url


def is_of_the_web(url: str) -> bool:
    """Whether an address can be followed, and put into pages and data as it is."""
    return _WEB.fullmatch(url) is not None


def _parts(site_url: str) -> re.Match[str]:
    match = _SITE_URL.fullmatch(site_url)
    if match is None:
        raise UsageError(
            f"“{site_url}” is no address of a site: it begins with https:// or http:// and has "
            "neither query nor anchor, for instance https://example.org/questions/"
        )
    return match
