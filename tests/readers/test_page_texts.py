"""The texts of a page: what was asked, the answers, their corrections, in the order of the page."""

from datetime import date

import pytest

from questions_rdf.records import Erratum, InfoJO, Nature, Question, TypeJO
from reading import codes, page, question

ASKED = "Question publiée au JO le : 7 février 2023, page 3"
ANSWERED = "Réponse publiée au JO le : 4 avril 2023, page 5"
LONG = "Il reste trois phares allumés sur cette île et un seul sur l'autre."


def _texts(text: str) -> tuple[list[str], list[list[str]]]:
    found = question(text)
    return (
        [one.texte for one in found.versions],
        [[version.texte for version in one.versions] for one in found.reponse],
    )


def test_a_text_behind_an_erratum_is_the_corrected_version() -> None:
    text = page(
        "Texte de la réponse\n\nDeux.\n\nErratum de la réponse publié au JO le : 11 avril 2023, page 9"
        "\n\nTexte de la réponse\n\nTrois.",
        ASKED,
        ANSWERED,
    )
    assert _texts(text) == (["Pourquoi ?"], [["Deux.", "Trois."]])
    (answer,) = question(text).reponse
    assert [str(version.info_jo.date) for version in answer.versions] == [
        "2023-04-04",
        "2023-04-11",
    ]
    (erratum,) = question(text).erratum
    assert (erratum.corrige_reponse, erratum.info_jo.page, erratum.texte) == (True, 9, None)


def test_a_whole_text_below_an_erratum_needs_no_heading() -> None:
    text = page(
        f"Texte de la réponse\n\nDeux.\n\n(Erratum publié le 11 avril 2023)\n\n{LONG}",
        ASKED,
        ANSWERED,
    )
    assert _texts(text) == (["Pourquoi ?"], [["Deux.", LONG]])
    assert codes(text) == []


def test_the_wording_of_an_erratum_is_no_version() -> None:
    text = page(
        "Texte de la réponse\n\nDeux.\n\nErratum de la réponse publié au JO le : 11 avril 2023\n\n"
        "Au lieu de : « deux », lire : « trois ».",
        ASKED,
        ANSWERED,
    )
    assert _texts(text) == (["Pourquoi ?"], [["Deux."]])
    (erratum,) = question(text).erratum
    assert erratum.texte == "Au lieu de : « deux », lire : « trois »."
    assert codes(text) == []


WORDING = "Au lieu de : « deux », lire : « trois »."


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Rectificatif de la réponse publié au JO le : 11 avril 2023, page 9", 11),
        ("Rectificatif publié au JO le 11 avril 2023", 11),
        ("(Rectificatif publié le 11 avril 2023)", 11),
        ("Rectificatif : 11/04/2023", 11),
        ("## Rectificatif\n\n11 avril 2023, page 9", 11),
        ("ERRATUM\n11 avril 2023", 11),
        ("## Erratum", None),
        ("Rectificatif", None),
    ],
)
def test_a_rectificatif_is_an_erratum_as_a_label_and_as_a_heading(
    printed: str, day: int | None
) -> None:
    text = page(
        f"Texte de la réponse\n\nDeux.\n\n{printed}\n\n{WORDING}",
        ASKED,
        ANSWERED,
    )
    assert _texts(text) == (["Pourquoi ?"], [["Deux."]])
    (erratum,) = question(text).erratum
    assert (erratum.corrige_reponse, erratum.texte) == (True, WORDING)
    assert erratum.info_jo.date == (day and date(2023, 4, day))
    assert codes(text) == []


def test_the_wording_of_an_erratum_may_stand_behind_its_label() -> None:
    text = page(f"Texte de la réponse\n\nDeux.\n\nRectificatif : {WORDING}", ASKED, ANSWERED)
    (erratum,) = question(text).erratum
    assert erratum == Erratum(corrige_reponse=True, texte=WORDING)
    assert codes(text) == []


def test_the_word_rectificatif_in_a_sentence_is_no_erratum() -> None:
    said = (
        "Il demande si un\nrectificatif publié le 11 avril 2023 suffit. Rectificatif ou erratum ?"
    )
    text = page(ASKED, texte=said)
    assert _texts(text)[0] == [said.replace("\n", " ")]
    assert question(text).erratum == ()


def test_an_erratum_of_the_question_stands_before_the_answer() -> None:
    text = page(
        f"Erratum publié au JO le 14 février 2023\n\n{LONG}\n\nTexte de la réponse\n\nTrois.",
        ASKED,
        ANSWERED,
    ).replace("Données clés\n\n", "")
    assert _texts(text) == (["Pourquoi ?", LONG], [["Trois."]])
    (erratum,) = question(text).erratum
    assert erratum == Erratum(
        corrige_reponse=False,
        info_jo=InfoJO(TypeJO.QUESTIONS, question(text).versions[1].info_jo.date),
    )


def test_texts_without_an_erratum_between_are_several_answers_each_with_its_date() -> None:
    text = page(
        "Texte de la réponse\n\nDeux.\n\nTexte de la réponse\n\nTrois.",
        ASKED,
        ANSWERED,
        "Réponse publiée au JO le : 11 avril 2023, page 9",
    )
    assert _texts(text)[1] == [["Deux."], ["Trois."]]
    assert [answer.info_jo.page for answer in question(text).reponse] == [5, 9]
    assert codes(text) == ["reponses-multiples"]


def test_a_date_that_is_said_twice_is_one_answer() -> None:
    text = page("Texte de la réponse\n\nDeux.", ANSWERED.partition(",")[0], ASKED, ANSWERED)
    (answer,) = question(text).reponse
    assert answer.info_jo.page == 5


def test_an_answer_that_is_dated_only_has_no_version() -> None:
    (answer,) = question(page("Texte de la réponse", ASKED, ANSWERED)).reponse
    assert answer.versions == ()


@pytest.mark.parametrize("heading", ["Réponse. - ", "Reponse. - ", "Réponse. — ", "Reponse.- "])
def test_the_printed_heading_of_an_answer_is_taken_off_and_said(heading: str) -> None:
    text = page(f"Texte de la réponse\n\n{heading}Deux.", ASKED, ANSWERED)
    assert _texts(text)[1] == [["Deux."]]
    assert codes(text) == ["intertitre-retire"]


@pytest.mark.parametrize("beginning", ["Réponse à tout. Deux.", "Réponse.", "Ma réponse. - Deux."])
def test_the_word_alone_is_no_heading(beginning: str) -> None:
    text = page(f"Texte de la réponse\n\n{beginning}", ASKED, ANSWERED)
    assert _texts(text)[1] == [[beginning]]


def _oral(nature: str, legislature: int, *lines: str) -> Question:
    header = f"{legislature}e législature\n\nQuestion {nature} n° 12"
    return question(page("Texte de la réponse\n\nOui.", *lines, header=header))


SAID = "Question posée en séance, et publiée le 8 février 2023, page 3"


@pytest.mark.parametrize(
    ("nature", "legislature", "asked", "edition"),
    [
        ("au Gouvernement", 16, ASKED, TypeJO.DEBATS),
        ("au Gouvernement", 9, SAID, TypeJO.DEBATS),
        ("orale", 16, ASKED, TypeJO.QUESTIONS),
        ("orale", 9, ASKED, None),
        ("orale", 9, SAID, TypeJO.DEBATS),
        ("écrite", 9, ASKED, TypeJO.QUESTIONS),
    ],
)
def test_the_edition_of_the_journal_is_stated_where_it_is_certain(
    nature: str, legislature: int, asked: str, edition: TypeJO | None
) -> None:
    found = _oral(nature, legislature, asked, ANSWERED)
    answered = TypeJO.QUESTIONS if found.nature is Nature.QUESTION_ECRITE else TypeJO.DEBATS
    assert (found.info_jo.type_jo, found.reponse[0].info_jo.type_jo) == (edition, answered)


def test_what_is_put_in_the_sitting_is_answered_there() -> None:
    found = _oral("orale", 16, SAID)
    assert found.reponse[0].info_jo == found.info_jo


def test_a_question_to_the_government_may_be_dated_by_its_answer_alone() -> None:
    found = _oral("au Gouvernement", 16, ANSWERED)
    assert found.info_jo == found.reponse[0].info_jo
    assert found.info_jo.page == 5


def test_a_whole_file_may_stand_on_one_line() -> None:
    found = question(
        "FICHE QUESTION  12ème législature  Question N° : 12  de  M.   Exemple Alix ( G - Marne )  QE"
        "  Ministère interrogé : mer  Question publiée au JO le : 13/12/2005  page : 3"
        "  Réponse publiée au JO le : 14/02/2006  page : 5  Rubrique : eau  Analyse : bouées"
        "  Texte de la QUESTION : Pourquoi ?  Texte de la REPONSE : Parce que."
    )
    assert (found.uid, found.rubrique, found.analyse) == ("QANR5L12QE12", "eau", ("bouées",))
    assert found.versions[0].texte == "Pourquoi ?"
    assert found.reponse[0].versions[0].texte == "Parce que."


@pytest.mark.parametrize(
    "wrapped",
    [
        "Il rappelle sa\nquestion publiée le 12 mars 2019, restée sans réponse.",
        "Il rappelle la\nréponse publiée au JO le 12 mars 2019, page 33, et insiste.",
        "Il rappelle la\n\nréponse publiée au JO le 12 mars 2019, page 33, et insiste.",
        "Il rappelle sa\nquestion signalée au Gouvernement le 4 mars 2019, et insiste.",
        "Il rappelle sa\nquestion retirée le 3 mai 2019, et insiste.",
        "Il rappelle le mot de cet\nauteur : rien ne bouge.",
    ],
)
def test_a_wrapped_line_that_begins_like_a_label_goes_on_with_its_sentence(wrapped: str) -> None:
    text = page(f"Texte de la réponse\n\n{wrapped}", ASKED, ANSWERED)
    assert _texts(text) == (["Pourquoi ?"], [[" ".join(wrapped.split())]])
    found = question(text)
    assert (found.signalement, found.cloture, found.info_jo.page) == ((), (), 3)
    assert codes(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Question signalée au Gouvernement le 4 mars 2023",
        "QUESTION SIGNALÉE AU GOUVERNEMENT LE 4 MARS 2023",
        "\nquestion signalée au Gouvernement le : 4 mars 2023",
        "\n(question signalée au Gouvernement le : 4 mars 2023)",
    ],
)
@pytest.mark.parametrize("end", ["des\nphares", "un phare.", "- un phare"])
def test_key_data_may_follow_a_text_at_once(line: str, end: str) -> None:
    text = page(ASKED, texte=f"Il demande {end}\n{line}").replace("Données clés\n\n", "")
    found = question(text)
    assert found.versions[0].texte.endswith(end.rsplit("\n", maxsplit=1)[-1])
    assert len(found.signalement) == 1


def test_the_key_data_of_a_text_need_no_capital_where_a_sentence_ends() -> None:
    found = question(
        page(ASKED, texte="Pourquoi ?\nquestion signalée au Gouvernement le 4 mars 2023")
    )
    assert (found.versions[0].texte, len(found.signalement)) == ("Pourquoi ?", 1)


def test_an_author_in_a_text_is_a_person() -> None:
    said = "Deux.\n\nAuteur : qui ? Personne.\n\nMerci."
    text = page(f"Texte de la réponse\n\n{said}", ASKED, ANSWERED, "Auteur : Mme Alix Exemple")
    text = text.replace("Données clés\n\n", "") + "\n\nMinistère interrogé : Mer"
    found = question(text)
    assert found.reponse[0].versions[0].texte == said
    assert found.auteur is not None
    assert found.auteur.nom == "Alix Exemple"


def test_key_data_may_begin_with_the_author() -> None:
    text = page(f"Texte de la réponse\n\nDeux.\n\nAuteur : Mme Alix Exemple\n\n{ASKED}")
    assert _texts(text)[1] == [["Deux."]]
    text = text.replace("Mme Alix", "Alix")
    assert _texts(text)[1] == [["Deux."]]
    assert codes(text) == ["auteur-illisible"]
