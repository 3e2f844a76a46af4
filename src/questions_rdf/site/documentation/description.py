"""The data set and the catalogue as statements: VoID, DCAT, DCAT-AP 3.

What a build says of its data is taken over from its ``dataset.ttl``; where files stand, who
publishes them and under which words they are found is added here. There is no blank node in it.
"""

from collections.abc import Iterator

from questions_rdf import iris
from questions_rdf.exports.dictionary import dictionary
from questions_rdf.mapping.dataset import LICENCE
from questions_rdf.prefixes import expanded, house_prefixes
from questions_rdf.problems import Bilingual
from questions_rdf.resources.statements import Literal, Statement, Value
from questions_rdf.site.documentation.classes import (
    ATTRIBUTION,
    EU,
    NAMES,
    THEME,
    THEMES,
    classes_of_values,
)
from questions_rdf.site.documentation.publication import Download, Publication

CATALOGUE = "catalogue"
_VCARD = "http://www.w3.org/2006/vcard/ns#"
_LANG_STRING = expanded("rdf:langString")
_SPARQL = "https://www.w3.org/TR/sparql11-protocol/"
_SHA256 = expanded("spdx:checksumAlgorithm_sha256")

TITLE = Bilingual("Questions parlementaires", "Parliamentary questions")
_ABOUT_CATALOGUE = Bilingual(
    "Les questions des députés français aux ministres et leurs réponses, en données liées ; ce "
    "catalogue les décrit pour les portails.",
    "Questions of French deputies to ministers and their answers, as linked data; this catalogue "
    "describes them to portals.",
)
_ABOUT_SERVICE = Bilingual(
    "Point d'accès SPARQL aux questions et à leurs réponses.",
    "SPARQL endpoint over the questions and their answers.",
)
_WHOLE, _PART = (
    Bilingual("Les données entières, en {}.", "All of the data, as {}."),
    Bilingual("Une partie des données, en {}.", "A part of the data, as {}."),
)
KEYWORDS = (
    Bilingual("Assemblée nationale", "National Assembly"),
    Bilingual("questions parlementaires", "parliamentary questions"),
    Bilingual("questions écrites", "written questions"),
    Bilingual("questions au Gouvernement", "questions to the Government"),
    Bilingual("députés", "deputies"),
    Bilingual("ministères", "ministries"),
    Bilingual("données liées", "linked data"),
)


class _Said:
    """Takes statements down, terms by their prefixed names."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []

    def say(self, subject: str, term: str, *values: Value | None) -> None:
        """A property with its values; of what is not known nothing is said."""
        self.statements += [
            Statement(subject, expanded(term), value) for value in values if value is not None
        ]


def dataset_statements(of: Publication) -> tuple[Statement, ...]:
    """What ``dataset.ttl`` of the site says: counts by class, sizes and checksums too."""
    said = _Said()
    node = of.base + iris.DATASET
    said.statements += _as_built(of)
    said.say(node, "void:dataDump", *(of.site_url + one.path for one in _data(of)))
    said.say(node, "void:sparqlEndpoint", of.endpoint)
    _dataset(of, node, said)
    for file in _data(of):
        checksum = f"{_fragment(of, file.name)}-sha256"
        said.say(_fragment(of, file.name), "spdx:checksum", checksum)
        said.say(checksum, "rdf:type", expanded("spdx:Checksum"))
        said.say(checksum, "spdx:algorithm", _SHA256)
        said.say(checksum, "spdx:checksumValue", _typed(file.sha256, "xsd:hexBinary"))
    return _with_classes(said)


def catalogue_statements(of: Publication) -> tuple[Statement, ...]:
    """What the catalogue says: of itself, of the data set, its files and its endpoint.

    Counts by class and checksums stand in ``dataset.ttl``. data.gouv.fr reads a checksum of the
    datatype that DCAT-AP asks for as bytes, and cannot keep the data set then.
    """
    said = _Said()
    node, dataset = of.base + CATALOGUE, of.base + iris.DATASET
    said.say(node, "rdf:type", expanded("dcat:Catalog"))
    said.say(node, "dcterms:title", *_both(TITLE))
    said.say(node, "dcterms:description", *_both(_ABOUT_CATALOGUE))
    said.say(node, "dcterms:publisher", _publisher(of))
    said.say(node, "dcterms:language", f"{EU}language/FRA", f"{EU}language/ENG")
    said.say(node, "dcterms:license", LICENCE)
    said.say(node, "dcterms:spatial", f"{EU}country/FRA")
    said.say(node, "dcterms:issued", _day(of.issued))
    said.say(node, "dcterms:modified", _day(of.manifest.as_of))
    said.say(node, "foaf:homepage", f"{of.site_url}index.html")
    said.say(node, "dcat:themeTaxonomy", THEMES)
    _named(THEMES, said)
    said.say(node, "dcat:dataset", dataset)
    _service(of, node, dataset, said)
    said.statements += (one for one in _as_built(of) if not _is_of_void(one))
    _dataset(of, dataset, said)
    return _with_classes(said)


def _as_built(of: Publication) -> Iterator[Statement]:
    """What the build says, but for its files, whose addresses are those of the site.

    The period gets the address of a file that describes it: a harvester looks it up there. What
    the data come from are pages and archives; for DCAT-AP, only a data set is a source.
    """
    node = of.base + iris.DATASET
    period, found_at = f"{node}#periode", f"{of.site_url}dataset.ttl#periode"
    source, origin = expanded("dcterms:source"), expanded("prov:wasDerivedFrom")
    parts = _files_as_built(of)
    for one in of.said:
        if one.subject in parts or one.value in parts:
            continue
        value = found_at if one.value == period else one.value
        term = origin if one.term == source else one.term
        yield Statement(found_at if one.subject == period else one.subject, term, value)


def _files_as_built(of: Publication) -> frozenset[str]:
    """The distributions of the build, and their checksums."""
    links = {expanded("dcat:distribution"), expanded("spdx:checksum")}
    return frozenset(
        one.value for one in of.said if one.term in links and isinstance(one.value, str)
    )


def _is_of_void(one: Statement) -> bool:
    """Whether a statement counts, or is about what counts."""
    void = house_prefixes()["void"]
    return one.term.startswith(void) or (isinstance(one.value, str) and one.value.startswith(void))


def _dataset(of: Publication, node: str, said: _Said) -> None:
    """What a portal wants to know of the data set, and its files."""
    said.say(node, "dcterms:identifier", _text(node))
    said.say(node, "dcterms:publisher", _publisher(of))
    said.say(node, "dcterms:issued", _day(of.issued))
    said.say(node, "dcterms:accrualPeriodicity", of.frequency_iri)
    said.say(node, "dcterms:spatial", f"{EU}country/FRA")
    said.say(node, "dcterms:accessRights", f"{EU}access-right/PUBLIC")
    said.say(node, "dcat:landingPage", f"{of.site_url}dataset.html")
    said.say(node, "dcat:theme", THEME)
    _named(THEME, said)
    said.say(node, "dcat:keyword", *(text for one in KEYWORDS for text in _both(one)))
    said.say(node, "foaf:page", f"{of.site_url}documentation.html")
    for file in _data(of):
        said.say(node, "dcat:distribution", _fragment(of, file.name))
        _distribution(of, file, said)
    _agents(of, node, said)
    said.say(LICENCE, "rdf:type", expanded("dcterms:LicenseDocument"))
    said.say(LICENCE, "dcterms:title", _text("Licence Ouverte 2.0", "fr"))
    said.say(LICENCE, "dcterms:type", ATTRIBUTION)
    _named(ATTRIBUTION, said)


def _distribution(of: Publication, file: Download, said: _Said) -> None:
    node, address = _fragment(of, file.name), of.site_url + file.path
    said.say(node, "rdf:type", expanded("dcat:Distribution"))
    said.say(node, "dcterms:title", _text(file.name))
    said.say(node, "dcterms:description", *_both(_about(of, file)))
    said.say(node, "dcterms:license", LICENCE)
    said.say(node, "dcat:accessURL", address)
    said.say(node, "dcat:downloadURL", address)
    said.say(node, "dcat:mediaType", file.media_type)
    said.say(node, "dcterms:format", file.file_type)
    said.say(node, "dcat:compressFormat", file.compression)
    said.say(node, "dcat:byteSize", _typed(str(file.bytes), "xsd:nonNegativeInteger"))
    said.say(node, "dcterms:issued", _day(of.issued))
    said.say(node, "dcterms:modified", *_modified(of))


def _about(of: Publication, file: Download) -> Bilingual:
    """What is in a file: a table of the dictionary, all of the data, or a part of it."""
    tables = {one.name: one for one in dictionary()}
    table = tables.get(file.name.partition(".")[0]) if file.triples is None else None
    if table:
        return Bilingual(
            f"{table.title.fr} : {table.meaning.fr}", f"{table.title.en}: {table.meaning.en}"
        )
    said = _WHOLE if file.triples == of.manifest.triples else _PART
    return Bilingual(said.fr.format(file.type.name), said.en.format(file.type.name))


def _named(iri: str, said: _Said) -> None:
    """What others call a theme or a type."""
    term, name = NAMES[iri]
    said.say(iri, term, *_both(name))


def _modified(of: Publication) -> Iterator[Value]:
    """The day of the latest fact, as the build says it."""
    node, term = of.base + iris.DATASET, expanded("dcterms:modified")
    return (one.value for one in of.said if one.subject == node and one.term == term)


def _agents(of: Publication, node: str, said: _Said) -> None:
    publisher = _publisher(of)
    said.say(publisher, "rdf:type", expanded("foaf:Agent"))
    said.say(publisher, "foaf:name", _text(of.publisher.name))
    said.say(publisher, "foaf:homepage", of.publisher.homepage)
    if of.publisher.email:
        contact = f"{of.base}{CATALOGUE}#contact"
        said.say(node, "dcat:contactPoint", contact)
        said.statements += [
            Statement(contact, expanded("rdf:type"), f"{_VCARD}Kind"),
            Statement(contact, f"{_VCARD}fn", _text(of.publisher.name)),
            Statement(contact, f"{_VCARD}hasEmail", f"mailto:{of.publisher.email}"),
        ]


def _service(of: Publication, catalogue: str, dataset: str, said: _Said) -> None:
    """The endpoint, if there is one."""
    if not of.endpoint:
        return
    node = f"{catalogue}#sparql"
    said.say(catalogue, "dcat:service", node)
    said.say(node, "rdf:type", expanded("dcat:DataService"))
    said.say(node, "dcterms:identifier", _text(node))
    said.say(node, "dcterms:title", _text("SPARQL"))
    said.say(node, "dcterms:description", *_both(_ABOUT_SERVICE))
    said.say(node, "dcterms:publisher", _publisher(of))
    said.say(node, "dcterms:license", LICENCE)
    said.say(node, "dcterms:conformsTo", _SPARQL)
    said.say(node, "dcat:endpointURL", of.endpoint)
    said.say(node, "dcat:endpointDescription", of.endpoint)  # SPARQL: asked nothing, it says
    said.say(node, "dcat:servesDataset", dataset)


def _data(of: Publication) -> Iterator[Download]:
    return (one for one in of.downloads if one.is_data)


def _publisher(of: Publication) -> str:
    return f"{of.base}{CATALOGUE}#editeur"


def _fragment(of: Publication, name: str) -> str:
    return f"{of.base}{iris.DATASET}#{iris.slug(name)}"


def _text(text: str, language: str | None = None) -> Literal:
    return Literal(text, _LANG_STRING if language else expanded("xsd:string"), language)


def _both(said: Bilingual) -> tuple[Literal, Literal]:
    return _text(said.fr, "fr"), _text(said.en, "en")


def _typed(text: str, datatype: str) -> Literal:
    return Literal(text, expanded(datatype))


def _day(day: object) -> Literal | None:
    return _typed(str(day), "xsd:date") if day else None


def _with_classes(said: _Said) -> tuple[Statement, ...]:
    """Each statement once, and what its values are."""
    return tuple(dict.fromkeys([*said.statements, *classes_of_values(said.statements)]))
