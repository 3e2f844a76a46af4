"""A page of each kind as it is with real records: long names, long lists, all of France."""

from collections.abc import Iterator
from typing import Any

import pytest

import browsing
import npm
from browsing import STRICT, Given, Visit
from sites import OPENDATA, site_of_real_records

pytestmark = [
    pytest.mark.xdist_group("site-of-real-records"),  # it is made once
    pytest.mark.skipif(not OPENDATA.is_dir(), reason="the real records are not beside the project"),
]

PAGES = (
    "index.html",
    "territoires.en.html",
    "rappel.html",
    "ministeres.html",
    "deputes.html",
    "parutions/2023.html",
    "question/QANR5L17QE15521.html",  # it waits, and is not overdue yet
    "question/QANR5L17QE10255.en.html",  # it waits, and is
    "question/QANR5L16QE1023.html",  # answered late
    "question/QANR5L16QG1.html",  # asked orally
    "acteur/PA1567.html",
    "departement/91.html",
    "circonscription/91-06.en.html",
    "legislature/16.html",
    "legislature/16/questions/2.html",
    "rubrique/sante.html",
    "jo/debats-an/2023-06-21.html",
)


@pytest.fixture(scope="module")
def context() -> Iterator[Any]:
    with browsing.chromium() as started:
        yield started.new_context(locale="fr-FR", viewport={"width": 360, "height": 780})


@pytest.fixture(scope="module")
def site() -> Iterator[Given]:
    with browsing.given_out(site_of_real_records()) as running:
        yield running


@pytest.fixture
def visit(context: Any, site: Given) -> Iterator[Visit]:
    """A visit where nothing may go wrong."""
    yield from browsing.visiting(Visit(context, site))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_real_records_is_without_fault_on_a_phone(name: str, visit: Visit) -> None:
    visit.page.goto(visit.site.url + name)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    visit.page.evaluate((npm.installed() / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    assert visit.page.evaluate(STRICT) == []


def test_the_ministry_that_owes_most_is_found_from_the_home_page(visit: Visit) -> None:
    visit.page.goto(f"{visit.site.url}index.html")
    visit.page.click("[aria-labelledby=h-retard] tbody th a")
    owed = visit.page.inner_text(".keys-figures .late strong")
    visit.page.click(".keys-figures .late a")
    assert visit.page.locator(".reminders tbody tr").count() == int(owed)
