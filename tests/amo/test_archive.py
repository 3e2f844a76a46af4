"""Reading the reference data: what is taken, in which packagings, and what is forgiven."""

import datetime as dt
import json
import time
from typing import Any

import pytest

import reference_data as data
from questions_rdf.amo.records import Acteur, Mandat, Organe, TypeOrgane
from questions_rdf.problems import Problem
from questions_rdf.records import Circonscription
from questions_rdf.reference.departements import departements


def one(content: object) -> Any:
    """The one record of a document in which nothing is wrong."""
    (record,) = data.found(content)
    assert not isinstance(record, Problem), record
    return record


# -- What is taken --------------------------------------------------------------------------------


def test_a_person() -> None:
    assert one({"acteur": data.acteur()}) == Acteur("PA1", "Mme", "Camille", "Exemple")


def test_a_seat() -> None:
    assert one({"mandat": data.siege()}) == Mandat(
        identifiant="PM1",
        acteur="PA1",
        type_organe=TypeOrgane.ASSEMBLEE,
        legislature=16,
        organes=("PO2",),
        debut=dt.date(2022, 6, 19),
        prise_de_fonction=dt.date(2022, 6, 22),
        fin=dt.date(2024, 6, 9),
        cause_fin="Fin de législature",
        circonscription=Circonscription("39", 1),
        departement="39",
    )


def test_the_membership_of_a_group() -> None:
    assert one({"mandat": data.appartenance()}) == Mandat(
        "PM2", "PA1", TypeOrgane.GROUPE, 16, ("PO1",), debut=dt.date(2022, 6, 28)
    )


def test_a_body() -> None:
    ministry = data.organe(
        "PO9",
        "MINISTERE",
        libelle="Ministère des exemples",
        libelleAbrege="Exemples",
        libelleAbrev="EX",
        viMoDe={"dateDebut": "2022-05-21", "dateFin": "2024-01-09"},
        organeParent="PO7",
        organePrecedentRef="PO8",
        legislature="16",
    )
    assert one({"organe": ministry}) == Organe(
        identifiant="PO9",
        code_type="MINISTERE",
        libelle="Ministère des exemples",
        abrege="Exemples",
        sigle="EX",
        legislature=16,
        debut=dt.date(2022, 5, 21),
        fin=dt.date(2024, 1, 9),
        parent="PO7",
        precedent="PO8",
    )


@pytest.mark.parametrize("kind", ["COMPER", "MINISTERE", "GA", "SENAT"])
def test_mandates_of_other_kinds_are_passed_over(kind: str) -> None:
    assert not data.found({"mandat": data.siege(typeOrgane=kind)}, {"mandat": {"typeOrgane": kind}})


# -- Packagings -----------------------------------------------------------------------------------

PERSON, BODY = data.acteur(), data.organe()
MANDATES = [data.siege(), data.appartenance()]
INSIDE = data.acteur(mandats=MANDATES)
PACKAGINGS: dict[str, list[object]] = {
    "mandates inside": [{"acteur": INSIDE}, {"organe": BODY}],
    "members of their own": [
        {"acteur": PERSON | {"mandats": data.NIL}},
        *data.members(mandat=MANDATES, organe=[BODY]),
    ],
    "one object": [{"export": {"acteurs": {"acteur": [INSIDE]}, "organes": {"organe": [BODY]}}}],
    "one object with all lists apart": [
        {
            "export": {
                "@xmlns": "http://schemas.assemblee-nationale.fr/referentiel",
                "acteurs": {"acteur": PERSON},
                "mandats": {"mandat": MANDATES},
                "organes": {"organe": BODY},
            }
        }
    ],
    "with a byte order mark": [
        b"\xef\xbb\xbf" + data.encoded({"acteur": INSIDE}),
        {"organe": BODY},
    ],
    "with an odd mandate": [
        {"acteur": data.acteur(mandats=[None, *MANDATES, ""])},
        {"organe": BODY},
    ],
    "with a mandate that is nil": [
        {"acteur": data.acteur(mandats=[data.NIL, *MANDATES])},
        {"organe": BODY},
    ],
    "as strings that XML wraps": [
        {"acteur": INSIDE | {"uid": "PA1"}},
        {"organe": BODY | {"uid": {"#text": "PO1"}, "codeType": {"#text": "GP"}}},
    ],
}


@pytest.mark.parametrize("name", PACKAGINGS)
def test_every_packaging_gives_the_same_records(name: str) -> None:
    assert data.found(*PACKAGINGS[name]) == data.found(*PACKAGINGS["mandates inside"])


def test_one_mandate_alone_is_no_list() -> None:
    alone = data.acteur() | {"mandats": {"mandat": data.siege()}}
    assert data.found({"acteur": alone}) == data.found(
        {"acteur": data.acteur(mandats=[data.siege()])}
    )


def test_a_mandate_belongs_to_the_person_it_stands_inside_of() -> None:
    _, seat = data.records({"acteur": data.acteur("PA7", [data.siege(acteurRef=None)])})
    assert seat.acteur == "PA7"


# -- What is forgiven -----------------------------------------------------------------------------


@pytest.mark.parametrize("nil", [None, "", [], {}, data.NIL, {"@xsi:nil": "true"}], ids=str)
def test_nothing_is_stated_in_many_ways(nil: object) -> None:
    bare = {"uid": "PM1", "acteurRef": "PA1", "typeOrgane": "ASSEMBLEE"}
    names = ("legislature", "dateDebut", "dateFin", "organes", "election", "mandature")
    expected = Mandat("PM1", "PA1", TypeOrgane.ASSEMBLEE)
    assert one({"mandat": bare}) == one({"mandat": bare | dict.fromkeys(names, nil)}) == expected
    assert one({"mandat": bare | data.lieu(numDepartement=nil, numCirco=nil)}) == expected
    person = {"uid": "PA1", "etatCivil": nil, "mandats": nil}
    assert one({"acteur": person}) == Acteur("PA1")


def test_numbers_may_be_numbers() -> None:
    place = data.lieu(numDepartement=39, numCirco=1, departement="Jura")
    assert one({"mandat": data.siege(legislature=16, **place)}) == one({"mandat": data.siege()})


@pytest.mark.parametrize("day", ["2024-06-09", "09/06/2024", "2024-06-09T00:00:00.000+02:00"])
def test_days_are_written_in_several_ways(day: str) -> None:
    assert one({"mandat": data.siege(dateFin=day)}).fin == dt.date(2024, 6, 9)


def test_labels_come_in_their_common_spelling() -> None:
    label = "  Ministère\u00a0chargé de l’Europe\n et de\ufeff la mer\u0000 "
    expected = "Ministère chargé de l'Europe et de la mer"
    assert one({"organe": data.organe(libelle=label)}).libelle == expected


@pytest.mark.parametrize("code", departements())
def test_every_departement_is_known_by_its_number(code: str) -> None:
    for spelling in {code, code.lower(), code.lstrip("0"), code.zfill(3)}:
        seat = one({"mandat": data.siege(**data.lieu(numDepartement=spelling, numCirco="2"))})
        assert seat.circonscription == Circonscription(code, 2)


def test_a_departement_without_number_is_known_by_its_name() -> None:
    seat = one({"mandat": data.siege(**data.lieu(departement="Côtes-d’Armor"))})
    assert (seat.departement, seat.circonscription) == ("22", None)


@pytest.mark.parametrize(("written", "read"), [("M.", "M."), ("M", "M."), ("Mme", "Mme")])
def test_civilities(written: str, read: str) -> None:
    person = data.acteur(etatCivil={"ident": {"civ": written}})
    assert one({"acteur": person}).civilite == read


# -- What is wrong --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", data.WRONG)
def test_what_is_wrong_is_a_problem(name: str) -> None:
    content, codes = data.WRONG[name]
    assert tuple(data.codes(content)) == codes


def test_a_problem_says_where_and_of_what() -> None:
    (problem,) = data.problems({"mandat": data.siege(dateFin="2024-02-30")})
    assert str(problem.origin) == "amo.zip!member.json mandat.dateFin"
    assert "PM1" in problem.message.en
    assert "2024-02-30" in problem.message.en


def test_what_is_wrong_in_one_place_costs_nothing_else() -> None:
    mandates = [data.siege(dateFin="?"), 12, data.appartenance()]
    person, seat, group = data.records({"acteur": data.acteur(mandats=mandates)})
    assert (person.nom, seat.debut, seat.fin) == ("Exemple", dt.date(2022, 6, 19), None)
    assert group == one({"mandat": data.appartenance()})


def test_odd_shapes_give_what_plain_ones_give() -> None:
    """A mandate that is no object makes msgspec refuse the types; the rest is read all the same."""
    plain = data.acteur(mandats=[data.siege(), data.appartenance()])
    odd = json.loads(json.dumps(plain))
    odd["mandats"]["mandat"].append(12)
    assert data.records({"acteur": odd}) == data.records({"acteur": plain})


@pytest.mark.parametrize("sign", [" ", "a", "&", "’", "0", "{", "[", '\\"'])
def test_megabytes_of_one_sign_take_no_time(sign: str) -> None:
    long = sign.encode() * 5_000_000
    start = time.process_time()
    assert data.found(long)
    data.found(b'{"organe": {"uid": "PO1", "codeType": "GP", "libelle": "' + long + b'"}}')
    assert time.process_time() - start < 5
