"""What had become of a question by a day, from what happened to it until then.

An answer or a closure after the day has not happened yet, and a question published later does not
exist. A question of a legislature that is over has lapsed when its last day was over, even where no
source says so. An answer dated before its question has a day that cannot be true: it counts as one
whose day is not known. Nothing depends on the clock.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from questions_rdf.problems import Bilingual
from questions_rdf.reports.corpus import Corpus, legislature


class Classe(StrEnum):
    """The seven classes: every question that was asked is in one of them."""

    A_TEMPS = "repondues_a_temps"
    EN_RETARD = "repondues_en_retard"
    EN_ATTENTE = "en_attente_dans_le_delai"
    DEPASSEE = "en_attente_delai_depasse"
    CLOSE_AVANT = "closes_avant_l_echeance"
    CLOSE_APRES = "closes_apres_l_echeance"
    SANS_ECHEANCE = "sans_echeance"


NOMS = {
    Classe.A_TEMPS: Bilingual("Répondues à temps", "Answered in time"),
    Classe.EN_RETARD: Bilingual("Répondues en retard", "Answered late"),
    Classe.EN_ATTENTE: Bilingual("En attente, dans le délai", "Open, not due"),
    Classe.DEPASSEE: Bilingual("En attente, délai dépassé", "Open, overdue"),
    Classe.CLOSE_AVANT: Bilingual(
        "Closes sans réponse avant l'échéance", "Closed unanswered before the deadline"
    ),
    Classe.CLOSE_APRES: Bilingual(
        "Closes sans réponse après l'échéance", "Closed unanswered after the deadline"
    ),
    Classe.SANS_ECHEANCE: Bilingual("Sans échéance connue", "No deadline stated"),
}
"""The names of the classes, as headings of columns."""


class Etat(NamedTuple):
    """What had become of a question by a day.

    ``reponse`` is the day of its first answer, ``cloture`` that of its closure without one, both
    only if they had happened; ``datee`` is false if one of them is known, but not its day.
    """

    classe: Classe
    publication: date | None
    echeance: date | None
    reponse: date | None = None
    cloture: date | None = None
    datee: bool = True
    repondue: bool = False

    @property
    def ouverte(self) -> bool:
        """Whether there was neither an answer nor a closure."""
        return self.datee and not self.repondue and self.cloture is None

    @property
    def depassee(self) -> bool:
        """Whether the answer was due, and had not come."""
        return self.classe is Classe.DEPASSEE


def etats(corpus: Corpus, jour: date) -> Iterator[tuple[str, Etat]]:
    """The state of every question that was published by ``jour``, in the order of identifiers."""
    for identifiant in corpus.questions:
        etat = etat_au(corpus, identifiant, jour)
        if etat is not None:
            yield identifiant, etat


def etat_au(corpus: Corpus, identifiant: str, jour: date) -> Etat | None:
    """The state of a question at the end of ``jour``; none if it was published later."""
    publication, echeance = corpus.questions[identifiant]
    if publication is not None and publication > jour:
        return None
    answers = corpus.reponses.get(identifiant, [])
    if answers and (answers[0] is None or answers[0] <= jour):
        first = _possible(answers[0], publication)
        classe = _of_an_answer(first, echeance)
        return Etat(classe, publication, echeance, first, datee=first is not None, repondue=True)
    closed, dated = _closed(corpus, identifiant, jour)
    if not dated:
        return Etat(Classe.SANS_ECHEANCE, publication, echeance, datee=False)
    classe = _of_a_closure(closed, echeance) if closed else _of_an_open_one(jour, echeance)
    return Etat(classe, publication, echeance, cloture=closed)


def _possible(answered: date | None, publication: date | None) -> date | None:
    """The day of an answer, unless it is before the question's."""
    impossible = answered and publication and answered < publication
    return None if impossible else answered


def _closed(corpus: Corpus, identifiant: str, jour: date) -> tuple[date | None, bool]:
    """The day of the closure, if there was one by then, and whether its day is known."""
    closures = corpus.clotures.get(identifiant, [])
    if closures and closures[0].jour is None and not _later_answer(corpus, identifiant):
        return None, False
    days = [one.jour for one in closures if one.jour]
    if not days and (fin := _end_of_legislature(corpus, identifiant, jour)):
        days = [fin]
    closed = min(days, default=None)
    return (closed if closed and closed <= jour else None), True


def _end_of_legislature(corpus: Corpus, identifiant: str, jour: date) -> date | None:
    """The last day of the question's legislature, if that is over."""
    over = {number: fin for number, fin in corpus.fins.items() if fin < jour}
    return over.get(legislature(identifiant)) if over else None


def _later_answer(corpus: Corpus, identifiant: str) -> bool:
    """Whether the question is answered after the day: it was still open, or that answer wins."""
    return bool(corpus.reponses.get(identifiant))


def _of_an_answer(answered: date | None, echeance: date | None) -> Classe:
    if answered is None or echeance is None:
        return Classe.SANS_ECHEANCE
    return Classe.A_TEMPS if answered <= echeance else Classe.EN_RETARD


def _of_a_closure(closed: date, echeance: date | None) -> Classe:
    if echeance is None:
        return Classe.SANS_ECHEANCE
    return Classe.CLOSE_AVANT if closed <= echeance else Classe.CLOSE_APRES


def _of_an_open_one(jour: date, echeance: date | None) -> Classe:
    if echeance is None:
        return Classe.SANS_ECHEANCE
    return Classe.EN_ATTENTE if jour <= echeance else Classe.DEPASSEE


def responsable(corpus: Corpus, identifiant: str, jour: date) -> str | None:
    """The IRI of the ministry responsible for a question at the end of ``jour``.

    As of the day of the data that is the one which the data states. Before it, the changes dated by
    then count; those without a day are known to have happened by the day of the data only.
    """
    stated = corpus.attributaires.get(identifiant) or corpus.interroges.get(identifiant)
    if jour >= corpus.jour:
        return stated
    happened = [
        one.ministere
        for one in corpus.changements.get(identifiant, [])
        if one.jour is not None and one.jour <= jour and one.ministere
    ]
    return happened[-1] if happened else corpus.interroges.get(identifiant) or stated
