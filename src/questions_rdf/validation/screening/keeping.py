"""Documents as they are kept for pySHACL: their triples, and which documents are near them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.validation.screening.looks import Look
from questions_rdf.validation.screening.shard import Node, Shard, document_of, name_of


class Kept(NamedTuple):
    """A document: its triples as N-Triples, and the documents near it.

    ``ahead`` are those it points at, for each distance at which a shape may look further from here;
    ``back`` those that it points at by properties that shapes follow backwards.
    """

    document: str
    text: str
    ahead: tuple[frozenset[str], ...]
    back: frozenset[str]


def kept_quads(document: str, quads: Iterable[ox.Quad], looks: tuple[Look, ...]) -> Kept:
    """A document of these triples."""
    return _kept(
        document, ((quad.subject, quad.predicate.value, quad.object) for quad in quads), looks
    )


def around(shard: Shard, documents: frozenset[str], looks: tuple[Look, ...]) -> tuple[Kept, ...]:
    """These documents of a shard, and those of it that shapes look at from them.

    To find them again later, all of the shard would have to be parsed again.
    """
    if not documents:
        return ()
    nodes: dict[str, list[Node]] = {}
    for node in shard.nodes.values():
        nodes.setdefault(node.document, []).append(node)
    found: dict[str, Kept] = {}
    reached = set(documents)
    for distance in range(len(looks) + 1):
        for one in reached & nodes.keys() - found.keys():
            found[one] = _kept(one, _triples(nodes[one]), looks)
        if distance < len(looks):
            near = (found[one].ahead[distance] for one in reached & found.keys())
            reached = {other for others in near for other in others}
    return tuple(found[one] for one in sorted(found))


_Triple = tuple[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, str, object]


def _triples(nodes: Iterable[Node]) -> Iterator[_Triple]:
    for node in nodes:
        for predicate, values in node.values.items():
            for value in values:
                yield node.term, predicate, value


def _kept(document: str, triples: Iterable[_Triple], looks: tuple[Look, ...]) -> Kept:
    lines: list[str] = []
    ahead: list[set[str]] = [set() for _ in looks]
    back: set[str] = set()
    for subject, predicate, value in triples:
        lines.append(f"{subject} <{predicate}> {value} .\n")
        if value.__class__ is ox.Literal:
            continue
        other = document_of(name_of(value))
        if other == document:
            continue
        if looks and predicate in looks[0].inverse:
            back.add(other)
        for distance, look in enumerate(looks):
            if predicate in look.forward:
                ahead[distance].add(other)
    return Kept(document, "".join(lines), tuple(map(frozenset, ahead)), frozenset(back))
