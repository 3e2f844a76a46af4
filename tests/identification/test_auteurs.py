"""Who a printed name is."""

from datetime import date

import pytest

from annuaires import DAY, annuaire
from questions_rdf import catalogue
from questions_rdf.identification.auteurs import Answer, Asked, Auteurs
from questions_rdf.problems import Code
from questions_rdf.records import Circonscription


def found(
    nom: str,
    departement: str | None = None,
    numero: int | None = None,
    day: date | None = DAY,
    legislature: int = 16,
) -> Answer:
    place = Circonscription(departement, numero) if departement and numero else None
    return Auteurs(annuaire()).find(Asked(nom, legislature, place, departement, day))


@pytest.mark.parametrize(
    "nom",
    ["Anne Durand", "ANNE DURAND", "Durand Anne", "anne  durand", "Ânne Dùrand"],
)
def test_a_name_is_known_in_any_case_order_and_spelling(nom: str) -> None:
    assert found(nom, "79", 2) == Answer("PA1")


@pytest.mark.parametrize(
    ("nom", "acteur"),
    [
        ("Le Goff Jean-Pierre", "PA2"),
        ("Jean-Pierre Le Goff", "PA2"),
        ("Jean Pierre LE GOFF", "PA2"),
        ("La Tour Claire de", "PA5"),
        ("Claire de La Tour", "PA5"),
        ("Sophie Bernard Petit", "PA6"),
    ],
)
def test_particles_hyphens_and_the_surname_first_do_not_matter(nom: str, acteur: str) -> None:
    assert found(nom) == Answer(acteur)


def test_namesakes_are_told_apart_by_the_seat() -> None:
    assert found("Paul Martin", "33", 1) == Answer("PA3")
    assert found("Paul Martin", "33", 2, day=date(2022, 10, 1)) == Answer("PA4")


def test_namesakes_of_one_departement_are_told_apart_by_the_day() -> None:
    assert found("Paul Martin", "33") == Answer("PA3")  # the other one no longer sits


def test_namesakes_that_nothing_tells_apart_stay_unidentified() -> None:
    answer = found("Paul Martin", "33", day=date(2022, 10, 1))
    assert answer == Answer(None, catalogue.AUTEUR_HOMONYME, ("PA3", "PA4"))


def test_a_name_at_another_seat_is_not_guessed() -> None:
    assert found("Anne Durand", "75") == Answer(None, catalogue.AUTEUR_AUTRE_SIEGE, ("PA1",))


@pytest.mark.parametrize(
    ("nom", "departement", "numero", "acteur", "code"),
    [
        ("Sophie Bernard", "974", 1, "PA6", catalogue.AUTEUR_PAR_SIEGE),  # one name of two
        ("Sophie Leroy", "974", 1, "PA6", catalogue.AUTEUR_PAR_SIEGE),  # a married name
        ("Sophie Bernard", "974", None, "PA6", catalogue.AUTEUR_PAR_SIEGE),
        ("Sophie Leroy", "974", None, None, catalogue.AUTEUR_NON_IDENTIFIE),
        ("Marc Leroy", "974", 1, None, catalogue.AUTEUR_NON_IDENTIFIE),
        ("Sophie Leroy", None, None, None, catalogue.AUTEUR_NON_IDENTIFIE),
    ],
)
def test_another_surname_is_identified_by_the_seat_and_the_given_name_only(
    nom: str, departement: str | None, numero: int | None, acteur: str | None, code: Code
) -> None:
    assert found(nom, departement, numero) == Answer(acteur, code)


def test_a_name_of_another_legislature_is_nobody() -> None:
    assert found("Anne Durand", "79", 2, legislature=15).acteur is None
    assert not Auteurs(annuaire()).covers(15)
