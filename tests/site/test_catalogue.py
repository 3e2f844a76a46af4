"""The data set and the catalogue say the truth, conform to DCAT-AP, and can be harvested."""

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib import namespace as bundled
from rdflib.namespace import DCTERMS, FOAF, PROV, SKOS, VOID
from rdflib.resource import Resource
from rdflib.term import Node

from browsing import given_out
from built import BASE, ROOT, scratch, seeds
from documented import ENDPOINT, SITE, documentation, published
from questions_rdf.build import Options, build
from questions_rdf.errors import UnreadableInputError
from questions_rdf.manifest import Manifest
from questions_rdf.site.documentation.catalogue import catalogue_files, dataset_data_files
from questions_rdf.site.documentation.description import KEYWORDS
from questions_rdf.site.documentation.publication import Download, Publication, publication

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
RDFLIB = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}
FILES = ("dataset.ttl", "dataset.jsonld", "catalogue.ttl", "catalogue.jsonld", "catalogue.rdf")
CATALOGUE, DATASET = URIRef(f"{BASE}catalogue"), URIRef(f"{BASE}dataset")
EU = "http://publications.europa.eu/resource/authority/"
LICENCE = URIRef("https://www.etalab.gouv.fr/licence-ouverte-open-licence")


def graph(name: str) -> Graph:
    return Graph().parse(data=documentation()[name], format=RDFLIB[name.rpartition(".")[2]])


def triples(name: str) -> set[ox.Triple]:
    parsed = ox.parse(documentation()[name], format=SYNTAXES[name.rpartition(".")[2]])
    return {quad.triple for quad in parsed}


# ---- The graphs


@pytest.mark.parametrize("stem", ["dataset", "catalogue"])
def test_the_forms_are_one_graph_without_blank_nodes(stem: str) -> None:
    found = [triples(name) for name in FILES if name.startswith(stem)]
    assert len(found) >= 2
    assert all(one == found[0] for one in found)
    nodes = {node for one in found[0] for node in (one.subject, one.object)}
    assert not any(isinstance(node, ox.BlankNode) for node in nodes)


@pytest.mark.parametrize("name", FILES)
def test_both_parsers_read_the_same(name: str) -> None:
    assert len(graph(name)) == len(triples(name))


def test_every_term_exists_in_its_vocabulary() -> None:
    spdx = (ROOT / "tests/vocabularies/spdx.txt").read_text(encoding="utf-8").split()
    known: dict[str, Any] = {
        str(one): one for one in (bundled.DCAT, DCTERMS, FOAF, PROV, SKOS, VOID, RDF)
    } | {
        str(SPDX): spdx,
        str(VCARD): {"Kind", "fn", "hasEmail"},
    }
    for name in ("dataset.ttl", "catalogue.ttl"):
        for _, term, value in graph(name):
            for iri in [term, *([value] if term == RDF.type else [])]:
                space = next(one for one in known if str(iri).startswith(one))
                assert str(iri).removeprefix(space) in known[space], iri


# ---- DCAT-AP


@cache
def dcat_ap() -> Graph:
    return Graph().parse(Path(__file__).parent / "dcat-ap.ttl")


def conforms(data: Graph) -> tuple[bool, str]:
    found, _, text = pyshacl.validate(data, shacl_graph=dcat_ap(), meta_shacl=False)
    return bool(found), str(text)


@pytest.mark.parametrize("name", ["dataset.ttl", "catalogue.ttl"])
def test_what_is_published_conforms_to_dcat_ap(name: str) -> None:
    found, text = conforms(graph(name))
    assert found, text


MANDATORY = [
    (CATALOGUE, DCTERMS.title),
    (CATALOGUE, DCTERMS.description),
    (CATALOGUE, DCTERMS.publisher),
    (CATALOGUE, DCTERMS.license),
    (CATALOGUE, DCAT.dataset),
    (DATASET, DCTERMS.title),
    (DATASET, DCTERMS.description),
    (DATASET, DCTERMS.publisher),
    (DATASET, DCTERMS.temporal),
    (DATASET, DCAT.keyword),
    (DATASET, DCAT.theme),
    (DATASET, DCAT.distribution),
    (URIRef(f"{BASE}dataset#questions-ttl"), DCAT.accessURL),
    (URIRef(f"{BASE}dataset#questions-ttl"), DCTERMS.license),
    (URIRef(f"{BASE}catalogue#editeur"), FOAF.name),
    (URIRef(f"{BASE}catalogue#sparql"), DCAT.endpointURL),
    (URIRef(f"{BASE}dataset#questions-ttl"), DCTERMS.description),
    (URIRef(f"{EU}data-theme"), DCTERMS.title),
    (URIRef(f"{EU}data-theme/GOVE"), SKOS.prefLabel),
    (LICENCE, DCTERMS.type),
]


@pytest.mark.parametrize(
    ("subject", "term"), MANDATORY, ids=lambda one: str(one).rpartition("/")[2]
)
def test_the_check_can_fail(subject: URIRef, term: URIRef) -> None:
    data = graph("catalogue.ttl")
    assert (subject, term, None) in data
    data.remove((subject, term, None))
    assert not conforms(data)[0]


CLASSES = [
    (f"{EU}access-right/PUBLIC", DCTERMS.RightsStatement),
    (f"{EU}country/FRA", DCTERMS.Location),
    (f"{EU}data-theme", SKOS.ConceptScheme),
    (f"{EU}data-theme/GOVE", SKOS.Concept),
    (f"{EU}file-type/RDF_TURTLE", DCTERMS.MediaTypeOrExtent),
    (f"{EU}frequency/IRREG", DCTERMS.Frequency),
    (f"{EU}language/FRA", DCTERMS.LinguisticSystem),
    ("https://www.iana.org/assignments/media-types/text/turtle", DCTERMS.MediaType),
    (f"{BASE}def/1.0.0", DCTERMS.Standard),
    (f"{SITE}dataset.html", FOAF.Document),
    (f"{SITE}documentation.html", FOAF.Document),
    (f"{SITE}index.html", FOAF.Document),
    ("http://purl.org/adms/licencetype/Attribution", SKOS.Concept),
]


def test_what_stands_in_lists_of_others_says_what_it_is() -> None:
    """A validator has the file before it and nothing else."""
    data = graph("catalogue.ttl")
    for iri, kind in CLASSES:
        assert (URIRef(iri), RDF.type, kind) in data
        data.remove((URIRef(iri), RDF.type, kind))
    _, text = conforms(data)
    assert [iri for iri, _ in CLASSES if iri not in text] == []


def test_where_the_data_come_from_is_not_called_a_data_set() -> None:
    """Such a source would be harvested as a data set of its own, which has no title."""
    open_data = URIRef("https://data.assemblee-nationale.fr/")
    for name in ("dataset.ttl", "catalogue.ttl"):
        assert (DATASET, PROV.wasDerivedFrom, open_data) in graph(name)
        assert set(graph(name).subjects(RDF.type, DCAT.Dataset)) == {DATASET}


def plain(out: Path, manifest: Manifest) -> Publication:
    """Without endpoint, contact or page of the publisher."""
    return publication(manifest, out / "dataset.ttl")


def test_it_conforms_without_endpoint_and_contact_too() -> None:
    of = plain(*seeds())
    assert of.site_url == BASE
    for file in (*dataset_data_files(of), *catalogue_files(of)):
        form = RDFLIB[file.path.rpartition(".")[2]]
        data = Graph().parse(data=file.content, format=form)
        assert conforms(data)[0]
        assert not list(data.subjects(RDF.type, DCAT.DataService))
        assert not list(data.objects(None, VOID.sparqlEndpoint))
        assert not list(data.objects(None, DCAT.contactPoint))


def test_volumes_are_described_one_by_one() -> None:
    out = scratch() / "seeds-in-volumes"
    if not out.exists():
        build(
            [str(ROOT / "seeds")],
            Options(out, formats=("nt",), split=2, compress="gz", check=False),
        )
    manifest = Manifest.read(out / "manifest.json")
    (file, *_) = catalogue_files(plain(out, manifest))
    data = Graph().parse(data=file.content, format="turtle")
    found = {str(one) for one in data.objects(None, DCAT.downloadURL)}
    names = [name for name in manifest.files if name.endswith(".nt.gz")]
    assert found == {f"{BASE}telechargements/{name}" for name in names}
    assert len(found) == 3
    about = {str(one) for one in data.objects(None, DCTERMS.description)}
    assert "Une partie des données, en N-Triples." in about
    assert not any("entières" in one for one in about)
    gzip = URIRef("https://www.iana.org/assignments/media-types/application/gzip")
    assert set(data.objects(None, DCAT.compressFormat)) == {gzip}
    assert conforms(data)[0]


def test_a_description_that_cannot_be_read_ends_it(tmp_path: Path) -> None:
    for content in (None, b"<x> <y>"):
        path = tmp_path / "dataset.ttl"
        if content:
            path.write_bytes(content)
        with pytest.raises(UnreadableInputError):
            publication(seeds()[1], path)


# ---- The truth


def test_the_counts_are_those_of_the_data() -> None:
    _, manifest = seeds()
    data = graph("dataset.ttl")
    assert int(str(data.value(DATASET, VOID.triples))) == manifest.triples
    names = {
        str(data.value(one, VOID["class"])): int(str(data.value(one, VOID.entities)))
        for one in data.objects(DATASET, VOID.classPartition)
    }
    assert len(names) == len(manifest.classes)
    assert names[f"{BASE}def#Question"] == manifest.classes["qp:Question"] == 5


def test_sizes_and_checksums_are_those_of_the_files() -> None:
    out, _ = seeds()
    data = graph("dataset.ttl")
    for form in ("ttl", "jsonld", "nt"):
        content = (out / f"questions.{form}").read_bytes()
        node = URIRef(f"{BASE}dataset#questions-{form}")
        assert data.value(node, DCAT.byteSize) == Literal(
            len(content), datatype=XSD.nonNegativeInteger
        )
        checksum = data.value(node, SPDX.checksum)
        assert data.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
        value = data.value(checksum, SPDX.checksumValue)
        assert str(value).lower() == hashlib.sha256(content).hexdigest()
        for name in ("dataset.ttl", "catalogue.ttl"):
            address = URIRef(f"{SITE}telechargements/questions.{form}")
            assert graph(name).value(node, DCAT.downloadURL) == address
            assert graph(name).value(node, DCTERMS.license) == LICENCE


def test_the_days_are_those_of_the_data() -> None:
    out, manifest = seeds()
    built = Graph().parse(out / "dataset.ttl", format="turtle")
    for name in ("dataset.ttl", "catalogue.ttl"):
        data = graph(name)
        assert data.value(DATASET, DCTERMS.modified) == built.value(DATASET, DCTERMS.modified)
        assert not list(data.objects(None, DCTERMS.issued))  # nobody has said it
        period, was = data.value(DATASET, DCTERMS.temporal), built.value(DATASET, DCTERMS.temporal)
        for term in (DCAT.startDate, DCAT.endDate):
            assert data.value(period, term) == built.value(was, term)
    modified = graph("catalogue.ttl").value(CATALOGUE, DCTERMS.modified)
    assert str(modified) == str(manifest.as_of)


def test_what_is_known_of_the_publication_is_said() -> None:
    of = published()._replace(issued=date(2026, 11, 22), frequency="DAILY")
    (file, *_) = catalogue_files(of)
    data = Graph().parse(data=file.content, format="turtle")
    day = Literal("2026-11-22", datatype=XSD.date)
    assert data.value(CATALOGUE, DCTERMS.issued) == data.value(DATASET, DCTERMS.issued) == day
    assert str(data.value(DATASET, DCTERMS.accrualPeriodicity)).endswith("frequency/DAILY")


def test_the_endpoint_is_named() -> None:
    assert graph("dataset.ttl").value(DATASET, VOID.sparqlEndpoint) == URIRef(ENDPOINT)
    service = graph("catalogue.ttl").value(CATALOGUE, DCAT.service)
    assert graph("catalogue.ttl").value(service, DCAT.endpointURL) == URIRef(ENDPOINT)


def test_tables_that_are_offered_besides_are_files_of_the_data_set() -> None:
    out, manifest = seeds()
    table = Download("reponses.csv", 12, "0" * 64)
    (file, *_) = catalogue_files(publication(manifest, out / "dataset.ttl", SITE[:-1], [table]))
    data = Graph().parse(data=file.content, format="turtle")
    address = URIRef(f"{SITE}telechargements/reponses.csv")
    node = data.value(predicate=DCAT.downloadURL, object=address)
    assert (DATASET, DCAT.distribution, node) in data
    assert str(data.value(node, DCTERMS.format)).endswith("file-type/CSV")
    about = {str(one) for one in data.objects(node, DCTERMS.description)}
    assert any(one.startswith("Réponses : Réponse qu'un ministre") for one in about)


# ---- What data.gouv.fr reads
#
# Its harvester (udata) goes through the data sets of a catalogue with rdflib, and takes these values.


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The files of the data set, given out as any web server does."""
    folder = tmp_path_factory.mktemp("site")
    with given_out(folder) as given:
        of = published()._replace(site_url=given.url)
        for file in (*dataset_data_files(of), *catalogue_files(of)):
            (folder / file.path).write_bytes(file.content)
        yield given.url


def value(of: Any, term: URIRef) -> Any:
    """One value; IRIs as text."""
    found = of.value(term)
    return (
        found.identifier.toPython() if isinstance(found, Resource) else found and found.toPython()
    )


def values(of: Any, term: URIRef) -> set[Any]:
    return {
        one.identifier.toPython() if isinstance(one, Resource) else one.toPython()
        for one in of.objects(term)
    }


def harvested(site: str, form: str) -> dict[str, Any]:
    """What a data set becomes."""
    catalogue = Graph().parse(f"{site}catalogue.{form}", format=RDFLIB[form])
    (node,) = catalogue.subjects(RDF.type, DCAT.Dataset)
    found: Any = catalogue.resource(node)
    return {
        "remote_id": str(catalogue.value(node, DCTERMS.identifier)),
        "title": value(found, DCTERMS.title),
        "description": value(found, DCTERMS.description),
        "frequency": value(found, DCTERMS.accrualPeriodicity),
        "tags": {one.toPython() for one in found.objects(DCAT.keyword)},
        "temporal": _temporal(found.value(DCTERMS.temporal)),
        "licences": [values(one, DCTERMS.license) for one in found.objects(DCAT.distribution)],
        "remote_url": value(found, DCAT.landingPage),
        "modified": value(found, DCTERMS.modified),
        "contact": _contact(found.value(DCAT.contactPoint)),
        "resources": {
            value(one, DCTERMS.title): _file(one) for one in found.objects(DCAT.distribution)
        },
    }


def _temporal(period: Any) -> tuple[Any, Any]:
    """A period that has an address is looked up there."""
    elsewhere = Graph().parse(str(period.identifier)).resource(period.identifier)
    return value(elsewhere, DCAT.startDate), value(elsewhere, DCAT.endDate)


def _contact(one: Any) -> tuple[str, str]:
    return value(one, VCARD.fn), str(value(one, VCARD.hasEmail)).replace("mailto:", "")


def _file(one: Any) -> tuple[Any, ...]:
    checksum = one.value(SPDX.checksum)
    assert checksum is None or isinstance(value(checksum, SPDX.checksumValue), str)
    return (
        value(one, DCAT.downloadURL),
        value(one, DCAT.byteSize),
        "/".join(value(one, DCAT.mediaType).split("/")[-2:]),
        value(one, DCTERMS.format).rpartition("/")[2].lower(),
    )


@pytest.mark.parametrize("form", RDFLIB)
def test_a_harvester_finds_the_data_set_with_all_it_looks_for(site: str, form: str) -> None:
    found = harvested(site, form)
    out, _ = seeds()
    built = Graph().parse(out / "dataset.ttl", format="turtle")
    assert found["remote_id"] == str(DATASET)
    assert found["title"] == str(built.value(DATASET, DCTERMS.title))
    assert found["description"] == str(built.value(DATASET, DCTERMS.description))
    assert found["frequency"].endswith("/frequency/IRREG")
    assert found["tags"] == {text for one in KEYWORDS for text in (one.fr, one.en)}
    was: Node | None = built.value(DATASET, DCTERMS.temporal)
    days = tuple(_python(built.value(was, one)) for one in (DCAT.startDate, DCAT.endDate))
    assert found["temporal"] == days
    assert found["licences"] == [{str(LICENCE)}] * 3
    assert found["remote_url"] == f"{site}dataset.html"
    assert found["modified"] == _python(built.value(DATASET, DCTERMS.modified))
    assert found["contact"] == ("Les Archives ouvertes", "data@example.org")
    assert found["resources"]["questions.ttl"] == (
        f"{site}telechargements/questions.ttl",
        (out / "questions.ttl").stat().st_size,
        "text/turtle",
        "rdf_turtle",
    )
    assert found["resources"].keys() == {"questions.ttl", "questions.jsonld", "questions.nt"}


def _python(one: Node | None) -> Any:
    assert isinstance(one, Literal)
    return one.toPython()


def test_a_checksum_as_dcat_ap_wants_it_would_reach_the_harvester_as_bytes() -> None:
    """Which is why there is none in the catalogue."""
    data = graph("dataset.ttl")
    (first, *_) = data.objects(None, SPDX.checksumValue)
    assert isinstance(first, Literal)
    assert isinstance(first.toPython(), bytes)
    assert not list(graph("catalogue.ttl").objects(None, SPDX.checksum))
