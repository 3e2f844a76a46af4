"""The search as a person uses it, in a real browser."""

import random
import shutil
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import npm
import search_corpus
from browsing import AXE, Given
from questions_rdf.site.search.words import EMPTY, words
from search_visit import Search

pytestmark = pytest.mark.xdist_group("search-in-a-browser")  # one server, one browser


# ---- What is found


def test_words_are_found_however_they_are_typed(visit: Search) -> None:
    visit.look()
    for asked, expected in {
        "ecole": "Fermeture de l’école du village",
        "ÉCOLES": "Fermeture de l’école du village",
        "l'école": "Fermeture de l’école du village",
        "l’ecole": "Fermeture de l’école du village",
        "oeuvre": "Œuvres d'art des mairies",
        "œuvre": "Œuvres d'art des mairies",
        "coeur travail": "Œuvres d'art des mairies",
        "Foe": "Fermeture de l’école du village",
        "retraite": "Fermeture de l’école du village",
        "vil": "Fermeture de l’école du village",
        "QANR5L17QE205": "Prix du lait",
        "205": "Prix du lait",
    }.items():
        assert (asked, visit.type(asked)[:1]) == (asked, [expected])


def test_all_words_have_to_be_there(visit: Search) -> None:
    assert visit.ask("oeuvre cœur inventaire") == ["Œuvres d'art des mairies"]
    assert visit.ask("oeuvre école") == []
    assert visit.outcome() == "Aucun résultat."


def test_what_says_a_word_with_a_minus_is_left_out(visit: Search) -> None:
    visit.look()
    every = visit.type("asalee")
    for typed, left_out in {
        "asalee -infirmières": {"Postes d'infirmières Asalée"},
        "-infirmiere asalee": {"Postes d'infirmières Asalée"},
        "asalee -infirm": set(),  # no word
        "asalee -zzyzx": set(),
        "asalee - infirmières": None,  # a dash between words
        "asalee -infirmieres-asalee": {"Postes d'infirmières Asalée"},
        "asalee -de -": set(),
    }.items():
        found = visit.type(typed)
        if left_out is None:
            assert (typed, found) == (typed, ["Postes d'infirmières Asalée"])
        else:
            assert (typed, found) == (typed, [one for one in every if one not in left_out])
    assert visit.type("205 -lait") == ["Stades de quartier"]
    assert visit.type("-repetition -exemple")
    assert visit.outcome().endswith(" résultats")
    assert not visit.outcome().startswith("Mots")
    assert visit.type("-zzyzx") == []
    assert visit.outcome() == "Mots trop courants\u00a0: ajoutez un mot."


def test_the_field_says_how_its_words_are_read(visit: Search) -> None:
    visit.look()
    said = visit.page.inner_text(f"#{visit.page.get_attribute('#q', 'aria-describedby')}")
    assert "dans n'importe quel ordre" in said
    assert visit.type('"école du village"') == visit.type("village ecole")


def test_who_looks_for_a_name_finds_the_person_first_and_then_the_questions(visit: Search) -> None:
    titles = visit.ask("anne exemple")
    assert titles[0] == "Anne Exemple"
    assert "Œuvres d'art des mairies" in titles
    assert visit.page.get_attribute("#results a", "href") == "acteur/PA900001.html"
    assert "Personne" in visit.page.inner_text("#results li .meta")


def test_the_scripts_make_the_same_words_as_the_index(visit: Search) -> None:
    visit.look()
    letters = "aabcdeeéèêëiîlnoôrsstuûxyœŒæßøÇ’'- 0123ÀÉẞﬁªİẛ\u0301\u00a0"
    chosen = random.Random(7)  # noqa: S311 - not a secret
    texts = ["".join(chosen.choices(letters, k=24)) for _ in range(400)]
    endings = ("er", "ee", "ees", "elles", "enne", "ale", "ante", "aux", "ail", "e")
    texts += ["".join(both) for both in product(("p", "ret", "posit", "professionn"), endings)]
    texts += [f"{one.titre} {one.texte}" for one in search_corpus.records()]
    found = visit.page.evaluate(
        "async ([texts, empty]) => { const { words } = await import('./assets/search/words.js');"
        " return texts.map(text => words(text, new Set(empty)).sort()); }",
        [texts, sorted(EMPTY)],
    )
    assert found == [sorted(words(text)) for text in texts]


def test_hostile_text_stays_text(visit: Search) -> None:
    assert visit.ask("hostile") == ["<b onmouseover=x>&amp; 'texte' \"hostile\"</b>"]
    assert "<i>Personne</i>" in visit.page.inner_text("#results .meta")
    assert visit.page.locator("#results mark").all_inner_texts() == ["hostile"]
    assert visit.ask("<img src=x onerror=alert(1)>") == []


# ---- What is shown


def test_a_result_says_what_became_of_the_question_and_leads_to_it(visit: Search) -> None:
    visit.ask("pharmacies")
    assert visit.page.inner_text("#results .badge") == "répondue, en retard de 22 jours"
    meta = visit.page.inner_text("#results .meta")
    assert "12 juillet 2022" in meta
    assert "réponse le 4 octobre 2022" in meta
    assert "Jean Modèle" in meta
    visit.page.click("#results a")
    visit.page.wait_for_selector("h1:has-text('Distance des pharmacies')")
    assert visit.page.url == f"{visit.site.url}question/QANR5L16QE102.html"


def test_a_result_found_by_its_text_shows_where(visit: Search) -> None:
    visit.ask("maintenus")
    visit.page.wait_for_selector(".excerpt mark")
    assert visit.page.inner_text(".excerpt").endswith("Les postes sont maintenus.")
    assert visit.page.locator("mark").all_inner_texts() == ["maintenus"]
    visit.ask("postes maint")
    assert visit.page.locator("mark").all_inner_texts() == ["Postes"]  # the title says enough


def test_in_english_the_page_says_so_and_leads_to_english_pages(visit: Search) -> None:
    visit.look("?q=pharmacies", "recherche.en.html")
    assert visit.outcome() == "1 result"
    assert visit.page.inner_text("#results .badge") == "answered, late by 22 days"
    assert "answered on 4 October 2022" in visit.page.inner_text("#results .meta")
    assert visit.page.get_attribute("#results a", "href") == "question/QANR5L16QE102.en.html"
    assert visit.page.get_attribute("#results .heading", "lang") == "fr"


def test_the_other_language_shows_the_same_search(visit: Search) -> None:
    visit.look("?q=lait&statut=en-attente")
    href = visit.page.locator("a.switch").evaluate("link => link.href")
    assert href == f"{visit.site.url}recherche.en.html?q=lait&statut=en-attente"


def test_of_many_results_more_are_shown_on_demand(visit: Search) -> None:
    assert len(visit.ask("répétition")) == 20
    assert visit.outcome() == "45 résultats"
    visit.page.click("#more")
    visit.page.wait_for_selector("#results li:nth-child(40)")
    assert visit.page.evaluate("document.activeElement.closest('li') === results.children[20]")
    assert "40 affichés" in visit.outcome()
    visit.page.click("#more")
    visit.page.wait_for_selector("#results li:nth-child(45)")
    assert not visit.page.is_visible("#more")


# ---- Facets, and the address


def test_choices_narrow_the_results_and_say_how_many_they_leave(visit: Search) -> None:
    every = visit.ask("exemple")
    assert visit.offered("statut") == [
        "Tous",
        "en attente (1)",
        "répondue (3)",
        "répondue en retard (2)",
        "retirée (1)",
    ]
    visit.page.select_option("#statut", "en-attente")
    visit.page.wait_for_url("**statut=en-attente")
    few = visit.titles()
    assert set(few) < set(every)
    assert visit.outcome() == "1 résultat"
    assert len(visit.offered("statut")) == 5  # the other choices of the same kind stay


def test_every_kind_of_choice_can_stand_in_an_address(visit: Search) -> None:
    for address, count in {
        "?legislature=16e-legislature": 7,
        "?ministere=ministere-de-la-sante": 8,  # of two Governments
        "?groupe=groupe-alpha&statut=repondue": 2,
        "?rubrique=agriculture&nature=question-au-gouvernement": 1,
        "?nature=personne": 3,
        "?statut=nulle-part": 0,
    }.items():
        assert (address, len(visit.look(address))) == (address, count)


def test_a_shared_address_shows_the_same_form_and_results(visit: Search) -> None:
    titles = visit.look("?q=asalee&statut=repondue&ordre=date")
    assert titles[0] == "Soutien aux éleveurs"  # the text speaks of it
    assert titles[1:] == ["Financement du dispositif asalee", "Postes d'infirmières Asalée"]
    values = {name: visit.page.input_value(f"#{name}") for name in ("q", "statut", "ordre")}
    assert values == {"q": "asalee", "statut": "repondue", "ordre": "date"}


def test_going_back_shows_the_search_before(visit: Search) -> None:
    first = visit.ask("lait")
    visit.page.fill("#q", "ecole")
    visit.page.press("#q", "Enter")
    visit.page.wait_for_url("**?q=ecole")
    assert visit.titles() != first
    assert visit.page.title() == "ecole – Recherche"
    visit.page.go_back()
    visit.page.wait_for_url("**?q=lait")
    assert visit.titles() == first
    assert visit.page.input_value("#q") == "lait"


def test_where_choices_leave_nothing_the_page_says_what_there_is_without_them(
    visit: Search,
) -> None:
    visit.look("?q=ecole&statut=retiree")
    assert visit.outcome() == "Aucun résultat avec ces choix\u00a0; 1 sans eux."


def test_without_a_word_the_latest_come_first(visit: Search) -> None:
    assert visit.look("?statut=en-attente")[:2] == [
        "Prix du lait",
        "Fermeture de l’école du village",
    ]


def test_as_long_as_nothing_is_asked_everything_can_be_chosen(visit: Search) -> None:
    assert visit.look() == []
    assert visit.outcome() == ""
    assert "en attente (4)" in visit.offered("statut")
    visit.page.select_option("#statut", "en-attente")
    visit.page.wait_for_url("**statut=en-attente")
    assert len(visit.titles()) == 4


# ---- For everybody, everywhere


def test_the_keyboard_suffices(visit: Search) -> None:
    visit.look()
    visit.page.keyboard.press("Tab")
    visit.page.focus("#q")
    visit.page.keyboard.type("lait")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**?q=lait")
    assert visit.titles()
    for _ in range(50):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.closest('#results') !== null"):
            break
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/question/*.html")


def test_the_outcome_is_read_out(visit: Search) -> None:
    visit.ask("lait")
    assert visit.page.get_by_role("status").inner_text() == visit.outcome() != ""


@pytest.mark.parametrize(
    ("page", "schemes"), [("recherche.html", ("light", "dark")), ("recherche.en.html", ("light",))]
)
def test_the_page_is_without_fault_in_light_and_dark_wide_and_narrow(
    page: str, schemes: tuple[str, ...], visit: Search
) -> None:
    axe = (npm.installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    visit.look("?q=sante", page)
    visit.page.evaluate(axe)
    for scheme, width in product(schemes, (360, 1200)):
        visit.page.emulate_media(color_scheme=scheme)
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert (scheme, width, visit.page.evaluate(AXE)) == (scheme, width, [])
        assert visit.page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_small_screen_the_choices_do_not_push_the_results_away(visit: Search) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    visit.ask("exemple")
    assert not visit.page.is_visible("#statut")
    assert visit.page.locator("#results li").first.bounding_box()["y"] < 740
    visit.page.click("#choices summary")
    assert visit.page.is_visible("#statut")
    visit.look("?q=exemple&statut=repondue")
    assert visit.page.is_visible("#statut")  # what was chosen is seen


def test_an_index_that_cannot_be_read_is_said(visit: Search) -> None:
    visit.page.route("**/mots/*.bin*", lambda route: route.abort())
    visit.ask("lait")
    assert visit.outcome().startswith("L'index de recherche ne se lit pas")
    visit.page.unroute("**/mots/*.bin*")
    visit.wrong = [one for one in visit.wrong if "net::ERR_FAILED" not in one]
    assert visit.ask("lait")


def test_without_javascript_the_page_leads_to_the_lists(browser: Any, server: Given) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{server.url}recherche.html")
    assert "il y faut JavaScript" in page.inner_text("#without")
    assert page.is_visible("#without a[href='ministeres.html']")
    assert not page.is_visible("#search")
    plain.close()


def test_in_a_folder_on_disk_the_page_says_that_it_needs_a_server(
    browser: Any, tmp_path: Path
) -> None:
    shutil.copytree(search_corpus.site(), tmp_path / "site")
    page = browser.new_page()
    page.goto((tmp_path / "site" / search_corpus.UNDER / "recherche.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert "et un serveur web" in page.inner_text("#without")
    assert page.is_visible("#without a[href='ministeres.html']")
    assert not page.is_visible("#search")
    page.close()
