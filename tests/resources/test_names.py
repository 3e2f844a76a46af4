"""What things and terms are called: every term of the data has a name in both languages."""

import pytest

from described_data import store_of_seeds
from questions_rdf.mapping import tables
from questions_rdf.mapping.classes import classes
from questions_rdf.pages._links import term
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.query import ONTOLOGY_GRAPH
from questions_rdf.resources.names import name_of
from questions_rdf.resources.places import ONTOLOGY
from questions_rdf.resources.statements import Literal, Statement

XSD_STRING = expanded("xsd:string")
LANG_STRING = expanded("rdf:langString")


def test_every_term_that_the_mapping_writes_has_a_name_in_both_languages() -> None:
    rows = {row.term for table in tables.TABLES for row in table.rows}
    names = rows | {name for one in classes() for name in one.types}
    unnamed = {name for name in names if not (found := term(expanded(name))) or not found.en}
    assert len(names) > 100
    assert unnamed == set()


def test_every_property_of_the_ontology_has_a_name() -> None:
    quads = store_of_seeds().quads_for_pattern(None, None, None, ONTOLOGY_GRAPH)
    used = {
        quad.predicate.value
        for quad in quads
        if getattr(quad.subject, "value", "").startswith(f"{ONTOLOGY}#")
    }
    assert len(used) > 20
    assert {iri for iri in used if term(iri) is None} == set()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("foaf:name", "A", None), ("dcterms:title", "B", "fr")], Bilingual("A", "A")),
        ([("skos:prefLabel", "B", "fr"), ("skos:prefLabel", "A", "fr")], Bilingual("A", "A")),
        ([("rdfs:label", "un", "fr"), ("rdfs:label", "one", "en")], Bilingual("un", "one")),
        ([("rdfs:label", "uno", "it")], Bilingual("uno", "uno")),
        ([("schema:text", "T", "fr")], None),
        ([], None),
    ],
)
def test_a_thing_is_called_by_its_strongest_name(
    said: list[tuple[str, str, str | None]], expected: Bilingual | None
) -> None:
    statements = [
        Statement(
            "urn:x:s", expanded(name), Literal(text, LANG_STRING if lang else XSD_STRING, lang)
        )
        for name, text, lang in said
    ]
    assert name_of(statements) == expected
