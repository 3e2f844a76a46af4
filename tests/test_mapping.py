"""Mapping, context, shapes, queries and ontology use the same terms, and only these."""

import json
import re
from typing import Any

import pyoxigraph as ox
import pytest

from built import QP, ROOT
from questions_rdf import iris
from questions_rdf.facts import Genre, Methode, Motif, Statut
from questions_rdf.mapping import tables
from questions_rdf.prefixes import expanded, house_prefixes
from questions_rdf.rows import Kind, Row, Table

COERCION: dict[Kind, dict[str, str]] = {
    Kind.STRING: {},
    Kind.FRENCH: {"@language": "fr"},
    Kind.INTEGER: {"@type": "xsd:integer"},
    Kind.DECIMAL: {"@type": "xsd:decimal"},
    Kind.DATE: {"@type": "xsd:date"},
    Kind.BOOLEAN: {"@type": "xsd:boolean"},
    Kind.DURATION: {"@type": "xsd:duration"},
    Kind.HTML: {"@type": "rdf:HTML"},
    Kind.LINK: {"@type": "@id"},
    Kind.ADDRESS: {"@type": "@id"},
    Kind.TERM: {"@type": "@id"},
    Kind.NESTED: {"@type": "@id"},
}
LISTS_AND_SCHEMES = {
    "Statuts",
    "Motifs",
    "Chambres",
    "Methodes",
    "Statut",
    "Motif",
    "Chambre",
    "Methode",
}
LISTS_AND_SCHEMES |= {"GenresCitation", "GenreCitation"}


def rows() -> list[Row]:
    return [row for table in tables.TABLES for row in table.rows]


def context() -> dict[str, Any]:
    text = (ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8")
    return dict(json.loads(text)["@context"])


def terms_of(*paths: str) -> set[str]:
    """The qp: terms in Turtle files, as local names."""
    found: set[str] = set()
    for pattern in paths:
        for path in sorted(ROOT.glob(pattern)):
            for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
                for term in (quad.subject, quad.predicate, quad.object):
                    if isinstance(term, ox.NamedNode) and term.value.startswith(QP):
                        found.add(term.value.removeprefix(QP))
    return found


def defined(*kinds: str) -> set[str]:
    """The local names of the ontology's terms of those OWL classes."""
    found = set()
    for quad in ox.parse(path=ROOT / "ontology/qp.ttl", format=ox.RdfFormat.TURTLE):
        kind = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
        typed = quad.predicate.value.endswith("#type")
        if typed and kind.partition("#")[2] in kinds and isinstance(quad.subject, ox.NamedNode):
            found.add(quad.subject.value.removeprefix(QP))
    return found


def used_by_the_mapping() -> set[str]:
    names = {row.term for row in rows()}
    names |= {"qp:numerateur", "qp:denominateur", "qp:codeConstat"}  # of quality.ttl
    names |= {name for types in tables.TYPES_QUESTION.values() for name in types}
    names |= {name for types in tables.TYPES_EVENEMENT.values() for name in types}
    for table in tables.TABLES:
        if not callable(table.types):
            names |= set(table.types)
    return {name.removeprefix("qp:") for name in names if name.startswith("qp:")}


def test_every_property_of_the_mapping_is_defined_and_every_defined_one_is_used() -> None:
    properties = defined("ObjectProperty", "DatatypeProperty")
    assert len(properties) > 30
    assert {name for name in used_by_the_mapping() if name[0].islower()} == properties


def test_every_class_of_the_mapping_is_defined_and_every_defined_one_is_used() -> None:
    classes = defined("Class") - LISTS_AND_SCHEMES
    assert len(classes) > 15
    assert {name for name in used_by_the_mapping() if name[0].isupper()} == classes


def test_shapes_and_queries_use_defined_terms_only() -> None:
    known = defined("Class", "ObjectProperty", "DatatypeProperty") | terms_of("ontology/lists.ttl")
    shapes = terms_of("shapes/*.ttl", "shapes/strict/*.ttl")
    queries = set()
    for path in sorted(ROOT.glob("queries/*.rq")):
        queries |= set(re.findall(r"\bqp:(\w+)", path.read_text(encoding="utf-8")))
    assert len(shapes) > 30
    assert len(queries) > 10
    assert shapes <= known
    assert queries <= known


def test_the_statuses_motives_and_kinds_of_the_facts_are_those_of_the_lists() -> None:
    listed = terms_of("ontology/lists.ttl")
    for individual in (*Statut, *Motif, *Genre, *Methode):
        assert individual.removeprefix("qp:") in listed


def test_the_context_says_what_the_mapping_says() -> None:
    expected: dict[str, Any] = {}
    for row in rows():
        stated = {"@id": row.term, **COERCION[row.kind]}
        assert expected.setdefault(row.key, stated) == stated, f"{row.key} means two things"
    stated_keys = {key: value for key, value in context().items() if isinstance(value, dict)}
    assert stated_keys == expected


def test_the_prefixes_of_the_context_are_those_of_the_house() -> None:
    prefixes = {k: v for k, v in context().items() if isinstance(v, str) and k != "@base"}
    assert prefixes.items() <= house_prefixes().items()
    assert context()["@base"] == iris.DEFAULT_BASE
    assert not prefixes.keys() & {row.key for row in rows()}
    for row in rows():
        assert row.term.partition(":")[0] in prefixes


def test_a_key_is_the_local_name_of_its_term_in_our_vocabulary() -> None:
    for row in rows():
        if row.term.startswith("qp:"):
            assert row.key == row.term.removeprefix("qp:")


def test_every_term_expands() -> None:
    for row in rows():
        assert expanded(row.term).startswith("http")


@pytest.mark.parametrize("table", tables.TABLES, ids=lambda table: table.rows[0].term)
def test_a_table_has_each_key_once(table: Table) -> None:
    keys = [row.key for row in table.rows]
    assert len(keys) == len(set(keys))
