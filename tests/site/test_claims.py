"""What pages claim: shares of how many, ministries of their own time."""

import re
from datetime import date
from html import unescape
from itertools import chain

import filled_index
from built import BASE
from questions_rdf.pages.resource import resource_page
from questions_rdf.query_files.library import Language
from questions_rdf.resources import Description
from questions_rdf.resources.description import Kind
from questions_rdf.resources.statements import Literal, Statement
from questions_rdf.site.dashboards import dashboard_of
from questions_rdf.site.home import home_pages
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.reminders import rappel_pages
from questions_rdf.site.thing_lists import thing_list_pages

DAY = date(2025, 6, 17)
FORMER = f"{BASE}organe/PO1"
QUESTION = f"{BASE}def#QuestionEcrite"


def made(of: Figures) -> dict[str, str]:
    """Home, lists and reminders, as they read."""
    both: tuple[Language, ...] = ("fr", "en")
    files = chain(home_pages(of, both), thing_list_pages(of, both), rappel_pages(of, both))
    return {one.path: unescape(one.content.decode()) for one in files}


def test_a_share_of_few_is_no_per_cent_and_has_no_bar() -> None:
    few, many = (of_questions(count) for count in (9, 10))
    row, key = table_row(few["ministeres.html"]), key_figures(few["index.html"])
    assert "1\u00a0sur\u00a09" in row
    assert "<strong>1\u00a0sur\u00a09</strong> répondues dans le délai" in key
    assert "%" not in row + key + outcomes_list(few["index.html"])
    assert "gauge" not in table_row(few["ministeres.html"])
    assert "gauge" in table_row(many["ministeres.html"])
    row, key = table_row(many["ministeres.html"]), key_figures(many["index.html"])
    assert "10\u00a0%" in row
    assert "1\u00a0sur\u00a010" in row
    assert "<strong>10\u00a0%</strong> répondues dans le délai" in key
    assert "1\u00a0sur\u00a010 questions écrites qui ont eu réponse" in key
    assert "(10\u00a0%)" in outcomes_list(many["index.html"])


def test_what_was_closed_before_its_deadline_is_not_among_those_that_count() -> None:
    html = of_questions(3, statut=f"{BASE}def#Retiree", cloture="2025-02-01")["index.en.html"]
    assert "<strong>1\u00a0of\u00a01</strong> answered in time" in key_figures(html)
    assert "those closed before it left out" in key_figures(html)


def test_a_ministry_says_which_of_its_questions_are_of_another_time() -> None:
    of = of_a_former_ministry()
    files = made(of)
    for name in ("index.html", "ministeres.html", "rappel.html"):
        assert "dont 2 hors de ses dates" in files[name], name
        assert "Hors de ses dates\u00a0: questions d'un temps" in files[name], name
    assert "of them 2 outside its dates" in files["ministeres/retard.en.html"]
    page = Description(FORMER, Kind.MINISTERE, BASE, (), {}, {}, of.as_of)
    html = unescape(resource_page(page, "fr", "../", dashboard=dashboard_of(of, FORMER, page.kind)))
    assert re.search(
        r"a existé jusqu'au <time[^>]*>18\sjuin\s2012</time>, mais 2\ssur\s2 de ces", html
    )
    assert "ne sont donc pas les siens" in html
    assert "ses dates" not in of_questions(2)["ministeres.html"]


def test_the_page_of_such_a_question_says_so_too() -> None:
    question = f"{BASE}question/QANR5L17QE1"
    page = Description(question, Kind.QUESTION, BASE, (), {}, {}, DAY)
    existence = of_a_former_ministry().existence_around(question)
    html = resource_page(page, "en", "../", existence=existence)
    assert re.search(r"existed until <time[^>]*>18\sJune\s2012</time>, not at the time", html)
    assert "not at the time" not in resource_page(page, "en", "../")


def of_two_of_one_name() -> Figures:
    """Two ministries of one name, one after the other, and questions of which one has a rubrique."""
    index = filled_index.empty()
    for number, ends in ((1, ("2022-05-20", "2022-07-04")), (2, ("2022-07-04", None))):
        ministry = f"{BASE}organe/PO{number}"
        terms = zip(("debut", "fin"), ends, strict=True)
        said = [
            Statement(ministry, f"{BASE}def#{t}", Literal(d, "xsd:date")) for t, d in terms if d
        ]
        filled_index.thing(index, ministry, "ministere", said)
        named = {"iri": ministry, "fr": "Santé", "en": "Santé", "page": ministry}
        filled_index.insert(index, "chose", named)
        row = asked(number, ministere=ministry, auteur=f"{BASE}acteur/PA1")
        row |= {"rubrique": f"{BASE}rubrique/r"} if number == 1 else {}
        filled_index.insert(index, "question", row)
    filled_index.thing(index, f"{BASE}rubrique/r", "rubrique")
    return Figures(filled_index.tallied(index, DAY), BASE, DAY)


def test_ministries_of_one_name_are_told_apart_by_their_days() -> None:
    files = made(of_two_of_one_name())
    for name in ("index.html", "ministeres.html", "ministeres/retard.html"):
        for days in ("20 mai 2022 – 4 juillet 2022", "depuis le 4 juillet 2022"):
            assert f'<span class="under faint">{days}</span>' in files[name], name
    assert "since 4 July 2022" in files["index.en.html"]
    assert "depuis le" not in of_questions(2)["ministeres.html"]


def test_a_list_of_what_not_all_questions_have_says_of_how_many_it_is() -> None:
    html = made(of_two_of_one_name())["index.html"]
    assert html.count("Indiqué pour") == 1  # all have a ministry and an author
    assert "Indiqué pour 1 question sur 2." in html


def of_a_former_ministry() -> Figures:
    """Two overdue questions of 2025 to a ministry that ended in 2012."""
    index = filled_index.empty()
    end = Statement(FORMER, f"{BASE}def#fin", Literal("2012-06-18", "xsd:date"))
    filled_index.thing(index, FORMER, "ministere", [end])
    for number in (1, 2):
        filled_index.insert(index, "question", asked(number, ministere=FORMER))
    return Figures(filled_index.tallied(index, DAY), BASE, DAY)


def of_questions(count: int, **of_the_others: object) -> dict[str, str]:
    """The pages of so many questions to a ministry, one of them answered in time."""
    index = filled_index.empty()
    filled_index.thing(index, FORMER, "ministere")
    for number in range(count):
        fate = {"statut": f"{BASE}def#Repondue", "reponse": "2025-02-02"} if not number else {}
        row = asked(number, ministere=FORMER) | (fate or of_the_others)
        filled_index.insert(index, "question", row)
    of = Figures(filled_index.tallied(index, DAY), BASE, DAY)
    return made(of)


def asked(number: int, **values: object) -> dict[str, object]:
    """A written question that is overdue."""
    uid = f"QANR5L17QE{number}"
    row = {"iri": f"{BASE}question/{uid}", "uid": uid, "numero": number, "nature": QUESTION}
    row |= {"publication": "2025-01-07", "echeance": "2025-03-07", "titre": uid}
    return {**row, "statut": f"{BASE}def#EnAttente", **values}


def key_figures(html: str) -> str:
    """The large figures."""
    return html[html.index('<ul class="keys-figures"') :].partition("</ul>")[0]


def table_row(html: str) -> str:
    """The lines of the first table."""
    return html.partition("<tbody>")[2].partition("</tbody>")[0]


def outcomes_list(html: str) -> str:
    return html[html.index('<figure class="outcomes"') :].partition("</figure>")[0]
