"""Every IRI that the project mints, relative to the data base, and nowhere else.

The patterns are the contract with everyone who links to the data. A function takes what identifies
a thing and returns the part of its IRI that stands behind the base.
"""

import re
from datetime import date
from functools import lru_cache

from questions_rdf.characters import unaccented
from questions_rdf.records import Circonscription, InfoJO, Organisme, Personne, TypeJO

DEFAULT_BASE = "https://w3id.org/questions-parlementaires/"
ASSEMBLEE = "https://www.assemblee-nationale.fr/dyn"
LEGIFRANCE = "https://www.legifrance.gouv.fr/eli"
RUBRIQUES = "rubriques"
PORTEFEUILLES = "portefeuilles"
DATASET = "dataset"
QUALITE = "qualite"

_SERIES = {
    TypeJO.QUESTIONS: "questions-an",
    TypeJO.DEBATS: "debats-an",
    TypeJO.LOIS_ET_DECRETS: "lois-decrets",
}
_LEADING_MINISTRY = re.compile(
    r"^minist[eè]re\s+(?:de\s+la\s+|de\s+l'|du\s+|des\s+|de\s+)?", re.IGNORECASE
)


@lru_cache(maxsize=65536)
def slug(label: str) -> str:
    """``label`` in lower-case ASCII letters and digits with single hyphens between them.

    >>> slug("Écologiste - NUPES")
    'ecologiste-nupes'
    >>> slug("Œuvres d'art")
    'oeuvres-d-art'
    """
    spelled = label.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
    return re.sub(r"[^a-z0-9]+", "-", unaccented(spelled).lower()).strip("-")


def question(uid: str) -> str:
    """A question, by the Assembly's uid."""
    return f"question/{uid}"


def numbered(name: str, rank: int) -> str:
    """``name`` for the first of its kind, ``name-2`` for the second, and so on."""
    return name if rank == 1 else f"{name}-{rank}"


def dated(kind: str, day: date | None) -> str:
    """The fragment of an event: its kind and its day."""
    return f"{kind}-{day.isoformat() if day else 'sans-date'}"


def acteur(personne: Personne) -> str | None:
    """A deputy: by identifier, else a provisional IRI by legislature, département and name."""
    if personne.identifiant:
        return acteur_identifie(personne.identifiant)
    name = slug(personne.nom or "")
    if not name:
        return None
    place = f"-{personne.departement}" if personne.departement else ""
    return f"acteur/nom/{personne.legislature}{place}-{name}"


def acteur_identifie(identifiant: str) -> str:
    """A deputy, by identifier (``PA…``)."""
    return f"acteur/{identifiant}"


def mandat(identifiant: str) -> str:
    """A mandate, by identifier (``PM…``)."""
    return f"mandat/{identifiant}"


def organe(identifiant: str) -> str:
    """A body of the Assembly's reference data, by identifier (``PO…``)."""
    return f"organe/{identifiant}"


def groupe(organisme: Organisme) -> str | None:
    """A political group: by identifier, else by legislature and label."""
    if organisme.identifiant:
        return organe(organisme.identifiant)
    name = slug(organisme.developpe or organisme.abrege or "")
    return f"groupe/{organisme.legislature}-{name}" if name else None


def ministere(organisme: Organisme) -> str | None:
    """A ministry: by identifier, else its printed label (a label, not an organization)."""
    if organisme.identifiant:
        return organe(organisme.identifiant)
    name = ministere_slug(organisme)
    return f"ministere/{name}" if name else None


@lru_cache(maxsize=65536)
def ministere_slug(organisme: Organisme) -> str:
    """The slug of a ministry's label: of the short one, else of the full one without its beginning.

    >>> ministere_slug(Organisme(16, developpe="Ministère de la santé et de la prévention"))
    'sante-et-de-la-prevention'
    """
    return slug(organisme.abrege or _LEADING_MINISTRY.sub("", organisme.developpe or ""))


def is_provisional(iri: str) -> bool:
    """Whether an IRI is made of a name, for want of an identifier."""
    return iri.startswith(("acteur/nom/", "groupe/", "ministere/"))


def circonscription(place: Circonscription) -> str:
    """A constituency: ``79-02``."""
    return f"circonscription/{place.departement}-{place.numero:02d}"


def departement(code: str) -> str:
    """A département or territory, by code."""
    return f"departement/{code}"


def rubrique(label: str) -> str | None:
    """A rubrique, by label; two spellings that differ in case or accents are one."""
    name = slug(label)
    return f"rubrique/{name}" if name else None


def portefeuille(nom: str) -> str:
    """A ministerial portfolio, by its name in the hand-kept table."""
    return f"portefeuille/{nom}"


def legislature(numero: int) -> str:
    """A legislature, by number."""
    return f"legislature/{numero}"


def parution(info_jo: InfoJO) -> str | None:
    """An issue of the Journal officiel, by edition and day; ``None`` unless both are known."""
    if info_jo.type_jo is None or info_jo.date is None:
        return None
    return parution_du(info_jo.type_jo, info_jo.date)


@lru_cache(maxsize=4096)
def parution_du(edition: TypeJO, day: date) -> str:
    """An issue of the Journal officiel, by edition and day."""
    return f"jo/{_SERIES[edition]}/{day.isoformat()}"


def source(sha256: str) -> str:
    """A document that was read, by its digest."""
    return f"source/sha256-{sha256[:16]}"


def page_question(legislature_numero: int, uid: str) -> str:
    """The Assembly's page of a question (an absolute address)."""
    return f"{ASSEMBLEE}/{legislature_numero}/questions/{uid}"


def page_acteur(identifiant: str) -> str:
    """The Assembly's page of a deputy (an absolute address)."""
    return f"{ASSEMBLEE}/deputes/{identifiant}"


def texte_legifrance(nature: str, day: date, identifiant: str) -> str:
    """The ELI of a law or decree of that day, by number or NOR (an absolute address)."""
    return f"{LEGIFRANCE}/{nature}/{day.year}/{day.month}/{day.day}/{identifiant}/jo/texte"


def regle(nom: str) -> str:
    """A rule on deadlines, by its name."""
    return f"regle/{nom}"


def reponse_commune(day: date, digest: int) -> str:
    """A joint answer: its day in the Journal officiel, and 64 bits of the digest of its text."""
    return f"reponse-commune/{day.isoformat()}-{digest:016x}"


def groupe_similaire(uid: str) -> str:
    """Questions with nearly the same text, by the first of them."""
    return f"groupe-similaire/{uid}"


def partition(*of: str) -> str:
    """A part of the data that quality is measured on: by scope, class and property.

    >>> partition("legislature-17", "QuestionEcrite", "rubrique")
    'qualite/partition/legislature-17-questionecrite-rubrique'
    """
    return f"{QUALITE}/partition/{slug('-'.join(of))}"


def mesure(metrique: str, *of: str) -> str:
    """A measurement: its metric and what it was computed on.

    >>> mesure("NombreDeConstats", "statut-deduit")
    'qualite/mesure/nombredeconstats-statut-deduit'
    """
    return f"{QUALITE}/mesure/{slug('-'.join((metrique, *of)))}"
