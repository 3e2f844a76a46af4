"""Who we are to a store: from the environment or from netrc, and for that one server alone."""

import base64
import netrc
import re
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import NamedTuple

import httpx

from questions_rdf.errors import UsageError
from questions_rdf.load.address import Address, origin

USER = "QUESTIONS_RDF_USER"
PASSWORD = "QUESTIONS_RDF_PASSWORD"  # noqa: S105  (the name of a variable)
TOKEN = "QUESTIONS_RDF_TOKEN"  # noqa: S105  (the name of a variable)
_UNAUTHORISED = 401
_HIDDEN = "***"
_DIGEST = re.compile(r'\bdigest +(?:[\w-]+ ?= ?(?:"[^"]*"|[^\s,"]*)[, ]*)+', re.IGNORECASE)
_BASIC = re.compile(r"\bbasic\b", re.IGNORECASE)


class Credentials(NamedTuple):
    """A user with a password, or a token, or neither."""

    user: str = ""
    password: str = ""
    token: str = ""

    @classmethod
    def found(cls, address: Address, environment: Mapping[str, str]) -> "Credentials":
        """What the environment names, else what netrc says of the host.

        Raises:
            UsageError: if half of it is missing, or netrc cannot be read.
        """
        if token := environment.get(TOKEN):
            return cls(token=_sendable(TOKEN, token))
        user, password = environment.get(USER), environment.get(PASSWORD)
        if user and password is not None:
            return cls(user, password)
        if user or password:
            raise UsageError(f"set both {USER} and {PASSWORD}, or neither")
        return cls(*_of_netrc(address.host, environment))

    def hidden(self, text: str) -> str:
        """A text from a server without anything of ours that is secret."""
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        for secret in (self.token, pair if self.user else "", self.password):
            text = text.replace(secret, _HIDDEN) if secret else text
        return text

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    def __repr__(self) -> str:
        return f"Credentials({_HIDDEN if self else ''})"


def _sendable(name: str, value: str) -> str:
    if not (value.isascii() and value.isprintable()):
        raise UsageError(f"{name} holds signs that no token has (a line break?)")
    return value


def _of_netrc(host: str, environment: Mapping[str, str]) -> tuple[str, str]:
    path = Path(environment.get("NETRC") or Path.home() / ".netrc")
    try:
        found = netrc.netrc(path).authenticators(host)
    except OSError:
        return "", ""
    except (netrc.NetrcParseError, UnicodeDecodeError) as error:
        # What the parser says may hold a piece of the file.
        raise UsageError(f"{path} is no netrc file that can be read") from error
    return (found[0], found[2] or "") if found else ("", "")


class Introduction(httpx.Auth):
    """Answers the question of one server who we are, in the way that it asks for.

    A password is not sent before it is asked for: a server that takes digests never sees it in the
    clear. A token has no other way than to be sent. Requests to any other server go without.
    """

    def __init__(self, credentials: Credentials, address: Address) -> None:
        self._credentials = credentials
        self._origin = address.origin
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request, and once more with credentials if the answer asks for them."""
        if not self._credentials or origin(str(request.url)) != self._origin:
            yield request
        elif self._credentials.token:
            request.headers["Authorization"] = f"Bearer {self._credentials.token}"
            yield request
        elif self._chosen:
            yield from self._chosen.auth_flow(request)
        else:
            yield from self._introduced(request)

    def _introduced(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        response = yield request
        if response.status_code != _UNAUTHORISED:
            return
        asked = ", ".join(response.headers.get_list("WWW-Authenticate"))
        user, password = self._credentials.user, self._credentials.password
        if digest := _DIGEST.search(asked):
            self._chosen = httpx.DigestAuth(user, password)
            flow = self._chosen.auth_flow(request)
            next(flow)  # the request as it was: its answer is here already
            # httpx looks for a challenge by itself; servers put several into one header.
            told = httpx.Response(401, headers={"WWW-Authenticate": digest[0]}, request=request)
            yield flow.send(told)
        elif _BASIC.search(asked):
            self._chosen = httpx.BasicAuth(user, password)
            yield from self._chosen.auth_flow(request)
