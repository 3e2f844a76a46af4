"""The description of the data set (VoID and DCAT): licence, source, counts, true dates.

It stands in a file of its own, outside the data whose counts it gives.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.compression import BY_SUFFIX
from questions_rdf.formats import FORMATS
from questions_rdf.prefixes import expanded, house_prefixes
from questions_rdf.rows import Kind, Resource, Row, Table

PREFIXES = ("dcterms", "void", "dcat", "spdx", "xsd")
_MEDIA_TYPES = {form.extension: form.media_type for form in FORMATS.values()}
_IANA = "https://www.iana.org/assignments/media-types/"
ONTOLOGY = "https://w3id.org/questions-parlementaires/def/1.0.0"
LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
OPEN_DATA = "https://data.assemblee-nationale.fr/"
_FRENCH = "http://publications.europa.eu/resource/authority/language/FRA"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_TITLE = "Questions des députés et réponses des ministres, en données liées"
_DESCRIPTION = (
    "Questions écrites, questions au Gouvernement et questions orales sans débat posées à "
    "l'Assemblée nationale, avec leurs auteurs, leurs ministères, leurs événements, leurs délais "
    "et leurs réponses. Converties par questions-rdf {version} à partir des données ouvertes et "
    "des pages de l'Assemblée nationale."
)
_VOCABULARIES = ("qp", "schema", "dcterms", "foaf", "org", "skos", "prov", "igeo")


class DataFile(NamedTuple):
    """A file of the data set: its name, size in bytes, SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str

    @property
    def media_type(self) -> str:
        """Its media type, as an IRI."""
        suffixes = PurePath(self.name).suffixes
        return _IANA + next(_MEDIA_TYPES[one] for one in suffixes if one in _MEDIA_TYPES)

    @property
    def compression(self) -> str | None:
        """How it is compressed, as an IRI; ``None`` if it is not."""
        known = BY_SUFFIX.get(PurePath(self.name).suffix)
        return _IANA + known.media_type if known else None

    @property
    def empreinte(self) -> "DataFile":
        """The file as the thing that its checksum is of."""
        return self


class Description(NamedTuple):
    """What is said of the data set as a whole.

    ``first`` is the first day of publication, ``last`` the latest date in the data, ``downloads``
    the addresses that files of the input were downloaded from.
    """

    version: str
    base: str
    first: date | None
    last: date | None
    downloads: Sequence[str]
    subjects: int
    triples: int
    classes: Mapping[str, int]
    files: Sequence[DataFile]


class _Periode(NamedTuple):
    debut: date
    fin: date


class _Partition(NamedTuple):
    classe: str
    entites: int


class _Dataset(NamedTuple):
    titre: str
    description: str
    licence: str
    source: tuple[str, ...]
    langue: str
    conforme: str
    modifie: date | None
    periode: _Periode | None
    espace: str
    triplets: int
    sujets: int
    vocabulaire: tuple[str, ...]
    partition: tuple[_Partition, ...]
    distribution: tuple[DataFile, ...]


def described(of: Description) -> Resource:
    """The data set as a resource, with its period, class partitions and distributions."""
    return Resource(
        _DATASET,
        _Dataset(
            titre=_TITLE,
            description=_DESCRIPTION.format(version=of.version),
            licence=LICENCE,
            source=(OPEN_DATA, *of.downloads),
            langue=_FRENCH,
            conforme=ONTOLOGY,
            modifie=of.last,
            periode=_Periode(of.first, of.last) if of.first and of.last else None,
            espace=of.base,
            triplets=of.triples,
            sujets=of.subjects,
            vocabulaire=tuple(house_prefixes()[name] for name in _VOCABULARIES),
            partition=tuple(_Partition(name, count) for name, count in sorted(of.classes.items())),
            distribution=tuple(of.files),
        ),
    )


def _fragment(name: str) -> str:
    return f"{iris.DATASET}#{iris.slug(name)}"


_PERIODE = Table(
    lambda _: f"{iris.DATASET}#periode",
    ("dcterms:PeriodOfTime",),
    (
        Row("debut", "dcat:startDate", Kind.DATE),
        Row("fin", "dcat:endDate", Kind.DATE),
    ),
)

_PARTITION = Table(
    lambda partition: _fragment(f"classe {partition.classe}"),
    ("void:Dataset",),
    (
        Row("classe", "void:class", Kind.ADDRESS, through=expanded),
        Row("entites", "void:entities", Kind.COUNT),
    ),
)

_CHECKSUM = Table(
    lambda file: _fragment(f"{file.name} sha256"),
    ("spdx:Checksum",),
    (
        Row("algorithme", "spdx:algorithm", Kind.ADDRESS, "name", lambda _: _SHA256),
        Row("valeur", "spdx:checksumValue", Kind.HEX, "sha256"),
    ),
)

_DISTRIBUTION = Table(
    lambda file: _fragment(file.name),
    ("dcat:Distribution",),
    (
        Row("titre", "dcterms:title", Kind.STRING, "name"),
        Row("licence", "dcterms:license", Kind.ADDRESS, "name", lambda _: LICENCE),
        Row("acces", "dcat:accessURL", Kind.LINK, "name"),
        Row("telechargement", "dcat:downloadURL", Kind.LINK, "name"),
        Row("typeMedia", "dcat:mediaType", Kind.ADDRESS, "media_type"),
        Row("compression", "dcat:compressFormat", Kind.ADDRESS),
        Row("taille", "dcat:byteSize", Kind.COUNT, "size"),
        Row("empreinte", "spdx:checksum", Kind.NESTED, table=_CHECKSUM),
    ),
)

_DATASET = Table(
    lambda _: iris.DATASET,
    ("void:Dataset", "dcat:Dataset"),
    (
        Row("titre", "dcterms:title", Kind.FRENCH),
        Row("description", "dcterms:description", Kind.FRENCH),
        Row("licence", "dcterms:license", Kind.ADDRESS),
        Row("source", "dcterms:source", Kind.ADDRESS, many=True),
        Row("langue", "dcterms:language", Kind.ADDRESS),
        Row("conforme", "dcterms:conformsTo", Kind.ADDRESS),
        Row("modifie", "dcterms:modified", Kind.DATE),
        Row("periode", "dcterms:temporal", Kind.NESTED, table=_PERIODE),
        Row("espace", "void:uriSpace", Kind.STRING),
        Row("triplets", "void:triples", Kind.COUNT),
        Row("sujets", "void:distinctSubjects", Kind.COUNT),
        Row("vocabulaire", "void:vocabulary", Kind.ADDRESS, many=True),
        Row("partition", "void:classPartition", Kind.NESTED, table=_PARTITION, many=True),
        Row("distribution", "dcat:distribution", Kind.NESTED, table=_DISTRIBUTION, many=True),
    ),
)
