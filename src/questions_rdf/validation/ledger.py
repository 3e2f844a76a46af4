"""All verdicts of the screen together: which documents are pySHACL's, once everything was seen."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from questions_rdf.validation.screening.plans import Assumption
from questions_rdf.validation.screening.screen import Verdict
from questions_rdf.validation.screening.shard import digest, document_of


class Settlement(NamedTuple):
    """What is left to do.

    ``documents`` were not cleared; so is every document that points at one of the ``suspects``.
    ``roles`` are the properties by which nodes of the data are pointed at from elsewhere, with the
    nodes that a rule about the objects of that property may have to be asked about.
    """

    documents: frozenset[str]
    suspects: frozenset[str]
    roles: tuple[tuple[str, str], ...]


class Ledger:
    """The verdicts on slices, in their order."""

    def __init__(self, assumptions: Sequence[Assumption], targets: frozenset[str]) -> None:
        self._assumptions = assumptions
        self._targets = targets
        self._documents: list[array[int]] = []
        self._pointed: list[array[int]] = []
        self._doubted: list[frozenset[str]] = []
        self._facts: dict[int, array[int]] = {}
        self._assumed: dict[int, set[str]] = {}
        self._superclasses: set[tuple[str, str]] = set()
        self.has_blank_nodes = False
        self.triples = 0
        self.questions = 0

    def add(self, verdict: Verdict) -> None:
        """Enter the verdict on the next slice."""
        self.triples += verdict.triples
        self.questions += verdict.questions
        self.has_blank_nodes |= verdict.has_blank_nodes
        self._documents.append(_numbers(verdict.documents))
        self._doubted.append(verdict.doubted)
        self._superclasses |= verdict.superclasses
        for held, found in verdict.facts.items():
            self._facts.setdefault(held, array("Q")).frombytes(found)
        pointed: set[bytes] = set()
        for number, names in verdict.assumed.items():
            self._assumed.setdefault(number, set()).update(names)
            pointed.update(map(digest, names))
        self._pointed.append(_numbers(b"".join(pointed)))

    # ---- What the verdicts rest upon

    def is_in_order(self) -> bool:
        """Whether no document is in two slices, and no node lacks a name that lasts."""
        if self.has_blank_nodes:
            return False
        found = sorted(one for documents in self._documents for one in documents)
        return all(one != other for one, other in pairwise(found))

    def superclasses(self) -> dict[str, frozenset[str]]:
        """All classes above each class that the data says to be a subclass."""
        direct: dict[str, set[str]] = {}
        for below, above in self._superclasses:
            direct.setdefault(below, set()).add(above)
        return {below: _above(below, direct) for below in sorted(direct)}

    def settle(self) -> Settlement:
        """Check every assumption against the facts."""
        held = self._held()
        documents = {one for doubted in self._doubted for one in doubted} | self._targets
        suspects: set[str] = set()
        roles: list[tuple[str, str]] = []
        for number, names in self._assumed.items():
            assumption = self._assumptions[number]
            failing = {name for name in names if not held[_number(name)] >> number & 1}
            if assumption.kind == "role":
                documents.update(map(document_of, failing))
                (predicate,) = assumption.terms
                roles += [(predicate, name) for name in names]
            else:
                suspects |= failing
        return Settlement(frozenset(documents), frozenset(suspects), tuple(sorted(roles)))

    def _held(self) -> dict[int, int]:
        """For everything that something was assumed of: the assumptions that it fulfils."""
        held = {_number(name): 0 for names in self._assumed.values() for name in names}
        for bits, found in self._facts.items():
            for one in found:
                if one in held:
                    held[one] |= bits
        return held

    # ---- Where things are

    def holding(self, documents: Iterable[str]) -> dict[int, frozenset[str]]:
        """Which of ``documents`` are in which slices."""
        return _places(documents, self._documents)

    def pointing_at(self, suspects: Iterable[str]) -> dict[int, frozenset[str]]:
        """Of which of ``suspects`` something was assumed in which slices."""
        return _places(suspects, self._pointed)


def _places(names: Iterable[str], slices: "list[array[int]]") -> dict[int, frozenset[str]]:
    wanted = {_number(name): name for name in names}
    found = {}
    for rank, digests in enumerate(slices if wanted else ()):
        here = frozenset(wanted[one] for one in digests if one in wanted)
        if here:
            found[rank] = here
    return found


def _numbers(digests: bytes) -> "array[int]":
    numbers = array("Q")
    numbers.frombytes(digests)
    return numbers


def _number(name: str) -> int:
    return _numbers(digest(name))[0]


def _above(below: str, direct: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [below]
    while waiting:
        for one in direct.get(waiting.pop(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return frozenset(found)
