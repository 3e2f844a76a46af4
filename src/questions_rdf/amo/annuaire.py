"""The directory: people, mandates and bodies by identifier, and the mandates of each person."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from questions_rdf.amo.gouvernements import derniers_jours, lacunes
from questions_rdf.amo.records import Acteur, Mandat, Organe, TypeOrgane


class Annuaire:
    """Acteurs, mandats and organes of the reference data, indexed.

    Args:
        acteurs, mandats, organes: each once.
    """

    def __init__(
        self, acteurs: Iterable[Acteur], mandats: Iterable[Mandat], organes: Iterable[Organe]
    ) -> None:
        self.acteurs: Mapping[str, Acteur] = {one.identifiant: one for one in acteurs}
        self.mandats: Mapping[str, Mandat] = {one.identifiant: one for one in mandats}
        self.organes: Mapping[str, Organe] = {one.identifiant: one for one in organes}

    @cached_property
    def sieges(self) -> Mapping[str, tuple[Mandat, ...]]:
        """The seats of each person, oldest first."""
        return _by_acteur(self.mandats.values(), TypeOrgane.ASSEMBLEE)

    @cached_property
    def appartenances(self) -> Mapping[str, tuple[Mandat, ...]]:
        """The memberships of groups of each person, oldest first."""
        return _by_acteur(self.mandats.values(), TypeOrgane.GROUPE)

    def fin_effective(self, organe: Organe) -> dt.date | None:
        """The last day of a body: as stated, else, for a government or ministry, as it follows.

        ``None`` while it lasts, and where nothing tells.
        """
        return organe.fin or self._derniers_jours.get(organe.identifiant)

    def debut_effectif(self, organe: Organe) -> dt.date | None:
        """The first day of a body: as stated, else that of its government."""
        parent = self.organes.get(organe.parent or "")
        return organe.debut or (parent.debut if parent else None)

    def existed(self, organe: Organe, day: dt.date) -> bool:
        """Whether a body existed on ``day``; one without a first day is not known to."""
        debut, fin = self.debut_effectif(organe), self.fin_effective(organe)
        return debut is not None and debut <= day and (fin is None or day <= fin)

    @cached_property
    def dernier_jour_connu(self) -> dt.date:
        """The latest day on which something begins or ends: what came later is not known here."""
        days = [day for one in self.organes.values() for day in (one.debut, one.fin)]
        days += [day for one in self.mandats.values() for day in (one.debut, one.fin)]
        return max(filter(None, days), default=dt.date.min)

    def knows_ministries(self, first: dt.date, last: dt.date) -> bool:
        """Whether the ministries of all days from ``first`` to ``last`` are known.

        They are not in the years before the reference begins, under the governments that it lacks
        and after its last day. Some days between two governments are no gap.
        """
        gap = any(begin <= last and first <= end for begin, end in self._lacunes)
        return not gap and last <= self.dernier_jour_connu

    @cached_property
    def _lacunes(self) -> list[tuple[dt.date, dt.date]]:
        """From when to when no ministry is known."""
        ministries = (one for one in self.organes.values() if one.code_type == TypeOrgane.MINISTERE)
        lives = (
            (debut, self.fin_effective(one) or dt.date.max)
            for one in ministries
            if (debut := self.debut_effectif(one))
        )
        return list(lacunes(lives))

    @cached_property
    def _derniers_jours(self) -> Mapping[str, dt.date]:
        return derniers_jours(self.organes.values())


def _by_acteur(mandats: Iterable[Mandat], kind: TypeOrgane) -> Mapping[str, tuple[Mandat, ...]]:
    """The mandates of that kind of each person, oldest first."""
    found: dict[str, list[Mandat]] = defaultdict(list)
    for mandat in mandats:
        if mandat.type_organe is kind:
            found[mandat.acteur].append(mandat)
    return {acteur: tuple(sorted(held, key=_beginning)) for acteur, held in found.items()}


def _beginning(mandat: Mandat) -> tuple[str, str]:
    day = mandat.prise_de_fonction or mandat.debut
    return (day.isoformat() if day else "", mandat.identifiant)
