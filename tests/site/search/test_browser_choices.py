"""The search as a journalist uses it: by number, by who asked, by day, by what is overdue."""

import pytest

import npm
from browsing import STRICT
from search_visit import Search

pytestmark = pytest.mark.xdist_group("search-in-a-browser")  # one server, one browser

MILK, STADIUMS = "Prix du lait", "Stades de quartier"
PHARMACIES = "Distance des pharmacies"


# ---- By number


def test_a_question_is_found_by_its_number_however_it_is_written(visit: Search) -> None:
    visit.look()
    for typed, expected in {
        "205": [MILK, STADIUMS],  # the latest first
        "n° 205": [MILK, STADIUMS],
        "n°205": [MILK, STADIUMS],
        "numéro 205": [MILK, STADIUMS],
        "question 205": [MILK, STADIUMS],
        "Question n\u00b0\u00a0205": [MILK, STADIUMS],
        "QE 205": [MILK],
        "qe205": [MILK],
        "QE n° 205": [MILK],
        "205 QE": [MILK],
        "205QE": [MILK],
        "question écrite n° 205": [MILK],
        "QG 205": [STADIUMS],
        "question au Gouvernement n° 205": [STADIUMS],
        "QANR5L17QE205": [MILK],
        "qanr5l16qg205": [STADIUMS],
        "17-205QE": [MILK],
        "16-205": [STADIUMS],
        "16-205 QG": [STADIUMS],
        "question 205 de la 16e législature": [STADIUMS],
        "L17 n° 205": [MILK],
        "https://questions.assemblee-nationale.fr/q17/17-205QE.htm": [MILK],
        "https://www.assemblee-nationale.fr/dyn/16/questions/QANR5L16QG205": [STADIUMS],
        "QE 102": [PHARMACIES, STADIUMS],  # what speaks of it comes after it
        "QE 102 officines": [],
        "16-102QE": [PHARMACIES],  # which can be no other
        "QE 205 lait": [MILK],
        "QOSD 205": [MILK, STADIUMS],  # there is none of that kind: these may be meant
    }.items():
        assert (typed, visit.type(typed)) == (typed, expected)


def test_where_no_question_has_that_number_kind_and_legislature_it_is_said(visit: Search) -> None:
    visit.look()
    for typed, said in {
        "QOSD 205": "Pas de question orale sans débat n°\u00a0205\u00a0; il y a\u00a0: 2 résultats",
        "QG 102": "Pas de question au Gouvernement n°\u00a0102\u00a0; il y a\u00a0: 2 résultats",
        "n° 17-102": "Pas de question n°\u00a0102 de la 17e législature\u00a0; il y a\u00a0: 2 résultats",
        "17-102QE": "Pas de question écrite n°\u00a0102 de la 17e législature\u00a0;"
        " il y a\u00a0: 2 résultats",
        "QG 1000": "Aucun résultat.",
        "QG 205": "1 résultat",
        "n° 16-205": "1 résultat",
        "205": "2 résultats",
    }.items():
        visit.type(typed)
        assert (typed, visit.outcome()) == (typed, said)
    visit.look("?q=16-999QG", "recherche.en.html")
    assert visit.outcome() == "No result."
    visit.look("?q=QOSD 205", "recherche.en.html")
    assert visit.outcome() == "No oral question without debate no.\u00a0205; there is: 2 results"


def test_other_numbers_are_words_like_others(visit: Search) -> None:
    visit.look()
    for typed, expected in {
        "1 000 places": [STADIUMS],  # no question has that number: these are words
        "question 1 000": [STADIUMS],
        "tribune n° 2018-205": [],  # a law
    }.items():
        assert (typed, visit.type(typed)) == (typed, expected)


def test_a_result_says_the_number_and_the_legislature(visit: Search) -> None:
    visit.ask("QG 205")
    meta = visit.page.inner_text("#results .meta")
    assert meta.startswith(
        "Question au Gouvernement n°\u00a0205 · 16e législature · 10 janvier 2023"
    )
    visit.look("?q=QG 205", "recherche.en.html")
    assert "no.\u00a0205" in visit.page.inner_text("#results .meta")
    french = visit.page.locator("#results .meta [lang=fr]").all_inner_texts()
    assert french == ["16e législature"]
    assert visit.page.get_attribute("#legislature option:last-child", "lang") == "fr"
    assert visit.page.get_attribute("#statut option:last-child", "lang") is None


# ---- By who asked


def test_a_name_that_is_typed_is_offered_as_a_filter(visit: Search) -> None:
    visit.ask("anne exemple soins")
    link = visit.page.locator("#offers a")
    assert link.inner_text() == "Seulement les questions de Anne Exemple, avec «\u00a0soins\u00a0»"
    link.click()
    visit.page.wait_for_url("**?q=soins&auteur=PA900001")
    assert visit.titles() == ["Avenir des centres de soins"]
    visit.page.wait_for_function("document.getElementById('auteur-nom').value === 'Anne Exemple'")
    assert visit.page.locator("#offers a").count() == 0
    visit.ask("exemple")
    assert visit.page.inner_text("#offers a") == "Seulement les questions de Anne Exemple"
    assert visit.page.get_attribute("#offers a", "href") == "?auteur=PA900001"
    visit.ask("lait")
    assert visit.page.locator("#offers a").count() == 0


def test_the_field_for_authors_offers_names_and_narrows_by_the_one_chosen(visit: Search) -> None:
    visit.look("?q=sante")
    visit.page.fill("#auteur-nom", "MODÈ")
    visit.page.wait_for_selector("#auteurs [role=option]")
    assert visit.page.locator("#auteurs li").all_inner_texts() == [
        "Jean Modèle (4 questions, 2022–2026)"
    ]
    assert visit.page.get_attribute("#auteur-nom", "aria-expanded") == "true"
    visit.page.click("#auteurs li")
    visit.page.wait_for_url("**auteur=PA900002")
    assert visit.titles() == ["Budget des maisons de santé"]
    visit.page.fill("#auteur-nom", "")
    visit.page.press("#auteur-nom", "Tab")
    visit.page.wait_for_url("**?q=sante")
    assert len(visit.titles()) > 2


def test_the_keyboard_suffices_to_choose_an_author(visit: Search) -> None:
    visit.look()
    visit.page.focus("#auteur-nom")
    visit.page.keyboard.type("p")
    visit.page.wait_for_selector("#auteurs [role=option]:nth-child(2)")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowDown")
    offered = visit.page.locator("#auteurs li").all_inner_texts()
    assert offered == ["Zoé Patron (4 questions, 2022–2024)", "<i>Personne</i> (1 question)"]
    marked = visit.page.get_attribute("#auteur-nom", "aria-activedescendant")
    assert marked == visit.page.get_attribute("#auteurs [aria-selected=true]", "id") == "auteurs-1"
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("Escape")
    assert not visit.page.is_visible("#auteurs")
    visit.page.fill("#auteur-nom", "foe")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**?auteur=17-01-leon-foe")
    assert visit.titles() == ["Fermeture de l’école du village", STADIUMS]


def test_a_name_that_nobody_has_is_no_filter_and_is_said(visit: Search) -> None:
    visit.look("?auteur=PA900003")
    visit.page.fill("#auteur-nom", "quidam")
    visit.page.wait_for_selector("#auteurs [aria-disabled]")
    assert visit.page.inner_text("#auteurs") == "Personne de ce nom n'a posé de question."
    visit.page.keyboard.press("Enter")
    visit.page.press("#auteur-nom", "Tab")
    visit.page.wait_for_function("document.getElementById('auteur-nom').value === 'Zoé Patron'")
    assert visit.page.url.endswith("?auteur=PA900003")


# ---- From the page of a thing


def test_a_thing_can_be_chosen_by_itself_among_those_of_its_name(visit: Search) -> None:
    assert len(visit.look("?ministere=ministere-de-la-sante")) == 8
    assert len(visit.look("?ministere=PO900083")) == 3
    chosen = visit.page.locator("#ministere option:checked").inner_text()
    assert chosen == "Ministère de la santé – PO900083 (3)"
    assert len(visit.look("?legislature=17&groupe=PO900061")) == 4
    groups = visit.offered("groupe")
    assert "Groupe Gamma (4)" in groups
    assert len(set(groups)) == len(groups)  # it has its name alone, and is offered once
    assert visit.look("?ministere=constructor") == []


# ---- By what became of it, by day, by how long it has waited


def test_what_is_overdue_or_was_late_is_a_status(visit: Search) -> None:
    visit.look()
    offered = visit.offered("statut")
    assert "en attente (4)" in offered
    assert "en attente, échéance dépassée (2)" in offered
    assert "répondue en retard (5)" in offered
    overdue = visit.look("?statut=en-attente-echeance-depassee")
    assert overdue == ["Fermeture de l’école du village", "Abattoirs de montagne"]
    assert visit.page.inner_text("#results li:last-child .badge").startswith(
        "en attente, échéance dépassée de"
    )
    assert set(overdue) < set(visit.look("?statut=en-attente"))
    assert PHARMACIES in visit.look("?statut=repondue-en-retard")
    visit.look("?statut=en-attente-echeance-depassee", "recherche.en.html")
    assert visit.page.locator("#statut option:checked").inner_text() == "pending, overdue (2)"


def test_results_can_be_of_some_days_only(visit: Search) -> None:
    assert visit.look("?du=2024-10-08&au=2024-10-15") == [
        "Budget des maisons de santé",
        "Abattoirs de montagne",
    ]
    assert visit.page.input_value("#du") == "2024-10-08"
    visit.page.fill("#au", "2024-10-08")
    visit.page.wait_for_url("**?du=2024-10-08&au=2024-10-08")
    assert visit.titles() == ["Abattoirs de montagne"]
    assert "Agriculture (1)" in visit.offered("rubrique")
    assert visit.look("?q=agriculture&au=2000-01-01") == []
    assert len(visit.look("?q=agriculture&du=hier")) > 1  # no day


def test_those_who_have_waited_longest_come_first_on_demand(visit: Search) -> None:
    titles = visit.look("?legislature=17&ordre=attente")
    assert titles[:3] == ["Abattoirs de montagne", "Avenir des centres de soins", MILK]
    assert titles[3:] == [
        "Soutien aux éleveurs",
        "Budget des maisons de santé",
        "Financement du dispositif asalee",
    ]


def test_all_choices_can_be_removed_at_once(visit: Search) -> None:
    address = "?q=asalee&legislature=16&auteur=PA900001&du=2020-01-01"
    assert visit.look(address)
    visit.page.click("#clear")
    visit.page.wait_for_url("**?q=asalee")
    assert visit.page.input_value("#auteur-nom") == ""
    assert not visit.page.is_visible("#clear")
    visit.page.go_back()
    visit.page.wait_for_url(f"**{address}")
    visit.page.wait_for_function("document.getElementById('auteur-nom').value === 'Anne Exemple'")
    assert visit.page.input_value("#du") == "2020-01-01"


# ---- What is said


def test_where_a_word_is_unknown_the_nearest_is_offered(visit: Search) -> None:
    visit.look()
    for typed, meant in {
        "pharmcie": "pharmacies",
        "Abatoir": "Abattoirs",
        "financemnt asalée": "Financement asalée",
    }.items():
        assert visit.type(typed) == []
        assert visit.outcome() == f"Aucun résultat. Essayez «\u00a0{meant}\u00a0»"
    visit.page.click("#outcome a")
    visit.page.wait_for_url("**?q=Financement+asal%C3%A9e")
    assert visit.titles() == ["Financement du dispositif asalee"]
    for typed in ("zzyzx", "pah", "abattoirs lait"):
        assert visit.type(typed) == []
        assert visit.outcome() == "Aucun résultat."


@pytest.mark.parametrize("typed", ["de la", "les", "à", "?", "l'", "d’un"])
def test_words_that_every_text_says_find_nothing_and_that_is_said(
    typed: str, visit: Search
) -> None:
    assert visit.ask(typed) == []
    assert visit.outcome() == "Mots trop courants\u00a0: ajoutez un mot."
    visit.look(f"?q={typed}&legislature=17")
    assert visit.outcome() == "Mots trop courants\u00a0: ajoutez un mot. 6 résultats"


def test_a_day_in_the_address_that_is_none_is_ignored_and_that_is_said(visit: Search) -> None:
    visit.look("?q=lait&du=2024-13-45")
    assert visit.outcome() == "Jour inconnu, ignoré\u00a0: 2024-13-45. 1 résultat"
    visit.look("?du=2023-02-30&au=<b>", "recherche.en.html")
    assert visit.outcome() == "Unknown day, ignored: 2023-02-30. Unknown day, ignored: <b>."
    visit.type("lait")
    assert visit.outcome() == "1 result"


def test_a_quick_search_says_nothing_but_its_outcome(visit: Search) -> None:
    visit.look()
    visit.page.evaluate(
        "window.heard = []; new MutationObserver(() => heard.push(outcome.textContent))"
        ".observe(outcome, {childList: true, subtree: true, characterData: true})"
    )
    visit.type("lait")
    visit.page.wait_for_function("heard.length > 0")
    assert visit.page.evaluate("heard") == ["1 résultat"]
    visit.page.select_option("#statut", "en-attente")
    visit.page.wait_for_url("**statut=en-attente")
    visit.titles()
    assert visit.page.evaluate("heard") == ["1 résultat", "1 résultat"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_choices_are_without_fault_on_a_small_screen(scheme: str, visit: Search) -> None:
    axe = (npm.installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.set_viewport_size({"width": 360, "height": 800})
    visit.look("?q=exemple&ministere=PO900083")
    visit.page.fill("#auteur-nom", "p")
    visit.page.wait_for_selector("#auteurs [role=option]")
    visit.page.keyboard.press("ArrowDown")
    visit.page.evaluate(axe)
    assert visit.page.evaluate(STRICT) == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 360
    visit.type("pharmcie")
    assert visit.page.evaluate(STRICT) == []
