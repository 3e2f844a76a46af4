"""What the values of a catalogue are: DCAT-AP asks for their classes, and no portal looks them up.

A licence, a language, a format of files stand in lists of others. Who checks a catalogue has that
catalogue before him and nothing else, so it says itself what kind of thing each of them is.
"""

from collections.abc import Iterable, Iterator

from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.resources.statements import Statement

EU = "http://publications.europa.eu/resource/authority/"
THEMES, THEME = f"{EU}data-theme", f"{EU}data-theme/GOVE"
ATTRIBUTION = "http://purl.org/adms/licencetype/Attribution"
NAMES = {
    THEMES: ("dcterms:title", Bilingual("Thèmes de données", "Data themes")),
    THEME: (
        "skos:prefLabel",
        Bilingual("Gouvernement et secteur public", "Government and public sector"),
    ),
    ATTRIBUTION: ("skos:prefLabel", Bilingual("Mention de la source", "Attribution")),
}
"""What others call a theme or a type, and the property that says it."""

_CLASSES = {
    "dcterms:accessRights": "dcterms:RightsStatement",
    "dcterms:accrualPeriodicity": "dcterms:Frequency",
    "dcterms:conformsTo": "dcterms:Standard",
    "dcterms:format": "dcterms:MediaTypeOrExtent",
    "dcterms:language": "dcterms:LinguisticSystem",
    "dcterms:spatial": "dcterms:Location",
    "dcterms:type": "skos:Concept",
    "dcat:compressFormat": "dcterms:MediaType",
    "dcat:landingPage": "foaf:Document",
    "dcat:mediaType": "dcterms:MediaType",
    "dcat:theme": "skos:Concept",
    "dcat:themeTaxonomy": "skos:ConceptScheme",
    "foaf:homepage": "foaf:Document",
    "foaf:page": "foaf:Document",
    "spdx:algorithm": "spdx:ChecksumAlgorithm",
}
"""The class of the values of a property; licences, agents and files are described anyway."""


def classes_of_values(said: Iterable[Statement]) -> Iterator[Statement]:
    """The classes that DCAT-AP gives the values in these statements, in their order."""
    by_term = {expanded(term): expanded(name) for term, name in _CLASSES.items()}
    for one in said:
        if one.term in by_term and isinstance(one.value, str):
            yield Statement(one.value, expanded("rdf:type"), by_term[one.term])
