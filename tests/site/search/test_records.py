"""What is found of a question, a person, a ministry."""

from datetime import date
from typing import Any

import pytest

from built import BASE, QP
from described_data import AS_OF, store_of, store_of_corpus
from questions_rdf.problems import Bilingual
from questions_rdf.resources import Kind, described
from questions_rdf.site.search import SearchRecord, entry, question_record, thing_record
from questions_rdf.site.search.entry import (
    FACETS,
    LATE,
    NAME,
    NUMBER,
    OFTEN,
    ONCE,
    OVERDUE,
    PART,
    THING,
    TITLE,
    TITLE_AND_TEXT,
    TWICE,
    Entry,
)


def record_of(uid: str, as_of: date | None = AS_OF) -> SearchRecord:
    description = described(store_of_corpus(), f"{BASE}question/{uid}", BASE, as_of)
    assert description
    found = question_record(description)
    assert found
    return found


def test_a_question_answered_late() -> None:
    found = record_of("QANR5L16QE102")
    assert found._replace(texte="") == SearchRecord(
        path="question/QANR5L16QE102",
        titre="Distance des pharmacies",
        auteur="Jean Modèle",
        acteur=f"{BASE}acteur/PA900002",
        numero="102",
        legislature=f"{BASE}legislature/16",
        ministere=f"{BASE}organe/PO900081",
        groupe=f"{BASE}organe/PO900052",
        rubrique=f"{BASE}rubrique/sante",
        statut=f"{QP}Repondue",
        nature=f"{QP}QuestionEcrite",
        publication="2022-07-12",
        reponse="2022-10-04",
        retard=22,
    )


def test_question_and_answer_are_both_searched() -> None:
    texte = record_of("QANR5L16QE101").texte
    assert "infirmières de l'association" in texte
    assert "Les postes sont maintenus." in texte


@pytest.mark.parametrize(
    ("uid", "as_of", "days"),
    [
        ("QANR5L17QE203", date(2024, 12, 8), None),
        ("QANR5L17QE203", date(2024, 12, 10), 2),
        ("QANR5L17QE203", None, None),
        ("QANR5L16QE105", date(2030, 1, 1), None),  # lapsed: nobody waits
    ],
)
def test_a_question_that_waits_counts_the_days_since_its_deadline(
    uid: str, as_of: date | None, days: int | None
) -> None:
    assert record_of(uid, as_of).depassement == days


def test_data_that_are_not_as_they_should_be_still_give_a_record() -> None:
    store = store_of(
        "<question/X> a qp:Question ; qp:statut qp:EnAttente ; qp:echeance 'demain' ;"
        " qp:datePublication 'hier' ; qp:reponse <question/X#reponse> ."
        "<question/X#reponse> qp:retardJours 'beaucoup' ."
    )
    description = described(store, f"{BASE}question/X", BASE, AS_OF)
    assert description
    found = question_record(description)
    assert found
    assert (found.titre, found.retard, found.depassement) == ("X", None, None)
    assert entry(found).day == 0
    assert "hier" not in entry(found).shown


def test_what_stands_in_a_title_says_more_than_what_stands_in_a_text() -> None:
    text = "école école lait lait lait lait foin"
    levels = entry(SearchRecord("question/Q7", "L'école, le pré", text, auteur="Zoé Lait")).levels
    assert levels == {
        "ecole": TITLE_AND_TEXT,
        "pre": TITLE,
        "lait": NAME,
        "foin": ONCE,
        "zoe": NAME,
        "q7": TITLE,
    }
    levels = entry(SearchRecord("question/Q7", "", text)).levels
    assert (levels["ecole"], levels["lait"]) == (TWICE, OFTEN)


def test_the_name_of_a_thing_says_most() -> None:
    made = thing_record("acteur/PA1", Bilingual("Zoé Patron", "Zoé Patron"), Kind.PERSONNE)
    assert entry(made) == Entry(
        {"zoe": THING, "patron": THING, "pa1": THING},
        ("acteur/PA1", "Zoé Patron", None, None, None, None, None),
        (None, None, None, None, None, "personne", None),
        0,
    )
    group = thing_record("x", Bilingual("Alpha", "Alpha"), Kind.GROUPE, "17e législature")
    assert entry(group).levels == {"alpha": THING}
    assert entry(group).shown[2] == "17e législature"
    assert entry(thing_record("x", Bilingual("Femmes", "Women"), Kind.RUBRIQUE)).levels["women"]


def test_the_number_of_a_question_is_no_word_like_others() -> None:
    said = SearchRecord("question/X", "Plan 205", "En 205.", numero="205")
    assert entry(said).levels["205"] == NUMBER
    assert entry(said._replace(numero=None)).levels["205"] == TITLE_AND_TEXT


@pytest.mark.parametrize(
    ("name", "is_a_word"),
    [
        ("QANR5L17QE205", False),  # number, nature and legislature say it
        ("QANR5L16QE205", True),
        ("QANR5L17QE206", True),
        ("QANR5L17QG205", True),
        ("Q205", True),
    ],
)
def test_what_number_and_legislature_say_need_not_be_a_word(name: str, is_a_word: bool) -> None:
    said = SearchRecord(
        f"question/{name}",
        "Un",
        numero="205",
        legislature=f"{BASE}legislature/17",
        nature=f"{QP}QuestionEcrite",
    )
    assert (name.lower() in entry(said).levels) is is_a_word
    assert name.lower() in entry(said._replace(numero=None)).levels


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        ({}, f"{QP}Repondue"),
        ({"retard": 3}, f"{QP}Repondue{PART}{LATE}"),
        ({"depassement": 3}, f"{QP}Repondue{PART}{OVERDUE}"),
        ({"retard": 3, "statut": None}, None),
    ],
)
def test_a_missed_deadline_is_part_of_the_status(
    late: dict[str, Any], expected: str | None
) -> None:
    said = SearchRecord("question/X", "Un", statut=f"{QP}Repondue")._replace(**late)
    assert entry(said).keys[FACETS.index("statut")] == expected
