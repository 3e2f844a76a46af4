"""Deadlines under art. 135 of the Règlement, from the rules in ``ontology/regles.ttl``.

Nothing interrupts a delay: not a re-attribution, a recess or a renewal. Outside a rule's validity
no deadline is stated.
"""

from datetime import date
from functools import lru_cache

from questions_rdf.records import Nature, Question, Signalement
from questions_rdf.reference.regles import Regle, regle_for

_PUBLICATION = "PublicationQuestion"
_SIGNALEMENT = "Signalement"


def echeance(question: Question) -> tuple[date | None, Regle | None]:
    """The last day for the answer to a written question, and the rule that says so."""
    published = question.info_jo.date
    if question.nature is not Nature.QUESTION_ECRITE or published is None:
        return None, None
    return _deadline(_PUBLICATION, published)


def day_of_signalement(signalement: Signalement) -> date | None:
    """The mention in the Journal officiel, else the day of deposit."""
    return signalement.info_jo.date or signalement.date_depot


def echeance_signalement(signalement: Signalement) -> tuple[date | None, Regle | None]:
    """The last day for the answer after a signalement, and the rule that says so."""
    day = day_of_signalement(signalement)
    return _deadline(_SIGNALEMENT, day) if day else (None, None)


@lru_cache(maxsize=4096)
def _deadline(declencheur: str, day: date) -> tuple[date | None, Regle | None]:
    """The last day of the delay that something on ``day`` starts; hundreds start on one day."""
    regle = regle_for(declencheur, day)
    return (regle.last_day(day), regle) if regle else (None, None)


def days_late(answered: date | None, due: date | None) -> int | None:
    """Days after the deadline; ``None`` when in time, or when either day is not known."""
    if answered is None or due is None or answered <= due:
        return None
    return (answered - due).days
