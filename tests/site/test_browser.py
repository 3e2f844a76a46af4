"""The site as a person sees it, in a real browser: on a server under a path, and from a folder."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import browsing
import npm
from browsing import STRICT, Given, Visit
from questions_rdf.pages._marked_text import marked_text, shown_text
from questions_rdf.readers._markup import sanitised_html
from sites import site_of_seeds

pytestmark = pytest.mark.xdist_group("site-in-a-browser")  # one server, one browser

UNDER = "sous/un/chemin/"
MINISTRY = "ministere/sante-familles-autonomie-et-personnes-handicapees"
LATE, PENDING, LAPSED = "QANR5L17QE2621", "QANR5L17QE13811", "QANR5L16QE13927"
PAGES = (
    "index",
    f"question/{LATE}",
    f"question/{PENDING}",
    f"question/{LAPSED}",
    MINISTRY,
    f"{MINISTRY}/questions",
    "acteur/nom/17-39-danielle-brulebois",
    "groupe/17-ensemble-pour-la-republique",
    "rubriques",
    "rubrique/professions-de-sante",
    "circonscription/39-01",
    "departement/39",
    "legislature/17",
    "jo/questions-an/2024-12-03",
    "deputes",
    "deputes/b",
    "ministeres",
    "questions",
    "questions/2024",
    "rappel",
    "territoires",
    "dataset",
    "documentation",
    "glossaire",
    "def",
    "formes",
    "requetes",
    "requetes/reponses-tardives",
    "dictionnaire",
    "codes",
    "recherche",
)
LONG = frozenset({"def", "formes", "dictionnaire", "codes", "requetes"})
"""These take axe seconds; tests of their own look at them in all lights and widths."""

THOROUGHLY = frozenset({"index", f"question/{LATE}", MINISTRY, "territoires", "recherche"})
"""One page of each make; the colours and widths of the others are the same."""
COMBINATIONS = {"": (("dark", 360), ("light", 1200)), ".en": (("light", 1200), ("dark", 1200))}

WIDTH = "document.documentElement.scrollWidth"
STOP = """(() => {
  const one = document.activeElement;
  return [one.tagName.toLowerCase(), one.getAttribute('href'), Boolean(one.closest('svg'))];
})()"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    root = tmp_path_factory.mktemp("web")
    above = (root / UNDER).parent
    above.mkdir(parents=True)
    (above / Path(UNDER).name).symlink_to(site_of_seeds(), target_is_directory=True)
    with browsing.given_out(root, UNDER) as running:
        yield running


@pytest.fixture
def visit(context: Any, server: Given) -> Iterator[Visit]:
    """A visit where nothing may go wrong: no message, nothing forbidden, no stranger asked."""
    yield from browsing.visiting(Visit(context, server))


@pytest.fixture
def folder(context: Any) -> Iterator[Visit]:
    """The same, from a folder on disk."""
    yield from browsing.visiting(Visit(context, Given(f"{site_of_seeds().as_uri()}/")))


def opened(visit: Visit, path: str, width: int = 1200, scheme: str = "light") -> Any:
    """A page of the site, in that light and of that width."""
    seen(visit.page, width, scheme)
    visit.page.goto(f"{visit.site.url}{path}.html")
    return visit.page


def seen(page: Any, width: int, scheme: str) -> None:
    """The window gets that width, what is in it those colours."""
    page.emulate_media(color_scheme=scheme, media="screen")
    page.set_viewport_size({"width": width, "height": 800})


def faults(page: Any) -> list[Any]:
    """What axe finds."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((npm.installed() / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    return list(page.evaluate(STRICT))


# ---- Every page


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_without_fault_on_a_phone_and_on_a_desk_in_both_languages(
    path: str, visit: Visit
) -> None:
    for language, combinations in COMBINATIONS.items():
        page = opened(visit, path + language)
        assert page.get_attribute("html", "lang") == (language.removeprefix(".") or "fr")
        for scheme, width in combinations if path in THOROUGHLY else combinations[:1]:
            seen(page, width, scheme)
            assert page.evaluate(WIDTH) <= width, (language, scheme, width)
            if path not in LONG:
                assert faults(page) == [], (language, scheme, width)
        seen(page, 360, "light")
        assert page.evaluate(WIDTH) <= 360, language


@pytest.mark.parametrize("path", [*PAGES[:5], "def"])
def test_a_page_opens_from_a_folder_as_it_does_from_a_server(path: str, folder: Visit) -> None:
    page = opened(folder, path)
    assert page.evaluate("getComputedStyle(document.querySelector('.main ul')).display") == "flex"
    page.click(".site .switch")
    assert page.url == f"{folder.site.url}{path}.en.html"
    assert page.get_attribute("html", "lang") == "en"


def test_where_there_is_nothing_both_languages_lead_on(visit: Visit) -> None:
    page = visit.page
    for scheme, width in (("light", 1200), ("dark", 360)):
        seen(page, width, scheme)
        page.goto(f"{visit.site.url}404.html")
        assert page.evaluate(WIDTH) <= width
    # Its links begin with the path that the site was made for; here it stands elsewhere.
    visit.wrong.clear()
    assert page.get_attribute("section[lang=en] form", "action").endswith("/recherche.en.html")
    assert page.locator("form.find").count() == 2


# ---- By keyboard


@pytest.mark.parametrize("path", ["index", f"question/{LATE}", "requetes/reponses-tardives"])
def test_the_first_stop_leads_past_the_header(path: str, visit: Visit) -> None:
    page = opened(visit, path)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert page.evaluate(STOP)[1] == "#main"
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


def test_the_keyboard_goes_through_the_header_in_order(visit: Visit) -> None:
    page = opened(visit, "territoires")
    links = page.locator("header.site a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert len(links) == 10  # the home page, eight sections, the other language
    page.keyboard.press("Tab")
    assert [_next(page)[1] for _ in links] == links
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_on_a_phone_the_sections_are_behind_a_menu_that_needs_no_script(visit: Visit) -> None:
    page = opened(visit, "territoires", 360)
    assert page.locator("header.site").bounding_box()["height"] < 70
    assert not page.is_visible(".main a")
    page.keyboard.press("Tab")
    assert _next(page)[1] == "index.html"
    assert _next(page)[0] == "summary"
    page.keyboard.press("Enter")
    links = page.locator(".main a")
    assert [_next(page)[1] for _ in range(8)] == links.evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    for box in [one.bounding_box() for one in (*links.all(), page.locator("summary").first)]:
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= 360
    assert faults(page) == []
    page.click(".main >> text=Ministères")
    assert page.url == f"{visit.site.url}ministeres.html"
    assert not page.is_visible(".main a")


@pytest.mark.parametrize(("width", "rows"), [(768, 2), (1000, 2), (1100, 1), (1200, 1)])
def test_where_there_is_room_the_sections_stand_in_one_row(
    width: int, rows: int, visit: Visit
) -> None:
    page = opened(visit, "territoires.en", width)
    tops = {one.bounding_box()["y"] for one in page.locator(".main a").all()}
    assert len(tops) == 1
    assert not page.is_visible(".main summary")
    own = page.locator("a.brand, a.switch").evaluate_all(
        "all => all.map(a => Math.round(a.getBoundingClientRect().top / 20))"
    )
    assert len(set(own)) == 1
    assert (min(tops) < 40) == (rows == 1)


@pytest.mark.parametrize("path", ["index", "territoires"])
def test_the_map_is_no_place_to_get_lost_in(path: str, visit: Visit) -> None:
    page = opened(visit, path)
    assert page.locator("svg.map a").count() > 2
    stops = []
    while (stop := _next(page))[0] != "body":
        stops.append(stop)
        assert len(stops) < 200, "the keyboard does not come out"
    assert not any(inside for _, _, inside in stops)
    assert "departement/39.html" in {href for _, href, _ in stops}  # the table has the same links


def _next(page: Any) -> Any:
    page.keyboard.press("Tab")
    return page.evaluate(STOP)


# ---- Both languages


@pytest.mark.parametrize("path", ["index", f"question/{PENDING}", f"{MINISTRY}/questions", "def"])
def test_the_switch_of_languages_leads_to_the_same_page_and_back(path: str, visit: Visit) -> None:
    page = opened(visit, path)
    french = page.inner_text("h1")
    page.click(".site .switch")
    assert page.url == f"{visit.site.url}{path}.en.html"
    assert page.inner_text(".main a") == "Search"
    page.click(".site .switch")
    assert page.url == f"{visit.site.url}{path}.html"
    assert page.inner_text("h1") == french


@pytest.mark.parametrize("path", ["index", f"question/{LATE}", MINISTRY, "rappel", "dataset"])
def test_no_line_of_ours_begins_with_a_sign_that_belongs_to_the_last_word(
    path: str, visit: Visit
) -> None:
    page = opened(visit, path)
    own = page.locator("h2, .lead, .credit, footer p:first-child, label, summary, .state")
    for text in own.all_inner_texts():
        assert not re.search(r" [:;?!»%]|« ", text), text


# ---- On paper


@pytest.mark.parametrize("path", ["index", f"question/{LATE}", MINISTRY])
def test_on_paper_there_is_the_page_and_no_way_to_others(path: str, visit: Visit) -> None:
    page = opened(visit, path, 760, "dark")
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".main", ".skip", ".switch", "#toutes-les-donnees"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.is_visible("h1")
    colours = "(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(%s))"
    assert page.evaluate(colours % "document.body") == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert page.evaluate(colours % "document.querySelector('footer')")[1] == "rgb(92, 90, 102)"


# ---- Without a script


def test_from_the_home_page_to_an_answer_without_a_script(browser: Any, server: Given) -> None:
    plain = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = plain.new_page()
    page.goto(f"{server.url}index.html")
    page.click(".main >> text=Ministères")
    page.click("main >> text=Santé et accès aux soins")
    page.click("main >> text=Toutes les questions")
    page.click(f"main a[href$='{LATE}.html']")
    assert "avec 78\u00a0jours de retard" in page.inner_text(".state")
    plain.close()


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
    visit.page.click(f"a[href$='question/{LATE}.html']")
    assert visit.page.is_visible("h1:has-text('Situation des professionnels de santé')")


# ---- A table of an answer

_TABLE = (
    '<p>Ainsi :</p><table><tr><th rowspan="2">Type de matériel</th><th colspan="3">Nombre</th></tr>'
    "<tr><th>31-12-2012</th><th>31-12-2013</th><th>indisponibles</th></tr>"
    "<tr><td>engin</td><td>10</td><td>1 200</td><td>23,30</td></tr></table>"
)


def test_a_table_of_an_answer_scrolls_in_itself_and_by_keyboard(visit: Visit) -> None:
    plain = "Ainsi Type de matériel Nombre 31-12-2012 31-12-2013 indisponibles engin 10 1 200 23,30"
    html = sanitised_html(_TABLE)
    assert html
    parts = marked_text(html, plain)
    assert parts
    page = opened(visit, f"question/{LATE}", 360)
    page.evaluate(
        "html => document.querySelector('.prose').outerHTML = html",
        str(shown_text(parts, "Question", "fr")),
    )
    assert page.evaluate(WIDTH) <= 360
    region = page.get_by_role("region", name="Question, tableau 1")
    assert region.evaluate("one => one.scrollWidth > one.clientWidth")
    region.focus()
    page.keyboard.press("ArrowRight")
    moved = (region.evaluate("one => one.scrollLeft") for _ in range(100))
    assert any(left > 0 or page.wait_for_timeout(20) for left in moved)
    for scheme in ("light", "dark"):
        seen(page, 360, scheme)
        assert faults(page) == []
