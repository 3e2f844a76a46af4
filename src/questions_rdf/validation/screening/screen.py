"""The screen in front of pySHACL: it clears the documents in which nothing can be wrong.

pySHACL takes milliseconds for a question, the screen a fraction of one. It is compiled from the
same shapes; what it does not clear, pySHACL judges, and its answer alone is published. An alarm too
many costs time only; a document that pySHACL would object to must never be cleared. So whatever is
not certain is not cleared, and what a shard cannot know of other documents becomes an assumption
that is checked when all shards were seen (`ledger`).

It needs no files: `Screen(read_rules(shapes.graph))` once in each process, then `shard(quads)` for
each part (a `Verdict` is small and can be pickled), and all verdicts into a `Ledger`; for what is
left, `gathering.gather` with a function that looks into the parts again, and `judging.judge`.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from math import inf
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.validation.screening.forms import Form
from questions_rdf.validation.screening.keeping import Kept, around
from questions_rdf.validation.screening.plans import Plan, Plans
from questions_rdf.validation.screening.rules import Rules, Term
from questions_rdf.validation.screening.shard import (
    NOTHING,
    RDF_TYPE,
    SUBCLASS,
    Shard,
    digest,
    document_of,
    indexed,
    name_of,
    with_superclasses,
)

SHARD_TRIPLES = 30_000
QUESTION = "https://w3id.org/questions-parlementaires/def#Question"


class Verdict(NamedTuple):
    """What the screen says of a shard; small, and fit to be sent between processes.

    ``doubted`` are the documents not cleared, ``assumed`` (by number of the assumption) the nodes
    that the cleared ones rely on, ``facts`` which assumptions (one bit each) the nodes of this
    shard fulfil, by digest; ``documents`` are digests too. ``superclasses`` are pairs; ``kept`` are
    the doubted documents, with those of the shard that shapes look at from them.
    """

    triples: int
    questions: int
    has_blank_nodes: bool
    documents: bytes
    facts: dict[int, bytes]
    assumed: dict[int, frozenset[str]]
    doubted: frozenset[str]
    superclasses: frozenset[tuple[str, str]]
    kept: tuple[Kept, ...]


class Screen:
    """Rules compiled into checks. ``superclasses`` are those that the data is known to state."""

    def __init__(
        self, rules: Rules, superclasses: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        self._above = superclasses or {}
        self._plans = Plans(rules)
        self._by_classes: dict[tuple[str, ...], Plan] = {}
        self._forms: dict[tuple[tuple[str, ...], tuple[str, ...]], Form] = {}
        self.assumptions = self._plans.assumptions
        self.targets = frozenset(self._plans.nodes)
        self.looks = self._plans.looks

    def shard(self, quads: Iterable[ox.Quad]) -> Verdict:
        """The verdict on one shard, which must hold whole documents.

        Raises:
            ValueError: for what RDF 1.1 does not have.
        """
        return merged(self.shards(quads, inf))

    def shards(self, quads: Iterable[ox.Quad], triples: float = SHARD_TRIPLES) -> Iterator[Verdict]:
        """The verdicts on a stream in which the triples of each document stand together."""
        for shard in indexed(quads, self._new, triples):
            yield self._verdict(shard)

    def _new(self) -> Shard:
        return Shard(len(self.assumptions))

    def _form(self, stated: tuple[str, ...], predicates: tuple[str, ...]) -> Form:
        """The form of nodes of the classes ``stated``, with these properties."""
        form = self._forms.get((stated, predicates))
        if form is None:
            form = Form(self._plans, self._plan(stated), predicates)
            if len(self._forms) > _MOST_FORMS:
                self._forms.clear()
            if len(predicates) <= _MOST_PROPERTIES:
                self._forms[stated, predicates] = form
        return form

    def _plan(self, stated: tuple[str, ...]) -> Plan:
        plan = self._by_classes.get(stated)
        if plan is None:
            if len(self._by_classes) > _MOST_FORMS:
                self._by_classes.clear()
            names = frozenset(stated) - {_NO_CLASS}
            classes = with_superclasses(names, self._above)
            plan = self._plans.plan(names, classes, odd=_NO_CLASS in stated)
            self._by_classes[stated] = plan
        return plan

    def _verdict(self, shard: Shard) -> Verdict:
        doubted: set[str] = set()
        superclasses: set[tuple[str, str]] = set()
        documents: dict[str, None] = {}
        facts: dict[int, list[bytes]] = {}
        forms: list[Form] = []
        questions = 0
        for node in shard.nodes.values():
            documents[node.document] = None
            stated = tuple(map(_class_name, node.values.get(RDF_TYPE, NOTHING)))
            questions += QUESTION in stated
            form = self._form(stated, tuple(node.values))
            forms.append(form)
            node.mask = form.mask
            if form.has_superclasses:
                superclasses |= {(node.name, name_of(one)) for one in node.values[SUBCLASS]}
            if form.has_links:
                doubted.update(form.note_links(node, shard))
        for node, form in zip(shard.nodes.values(), forms, strict=True):
            shard.node, shard.document = node, node.document
            if node.document not in doubted and not form.clears(node, shard):
                doubted.add(node.document)
            held = form.held(node, shard)
            if held and "#" not in node.name:
                facts.setdefault(held, []).append(digest(node.name))
        return Verdict(
            shard.triples,
            questions,
            shard.has_blank_nodes,
            b"".join(map(digest, documents)),
            {held: b"".join(found) for held, found in facts.items()},
            {number: frozenset(names) for number, names in enumerate(shard.assumed) if names},
            frozenset(doubted),
            frozenset(superclasses),
            around(shard, frozenset(doubted), self.looks),
        )


_MOST_FORMS = 10_000
_MOST_PROPERTIES = 100  # of a form that is remembered; a question has less than forty
_NO_CLASS = ""


def _class_name(term: Term) -> str:
    return term.value if term.__class__ is ox.NamedNode else _NO_CLASS


def merged(verdicts: Iterable[Verdict]) -> Verdict:
    """One verdict for several shards."""
    triples = questions = 0
    has_blank_nodes = False
    documents = array("Q")
    facts: dict[int, list[bytes]] = {}
    assumed: dict[int, set[str]] = {}
    doubted: set[str] = set()
    superclasses: set[tuple[str, str]] = set()
    kept: list[Kept] = []
    for one in verdicts:
        triples += one.triples
        questions += one.questions
        has_blank_nodes |= one.has_blank_nodes
        documents.frombytes(one.documents)
        for held, found in one.facts.items():
            facts.setdefault(held, []).append(found)
        for number, names in one.assumed.items():
            assumed.setdefault(number, set()).update(names)
        doubted |= one.doubted
        superclasses |= one.superclasses
        kept += one.kept
    return Verdict(
        triples,
        questions,
        has_blank_nodes,
        documents.tobytes(),
        {held: b"".join(found) for held, found in facts.items()},
        {number: frozenset(names) for number, names in assumed.items()},
        frozenset(doubted),
        frozenset(superclasses),
        tuple(kept),
    )


__all__ = ["Screen", "Term", "Verdict", "document_of", "merged"]
