"""The site as a person sees it, in a real browser: from a server under a path, and from the disk."""

import threading
from collections.abc import Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import browsing
import npm
from browsing import AXE, Visit
from sites import OPENDATA, site_of_real_records, site_of_seeds

pytestmark = pytest.mark.xdist_group("site-in-a-browser")  # one server, one browser

QUESTION = "question/QANR5L17QE2621"
LOOKS = (("light", 360), ("light", 1200), ("dark", 1200))
OF_SEEDS = (
    "index", QUESTION, "question/QANR5L17QE13811", "legislature/17", "rubriques", "questions/2024",
    "legislature/17/questions", "ministeres", "rappel", "territoires", "parutions", "recherche",
    "dataset", "documentation", "def", "requetes", "requetes/rappel", "codes",
)  # fmt: skip
OF_REAL_RECORDS = (
    "index", "question/QANR5L16QE1023", "question/QANR5L16QG100", "organe/PO791599",
    "acteur/PA1567", "organe/PO800496", "rubrique/climat", "circonscription/91-06",
    "departement/91", "jo/debats-an/2023-12-20", "territoires", "deputes", "groupes",
)  # fmt: skip


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
def real_records_served() -> Iterator[_Server]:
    yield from serving(site_of_real_records())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with browsing.chromium() as started:
        yield started


@pytest.fixture(scope="module")
def context(browser: Any) -> Any:
    return browser.new_context(locale="fr-FR", bypass_csp=False)


@cache
def axe() -> str:
    return (npm.installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def visit(context: Any, seeds_served: _Server) -> Iterator[Visit]:
    """A visit where nothing may go wrong: no error, no breach of the policy, no stranger asked."""
    one = Visit(context, seeds_served)
    yield one
    assert one.wrong == []
    one.page.close()


@pytest.fixture
def real_visit(context: Any, real_records_served: _Server) -> Iterator[Visit]:
    one = Visit(context, real_records_served)
    yield one
    assert one.wrong == []
    one.page.close()


def is_without_fault(visit: Visit, path: str) -> None:
    """Axe finds nothing, and nothing stands out at the side, however the page is looked at."""
    visit.page.goto(f"{visit.site.url}{path}.html")
    visit.page.evaluate(axe())
    for scheme, width in LOOKS:
        visit.page.emulate_media(color_scheme=scheme)
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert (path, scheme, width, visit.page.evaluate(AXE)) == (path, scheme, width, [])
        assert visit.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("path", OF_SEEDS)
def test_pages_are_without_fault(path: str, visit: Visit) -> None:
    is_without_fault(visit, path)


@pytest.mark.parametrize("path", ["index.en", f"{QUESTION}.en", "ministeres.en", "dataset.en"])
def test_english_pages_are_without_fault(path: str, visit: Visit) -> None:
    is_without_fault(visit, path)
    assert visit.page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.skipif(not OPENDATA.is_dir(), reason="the real records are not at hand")
@pytest.mark.parametrize("path", OF_REAL_RECORDS)
def test_pages_of_real_records_are_without_fault(path: str, real_visit: Visit) -> None:
    is_without_fault(real_visit, path)


@pytest.mark.parametrize("path", ["index.html", f"{QUESTION}.html", "rappel.en.html"])
def test_the_site_opens_from_the_disk(path: str, context: Any) -> None:
    one = Visit(context, _Server(f"{site_of_seeds().as_uri()}/"))
    one.page.goto(f"{one.site.url}{path}")
    shade = "getComputedStyle(document.querySelector('header.site')).display"
    assert one.page.evaluate(shade) == "flex"
    one.page.click("nav.main a >> nth=1")
    assert one.page.url.split("/")[-1].startswith("ministeres.")
    assert one.wrong == []
    one.page.close()


def test_the_other_language_is_the_same_page(visit: Visit) -> None:
    visit.page.goto(f"{visit.site.url}{QUESTION}.html")
    title = visit.page.inner_text("h1")
    visit.page.click("a.switch")
    assert visit.page.url.endswith(f"{QUESTION}.en.html")
    assert visit.page.inner_text("h1") == title
    assert visit.page.get_attribute("h1", "lang") == "fr"
    visit.page.click("a.switch")
    assert visit.page.url.endswith(f"{QUESTION}.html")


def test_the_keyboard_suffices(visit: Visit) -> None:
    visit.page.goto(f"{visit.site.url}index.html")
    focused = "document.activeElement.textContent.trim()"
    reached = []
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        reached.append(visit.page.evaluate(focused))
    assert reached[0] == "Aller au contenu"
    links = visit.page.locator("nav.main a").all_inner_texts()
    assert [one for one in reached if one in links] == links
    visit.page.keyboard.press("Tab")
    visit.page.goto(f"{visit.site.url}territoires.html")
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        assert not visit.page.evaluate("!!document.activeElement.closest('svg')")


def test_a_page_on_paper_has_its_text_and_no_navigation(visit: Visit) -> None:
    visit.page.goto(f"{visit.site.url}{QUESTION}.html")
    visit.page.emulate_media(media="print")
    assert not visit.page.is_visible("nav.main")
    assert visit.page.is_visible(".prose")


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
