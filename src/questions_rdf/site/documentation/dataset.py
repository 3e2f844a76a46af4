"""``dataset``: the page of the data set, and what search engines are told of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from markupsafe import Markup

from questions_rdf import iris
from questions_rdf.manifest import Input, Manifest
from questions_rdf.pages._links import WEB
from questions_rdf.pages.documentation.dataset import (
    DatasetTold,
    FileTold,
    SourceTold,
    dataset_block,
    dataset_page,
)
from questions_rdf.prefixes import expanded
from questions_rdf.query_files.library import Language
from questions_rdf.resources.statements import Literal
from questions_rdf.site.documentation.both import both
from questions_rdf.site.documentation.description import KEYWORDS
from questions_rdf.site.documentation.publication import Download, Publication
from questions_rdf.site.site_file import SiteFile


def dataset_files(of: Publication) -> Iterator[SiteFile]:
    """The page in both languages; its other forms are those of the catalogue."""
    told = _told(of)
    yield from both(
        iris.DATASET,
        lambda frame: dataset_page(told, frame),
        of.manifest.as_of,
        forms=("ttl", "jsonld"),
        canonical=of.base + iris.DATASET,
    )


def dataset_data_block(of: Publication, language: Language) -> Markup:
    """The content of a block of schema.org that tells of the data set, for any page."""
    return dataset_block(_told(of), language)


def _told(of: Publication) -> DatasetTold:
    manifest = of.manifest
    node, period = of.base + iris.DATASET, f"{of.base}{iris.DATASET}#periode"
    return DatasetTold(
        iri=node,
        name=_text(of, node, "dcterms:title"),
        about=_text(of, node, "dcterms:description"),
        keywords=KEYWORDS,
        site_url=of.site_url,
        as_of=manifest.as_of,
        modified=_day(_text(of, node, "dcterms:modified")),
        first=_day(_text(of, period, "dcat:startDate")),
        triples=manifest.triples,
        classes=manifest.classes,
        files=[_file(one) for one in of.downloads],
        sources=[_source(one) for one in manifest.inputs],
        reference=[_source(one) for one in manifest.reference],
        findings={
            "error": manifest.problems.error,
            "warning": manifest.problems.warning,
            "info": manifest.problems.info,
        },
        conforms=_conforms(manifest),
        endpoint=of.endpoint,
        publisher=of.publisher.name,
        homepage=of.publisher.homepage,
        email=of.publisher.email,
        version=manifest.version,
    )


def _conforms(manifest: Manifest) -> bool | None:
    return manifest.shacl.violations == 0 if manifest.shacl.checked else None


def _file(one: Download) -> FileTold:
    return FileTold(
        one.name,
        one.path,
        one.bytes,
        one.sha256,
        one.type.name,
        one.type.media_type,
        one.triples,
        one.is_data,
    )


def _source(one: Input) -> SourceTold:
    """A file by its name alone: the folders that it lay in are nobody's business."""
    address = one.fetched_from if one.fetched_from and one.fetched_from.startswith(WEB) else None
    return SourceTold(PurePath(one.file).name, one.bytes, one.sha256, address, one.dated)


def _text(of: Publication, subject: str, term: str) -> str:
    """What the description of the build says; empty if it says nothing."""
    wanted = expanded(term)
    texts = (
        one.value.value
        for one in of.said
        if one.subject == subject and one.term == wanted and isinstance(one.value, Literal)
    )
    return next(texts, "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
