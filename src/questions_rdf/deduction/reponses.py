"""The answers: who gave them, how long they took, how late they were."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.deduction import delais, versions
from questions_rdf.facts import Evenement, Reponse
from questions_rdf.records import Nature, Organisme, Question
from questions_rdf.records import Reponse as StatedReponse


class _Delays(NamedTuple):
    """Days from the question, after its deadline, and after the signalement's."""

    delai: int | None = None
    retard: int | None = None
    retard_signalement: int | None = None


def reponses(
    iri: str,
    question: Question,
    attributions: Sequence[Evenement],
    signalements: Sequence[Evenement],
) -> tuple[Reponse, ...]:
    """The answers of a question, in the order of the source."""
    return tuple(
        _reponse(
            iris.numbered(f"{iri}#reponse", rank),
            iri,
            stated,
            _ministere(stated.info_jo.date, attributions),
            _delays(stated.info_jo.date, question, signalements),
        )
        for rank, stated in enumerate(question.reponse, start=1)
    )


def _reponse(
    iri: str, question: str, stated: StatedReponse, ministere: Organisme | None, delays: _Delays
) -> Reponse:
    current = stated.versions[-1] if stated.versions else None
    return Reponse(
        iri=iri,
        repond_a=question,
        texte=current.texte if current else None,
        texte_html=current.texte_html if current else None,
        version_anterieure=versions.earlier(f"{iri}-texte", stated.versions),
        info_jo=stated.info_jo,
        ministere=ministere,
        delai_jours=delays.delai,
        retard_jours=delays.retard,
        retard_signalement_jours=delays.retard_signalement,
    )


def _ministere(answered: date | None, attributions: Sequence[Evenement]) -> Organisme | None:
    """The ministry responsible on the day of the answer: later attributions do not count.

    The first one counts all the same: debates print answers before the attribution is recorded.
    """
    before = [
        attribution
        for attribution in attributions
        if attribution.date is None or answered is None or attribution.date <= answered
    ]
    last = before[-1:] or attributions[:1]
    return last[0].ministere if last else None


def _delays(
    answered: date | None, question: Question, signalements: Sequence[Evenement]
) -> _Delays:
    """The delays of a written question; none where the dates are missing or out of order."""
    asked = question.info_jo.date
    written = question.nature is Nature.QUESTION_ECRITE
    if not written or answered is None or asked is None or answered < asked:
        return _Delays()
    due, _ = delais.echeance(question)
    signalled = min(filter(None, (s.echeance for s in signalements)), default=None)
    return _Delays(
        delai=(answered - asked).days,
        retard=delais.days_late(answered, due),
        retard_signalement=delais.days_late(answered, signalled),
    )
