"""``dataset.ttl``, ``catalogue.ttl`` and their other forms, always the same bytes."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
import pyoxigraph as ox

from questions_rdf import iris
from questions_rdf.prefixes import house_prefixes, prefixed
from questions_rdf.resources import Description, Kind, serialised
from questions_rdf.resources.statements import Statement, Value, as_term
from questions_rdf.site.documentation.description import (
    CATALOGUE,
    catalogue_statements,
    dataset_statements,
)
from questions_rdf.site.documentation.publication import Publication
from questions_rdf.site.site_file import SiteFile


def dataset_data_files(of: Publication) -> Iterator[SiteFile]:
    """The description of the data set (VoID, DCAT)."""
    yield from _forms(of, iris.DATASET, dataset_statements(of), ("ttl", "jsonld"))


def catalogue_files(of: Publication) -> Iterator[SiteFile]:
    """The catalogue (DCAT-AP), for portals."""
    yield from _forms(of, CATALOGUE, catalogue_statements(of), ("ttl", "jsonld", "rdf"))


def _forms(
    of: Publication, name: str, said: tuple[Statement, ...], forms: Iterable[str]
) -> Iterator[SiteFile]:
    page = Description(of.base + name, Kind.AUTRE, of.base, said, {}, {}, of.manifest.as_of)
    for form in forms:
        yield SiteFile(f"{name}.{form}", _WRITTEN[form](page))


def _turtle(page: Description) -> bytes:
    return serialised(page, "ttl")


def _json_ld(page: Description) -> bytes:
    """With prefixes, and no keys of ours: other programs know these terms by their prefixes."""
    subjects: dict[str, dict[str, Any]] = {}
    for one in page.statements:
        of = subjects.setdefault(one.subject, {"@id": one.subject})
        if prefixed(one.term) == "rdf:type":
            of.setdefault("@type", []).append(prefixed(str(one.value)))
        else:
            of.setdefault(prefixed(one.term), []).append(_json(one.value))
    document = {"@context": _prefixes(page), "@graph": list(subjects.values())}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _json(value: Value) -> dict[str, str]:
    if isinstance(value, str):
        return {"@id": value}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    kind = prefixed(value.datatype)
    return {"@value": value.value} | ({} if kind == "xsd:string" else {"@type": kind})


def _rdf_xml(page: Description) -> bytes:
    in_order = sorted(page.statements, key=lambda one: (one.subject, one.term))
    triples = [
        ox.Triple(as_term(one.subject), ox.NamedNode(one.term), as_term(one.value))  # type: ignore[arg-type]
        for one in in_order
    ]
    return ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=_prefixes(page)) or b""


def _prefixes(page: Description) -> dict[str, str]:
    """The prefixes of the house that the statements use."""
    used = {
        prefixed(one).partition(":")[0]
        for said in page.statements
        for one in (said.term, said.value if isinstance(said.value, str) else said.value.datatype)
    }
    return {name: iri for name, iri in house_prefixes().items() if name in used}


_WRITTEN: dict[str, Callable[[Description], bytes]] = {
    "ttl": _turtle,
    "jsonld": _json_ld,
    "rdf": _rdf_xml,
}
