"""A whole question before and after identification."""

from datetime import date

import msgspec
import pytest

from annuaires import ACTEURS, DAY, MANDATS, ORGANES, annuaire, ministere, siege
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Organe
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
    day = InfoJO(date=date(2023, 1, 10))
    found = identified(printed(auteur=auteur, departement=None, info_jo=day))
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


# -- What must not be guessed ----------------------------------------------------------------------


def test_a_ministry_without_a_first_day_has_that_of_its_government() -> None:
    """One of the reference has none; before its government it did not exist."""
    undated = Organe("PO90", "MINISTERE", abrege="Intérieur", parent="PO71", fin=date(2024, 1, 9))
    known = Annuaire(ACTEURS, MANDATS, (*ORGANES, undated))
    asked = Organisme(12, abrege="Intérieur")
    for day, organe in ((date(2003, 3, 4), None), (DAY, "PO90")):
        question = printed(info_jo=InfoJO(date=day), ministere_interroge=asked)
        found = Identifier(known, AS_OF).identified(question, ORIGIN, "")
        assert found.question.ministere_interroge is not None
        assert found.question.ministere_interroge.identifiant == organe


def test_the_undated_first_attribution_is_the_ministry_asked_whoever_answered() -> None:
    asked = Organisme(16, abrege="Justice")
    found = identified(
        printed(
            ministere_interroge=asked,
            attribution=(Attribution(asked, changement=False),),
            reponse=(Reponse(info_jo=InfoJO(date=date(2024, 5, 7))),),
        )
    )
    (attribution,) = found.question.attribution
    assert attribution.ministere == found.question.ministere_interroge
    assert attribution.ministere is not None
    assert attribution.ministere.identifiant == "PO82"


def test_an_undated_ministry_is_not_looked_for_where_the_reference_has_a_gap() -> None:
    """The governments of autumn 2024 are missing: the one that is known need not be the one."""
    later = Organe("PO91", "MINISTERE", abrege="Culture", debut=date(2025, 10, 13))
    known = Annuaire(ACTEURS, MANDATS, (*ORGANES, later))
    attribution = Attribution(Organisme(17, abrege="Culture"))
    question = printed(
        legislature=17, info_jo=InfoJO(date=date(2024, 10, 15)), attribution=(attribution,)
    )
    found = Identifier(known, date(2026, 1, 1)).identified(question, ORIGIN, "")
    assert found.question.attribution == (attribution,)


def test_a_group_that_did_not_exist_is_another_one_if_no_group_of_the_author_is_known() -> None:
    centre = Organisme(16, developpe="Centre et Progrès")
    nobody = Personne(16, nom="Claire de La Tour")  # whose groups the reference does not know
    question = printed(auteur=nobody, departement="099", groupe=centre)
    found = identified(question)
    assert found.question.groupe == centre
    assert codes(found) == ["groupe-non-identifie"]


def test_another_surname_at_the_seat_is_not_identified_after_the_last_day_known() -> None:
    """The seat may have passed to somebody of the same given name."""
    still = siege(
        107, "PA6", "974", 2, legislature=17, debut="2024-07-07", prise="2024-07-07", fin=None
    )
    known = Annuaire(ACTEURS, (*MANDATS, still), ORGANES)
    seated = {"legislature": 17, "departement": "974", "circonscription": Circonscription("974", 2)}
    for day, acteur in ((date(2024, 7, 7), "PA6"), (date(2025, 1, 14), None)):
        question = printed(
            **seated, auteur=Personne(17, nom="Sophie Leroy"), info_jo=InfoJO(date=day)
        )
        found = Identifier(known, AS_OF).identified(question, ORIGIN, "").question.auteur
        assert found is not None
        assert found.identifiant == acteur


def test_the_mandate_of_somebody_else_gives_no_place() -> None:
    question = printed(
        auteur=Personne(16, identifiant="PA1"), mandat="PM102", departement=None, groupe=None
    )
    found = identified(question)
    assert codes(found) == ["mandat-d-un-autre"]
    assert found.question.mandat == "PM102"
    assert found.question.circonscription is None


def test_of_two_ministries_with_one_short_label_the_full_one_tells() -> None:
    delegate = ministere(92, "Justice", "PO71", "2022-05-21", "2024-01-09")
    delegate = msgspec.structs.replace(delegate, libelle="Ministère délégué, chargé de la justice")
    known = Annuaire(ACTEURS, MANDATS, (*ORGANES, delegate))
    asked = Organisme(16, abrege="Justice", developpe="Ministère délégué, chargé de la justice")
    question = printed(ministere_interroge=asked)
    found = Identifier(known, AS_OF).identified(question, ORIGIN, "").question.ministere_interroge
    assert found is not None
    assert found.identifiant == "PO92"
