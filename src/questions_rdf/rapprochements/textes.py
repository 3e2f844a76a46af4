"""All texts of a corpus as numbers, by date, and which of them may be alike.

Some 40 bytes a text are in memory, 30 more while a band is sorted; the rest stays in files.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from questions_rdf.rapprochements.empreintes import BANDS, ROW, SIGNATURE, Numbers

Places = NDArray[np.uint32]
Bytes = NDArray[np.uint8]

_NUMBER_BYTES = 4
_BLOCK = 8192


class Texts:
    """All texts, by date and then by legislature and number.

    Args:
        files: what :meth:`~questions_rdf.rapprochements.empreintes.Empreintes.write` left; further
            files are written beside them.
    """

    def __init__(self, files: list[Path]) -> None:
        counts = [path.stat().st_size // ROW.itemsize for path in files]
        self._total = sum(counts)
        self._bands = files[0].with_suffix(".bands")
        signatures = files[0].with_suffix(".signatures")
        self._files = [path.with_suffix(".runs") for path in files]
        self._file_of = np.repeat(np.arange(len(files), dtype=np.uint32), counts)
        self._starts = np.empty(self._total, np.int64)
        self._lengths = np.empty(self._total, np.uint32)
        self.questions = np.empty(self._total, np.uint64)
        self.authors = np.empty(self._total, np.uint64)
        days = np.empty(self._total, np.uint32)
        begin = 0
        with self._bands.open("wb") as bands, signatures.open("wb") as signed:
            for path, count in zip(files, counts, strict=True):
                rows, here = np.fromfile(path, ROW), slice(begin, begin + count)
                self.questions[here], self.authors[here] = rows["question"], rows["author"]
                days[here], self._lengths[here] = rows["day"], rows["runs"]
                self._starts[here] = np.cumsum(rows["runs"], dtype=np.int64) - rows["runs"]
                signed.write(rows["signature"].tobytes())
                for number in range(BANDS):
                    bands.seek((number * self._total + begin) * _NUMBER_BYTES)
                    bands.write(rows["bands"][:, number].tobytes())
                begin += count
        shape = (self._total, SIGNATURE)
        self._signatures = np.memmap(signatures, np.uint8, "r", shape=shape)
        self._order = np.lexsort((self.questions, days)).astype(np.uint32)
        self.questions = self.questions[self._order]
        self.authors = self.authors[self._order]

    def __len__(self) -> int:
        return self._total

    def band(self, number: int) -> Numbers:
        """What the texts have in one band."""
        offset = number * self._total * _NUMBER_BYTES
        values = np.fromfile(self._bands, np.uint32, count=self._total, offset=offset)
        return values[self._order]

    def signature(self, place: int) -> Bytes:
        """The signature of a text."""
        return np.asarray(self._signatures[self._order[place]])

    def signatures(self, places: Places) -> Bytes:
        """The signatures of several texts."""
        return np.asarray(self._signatures[self._order[places]])

    def runs(self, place: int) -> Numbers:
        """The runs of a text."""
        source = self._order[place]
        return np.fromfile(
            self._files[self._file_of[source]],
            np.uint32,
            count=int(self._lengths[source]),
            offset=int(self._starts[source]) * _NUMBER_BYTES,
        )

    @property
    def candidates_file(self) -> Path:
        """Where :func:`candidates` keeps what it finds."""
        return self._bands.with_suffix(".candidates")


def candidates(texts: Texts) -> Iterator[tuple[int, Places]]:
    """Each text that shares a band with earlier ones: of each band the first of them, and the last.

    It is the text itself where it is the first to have its value in a band.
    """
    total, path = len(texts), texts.candidates_file
    with path.open("wb") as found:
        for number in range(BANDS):
            for places in _sharing(texts.band(number)):
                places.tofile(found)
    for begin in range(0, total, _BLOCK):
        size = min(_BLOCK, total - begin)
        columns = [
            np.fromfile(path, np.uint32, count=size, offset=(row * total + begin) * _NUMBER_BYTES)
            for row in range(2 * BANDS)
        ]
        block = np.stack(columns, axis=1)
        own = np.arange(begin, begin + size, dtype=np.uint32)
        for row in np.flatnonzero((block != own[:, None]).any(axis=1)):
            earlier = block[row]
            yield begin + int(row), earlier[earlier != begin + row]


def _sharing(values: Numbers) -> tuple[Places, Places]:
    """For each text the first that has the same value, and the last one before it."""
    order = np.argsort(values, kind="stable").astype(np.uint32)
    values = values[order]
    again = np.flatnonzero(values[1:] == values[:-1]) + 1
    begins = np.arange(len(values))
    begins[again] = 0
    begins = np.maximum.accumulate(begins)
    firsts, lasts = np.arange(len(values), dtype=np.uint32), np.arange(len(values), dtype=np.uint32)
    firsts[order[again]] = order[begins[again]]
    lasts[order[again]] = order[again - 1]
    return firsts, lasts
