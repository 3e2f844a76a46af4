"""All charts in a real browser: read on a phone, no fault of access, no trap for the keyboard."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from markupsafe import Markup

import npm
from browsing import AXE, chromium
from chart_reading import ONE, years
from questions_rdf.pages import charts
from questions_rdf.pages._environment import _environment
from questions_rdf.pages.charts import Caption
from questions_rdf.reference.departements import departements

REFERENCE = charts.Reference(61, "61 jours")
TEXTS = """[...document.querySelectorAll('svg.plot, svg.map')].map(drawing =>
  [...drawing.querySelectorAll('text')].map(text => text.getBoundingClientRect()).filter(
    box => box.width).map(box => [box.left, box.top, box.right, box.bottom]))"""
SIZES = """[...document.querySelectorAll('svg.plot text, svg.map text')].map(text =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""


def drawings(lang: str) -> list[Markup]:
    made = []
    outcomes = charts.outcomes(lang)
    for count, most in ((1, 3), (12, 20_000), (40, 90), (25, 7)):
        caption = Caption(f"colonnes-{count}", f"Questions ({count})", "Une colonne par année.")
        bars = years(*[(most, most // 2, 0, most // 3, rank) for rank in range(count)], first=1987)
        beside = charts.table("Année", outcomes, bars)
        made.append(charts.figure(caption, charts.columns(caption, outcomes, bars, lang), beside))
    caption = Caption("delais", "Délai médian", "Un point par année.")
    bars = years(*[(None if rank == 5 else 40 + rank * 7,) for rank in range(20)], first=2007)
    line = charts.line(caption, ONE, bars, lang, unit="jours", references=[REFERENCE])
    made.append(charts.figure(caption, line, charts.table("Année", ONE, bars), lang))
    caption = Caption("carte", "Questions par département", "Une carte.")
    regions = {
        code: (len(one.libelle), f"{code}.html", one.libelle)
        for code, one in departements().items()
    }
    beside = charts.regions_table("Département", "Questions", regions)
    drawn = charts.france(caption, regions, lang, unit="questions")
    return [*made, charts.figure(caption, drawn, beside, lang, as_of=date(2026, 11, 22))]


def page(lang: str) -> str:
    """A page under the policy of all pages: its style and nothing else."""
    known = _environment("fr").globals
    policy = f"default-src 'none'; style-src '{known['style_digest']}'"
    body = Markup().join(drawings(lang))
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Graphiques</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<style>{known['style']}</style></head>"
        f"<body><main><h1>Graphiques</h1>{body}</main></body></html>"
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture(
    scope="module", params=[("fr", "light", 360), ("en", "dark", 1200)], ids=["phone", "desk"]
)
def opened(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    lang, scheme, width = request.param
    viewport = {"width": width, "height": 800}
    opened = browser.new_page(viewport=viewport, color_scheme=scheme)
    opened.wrong = []
    opened.on("console", lambda message: opened.wrong.append(message.text))
    opened.set_content(page(lang))
    yield opened
    assert opened.wrong == []
    opened.close()


def test_texts_do_not_touch_and_can_be_read(opened: Any) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth") == opened.viewport_size["width"]
    assert all(size >= 10 for size in opened.evaluate(SIZES))
    found = opened.evaluate(TEXTS)
    assert len(found) == len(drawings("fr"))
    for boxes in found:
        assert len(boxes) > 2
        for one, other in combinations(boxes, 2):
            beside = one[2] <= other[0] or other[2] <= one[0]
            assert beside or one[3] <= other[1] or other[3] <= one[1], (one, other)


def test_axe_finds_no_fault_with_all_tables_open(opened: Any) -> None:
    axe = (npm.installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    turn = "document.querySelectorAll('details').forEach(one => {{ one.open = {} }})"
    opened.evaluate(turn.format("true"))
    opened.evaluate(axe)
    found = opened.evaluate(AXE)
    opened.evaluate(turn.format("false"))
    assert found == []


def test_the_keyboard_passes_the_map_by(opened: Any) -> None:
    stops = []
    for _ in range(40):
        opened.keyboard.press("Tab")
        stops.append(opened.evaluate("document.activeElement.closest('svg, p, summary')?.tagName"))
    assert stops.count("SUMMARY") >= len(drawings("fr"))  # one table for each drawing, closed
    assert "svg" not in stops
    assert opened.locator("svg.map a").count() > 100
