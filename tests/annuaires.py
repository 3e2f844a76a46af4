"""A small invented directory of people and bodies, for tests of who is who."""

from datetime import date

from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Acteur, Mandat, Organe, TypeOrgane
from questions_rdf.records import Circonscription

DAY = date(2023, 3, 14)
"""A day of the 16th legislature on which everybody below sits."""


def siege(  # noqa: PLR0913  (the columns of a table)
    number: int,
    acteur: str,
    departement: str,
    numero: int,
    *,
    legislature: int = 16,
    debut: str = "2022-06-19",
    prise: str = "2022-06-22",
    fin: str | None = "2024-06-09",
) -> Mandat:
    return Mandat(
        f"PM{number}",
        acteur,
        TypeOrgane.ASSEMBLEE,
        legislature,
        (f"PO{legislature}",),
        date.fromisoformat(debut),
        date.fromisoformat(prise),
        date.fromisoformat(fin) if fin else None,
        circonscription=Circonscription(departement, numero),
        departement=departement,
    )


def membre(
    number: int, acteur: str, groupe: str, debut: str = "2022-06-28", fin: str = "2024-06-09"
) -> Mandat:
    days = date.fromisoformat(debut), None, date.fromisoformat(fin)
    return Mandat(f"PM{number}", acteur, TypeOrgane.GROUPE, 16, (groupe,), *days)


def ministere(number: int, label: str, parent: str, debut: str, fin: str | None = None) -> Organe:
    return Organe(
        f"PO{number}",
        TypeOrgane.MINISTERE,
        libelle=f"Ministère de {label}",
        abrege=label,
        debut=date.fromisoformat(debut),
        fin=date.fromisoformat(fin) if fin else None,
        parent=parent,
    )


def groupe(number: int, label: str, sigle: str, fin: str = "2024-06-09") -> Organe:
    return Organe(
        f"PO{number}",
        TypeOrgane.GROUPE,
        libelle=label,
        abrege=sigle,
        sigle=sigle,
        legislature=16,
        debut=date(2022, 6, 28),
        fin=date.fromisoformat(fin),
    )


ACTEURS = (
    Acteur("PA1", "Mme", "Anne", "Durand"),
    Acteur("PA2", "M.", "Jean-Pierre", "Le Goff"),
    Acteur("PA3", "M.", "Paul", "Martin"),  # two namesakes
    Acteur("PA4", "M.", "Paul", "Martin"),
    Acteur("PA5", "Mme", "Claire", "de La Tour"),
    Acteur("PA6", "Mme", "Sophie", "Bernard-Petit"),
)
MANDATS = (
    siege(101, "PA1", "79", 2),
    siege(102, "PA2", "22", 3),
    siege(103, "PA3", "33", 1),
    siege(104, "PA4", "33", 2, fin="2022-12-31"),
    siege(105, "PA5", "099", 4),
    siege(106, "PA6", "974", 1),
    membre(201, "PA1", "PO51"),
    membre(202, "PA2", "PO52", fin="2023-01-31"),
    membre(203, "PA2", "PO51", debut="2023-02-01"),
)
ORGANES = (
    Organe("PO16", TypeOrgane.ASSEMBLEE, libelle="Assemblée nationale de la 16e législature"),
    groupe(51, "Écologie - Territoires", "ET"),
    groupe(52, "Centre et Progrès", "CP", fin="2023-01-31"),
    Organe(
        "PO71", TypeOrgane.GOUVERNEMENT, abrege="A", debut=date(2022, 5, 17), fin=date(2024, 1, 9)
    ),
    Organe("PO72", TypeOrgane.GOUVERNEMENT, abrege="B", debut=date(2024, 1, 10)),
    ministere(81, "Santé et prévention", "PO71", "2022-05-21", "2024-01-09"),
    ministere(82, "Justice", "PO71", "2022-05-21", "2024-01-09"),
    ministere(83, "Santé et prévention", "PO72", "2024-02-09"),
    ministere(84, "Justice", "PO72", "2024-01-12"),
)


def annuaire() -> Annuaire:
    return Annuaire(ACTEURS, MANDATS, ORGANES)
