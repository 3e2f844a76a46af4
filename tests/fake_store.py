"""A store in memory that fails as it is told to: what a real one does too seldom to be tested."""

import gzip
import json
import re
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

DEFAULT = ""
Fault = Callable[[BaseHTTPRequestHandler], None]


class Asked(NamedTuple):
    """A request that came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


class FakeStore:
    """What it holds, what it was asked, and what goes wrong next.

    ``faults`` are the answers to the next writes that carry something; ``None`` does one as it
    should be. ``update_faults`` likewise, for updates. ``door`` may answer any request first.
    """

    def __init__(self) -> None:
        self.graphs: dict[str, set[bytes]] = {}
        self.asked: list[Asked] = []
        self.faults: list[Fault | None] = []
        self.update_faults: list[Fault | None] = []
        self.door: Callable[[BaseHTTPRequestHandler], bool] = lambda _handler: False
        self.swallowed: set[bytes] = set()
        self.url = ""

    def writes(self) -> list[Asked]:
        """The writes that carried something."""
        return [one for one in self.asked if one.path.startswith("/store") and one.body]

    def lines(self, graph: str = DEFAULT) -> set[bytes]:
        """What a graph holds."""
        return self.graphs.get(graph, set())

    def write(self, graph: str, body: bytes) -> None:
        """Add N-Triples, but for what is swallowed."""
        self.graphs.setdefault(graph, set()).update(set(body.splitlines()) - self.swallowed)

    def count(self, query: str) -> bytes:
        """How many triples there are in the graph that a query is about."""
        named = re.search(r"GRAPH <([^>]*)>", query)
        number = len(self.lines(named[1] if named else DEFAULT))
        rows = [{"n": {"type": "literal", "value": str(number)}}]
        return json.dumps({"head": {"vars": ["n"]}, "results": {"bindings": rows}}).encode()

    def update(self, text: str) -> None:
        """DROP and MOVE."""
        if dropped := re.fullmatch(r"DROP SILENT (?:DEFAULT|GRAPH <([^>]*)>)", text):
            self.graphs.pop(dropped[1] or DEFAULT, None)
        elif moved := re.fullmatch(r"MOVE GRAPH <([^>]*)> TO (?:DEFAULT|GRAPH <([^>]*)>)", text):
            self.graphs[moved[2] or DEFAULT] = self.graphs.pop(moved[1], set())
        else:
            raise AssertionError(text)


def status(number: int, body: bytes = b"", **headers: str) -> Fault:
    """That status, after the request was read."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response_only(number)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def reset(handler: BaseHTTPRequestHandler) -> None:
    """The line is cut, without a word."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    store: FakeStore

    def do_POST(self) -> None:
        body = self._body()
        self.store.asked.append(Asked(self.command, self.path, dict(self.headers), body))
        if not self.store.door(self):
            self._answer(body)

    do_GET = do_HEAD = do_POST  # noqa: N815  (the names of the standard library)

    def _body(self) -> bytes:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        packed = self.headers.get("Content-Encoding") == "gzip"
        return gzip.decompress(body) if packed else body

    def _answer(self, body: bytes) -> None:
        parts = urlsplit(self.path)
        form = parse_qs(body.decode()) if "form" in self.headers.get("Content-Type", "") else {}
        if parts.path == "/store":
            asked = parse_qs(parts.query, keep_blank_values=True)
            self._write(asked.get("graph", [DEFAULT])[0], body)
        elif parts.path == "/query":
            status(200, self.store.count(form["query"][0]))(self)
        elif parts.path == "/update":
            self._update(form["update"][0])
        elif parts.path == "/" and self.command == "POST":  # as QLever has it: one for all
            self.path = {"query": "/query", "update": "/update"}.get(next(iter(form), ""), "/store")
            self.path += f"?{parts.query}"
            self._answer(body)
        else:
            status(200 if parts.path == "/" else 404, Server="Oxigraph/0.0.0")(self)

    def _write(self, graph: str, body: bytes) -> None:
        faults = self.store.faults
        fault = faults.pop(0) if body and faults else None
        if fault is None:
            self.store.write(graph, body)
        (fault or status(204))(self)

    def _update(self, text: str) -> None:
        faults = self.store.update_faults
        fault = faults.pop(0) if faults else None
        if fault is None:
            self.store.update(text)
        (fault or status(204))(self)

    def handle(self) -> None:
        with suppress(OSError, ValueError):  # the other side has heard enough, or was cut off
            super().handle()

    def log_message(self, *_arguments: Any) -> None:
        pass


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[FakeStore]:
    """A store that is there while the block lasts."""
    store = FakeStore()
    handler = type("Handler", (_Handler,), {"store": store})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        store.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield store
        finally:
            server.shutdown()
            thread.join()
