"""Départements and territories: code, label, and the code of a printed label."""

from functools import cache

import msgspec

from questions_rdf.iris import slug
from questions_rdf.reference._resources import (
    IGEO,
    RDF_TYPE,
    RDFS_LABEL,
    SKOS_ALT_LABEL,
    last_part,
    resources,
)


class Departement(msgspec.Struct, frozen=True):
    """A département or territory; ``classe`` is the local name of its class in igeo:."""

    code: str
    libelle: str
    classe: str
    autres_libelles: tuple[str, ...]


@cache
def departements() -> dict[str, Departement]:
    """All départements and territories, by code."""
    found = {}
    for values in resources("departements.ttl").values():
        if codes := values.get(f"{IGEO}codeDepartement"):
            found[codes[0]] = Departement(
                code=codes[0],
                libelle=values[RDFS_LABEL][0],
                classe=last_part(values[RDF_TYPE][0]).partition("#")[2],
                autres_libelles=tuple(values.get(SKOS_ALT_LABEL, ())),
            )
    return found


@cache
def _codes() -> dict[str, str]:
    return {
        slug(label): departement.code
        for departement in departements().values()
        for label in (departement.libelle, *departement.autres_libelles)
    }


def code_of(label: str) -> str | None:
    """The code of the département that ``label`` names, accents and case apart, if any."""
    return _codes().get(slug(label))
