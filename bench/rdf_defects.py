"""What may be wrong with a resource of the output, and the rules that it breaks.

Each row changes one property of one kind of resource, in the manner of the counterexamples of
``tests/shapes/``: it drops its values, adds one, or puts another in their place.
"""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.prefixes import expanded

TYPE = f"<{expanded('rdf:type')}>"


class Action(Enum):
    """What is done to the values of a property."""

    DROP = auto()
    ADD = auto()
    REPLACE = auto()


class RdfDefect(NamedTuple):
    """A change to resources of a class, and the codes that follow from it.

    Args:
        codes: the rules that are broken.
        classe: the class of the resource, as N-Triples spells it.
        predicate: the property; for ``rdf:type``, ``dropped`` says which class goes.
        action: what is done.
        value: what is added or put in its place.
        dropped: the one value that is dropped; all of them where it is empty.
    """

    codes: tuple[str, ...]
    classe: str
    predicate: str
    action: Action
    value: str = ""
    dropped: str = ""

    def fits(self, lines: list[str]) -> bool:
        """Whether a resource, given as its triples, can have this defect."""
        marked = f" {TYPE} {self.classe} .\n"
        return any(line.endswith(marked) for line in lines) and any(map(self.touches, lines))

    def touches(self, line: str) -> bool:
        """Whether this triple is one that is changed."""
        predicate = line.split(" ", 2)[1]
        return predicate == self.predicate and line.endswith(f"{self.dropped} .\n")


# -- How values are written -----------------------------------------------------------------------


def _term(name: str) -> str:
    return f"<{expanded(name)}>"


def _ours(iri: str) -> str:
    return f"<{DEFAULT_BASE}{iri}>"


def _typed(text: str, datatype: str) -> str:
    return f'"{text}"^^{_term(f"xsd:{datatype}")}'


_ENGLISH, _BLANK, _FRENCH = '"Sample"@en', '" "@fr', '"Autre."@fr'
_HALF, _ZERO = _typed("12.5", "decimal"), _typed("0", "integer")
_MINUS, _MANY = _typed("-1", "integer"), _typed("999999999", "integer")
_ELSEWHERE = "<https://example.org/ailleurs>"

# -- The rows -------------------------------------------------------------------------------------

# class: properties that may not be missing, with the rule that says so
_MISSING = {
    "qp:QuestionEcrite": {
        "dcterms:identifier": "question-sans-identifiant",
        "qp:numero": "question-sans-numero",
        "qp:legislature": "question-sans-legislature",
        "qp:chambre": "question-sans-chambre",
        "dcterms:title": "question-sans-titre",
        "foaf:page": "question-sans-page",
        "prov:wasDerivedFrom": "question-sans-source",
        "qp:statut": "question-sans-statut",
        "qp:auteur": "question-sans-auteur",
        "qp:ministereInterroge": "question-sans-ministere-interroge",
        "schema:text": "question-ecrite-sans-texte",
        "qp:datePublication": "question-ecrite-sans-date-publication",
    },
    "qp:Reponse": {
        "schema:text": "reponse-sans-texte",
        "qp:datePublication": "reponse-sans-date-publication",
    },
    "qp:Attribution": {"qp:rang": "attribution-sans-rang"},
    "schema:PublicationIssue": {
        "schema:datePublished": "jo-sans-date",
        "dcterms:title": "jo-sans-titre",
    },
    "org:Membership": {
        "dcterms:identifier": "mandat-sans-identifiant",
        "org:member": "mandat-sans-titulaire",
    },
    "prov:Entity": {"dcterms:title": "source-sans-titre"},
    "skos:Concept": {
        "skos:prefLabel": "rubrique-sans-libelle",
        "skos:inScheme": "rubrique-sans-liste",
    },
}

# class: properties of one value only: another value, and the rules that refuse two
_DOUBLE = {
    "qp:QuestionEcrite": {
        "qp:numero": (_MANY, "question-numero-multiple"),
        "dcterms:title": (_FRENCH, "question-titre-multiple"),
        "schema:text": (_FRENCH, "question-texte-multiple"),
        "qp:chambre": (_term("qp:Senat"), "question-chambre-multiple"),
        "qp:pageJO": (_MANY, "page-jo-multiple"),
        "qp:auteur": (_ours("acteur/PA999999999"), "question-auteur-multiple"),
        "qp:groupe": (_ours("organe/PO999999999"), "question-groupe-multiple"),
        "qp:mandat": (_ours("mandat/PM999999999"), "question-mandat-multiple"),
    },
    "qp:Reponse": {
        "schema:text": (_FRENCH, "reponse-texte-multiple"),
        "qp:delaiJours": (_MANY, "reponse-delai-multiple"),
        "qp:retardJours": (_MANY, "reponse-retard-multiple"),
    },
    "qp:Attribution": {"qp:rang": (_MANY, "attribution-rang-multiple")},
    "qp:Renouvellement": {
        "qp:date": (_typed("2099-01-06", "date"), "evenement-date-multiple"),
    },
    "qp:Cloture": {"qp:codeCloture": ('"AUTRE"', "cloture-code-multiple")},
    "org:Organization": {"skos:prefLabel": (_FRENCH, "organisation-nom-multiple")},
    "schema:PublicationIssue": {"schema:issueNumber": (_MANY, "jo-numero-multiple")},
}

# class: property, what is put in its place, and the rules that refuse it
_WRONG = (
    ("qp:QuestionEcrite", "dcterms:identifier", '"QANR5L17QE1"@fr', "question-identifiant-type"),
    ("qp:QuestionEcrite", "qp:numero", _HALF, "question-numero-type"),
    ("qp:QuestionEcrite", "qp:numero", _ZERO, "question-numero-plage"),
    ("qp:QuestionEcrite", "qp:chambre", _ELSEWHERE, "question-chambre-inconnue"),
    ("qp:QuestionEcrite", "dcterms:title", _ENGLISH, "question-titre-langue"),
    ("qp:QuestionEcrite", "dcterms:title", _BLANK, "question-titre-vide"),
    ("qp:QuestionEcrite", "schema:text", _ENGLISH, "question-texte-langue"),
    ("qp:QuestionEcrite", "schema:text", _BLANK, "question-texte-vide"),
    ("qp:QuestionEcrite", "qp:analyse", _ENGLISH, "question-analyse-langue"),
    ("qp:QuestionEcrite", "qp:analyse", _BLANK, "question-analyse-vide"),
    ("qp:QuestionEcrite", "qp:pageJO", _HALF, "page-jo-type"),
    ("qp:QuestionEcrite", "qp:pageJO", _ZERO, "page-jo-plage"),
    ("qp:QuestionEcrite", "foaf:page", _ELSEWHERE, "question-page-forme"),
    ("qp:QuestionEcrite", "qp:auteur", _ours("acteur/PA999999999"), "question-auteur-non-decrit"),
    ("qp:QuestionEcrite", "qp:mandat", _ours("mandat/PM999999999"), "question-mandat-non-decrit"),
    ("qp:QuestionEcrite", "qp:groupe", _ours("organe/PO999999999"), "question-groupe-non-decrit"),
    ("qp:QuestionEcrite", "qp:rubrique", _ours("rubrique/x-9"), "question-rubrique-non-decrite"),
    ("qp:QuestionEcrite", "qp:regle", _ours("regle/x-9"), "question-regle-non-decrite"),
    (
        "qp:QuestionEcrite",
        "qp:publieDans",
        _ours("jo/questions-an/1990-01-02"),
        "parution-non-decrite",
    ),
    (
        "qp:QuestionEcrite",
        "qp:ministereInterroge",
        _ours("organe/PO999999999"),
        "question-ministere-interroge-non-decrit",
    ),
    (
        "qp:QuestionEcrite",
        "prov:wasDerivedFrom",
        _ours("source/sha256-0000000000000000"),
        "question-source-non-decrite",
    ),
    ("qp:Reponse", "schema:text", _ENGLISH, "reponse-texte-langue"),
    ("qp:Reponse", "schema:text", _BLANK, "reponse-texte-vide"),
    ("qp:Reponse", "qp:delaiJours", _MINUS, "reponse-delai-plage"),
    ("qp:Reponse", "qp:delaiJours", _HALF, "reponse-delai-type"),
    ("qp:Reponse", "qp:retardJours", _ZERO, "reponse-retard-plage"),
    ("qp:Reponse", "qp:retardJours", _HALF, "reponse-retard-type"),
    ("qp:Reponse", "qp:ministere", _ours("organe/PO999999999"), "reponse-ministere-non-decrit"),
    ("qp:Attribution", "qp:rang", _ZERO, "attribution-rang-plage"),
    ("qp:Attribution", "qp:rang", _HALF, "attribution-rang-type"),
    (
        "qp:Attribution",
        "qp:ministere",
        _ours("organe/PO999999999"),
        "attribution-ministere-non-decrit",
    ),
    ("qp:ChangementAttribution", "foaf:page", "<urn:x-ailleurs>", "evenement-page-forme"),
    ("qp:ChangementAttribution", "qp:referenceNOR", '""', "evenement-nor-vide"),
    ("qp:ChangementAttribution", "qp:referenceNOR", '"X"@fr', "evenement-nor-type"),
    ("qp:ChangementAttribution", "qp:motif", _term("qp:Senat"), "changement-motif-inconnu"),
    (
        "qp:Renouvellement",
        "qp:date",
        _typed("1990-01-02", "date"),
        "evenement-avant-question",
    ),
    ("qp:Signalement", "qp:dateDepot", _typed("2099-01-06", "date"), "signalement-depot-tardif"),
    ("qp:Signalement", "qp:regle", _ours("regle/x-9"), "signalement-regle-non-decrite"),
    ("qp:Cloture", "qp:codeCloture", '""', "cloture-code-vide"),
    ("qp:Cloture", "qp:codeCloture", '"REP_PUB"@fr', "cloture-code-type"),
    ("qp:Cloture", "qp:motifCloture", _ENGLISH, "cloture-motif-langue"),
    ("qp:Cloture", "qp:motifCloture", _BLANK, "cloture-motif-vide"),
    ("org:Organization", "skos:prefLabel", _ENGLISH, "organisation-nom-langue"),
    ("org:Organization", "skos:prefLabel", _BLANK, "organisation-nom-vide"),
    ("foaf:Person", "dcterms:identifier", '"900001"', "personne-identifiant-forme"),
    ("org:Membership", "dcterms:identifier", '"12"', "mandat-identifiant-forme"),
    ("schema:PublicationIssue", "dcterms:title", _ENGLISH, "jo-titre-langue"),
    ("schema:PublicationIssue", "schema:issueNumber", _ZERO, "jo-numero-plage"),
    ("prov:Entity", "dcterms:title", '" "', "source-titre-vide"),
    ("skos:Concept", "skos:prefLabel", '"petite"@fr', "rubrique-libelle-majuscule"),
)

# Where a second value is refused, it may also be one that nothing describes.
_AND_NOT_DESCRIBED = {
    "question-auteur-multiple": "question-auteur-non-decrit",
    "question-groupe-multiple": "question-groupe-non-decrit",
    "question-mandat-multiple": "question-mandat-non-decrit",
}

# class, the further class that it loses, and the rule
_TYPES = (
    ("qp:QuestionEcrite", "schema:Question", "question-type-schema"),
    ("qp:Reponse", "schema:Answer", "reponse-type-schema"),
    ("qp:ChangementAttribution", "qp:Attribution", "changement-type-attribution"),
    ("qp:ChangementAttribution", "prov:Activity", "evenement-type-prov"),
)


def _rows() -> Iterator[RdfDefect]:
    for classe, missing in _MISSING.items():
        for term, code in missing.items():
            yield RdfDefect((code,), _term(classe), _term(term), Action.DROP)
    for classe, double in _DOUBLE.items():
        for term, (value, code) in double.items():
            codes = (code, *filter(None, (_AND_NOT_DESCRIBED.get(code),)))
            yield RdfDefect(codes, _term(classe), _term(term), Action.ADD, value)
    for classe, term, value, code in _WRONG:
        yield RdfDefect((code,), _term(classe), _term(term), Action.REPLACE, value)
    for classe, lost, code in _TYPES:
        yield RdfDefect((code,), _term(classe), TYPE, Action.DROP, dropped=_term(lost))


DEFECTS = tuple(_rows())
