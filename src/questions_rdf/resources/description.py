"""What a page shows, as plain data: made from a store, or from documents as they stream by."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from questions_rdf.problems import Bilingual
from questions_rdf.resources.blocks import Block, blocks
from questions_rdf.resources.statements import Literal, Said, Statement, by_subject


class Kind(StrEnum):
    """The kinds of page."""

    QUESTION = "question"
    PERSONNE = "personne"
    GROUPE = "groupe"
    MINISTERE = "ministere"
    GOUVERNEMENT = "gouvernement"
    ORGANISATION = "organisation"
    CIRCONSCRIPTION = "circonscription"
    DEPARTEMENT = "departement"
    RUBRIQUE = "rubrique"
    PORTEFEUILLE = "portefeuille"
    LEGISLATURE = "legislature"
    PARUTION = "parution"
    REGLE = "regle"
    REPONSE_COMMUNE = "reponse-commune"
    GROUPE_SIMILAIRE = "groupe-similaire"
    SCHEMA = "schema"
    SOURCE = "source"
    MANDAT = "mandat"
    ONTOLOGIE = "ontologie"
    AUTRE = "autre"


class Line(NamedTuple):
    """A question in a list; names of author and ministry are among those of the description.

    ``retard`` is the delay of its answer in days, if it was late.
    """

    question: str
    titre: str | None = None
    auteur: str | None = None
    ministere: str | None = None
    statut: str | None = None
    publication: date | None = None
    echeance: date | None = None
    reponse: date | None = None
    retard: int | None = None


class Thing(NamedTuple):
    """Something else in a list: how many questions it has, and from when until when."""

    iri: str
    nombre: int | None = None
    debut: date | None = None
    fin: date | None = None


class Listing(NamedTuple):
    """A list that stands beside what is said of a resource: the first of them, and how many.

    ``query`` gives them all; it is empty where nothing is left out.
    """

    name: str
    total: int
    lines: tuple[Line, ...] = ()
    things: tuple[Thing, ...] = ()
    query: str = ""


class Figures(NamedTuple):
    """Counts of questions: by status, pending after their deadline, answered after it.

    The last two are none where they were not counted.
    """

    total: int
    statuts: tuple[tuple[str, int], ...]
    echues: int | None = None
    tardives: int | None = None


@dataclass(frozen=True)
class Description:
    """A resource with everything that its page holds.

    Args:
        iri: the IRI of the page, without fragment.
        kind: what kind of page it is.
        base: the data base.
        statements: what the page holds, in the order in which it is written.
        names: what the things are called that it points to, by IRI.
        pages: the page of each thing pointed to that has one, by IRI.
        as_of: the day of the data.
        listings: the lists beside.
        figures: counts of the questions that belong to it.
    """

    iri: str
    kind: Kind
    base: str
    statements: tuple[Statement, ...]
    names: dict[str, Bilingual]
    pages: dict[str, str]
    as_of: date | None = None
    listings: tuple[Listing, ...] = ()
    figures: Figures | None = None

    @cached_property
    def said(self) -> Said:
        """What is said of each subject, by property; pages and files share it."""
        return by_subject(self.statements)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The same in the order in which files have it; pages and files share it."""
        return tuple(blocks(self.said))

    def values(self, term: str, subject: str | None = None) -> list[str]:
        """The values of a property, as text; of the resource itself unless a subject is named."""
        found = self.said.get(subject or self.iri, {}).get(term, ())
        return [one.value if isinstance(one, Literal) else one for one in found]
