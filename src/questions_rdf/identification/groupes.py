"""Which group a printed label is: by legislature and, where several bear it, by day."""

from collections import defaultdict
from datetime import date
from functools import cached_property

from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Organe, TypeOrgane
from questions_rdf.iris import slug
from questions_rdf.records import Organisme

_NO_GROUP = "ni"
_NO_GROUP_PRINTED = (
    "non-inscrit",
    "depute-non-inscrit",
    "deputee-non-inscrite",
    "deputes-non-inscrits",
    "deputes-n-appartenant-a-aucun-groupe",
)


class Groupes:
    """Finds political groups by label."""

    def __init__(self, annuaire: Annuaire) -> None:
        self._annuaire = annuaire

    def covers(self, legislature: int) -> bool:
        """Whether the reference data knows the groups of that legislature."""
        return legislature in self._legislatures

    def find(self, organisme: Organisme, day: date | None) -> str | None:
        """The one group of the legislature that bears a printed label.

        Of several, the one that existed that day.
        """
        for label in filter(None, (organisme.developpe, organisme.abrege)):
            found = self._by_label.get((organisme.legislature, _key(label)), [])
            if len(found) > 1 and day is not None:
                found = [one for one in found if self._annuaire.existed(one, day)]
            if len(found) == 1:
                return found[0].identifiant
        return None

    @cached_property
    def _legislatures(self) -> frozenset[int]:
        return frozenset(legislature for legislature, _ in self._by_label)

    @cached_property
    def _by_label(self) -> dict[tuple[int, str], list[Organe]]:
        found: dict[tuple[int, str], list[Organe]] = defaultdict(list)
        for organe in self._annuaire.organes.values():
            if organe.code_type == TypeOrgane.GROUPE and organe.legislature is not None:
                labels = (organe.libelle, organe.abrege, organe.sigle)
                for key in sorted({_key(label) for label in labels if label}):
                    found[organe.legislature, key].append(organe)
        return dict(found)


def _key(label: str) -> str:
    """The slug of a label; one for all the names of those who are in no group."""
    key = slug(label)
    return _NO_GROUP if key.startswith(_NO_GROUP_PRINTED) else key
