"""What a text is compared by: its runs of three words, and a signature that finds its like.

Both are numbers. A process that converts a batch leaves them in two files of the working folder, so
that no text is kept in memory, however many there are.
"""

from hashlib import blake2b
from pathlib import Path
from zlib import crc32

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from questions_rdf import iris
from questions_rdf.facts import Faits
from questions_rdf.rapprochements.ecriture import words
from questions_rdf.records import Personne, key_of

Numbers = NDArray[np.uint32]

FEWEST_RUNS = 40
"""Shorter texts do not count: the formulas of opening and end would make them alike."""

BANDS, _ROWS = 32, 4
SIGNATURE = BANDS * _ROWS
# Two texts that share a band are compared. Of those with a similarity of 0.5, 87 in 100 do, of 0.6
# 99, of 0.7 all but 2 in 10,000; of those with 0.05, which is much for texts that have nothing to
# do with each other, 2 in 10,000.
_SEED = 1
_AT_ONCE = 4096  # runs: 2 MB of permuted numbers

_OPENING_WORDS = 50
_OPENING_ENDS = frozenset((b"sur", b"sujet", b"quant", b"concernant"))

_ODD = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_BYTE = np.uint32(0xFF)

UNDATED = 2**32 - 1
ROW = np.dtype(
    [
        ("question", "u8"),
        ("author", "u8"),
        ("day", "u4"),
        ("runs", "u4"),
        ("bands", "u4", BANDS),
        ("signature", "u1", SIGNATURE),
    ]
)
"""A text: whose it is, its day, how many runs it has, what it has in each band, and a byte of each
number of its signature."""


def rows_file(folder: Path, batch: int) -> Path:
    """Where the texts of a batch are."""
    return folder / f"{batch:06}.similar"


def runs_file(folder: Path, batch: int) -> Path:
    """Where their runs are, one text after the other."""
    return folder / f"{batch:06}.runs"


class Empreintes:
    """The texts of one batch."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, int, int, int, Numbers, Numbers]] = []
        self._runs: list[Numbers] = []
        self._minhash = MinHash(SIGNATURE, seed=_SEED, hashfunc=int)

    def note(self, faits: Faits) -> None:
        """Take in the text of a question, if it is long enough."""
        runs = runs_of(faits.texte or "")
        if len(runs) < FEWEST_RUNS:
            return
        question, day = faits.question, faits.question.info_jo.date
        signature = self._signature(runs)
        self._runs.append(runs)
        self._rows.append(
            (
                key_of(question.legislature, question.nature, question.numero),
                _author(question.auteur),
                day.toordinal() if day else UNDATED,
                len(runs),
                _bands(signature),
                signature & _BYTE,
            )
        )

    def write(self, folder: Path, batch: int) -> None:
        """Leave them in the files of that batch; none, where there is nothing to say."""
        if self._rows:
            np.array(self._rows, dtype=ROW).tofile(rows_file(folder, batch))
            np.concatenate(self._runs).tofile(runs_file(folder, batch))

    def _signature(self, runs: Numbers) -> Numbers:
        self._minhash.clear()
        for start in range(0, len(runs), _AT_ONCE):
            self._minhash.update_batch(runs[start : start + _AT_ONCE].tolist())
        signature: Numbers = self._minhash.hashvalues
        return signature


def runs_of(text: str) -> Numbers:
    """The runs of three words behind the opening of a text, as numbers, each once and in order.

    Two of the 250 runs of a text have the same number in one text of 100,000.
    """
    found = words(text)
    hashes = np.fromiter(map(crc32, found[_opening(found) :]), np.uint64)
    return np.unique(_mixed([hashes[:-2], hashes[1:-1], hashes[2:]]))


def _opening(found: list[bytes]) -> int:
    """Where the matter begins: behind "Mme X attire l'attention de M. le ministre … sur"."""
    for place, word in enumerate(found[:_OPENING_WORDS]):
        if word in _OPENING_ENDS:
            return place + 1
    return 0


def _bands(signature: Numbers) -> Numbers:
    values = signature.reshape(BANDS, _ROWS).astype(np.uint64)
    return _mixed([values[:, row] for row in range(_ROWS)])


def _mixed(parts: list[NDArray[np.uint64]]) -> Numbers:
    """One number for each row of several."""
    mixed = np.zeros_like(parts[0])
    for part in parts:
        mixed = (mixed ^ part) * _ODD
        mixed ^= mixed >> _HALF
    return (mixed * _ODD >> _HALF).astype(np.uint32)


def _author(auteur: Personne | None) -> int:
    """A number for a deputy; 0 for nobody known."""
    iri = iris.acteur(auteur) if auteur else None
    return int.from_bytes(blake2b(iri.encode(), digest_size=8).digest()) if iri else 0
