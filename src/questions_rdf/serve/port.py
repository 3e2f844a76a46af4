"""The port: where it is, that it is ours alone, and the HTTP server on it."""

import socket
from typing import NamedTuple

from granian._granian import SocketHolder  # it has no public name that is typed
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server as Granian

from questions_rdf.errors import OutputError
from questions_rdf.serve.application import Server
from questions_rdf.serve.limits import Limits

_BACKLOG = 1024


class Place(NamedTuple):
    """Where the server is to be found, and the address that others know it by."""

    host: str
    port: int
    public: str | None = None


def bound(place: Place) -> socket.socket:
    """The port, ours alone: Granian itself would share it with a server that is there already.

    Nobody is heard before there is data.

    Raises:
        OutputError: if it cannot be had.
    """
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    found = socket.socket(family)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((place.host, place.port))
    except OSError as error:
        found.close()
        raise _refused(place, error) from error
    found.settimeout(0)
    return found


def listen(place: Place, found: socket.socket) -> None:
    """Let connections in.

    Raises:
        OutputError: if somebody else does so on this port.
    """
    try:
        found.listen(_BACKLOG)
    except OSError as error:
        raise _refused(place, error) from error


def _refused(place: Place, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(f"cannot listen on {place.host}:{place.port}: {reason}")


def address(place: Place, found: socket.socket) -> str:
    """What to write into a browser on this machine."""
    host = f"[{place.host}]" if ":" in place.host else place.host
    return f"http://{host}:{found.getsockname()[1]}/"


def granian(application: Server, found: socket.socket, limits: Limits) -> Granian:
    """The HTTP server, on a port that is there already."""
    settings = HTTP1Settings(header_read_timeout=int(limits.head_seconds * 1000))
    server = _OnPort(
        application,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        websockets=False,
        backlog=_BACKLOG,
        backpressure=limits.connections,
        http1_settings=settings,
        log_enabled=False,
    )
    server.found = found
    return server


class _OnPort(Granian):
    found: socket.socket

    def _init_shared_socket(self) -> None:
        # From here on the port is Granian's, which closes it.
        descriptor = self.found.detach()
        self._shd = SocketHolder(descriptor, False, _BACKLOG)  # type: ignore[call-arg,assignment]  # noqa: FBT003
