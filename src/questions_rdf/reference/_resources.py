"""The resources of one Turtle file of ``ontology/``, as plain values."""

from collections import defaultdict

import pyoxigraph

from questions_rdf.files import data_folder

QP = "https://w3id.org/questions-parlementaires/def#"
IGEO = "http://rdf.insee.fr/def/geo#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
SKOS_PREF_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
SKOS_ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
DCTERMS_SOURCE = "http://purl.org/dc/terms/source"

Resources = dict[str, dict[str, list[str]]]
"""Subject IRI → property IRI → values (IRIs and lexical forms; of labels only the French)."""


def resources(file_name: str) -> Resources:
    """Every subject of ``ontology/{file_name}`` with its values, in the order of the file."""
    found: Resources = defaultdict(lambda: defaultdict(list))
    for quad in pyoxigraph.parse(
        path=data_folder("ontology") / file_name, format=pyoxigraph.RdfFormat.TURTLE
    ):
        value = quad.object
        if isinstance(value, pyoxigraph.Literal) and value.language not in (None, "fr"):
            continue
        if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
            value, (pyoxigraph.Literal, pyoxigraph.NamedNode)
        ):
            found[quad.subject.value][quad.predicate.value].append(value.value)
    return found


def last_part(iri: str) -> str:
    """What stands behind the last slash of an IRI."""
    return iri.rpartition("/")[2]
