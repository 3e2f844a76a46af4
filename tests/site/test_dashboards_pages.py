"""The pages of dashboards and lists: every question once on each, valid, without a broken link."""

import csv
import posixpath
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import html5rdf
import pytest

import filled_index
import npm
from browsing import AXE, chromium
from built import BASE, scratch
from dashboards import DAYS, figures, store
from questions_rdf.pages import assets
from questions_rdf.pages.resource import resource_page
from questions_rdf.query_files.library import Language
from questions_rdf.reports.corpus import Corpus
from questions_rdf.reports.outputs.as_csv import csv_of
from questions_rdf.reports.rappel import rappel
from questions_rdf.reports.report import Source
from questions_rdf.resources import Description, described
from questions_rdf.resources.description import Kind
from questions_rdf.resources.places import path
from questions_rdf.site.dashboards import thing_extras, things
from questions_rdf.site.home import home_pages
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.question_lists import A_PAGE, list_pages, year_pages
from questions_rdf.site.reminders import rappel_csv, rappel_pages
from questions_rdf.site.site_file import SiteFile
from questions_rdf.site.thing_lists import thing_list_pages

BOTH: tuple[Language, ...] = ("fr", "en")
HOSTILE = "</script><script>alert(1)</script>\"'&<b onmouseover=x>{{ 7*7 }}"
DAY = DAYS[1]
QUESTION = f"{BASE}def#QuestionEcrite"


def pages(of: Figures) -> Iterator[SiteFile]:
    """All that is made of an index, but for the pages of things."""
    yield from home_pages(of, BOTH)
    yield from thing_list_pages(of, BOTH)
    yield from rappel_pages(of, BOTH)
    for year in of.dashboard().years:
        yield from year_pages(of, year.annee, BOTH)
    for iri, kind in things(of):
        yield from list_pages(of, iri, kind, BOTH)


@cache
def site() -> dict[str, str]:
    """The pages of the corpus, those of its things and questions too."""
    of = figures(DAY)
    files = {one.path: one.content.decode() for one in pages(of)}
    for iri, kind in things(of):
        page = described(store(), iri, BASE, DAY)
        where = path(iri, BASE)
        assert page
        assert page.kind is kind
        for language, end in (("fr", ".html"), ("en", ".en.html")):
            files[f"{where}{end}"] = of_thing(of, page, language)  # type: ignore[arg-type]
    return files


def of_thing(of: Figures, page: Description, language: Language) -> str:
    root = "../" * (path(page.iri, BASE) or "").count("/")
    dashboard = thing_extras(of, page.iri, page.kind)
    return resource_page(page, language, root, dashboard=dashboard)


def invented(count: int, **values: object) -> Figures:
    """Many questions of one author in one year, two a day, some with no number."""
    index = filled_index.empty()
    author = f"{BASE}acteur/PA1"
    filled_index.insert(index, "chose", {"iri": author, "fr": "Une Autrice", "page": author})
    filled_index.thing(index, author, "personne")
    for number in range(count):
        iri = f"{BASE}question/QANR5L17QE{number}"
        row: dict[str, object] = {
            "iri": iri,
            "uid": f"QANR5L17QE{number}",
            "nature": QUESTION,
            "numero": number or None,
            "titre": f"Question {number}",
            "publication": f"2025-{1 + number // 56:02d}-{1 + number // 2 % 28:02d}",
            "auteur": author,
            "statut": f"{BASE}def#EnAttente",
        }
        filled_index.insert(index, "question", row | values)
    filled_index.tallied(index, date(2025, 12, 31))
    return Figures(index, BASE, date(2025, 12, 31))


def listed(html: str) -> list[str]:
    """The questions of a list, by the ends of their addresses."""
    return re.findall(r'class="heading"[^>]*><a href="[^"]*?(\w+)(?:\.en)?\.html"', html)


# -- Lists ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, A_PAGE, A_PAGE + 1, 3 * A_PAGE - 1])
@pytest.mark.parametrize("language", BOTH)
def test_the_pages_of_a_list_hold_every_question_once_the_newest_first(
    count: int, language: Language
) -> None:
    of = invented(count)
    found = list(list_pages(of, f"{BASE}acteur/PA1", Kind.PERSONNE, (language,)))
    several = [listed(one.content.decode()) for one in found]
    questions = [question for page in several for question in page]
    assert [len(one) for one in several[:-1]] == [A_PAGE] * (len(several) - 1)
    assert questions == [f"QANR5L17QE{number}" for number in reversed(range(count))]
    end = ".html" if language == "fr" else ".en.html"
    assert [one.path for one in found] == [
        f"acteur/PA1/questions{'' if number == 1 else f'/{number}'}{end}"
        for number in range(1, len(found) + 1)
    ]


def test_each_list_of_the_corpus_holds_the_questions_of_its_thing() -> None:
    of = figures(DAY)
    for iri, kind in things(of):
        expected = {str(one.uid) for one in of.questions(iri)}
        found = [
            uid
            for one in list_pages(of, iri, kind, ("fr",))
            for uid in listed(one.content.decode())
        ]
        if kind not in {Kind.GOUVERNEMENT, Kind.PORTEFEUILLE}:
            assert sorted(found) == sorted(expected), iri


def test_the_lists_of_the_years_hold_every_question_once() -> None:
    of = figures(DAY)
    years = [one.annee for one in of.dashboard().years]
    files = [one for year in years for one in year_pages(of, year, ("fr",))]
    assert [one.path for one in files] == ["questions/2025.html", "questions/sans-date.html"]
    found = [uid for one in files for uid in listed(one.content.decode())]
    assert sorted(found) == sorted(str(one.uid) for one in of.questions())


def test_a_page_of_a_list_leads_to_those_around_it() -> None:
    of = invented(3 * A_PAGE)
    found = list(list_pages(of, f"{BASE}acteur/PA1", Kind.PERSONNE, ("fr",)))
    first, middle, last = (one.content.decode() for one in found)
    assert 'rel="prev"' not in first
    assert '<a rel="next" href="../../acteur/PA1/questions/2.html">' in first
    assert '<a rel="prev" href="../../../acteur/PA1/questions.html">' in middle
    assert '<a rel="next" href="../../../acteur/PA1/questions/3.html">' in middle
    assert "Page 2 sur 3" in middle
    assert 'rel="next"' not in last
    assert 'aria-label="Pages de la liste"' in last


def test_no_page_has_the_address_of_another() -> None:
    paths = [one.path for one in pages(figures(DAY))]
    assert len(paths) == len(set(paths))
    iris = {iri for (iri,) in figures(DAY).index.execute("SELECT iri FROM page")}
    assert not {f"{path(iri, BASE)}.html" for iri in iris} & set(paths)


def test_a_thing_without_questions_has_no_list() -> None:
    index = filled_index.empty()
    filled_index.thing(index, f"{BASE}rubrique/r", "rubrique")
    filled_index.tallied(index, DAY)
    of = Figures(index, BASE, DAY)
    assert list(list_pages(of, f"{BASE}rubrique/r", Kind.RUBRIQUE, BOTH)) == []
    html = "".join(one.content.decode() for one in pages(of))
    assert "Aucune question dans les données." in html
    assert "No pending question is past its deadline." in html


# -- The reminder list ----------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
def test_the_reminder_list_as_csv_is_what_the_report_prints(day: date) -> None:
    source = Source(day, "0" * 64, ())
    expected = csv_of(rappel(Corpus(store(), day), day, source), "fr")
    made = rappel_csv(figures(day), source)
    assert made.path == "rappel.csv"
    assert b"".join(made.chunks).decode() == expected
    assert len(list(csv.reader(expected.splitlines()))) >= 4


@pytest.mark.parametrize("day", DAYS)
def test_the_pages_of_the_reminder_list_have_its_rows_by_ministry_and_number(day: date) -> None:
    expected = rappel(Corpus(store(), day), day, Source(day, "0" * 64, ()))
    files = {one.path: one.content.decode() for one in rappel_pages(figures(day), ("fr",))}
    numbers = {
        unescape(title): [int(row) for row in re.findall(r'<tr><td class="figure">(\d+)<', html)]
        for html in files.values()
        if (title := "".join(re.findall(r'<p class="kicker"><a [^>]*>([^<]*)<', html)))
    }
    assert numbers == {
        one.title.fr: [row[one.column("numero")] for row in one.rows] for one in expected.sections
    }
    summary = files["rappel.html"]
    assert re.findall(r"<strong>(\d+)</strong>", summary)[0] == str(sum(map(len, numbers.values())))


def test_questions_of_no_ministry_are_on_the_reminder_list() -> None:
    of = invented(3, echeance="2025-06-01")
    files = {one.path: one.content.decode() for one in rappel_pages(of, ("fr",))}
    assert set(files) == {"rappel.html", "rappel/sans-ministere.html"}
    assert "Ministère non indiqué" in files["rappel.html"]
    found = re.findall(r'<tr><td class="figure">([\d–]+)<', files["rappel/sans-ministere.html"])
    assert found == ["–", "1", "2"]


def test_long_reminder_lists_have_pages() -> None:
    of = invented(450, echeance="2025-06-01")
    files = [one for one in rappel_pages(of, ("en",)) if "sans-ministere" in one.path]
    assert [one.path for one in files] == [
        "rappel/sans-ministere.en.html",
        "rappel/sans-ministere/2.en.html",
        "rappel/sans-ministere/3.en.html",
    ]
    rows = [len(re.findall("<tr><td", one.content.decode())) for one in files]
    assert rows == [200, 200, 50]


# -- Pages ----------------------------------------------------------------------------------------


def test_every_page_is_valid_html() -> None:
    for name, html in site().items():
        try:
            html5rdf.HTMLParser(strict=True).parse(html)
        except html5rdf.html5parser.ParseError as error:
            raise AssertionError(name) from error


def test_no_identifier_stands_twice_on_a_page() -> None:
    for name, html in site().items():
        found = re.findall(r'\bid="([^"]*)"', html)
        assert len(found) == len(set(found)), name


def test_a_page_has_neither_script_nor_style_inside() -> None:
    for name, html in site().items():
        assert not re.search(
            r"<script(?! type=\"application/ld\+json\")|<style|\sstyle=|\son\w+=", html
        ), name


def test_links_lead_to_pages_that_there_are() -> None:
    made = (
        set(site()) | {f"{one}.html" for one in others()} | {f"{one}.en.html" for one in others()}
    )
    made |= {"rappel.csv", *(f"assets/{one}" for one in assets.paths())}
    for name, html in site().items():
        for href in re.findall(r'(?:href|action)="([^"#:?]+)(?:[#?][^"]*)?"', html):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unescape(href)))
            if not target.endswith((".ttl", ".jsonld", ".nt", ".atom")):
                assert target in made, (name, href)


def others() -> set[str]:
    """Pages that other parts of the site make."""
    of = figures(DAY)
    found = {path(iri, BASE) or "" for (iri,) in of.index.execute("SELECT iri FROM page")}
    found |= {path(iri, BASE) or "" for (iri,) in of.index.execute("SELECT iri FROM question")}
    return found | {"recherche", "dataset", "def"}


def test_figures_say_their_source_and_their_day() -> None:
    for name, html in site().items():
        if re.search("<table|<figure", html):
            said = "Source\u00a0: Assemblée nationale, Licence Ouverte 2.0, état au"
            english = "Source: Assemblée nationale, Licence Ouverte 2.0, as of"
            assert (english if ".en." in name else said) in html, name


def test_french_names_are_marked_on_an_english_page() -> None:
    html = site()["organe/PO910001/questions.en.html"]
    assert '<p class="heading" lang="fr">' in html
    assert 'lang="fr">Ministère de la santé</a>' in html
    assert "overdue by 44&nbsp;days" in html


def test_the_page_of_a_thing_has_its_dashboard_instead_of_lists_of_the_store() -> None:
    html = site()["organe/PO910001.html"]
    assert html.count("Dernières questions") == 1
    assert "Échéance dépassée, sans réponse" not in html
    assert 'href="../organe/PO910001/questions.html"' in html
    assert 'href="../organe/PO910001/rappel.html"' in html


@pytest.mark.parametrize("language", BOTH)
def test_without_a_dashboard_the_page_is_as_it_was(language: Language) -> None:
    page = described(store(), f"{BASE}organe/PO910001", BASE, DAY)
    assert page
    assert 'class="figures"' in resource_page(page, language, "../")


def test_hostile_texts_stay_text() -> None:
    of = invented(2, titre=HOSTILE, echeance="2025-06-01")
    of.index.execute("UPDATE chose SET fr = ?, en = ?", (HOSTILE, HOSTILE))
    for one in pages(Figures(of.index, BASE, of.as_of)):
        html = one.content.decode()
        html5rdf.HTMLParser(strict=True).parse(html)
        assert "<script" not in html
        assert "<b onmouseover" not in html
        assert "49" not in re.findall(r"\{\{[^}]*\}\}|>49<", html)


def test_the_same_data_gives_the_same_bytes() -> None:
    again = Figures(filled_index.of_store(store(), DAY), BASE, DAY)
    assert list(pages(again)) == list(pages(figures(DAY)))


def test_the_home_page_says_what_this_is_and_asks_for_words() -> None:
    html = site()["index.html"]
    assert "<h1>Ce que les députés demandent au Gouvernement, et ce qu&#39;il répond</h1>" in html
    assert '<form class="find" role="search" action="recherche.html" method="get">' in html
    assert '<input id="q" name="q"' in html
    assert "form-action &#39;self&#39;" in html


def test_the_home_page_has_the_answers_of_the_last_seven_days() -> None:
    day = date(2025, 6, 16)
    found = Figures(filled_index.of_store(store(), day), BASE, day)
    html = next(iter(home_pages(found, ("en",)))).content.decode()
    assert listed(html[html.index("Answered this week") :])[0] == "QANR5L17QE12"
    assert "Answered this week" not in site()["index.en.html"]


def test_the_list_of_rubriques_stands_on_the_page_of_that_list() -> None:
    assert f"{BASE}rubriques" in {iri for iri, _ in things(figures(DAY))}
    html = site()["rubriques.html"]
    assert re.search(r'<tr><th scope="row"><a href="rubrique/peche.html">Pêche</a>.*>6<', html)
    assert "Toutes les données" in html


def test_only_pages_that_are_made_are_linked() -> None:
    kinds = frozenset(Kind) - {Kind.QUESTION, Kind.PERSONNE}
    some = Figures(figures(DAY).index, BASE, DAY, kinds)
    for one in pages(some):
        assert not re.search(r'href="[^"]*(question/|acteur/)', one.content.decode()), one.path


def test_ministries_stand_under_their_government_and_deputies_under_their_letter() -> None:
    assert "Gouvernement d&#39;essai</a>" in site()["ministeres.html"]
    assert "Éloïse Le Goff" in site()["deputes/l.html"]
    letters = re.findall(r'<li><a href="[^"]*deputes/(\w)\.html"', site()["deputes.html"])
    assert letters == ["e", "l", "m"]


def test_the_browser_finds_no_fault_in_light_and_dark_wide_and_narrow() -> None:
    axe = (npm.installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    folder = written()
    names = ("index", "ministeres", "territoires", "rappel", "organe/PO910001", "questions/2025")
    with chromium() as browser:
        page = browser.new_page(bypass_csp=True)
        for name in (*names, "index.en", "organe/PO910001/rappel.en"):
            page.goto((folder / f"{name}.html").as_uri())
            page.evaluate(axe)
            for scheme, width in (("light", 1200), ("dark", 1200), ("light", 360)):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 800})
                assert (name, scheme, width, page.evaluate(AXE)) == (name, scheme, width, [])
                assert page.evaluate("document.documentElement.scrollWidth") == width, name


def written() -> Path:
    folder = scratch() / "site-dashboards"
    for name, html in site().items():
        _put(folder / name, html.encode())
    for name in assets.paths():
        if found := assets.asset(name):
            _put(folder / "assets" / name, found.content)
    return folder


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
