"""One question printed in each layout of the site is one record, but for what a layout leaves out."""

from typing import Any

import msgspec
import pytest

from questions_rdf.problems import Problem
from questions_rdf.readers import READERS, Found, opendata_json
from questions_rdf.records import Attribution, Circonscription, Organisme, Question
from reading import results

TEXTE = "Mme Laure de La Fontaine attire l'attention de M. le ministre de la mer sur les bouées."
REPONSE = "Les bouées flottent."
BELOW = f"Texte de la question\n\n{TEXTE}\n\nTexte de la réponse\n\n{REPONSE}\n"

FICHE = f"""FICHE QUESTION
13ème législature
Question N° : 12345  de  Mme   La Fontaine Laure de ( Écologiste - NUPES - Loir-et-Cher ) QE
Ministère interrogé : Mer
Ministère attributaire : Eau
Question publiée au JO le : 06/01/2009  page : 18
Réponse publiée au JO le : 12/05/2009  page : 4521
Date de changement d'attribution : 10/02/2009
Date de signalisat° : 05/05/2009
Date de renouvellement : 14/04/2009
Rubrique : mer et littoral
Tête d'analyse : bouées
Analyse : bouées. nombre
Texte de la QUESTION : {TEXTE}
Texte de la REPONSE : Réponse. - {REPONSE}
"""
PIPE = "\n".join(
    f"| {cell} |"
    for line in FICHE.splitlines()[2:]
    for cell in line.replace(" ( ", "\n( ")
    .replace(") QE", ")\nQE")
    .replace(" de  M", "\nde\nM")
    .replace("JO le : ", "JO le :\n")
    .replace("  page : ", "\npage :\n")
    .split("\n")
)
ENTETE = f"""13ème législature
Question N° : 12345\tde Mme Laure de La Fontaine ( Écologiste - NUPES - Loir-et-Cher )\tQuestion écrite
Ministère interrogé > Mer\tMinistère attributaire > Eau
Rubrique > mer et littoral\tTête d'analyse > bouées\tAnalyse > bouées. nombre
Question publiée au JO le : 06/01/2009 page : 18
Réponse publiée au JO le : 12/05/2009 page : 4521
Date de changement d'attribution : 10/02/2009 Date de signalement : 05/05/2009
Date de renouvellement : 14/04/2009

{BELOW}"""
KEY_DATA = """Ministère interrogé : Mer

Ministère attributaire : Eau

Rubrique : mer et littoral

Tête d'analyse : bouées

Analyse : bouées. nombre

Question publiée au JO le : 6 janvier 2009, page 18

Réponse publiée au JO le : 12 mai 2009, page 4521

Date de changement d'attribution : 10 février 2009

Date de signalement : 5 mai 2009

Date de renouvellement : 14 avril 2009
"""
SEAT = "Loir-et-Cher (1re circonscription) - Écologiste - NUPES"
DYN = f"""ASSEMBLÉE NATIONALE

13e Législature

Des bouées

Question écrite n° 12345

{BELOW}
Données clés

Auteur : Mme Laure de La Fontaine

Circonscription : {SEAT}

{KEY_DATA}"""
COMPACT = f"""Des bouées

Question de : Mme Laure de La Fontaine
{SEAT}

{KEY_DATA}
{BELOW}"""

# The page, the name of its file, and what its layout leaves out.
LAYOUTS = {
    "fiche": (FICHE, "source", {"titre", "circonscription"}),
    "pipe": (PIPE, "13-12345QE.txt", {"titre", "circonscription"}),
    "header-gt": (ENTETE, "source", {"titre", "circonscription"}),
    "dyn-full": (DYN, "source", set()),
    "dyn-compact": (COMPACT, "QANR5L13QE12345.md", set()),
}
NOTHING: dict[str, Any] = {"titre": None, "circonscription": None}


def _read(layout: str) -> Question:
    text, name, _ = LAYOUTS[layout]
    found = results(text, name)
    assert {p.code for p in found if isinstance(p, Problem)} <= {"intertitre-retire"}
    (question,) = (one.question for one in found if isinstance(one, Found))
    return question


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_states_what_the_others_state(layout: str) -> None:
    left_out = {field: NOTHING[field] for field in LAYOUTS[layout][2]}
    assert _read(layout) == msgspec.structs.replace(_read("dyn-full"), **left_out)


def test_the_record_that_all_give_is_complete() -> None:
    record = _read("dyn-full")
    assert record.auteur is not None
    assert (record.auteur.nom, record.auteur.departement) == ("Laure de La Fontaine", "41")
    assert record.groupe == Organisme(13, developpe="Écologiste - NUPES")
    assert record.circonscription == Circonscription("41", 1)
    (change,) = record.attribution
    assert isinstance(change, Attribution)
    assert change.ministere == Organisme(13, abrege="Eau")
    stated = (record.signalement, record.renouvellement, record.rubrique, record.tete_analyse)
    assert all(stated)
    assert (record.versions[0].texte, record.reponse[0].versions[0].texte) == (TEXTE, REPONSE)


@pytest.mark.parametrize(
    ("layout", "reader"),
    [
        ("fiche", "page-fiche"),
        ("pipe", "page-fiche"),
        ("header-gt", "page-entete"),
        ("dyn-full", "page-dyn"),
        ("dyn-compact", "page-dyn"),
    ],
)
def test_each_layout_has_its_reader(layout: str, reader: str) -> None:
    text = LAYOUTS[layout][0]
    assert next(one.NAME for one in READERS if one.sniff(text)) == reader


def test_what_opens_with_a_brace_is_json_whatever_follows() -> None:
    assert READERS[0] is opendata_json
    assert all(opendata_json.sniff("{" + rest) for rest in ("", "}", "](", "[a](b)", "<html>"))
