"""The whole mapping as a stream of resources: what peers write in their own way.

The same rooms as a build, in one process and without a spool: readers, deduction, tables, register.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from questions_rdf.deduction import deduce
from questions_rdf.documents import Document
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.mapping import tables
from questions_rdf.mapping.register import Register
from questions_rdf.prefixes import expanded
from questions_rdf.readers import Found, read
from questions_rdf.records import Source
from questions_rdf.rows import Kind, Node
from questions_rdf.sources import Limits, documents

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DATATYPES = {
    Kind.INTEGER: f"{XSD}integer",
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


def nodes(path: Path, as_of: date) -> Iterator[Node]:
    """Every resource that a build of ``path`` writes."""
    register = Register()
    for document in documents([str(path)], Limits()):
        if not isinstance(document, Document):
            continue
        found = [one.question for one in read(document) if isinstance(one, Found)]
        source = Source(document.name, document.sha256)
        for question in found:
            faits = deduce(question, (source,), as_of)
            register.note(faits)
            yield tables.QUESTION.node(faits)
            yield from register.new_sources(faits)
    for _, group in register.nodes():
        yield from group


def triples(node: Node) -> Iterator[Triple]:
    """The triples of a resource and of those nested in it."""
    subject = DEFAULT_BASE + node.iri
    for name in node.types:
        yield Triple(subject, f"{RDF}type", expanded(name), is_iri=True)
    for row, value in node.values:
        predicate = expanded(row.term)
        if isinstance(value, Node):
            yield Triple(subject, predicate, DEFAULT_BASE + value.iri, is_iri=True)
            yield from triples(value)
        elif row.kind is Kind.LINK:
            yield Triple(subject, predicate, DEFAULT_BASE + value, is_iri=True)
        elif row.kind is Kind.ADDRESS:
            yield Triple(subject, predicate, value, is_iri=True)
        elif row.kind is Kind.TERM:
            yield Triple(subject, predicate, expanded(value), is_iri=True)
        else:
            language = "fr" if row.kind is Kind.FRENCH else None
            datatype = DATATYPES.get(row.kind)
            yield Triple(subject, predicate, value, language=language, datatype=datatype)
