"""The address of a store: taken apart once, and never with a password in it."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from questions_rdf.errors import UsageError

_PORTS = {"http": 80, "https": 443}
_NOT_IN_AN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


class Address(NamedTuple):
    """Where a store is: scheme, host with its port, and the path without a slash at its end."""

    scheme: str
    server: str
    path: str

    @classmethod
    def of(cls, url: str) -> "Address":
        """What ``--to`` names.

        Raises:
            UsageError: if it is no address of a server, or has more in it than an address.
        """
        parts = _parts(url)
        if parts.username is not None or parts.password is not None:
            # The address itself must not be repeated: it would stand in logs.
            raise UsageError(
                "--to: no user or password in an address; set QUESTIONS_RDF_USER and "
                "QUESTIONS_RDF_PASSWORD, or put them into ~/.netrc"
            )
        if parts.scheme not in _PORTS or not parts.hostname:
            raise UsageError(f"--to {url}: an address like http://localhost:7878 is needed")
        if parts.query or parts.fragment:
            bare = f"{parts.scheme}://{parts.netloc}{parts.path}"
            raise UsageError(
                f"--to {bare}: the address alone, without what follows ? or #; "
                "--graph names the graph"
            )
        return cls(parts.scheme, parts.netloc.lower(), parts.path.rstrip("/"))

    def __str__(self) -> str:
        return self.at(self.path)

    def at(self, path: str) -> str:
        """The address of another path on the same server."""
        return f"{self.scheme}://{self.server}{path or '/'}"

    @property
    def host(self) -> str:
        """The name of the machine."""
        return urlsplit(str(self)).hostname or ""

    @property
    def origin(self) -> tuple[str, str, int]:
        """What has to be the same for credentials to be sent: scheme, host and port."""
        return origin(str(self))


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise UsageError("--to: that is no address of a server") from error
    return parts


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)


def shown(url: str) -> str:
    """An address from elsewhere (a redirect) as it may be told: nothing secret, nothing unseen."""
    parts = urlsplit(url)
    name = parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{name}{port}{quote(parts.path, safe='/%')}"


def graph_name(iri: str | None) -> str | None:
    """The IRI of a named graph, fit to stand in SPARQL; none for the default graph.

    Raises:
        UsageError: if it is no absolute IRI.
    """
    if iri is None:
        return None
    if _NOT_IN_AN_IRI.search(iri) or not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", iri):
        raise UsageError(
            f"--graph {iri!r}: an absolute IRI is needed, such as https://example.org/g"
        )
    return iri
