"""What questions refer to, as they say it: each thing once, however many questions name it.

Noting is only adding to sets, and sets of several processes can be united: nothing depends on the
order of the questions, or on how they were shared out.
"""

from dataclasses import dataclass, field, fields
from datetime import date

from questions_rdf.facts import Faits
from questions_rdf.mapping import parutions
from questions_rdf.records import Circonscription, Organisme, Personne, TypeJO


@dataclass(slots=True)
class Noted:
    """The people, bodies, places, labels, issues and rules that questions name.

    ``mandats`` are identifiers with the authors who are said to hold them; ``parutions`` are
    editions with the day and, where it is known, the number of the issue; ``regles`` are names.
    """

    legislatures: set[int] = field(default_factory=set)
    auteurs: set[Personne] = field(default_factory=set)
    mandats: set[tuple[str, Personne | None]] = field(default_factory=set)
    groupes: set[Organisme] = field(default_factory=set)
    ministeres: set[Organisme] = field(default_factory=set)
    circonscriptions: set[Circonscription] = field(default_factory=set)
    departements: set[str] = field(default_factory=set)
    rubriques: set[str] = field(default_factory=set)
    parutions: set[tuple[TypeJO, date, int | None]] = field(default_factory=set)
    regles: set[str] = field(default_factory=set)

    def note(self, faits: Faits) -> None:
        """Take in everything that a question refers to."""
        question = faits.question
        self.legislatures.add(question.legislature)
        if question.auteur:
            self.auteurs.add(question.auteur)
        if question.mandat:
            self.mandats.add((question.mandat, question.auteur))
        if question.groupe:
            self.groupes.add(question.groupe)
        if faits.groupe_a_la_date:
            self.groupes.add(faits.groupe_a_la_date)
        if question.circonscription:
            self.circonscriptions.add(question.circonscription)
        if question.departement:
            self.departements.add(question.departement)
        if question.rubrique:
            self.rubriques.add(question.rubrique)
        self._note_ministeres(faits)
        self._note_parutions(faits)
        self._note_regles(faits)

    def _note_ministeres(self, faits: Faits) -> None:
        """Every other ministry of a question is that of an attribution."""
        if faits.question.ministere_interroge:
            self.ministeres.add(faits.question.ministere_interroge)
        for evenement in faits.evenement:
            if evenement.ministere:
                self.ministeres.add(evenement.ministere)

    def _note_parutions(self, faits: Faits) -> None:
        """The page does not matter: an issue has thousands of them."""
        for info_jo in parutions.named_in(faits):
            if info_jo.type_jo and info_jo.date:
                self.parutions.add((info_jo.type_jo, info_jo.date, info_jo.numero))

    def _note_regles(self, faits: Faits) -> None:
        if faits.regle:
            self.regles.add(faits.regle.nom)
        for evenement in faits.evenement:
            if evenement.regle:
                self.regles.add(evenement.regle.nom)

    def unite(self, other: "Noted") -> None:
        """Add what was noted elsewhere."""
        for one in fields(self):
            getattr(self, one.name).update(getattr(other, one.name))
