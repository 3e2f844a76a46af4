"""One question to a web server and its answer; nothing else knows the network.

The standard library's client does all that a download of a few files needs: proxies from the
environment, certificates that are always verified, redirects that can be refused. It speaks
HTTP/1.1, which serves here: over HTTP/2 the Assembly's server is known to cut large files short.
"""

import http.client
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from typing import IO

from questions_rdf import __version__

_USER_AGENT = f"questions-rdf/{__version__} (+https://w3id.org/questions-parlementaires/)"
_PIECE = 64 * 1024
_LOOPBACK = frozenset(("127.0.0.1", "::1", "localhost"))


class WebError(Exception):
    """The exchange failed, and would fail again."""


class UnreachableError(WebError):
    """Nobody answers at that address: no network, no such name, nobody listening."""


class InterruptedExchangeError(WebError):
    """The exchange broke off, or the server took too long: it may go better another time."""


class Answer:
    """What a server answered: its status, its headers, its body as a stream."""

    def __init__(self, status: int, headers: Message, body: IO[bytes]) -> None:
        self.status = status
        self._headers = headers
        self._body = body

    def header(self, name: str) -> str | None:
        """The value of a header, if it has one that can stand in a request or in a note."""
        value = self._headers.get(name)
        return value if isinstance(value, str) and value.isprintable() else None

    def pieces(self) -> Iterator[bytes]:
        """The body as it comes in.

        Raises:
            InterruptedExchangeError: if it breaks off. An early end of a body whose length was
                announced is for the caller to notice: what came until then is good.
        """
        read = getattr(self._body, "read1", self._body.read)  # what is there, without waiting
        while True:
            try:
                piece = read(_PIECE)
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise InterruptedExchangeError(_reason(error)) from error
            if not piece:
                return
            yield piece


class Web:
    """The web as it is; ``timeout`` is how long, in seconds, a server may be silent."""

    def __init__(self, timeout: float = 30) -> None:
        self._timeout = timeout
        context = ssl.create_default_context()
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPSHandler(context=context), _CarefulRedirects()
        )
        self._opener.addheaders = [("User-Agent", _USER_AGENT)]

    @contextmanager
    def get(self, url: str, headers: Mapping[str, str]) -> Iterator[Answer]:
        """The answer of the server for ``url``, whatever its status, while the block lasts.

        Raises:
            WebError: if there is none.
        """
        with self._opened(url, headers) as response:
            yield Answer(response.status or 0, response.headers, response)

    def _opened(
        self, url: str, headers: Mapping[str, str]
    ) -> "http.client.HTTPResponse | urllib.error.HTTPError":
        try:
            request = urllib.request.Request(url, headers=dict(headers))  # noqa: S310  (see _allowed)
            response: http.client.HTTPResponse = self._opener.open(request, timeout=self._timeout)
        except urllib.error.HTTPError as answer:
            return answer
        except urllib.error.URLError as error:
            raise _failure(error.reason) from error
        except (OSError, http.client.HTTPException) as error:
            raise InterruptedExchangeError(_reason(error)) from error
        except ValueError as error:
            raise WebError(_reason(error)) from error
        return response


class _CarefulRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to https, or to the same server; never from https to http."""

    def redirect_request(  # noqa: PLR0913, PLR0917  (the signature of the standard library)
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not _allowed(req.full_url, newurl):
            raise WebError(f"it redirects to {newurl}, which is neither https nor the same server")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _allowed(before: str, after: str) -> bool:
    old, new = urllib.parse.urlsplit(before), urllib.parse.urlsplit(after)
    same_server = (old.scheme, old.netloc) == (new.scheme, new.netloc)
    return new.scheme == "https" or same_server


def is_trustworthy(url: str) -> bool:
    """Whether ``url`` is an address to download from: https, or this machine itself."""
    try:
        parts = urllib.parse.urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return bool(host) and (
        parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    )


def host_of(url: str) -> str:
    """The server that ``url`` names."""
    return urllib.parse.urlsplit(url).netloc


def _failure(reason: object) -> WebError:
    """What the standard library wraps while it connects and asks."""
    if isinstance(reason, ssl.SSLCertVerificationError):
        return WebError(f"its certificate is not trusted: {reason.verify_message}")
    if isinstance(reason, TimeoutError | ConnectionResetError | BrokenPipeError | ssl.SSLError):
        return InterruptedExchangeError(_reason(reason))
    if isinstance(reason, OSError):
        return UnreachableError(_reason(reason))
    return WebError(str(reason))


def _reason(error: object) -> str:
    if isinstance(error, TimeoutError):
        return "the server was silent for too long"
    if isinstance(error, http.client.IncompleteRead):
        return "the transfer broke off"
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(said).split())
