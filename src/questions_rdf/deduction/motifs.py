"""Why the responsible ministry changed: with the Government, or within it.

A change of government is no transfer: figures that mix the two are wrong.
"""

from datetime import date, timedelta

from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Organe
from questions_rdf.facts import Motif
from questions_rdf.records import Attribution, Organisme, TypeJO

_SETTLING = timedelta(days=15)


def motif(
    attribution: Attribution, before: Attribution, annuaire: Annuaire | None = None
) -> Motif | None:
    """The motive of a change, where the edition of the Journal officiel or the reference tells it.

    A change printed in the laws and decrees edition comes from a new Government's decrees, and one
    within fifteen days of a ministry's first day from its creation.
    """
    if attribution.info_jo.type_jo is TypeJO.LOIS_ET_DECRETS:
        return Motif.REMANIEMENT
    new, old = _organe(attribution.ministere, annuaire), _organe(before.ministere, annuaire)
    if new is None or new == old:
        return None
    if _is_settling(attribution, new):
        return Motif.REMANIEMENT
    return Motif.TRANSFERT if old and _takes_over(old, new, attribution.info_jo.date) else None


def _takes_over(old: Organe, new: Organe, day: date | None) -> bool:
    """Whether another ministry of the same government takes over from one that goes on.

    One that follows its predecessor after a reshuffle takes over nothing.
    """
    same_government = old.parent is not None and old.parent == new.parent
    over = day is not None and old.fin is not None and old.fin < day
    return same_government and not over and new.precedent != old.identifiant


def _organe(ministere: Organisme | None, annuaire: Annuaire | None) -> Organe | None:
    if ministere is None or ministere.identifiant is None or annuaire is None:
        return None
    return annuaire.organes.get(ministere.identifiant)


def _is_settling(attribution: Attribution, organe: Organe) -> bool:
    day, first = attribution.info_jo.date, organe.debut
    return day is not None and first is not None and abs(day - first) <= _SETTLING
