"""The official archives of the Assembly: what is in them, their address, their published MD5."""

from functools import cache

import msgspec

from questions_rdf.records import Nature
from questions_rdf.reference._resources import Resources, last_part, resources

REPOSITORY = "https://data.assemblee-nationale.fr/"
"""What every address of the catalogue begins with; a mirror puts its own address there."""

_DCTERMS = "http://purl.org/dc/terms/"
_DOWNLOAD_URL = "http://www.w3.org/ns/dcat#downloadURL"
_SPDX = "http://spdx.org/rdf/terms#"
_NATURES = {
    "QuestionEcrite": Nature.QUESTION_ECRITE,
    "QuestionAuGouvernement": Nature.QUESTION_AU_GOUVERNEMENT,
    "QuestionOraleSansDebat": Nature.QUESTION_ORALE_SANS_DEBAT,
}


class Telechargement(msgspec.Struct, frozen=True):
    """An archive: questions of one kind and legislature, or (with neither) reference data."""

    nom: str
    adresse: str
    legislature: int | None = None
    nature: Nature | None = None
    md5: str | None = None

    @property
    def fichier(self) -> str:
        """Where the archive stands in a cache: archives of several legislatures share a name."""
        folder = "amo" if self.legislature is None else str(self.legislature)
        return f"{folder}/{last_part(self.adresse)}"


@cache
def telechargements() -> tuple[Telechargement, ...]:
    """All archives, in the order of the file."""
    found = resources("telechargements.ttl")
    return tuple(
        Telechargement(
            nom=last_part(iri),
            adresse=values[_DOWNLOAD_URL][0],
            legislature=_legislature(values.get(f"{_DCTERMS}temporal")),
            nature=_nature(values.get(f"{_DCTERMS}type")),
            md5=_md5(found, values.get(f"{_SPDX}checksum")),
        )
        for iri, values in found.items()
        if _DOWNLOAD_URL in values
    )


def legislatures() -> list[int]:
    """The legislatures whose questions can be downloaded."""
    known = {archive.legislature for archive in telechargements()}
    return sorted(numero for numero in known if numero is not None)


def questions_of(legislature: int, natures: frozenset[Nature]) -> list[Telechargement]:
    """The archives of the questions of a legislature, of these kinds."""
    return [
        archive
        for archive in telechargements()
        if archive.legislature == legislature and archive.nature in natures
    ]


def reference_data() -> Telechargement:
    """The archive of people, mandates and bodies."""
    (archive,) = (one for one in telechargements() if one.legislature is None)
    return archive


def _legislature(values: list[str] | None) -> int | None:
    return int(last_part(values[0])) if values else None


def _nature(values: list[str] | None) -> Nature | None:
    return _NATURES[values[0].partition("#")[2]] if values else None


def _md5(found: Resources, checksums: list[str] | None) -> str | None:
    return found[checksums[0]][f"{_SPDX}checksumValue"][0] if checksums else None
