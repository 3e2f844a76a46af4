"""Nodes of the same classes with the same properties: what they have in common is found out once.

Many thousands of nodes have a few dozen forms. Which properties there are decides which must be
there or must not, which rules look at them, and which of them link documents; only their values
are left to be looked at node by node.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from questions_rdf.validation.screening.plans import Plan, Plans
from questions_rdf.validation.screening.shard import (
    SUBCLASS,
    Node,
    Shard,
    document_of,
    name_of,
)


class Form:
    """All that has to hold of nodes with certain classes, for which there is a plan.

    Args:
        plans: what applies whatever the classes.
        plan: the plan for the classes.
        predicates: the properties, in the order in which a node has them.
    """

    __slots__ = (
        "_back",
        "_entries",
        "_focus",
        "_hopeless",
        "_nodes",
        "_pointed",
        "_roles",
        "has_links",
        "has_superclasses",
        "mask",
    )

    def __init__(self, plans: Plans, plan: Plan, predicates: tuple[str, ...]) -> None:
        present = frozenset(predicates)
        allowed = plan.allowed is None or present <= plan.allowed
        self._hopeless = plan.hopeless or not plan.required <= present or not allowed
        self._focus, self._nodes, self.mask = plan.focus, plan.nodes, plan.mask
        self._entries = tuple(map(plan.entries.get, predicates))
        self._roles = [one for one in plans.roles if not one.spoken_of.isdisjoint(present)]
        self._back = [one for one in plans.inverse if one in present]
        self._pointed = [one for one in plans.roles if one.predicate in present]
        self.has_links = bool(self._back or self._pointed)
        self.has_superclasses = SUBCLASS in present

    def clears(self, node: Node, shard: Shard) -> bool:
        """Whether nothing can be wrong with ``node``, given what is assumed in ``shard``."""
        if self._hopeless:
            return False
        for check in self._focus:
            if not check(node.term):
                return False
        for entry, values in zip(self._entries, node.values.values(), strict=True):
            if entry is not None and not entry.clears(values, node, shard):
                return False
        for general in self._nodes:  # noqa: SIM110  twice as fast as a generator
            if not general(node.term, shard):
                return False
        return True

    def held(self, node: Node, shard: Shard) -> int:
        """The assumptions (as bits) that ``node`` fulfils: its classes, and roles it is fit for."""
        held = self.mask
        for role in self._roles:
            if all(check(node.term, shard) for check in role.checks):
                held |= 1 << role.number
        return held

    def note_links(self, node: Node, shard: Shard) -> Iterator[str]:
        """Note who points at whom with the properties that shapes follow backwards, or look along.

        What is yielded are documents in doubt: they are linked backwards with one another, or hold
        something that is not a node. Cleared or not, what they point at has a role.
        """
        for predicate in self._back:
            for value in node.values[predicate]:
                if value.__class__ is ox.Literal:
                    yield node.document
                    continue
                name = name_of(value)
                document = document_of(name)
                if document != node.document:
                    yield from (document, node.document)
                pointing = shard.pointing.setdefault((predicate, name), [])
                if node.term not in pointing:
                    pointing.append(node.term)
        for role in self._pointed:
            for value in node.values[role.predicate]:
                if value.__class__ is ox.Literal:
                    yield node.document
                elif document_of(name_of(value)) != node.document:
                    shard.assumed[role.number].add(name_of(value))
