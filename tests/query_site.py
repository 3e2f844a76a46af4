"""The query page on a server of the test's own, with an Oxigraph behind it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pyoxigraph as ox

from built import corpus_of_queries
from questions_rdf import query
from questions_rdf.errors import UsageError
from questions_rdf.pages.assets import asset
from questions_rdf.pages.query_page import POLICY, query_page
from questions_rdf.query_files import library
from questions_rdf.query_files.library import Language

_GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.STREAMING_JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
CUT = b'{"head":{"vars":["m"]},"results":{"bindings":['
"""The beginning of an answer; the server says that more will come, and hangs up."""
SLOW = b"{}"
"""An answer that does not come before the visitor has gone."""

Answer = tuple[int, str, bytes]


class QuerySite:
    """Where it is, and what it was asked; ``answers`` are given instead of the true ones."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[str] = []
        self.answers: list[Answer] = []
        self.closing = threading.Event()


@cache
def store() -> ox.Store:
    """The corpus of the example queries."""
    return query.loaded(corpus_of_queries())


def rows(text: str) -> list[list[str]]:
    """What the embedded store answers, as text."""
    found = query.run(store(), text)
    return [["" if v is None else v.value for v in row] for row in found]  # type: ignore[union-attr]


def answered(text: str, accept: str) -> Answer:
    """What an endpoint answers to a query."""
    try:
        found = query.run(store(), text)
    except UsageError as error:
        return 400, "text/plain; charset=utf-8", str(error).encode()
    formats = _GRAPHS if isinstance(found, ox.QueryTriples) else _ROWS
    media = next((one for one in formats if one in accept), next(iter(formats)))
    return 200, media, found.serialize(format=formats[media])  # type: ignore[arg-type,return-value]


def page(language: Language) -> Answer:
    """The query page."""
    made = query_page(language, library.library(), "/sparql", "/")
    return 200, "text/html; charset=utf-8", made.encode()


def bound(name: str, values: list[tuple[str, str]]) -> Answer:
    """The text of an example with its values."""
    try:
        text = library.named(name).bound(dict(values))
    except UsageError as error:
        return 400, "text/plain; charset=utf-8", str(error).encode()
    return 200, "application/sparql-query; charset=utf-8", text.encode()


class _Server(ThreadingHTTPServer):
    site: QuerySite


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self.reply(parse_qs(urlsplit(self.path).query))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.reply(parse_qs(body))

    def reply(self, form: dict[str, list[str]]) -> None:
        """Answer, with the header of the policy on a page."""
        self.server.site.asked.append(self.path)
        status, media, body = self.answer(form)
        if body is SLOW:
            self.server.site.closing.wait(5)
        self.send_response_only(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body) + (body is CUT)))
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=600")
        if media.startswith("text/html"):
            self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        with suppress(ConnectionError):  # the browser has heard enough
            self.wfile.write(body)
        self.close_connection = body is CUT

    def answer(self, form: dict[str, list[str]]) -> Answer:
        """The routes of the server."""
        address = urlsplit(self.path)
        if address.path.startswith("/sparql/queries/"):
            return bound(address.path.rpartition("/")[2], parse_qsl(address.query))
        if address.path == "/sparql" and "query" in form:
            given = self.server.site.answers
            return given.pop(0) if given else answered(form["query"][0], self.headers["Accept"])
        if address.path == "/sparql":
            return page("en" if form.get("lang") == ["en"] else "fr")
        found = asset(address.path.removeprefix("/assets/"))
        return (200, found.media_type, found.content) if found else (404, "text/plain", b"")

    def log_message(self, *_arguments: Any) -> None:
        pass


@contextmanager
def serving() -> Iterator[QuerySite]:
    """The site is there while the block lasts."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.site = QuerySite(f"http://127.0.0.1:{server.server_port}/")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.site
        finally:
            server.site.closing.set()
            server.shutdown()
            thread.join()
