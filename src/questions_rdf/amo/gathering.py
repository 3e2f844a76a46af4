"""Several sources become one directory: what the first one says counts, but an end beats none."""

from typing import TypeVar

import msgspec

from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Acteur, Mandat, Organe

_Ending = TypeVar("_Ending", Mandat, Organe)


class Gathering:
    """Records as they come, each identifier once."""

    def __init__(self) -> None:
        self._acteurs: dict[str, Acteur] = {}
        self._mandats: dict[str, Mandat] = {}
        self._organes: dict[str, Organe] = {}

    def add(self, record: Acteur | Mandat | Organe) -> None:
        """Take one record in."""
        if isinstance(record, Acteur):
            self._acteurs.setdefault(record.identifiant, record)
        elif isinstance(record, Mandat):
            _add(self._mandats, record)
        else:
            _add(self._organes, record)

    def annuaire(self) -> Annuaire:
        """The directory of what was taken in."""
        return Annuaire(self._acteurs.values(), self._mandats.values(), self._organes.values())


def _add(known: dict[str, _Ending], record: _Ending) -> None:
    """An older archive does not know that a mandate has ended since, whichever is named first."""
    earlier = known.setdefault(record.identifiant, record)
    if earlier.fin is None and record.fin is not None:
        ended = msgspec.structs.replace(earlier, fin=record.fin)
        if isinstance(ended, Mandat) and isinstance(record, Mandat):
            ended = msgspec.structs.replace(ended, cause_fin=ended.cause_fin or record.cause_fin)
        known[record.identifiant] = ended
