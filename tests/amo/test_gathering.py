"""Several sources become one directory."""

import datetime as dt

from questions_rdf.amo.gathering import Gathering
from questions_rdf.amo.records import Acteur, Mandat, Organe, TypeOrgane

END = dt.date(2024, 6, 9)
SEAT = Mandat("PM1", "PA1", TypeOrgane.ASSEMBLEE, 16)
ENDED = Mandat("PM1", "PA1", TypeOrgane.ASSEMBLEE, 15, fin=END, cause_fin="Fin de législature")


def gathered(*records: Acteur | Mandat | Organe) -> Gathering:
    gathering = Gathering()
    for record in records:
        gathering.add(record)
    return gathering


def test_the_first_one_counts() -> None:
    annuaire = gathered(
        Acteur("PA1", nom="Exemple"),
        Acteur("PA1", nom="Autre"),
        Organe("PO1", "GP", "Un"),
        Organe("PO1", "GP", "Deux"),
        Acteur("PA2"),
    ).annuaire()
    assert annuaire.acteurs == {"PA1": Acteur("PA1", nom="Exemple"), "PA2": Acteur("PA2")}
    assert annuaire.organes == {"PO1": Organe("PO1", "GP", "Un")}


def test_an_end_that_is_stated_beats_none() -> None:
    expected = Mandat(
        "PM1", "PA1", TypeOrgane.ASSEMBLEE, 16, fin=END, cause_fin="Fin de législature"
    )
    assert gathered(SEAT, ENDED).annuaire().mandats == {"PM1": expected}
    assert gathered(ENDED, SEAT).annuaire().mandats == {"PM1": ENDED}
    body = gathered(Organe("PO1", "GP"), Organe("PO1", "GP", fin=END)).annuaire()
    assert body.organes == {"PO1": Organe("PO1", "GP", fin=END)}


def test_of_two_ends_the_first_counts() -> None:
    other = Mandat("PM1", "PA1", TypeOrgane.ASSEMBLEE, fin=dt.date(2024, 7, 7))
    assert gathered(ENDED, other).annuaire().mandats == {"PM1": ENDED}


def test_the_mandates_of_a_person_come_oldest_first() -> None:
    held = [
        Mandat("PM3", "PA1", TypeOrgane.ASSEMBLEE, 16, debut=dt.date(2022, 6, 19), prise_de_fonction=dt.date(2023, 8, 21)),
        Mandat("PM2", "PA1", TypeOrgane.ASSEMBLEE, 16, debut=dt.date(2022, 6, 19), prise_de_fonction=dt.date(2022, 6, 22)),
        Mandat("PM4", "PA1", TypeOrgane.GROUPE, 16, debut=dt.date(2022, 6, 28)),
        Mandat("PM5", "PA2", TypeOrgane.ASSEMBLEE),
    ]  # fmt: skip
    annuaire = gathered(*held).annuaire()
    assert [one.identifiant for one in annuaire.sieges["PA1"]] == ["PM2", "PM3"]
    assert [one.identifiant for one in annuaire.appartenances["PA1"]] == ["PM4"]
    assert set(annuaire.sieges) == {"PA1", "PA2"}
