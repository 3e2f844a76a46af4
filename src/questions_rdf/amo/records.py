"""What the Assembly's reference data states of people, mandates and bodies: typed, frozen, no RDF.

Field names follow the official schema. Days are inclusive; a field that is not stated is ``None``.
Of the mandates only seats in the Assembly and memberships of political groups are kept.
"""

import datetime as dt
from enum import StrEnum

from questions_rdf.records import Circonscription, Record


class TypeOrgane(StrEnum):
    """The kinds of body that questions lead to (``codeType``, ``typeOrgane``)."""

    ASSEMBLEE = "ASSEMBLEE"
    GROUPE = "GP"
    GOUVERNEMENT = "GOUVERNEMENT"
    MINISTERE = "MINISTERE"


class Organe(Record, frozen=True):
    """A body. ``code_type`` is a :class:`TypeOrgane` or any other code of the source.

    ``parent`` is, for a ministry, its government; ``precedent`` the body that it follows.
    """

    identifiant: str
    code_type: str
    libelle: str | None = None
    abrege: str | None = None
    sigle: str | None = None
    legislature: int | None = None
    debut: dt.date | None = None
    fin: dt.date | None = None
    parent: str | None = None
    precedent: str | None = None


class Mandat(Record, frozen=True):
    """A seat in the Assembly, or the membership of a political group.

    ``debut`` of a seat is the day of the election, also where a former minister takes it back years
    later: ``prise_de_fonction`` is then the day from which this mandate counts.
    """

    identifiant: str
    acteur: str
    type_organe: TypeOrgane
    legislature: int | None = None
    organes: tuple[str, ...] = ()
    debut: dt.date | None = None
    prise_de_fonction: dt.date | None = None
    fin: dt.date | None = None
    cause_fin: str | None = None
    circonscription: Circonscription | None = None
    departement: str | None = None


class Acteur(Record, frozen=True):
    """A person."""

    identifiant: str
    civilite: str | None = None
    prenom: str | None = None
    nom: str | None = None
