"""Indexes of sites for tests: a few questions, each with what the test is about."""

import sqlite3
from datetime import date
from importlib.resources import files
from typing import Any

from built import BASE, QP
from questions_rdf.site.address import Address

WHERE = Address("https://example.org/q/", BASE, date(2026, 11, 17))


def empty_index() -> sqlite3.Connection:
    index = sqlite3.connect(":memory:")
    schema = files("questions_rdf.site.index") / "schema.sql"
    index.executescript(schema.read_text(encoding="utf-8"))
    return index


def add_question(index: sqlite3.Connection, number: int, **values: Any) -> str:
    """A written question that waits for its answer, but for the values that are given."""
    uid = f"QANR5L17QE{number}"
    row = {
        "iri": f"{BASE}question/{uid}",
        "nature": f"{QP}QuestionEcrite",
        "uid": uid,
        "numero": number,
        "titre": f"Titre {number}",
        "statut": f"{QP}EnAttente",
        "legislature": f"{BASE}legislature/17",
        "auteur": f"{BASE}acteur/PA1",
        "ministere_interroge": f"{BASE}organe/PO1",
        "ministere": f"{BASE}organe/PO1",
        "rubrique": f"{BASE}rubrique/sante",
        "publication": "2026-03-03",
        "echeance": "2026-05-03",
        **values,
    }
    names = ", ".join(row)
    places = ", ".join(f":{name}" for name in row)
    index.execute(f"INSERT INTO question ({names}) VALUES ({places})", row)  # noqa: S608
    add_thing(index, row["iri"], row["titre"])
    return str(row["iri"])


def add_thing(index: sqlite3.Connection, iri: str, name: str | None, page: str = "") -> None:
    """Something that has a name, and a page of its own unless another is given."""
    values = (iri, name, name, page or iri)
    index.execute("INSERT OR REPLACE INTO chose VALUES (?, ?, ?, ?)", values)


def add_document(index: sqlite3.Connection, path: str, name: str) -> None:
    """A thing with a page."""
    iri = BASE + path
    add_thing(index, iri, name)
    index.execute("INSERT INTO document VALUES (?, ?, '')", (iri, iri))
    index.execute("INSERT INTO page VALUES (?, 'autre')", (iri,))


def small_index() -> sqlite3.Connection:
    """A ministry, two deputies, a rubrique, and questions of every fate."""
    index = empty_index()
    add_document(index, "acteur/PA1", "Ève Lépine")
    add_document(index, "acteur/PA2", "Jean <Noyer>")
    add_document(index, "organe/PO1", "Ministère de la santé & des soins")
    add_document(index, "organe/PO2", "Ministère du travail")
    add_document(index, "rubrique/sante", "Santé")
    add_document(index, "portefeuille/sante", "Santé")
    add_question(index, 1)
    add_question(
        index, 2, publication="2026-10-06", echeance="2026-12-06", auteur=f"{BASE}acteur/PA2"
    )
    add_question(
        index, 3, statut=f"{QP}Repondue", publication="2026-02-03", echeance="2026-04-03",
        signalement="2026-04-14", reponse="2026-05-05", delai=91, retard=32, cloture="2026-05-05",
        ministere=f"{BASE}organe/PO2",
    )  # fmt: skip
    add_question(index, 4, statut=f"{QP}Retiree", publication="2026-01-06", cloture="2026-06-02")
    add_question(
        index, 5, statut=f"{QP}Repondue", nature=f"{QP}QuestionAuGouvernement", echeance=None,
        publication="2026-06-10", reponse="2026-06-10",
    )  # fmt: skip
    add_question(index, 6, statut=f"{QP}Repondue", publication="2026-08-04", echeance="2026-10-04",
                 reponse="2026-08-05", delai=1)  # fmt: skip
    add_question(index, 7, statut=f"{QP}Caduque", publication=None, auteur=None, rubrique=None,
                 ministere=None, ministere_interroge=None, echeance=None, titre=None)  # fmt: skip
    return index
