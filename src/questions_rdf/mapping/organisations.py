"""Groups, ministries, assemblies and governments: what questions call them, what is known of them.

The reference data wins over what questions say. A body that it lacks keeps the labels of the
questions.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Organe, TypeOrgane
from questions_rdf.mapping.libelles import Labelled, Labels
from questions_rdf.reference.portefeuilles import portefeuilles_of

_GOUVERNEMENT = "Gouvernement"
_ROMAN = re.compile(r"[IVX]+")


class Organisation(NamedTuple):
    """A body as it is published; ``fin_deduite`` is true or not stated."""

    iri: str
    identifiant: str | None
    libelle: str | None
    autre_libelle: tuple[str, ...]
    debut: date | None = None
    fin: date | None = None
    fin_deduite: bool | None = None
    gouvernement: str | None = None
    remplace: str | None = None
    portefeuille: tuple[str, ...] = ()


def with_governments_and_predecessors(used: Iterable[str], annuaire: Annuaire) -> set[str]:
    """Bodies by identifier, with their governments and predecessors, and what these lead to."""
    found: set[str] = set()
    ahead = list(used)
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += _neighbours(one, annuaire)
    return found


def _neighbours(identifiant: str, annuaire: Annuaire) -> Iterator[str]:
    organe = annuaire.organes.get(identifiant)
    if organe:
        yield from filter(None, (_gouvernement(organe), _predecessor(organe, annuaire)))


def described_by_label(named: Labelled) -> Organisation:
    """A group that is known by its label only."""
    return Organisation(named.iri, None, named.libelle, named.autre_libelle)


def described(identifiant: str, labels: Labels, annuaire: Annuaire) -> Organisation:
    """A body with everything that is known of it; ``labels`` are those of the questions."""
    organe = annuaire.organes.get(identifiant)
    if organe is None:
        named = labels.described(iris.organe(identifiant))
        portfolios = portefeuilles_of(identifiant)
        return Organisation(
            named.iri, identifiant, named.libelle, named.autre_libelle, portefeuille=portfolios
        )
    named = _named(organe, labels)
    fin = annuaire.fin_effective(organe)
    return Organisation(
        iri=named.iri,
        identifiant=identifiant,
        libelle=named.libelle,
        autre_libelle=named.autre_libelle,
        debut=organe.debut,
        fin=fin,
        fin_deduite=(fin is not None and organe.fin is None) or None,
        gouvernement=_gouvernement(organe),
        remplace=_predecessor(organe, annuaire),
        portefeuille=portefeuilles_of(identifiant),
    )


def _named(organe: Organe, labels: Labels) -> Labelled:
    """The reference's label is preferred, else that of the questions, else a short one."""
    everything = Labels()
    everything.full = labels.full
    everything.short = labels.short.union(filter(None, (organe.abrege, organe.sigle)))
    iri = iris.organe(organe.identifiant)
    if not organe.libelle:
        return everything.described(iri)
    everything.full = everything.full | {organe.libelle}
    return everything.under(iri, _nom_du_gouvernement(organe) or organe.libelle)


def _nom_du_gouvernement(organe: Organe) -> str | None:
    """``Gouvernement Attal``: the reference calls every government ``Gouvernement``, in full.

    What tells one from the others is its short label, in capitals: ``ATTAL``, ``LECORNU II``.
    """
    if organe.code_type != TypeOrgane.GOUVERNEMENT or not organe.abrege:
        return None
    if (organe.libelle or "").casefold() != _GOUVERNEMENT.casefold():
        return None
    return " ".join((_GOUVERNEMENT, *map(_in_lower_case, organe.abrege.split())))


def _in_lower_case(word: str) -> str:
    """A word in capitals as other words are written; a Roman number stays."""
    return word if _ROMAN.fullmatch(word) or not word.isupper() else word.title()


def _gouvernement(organe: Organe) -> str | None:
    return organe.parent if organe.code_type == TypeOrgane.MINISTERE else None


def _predecessor(organe: Organe, annuaire: Annuaire) -> str | None:
    """The body that it follows, unless the reference does not hold it."""
    return organe.precedent if organe.precedent in annuaire.organes else None
