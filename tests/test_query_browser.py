"""The query page in a real browser (Chromium), on a server of its own.

Every test ends with the same three questions: was there an error in the console, did the policy
forbid anything, was any other host asked?
"""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

import npm
import query_site
from browsing import AXE, Visit
from built import BASE
from query_site import QuerySite
from questions_rdf.query_files import library

pytestmark = pytest.mark.xdist_group("browser")  # one browser for all

YEARS = (
    "SELECT ?annee (COUNT(?q) AS ?n) { ?q qp:datePublication ?j BIND(YEAR(?j) AS ?annee) } "
    "GROUP BY ?annee ORDER BY ?annee"
)
MINISTRIES = "SELECT ?m ?n { VALUES (?m ?n) { ('Santé' 5) ('Écologie' -2) ('Justice' 3) } }"
MANY = f"SELECT ?n ?q {{ VALUES ?n {{ {' '.join(map(str, range(250)))} }} BIND(?n * ?n AS ?q) }}"


@pytest.fixture(scope="module")
def running() -> Iterator[QuerySite]:
    with query_site.serving() as site:
        yield site


@pytest.fixture
def site(running: QuerySite) -> QuerySite:
    running.asked.clear()
    running.answers.clear()
    return running


@pytest.fixture(scope="module")
def context(browser: Any) -> Any:
    """What visits share: the browser has compiled the scripts once."""
    return browser.new_context(locale="fr-FR", accept_downloads=True)


@pytest.fixture
def visit(context: Any, site: QuerySite) -> Iterator[Visit]:
    """A visit where nothing may go wrong."""
    with visiting(context, site) as one:
        yield one
    assert one.wrong == []


@pytest.fixture
def faulty(context: Any, site: QuerySite) -> Iterator[Visit]:
    """A visit where something is meant to."""
    with visiting(context, site) as one:
        yield one


@contextmanager
def visiting(context: Any, site: QuerySite) -> Iterator[Visit]:
    one = Visit(context, site)
    yield one
    one.page.close()


def choose(page: Any, search: str, title: str) -> None:
    page.fill("#example-search", search)
    page.get_by_role("option", name=title, exact=True).click()


# -- The policy -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "forbidden",
    [
        "fetch('https://example.org/').catch(() => {})",
        "document.head.append(Object.assign(document.createElement('style'), {textContent: '*{}'}))",
        "document.body.insertAdjacentHTML('beforeend', '<p onclick=alert(1) style=color:red>x</p>')",
        "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))",
    ],
)
def test_what_is_forbidden_is_noticed(forbidden: str, faulty: Visit) -> None:
    """If this did not fail, the other tests would find nothing, either."""
    faulty.open().evaluate(f"() => {{ {forbidden} }}")
    for _ in range(200):
        if any("Content Security Policy" in text for text in faulty.wrong):
            return
        faulty.page.wait_for_timeout(50)
    pytest.fail("the browser did not say that it forbade anything")


# -- Examples -------------------------------------------------------------------------------------


def test_an_example_with_a_value_answers_what_the_embedded_store_answers(visit: Visit) -> None:
    page = visit.open()
    choose(page, "mot", "Toutes les questions sur un mot")
    page.fill("#value-mot", "Sante")
    page.click("#example-run")
    page.wait_for_selector("tbody tr")
    file = library.named("questions-sur-un-mot")
    expected = query_site.rows(file.bound({"mot": "Sante"}))
    assert visit.rows() == expected
    assert expected != query_site.rows(file.text)


def test_an_example_is_found_whatever_its_accents(visit: Visit) -> None:
    page = visit.open()
    page.fill("#example-search", "DEPUTES taux")
    first = page.locator("[role=option]").first
    assert first.text_content() == "Les députés par nombre de questions et taux de réponse"
    page.fill("#example-search", "xyzzy")
    assert page.text_content("#example-count") == "0 requêtes"


@pytest.mark.parametrize("file", library.library(), ids=lambda file: file.name)
def test_every_example_is_sparql_to_the_editor(file: library.QueryFile, editor: Visit) -> None:
    editor.page.evaluate(
        "text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", file.text
    )
    assert editor.page.text_content("#syntax") == ""


@pytest.fixture(scope="module")
def editor(context: Any, running: QuerySite) -> Iterator[Visit]:
    with visiting(context, running) as one:
        one.open()
        yield one


def test_a_form_asks_for_each_value_by_its_kind(visit: Visit) -> None:
    page = visit.open()
    choose(page, "rappel", "La liste de rappel d'un jour")
    assert page.get_attribute("#value-jour", "type") == "date"
    assert page.input_value("#value-jour") == "2026-11-17"
    choose(page, "", "D'un ministère à l'autre")
    assert page.eval_on_selector("#value-motif", "e => e.tagName") == "SELECT"
    choose(page, "", "Les questions à un ministère")
    assert page.get_attribute("#value-legislature", "type") == "number"
    assert page.get_attribute("#value-ministere", "required") == ""
    page.fill("#value-ministere", "")
    page.click("#example-edit")  # the browser says what is missing
    assert visit.text().startswith("# Combien de questions")


def test_a_value_that_the_server_refuses_is_told(faulty: Visit) -> None:
    page = faulty.open()
    choose(page, "loi", "Les questions qui citent une loi")
    page.evaluate("document.querySelector('#value-texte').removeAttribute('pattern')")
    page.fill("#value-texte", "???")
    page.click("#example-run")
    page.wait_for_selector("#example-problem:not([hidden])")
    assert "a word is expected" in page.text_content("#example-problem")
    assert [text for text in faulty.wrong if "400" not in text] == []


# -- Results --------------------------------------------------------------------------------------


def test_links_lead_to_the_pages_of_the_server(visit: Visit) -> None:
    visit.open(
        query="SELECT ?q ?s ?p ?o ?js { ?q qp:numero 201 ; qp:statut ?s ; foaf:page ?p "
        f"BIND(<{BASE}/example.org> AS ?o) BIND(<javascript:alert(1)> AS ?js) }}"
    )
    visit.run(view=None)
    links = visit.page.eval_on_selector_all(
        "td a", "all => all.map(a => [a.pathname, a.href, a.text])"
    )
    question, status, page, outside = links
    assert outside[1] == f"{BASE}/example.org"  # not //example.org, another host
    assert question[0].startswith("/question/QANR5L17QE201")
    assert status[0] == "/def"
    assert status[2] == "qp:Repondue"
    assert page[1].startswith("https://")


def test_a_table_is_sorted_filtered_and_turned_over(visit: Visit) -> None:
    page = visit.open(query=MANY)
    visit.run()
    assert len(visit.rows()) == 100
    page.click("text=Suivantes")
    assert visit.rows()[0] == ["100", "10000"]
    page.click("th button:text-is('q')")
    page.click("th button:has-text('q')")
    assert page.get_attribute("th:has-text('q')", "aria-sort") == "descending"
    assert visit.rows()[0] == ["249", "62001"]
    page.fill("#table-filter", "2401")
    assert visit.rows() == [["49", "2401"]]
    assert visit.focused() == "table-filter"


def test_texts_are_shown_as_they_are(visit: Visit) -> None:
    """No mark-up is read, and nothing is put in the place of braces."""
    hostile = "<b>x</b> {{ n }} <img src=x onerror=alert(1)>"
    visit.open(query=f'SELECT ?n ?t {{ VALUES (?n ?t) {{ (1 "{hostile}") (2 "y") }} }}')
    visit.run()
    assert visit.rows()[0] == ["1", hostile]


def test_a_graph_is_a_table_of_triples(visit: Visit) -> None:
    told = 'CONSTRUCT { ?q dcterms:title ?t ; rdfs:comment "a\\"b\\\\n\\n<c>"@fr } { ?q qp:numero 201 ; dcterms:title ?t }'
    visit.open(query=told)
    visit.run()
    assert len(visit.rows()) == 2
    assert {row[2] for row in visit.rows()} >= {'a"b\\n\n<c>'}
    assert visit.page.input_value("#download-format") == "text/turtle"


def test_yes_or_no_is_said_in_words(visit: Visit) -> None:
    visit.open(query="ASK {}")
    visit.run(view=None)
    assert visit.page.text_content(".verdict") == "oui (true)"


def test_a_refusal_is_shown_in_the_words_of_the_server(faulty: Visit) -> None:
    page = faulty.open(query="ASK { 1 2")
    faulty.run(view=None)
    assert page.text_content("#outcome") == "La requête a échoué"
    assert "cannot be run" in page.text_content(".refusal")
    faulty.site.answers.append(
        (503, "application/json", b'{"fr": "Trop long.", "en": "Too long."}')
    )
    faulty.run(view=None)
    assert page.text_content(".refusal") == "Trop long."
    assert [text for text in faulty.wrong if not re.search("400|503", text)] == []


def test_an_answer_that_breaks_off_is_not_shown(faulty: Visit) -> None:
    page = faulty.open(query=MINISTRIES)
    faulty.site.answers.append((200, "application/sparql-results+json", query_site.CUT))
    faulty.run(view=None)
    assert page.text_content("#outcome") == "La requête a échoué"
    assert "s’est interrompue avant sa fin" in page.text_content(".refusal")
    assert page.locator("table").count() == 0


def test_a_query_can_be_stopped_and_the_next_one_runs(visit: Visit) -> None:
    page = visit.open(query=MINISTRIES)
    visit.site.answers.append((200, "application/sparql-results+json", query_site.SLOW))
    page.click("#run")
    assert page.text_content("#outcome") == "Requête en cours…"
    page.click("#stop")
    page.wait_for_selector("#outcome:text-is('Requête arrêtée.')")
    visit.site.closing.set()
    visit.run()
    assert len(visit.rows()) == 3
    visit.site.closing.clear()


def test_an_answer_too_large_for_a_browser_is_not_read_to_its_end(visit: Visit) -> None:
    visit.open(query=MINISTRIES)
    endless = b" " * 31_000_000
    visit.site.answers.append((200, "application/sparql-results+json", endless))
    visit.run(view=None)
    assert "dépasse 30 Mo" in visit.page.text_content(".refusal")


def test_an_answer_that_nobody_can_read_is_told(faulty: Visit) -> None:
    page = faulty.open(query=MINISTRIES)
    for body in (b"<html>", b'{"head":'):
        faulty.site.answers.append((200, "application/sparql-results+json", body))
        faulty.run(view=None)
        assert "ne se lit pas" in page.text_content(".refusal")


def test_a_triple_as_a_term_is_shown_as_text(visit: Visit) -> None:
    visit.open(query="SELECT ?n ?t { VALUES ?n { 1 2 } BIND(<<( <x:s> <x:p> 1 )>> AS ?t) }")
    visit.run()
    assert visit.rows()[0] == ["1", "<<( x:s x:p 1 )>>"]


def test_results_are_downloaded_in_a_format_of_the_endpoint(visit: Visit) -> None:
    page = visit.open(query=MINISTRIES)
    visit.run()
    with page.expect_download() as waiting:
        page.click("#download button")
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == "questions.csv"
    assert list(csv.reader(io.StringIO(text)))[1] == ["Santé", "5"]


# -- Charts ---------------------------------------------------------------------------------------


def test_years_are_a_line_and_names_are_bars(visit: Visit) -> None:
    page = visit.open(query=YEARS)
    visit.run("chart")
    page.wait_for_selector("svg path.line")
    assert page.locator("svg circle").count() == len(query_site.rows(YEARS))
    assert page.text_content("svg > title") == "n selon annee"
    page.goto(f"{visit.site.url}sparql#query={quote(MINISTRIES)}")
    page.reload()
    visit.run("chart")
    page.wait_for_selector("svg rect")
    assert page.locator("svg rect").count() == 3
    assert "de -2 à 5" in page.text_content("svg > desc")
    names = page.eval_on_selector_all("svg text title", "all => all.map(t => t.textContent)")
    assert names == ["Santé", "Écologie", "Justice"]


def test_another_column_is_drawn_when_it_is_chosen(visit: Visit) -> None:
    page = visit.open(query="SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ('x' 1 2) ('y' 3 4) } }")
    visit.run("chart")
    page.wait_for_selector("svg rect")
    page.select_option("#chart-values", "b")
    assert page.text_content("svg > title") == "b selon a"
    values = page.eval_on_selector_all("svg .value", "all => all.map(t => t.textContent)")
    assert values == ["1", "3"]


def test_no_chart_is_offered_where_nothing_is_counted(visit: Visit) -> None:
    page = visit.open(
        query="SELECT ?legislature ?numero { VALUES (?legislature ?numero) { (16 1) (17 2) } }"
    )
    visit.run()
    assert page.is_hidden("[data-view=chart]")


# -- The address ----------------------------------------------------------------------------------


def test_a_link_brings_the_query_back_and_does_not_run_it(visit: Visit) -> None:
    text = 'SELECT ("a+b & c%20#é" AS ?x)\n{ }'
    visit.open(query=text)
    assert visit.text() == text
    assert not any("query=" in path for path in visit.site.asked)
    visit.run(view=None)
    assert unquote(visit.page.url.partition("#query=")[2]) == text


def test_the_link_is_copied(browser: Any, site: QuerySite) -> None:
    own = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    visit = Visit(own, site)
    page = visit.open(query=MINISTRIES)
    page.click("#share")
    page.wait_for_selector("#shared:text-is('Lien copié')")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.input_value("#address-field") == page.url
    assert visit.wrong == []
    own.close()


def test_the_other_language_keeps_the_query(visit: Visit) -> None:
    page = visit.open(query=MINISTRIES)
    page.click("#language")
    page.wait_for_selector("text=Ready queries")
    assert visit.text() == MINISTRIES
    visit.run(view=None)
    assert re.fullmatch(r"3 rows in [\d.]+ s", page.text_content("#outcome"))


def test_nothing_is_kept_in_the_browser(visit: Visit) -> None:
    visit.open(query=MINISTRIES)
    visit.run("chart")
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert visit.page.context.cookies() == []


# -- The editor -----------------------------------------------------------------------------------


def test_terms_are_completed_from_the_ontology_and_prefixes_added(visit: Visit) -> None:
    page = visit.open(query="SELECT * {\n  ?q \n}")
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setCursor(1, 5)")
    page.locator(".CodeMirror textarea").focus()
    page.keyboard.type("qp:publi")
    page.wait_for_selector(".CodeMirror-line:has-text('PREFIX qp:')")
    page.keyboard.press("Control+Space")
    page.wait_for_selector(".CodeMirror-hint")
    offered = page.eval_on_selector_all(".CodeMirror-hint", "all => all.map(e => e.textContent)")
    assert any(text.startswith("qp:datePublication – ") for text in offered)
    while not page.text_content(".CodeMirror-hint-active").startswith("qp:datePublication –"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "?q qp:datePublication" in visit.text()


def test_a_line_that_is_no_sparql_is_named(visit: Visit) -> None:
    page = visit.open(query="SELECT * {\n  ?a ?b\n}")
    assert page.text_content("#syntax") == "Ligne 3 : ce n’est pas (encore) du SPARQL."
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('ASK { ?a x:b 1 }')")
    assert page.text_content("#syntax") == "Ligne 1 : le préfixe x n’est pas déclaré."
    page.hover(".fault")  # a tooltip with styles inside would be forbidden


# -- Without a mouse, on a narrow screen, without scripts -----------------------------------------


def test_the_page_works_without_a_mouse(visit: Visit) -> None:
    page = visit.open()
    page.focus("#example-search")
    page.keyboard.type("rappel jour")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert visit.focused() == "example-title"
    page.keyboard.press("Tab")
    assert visit.focused() == "value-jour"
    for _ in range(12):
        if visit.focused() == "run":
            break
        page.keyboard.press("Tab")
    assert visit.focused() == "run"
    page.keyboard.press("Enter")
    page.wait_for_selector("tbody tr")


def test_a_key_runs_the_query_and_tab_leaves_the_editor(visit: Visit) -> None:
    page = visit.open(query=MINISTRIES)
    page.locator(".CodeMirror textarea").focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("tbody tr")
    page.keyboard.press("Tab")
    assert visit.focused() == "run"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_a_narrow_screen_scrolls_one_way_only(browser: Any, site: QuerySite) -> None:
    own = browser.new_context(viewport={"width": 360, "height": 740})
    visit = Visit(own, site)
    page = visit.open(query=library.named("retards-par-ministere").text)
    choose(page, "mot", "Toutes les questions sur un mot")
    visit.run()
    for view in ("table", "chart", "raw"):
        page.click(f"[data-view={view}]")
        page.wait_for_selector(f"[data-view={view}][aria-pressed=true]")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert visit.wrong == []
    own.close()


def test_without_scripts_the_form_answers(browser: Any, site: QuerySite) -> None:
    own = browser.new_context(java_script_enabled=False)
    visit = Visit(own, site)
    page = visit.page
    page.goto(f"{site.url}sparql")
    page.fill("#plain-query", "ASK {}")
    site.answers.append((200, "text/plain", b"true"))
    page.click("noscript button, form.plain button")
    assert page.text_content("body") == "true"
    own.close()


def test_axe_finds_no_fault(visit: Visit) -> None:
    axe = (npm.installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    page = visit.open(query=library.named("deputes").text)
    page.evaluate(axe)
    choose(page, "ministère", "Les questions à un ministère")
    visit.run()
    for scheme, view in product(("light", "dark"), ("table", "chart", "raw")):
        page.emulate_media(color_scheme=scheme)
        page.click(f"[data-view={view}]")
        page.wait_for_selector(f"[data-view={view}][aria-pressed=true]")
        faults = page.evaluate(AXE)
        assert (scheme, view, faults) == (scheme, view, [])
