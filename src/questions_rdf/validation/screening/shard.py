"""A shard: the triples of some documents, indexed by subject and property.

A document is what the part of an IRI before ``#`` names: a question with its answers and events.
All triples of a document must be in the same shard; what it points to may be elsewhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from math import inf
from typing import Any

import pyoxigraph as ox

from questions_rdf.validation.screening.rules import Term

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
NOTHING: Sequence[Term] = ()
BLANK = "_:"


class Node:
    """A subject with the values of its properties; ``mask``: the assumptions that it fulfils."""

    __slots__ = ("document", "mask", "name", "term", "values")

    def __init__(self, term: Term, name: str, document: str) -> None:
        self.term = term
        self.name = name
        self.document = document
        self.values: dict[str, list[Term]] = {}
        self.mask = 0


_EMPTY = Node(ox.Literal(""), "", "")


class Shard:
    """The nodes of a shard, and what is assumed of those that it points to."""

    def __init__(self, assumptions: int) -> None:
        self.nodes: dict[str, Node] = {}
        self.pointing: dict[tuple[str, str], list[Term]] = {}
        self.node = _EMPTY
        self.document = ""
        self.triples = 0
        self.has_blank_nodes = False
        self.assumed: list[set[str]] = [set() for _ in range(assumptions)]

    def here(self, term: Term) -> Node | None:
        """The node of ``term`` if all its triples are known: it stands in the present document."""
        if term.__class__ is ox.Literal:
            return _EMPTY
        name = name_of(term)
        node = self.nodes.get(name)
        if node is None:
            return _EMPTY if document_of(name) == self.document else None
        return node if node.document == self.document else None

    def described(self, number: int, name: str, *, positive: bool = True) -> bool | None:
        """Whether ``name`` fulfils an assumption: here for certain, elsewhere if so assumed."""
        node = self.nodes.get(name)
        if node is not None and node.mask >> number & 1:
            return True
        if document_of(name) == self.document:
            return False
        if not positive:
            return None
        self.assumed[number].add(name)
        return True


def name_of(term: Any) -> str:  # noqa: ANN401  nodes, of the wider unions that pyoxigraph has
    """What nodes are called by: the IRI, or the label after ``_:``."""
    name: str = term.value
    return name if term.__class__ is ox.NamedNode else BLANK + name


def document_of(name: str) -> str:
    """The document that a node is part of; a blank node is one of its own."""
    return name.partition("#")[0]


def digest(name: str) -> bytes:
    """Eight bytes that stand for a name, the same in every process."""
    return blake2b(name.encode(), digest_size=8).digest()


def indexed(  # noqa: C901  one loop: a call for each triple would take as long as all of it
    quads: Iterable[Any], new: Callable[[], Shard], triples: float = inf
) -> Iterator[Shard]:
    """``quads`` as shards of at least so many triples, cut where one document follows another.

    Raises:
        ValueError: for what RDF 1.1 does not have.
    """
    shard = new()
    name = document = ""
    values: dict[str, list[Term]] = {}
    names: dict[str, str] = {}  # each property once: memory that is not used need not be got
    count = 0
    for quad in quads:
        subject = quad.subject.value
        if subject != name:
            name = subject
            term = quad.subject
            if term.__class__ is not ox.NamedNode:
                subject = name_of(term)
            of = document_of(subject)
            if of != document:
                if count >= triples:
                    shard.triples = count
                    yield shard
                    shard, count = new(), 0
                    names.clear()
                document = of
            node = shard.nodes.get(subject)
            if node is None:
                node = shard.nodes[subject] = Node(term, subject, of)
                shard.has_blank_nodes |= subject is not name
            values = node.values
        value = quad.object
        kind = value.__class__
        if kind is ox.Literal:
            if value.language and value.direction is not None:
                raise ValueError("a text with a base direction (RDF 1.2) is not supported")
        elif kind is not ox.NamedNode:
            if kind is not ox.BlankNode:
                raise ValueError("a triple inside a triple (RDF 1.2) is not supported")
            shard.has_blank_nodes = True
        predicate = quad.predicate.value
        predicate = names.setdefault(predicate, predicate)
        if predicate in values:
            values[predicate].append(value)
        else:
            values[predicate] = [value]
        count += 1
    shard.triples = count
    yield shard


def with_superclasses(
    classes: Iterable[str], above: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """``classes`` and all that they are subclasses of."""
    found = set(classes)
    for one in tuple(found):
        found |= above.get(one, frozenset())
    return frozenset(found)
