"""What a page states, field by field, and what it only seems to state."""

from datetime import date

import pytest

from questions_rdf.records import InfoJO, Organisme
from reading import codes, page, problems, question

ASKED = "Question publiée au JO le : 7 février 2023, page 3"


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("07/02/2023  page : 3", 3),
        ("07/02/2023  page :", None),  # the page is left out, not read from the date
        ("7 février 2023, p. 6403", 6403),
        ("7 février 2023, page 6 403", 6403),
        ("7 février 2023", None),
    ],
)
def test_the_page_of_the_journal_is_what_follows_that_word(
    printed: str, number: int | None
) -> None:
    text = page(f"Question publiée au JO le : {printed}")
    assert question(text).info_jo.page == number
    assert codes(text) == []


def test_an_answer_that_is_awaited_is_no_error() -> None:
    text = page(ASKED, "Réponse publiée au JO le :   page :")
    assert question(text).reponse == ()
    assert codes(text) == []


def test_an_event_has_the_page_that_is_printed_with_it() -> None:
    text = page(ASKED, "Date de signalement : 19/03/2024 page : 22")
    (signalement,) = question(text).signalement
    assert signalement.info_jo == InfoJO(date=date(2024, 3, 19), page=22)
    assert codes(text) == []


@pytest.mark.parametrize(
    ("asked", "responsible", "changes"),
    [("Mer", "mer", 0), ("Ministère de la mer", "Mer", 0), ("Mer", "Mer et pêche", 1)],
)
def test_another_spelling_is_no_change_of_ministry(
    asked: str, responsible: str, changes: int
) -> None:
    text = page(ASKED, f"Ministère interrogé : {asked}", f"Ministère attributaire : {responsible}")
    assert len(question(text).attribution) == changes


def test_a_full_label_of_a_ministry_is_one() -> None:
    text = page(ASKED, "Ministère interrogé : Ministère de l'intérieur")
    assert question(text).ministere_interroge == Organisme(16, developpe="Ministère de l'intérieur")


def test_a_number_with_a_point_is_not_cut_at_it() -> None:
    header = "16ème législature\n\nUn titre\n\nQuestion écrite n° 13.927"
    assert codes(page(ASKED, header=header)) == ["identite-incomplete"]


def test_values_without_a_word_say_nothing() -> None:
    text = page(ASKED, "Analyse : -", "Tête d'analyse : ***")
    assert question(text).analyse == ()
    assert question(text).tete_analyse is None
    assert codes(text) == ["forme-inattendue"] * 2


@pytest.mark.parametrize(
    "again",
    ["Rubrique : pêche", "Question publiée au JO le : 14 mars 2023, page 9"],
)
def test_a_second_value_of_what_there_is_one_of_is_reported(again: str) -> None:
    text = page(ASKED, "Rubrique : mer", again)
    assert question(text).rubrique == "mer"
    assert question(text).info_jo.date == date(2023, 2, 7)
    assert codes(text) == ["ligne-non-lue"]


def test_what_stands_in_brackets_behind_a_name_is_no_part_of_it() -> None:
    auteur = "Auteur : [M. Dominique Exemple (FRE)](/dyn/deputes/PA900042)"
    text = page(ASKED, auteur)
    found = question(text).auteur
    assert found is not None
    assert (found.nom, found.identifiant) == ("Dominique Exemple", "PA900042")
    assert codes(text) == ["ligne-non-lue"]


@pytest.mark.parametrize(
    "wording",
    [
        "À la première ligne, au lieu de : « trois phares », lire : « quatre phares ».",
        "Page 1600, deuxième alinéa, remplacer le mot « phares » par le mot « feux ».",
    ],
)
def test_the_wording_of_an_erratum_is_not_the_corrected_text(wording: str) -> None:
    text = page(
        f"Texte de la réponse\n\nDeux.\n\n(Erratum publié le 11 avril 2023)\n\n{wording}",
        ASKED,
        "Réponse publiée au JO le : 4 avril 2023, page 5",
    )
    (answer,) = question(text).reponse
    assert [version.texte for version in answer.versions] == ["Deux."]
    (erratum,) = question(text).erratum
    assert erratum.texte == wording


@pytest.mark.parametrize(
    ("line", "mention", "motive"),
    [
        ("Question retirée (fin de mandat)", "Question retirée", "Fin de mandat"),
        ("Question caduque", "Question caduque", None),
        ("Question retirée par son auteur.", "Question retirée par son auteur", None),
    ],
)
def test_a_question_may_be_closed_without_a_day(
    line: str, mention: str, motive: str | None
) -> None:
    text = page(ASKED, line)
    (cloture,) = question(text).cloture
    assert (cloture.date, cloture.mention, cloture.motif_cloture) == (None, mention, motive)
    assert codes(text) == []


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Question publiée au JO le : 07/02/2023 et autre chose", "et autre chose"),
        ("Question publiée au JO le : 07/02/2023, page 3 (édition du matin)", "édition du matin"),
        ("Question publiée au JO le : 07/02/2023 | page : | 3 | autre chose", "autre chose"),
        ("Question publiée au JO le : mardi 07/02/2023 p. 3 Remarque : rien", "Remarque : rien"),
        ("Question publiée au JO le : 07/02/2023, 14/02/2023", "14/02/2023"),
        ("Question publiée au JO le : 07/02/2023 un page 3 deux | trois", "un | deux | trois"),
    ],
)
def test_words_behind_a_date_and_its_page_are_reported(line: str, left: str) -> None:
    text = page(line)
    assert question(text).info_jo.date == date(2023, 2, 7)
    (problem,) = problems(text)
    assert problem.code == "ligne-non-lue"
    assert problem.message.fr == f"Ligne non comprise : {left}."


@pytest.mark.parametrize(
    "line",
    [
        "Réponse publiée au JO le : 4 avril 2023, page 5, et autre chose",
        "Date de changement d'attribution : 28 février 2023 et autre chose",
        "Date de changement d'attribution : 28/02/2023, 07/03/2023 et autre chose",
        "Date de signalement : 14 mars 2023 et autre chose",
        "Date de renouvellement : 21 mars 2023 et autre chose",
        "Erratum de la question publié au JO le : 14 février 2023 et autre chose",
        "Date de la séance : 7 février 2023 et autre chose",
        "Question retirée le : 11 juin 2023 (fin de mandat) et autre chose",
        "Question clôturée le : 11 juin 2023 et autre chose\n\nCause : Fin de mandat",
        "Réponse publiée au JO le : | page : | et autre chose",
        "Rubrique : mer | et autre chose",
        "Ministère interrogé : Mer\tet autre chose",
    ],
)
def test_words_behind_any_value_are_reported(line: str) -> None:
    (problem,) = problems(page(ASKED, line))
    assert problem.message.fr == "Ligne non comprise : et autre chose."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Question retirée le : 11 juin 2023", None),
        ("Date de retrait : 11 juin 2023", None),
        ("Question retirée le : 11 juin 2023 Fin de mandat", "Fin de mandat"),
        ("Date de clôture : 11 juin 2023\n\nfin de mandat", "Fin de mandat"),
    ],
)
def test_what_stands_behind_the_day_of_a_closure_is_its_motive(line: str, said: str | None) -> None:
    (cloture,) = question(page(ASKED, line)).cloture
    assert (cloture.date, cloture.motif_cloture) == (date(2023, 6, 11), said)
    assert codes(page(ASKED, line)) == []


def test_a_date_of_withdrawal_is_a_withdrawal_although_the_page_prints_no_such_words() -> None:
    (cloture,) = question(page(ASKED, "Date de retrait : 11 juin 2023")).cloture
    assert (cloture.mention, cloture.retrait) == (None, True)


def test_each_of_several_days_behind_one_label_has_its_own_page() -> None:
    text = page(ASKED, "Date de renouvellement : 21/03/2023 page : 22, puis 04/04/2023 page : 31")
    assert [one.info_jo for one in question(text).renouvellement] == [
        InfoJO(date=date(2023, 3, 21), page=22),
        InfoJO(date=date(2023, 4, 4), page=31),
    ]
    assert codes(text) == []


def test_a_printed_title_may_have_other_words_than_the_analysis() -> None:
    text = page(ASKED, "Analyse : bouées. entretien")
    assert (question(text).titre, question(text).analyse) == ("Un titre", ("bouées. entretien",))
    assert codes(text) == []
