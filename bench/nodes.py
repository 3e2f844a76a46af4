"""The whole mapping as a stream of triples: what peers write in their own way.

The same rooms as a build, in one process and without a spool: readers, deduction, tables, register.
The tables are interpreted here, where our writers have compiled them.
"""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from questions_rdf.deduction import deduce
from questions_rdf.documents import Document
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.mapping import tables
from questions_rdf.mapping.noted import Noted
from questions_rdf.mapping.register import Register
from questions_rdf.prefixes import expanded
from questions_rdf.rapprochements.reponses_communes import Reponses
from questions_rdf.readers import Found, read
from questions_rdf.records import Source
from questions_rdf.rows import Kind, Resource, Row
from questions_rdf.sources import Limits, documents

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DATATYPES = {
    Kind.INTEGER: f"{XSD}integer",
    Kind.DECIMAL: f"{XSD}decimal",
    Kind.DATE: f"{XSD}date",
    Kind.BOOLEAN: f"{XSD}boolean",
    Kind.DURATION: f"{XSD}duration",
    Kind.HTML: f"{RDF}HTML",
}


class Triple(NamedTuple):
    """A triple in plain strings: the object is an IRI, or a literal with language or datatype."""

    subject: str
    predicate: str
    value: str
    is_iri: bool = False
    language: str | None = None
    datatype: str | None = None


def nodes(path: Path, as_of: date) -> Iterator[Resource]:
    """Every resource that a build of ``path`` writes."""
    noted, described, answers = Noted(), set[str](), Reponses()
    for document in documents([str(path)], Limits()):
        if not isinstance(document, Document):
            continue
        found = [one.question for one in read(document) if isinstance(one, Found)]
        source = Source(document.name, document.sha256)
        for question in found:
            faits = deduce(question, (source,), as_of)
            noted.note(faits)
            answers.note(faits)
            yield Resource(tables.QUESTION, faits)
        if found and source.sha256 not in described:
            described.add(source.sha256)
            yield Resource(tables.SOURCE, source)
    register = Register()
    register.merge(noted)
    for _, group in register.groups():
        yield from group
    for commune in answers.communes():
        yield Resource(tables.REPONSE_COMMUNE, commune)


def triples(node: Resource) -> Iterator[Triple]:
    """The triples of a resource and of those nested in it."""
    table, thing = node
    subject = DEFAULT_BASE + node.iri
    for name in table.types(thing) if callable(table.types) else table.types:
        yield Triple(subject, f"{RDF}type", expanded(name), is_iri=True)
    for row in table.rows:
        value = attrgetter(row.path)(thing)
        for item in value if row.many else (value,):
            stated = row.through(item) if row.through and item is not None else item
            if stated is not None:
                yield from _stated(subject, row, stated)


def _stated(subject: str, row: Row, value: object) -> Iterator[Triple]:
    """The triple of one value, and those of a nested resource."""
    predicate = expanded(row.term)
    if row.table:
        inner = Resource(row.table, value)
        yield Triple(subject, predicate, DEFAULT_BASE + inner.iri, is_iri=True)
        yield from triples(inner)
    elif row.kind is Kind.LINK:
        yield Triple(subject, predicate, f"{DEFAULT_BASE}{value}", is_iri=True)
    elif row.kind is Kind.ADDRESS:
        yield Triple(subject, predicate, str(value), is_iri=True)
    elif row.kind is Kind.TERM:
        yield Triple(subject, predicate, expanded(str(value)), is_iri=True)
    else:
        spelled = str(value).lower() if row.kind is Kind.BOOLEAN else str(value)
        language = "fr" if row.kind is Kind.FRENCH else None
        datatype = DATATYPES.get(row.kind)
        yield Triple(subject, predicate, spelled, language=language, datatype=datatype)
