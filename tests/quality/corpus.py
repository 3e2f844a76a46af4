"""Four questions written by hand, of which every figure can be counted by eye.

Question 1 is complete; 2 has no text, its author is known by name only, it has two sources and a
title that breaks a rule; 3 is oral, its status only gives a warning; 4 names no legislature, and
its source is described nowhere.
"""

import json
from pathlib import Path

import pyoxigraph as ox

PREFIXES = """\
@base <https://w3id.org/questions-parlementaires/> .
@prefix qp: <https://w3id.org/questions-parlementaires/def#> .
@prefix schema: <https://schema.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
CORPUS = (
    PREFIXES
    + """
<question/QANR5L17QE1> a qp:QuestionEcrite , qp:Question , schema:Question ;
    dcterms:title "Un"@fr ; schema:text "Texte."@fr ; qp:legislature <legislature/17> ;
    qp:auteur <acteur/PA1> ; prov:wasDerivedFrom <source/sha256-0000000000000001> ;
    qp:reponse <question/QANR5L17QE1#reponse> .
<question/QANR5L17QE1#reponse> a qp:Reponse , schema:Answer ; schema:text "Réponse."@fr .
<source/sha256-0000000000000001> a prov:Entity ; dcterms:title "json/1.json" .

<question/QANR5L17QE2> a qp:QuestionEcrite , qp:Question , schema:Question ;
    dcterms:title "Deux" ; qp:legislature <legislature/17> ;
    qp:auteur <acteur/nom/17-39-anne-une> ;
    prov:wasDerivedFrom <source/sha256-0000000000000001> , <source/sha256-0000000000000002> .
<source/sha256-0000000000000002> a prov:Entity ; dcterms:title "page.TXT" .

<question/QANR5L16QG3> a qp:QuestionAuGouvernement , qp:Question , schema:Question ;
    dcterms:title "Trois"@fr ; qp:legislature <legislature/16> ;
    prov:wasDerivedFrom <source/sha256-0000000000000003> .

<question/QANR5L17QE4> a qp:QuestionEcrite , qp:Question , schema:Question ;
    dcterms:title "Quatre"@fr ; prov:wasDerivedFrom <source/sha256-0000000000000009> .

<source/sha256-0000000000000003> a prov:Entity ; dcterms:title "page.html" .
<acteur/PA1> a foaf:Person ; dcterms:identifier "PA1" .
<ailleurs> a <https://example.org/Chose> ; dcterms:title "?" .
"""
)
SHACL = (
    PREFIXES
    + """
[] a sh:ValidationReport ; sh:conforms false ; sh:result
    [ a sh:ValidationResult ; sh:focusNode <question/QANR5L17QE2> ; sh:resultPath dcterms:title ;
        sh:resultSeverity sh:Violation ] ,
    [ a sh:ValidationResult ; sh:focusNode <question/QANR5L17QE2> ; sh:resultPath schema:text ;
        sh:resultSeverity sh:Violation ] ,
    [ a sh:ValidationResult ; sh:focusNode <question/QANR5L17QE1#reponse> ;
        sh:resultPath ( qp:repondA qp:statut ) ; sh:resultSeverity sh:Violation ] ,
    [ a sh:ValidationResult ; sh:focusNode <question/QANR5L16QG3> ; sh:resultPath dcterms:title ;
        sh:resultSeverity sh:Warning ] .
"""
)
HOSTILE = "<script>alert(\"x\")</script> & 'y'"


def problem(code: str, severity: str, **others: object) -> dict[str, object]:
    """A line of the problem report."""
    return {
        "code": code,
        "severity": severity,
        "stage": "reading",
        "file": "a.zip",
        "member": "json/1.json",
        "line": None,
        "path": None,
        "message": f"Message de {code}.",
        "hint": "Conseil.",
        "message_en": f"Message of {code}.",
        "hint_en": "Hint.",
        "rejected": False,
        **others,
    }


PROBLEMS = (
    problem("date-illisible", "error", message=HOSTILE, message_en=HOSTILE),
    problem("champ-inconnu", "warning", occurrences=40),
    problem("champ-inconnu", "warning"),
    problem("fichier-vide", "error", rejected=True, occurrences=2),
)


def written(
    folder: Path, form: str = "nt", *, reports: bool = True, backwards: bool = False
) -> Path:
    """The corpus as a file of data in a folder, with the reports of its build beside it."""
    quads = list(ox.parse(CORPUS, format=ox.RdfFormat.TURTLE))
    if backwards:
        quads = [*quads[::2], *quads[1::2]]
    folder.mkdir(parents=True, exist_ok=True)
    formats = {
        "nt": ox.RdfFormat.N_TRIPLES,
        "ttl": ox.RdfFormat.TURTLE,
        "jsonld": ox.RdfFormat.JSON_LD,
    }
    triples = [ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads]
    ox.serialize(triples, folder / f"questions.{form}", format=formats[form])
    if reports:
        (folder / "shacl-report.ttl").write_text(SHACL, encoding="utf-8")
        lines = "".join(json.dumps(one) + "\n" for one in PROBLEMS)
        (folder / "problems.jsonl").write_text(lines, encoding="utf-8")
    return folder
