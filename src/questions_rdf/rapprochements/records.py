"""What is published about several questions together; the mapping writes it."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from questions_rdf.facts import Methode


class ReponseCommune(NamedTuple):
    """Written questions that were given the same answer, by legislature and number."""

    iri: str
    date_publication: date
    questions: tuple[str, ...]
    methode: Methode = Methode.TEXTE_IDENTIQUE

    @property
    def nombre_questions(self) -> int:
        """How many there are."""
        return len(self.questions)


class GroupeSimilaire(NamedTuple):
    """Questions of nearly the same text, by date; each is at least that similar to the first."""

    iri: str
    similarite: Decimal
    questions: tuple[str, ...]
    methode: Methode = Methode.TEXTES_VOISINS

    @property
    def nombre_questions(self) -> int:
        """How many there are."""
        return len(self.questions)


Rapprochement = ReponseCommune | GroupeSimilaire
