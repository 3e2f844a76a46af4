"""A whole question before and after identification."""

from datetime import date

import msgspec
import pytest

from annuaires import DAY, annuaire
from questions_rdf.identification import Identified, Identifier
from questions_rdf.problems import Origin
from questions_rdf.records import (
    Attribution,
    Circonscription,
    Cloture,
    InfoJO,
    Nature,
    Organisme,
    Personne,
    Question,
    Reponse,
)

ORIGIN = Origin("page.txt")
AS_OF = date(2024, 6, 9)


def printed(**changes: object) -> Question:
    """A question as a page of the old site prints it."""
    question = Question(
        uid="QANR5L16QE7",
        nature=Nature.QUESTION_ECRITE,
        numero=7,
        legislature=16,
        info_jo=InfoJO(date=DAY),
        auteur=Personne(16, nom="Anne Durand", civilite="Mme", departement="79"),
        groupe=Organisme(16, developpe="Écologie - Territoires"),
        departement="79",
        ministere_interroge=Organisme(16, abrege="Santé et prévention"),
    )
    return msgspec.structs.replace(question, **changes)


def identified(question: Question) -> Identified:
    return Identifier(annuaire(), AS_OF).identified(question, ORIGIN, "https://example.org/")


def codes(found: Identified) -> list[str]:
    return [problem.code for problem in found.problems]


def test_person_mandate_group_constituency_and_ministry_get_their_identifiers() -> None:
    found = identified(printed())
    question = found.question
    assert question.auteur is not None
    assert question.auteur.identifiant == "PA1"
    assert question.auteur.nom == "Anne Durand"  # what is printed stays
    assert question.mandat == "PM101"
    assert question.groupe == Organisme(16, "PO51", "Écologie - Territoires")
    assert found.groupe_a_la_date == Organisme(16, "PO51")
    assert question.circonscription == Circonscription("79", 2)
    assert question.ministere_interroge == Organisme(16, "PO81", abrege="Santé et prévention")
    assert not found.problems


def test_each_provisional_iri_leads_to_the_one_that_replaces_it() -> None:
    assert identified(printed()).redirections == (
        ("acteur/nom/16-79-anne-durand", "acteur/PA1"),
        ("groupe/16-ecologie-territoires", "organe/PO51"),
        ("ministere/sante-et-prevention", "organe/PO81"),
    )


def test_the_group_of_the_day_is_that_of_the_mandates() -> None:
    auteur = Personne(16, nom="Jean-Pierre Le Goff")
    centre = Organisme(16, developpe="Centre et Progrès")
    found = identified(printed(auteur=auteur, departement="22", groupe=centre))
    assert found.groupe_a_la_date == Organisme(16, "PO51")
    assert codes(found) == ["groupe-inexistant"]
    early = printed(
        auteur=auteur, departement="22", groupe=centre, info_jo=InfoJO(date=date(2023, 1, 10))
    )
    assert identified(early).groupe_a_la_date == Organisme(16, "PO52")


def test_a_group_that_did_not_count_the_author_is_remarked_upon() -> None:
    auteur = Personne(16, identifiant="PA2")
    question = printed(auteur=auteur, info_jo=InfoJO(date=date(2023, 1, 10)))
    found = identified(question)
    assert codes(found) == ["groupe-sans-auteur"]
    assert found.groupe_a_la_date == Organisme(16, "PO52")
    assert found.question.groupe == Organisme(16, "PO51", "Écologie - Territoires")


def test_a_question_printed_when_the_legislature_is_over_is_of_its_last_day() -> None:
    found = identified(printed(info_jo=InfoJO(date=date(2024, 6, 11)), ministere_interroge=None))
    assert found.groupe_a_la_date == Organisme(16, "PO51")
    assert not found.problems


@pytest.mark.parametrize(
    ("day", "organe"),
    [
        (date(2023, 3, 14), "PO81"),
        (date(2024, 1, 9), "PO81"),
        (date(2024, 2, 8), None),  # one government is over, the other has none of that label yet
        (date(2024, 2, 9), "PO83"),
    ],
)
def test_one_label_is_another_ministry_under_another_government(
    day: date, organe: str | None
) -> None:
    found = identified(printed(info_jo=InfoJO(date=day)))
    ministere = found.question.ministere_interroge
    assert ministere is not None
    assert ministere.identifiant == organe
    assert codes(found) == ([] if organe else ["ministere-non-identifie"])


def _responsible(**changes: object) -> str | None:
    attribution = Attribution(Organisme(16, abrege="Justice"))
    (found,) = identified(printed(attribution=(attribution,), **changes)).question.attribution
    return found.ministere.identifiant if found.ministere else None


def test_an_undated_ministry_is_that_of_the_answer_or_of_the_closure() -> None:
    assert _responsible(reponse=(Reponse(info_jo=InfoJO(date=date(2023, 5, 2))),)) == "PO82"
    assert _responsible(reponse=(Reponse(info_jo=InfoJO(date=date(2024, 5, 7))),)) == "PO84"
    assert _responsible(cloture=(Cloture(date=date(2024, 6, 11)),)) == "PO84"


def test_an_undated_ministry_of_a_pending_question_is_not_guessed() -> None:
    assert _responsible() is None  # there were two of that label since


def test_what_the_reference_lacks_stays_with_its_label() -> None:
    question = printed(
        auteur=Personne(16, identifiant="PA999"),
        mandat="PM999",
        groupe=Organisme(16, "PO999", "Groupe nouveau"),
        ministere_interroge=Organisme(16, "PO998", abrege="Avenir"),
    )
    found = identified(question)
    assert found.question == question
    assert codes(found) == ["identifiant-hors-reference"] * 4
    assert not found.redirections


def test_labels_that_nobody_bears_keep_their_provisional_addresses() -> None:
    question = printed(
        auteur=Personne(16, nom="Inconnu Personne"),
        groupe=Organisme(16, developpe="Groupe nouveau"),
        ministere_interroge=Organisme(16, abrege="Avenir"),
    )
    found = identified(question)
    assert found.question == question
    assert codes(found) == [
        "auteur-non-identifie",
        "groupe-non-identifie",
        "ministere-non-identifie",
    ]


def test_a_printed_seat_that_is_not_that_of_the_mandate_is_remarked_upon() -> None:
    question = printed(
        auteur=Personne(16, identifiant="PA1"), circonscription=Circonscription("79", 3)
    )
    found = identified(question)
    assert codes(found) == ["circonscription-differente"]
    assert found.question.circonscription == Circonscription("79", 3)


def test_a_legislature_that_the_reference_does_not_know_is_said_once() -> None:
    found = identified(
        printed(
            legislature=9,
            auteur=Personne(9, nom="Anne Durand"),
            groupe=Organisme(9, developpe="Socialiste"),
            ministere_interroge=None,
        )
    )
    assert codes(found) == ["legislature-hors-reference"]
