"""Invented reference data: acteurs, mandats, organes, in each packaging, and what is wrong with it."""

import io
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hostile_inputs import zipped
from questions_rdf.amo._objects import Found
from questions_rdf.amo.archive import read
from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem

NIL = {"@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "@xsi:nil": "true"}
Fields = dict[str, Any]


def organe(uid: str | None = "PO1", code_type: str = "GP", **fields: Any) -> Fields:
    return {
        "@xsi:type": "GroupePolitique_type",
        "uid": uid,
        "codeType": code_type,
        "libelle": "Groupe des exemples",
        "viMoDe": {"dateDebut": "2022-06-28", "dateAgrement": None, "dateFin": None},
        **fields,
    }


def ministere(
    uid: str, debut: str | None = None, fin: str | None = None, parent: str | None = None
) -> Fields:
    return organe(
        uid,
        "MINISTERE",
        viMoDe={"dateDebut": debut, "dateFin": fin},
        organeParent=parent,
    )


def appartenance(uid: str | None = "PM2", acteur: str = "PA1", **fields: Any) -> Fields:
    return {
        "uid": uid,
        "acteurRef": acteur,
        "legislature": "16",
        "typeOrgane": "GP",
        "dateDebut": "2022-06-28",
        "dateFin": None,
        "organes": {"organeRef": "PO1"},
        **fields,
    }


def siege(uid: str | None = "PM1", acteur: str = "PA1", **fields: Any) -> Fields:
    lieu = {"region": "Bourgogne", "departement": "Jura", "numDepartement": "39", "numCirco": "1"}
    return {
        **appartenance(uid, acteur),
        "typeOrgane": "ASSEMBLEE",
        "dateDebut": "2022-06-19",
        "dateFin": "2024-06-09",
        "organes": {"organeRef": "PO2"},
        "election": {"lieu": lieu, "refCirconscription": "PO3"},
        "mandature": {"datePriseFonction": "2022-06-22", "causeFin": "Fin de législature"},
        **fields,
    }


def lieu(**fields: Any) -> Fields:
    """The election of a seat at a place."""
    return {"election": {"lieu": fields}}


def acteur(uid: object = "PA1", mandats: Iterable[object] | None = None, **fields: Any) -> Fields:
    return {
        "uid": {"@xsi:type": "IdActeur_type", "#text": uid} if isinstance(uid, str) else uid,
        "etatCivil": {"ident": {"civ": "Mme", "prenom": "Camille", "nom": "Exemple"}},
        "profession": {"libelleCourant": "Horlogère"},
        **({} if mandats is None else {"mandats": {"mandat": list(mandats)}}),
        **fields,
    }


def members(**objects: Any) -> list[Fields]:
    """One document for each object: ``members(acteur=[…], organe=[…])``."""
    return [{kind: one} for kind, held in objects.items() for one in held]


def encoded(content: object) -> bytes:
    return content if isinstance(content, bytes) else json.dumps(content).encode()


def document(content: object, name: str = "member.json") -> Document:
    return Document(Origin("amo.zip", name), io.BytesIO(encoded(content)))


def found(*contents: object) -> list[Found]:
    """Everything that reading the documents gives."""
    return list(read(map(document, contents)))


def records(*contents: object) -> list[Any]:
    return [one for one in found(*contents) if not isinstance(one, Problem)]


def problems(*contents: object) -> list[Problem]:
    return [one for one in found(*contents) if isinstance(one, Problem)]


def codes(*contents: object) -> list[str]:
    return [problem.code for problem in problems(*contents)]


def written(path: Path, *contents: object) -> str:
    """An archive with a member for each document; its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(contents):
            archive.writestr(f"json/{number}.json", encoded(content))
    return str(path)


def small(path: Path) -> str:
    """An archive with a person, two mandates and two bodies."""
    people = members(acteur=[acteur(mandats=[siege(), appartenance()])])
    return written(
        path, *people, *members(organe=[organe("PO1"), organe("PO2", "ASSEMBLEE", libelle="AN")])
    )


WRONG: dict[str, tuple[object, tuple[str, ...]]] = {
    "no JSON": (b'{"acteur": ', ("reference-json-illisible",)),
    "an error page": (b"<html><title>502</title></html>", ("reference-json-illisible",)),
    "bytes that are not UTF-8": (b'{"organe": {"uid": "\xff"}}', ("reference-json-illisible",)),
    "deep JSON": (b'{"acteur":' * 200_000, ("reference-json-illisible",)),
    "deep JSON beside what is read": (
        b'{"acteur": {"uid": "PA1", "x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}}",
        ("reference-json-illisible",),
    ),
    "a number of many digits": (b'{"organe": ' + b"1" * 5000 + b"}", ("reference-json-illisible",)),
    "nothing": (b"", ("fichier-vide",)),
    "an archive in an archive": (zipped(("a.json", b"{}")), ("archive-imbriquee",)),
    "a question": ({"question": {"uid": "QANR5L16QE1"}}, ("reference-forme-inconnue",)),
    "a list": ([1, 2], ("reference-forme-inconnue",)),
    "a string": ("acteur", ("reference-forme-inconnue",)),
    "an acteur that is nil": ({"acteur": NIL}, ("reference-forme-inconnue",)),
    "an organe that is empty": ({"organe": {}}, ("reference-forme-inconnue",)),
    "an empty export": ({"export": {}}, ("reference-forme-inconnue",)),
    "an acteur that is a string": ({"acteur": "PA1"}, ("reference-sans-identifiant",)),
    "a list of people that is a string": (
        {"export": {"acteurs": "PA1"}},
        ("reference-sans-identifiant",),
    ),
    "an organe without identifier": (
        {"organe": organe(None)},
        ("reference-sans-identifiant",),
    ),
    "an organe with the identifier of an acteur": (
        {"organe": organe("PA1")},
        ("reference-sans-identifiant",),
    ),
    "an acteur without identifier, but with mandates": (
        {"acteur": acteur(NIL, [siege()])},
        ("reference-sans-identifiant",),
    ),
    "a mandate of nobody": (
        {"mandat": siege(acteurRef=None)},
        ("reference-sans-identifiant",),
    ),
    "a mandate without identifier": ({"mandat": siege(uid=None)}, ("reference-sans-identifiant",)),
    "a mandate of no kind": (
        {"mandat": siege(typeOrgane=None)},
        ("reference-valeur-inattendue",),
    ),
    "an organe of no kind": ({"organe": organe(codeType=NIL)}, ("reference-valeur-inattendue",)),
    "mandates that are a string": (
        {"acteur": acteur(mandats=None) | {"mandats": "PM1"}},
        ("reference-valeur-inattendue",),
    ),
    "a mandate that is a number": (
        {"acteur": acteur(mandats=[12, siege()])},
        ("reference-sans-identifiant",),
    ),
    "an unknown civility": (
        {"acteur": acteur(etatCivil={"ident": {"civ": "Maître", "nom": "Exemple"}})},
        ("reference-valeur-inattendue",),
    ),
    "a label that is a list": (
        {"organe": organe(libelle=["a", "b"])},
        ("reference-valeur-inattendue",),
    ),
    "a label that is true": ({"organe": organe(libelle=True)}, ("reference-valeur-inattendue",)),
    "a label of a megabyte": (
        {"organe": organe(libelle="a" * 1_000_000)},
        ("reference-valeur-inattendue",),
    ),
    "a number that is none": (
        {"organe": organe(legislature="seize")},
        ("reference-valeur-inattendue",),
    ),
    "a reference to nothing of that kind": (
        {"mandat": siege(organes={"organeRef": ["PO2", "PA2"]})},
        ("reference-valeur-inattendue",),
    ),
    "a day that does not exist": (
        {"mandat": siege(dateFin="2024-02-30")},
        ("reference-date-illisible",),
    ),
    "a day in words": ({"mandat": siege(dateFin="juin 2024")}, ("reference-date-illisible",)),
    "an unknown département": (
        {"mandat": siege(**lieu(numDepartement="96", departement="Seine", numCirco="1"))},
        ("reference-departement-inconnu",),
    ),
}
"""Documents that hold something unusable, and the codes of the problems that they give."""
