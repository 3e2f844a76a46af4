"""One request and its answer: what was asked, what was sent, and how it ended."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from functools import cached_property
from typing import Any
from urllib.parse import parse_qs

import msgspec

from questions_rdf.serve import refusals, views
from questions_rdf.serve.hanging_up import hang_up
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.negotiation import HTML, PROBLEM, chosen
from questions_rdf.serve.queueing import Refused
from questions_rdf.serve.refusals import Refusal

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_CORS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Retry-After, Content-Encoding"),
)
_KEY = "questions_rdf.exchange"
_ON_ITS_WAY = 0.2  # seconds until an answer has left this process


class BrokenError(BaseException):
    """An answer ends in the middle: the connection has to end with it, so that the client knows.

    Starlette is not to notice: it would begin a second answer.
    """


class Exchange:
    """What endpoints work with."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self.receive, self._send = scope, receive, send
        self.begun = time.monotonic()
        self.status = 0
        self.size = 0
        self.outcome = "ok"
        self.query: str | None = None
        scope[_KEY] = self

    @staticmethod
    def of(scope: Scope) -> "Exchange":
        """The exchange that a scope belongs to."""
        found: Exchange = scope[_KEY]
        return found

    # -- What was asked ---------------------------------------------------------------------------

    @property
    def method(self) -> str:
        """GET, HEAD, POST …."""
        return str(self.scope["method"])

    @property
    def path(self) -> str:
        """Without what stands behind the question mark."""
        return str(self.scope["path"])

    @property
    def address(self) -> bytes:
        """What stands behind the question mark."""
        found: bytes = self.scope["query_string"]
        return found

    @cached_property
    def _headers(self) -> dict[bytes, str]:
        found: dict[bytes, str] = {}
        for name, value in self.scope["headers"]:
            text = value.decode("latin-1")
            found[name] = f"{found[name]}, {text}" if name in found else text
        return found

    def header(self, name: bytes) -> str:
        """A header, named in lower case; empty if it is missing."""
        return self._headers.get(name, "")

    @property
    def language(self) -> str:
        """``fr`` unless English is liked better; ``lang`` in the address says it, too."""
        asked = parse_qs(self.address.decode("latin-1")).get("lang", [""])[0]
        if asked in {"fr", "en"}:
            return asked
        for part in self.header(b"accept-language").lower().split(","):
            name = part.strip()[:2]
            if name in {"fr", "en"}:
                return name
        return "fr"

    async def body(self, limits: Limits) -> bytes:
        """The body.

        Raises:
            Refused: if it is too large or comes too slowly.
        """
        stated = self.header(b"content-length")
        too_large = Refused(refusals.TOO_LARGE.filled(most=limits.max_query))
        if stated.isdecimal() and int(stated) > limits.max_query:
            raise too_large
        pieces, size = [], 0
        try:
            async with asyncio.timeout(limits.body_seconds):
                while True:
                    message = await self.receive()
                    if message["type"] != "http.request":
                        raise BrokenError
                    pieces.append(message.get("body", b""))
                    size += len(pieces[-1])
                    if size > limits.max_query:
                        raise too_large
                    if not message.get("more_body"):
                        return b"".join(pieces)
        except TimeoutError:
            raise Refused(refusals.SLOW_BODY) from None

    # -- What is answered -------------------------------------------------------------------------

    async def start(self, status: int, headers: Mapping[str, str]) -> None:
        """Send the status and the headers."""
        self.status = status
        named = [
            (name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()
        ]
        await self._send(
            {"type": "http.response.start", "status": status, "headers": [*named, *_CORS]}
        )

    async def piece(self, data: bytes, *, more: bool) -> None:
        """Send some of the body."""
        self.size += len(data)
        await self._send({"type": "http.response.body", "body": data, "more_body": more})

    async def reply(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        """Send a whole answer; of one to HEAD, what stands before the body."""
        await self.start(status, {**headers, "Content-Length": str(len(body))})
        await self.piece(b"" if self.method == "HEAD" else body, more=False)

    async def refuse(self, refusal: Refusal, root: str) -> None:
        """Say why there is no answer, to a person or to a program."""
        self.outcome = refusal.code
        headers = {**refusal.headers, "Cache-Control": "no-store", "Vary": "Accept"}
        if refusal.retry_after is not None:
            headers["Retry-After"] = str(refusal.retry_after)
        page = chosen(self.header(b"accept"), (PROBLEM, HTML)) is HTML
        headers["Content-Type"] = HTML.content_type if page else PROBLEM.content_type
        body = views.refusal(refusal, self.language, root) if page else _problem(refusal)
        await self.reply(refusal.status, headers, body)
        if refusal.code == refusals.SLOW_BODY.code and self.scope.get("client"):
            await asyncio.sleep(_ON_ITS_WAY)
            hang_up(tuple(self.scope["client"]))


def _problem(refusal: Refusal) -> bytes:
    """A problem as RFC 9457 has it, the sentence in both languages."""
    return msgspec.json.encode(
        {
            "status": refusal.status,
            "title": refusal.sentence.en,
            "code": refusal.code,
            "fr": refusal.sentence.fr,
            "en": refusal.sentence.en,
            **({"detail": refusal.detail} if refusal.detail else {}),
        }
    )
