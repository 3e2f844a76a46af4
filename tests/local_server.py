"""A web server on this machine that answers as it is told to, faults included."""

import io
import ssl
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

DATE = "Sun, 22 Nov 2026 09:00:00 GMT"
LAST_MODIFIED = "Sat, 21 Nov 2026 03:10:42 GMT"
FIXTURES = Path(__file__).parent / "fixtures"

Reply = Callable[[BaseHTTPRequestHandler], None]


def archive(*members: str | bytes) -> bytes:
    """A zip archive, stored so that its size is that of its members."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        for number, member in enumerate(members):
            zipped.writestr(zipfile.ZipInfo(f"json/{number}.json"), member)
    return written.getvalue()


def official() -> bytes:
    """An archive as the Assembly publishes it, with one question to the Government."""
    return archive((FIXTURES / "opendata_json/qg-debats/source.json").read_bytes())


class Asked(NamedTuple):
    """A request that came in."""

    path: str
    headers: Mapping[str, str]


class Site:
    """What the server answers, in turn (the last answer again and again), and what it was asked."""

    def __init__(self) -> None:
        self.answers: list[Reply] = []
        self.asked: list[Asked] = []
        self.url = ""
        self.closing = threading.Event()

    def ranges(self) -> list[str | None]:
        """The ranges that were asked for."""
        return [asked.headers.get("Range") for asked in self.asked]


def reply(
    status: int = 200,
    body: bytes = b"",
    *,
    length: str | None = "",
    cut: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """One answer; ``length`` replaces the true Content-Length (``None``: without), ``cut`` ends it."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response_only(status)
        given = {"Date": DATE, **(headers or {})}
        if length is not None:
            given["Content-Length"] = length or str(len(body))
        for name, value in given.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body[:cut])
        handler.close_connection = True

    return answer


def file(
    body: bytes,
    *,
    etag: str | None = '"1"',
    last_modified: str | None = LAST_MODIFIED,
    cut: int | None = None,
    with_ranges: bool = True,
) -> Reply:
    """A file as a good server gives it: conditions and ranges are understood (RFC 9110, 13.2.2)."""
    given = {"ETag": etag, "Last-Modified": last_modified}
    validators = {name: value for name, value in given.items() if value}

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked = handler.headers
        if etag and asked.get("If-None-Match") == etag:
            return reply(304, length=None, headers=validators)(handler)
        start = _start(asked.get("Range")) if with_ranges else 0
        if asked.get("If-Range") not in {etag, last_modified}:
            start = 0
        if start >= len(body):
            whole = {"Content-Range": f"bytes */{len(body)}"}
            return reply(416, headers={**validators, **whole})(handler)
        if start:
            span = {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
            return reply(206, body[start:], cut=cut, headers={**validators, **span})(handler)
        return reply(200, body, cut=cut, headers=validators)(handler)

    return answer


def _start(asked: str | None) -> int:
    return int(asked.removeprefix("bytes=").partition("-")[0]) if asked else 0


def chunked(body: bytes, *, cut: bool = False) -> Reply:
    """An answer without a length, in chunks; ``cut`` ends it before the last one."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        half = len(body) // 2
        handler.send_response_only(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.send_header("ETag", '"1"')
        handler.end_headers()
        for piece in (body[:half],) if cut else (body[:half], body[half:], b""):
            handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        handler.close_connection = True

    return answer


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that is there while the block lasts."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = site.answers.pop(0) if len(site.answers) > 1 else site.answers[0]
            site.asked.append(Asked(self.path, dict(self.headers)))
            answer(self)

        def handle(self) -> None:
            with suppress(ConnectionError):  # the other side has heard enough
                super().handle()

        def log_message(self, *_arguments: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        site.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            server.shutdown()
            thread.join()


def silent(site: Site, body: bytes = b"", *, missing: int = 100) -> Reply:
    """An answer that stops in the middle and leaves the line open."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        reply(200, body + b"x" * missing, cut=len(body), headers={"ETag": '"1"'})(handler)
        handler.wfile.flush()
        site.closing.wait(10)

    return answer
