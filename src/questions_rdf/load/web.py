"""One request to a store and its answer, over httpx; nothing else in ``load`` knows the network.

httpx rather than the standard library, because it speaks digest authentication (Virtuoso, Fuseki),
reads an answer that comes before a body is sent whole (413), and keeps connections open from chunk
to chunk; and rather than requests, because redirects and netrc are left to us unless we ask.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, Self
from urllib.parse import urljoin

import httpx

from questions_rdf import __version__
from questions_rdf.load.address import Address, origin, shown
from questions_rdf.load.credentials import Credentials, Introduction

_USER_AGENT = f"questions-rdf/{__version__} (+https://w3id.org/questions-parlementaires/)"
_KEPT = 64 * 1024
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AS_IT_WAS = frozenset((307, 308))
_MOST_REDIRECTS = 5
_CONNECTING = 10.0


class WebError(Exception):
    """The exchange failed, and would fail again."""


class UnreachableError(WebError):
    """Nobody listens at that address."""


class InterruptedExchangeError(WebError):
    """The exchange broke off, or the server took too long: it may go better another time."""


class Answer(NamedTuple):
    """What a server answered: its status, its headers, the beginning of its body."""

    status: int
    headers: Mapping[str, str]
    text: str


class Request(NamedTuple):
    """What is asked of a server."""

    method: str
    path: str
    query: str = ""
    """What follows the question mark, as it is sent: to RDF4J ``default=`` is not ``default``."""
    headers: Mapping[str, str] = {}
    body: bytes = b""


class Web:
    """The server at an address; ``timeout`` is how long, in seconds, it may be silent."""

    def __init__(self, address: Address, credentials: Credentials, timeout: float = 300) -> None:
        self.address = address
        self.credentials = credentials
        self._client = httpx.Client(
            auth=Introduction(credentials, address),
            headers={"User-Agent": _USER_AGENT},
            timeout=httpx.Timeout(timeout, connect=_CONNECTING),
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def ask(self, request: Request) -> Answer:
        """The answer of the server, whatever its status.

        Raises:
            WebError: if there is none.
        """
        query = f"?{request.query}" if request.query else ""
        url = httpx.URL(self.address.at(request.path) + query)
        for _ in range(_MOST_REDIRECTS):
            answer = self._answer(request, url)
            if answer.status not in _REDIRECTS:
                return answer
            url = self._further(request, str(url), answer)
        raise WebError("it redirects in a circle")

    def _further(self, request: Request, url: str, answer: Answer) -> httpx.URL:
        """Where a redirect leads, if that is the same server and the same request."""
        target = urljoin(url, answer.headers.get("location", ""))
        if origin(target) != self.address.origin:
            raise WebError(
                f"it redirects to {shown(target)}, another server, which is told nothing; "
                "if it is the right one, name it with --to"
            )
        if answer.status not in _AS_IT_WAS and request.method != "GET":
            raise WebError(f"it redirects to {shown(target)}; name that address with --to")
        return httpx.URL(target)

    def _answer(self, request: Request, url: httpx.URL) -> Answer:
        try:
            with self._client.stream(
                request.method, url, headers=dict(request.headers), content=request.body
            ) as response:
                body = _beginning(response.iter_bytes())
                text = self.credentials.hidden(body.decode("utf-8", "replace"))
                return Answer(response.status_code, response.headers, text)
        except httpx.HTTPError as error:
            raise _failure(error) from error
        except (KeyError, NotImplementedError) as error:
            raise WebError("it asks for a kind of digest that is not known here") from error
        except (httpx.InvalidURL, httpx.StreamError, ValueError) as error:
            raise WebError(f"it cannot be asked: {error}") from error


def _beginning(pieces: Iterator[bytes]) -> bytes:
    """As much of a body as is looked at: an answer to a write has nothing more to say."""
    body = b""
    for piece in pieces:
        body += piece
        if len(body) >= _KEPT:
            break
    return body[:_KEPT]


def _failure(error: httpx.HTTPError) -> WebError:
    cause = _cause(error)
    if found := _KNOWN_CAUSES.get(type(cause).__name__):
        return found(cause)
    if isinstance(error, httpx.TimeoutException):
        return InterruptedExchangeError("the server was silent for too long")
    if isinstance(error, httpx.ConnectError):
        return UnreachableError(f"nobody listens there ({_reason(cause)}); is the store running?")
    if isinstance(error, httpx.TransportError):
        return InterruptedExchangeError(f"the exchange broke off ({_reason(cause)})")
    return WebError(_reason(error))


def _untrusted(cause: BaseException) -> WebError:
    said = getattr(cause, "verify_message", "") or "unknown issuer"
    return WebError(f"its certificate is not trusted ({said}); SSL_CERT_FILE may name one that is")


# By the names of classes: httpx wraps what the sockets and TLS raise, and they are no concern here.
_KNOWN_CAUSES: dict[str, Callable[[BaseException], WebError]] = {
    "SSLCertVerificationError": _untrusted,
    "SSLError": lambda _: WebError("it speaks no TLS there; does the address begin with http://?"),
    "gaierror": lambda _: UnreachableError("there is no server of that name; is it spelled so?"),
}


def _cause(error: BaseException) -> BaseException:
    """The first error of a chain: what the operating system or TLS said."""
    while (before := error.__cause__ or error.__context__) is not None:
        error = before
    return error


def _reason(error: BaseException) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(said).split())[:160]
