"""The Assembly's archives, all of them, compared with the JSON that they hold."""

import datetime as dt
import json
import zipfile
from collections import Counter
from functools import cache as once
from pathlib import Path
from typing import Any

import pytest

from built import SHARED
from questions_rdf.amo import cache
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import TypeOrgane
from questions_rdf.records import Circonscription
from questions_rdf.reference.departements import departements
from questions_rdf.referentiel import Reference, load_annuaire
from questions_rdf.sources import Limits

FOLDER = SHARED / "data" / "opendata"
HISTORIC = str(FOLDER / "AMO30_acteurs_mandats_organes_historique.json.zip")
DIVIDED = str(FOLDER / "AMO10_acteurs_mandats_organes_divises_17.json.zip")
COUNTS = {HISTORIC: (3034, 10577), DIVIDED: (603, 8957)}

pytestmark = [
    pytest.mark.skipif(
        not Path(HISTORIC).is_file(),
        reason="the official reference data is not beside the project (../shared/data)",
    ),
    pytest.mark.xdist_group("official archives"),  # they are read once
]


@once
def loaded(path: str) -> Reference:
    return load_annuaire([path], Limits())


def stated(path: str) -> dict[str, Any]:
    """The kept mandates, as plainly as possible, without the reader."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = json.loads(archive.read(name))
            inside = ((content.get("acteur") or {}).get("mandats") or {}).get("mandat") or []
            held = [*(inside if isinstance(inside, list) else [inside]), content.get("mandat")]
            found.update(
                {
                    one["uid"]: one
                    for one in held
                    if one and one["typeOrgane"] in {"GP", "ASSEMBLEE"}
                }
            )
    return found


@pytest.mark.parametrize("path", COUNTS, ids=["historic", "divided"])
def test_everything_is_read_and_nothing_is_wrong(path: str) -> None:
    found = loaded(path)
    assert not found.problems
    assert (len(found.annuaire.acteurs), len(found.annuaire.organes)) == COUNTS[path]


@pytest.mark.parametrize("path", COUNTS, ids=["historic", "divided"])
def test_the_mandates_are_those_of_the_json(path: str) -> None:
    mandats = loaded(path).annuaire.mandats
    expected = stated(path)
    assert mandats.keys() == expected.keys()
    for uid, one in expected.items():
        read = mandats[uid]
        assert (read.acteur, read.type_organe) == (one["acteurRef"], one["typeOrgane"])
        assert str(read.legislature) == one["legislature"]
        assert [
            read.debut.isoformat() if read.debut else None,
            read.fin and read.fin.isoformat(),
        ] == [one["dateDebut"], one["dateFin"]]
        assert read.organes == (one["organes"]["organeRef"],)
        if read.type_organe is TypeOrgane.ASSEMBLEE:
            lieu = one["election"]["lieu"]
            assert read.departement == lieu["numDepartement"]
            assert read.circonscription == Circonscription(
                lieu["numDepartement"], int(lieu["numCirco"])
            )
            assert (
                departements()[lieu["numDepartement"]].libelle.lower()
                == lieu["departement"].lower()
            )
            assert str(read.prise_de_fonction) == one["mandature"]["datePriseFonction"]


def test_every_seat_belongs_to_someone_and_to_an_assembly() -> None:
    annuaire = loaded(HISTORIC).annuaire
    for seats in annuaire.sieges.values():
        for seat in seats:
            assert seat.acteur in annuaire.acteurs
            (assembly,) = seat.organes
            assert annuaire.organes[assembly].legislature == seat.legislature
            assert seat.circonscription is not None
            assert seat.circonscription.departement in departements()


def test_the_seats_of_one_deputy() -> None:
    seats = loaded(HISTORIC).annuaire.sieges["PA335999"]
    assert [(one.legislature, str(one.prise_de_fonction), str(one.fin)) for one in seats] == [
        (13, "2007-06-20", "2012-06-16"),
        (14, "2012-06-20", "2012-07-21"),  # she joins the Government
        (14, "2013-08-03", "2017-06-20"),  # and takes her seat back
        (15, "2017-06-21", "2022-06-21"),
        (16, "2022-06-22", "2024-06-09"),
        (17, "2024-07-08", "None"),
    ]
    assert {one.circonscription for one in seats} == {Circonscription("79", 2)}


def test_the_ministries_of_2024_end_with_their_government() -> None:
    annuaire = loaded(HISTORIC).annuaire
    ministries = [one for one in annuaire.organes.values() if one.code_type == TypeOrgane.MINISTERE]
    of_attal = [one for one in ministries if one.parent == "PO833673" and one.fin is None]
    assert len(of_attal) == 35
    assert {annuaire.fin_effective(one) for one in of_attal} == {dt.date(2024, 9, 5)}
    lasting = Counter(one.parent for one in ministries if annuaire.fin_effective(one) is None)
    assert lasting == {"PO873634": 35}


def test_the_cache_equals_the_archive(tmp_path: Path) -> None:
    found = loaded(HISTORIC)
    path = tmp_path / "reference.cache"
    cache.write(path, cache.packed(found.annuaire, found.inputs))
    again = load_annuaire([str(path)], Limits()).annuaire
    for kind in ("acteurs", "mandats", "organes", "sieges", "appartenances"):
        assert getattr(again, kind) == getattr(found.annuaire, kind)


def test_both_archives_together_know_more_than_each() -> None:
    both: Annuaire = load_annuaire([DIVIDED, HISTORIC], Limits()).annuaire
    apart = [loaded(path).annuaire for path in COUNTS]
    assert both.acteurs.keys() == apart[0].acteurs.keys() | apart[1].acteurs.keys()
    ended = {uid for one in apart for uid, mandat in one.mandats.items() if mandat.fin}
    assert all(both.mandats[uid].fin for uid in ended)
