"""Ministerial portfolios: which ministries of the successive governments had charge of a matter."""

from functools import cache

import msgspec

from questions_rdf.iris import PORTEFEUILLES
from questions_rdf.reference._resources import QP, SKOS_PREF_LABEL, last_part, resources


class Portefeuille(msgspec.Struct, frozen=True):
    """A matter of government; ``nom`` is its name in IRIs."""

    nom: str
    libelle: str


@cache
def portefeuilles() -> dict[str, Portefeuille]:
    """All portfolios, by name."""
    return {
        last_part(iri): Portefeuille(last_part(iri), values[SKOS_PREF_LABEL][0])
        for iri, values in resources("portefeuilles.ttl").items()
        if SKOS_PREF_LABEL in values and last_part(iri) != PORTEFEUILLES
    }


@cache
def _of_each_ministry() -> dict[str, tuple[str, ...]]:
    return {
        last_part(iri): tuple(sorted(map(last_part, values[f"{QP}portefeuille"])))
        for iri, values in resources("portefeuilles.ttl").items()
        if f"{QP}portefeuille" in values
    }


def portefeuilles_of(ministere: str) -> tuple[str, ...]:
    """The names of the portfolios of a ministry, given by identifier (``PO…``)."""
    return _of_each_ministry().get(ministere, ())
