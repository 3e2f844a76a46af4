"""The endpoint as a person sees it: its query page and its resources, in a real browser."""

from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest

import browsing
import npm
from browsing import AXE, Visit
from built import seeds
from endpoint import Endpoint
from questions_rdf import query
from questions_rdf.query_files import library

pytestmark = pytest.mark.xdist_group("endpoint-in-a-browser")  # one server, one browser

QUESTION = "question/QANR5L17QE2621"


@pytest.fixture
def visit(context: Any, endpoint: Endpoint) -> Iterator[Visit]:
    """A visit where nothing may go wrong."""
    yield from browsing.visiting(Visit(context, endpoint))


@pytest.mark.parametrize("name", ["questions-sur-un-mot", "reponses-tardives", "circonscriptions"])
def test_the_rows_are_those_of_the_embedded_store(name: str, visit: Visit) -> None:
    text = library.named(name).text
    visit.open(query=text)
    visit.run()
    store = query.loaded([seeds()[0] / "questions.nt"])
    found = query.run(store, text)
    assert isinstance(found, ox.QuerySolutions)
    expected = [["" if value is None else value.value for value in row] for row in found]
    assert len(expected) > 1
    assert visit.rows() == expected


def test_a_link_with_a_query_shows_its_answer(visit: Visit) -> None:
    visit.open(f"sparql?query={quote('SELECT ?n { VALUES ?n { 7 8 9 } }')}")
    visit.page.wait_for_selector("tbody tr:nth-child(3)")
    assert [row[0] for row in visit.rows()] == ["7", "8", "9"]
    assert "?query=" not in visit.page.url


def test_an_iri_in_an_answer_leads_to_its_page(visit: Visit) -> None:
    visit.open(query="SELECT ?q { ?q a <https://w3id.org/questions-parlementaires/def#Question> }")
    visit.run()
    visit.page.click(f"tbody a[href$='{QUESTION}']")
    visit.page.wait_for_selector("h1:has-text('Situation des professionnels de santé')")
    assert visit.page.url.endswith(f"/{QUESTION}.html")


@pytest.mark.parametrize("page", [QUESTION, "legislature/17", "def"])
def test_pages_of_things_are_without_fault_in_light_and_dark_wide_and_narrow(
    page: str, visit: Visit
) -> None:
    axe = (npm.installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    visit.page.goto(f"{visit.site.url}{page}.html")
    visit.page.evaluate(axe)
    for scheme, width in product(("light", "dark"), (360, 1200)):
        visit.page.emulate_media(color_scheme=scheme)
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert (scheme, width, visit.page.evaluate(AXE)) == (scheme, width, [])
        assert visit.page.evaluate("document.documentElement.scrollWidth") == width
