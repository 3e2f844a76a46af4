"""Reminders: which words are one, what they are linked to, and what they are not linked to."""

from datetime import date

import pytest

from questions_rdf.citations import Text, citations
from questions_rdf.citations.passages import Who
from questions_rdf.facts import Citation, Genre, Remarque
from questions_rdf.records import Nature

QUESTION = "question/QANR5L17QE13353"
WRITTEN = Who(17, Nature.QUESTION_ECRITE, 13353)
DAY = date(2026, 3, 10)


def cited(text: str, who: Who = WRITTEN, day: date | None = DAY) -> tuple[Citation, ...]:
    return citations(QUESTION, who, [Text(QUESTION, text, day)])


def one(text: str, who: Who = WRITTEN) -> Citation:
    (citation,) = cited(text, who)
    return citation


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("question écrite n° 2621 du 3 décembre 2024", "L17QE2621"),
        ("sa question n° 12 345 du 3 décembre 2024", "L17QE12345"),
        ("sa question n° 12\u202f345 publiée le 3 décembre 2024", "L17QE12345"),
        ("question écrite n°\u00a012.345 du 3 décembre 2024", "L17QE12345"),
        ("question écrite no 2621 du 3 décembre 2024", "L17QE2621"),
        (
            "question écrite numéro 47351 publiée au Journal officiel le 14 janvier 2014",
            "L14QE47351",
        ),
        ("question écrite n° 4567 (publiée au JO du 13 février 2018)", "L15QE4567"),
        ("question écrite n° 4567 en date du 13/02/2018", "L15QE4567"),
        ("question écrite n° 12 de la XVIe législature", "L16QE12"),
        ("question écrite n° 12 (16ème législature)", "L16QE12"),
        ("question écrite n° 12, posée sous la précédente législature", "L16QE12"),
        ("question écrite n° 12 sous la précédente législature", "L16QE12"),
        ("question écrite n° 12 de la présente législature", "L17QE12"),
        ("question au Gouvernement n° 12 de la 16e législature", "L16QG12"),
        ("question orale sans débat n° 12 de la 16e législature", "L16QOSD12"),
        ("question écrite publiée au JO le 3 décembre 2024 sous le n° 2621", "L17QE2621"),
        ("question écrite du 3 décembre 2024 (n° 2621)", "L17QE2621"),
        (
            "question écrite n° 2621, parue au JO de l'Assemblée nationale le 3 décembre 2024",
            "L17QE2621",
        ),
        ("réponse à QANR5L16QE16353", "L16QE16353"),
        ("question écrite n° 2621, le 3 décembre 2024 la loi", None),  # whose day?
        ("question écrite n° 2621", None),  # of which legislature?
        ("question orale n° 12 de la 16e législature", None),  # of which kind?
        ("question écrite n° 12 du 12 juillet 2022", None),  # printed where two legislatures meet
        ("question écrite n° 12 de la 16e législature du 3 décembre 2024", "L16QE12"),
        ("question écrite n° 12 du 3 décembre 2024 de la 16e législature", None),  # they disagree
    ],
)
def test_a_question_is_linked_when_number_and_legislature_are_sure(
    text: str, target: str | None
) -> None:
    expected = (f"question/QANR5{target}",) if target else ()
    assert one(f"Il rappelle la {text}.").rappelle == expected


def test_several_numbers_are_one_citation_with_several_questions() -> None:
    found = one("les questions écrites n°s 123, 456 et n° 789 de la 16e législature")
    assert found.rappelle == tuple(f"question/QANR5L16QE{n}" for n in (123, 456, 789))
    assert found.texte == "questions écrites n°s 123, 456 et n° 789 de la 16e législature"


def test_each_number_with_a_day_of_its_own_is_a_citation() -> None:
    found = cited("ses questions n° 123 du 3 décembre 2024 et n° 456 du 13 février 2018")
    assert [c.rappelle for c in found] == [
        ("question/QANR5L17QE123",),
        ("question/QANR5L15QE456",),
    ]


def test_in_the_singular_a_bare_number_further_on_is_none_of_a_question() -> None:
    assert one("sa question écrite n° 123 et 30 autres").texte == "question écrite n° 123"


@pytest.mark.parametrize(
    "text",
    [
        "question écrite n° 13353 du 10 mars 2026",  # itself
        "question écrite n° 13353 de la 17e législature",
        "question écrite n° 14000 du 3 décembre 2024",  # numbers rise
        "question écrite n° 12 du 17 mars 2026",  # after the question's own day
        "question écrite n° 12 du 31 novembre 2024",
        "question écrite n° 12 de la 18e législature",
        "QANR5L17QE14000",
    ],
)
def test_what_cannot_be_an_earlier_question_is_kept_as_words(text: str) -> None:
    found = one(f"Elle rappelle la {text}.")
    assert found.rappelle == ()
    assert found.remarque is Remarque.IMPOSSIBLE


def test_a_question_s_own_identifier_is_no_citation() -> None:
    assert cited("QANR5L17QE13353") == ()


@pytest.mark.parametrize(
    "text",
    [
        "la question écrite n° 01234 de M. Exemple, sénateur, du 3 décembre 2024",
        "la question écrite n° 1234 publiée au Journal officiel du Sénat le 5 décembre 2024",
        "sa question écrite au Sénat n° 1234 du 5 décembre 2024",
        "la question n° 3 du formulaire",
        "la question prioritaire de constitutionnalité n° 2021-940",
        "question écrite n° E-001234/2020",
        "En question, n° 5 de la rue",
    ],
)
def test_questions_of_the_senate_and_of_forms_are_none(text: str) -> None:
    assert cited(text) == ()


def test_an_oral_question_that_names_no_kind_is_not_guessed() -> None:
    oral = Who(17, Nature.QUESTION_AU_GOUVERNEMENT, 900)
    assert one("ma question n° 12 du 3 décembre 2024", oral).rappelle == ()
    assert one("ma question écrite n° 12 du 3 décembre 2024", oral).rappelle != ()


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("M. X rappelle à M. le ministre sa question écrite n° 12.", Genre.RAPPEL_EXPRES),
        ("Mme X appelle de nouveau l'attention sur sa question écrite n° 12.", Genre.RAPPEL_EXPRES),
        ("Sa question écrite n° 12 est restée sans réponse.", Genre.RAPPEL_EXPRES),
        ("Sa question écrite n° 12 n'a pas reçu de réponse.", Genre.RAPPEL_EXPRES),
        ("Il renouvelle les termes de sa question écrite n° 12.", Genre.RENOUVELLEMENT_DES_TERMES),
        ("Il réitère sa question écrite n° 12.", Genre.RENOUVELLEMENT_DES_TERMES),
        ("La réponse à la question écrite n° 12 le dit.", Genre.RENVOI_A_UNE_REPONSE),
        ("Réponse commune aux questions écrites n° 12 et 13.", Genre.TEXTE_COMMUN),
        ("Comme l'expose la question écrite n° 12.", Genre.MENTION_DE_QUESTION),
    ],
)
def test_the_phrase_says_what_kind_of_citation_it_is(text: str, genre: Genre) -> None:
    assert one(text).genre is genre


def test_a_new_deputy_may_recall_somebody_else_s_question() -> None:
    text = "la question écrite n° 12 de Mme Y, ancienne députée, de la 16e législature"
    assert one(text).rappelle == ()  # the legislature does not stand by the number
    text = "la question écrite n° 12 de la 16e législature de Mme Y, ancienne députée"
    assert one(text).rappelle == ("question/QANR5L16QE12",)


def test_citations_are_numbered_in_the_order_of_the_texts_and_say_where_they_stand() -> None:
    texts = [
        Text(QUESTION, "loi du 1er juillet 1901 ; question écrite n° 2621 ; QANR5L16QE1", DAY),
        Text(f"{QUESTION}#reponse", "loi du 1er juillet 1901, et la loi du 1er  juillet 1901", DAY),
    ]
    found = citations(QUESTION, WRITTEN, texts)
    assert [c.iri for c in found] == [f"{QUESTION}#citation-{n}" for n in (1, 2, 3, 4)]
    assert [c.extrait_de for c in found] == [QUESTION] * 3 + [f"{QUESTION}#reponse"]
    assert found[0].texte == "loi du 1er juillet 1901"
