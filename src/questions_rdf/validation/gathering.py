"""What pySHACL needs in order to judge a document: its triples, and those that the shapes look at.

The documents to judge are found in the slices again, then the documents that they point at, and so
on as far as any shape looks. All of them are kept in a file, so that their number does not matter.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.validation.ledger import Ledger, Settlement
from questions_rdf.validation.screening.keeping import Kept, kept_quads
from questions_rdf.validation.screening.looks import Look
from questions_rdf.validation.screening.screen import SHARD_TRIPLES
from questions_rdf.validation.screening.shard import document_of, name_of


class Errand(NamedTuple):
    """What to look for in a slice: ``documents``, and all that point at one of ``suspects``."""

    documents: frozenset[str]
    suspects: frozenset[str]
    looks: tuple[Look, ...]


def found_in(
    quads: Iterable[ox.Quad], errand: Errand, triples: float = SHARD_TRIPLES
) -> list[Kept]:
    """The documents of a slice that an errand is about.

    The slice is cut into the shards that the screen saw: in one of them is all of a document.
    """
    groups: dict[str, list[ox.Quad]] = {}
    wanted: dict[str, None] = {}
    kept: list[Kept] = []
    document, count, suspects = "", 0, errand.suspects
    for quad in quads:
        of = document_of(name_of(quad.subject))
        if of != document:
            if count >= triples:
                kept += [kept_quads(one, groups[one], errand.looks) for one in wanted]
                groups.clear()
                wanted.clear()
                count = 0
            document = of
        groups.setdefault(of, []).append(quad)
        count += 1
        if of in errand.documents or (suspects and _points_at(quad, suspects)):
            wanted[of] = None
    return kept + [kept_quads(one, groups[one], errand.looks) for one in wanted]


def _points_at(quad: ox.Quad, suspects: frozenset[str]) -> bool:
    return quad.object.__class__ is not ox.Literal and name_of(quad.object) in suspects


class Place(NamedTuple):
    """Where a document stands in the store, and what is near it."""

    offset: int
    length: int
    ahead: tuple[frozenset[str], ...]


class Store:
    """Documents in a temporary file."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile("w+b")  # noqa: SIM115
        self._places: dict[str, Place | None] = {}
        self._behind: dict[str, set[str]] = {}

    def close(self) -> None:
        """Drop the file."""
        self._file.close()

    def __contains__(self, document: str) -> bool:
        return document in self._places

    def add(self, kept: Kept) -> None:
        """Keep a document, once."""
        if self._places.get(kept.document):
            return
        content = kept.text.encode()
        self._places[kept.document] = Place(self._file.seek(0, 2), len(content), kept.ahead)
        self._file.write(content)
        for other in kept.back:
            self._behind.setdefault(other, set()).add(kept.document)

    def miss(self, document: str) -> None:
        """Note that there is no such document."""
        self._places.setdefault(document, None)

    def text(self, documents: Iterable[str]) -> bytes:
        """The triples of ``documents``."""
        parts = []
        for document in documents:
            place = self._places.get(document)
            if place is not None:
                self._file.seek(place.offset)
                parts.append(self._file.read(place.length))
        return b"".join(parts)

    def near(self, document: str, distance: int) -> frozenset[str]:
        """The documents that a shape may look at from one that is so far away from the focus."""
        place = self._places.get(document)
        ahead = frozenset[str]() if place is None else place.ahead[distance]
        return ahead | self._behind.get(document, frozenset())


Ask = Callable[[Iterable[tuple[int, Errand]]], Iterator[list[Kept]]]
"""Find what each errand is about in the slice with that number."""


def gather(
    ledger: Ledger, settlement: Settlement, looks: tuple[Look, ...], store: Store, ask: Ask
) -> list[str]:
    """Put the documents to judge into ``store``, with all that shapes look at; name the former.

    What the screen kept of its own accord is there already.
    """
    judged = set(settlement.documents)
    missing = frozenset(one for one in judged if one not in store)
    for found in ask(_errands(ledger, missing, settlement.suspects, looks)):
        for kept in found:
            store.add(kept)
            judged.add(kept.document)
    reached = judged
    for distance in range(len(looks)):
        near = {other for one in reached for other in store.near(one, distance)}
        further = frozenset(one for one in near if one not in store)
        for found in ask(_errands(ledger, further, frozenset(), looks)):
            for kept in found:
                store.add(kept)
        for one in further:
            store.miss(one)
        reached = near
    return sorted(judged)


def _errands(
    ledger: Ledger, documents: frozenset[str], suspects: frozenset[str], looks: tuple[Look, ...]
) -> Iterator[tuple[int, Errand]]:
    """For each slice that has something to do with them: what to look for there."""
    held, pointed = ledger.holding(documents), ledger.pointing_at(suspects)
    nothing = frozenset[str]()
    for rank in sorted({*held, *pointed}):
        yield rank, Errand(held.get(rank, nothing), pointed.get(rank, nothing), looks)


def surroundings(documents: Iterable[str], store: Store, distances: int) -> set[str]:
    """``documents`` and everything that a shape may look at from them."""
    found = set(documents)
    reached = set(found)
    for distance in range(distances):
        reached = {other for one in reached for other in store.near(one, distance)}
        found |= reached
    return found
