"""What the first pass tells of the whole input: the readings, and which are of one question."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.intake import Taken, digest_key
from questions_rdf.manifest import Input
from questions_rdf.problem_log import ProblemLog
from questions_rdf.spool import Place, Spools


class Plan(NamedTuple):
    """What becomes of the readings of one batch.

    Args:
        batch: its number.
        first: how many questions are published from the batches before.
        questions: how many are published from this one.
        left_out: the offsets of readings that are not published from here: their question is
            published with an earlier reading, or they were refused.
        joined: the further readings of the question at an offset.
    """

    batch: int
    first: int
    questions: int
    left_out: frozenset[int]
    joined: dict[int, tuple[Place, ...]]


class Inventory:
    """All of it; a few bytes a question."""

    def __init__(self) -> None:
        self.inputs: list[Input] = []
        self._batches: list[Taken] = []
        self.latest: date | None = None
        self.first_publication: date | None = None
        self.documents = 0
        self._readings = 0
        self._refused: set[Place] = set()
        self._joined: dict[Place, tuple[Place, ...]] = {}

    def add(self, taken: Taken) -> None:
        """The next batch."""
        self.inputs += taken.inputs
        self.documents += taken.documents
        self._readings += len(taken.keys)
        self.latest = max(filter(None, (self.latest, taken.latest)), default=None)
        self.first_publication = min(
            filter(None, (self.first_publication, taken.first_publication)), default=None
        )
        if taken.keys or taken.digests:
            self._batches.append(taken)

    @property
    def merged(self) -> int:
        """How many readings are of a question that another source gave before."""
        return sum(map(len, self._joined.values()))

    @property
    def published(self) -> int:
        """How many questions there are."""
        return self._readings - len(self._refused) - self.merged

    def settle(self, spools: Spools, log: ProblemLog) -> None:
        """Find the readings of one question: those of several files belong together.

        One file says everything once: a further reading in it is refused.
        """
        for readings in self._repeated():
            files: dict[str, Place] = {}
            for place in readings:
                spooled, _ = spools.at(place)
                file = spooled.origin.file
                if file not in files:
                    files[file] = place
                    continue
                self._refused.add(place)
                first, _ = spools.at(files[file])
                uid = spooled.question.uid
                log.add(catalogue.UID_EN_DOUBLE.at(spooled.origin, uid=uid, first=first.origin))
            first_place, *further = files.values()
            if further:
                self._joined[first_place] = tuple(further)

    def _repeated(self) -> Iterable[list[Place]]:
        """The places of each question that has several."""
        again = _repeated(chain.from_iterable(taken.keys for taken in self._batches))
        places: dict[int, list[Place]] = {}
        for key, place in self._places(again):
            places.setdefault(key, []).append(place)
        return places.values()

    def places_of(self, keys: Collection[int]) -> dict[int, Place]:
        """Where these questions were first read."""
        places: dict[int, Place] = {}
        for key, place in self._places(keys):
            places.setdefault(key, place)
        return places

    def _places(self, wanted: Collection[int]) -> Iterator[tuple[int, Place]]:
        if not wanted:
            return
        for taken in self._batches:
            for key, offset in zip(taken.keys, taken.offsets, strict=True):
                if key in wanted:
                    yield key, Place(taken.batch, offset)

    def plans(self) -> Iterator[Plan]:
        """What becomes of each batch; call it when all is settled."""
        left_out: dict[int, set[int]] = {}
        joined: dict[int, dict[int, tuple[Place, ...]]] = {}
        for first, further in self._joined.items():
            joined.setdefault(first.batch, {})[first.offset] = further
        for place in chain(self._refused, *self._joined.values()):
            left_out.setdefault(place.batch, set()).add(place.offset)
        published = 0
        for taken in self._batches:
            left = frozenset(left_out.get(taken.batch, ()))
            count = len(taken.keys) - len(left)
            if count:
                yield Plan(taken.batch, published, count, left, joined.get(taken.batch, {}))
            published += count

    def shared_sources(self, spools: Spools) -> frozenset[int]:
        """The sources that questions of several batches were read from.

        Which of these questions is the first to name them, no batch can know alone.
        """
        by_batch = (set(taken.digests) for taken in self._batches)
        shared = _repeated(chain.from_iterable(by_batch))
        for first, further in self._joined.items():
            elsewhere = (place for place in further if place.batch != first.batch)
            shared.update(digest_key(spools.at(place)[1].source.sha256) for place in elsewhere)
        return frozenset(shared)


def _repeated(numbers: Iterable[int]) -> set[int]:
    """The numbers that come more than once; sorting takes half the memory of a set of all."""
    return {one for one, following in pairwise(sorted(numbers)) if one == following}
