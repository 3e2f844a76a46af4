"""A dozen invented questions, one at least in each of the seven classes.

As of 1 June 2025 eleven of them exist; the twelfth is published two days later. All but one are built
from a source in the official layout; a question without a day, which no build publishes, is Turtle.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from built import scratch
from questions_rdf import query
from questions_rdf.build import Options, build
from questions_rdf.data_files import data_files
from questions_rdf.reports.corpus import Corpus
from questions_rdf.reports.report import Source
from questions_rdf.reports.source import source_of

AS_OF = date(2025, 6, 1)
SANTE, MER = ("PO910001", "Santé"), ("PO910002", "Mer")
_LABELS = {"Santé": "Ministère de la santé", "Mer": "Ministère de la mer et de la pêche"}
_NAMES = {"PA900001": "Camille Exemple", "PA900002": "Camille Modèle", "PA900003": "Éloïse Le Goff"}
MORE = """
@base <https://w3id.org/questions-parlementaires/> .
@prefix qp: <https://w3id.org/questions-parlementaires/def#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<organe/PO910001> qp:portefeuille <portefeuille/sante> ; org:subOrganizationOf <organe/PO900900> .
<organe/PO910002> qp:portefeuille <portefeuille/mer> ; org:subOrganizationOf <organe/PO900900> .
<organe/PO900900> a org:Organization ; skos:prefLabel "Gouvernement d'essai"@fr .
<portefeuille/sante> a skos:Concept ; skos:prefLabel "Santé"@fr .
<portefeuille/mer> a skos:Concept ; skos:prefLabel "Mer"@fr .
<question/QANR5L17QE7> a qp:QuestionEcrite ; dcterms:identifier "QANR5L17QE7" ;
    dcterms:title "Question sans date"@fr ; qp:legislature <legislature/17> ; qp:numero 7 ;
    qp:auteur <acteur/PA900002> ; qp:groupe <organe/PO900001> ; qp:rubrique <rubrique/peche> ;
    qp:ministereInterroge <organe/PO910002> ; qp:ministereAttributaire <organe/PO910002> .
""" + "\n".join(
    f'<acteur/{one}> a foaf:Person ; foaf:name "{name}" ; foaf:title "Mme" .'
    for one, name in _NAMES.items()
)


def jo(day: str, page: int = 100) -> dict[str, Any]:
    return {"typeJO": "JO_QUESTION", "dateJO": day, "pageJO": str(page), "numJO": None}


def ministry(which: tuple[str, str]) -> dict[str, str]:
    organe, short = which
    return {"organeRef": organe, "abrege": short, "developpe": _LABELS[short]}


def question(  # noqa: PLR0913  (the columns of a table)
    number: int,
    published: str,
    asked: tuple[str, str],
    author: str,
    title: str,
    *,
    answered: str | None = None,
    closed: tuple[str, str] | None = None,
    moved: tuple[str, tuple[str, str]] | None = None,
    signalled: str | None = None,
) -> dict[str, Any]:
    attributions = [{"infoJO": jo(published), "denomination": ministry(asked)}]
    if moved:
        attributions.append({"infoJO": jo(moved[0]), "denomination": ministry(moved[1])})
    return {
        "uid": f"QANR5L17QE{number}",
        "identifiant": {"numero": str(number), "regime": "5eme Republique", "legislature": "17"},
        "type": "QE",
        "indexationAN": {
            "rubrique": "pêche" if asked is MER else "santé",
            "teteAnalyse": None,
            "analyses": {"analyse": title},
        },
        "auteur": {
            "identite": {"acteurRef": author, "mandatRef": None},
            "groupe": {
                "organeRef": "PO900001",
                "abrege": "GEX",
                "developpe": "Groupe de l'Exemple",
            },
        },
        "minInt": ministry(asked),
        "minAttribs": {"minAttrib": attributions},
        "textesQuestion": {
            "texteQuestion": {
                "infoJO": jo(published, 100 + number),
                "texte": f"{title} : et après ?",
            }
        },
        "textesReponse": {"texteReponse": {"infoJO": jo(answered, 500), "texte": "Voici."}}
        if answered
        else None,
        "cloture": {"codeCloture": closed[0], "dateCloture": closed[1], "infoJO": jo(closed[1])}
        | {"libelleCloture": {"FM": "Fin de mandat", "RET": "Retrait"}[closed[0]]}
        if closed
        else None,
        "signalement": {"dateDepotSignal": signalled, "infoJO": jo(signalled)}
        if signalled
        else None,
        "renouvellements": None,
    }


ONE, TWO, THREE = _NAMES
QUESTIONS = (
    question(1, "2025-01-07", SANTE, ONE, "Urgences de nuit", answered="2025-02-04"),
    question(2, "2025-01-07", SANTE, ONE, "Urgences de jour", answered="2025-04-08"),
    question(3, "2025-05-06", SANTE, ONE, "Vaccins du cœur"),
    question(4, "2025-03-04", SANTE, ONE, "=SOMME(A1) d'un hôpital; et \"autres\""),
    question(5, "2025-01-07", MER, ONE, "Filets dérivants", closed=("RET", "2025-02-18")),
    question(6, "2025-01-07", MER, ONE, "Phares éteints", closed=("FM", "2025-04-15")),
    question(
        8, "2025-03-04", SANTE, TWO, "Marins | malades",
        moved=("2025-04-01", MER), signalled="2025-05-06",
    ),
    question(9, "2025-03-18", MER, TWO, "Œufs de mérou", signalled="2025-05-27"),
    question(10, "2025-04-08", MER, TWO, "Chalutiers <à quai>"),
    question(11, "2025-06-03", MER, TWO, "Publiée plus tard"),
    question(12, "2025-03-04", SANTE, THREE, "Répondue plus tard", answered="2025-06-10"),
)  # fmt: skip


@cache
def folder() -> Path:
    """The output folder of these questions, with what the reference would add."""
    where = scratch() / "reports"
    where.mkdir()
    source = where / "questions.json"
    listed = {"questionsEcrites": {"question": list(QUESTIONS)}}
    source.write_text(json.dumps(listed), encoding="utf-8")
    out = where / "out"
    build([str(source)], Options(out=out, as_of=date(2025, 6, 17), check=False))
    (where / "more.ttl").write_text(MORE, encoding="utf-8")
    return where


@cache
def corpus() -> Corpus:
    files = [*data_files(folder() / "out"), folder() / "more.ttl"]
    return Corpus(query.loaded(files), date(2025, 6, 17))


@cache
def source() -> Source:
    """The source, with a digest that does not change when the mapping grows."""
    found = source_of([folder() / "out"], data_files(folder() / "out"), None)
    return Source(found.jour, "0" * 64, found.fichiers)


def bare_store() -> ox.Store:
    """The data without what the reference adds."""
    return query.loaded(data_files(folder() / "out"))
