"""The page of the data set: what it holds, where it comes from, its files, how to load them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from questions_rdf.pages._links import Link, term
from questions_rdf.pages._schema_org import LICENCE, block
from questions_rdf.pages.documentation.terms import term_link
from questions_rdf.pages.frame import Frame, framed
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language

_UNITS = {"fr": ("octets", "ko", "Mo", "Go", "To"), "en": ("bytes", "kB", "MB", "GB", "TB")}
_THOUSAND = 1000
_LICENCE_NAME = "Licence Ouverte / Open Licence 2.0"
_HEADLINE = {
    "qp:Question": Bilingual("questions", "questions"),
    "qp:Reponse": Bilingual("réponses", "answers"),
    "foaf:Person": Bilingual("personnes", "people"),
    "qp:Evenement": Bilingual("événements", "events"),
}


class FileTold(NamedTuple):
    """A file that can be downloaded: where it stands on the site, what it is."""

    name: str
    path: str
    bytes: int
    sha256: str
    format: str
    media_type: str
    triples: int | None
    is_data: bool


class SourceTold(NamedTuple):
    """A file that the data was made from."""

    name: str
    bytes: int
    sha256: str
    address: str | None
    dated: date | None


class DatasetTold(NamedTuple):
    """All that the page says.

    Args:
        iri: of the data set.
        name: what it is called, in French.
        about: what it is, in French.
        keywords: the words it is found under.
        site_url: the address of the root of the site.
        as_of: the day that the data speaks of.
        modified: the day of its latest fact.
        first: the day of its first fact.
        triples: how many there are.
        classes: resources of each class, by its prefixed name.
        files: what can be downloaded.
        sources: what it was made from.
        reference: the reference data that people were identified by.
        findings: problems by severity.
        conforms: whether it keeps the rules; none if that was not checked.
        endpoint: the address of the query page of an endpoint, if there is one.
        publisher: who publishes the site.
        homepage: the address of the publisher's page.
        email: that of the publisher's mail box.
        version: of the program.
    """

    iri: str
    name: str
    about: str
    keywords: Sequence[Bilingual]
    site_url: str
    as_of: date | None
    modified: date | None
    first: date | None
    triples: int
    classes: Mapping[str, int]
    files: Sequence[FileTold]
    sources: Sequence[SourceTold]
    reference: Sequence[SourceTold]
    findings: Mapping[str, int]
    conforms: bool | None
    endpoint: str | None
    publisher: str
    homepage: str | None
    email: str | None
    version: str


class _Class(NamedTuple):
    """How many resources a class has."""

    link: Link
    name: str
    number: int


class _Headline(NamedTuple):
    """A number that stands large above the page."""

    number: int
    name: str


_MOST_SOURCES = 30


def dataset_page(told: DatasetTold, frame: Frame) -> str:
    """The page of the data set."""
    data = [one for one in told.files if one.is_data]
    classes = [_class(name, count, frame) for name, count in sorted(told.classes.items())]

    def size(count: int) -> str:
        return sized(count, frame.language)

    return framed(
        "site/dataset.html",
        frame,
        told=told,
        block=dataset_block(told, frame.language),
        headline=[
            _Headline(told.classes[name], said.in_language(frame.language))
            for name, said in _HEADLINE.items()
            if name in told.classes
        ],
        classes=sorted(classes, key=lambda one: (-one.number, one.name)),
        data=data,
        others=[one for one in told.files if not one.is_data],
        example=_example(data),
        sources=told.sources[:_MOST_SOURCES],
        further=max(len(told.sources) - _MOST_SOURCES, 0),
        size=size,
        licence_name=_LICENCE_NAME,
    )


def dataset_block(told: DatasetTold, language: Language) -> Markup:
    """What search engines are told of the data set: schema.org, as the content of a block."""
    suffix = "" if language == "fr" else f".{language}"
    covered = f"{told.first}/{told.modified}" if told.first and told.modified else None
    said: dict[str, Any] = {
        "@type": "Dataset",
        "@id": told.iri,
        "url": f"{told.site_url}dataset{suffix}.html",
        "name": told.name,
        "description": told.about,
        "inLanguage": "fr",
        "license": LICENCE,
        "isAccessibleForFree": True,
        "keywords": [one.in_language(language) for one in told.keywords],
        "dateModified": told.modified.isoformat() if told.modified else None,
        "temporalCoverage": covered,
        "spatialCoverage": {"@type": "Place", "name": "France"},
        "creator": _publisher(told),
        "isBasedOn": "https://data.assemblee-nationale.fr/",
        "distribution": [_download(one, told) for one in told.files if one.is_data],
    }
    return block({key: value for key, value in said.items() if value is not None})


def _publisher(told: DatasetTold) -> dict[str, Any]:
    said = {
        "@type": "Organization",
        "name": told.publisher,
        "url": told.homepage,
        "email": told.email,
    }
    there = {key: value for key, value in said.items() if value is not None}
    return {"@type": "Organization", **there}


def _download(file: FileTold, told: DatasetTold) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": file.name,
        "contentUrl": told.site_url + file.path,
        "encodingFormat": file.media_type,
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
    }


def _class(name: str, number: int, frame: Frame) -> _Class:
    iri = expanded(name)
    known = term(iri)
    text = known.in_language(frame.language) if known else name
    return _Class(term_link(iri, text, frame), name, number)


def _example(data: Sequence[FileTold]) -> FileTold | None:
    """The file that the page shows how to load: Turtle before others, whole before volumes."""
    ordered = sorted(data, key=lambda one: (one.name != "questions.ttl", one.name))
    return next(iter(ordered), None)


def sized(count: int, language: Language) -> str:
    """A number of bytes as a person says it: three digits, and a unit of thousands."""
    units = _UNITS[language]
    value, rank = float(count), 0
    while value >= _THOUSAND and rank < len(units) - 1:
        value, rank = value / _THOUSAND, rank + 1
    text = f"{value:.1f}" if rank and value < _THOUSAND / 10 else f"{value:.0f}"
    return f"{text.replace('.', ',') if language == 'fr' else text}\u00a0{units[rank]}"
