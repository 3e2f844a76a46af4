"""Visits with a real browser (Chromium), where errors, forbidden things and strangers are noticed."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

import pytest

from web_servers import CONTENT_TYPES


class Given(NamedTuple):
    """A site, by the address that it stands at."""

    url: str


class _Silent(SimpleHTTPRequestHandler):
    extensions_map = {f".{ending}": one for ending, one in CONTENT_TYPES.items()}  # noqa: RUF012

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def given_out(folder: Path, under: str = "") -> Iterator[Given]:
    """A folder, given out by a web server that knows nothing but files."""
    handler = partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        try:
            yield Given(f"http://127.0.0.1:{running.server_port}/{under}")
        finally:
            running.shutdown()
            thread.join()


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser; without one the test is skipped, and says so."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("Chromium is not installed: nothing is tried in a browser")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


class Visit:
    """A page of its own, and what went wrong there."""

    def __init__(self, context: Any, site: Any) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.site = site
        self.wrong: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", self._went)

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(message.text)

    def _went(self, request: Any) -> None:
        if not request.url.startswith((self.site.url, "data:", "blob:")):
            self.wrong.append(f"asked of another: {request.url}")

    def open(self, address: str = "sparql", query: str | None = None) -> Any:
        """The page, with a query in its address."""
        fragment = "" if query is None else f"#query={quote(query)}"
        self.page.goto(f"{self.site.url}{address}{fragment}")
        self.page.wait_for_selector(".CodeMirror")
        return self.page

    def text(self) -> str:
        """What stands in the editor."""
        return str(
            self.page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
        )

    def run(self, view: str | None = "table") -> None:
        """Run the query in the editor and wait for the answer."""
        self.page.click("#run")
        self.page.wait_for_selector("#results:not([aria-busy])", state="attached")
        if view:
            self.page.click(f"[data-view={view}]")

    def rows(self) -> list[list[str]]:
        """The cells of the table, whole, links by what they lead to."""
        return [row[1:] for row in self.page.evaluate(ROWS)]

    def focused(self) -> str:
        """The identifier of what has the focus."""
        return str(self.page.evaluate("document.activeElement.id"))


V = TypeVar("V", bound=Visit)


def visiting(one: V) -> Iterator[V]:
    """A visit where nothing may go wrong: no message, nothing forbidden, no stranger asked."""
    yield one
    assert one.wrong == []
    one.page.close()


# The editor's lines scroll by its cursor; what has the focus is a field beside them.
AXE = """axe.run().then(found => found.violations.flatMap(one =>
  one.nodes.map(node => [one.id, one.impact, node.html.slice(0, 120)])).filter(([id, , html]) =>
    !(id === 'scrollable-region-focusable' && html.includes('CodeMirror-scroll'))))"""
STRICT = AXE.replace(
    "axe.run()", "axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
)
"""The same, and whether everything that can be hit is large enough (WCAG 2.2, 2.5.8)."""
ROWS = """[...document.querySelectorAll('tbody tr')].map(row => [...row.children].map(cell =>
  cell.querySelector('a')?.title ?? (cell.querySelector('details')?.lastChild ?? cell).textContent))"""
