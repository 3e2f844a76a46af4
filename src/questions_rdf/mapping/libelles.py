"""The labels that sources and the reference give one thing, merged whatever their order."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from questions_rdf.records import Organisme


class Labelled(NamedTuple):
    """A thing with the label that is preferred, and the others."""

    iri: str
    libelle: str | None
    autre_libelle: tuple[str, ...] = ()


class Labels:
    """The full and the short labels that sources give one thing."""

    def __init__(self) -> None:
        self.full: set[str] = set()
        self.short: set[str] = set()

    def described(self, iri: str) -> Labelled:
        """The first full label in code-point order is preferred, else the first short one."""
        return self.under(iri, min(self.full or self.short, default=None))

    def under(self, iri: str, preferred: str | None) -> Labelled:
        """``preferred`` is the label, whatever sources say; theirs become the others."""
        others = tuple(sorted((self.full | self.short) - {preferred or ""}))
        return Labelled(iri, preferred, others)


def labels_by(
    name: Callable[[Organisme], str | None], organismes: Iterable[Organisme]
) -> dict[str, Labels]:
    """The labels of bodies, together for those of one name; those that have none are left out."""
    found: dict[str, Labels] = defaultdict(Labels)
    for organisme in organismes:
        if one := name(organisme):
            labels = found[one]
            labels.full.update(filter(None, (organisme.developpe,)))
            labels.short.update(filter(None, (organisme.abrege,)))
    return found
