"""Ways through the site, in a real browser."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import browsing
from browsing import Visit
from sites import site_of_seeds

pytestmark = pytest.mark.xdist_group("visits-in-a-browser")  # one server, one browser

QUESTION = "question/QANR5L17QE2621"


class _Server(NamedTuple):
    url: str


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def serving(site: Path) -> Iterator[_Server]:
    """The site under a path: the folder above it is what is served."""
    handler = partial(_Silent, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield _Server(f"http://127.0.0.1:{running.server_port}/{site.name}/")
        running.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def seeds_served() -> Iterator[_Server]:
    yield from serving(site_of_seeds())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with browsing.chromium() as started:
        yield started


@pytest.fixture(scope="module")
def context(browser: Any) -> Any:
    return browser.new_context(locale="fr-FR", bypass_csp=False)


@pytest.fixture
def visit(context: Any, seeds_served: _Server) -> Iterator[Visit]:
    """A visit where nothing may go wrong: no error, no breach of the policy, no stranger asked."""
    one = Visit(context, seeds_served)
    yield one
    assert one.wrong == []
    one.page.close()


def test_the_search_of_the_home_page_leads_to_results(visit: Visit) -> None:
    visit.page.goto(f"{visit.site.url}index.html")
    visit.page.fill("input[name=q]", "asalee")
    visit.page.press("input[name=q]", "Enter")
    visit.page.wait_for_selector("#results li")
    assert len(visit.page.locator("#results li").all()) == 5
    visit.page.click("#results li a >> nth=0")
    visit.page.wait_for_selector("article, .prose")
    assert "/question/" in visit.page.url


def test_from_a_feed_and_a_list_one_comes_to_a_question(visit: Visit) -> None:
    visit.page.goto(f"{visit.site.url}questions.html")
    visit.page.click("main a[href*='questions/2024']")
    visit.page.click(f"a[href$='{QUESTION}.html']")
    assert visit.page.is_visible("h1:has-text('Situation des professionnels de santé')")
