"""pySHACL's judgment of the documents that the screen did not clear, a few hundred at a time."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import BNode, Graph, URIRef
from rdflib.term import Node

from questions_rdf.validation.gathering import Store, surroundings
from questions_rdf.validation.graphs import quiet_rdflib, triple
from questions_rdf.validation.ledger import Settlement
from questions_rdf.validation.screening.looks import Look
from questions_rdf.validation.screening.shard import BLANK, document_of
from questions_rdf.validation.shacl import Finding, validate
from questions_rdf.validation.shapes import Shapes

CASE_DOCUMENTS = 150
CASE_BYTES = 8 * 1024**2
_POINTER = URIRef("urn:x-questions-rdf:pointer")


class Case(NamedTuple):
    """Documents to judge, the triples of theirs and around them, and who else is pointed at."""

    documents: frozenset[str]
    text: bytes
    roles: tuple[tuple[str, str], ...]


def cases(
    documents: Sequence[str],
    store: Store,
    settlement: Settlement,
    looks: tuple[Look, ...],
    always: bytes = b"",
) -> Iterator[Case]:
    """``documents`` in cases of a size that pySHACL is quick with; ``always`` goes into each."""
    roles: dict[str, list[tuple[str, str]]] = {}
    inverse = {predicate for look in looks for predicate in look.inverse}
    for predicate, name in settlement.roles:
        # Who points with a property that shapes follow backwards is in the store.
        if predicate not in inverse:
            roles.setdefault(document_of(name), []).append((predicate, name))
    for start in range(0, len(documents), CASE_DOCUMENTS):
        some = documents[start : start + CASE_DOCUMENTS]
        text = store.text(sorted(surroundings(some, store, len(looks))))
        pointed = tuple(role for one in some for role in roles.get(one, ()))
        yield Case(frozenset(some), always + text, pointed)


def judge(case: Case, shapes: Shapes) -> list[Finding]:
    """What pySHACL finds in the documents of a case.

    The documents around are there to be looked at; what they lack around themselves would be found
    wrong with them, so that findings about them do not count.
    """
    graph = Graph(bind_namespaces="none")
    with quiet_rdflib():
        for quad in ox.parse(case.text, format=ox.RdfFormat.N_TRIPLES):
            graph.add(triple(quad))
    for predicate, name in case.roles:
        graph.add((_POINTER, URIRef(predicate), _node(name)))
    return [one for one in validate(graph, shapes) if _is_about(one, case.documents)]


def _is_about(finding: Finding, documents: frozenset[str]) -> bool:
    """Whether the focus stands in one of ``documents``; a literal stands where it is a value."""
    term = finding.focus_term
    if term.startswith("<"):
        return document_of(finding.focus) in documents
    if term.startswith(BLANK):
        return term in documents
    return True


def _node(name: str) -> Node:
    return BNode(name.removeprefix(BLANK)) if name.startswith(BLANK) else URIRef(name)
