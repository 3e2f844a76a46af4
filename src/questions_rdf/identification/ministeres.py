"""Which ministry a printed label is: one label serves several ministries, one per government."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Organe, TypeOrgane
from questions_rdf.records import Organisme


class _Known(NamedTuple):
    """A ministry and the days on which it existed."""

    identifiant: str
    debut: date
    fin: date


class Ministeres:
    """Finds ministries by label and day."""

    def __init__(self, annuaire: Annuaire) -> None:
        self._annuaire = annuaire

    def find(self, organisme: Organisme, first: date, last: date) -> tuple[str, ...]:
        """The ministries that bear a label and existed on some day from ``first`` to ``last``."""
        key = iris.ministere_slug(organisme)
        found = tuple(
            known.identifiant
            for known in self._by_label.get(key, ())
            if known.debut <= last and first <= known.fin
        )
        if len(found) > 1 and organisme.developpe:
            found = self._of_full_label(found, organisme.developpe) or found
        return found

    def _of_full_label(self, found: Iterable[str], developpe: str) -> tuple[str, ...]:
        """Those whose full label is the one printed, where the short one is not enough."""
        organes = self._annuaire.organes
        wanted = iris.slug(developpe)
        return tuple(one for one in found if iris.slug(organes[one].libelle or "") == wanted)

    @cached_property
    def _by_label(self) -> dict[str, tuple[_Known, ...]]:
        found: dict[str, set[_Known]] = defaultdict(set)
        for organe in self._annuaire.organes.values():
            debut = self._annuaire.debut_effectif(organe)
            if organe.code_type == TypeOrgane.MINISTERE and debut:
                fin = self._annuaire.fin_effective(organe) or date.max
                known = _Known(organe.identifiant, debut, fin)
                for key in _keys(organe):
                    found[key].add(known)
        return {key: tuple(sorted(known)) for key, known in found.items()}


def _keys(organe: Organe) -> Iterator[str]:
    """The slugs under which a ministry is printed: of the short label, and of the full one."""
    for developpe, abrege in ((organe.libelle, None), (None, organe.abrege)):
        if key := iris.ministere_slug(Organisme(0, developpe=developpe, abrege=abrege)):
            yield key
