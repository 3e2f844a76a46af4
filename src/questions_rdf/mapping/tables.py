"""The mapping itself: every field of the facts, its term, and the kind of its value.

One file, although long: it is written to be read beside ``ontology/qp.ttl``. Stores do not reason,
so classes come with their superclasses.
"""

from typing import Any

from questions_rdf import iris
from questions_rdf.facts import Evenement, Faits
from questions_rdf.records import Nature, Source
from questions_rdf.reference.regles import Regle
from questions_rdf.rows import Basis, Kind, Row, Table

_CLASSES_QUESTION = {
    Nature.QUESTION_ECRITE: "qp:QuestionEcrite",
    Nature.QUESTION_AU_GOUVERNEMENT: "qp:QuestionAuGouvernement",
    Nature.QUESTION_ORALE_SANS_DEBAT: "qp:QuestionOraleSansDebat",
}
_SUPERCLASSES_EVENEMENT = {
    "ChangementAttribution": ("qp:Attribution",),
    "Retrait": ("qp:Cloture",),
    "Caducite": ("qp:Cloture",),
}
TYPES_QUESTION = {
    nature: (classe, "qp:Question", "schema:Question")
    for nature, classe in _CLASSES_QUESTION.items()
}
TYPES_EVENEMENT = {
    classe: (
        f"qp:{classe}",
        *_SUPERCLASSES_EVENEMENT.get(classe, ()),
        "qp:Evenement",
        "prov:Activity",
    )
    for classe in (
        "PublicationQuestion",
        "PublicationReponse",
        "Attribution",
        "ChangementAttribution",
        "Signalement",
        "Renouvellement",
        "Erratum",
        "Cloture",
        "Retrait",
        "Caducite",
    )
}


def _own_iri(thing: Any) -> str:  # noqa: ANN401
    return str(thing.iri)


def _types_question(faits: Faits) -> tuple[str, ...]:
    return TYPES_QUESTION[faits.question.nature]


def _types_evenement(evenement: Evenement) -> tuple[str, ...]:
    return TYPES_EVENEMENT[evenement.classe]


def _iri_source(source: Source) -> str:
    return iris.source(source.sha256)


def _iri_regle(regle: Regle) -> str:
    return iris.regle(regle.nom)


VERSION_TEXTE = Table(
    _own_iri,
    ("qp:VersionTexte", "schema:CreativeWork"),
    (
        Row("texte", "schema:text", Kind.FRENCH),
        Row("date", "qp:date", Kind.DATE, "info_jo.date"),
        Row("pageJO", "qp:pageJO", Kind.INTEGER, "info_jo.page"),
        Row("publieDans", "qp:publieDans", Kind.LINK, "info_jo", iris.parution),
    ),
)

REPONSE = Table(
    _own_iri,
    ("qp:Reponse", "schema:Answer"),
    (
        Row("repondA", "qp:repondA", Kind.LINK, "repond_a", basis=Basis.DEDUCED),
        Row("datePublication", "qp:datePublication", Kind.DATE, "info_jo.date"),
        Row("pageJO", "qp:pageJO", Kind.INTEGER, "info_jo.page"),
        Row("publieDans", "qp:publieDans", Kind.LINK, "info_jo", iris.parution),
        Row("ministere", "qp:ministere", Kind.LINK, through=iris.ministere, basis=Basis.DEDUCED),
        Row("delaiJours", "qp:delaiJours", Kind.INTEGER, basis=Basis.DEDUCED),
        Row("retardJours", "qp:retardJours", Kind.INTEGER, basis=Basis.DEDUCED),
        Row(
            "retardSignalementJours", "qp:retardSignalementJours", Kind.INTEGER, basis=Basis.DEDUCED
        ),
        Row("texte", "schema:text", Kind.FRENCH),
        Row("texteHTML", "qp:texteHTML", Kind.HTML),
        Row(
            "versionAnterieure", "qp:versionAnterieure", Kind.NESTED, table=VERSION_TEXTE, many=True
        ),
    ),
)

EVENEMENT = Table(
    _own_iri,
    _types_evenement,
    (
        Row("date", "qp:date", Kind.DATE),
        Row("publieDans", "qp:publieDans", Kind.LINK, "info_jo", iris.parution),
        Row("pageJO", "qp:pageJO", Kind.INTEGER, "info_jo.page"),
        Row("page", "foaf:page", Kind.ADDRESS, "info_jo.url_legifrance"),
        Row("referenceNOR", "qp:referenceNOR", Kind.STRING, "info_jo.reference_nor"),
        Row("rang", "qp:rang", Kind.INTEGER, basis=Basis.DEDUCED),
        Row("ministere", "qp:ministere", Kind.LINK, through=iris.ministere),
        Row("motif", "qp:motif", Kind.TERM, basis=Basis.DEDUCED),
        Row("dateDepot", "qp:dateDepot", Kind.DATE),
        Row("echeance", "qp:echeance", Kind.DATE, basis=Basis.DEDUCED),
        Row("regle", "qp:regle", Kind.LINK, through=_iri_regle, basis=Basis.DEDUCED),
        Row("corrige", "qp:corrige", Kind.LINK, basis=Basis.DEDUCED),
        Row("texte", "schema:text", Kind.FRENCH),
        Row("codeCloture", "qp:codeCloture", Kind.STRING),
        Row("motifCloture", "qp:motifCloture", Kind.FRENCH),
        Row("mention", "qp:mention", Kind.FRENCH),
    ),
)

CITATION = Table(
    _own_iri,
    ("qp:Citation", "schema:CreativeWork"),
    (
        Row("texte", "schema:text", Kind.FRENCH, basis=Basis.DEDUCED),
        Row("extraitDe", "qp:extraitDe", Kind.LINK, basis=Basis.DEDUCED),
        Row("genreCitation", "qp:genreCitation", Kind.TERM, "genre", basis=Basis.DEDUCED),
        Row("rappelle", "qp:rappelle", Kind.LINK, many=True, basis=Basis.DEDUCED),
        Row("citeLoi", "qp:citeLoi", Kind.ADDRESS, basis=Basis.DEDUCED),
    ),
)

QUESTION = Table(
    _own_iri,
    _types_question,
    (
        Row("identifiant", "dcterms:identifier", Kind.STRING, "question.uid"),
        Row("numero", "qp:numero", Kind.INTEGER, "question.numero"),
        Row(
            "legislature",
            "qp:legislature",
            Kind.LINK,
            "question.legislature",
            iris.legislature,
        ),
        Row(
            "chambre",
            "qp:chambre",
            Kind.TERM,
            "iri",
            lambda _: "qp:AssembleeNationale",
            basis=Basis.DEDUCED,
        ),
        Row("titre", "dcterms:title", Kind.FRENCH, basis=Basis.STATED | Basis.DEDUCED),
        Row("titreConstruit", "qp:titreConstruit", Kind.BOOLEAN, basis=Basis.DEDUCED),
        Row("rubrique", "qp:rubrique", Kind.LINK, "question.rubrique", iris.rubrique),
        Row("teteAnalyse", "qp:teteAnalyse", Kind.FRENCH, "question.tete_analyse"),
        Row("analyse", "qp:analyse", Kind.FRENCH, "question.analyse", many=True),
        Row("statut", "qp:statut", Kind.TERM, basis=Basis.DEDUCED),
        Row("statutDeduit", "qp:statutDeduit", Kind.BOOLEAN, basis=Basis.DEDUCED),
        Row("auteur", "qp:auteur", Kind.LINK, "question.auteur", iris.acteur),
        Row(
            "mandat",
            "qp:mandat",
            Kind.LINK,
            "question.mandat",
            iris.mandat,
            basis=Basis.STATED | Basis.REFERENCE,
        ),
        Row("groupe", "qp:groupe", Kind.LINK, "question.groupe", iris.groupe),
        Row(
            "groupeALaDate",
            "qp:groupeALaDate",
            Kind.LINK,
            "groupe_a_la_date",
            iris.groupe,
            basis=Basis.REFERENCE,
        ),
        Row(
            "circonscription",
            "qp:circonscription",
            Kind.LINK,
            "question.circonscription",
            iris.circonscription,
            basis=Basis.STATED | Basis.REFERENCE,
        ),
        Row(
            "departement",
            "qp:departement",
            Kind.LINK,
            "question.departement",
            iris.departement,
            basis=Basis.STATED | Basis.REFERENCE,
        ),
        Row(
            "ministereInterroge",
            "qp:ministereInterroge",
            Kind.LINK,
            "question.ministere_interroge",
            iris.ministere,
        ),
        Row(
            "ministereAttributaire",
            "qp:ministereAttributaire",
            Kind.LINK,
            through=iris.ministere,
            basis=Basis.DEDUCED,
        ),
        Row("datePublication", "qp:datePublication", Kind.DATE, "question.info_jo.date"),
        Row("pageJO", "qp:pageJO", Kind.INTEGER, "question.info_jo.page"),
        Row("publieDans", "qp:publieDans", Kind.LINK, "question.info_jo", iris.parution),
        Row("dateSeance", "qp:dateSeance", Kind.DATE, "question.date_seance"),
        Row("echeance", "qp:echeance", Kind.DATE, basis=Basis.DEDUCED),
        Row("regle", "qp:regle", Kind.LINK, through=_iri_regle, basis=Basis.DEDUCED),
        Row(
            "page",
            "foaf:page",
            Kind.ADDRESS,
            "question",
            lambda q: iris.page_question(q.legislature, q.uid),
            basis=Basis.DEDUCED,
        ),
        Row(
            "source",
            "prov:wasDerivedFrom",
            Kind.LINK,
            "sources",
            _iri_source,
            many=True,
            basis=Basis.DEDUCED,
        ),
        Row("texte", "schema:text", Kind.FRENCH),
        Row("texteHTML", "qp:texteHTML", Kind.HTML),
        Row(
            "versionAnterieure", "qp:versionAnterieure", Kind.NESTED, table=VERSION_TEXTE, many=True
        ),
        Row("reponse", "qp:reponse", Kind.NESTED, table=REPONSE, many=True),
        Row("evenement", "qp:evenement", Kind.NESTED, table=EVENEMENT, many=True),
        Row("rappelle", "qp:rappelle", Kind.LINK, many=True, basis=Basis.DEDUCED),
        Row("citeLoi", "qp:citeLoi", Kind.ADDRESS, many=True, basis=Basis.DEDUCED),
        Row("citation", "qp:citation", Kind.NESTED, table=CITATION, many=True),
    ),
)

# -- What the questions share ---------------------------------------------------------------------

SOURCE = Table(
    _iri_source,
    ("prov:Entity",),
    (Row("nomDocument", "dcterms:title", Kind.STRING, "titre", basis=Basis.DEDUCED),),
)

PERSONNE = Table(
    _own_iri,
    ("foaf:Person",),
    (
        Row("identifiant", "dcterms:identifier", Kind.STRING),
        Row("civilite", "foaf:title", Kind.STRING, basis=Basis.STATED | Basis.REFERENCE),
        Row("nom", "foaf:name", Kind.STRING, basis=Basis.STATED | Basis.REFERENCE),
        Row("prenom", "foaf:givenName", Kind.STRING, basis=Basis.REFERENCE),
        Row("nomDeFamille", "foaf:familyName", Kind.STRING, basis=Basis.REFERENCE),
        Row(
            "page", "foaf:page", Kind.ADDRESS, "identifiant", iris.page_acteur, basis=Basis.DEDUCED
        ),
        Row("memeQue", "owl:sameAs", Kind.ADDRESS, basis=Basis.REFERENCE),
    ),
)

MANDAT = Table(
    _own_iri,
    ("org:Membership",),
    (
        Row("identifiant", "dcterms:identifier", Kind.STRING),
        Row("titulaire", "org:member", Kind.LINK, basis=Basis.STATED | Basis.REFERENCE),
        Row(
            "assemblee",
            "org:organization",
            Kind.LINK,
            through=iris.organe,
            many=True,
            basis=Basis.REFERENCE,
        ),
        Row("debut", "qp:debut", Kind.DATE, basis=Basis.REFERENCE),
        Row("priseDeFonction", "qp:priseDeFonction", Kind.DATE, basis=Basis.REFERENCE),
        Row("fin", "qp:fin", Kind.DATE, basis=Basis.REFERENCE),
        Row("causeFin", "qp:causeFin", Kind.FRENCH, basis=Basis.REFERENCE),
        Row(
            "circonscription",
            "qp:circonscription",
            Kind.LINK,
            through=iris.circonscription,
            basis=Basis.REFERENCE,
        ),
    ),
)

ORGANISME = Table(
    _own_iri,
    ("org:Organization",),
    (
        Row("identifiant", "dcterms:identifier", Kind.STRING),
        Row("libelle", "skos:prefLabel", Kind.FRENCH, basis=Basis.STATED | Basis.REFERENCE),
        Row(
            "autreLibelle",
            "skos:altLabel",
            Kind.FRENCH,
            many=True,
            basis=Basis.STATED | Basis.REFERENCE,
        ),
        Row("debut", "qp:debut", Kind.DATE, basis=Basis.REFERENCE),
        Row("fin", "qp:fin", Kind.DATE, basis=Basis.REFERENCE),
        Row("finDeduite", "qp:finDeduite", Kind.BOOLEAN, basis=Basis.DEDUCED | Basis.REFERENCE),
        Row(
            "gouvernement",
            "org:subOrganizationOf",
            Kind.LINK,
            through=iris.organe,
            basis=Basis.REFERENCE,
        ),
        Row("remplace", "dcterms:replaces", Kind.LINK, through=iris.organe, basis=Basis.REFERENCE),
        Row(
            "portefeuille",
            "qp:portefeuille",
            Kind.LINK,
            through=iris.portefeuille,
            many=True,
            basis=Basis.REFERENCE,
        ),
    ),
)

LIBELLE_MINISTERE = Table(
    _own_iri,
    ("qp:LibelleMinistere", "skos:Concept"),
    (
        Row("libelle", "skos:prefLabel", Kind.FRENCH),
        Row("autreLibelle", "skos:altLabel", Kind.FRENCH, many=True),
    ),
)

CIRCONSCRIPTION = Table(
    _own_iri,
    ("qp:Circonscription",),
    (
        Row("etiquette", "rdfs:label", Kind.FRENCH, basis=Basis.DEDUCED),
        Row("departement", "qp:departement", Kind.LINK, through=iris.departement),
        Row("numero", "qp:numero", Kind.INTEGER),
    ),
)

DEPARTEMENT = Table(
    lambda departement: iris.departement(departement.code),
    lambda departement: (f"igeo:{departement.classe}",),
    (
        Row("codeDepartement", "igeo:codeDepartement", Kind.STRING, "code", basis=Basis.REFERENCE),
        Row("etiquette", "rdfs:label", Kind.FRENCH, "libelle", basis=Basis.REFERENCE),
    ),
)

RUBRIQUE = Table(
    _own_iri,
    ("skos:Concept",),
    (
        Row("libelle", "skos:prefLabel", Kind.FRENCH),
        Row("autreLibelle", "skos:altLabel", Kind.FRENCH, many=True),
        Row(
            "dansSchema",
            "skos:inScheme",
            Kind.LINK,
            "iri",
            lambda _: iris.RUBRIQUES,
            basis=Basis.DEDUCED,
        ),
    ),
)

PORTEFEUILLE = Table(
    lambda portefeuille: iris.portefeuille(portefeuille.nom),
    ("skos:Concept",),
    (
        Row("libelle", "skos:prefLabel", Kind.FRENCH, basis=Basis.REFERENCE),
        Row(
            "dansSchema",
            "skos:inScheme",
            Kind.LINK,
            "nom",
            lambda _: iris.PORTEFEUILLES,
            basis=Basis.DEDUCED,
        ),
    ),
)

SCHEMA = Table(
    _own_iri,
    ("skos:ConceptScheme",),
    (Row("libelle", "skos:prefLabel", Kind.FRENCH, basis=Basis.DEDUCED),),
)

LEGISLATURE = Table(
    lambda legislature: iris.legislature(legislature.numero),
    ("qp:Legislature",),
    (
        Row("etiquette", "rdfs:label", Kind.FRENCH, "libelle", basis=Basis.REFERENCE),
        Row("numero", "qp:numero", Kind.INTEGER),
        Row("debut", "qp:debut", Kind.DATE, basis=Basis.REFERENCE),
        Row("fin", "qp:fin", Kind.DATE, basis=Basis.REFERENCE),
    ),
)

PARUTION = Table(
    _own_iri,
    ("schema:PublicationIssue",),
    (
        Row("titre", "dcterms:title", Kind.FRENCH, basis=Basis.DEDUCED),
        Row("dateParution", "schema:datePublished", Kind.DATE, "date"),
        Row("numeroParution", "schema:issueNumber", Kind.INTEGER, "numero"),
    ),
)

REGLE = Table(
    _iri_regle,
    ("qp:RegleDeDelai",),
    (
        Row("etiquette", "rdfs:label", Kind.FRENCH, "libelle", basis=Basis.REFERENCE),
        Row(
            "declencheur",
            "qp:declencheur",
            Kind.TERM,
            through=lambda name: f"qp:{name}",
            basis=Basis.REFERENCE,
        ),
        Row("duree", "qp:duree", Kind.DURATION, basis=Basis.REFERENCE),
        Row("debutValidite", "qp:debutValidite", Kind.DATE, basis=Basis.REFERENCE),
        Row("finValidite", "qp:finValidite", Kind.DATE, basis=Basis.REFERENCE),
        Row("origine", "dcterms:source", Kind.ADDRESS, "sources", many=True, basis=Basis.REFERENCE),
    ),
)

# -- What brings questions together ---------------------------------------------------------------

_MEMBRE = Row(
    "membre",
    "prov:hadMember",
    Kind.LINK,
    "questions",
    iris.question,
    many=True,
    basis=Basis.DEDUCED,
)
_METHODE = Row("methode", "qp:methode", Kind.TERM, basis=Basis.DEDUCED)
_NOMBRE_QUESTIONS = Row("nombreQuestions", "qp:nombreQuestions", Kind.INTEGER, basis=Basis.DEDUCED)

REPONSE_COMMUNE = Table(
    _own_iri,
    ("qp:ReponseCommune", "prov:Collection"),
    (
        Row("datePublication", "qp:datePublication", Kind.DATE, basis=Basis.DEDUCED),
        _METHODE,
        _NOMBRE_QUESTIONS,
        _MEMBRE,
    ),
)

GROUPE_SIMILAIRE = Table(
    _own_iri,
    ("qp:GroupeSimilaire", "prov:Collection"),
    (
        Row("similarite", "qp:similarite", Kind.DECIMAL, basis=Basis.DEDUCED),
        _METHODE,
        _NOMBRE_QUESTIONS,
        _MEMBRE,
    ),
)

TABLES = (
    QUESTION,
    REPONSE,
    EVENEMENT,
    VERSION_TEXTE,
    CITATION,
    SOURCE,
    PERSONNE,
    MANDAT,
    ORGANISME,
    LIBELLE_MINISTERE,
    CIRCONSCRIPTION,
    DEPARTEMENT,
    RUBRIQUE,
    PORTEFEUILLE,
    SCHEMA,
    LEGISLATURE,
    PARUTION,
    REGLE,
    REPONSE_COMMUNE,
    GROUPE_SIMILAIRE,
)
