"""A load from the first chunk to the count: added to a graph, or put in the place of one."""

from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import msgspec

from questions_rdf.load.patience import LoadError, TryAgainError
from questions_rdf.load.payload import Payload, chunks
from questions_rdf.load.receipts import Receipt, Receipts
from questions_rdf.load.store import Store
from questions_rdf.load.stores._profile import Replacement


class Order(NamedTuple):
    """What is to be done: into which graph, in place of it or not, and in what pieces."""

    graph: str | None
    replace: bool = False
    resume: bool = False
    chunk: int | None = None


class Talk(NamedTuple):
    """What is said: sentences, and how many bytes of how many are there."""

    tell: Callable[[str], None] = lambda _sentence: None
    progress: Callable[[int, int | None], None] = lambda _done, _total: None


class Loaded(msgspec.Struct, frozen=True):
    """What came of it.

    ``before`` and ``after`` are the triples of the graph; ``expected`` is what the manifest says.
    ``verified``: the graph has what it should have; ``None``: that cannot be told for certain.
    """

    store: str
    url: str
    graph: str | None
    replaced: bool
    sent_chunks: int
    sent_triples: int
    resumed_at: int
    expected: int | None
    before: int
    after: int
    verified: bool | None


def load(data: Payload, store: Store, order: Order, receipts: Receipts, talk: Talk) -> Loaded:
    """Send the data, count it, and put it in its place.

    Raises:
        LoadError: if the store does not take it; what it has taken is noted.
    """
    staged = order.replace and store.profile.replacement == Replacement.MOVED
    into = staging_graph(data) if staged else order.graph
    load = _Load(data, store, order, receipts, talk, into)
    before = load.prepare()
    sent_chunks, sent_triples = load.send()
    after = store.count(into)
    verified = _verdict(data.triples, 0 if order.replace else before, after)
    if staged and verified is not False:
        after = load.put_in_place(after)
        verified = verified if data.triples is None else after == data.triples
    if verified is not False:
        receipts.forget(load.receipt)
    return Loaded(
        store=store.profile.name,
        url=store.url,
        graph=order.graph,
        replaced=order.replace and verified is not False,
        sent_chunks=sent_chunks,
        sent_triples=sent_triples,
        resumed_at=load.resumed_at,
        expected=data.triples,
        before=before,
        after=after,
        verified=verified,
    )


def staging_graph(data: Payload) -> str:
    """The graph that new data waits in; the same data waits in the same one."""
    return f"urn:x-questions-rdf:loading:{data.digest[:32]}"


def _verdict(expected: int | None, before: int, after: int) -> bool | None:
    """Whether the graph has what was sent; beside other triples only that it may be so."""
    if expected is None:
        return None
    if before == 0 or after == expected:
        return after == expected
    # Some of what was sent may have been there before.
    return None if max(before, expected) <= after <= before + expected else False


class _Load:
    """The steps of one load; ``into`` is the graph that chunks go to."""

    def __init__(  # noqa: PLR0913, PLR0917  (what there is to know)
        self,
        data: Payload,
        store: Store,
        order: Order,
        receipts: Receipts,
        talk: Talk,
        into: str | None,
    ) -> None:
        self._data, self._store, self._order = data, store, order
        self._receipts, self._talk, self._into = receipts, talk, into
        self.receipt = Receipt(store.url, into, data.digest)
        self.resumed_at = 0

    def prepare(self) -> int:
        """Find out whether the store takes anything at all; how many triples the graph has."""
        if self._store.profile.empty_write:
            self._store.add(self._into, b"")
        before = self._store.count(self._order.graph)
        if not self._resumed(before):
            self.receipt = msgspec.structs.replace(self.receipt, before=before)
            if self._order.replace:
                self._store.drop(self._into)
        return self.receipt.before

    def _resumed(self, now: int) -> bool:
        """Whether there is something to go on from, and the store still has it."""
        known = self._receipts.known(self.receipt) if self._order.resume else None
        if known is None:
            return False
        there = now if self._into == self._order.graph else self._store.count(self._into)
        if there < known.triples:
            self._talk.tell("The store has lost what it had acknowledged: all is sent again.")
            return False
        self.receipt, self.resumed_at = known, known.sent
        return True

    def send(self) -> tuple[int, int]:
        """All that the store does not have; the number of chunks and triples that were sent."""
        sent = triples = 0
        size = self._order.chunk or self._store.profile.chunk
        for chunk in chunks(self._data.files, size, self.receipt.sent):
            self._talk.progress(chunk.start, self._data.bytes)
            self._store.add(self._into, chunk.body)
            sent, triples = sent + 1, triples + chunk.triples
            self.receipt = msgspec.structs.replace(
                self.receipt, sent=chunk.stop, triples=self.receipt.triples + chunk.triples
            )
            self._receipts.note(self.receipt)
        self._talk.progress(self.receipt.sent, self._data.bytes)
        return sent, triples

    def put_in_place(self, waiting: int) -> int:
        """Move the new data to where the former is; how many triples are there then."""
        source, target = staging_graph(self._data), self._order.graph
        reason: TryAgainError | None = None
        try:
            self._store.move(source, target)
        except TryAgainError as error:
            reason = error
        after = self._store.count(target)
        if reason and (after != waiting or self._store.count(source)):
            raise LoadError(f"{reason}; the new data waits in <{source}>") from reason
        with suppress(LoadError):
            self._store.drop(source)  # some stores keep the name of an empty graph
        return after
