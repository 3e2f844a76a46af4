"""A load from the first chunk to the count: added to a graph, or put in the place of one."""

from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import msgspec

from questions_rdf.load.patience import LoadError, TryAgainError
from questions_rdf.load.payload import Payload, chunks
from questions_rdf.load.profile import Move
from questions_rdf.load.receipts import Receipt, Receipts
from questions_rdf.load.store import Store


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


class Plan(msgspec.Struct, frozen=True):
    """What would be sent where, in how many chunks of how many bytes of N-Triples in all."""

    store: str
    url: str
    graph: str | None
    replace: Move | None
    files: list[str]
    triples: int
    bytes: int
    chunks: int
    gzip: bool
    resumed_at: int


class Loaded(msgspec.Struct, frozen=True):
    """What came of it.

    ``before`` and ``after`` are the triples of the graph; ``expected`` is what the manifest says.
    ``verified``: the graph has what it should have; ``None``: that cannot be told for certain.
    ``waiting_in`` is the graph that new data was left in which did not become the graph.
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
    waiting_in: str | None = None


def plan(data: Payload, store: Store, order: Order, receipts: Receipts) -> Plan:
    """What ``load`` would do; nobody is asked."""
    known = receipts.known(_blank(data, store, order)) if order.resume else None
    start = known.sent if known else 0
    sizes = [
        (chunk.triples, len(chunk.body)) for chunk in chunks(data.files, _size(store, order), start)
    ]
    return Plan(
        store=store.profile.name,
        url=store.url,
        graph=order.graph,
        replace=store.profile.move if order.replace else None,
        files=list(map(str, data.files)),
        triples=sum(triples for triples, _ in sizes),
        bytes=sum(size for _, size in sizes),
        chunks=len(sizes),
        gzip=store.profile.takes_gzip,
        resumed_at=start,
    )


def load(data: Payload, store: Store, order: Order, receipts: Receipts, talk: Talk) -> Loaded:
    """Send the data, count it, and put it in its place.

    Raises:
        LoadError: if the store does not take it; what it has taken is noted.
    """
    load = _Load(data, store, order, receipts, talk)
    try:
        return load.run()
    except LoadError as error:
        if not load.receipt.sent:
            raise
        raise LoadError(f"{error}; --resume goes on from what the store has") from error


def staging_graph(data: Payload) -> str:
    """The graph that new data waits in; the same data waits in the same one."""
    return f"urn:x-questions-rdf:loading:{data.digest[:32]}"


def _into(data: Payload, order: Order) -> str | None:
    return staging_graph(data) if order.replace else order.graph


def _blank(data: Payload, store: Store, order: Order) -> Receipt:
    return Receipt(store.url, _into(data, order), data.digest)


def _size(store: Store, order: Order) -> int:
    return order.chunk or store.profile.chunk


def _verdict(expected: int | None, before: int, after: int) -> bool | None:
    """Whether the graph has what was sent; beside other triples only that it may be so."""
    if expected is None:
        return None
    if before == 0 or after == expected:
        return after == expected
    # Some of what was sent may have been there before.
    return None if max(before, expected) <= after <= before + expected else False


class _Load:
    """The steps of one load."""

    def __init__(
        self, data: Payload, store: Store, order: Order, receipts: Receipts, talk: Talk
    ) -> None:
        self._data, self._store, self._order = data, store, order
        self._receipts, self._talk = receipts, talk
        self._into = _into(data, order)
        self.receipt = _blank(data, store, order)

    def run(self) -> Loaded:
        """All of them."""
        before = self._prepare()
        resumed_at = self.receipt.sent
        sent_chunks, sent_triples = self._send()
        after = self._store.count(self._into)
        verified = _verdict(self._data.triples, 0 if self._order.replace else before, after)
        replaced = self._order.replace and verified is not False
        if replaced:
            after = self._put_in_place(after)
            verified = None if verified is None else after == self._data.triples
        self._receipts.forget(self.receipt)
        return Loaded(
            store=self._store.profile.name,
            url=self._store.url,
            graph=self._order.graph,
            replaced=replaced,
            sent_chunks=sent_chunks,
            sent_triples=sent_triples,
            resumed_at=resumed_at,
            expected=self._data.triples,
            before=before,
            after=after,
            verified=verified,
            waiting_in=self._into if self._order.replace and not replaced else None,
        )

    def _prepare(self) -> int:
        """Find out whether the store takes anything at all; how many triples the graph had."""
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
        there = self._store.count(self._into) if self._order.replace else now
        if there < known.triples:
            self._talk.tell("The store has lost what it had acknowledged: all is sent again.")
            return False
        self.receipt = known
        return True

    def _send(self) -> tuple[int, int]:
        """All that the store does not have; the number of chunks and triples that were sent."""
        sent = triples = 0
        size = _size(self._store, self._order)
        self._talk.progress(self.receipt.sent, self._data.bytes)
        for chunk in chunks(self._data.files, size, self.receipt.sent):
            self._store.add(self._into, chunk.body)
            sent, triples = sent + 1, triples + chunk.triples
            self.receipt = msgspec.structs.replace(
                self.receipt, sent=chunk.stop, triples=self.receipt.triples + chunk.triples
            )
            self._receipts.note(self.receipt)
            self._talk.progress(chunk.stop, self._data.bytes)
        return sent, triples

    def _put_in_place(self, waiting: int) -> int:
        """Move the new data to where the former is; how many triples are there then."""
        source, target = staging_graph(self._data), self._order.graph
        reason: TryAgainError | None = None
        try:
            self._store.move(source, target)
        except TryAgainError as error:
            reason = error
        after = self._store.count(target)
        if reason and (after != waiting or self._store.count(source)):
            raise LoadError(f"{reason}; the new data is in <{source}>") from reason
        with suppress(LoadError):
            self._store.drop(source)  # some stores keep the name of an empty graph
        return after
