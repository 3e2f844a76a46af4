"""Deputies and their mandates: what the questions say of them, and what the reference knows.

The reference data wins over a printed name. The open data's questions name nobody: without the
reference a person known by identifier has just that.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Acteur
from questions_rdf.records import Circonscription, Personne
from questions_rdf.reference.departements import departements


class PersonneDecrite(NamedTuple):
    """A person as published; ``meme_que`` is the IRI of the item of Wikidata."""

    iri: str
    identifiant: str | None
    civilite: str | None
    nom: str | None
    prenom: str | None
    nom_de_famille: str | None
    meme_que: str | None


class MandatDecrit(NamedTuple):
    """A mandate as published; bodies by identifier."""

    iri: str
    identifiant: str
    titulaire: str | None
    assemblee: tuple[str, ...] = ()
    debut: date | None = None
    prise_de_fonction: date | None = None
    fin: date | None = None
    cause_fin: str | None = None
    circonscription: Circonscription | None = None


def personne(
    iri: str, mentions: Iterable[Personne], annuaire: Annuaire, wikidata: Mapping[str, str]
) -> PersonneDecrite:
    """A person; ``mentions`` are what questions say of that one person."""
    said = list(mentions)
    identifiant = _first(one.identifiant for one in said)
    known = annuaire.acteurs.get(identifiant or "") or Acteur(identifiant or "")
    return PersonneDecrite(
        iri=iri,
        identifiant=identifiant,
        civilite=known.civilite or _first(one.civilite for one in said),
        nom=_full_name(known) or _first(one.nom for one in said),
        prenom=known.prenom or _first(one.prenom for one in said),
        nom_de_famille=known.nom or _first(one.nom_de_famille for one in said),
        meme_que=wikidata.get(identifiant or ""),
    )


def mandat(identifiant: str, stated: Iterable[str], annuaire: Annuaire) -> MandatDecrit:
    """A mandate; ``stated`` are the IRIs of the authors who are said to hold it."""
    iri = iris.mandat(identifiant)
    known = annuaire.mandats.get(identifiant)
    if known is None:
        return MandatDecrit(iri, identifiant, min(stated, default=None))
    return MandatDecrit(
        iri=iri,
        identifiant=identifiant,
        titulaire=iris.acteur_identifie(known.acteur),
        assemblee=known.organes,
        debut=known.debut,
        prise_de_fonction=known.prise_de_fonction,
        fin=known.fin,
        cause_fin=known.cause_fin,
        circonscription=_known_place(known.circonscription),
    )


def _known_place(place: Circonscription | None) -> Circonscription | None:
    """A constituency, unless its département is one that we cannot name."""
    return place if place and place.departement in departements() else None


def _full_name(acteur: Acteur) -> str | None:
    return " ".join(filter(None, (acteur.prenom, acteur.nom))) or None


def _first(values: Iterable[str | None]) -> str | None:
    return min((value for value in values if value), default=None)
