"""Groups of questions with nearly the same text, out of the numbers that the batches left.

Texts are gone through by date. Each is compared with the first texts of those groups that some text
alike in a band belongs to, and joins the group whose first text it resembles most; if it resembles
none enough, it may become the first of a group itself. So a later question never changes who is in
a group already, and the group keeps its IRI.

A text has at most two candidates a band, however many others share the band: no input takes
quadratic time.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from questions_rdf import iris
from questions_rdf.rapprochements.empreintes import Numbers
from questions_rdf.rapprochements.records import GroupeSimilaire
from questions_rdf.rapprochements.textes import Places, Texts, candidates
from questions_rdf.records import uid_of_key

THRESHOLD = Decimal("0.5")
_THOUSANDTHS = 1000
_ENOUGH = int(THRESHOLD * _THOUSANDTHS)
_PLAUSIBLE = 46
# of the 128 bytes of two signatures are the same: of 10,000 pairs with a similarity of 0.5, all but
# some 7 have that many. The others need not be compared.
_FEWEST_AUTHORS = 2
_KEPT = 32  # the runs of so many first texts; those of the longest take 4 MB


def groupes(folder: Path) -> Iterator[GroupeSimilaire]:
    """The groups among the texts that the batches left in ``folder``, by their first question."""
    files = sorted(folder.glob("*.similar"))
    if not files:
        return
    texts = Texts(files)
    assigned = _assigned(texts)
    for members in _by_first(assigned.firsts):
        authors = np.unique(texts.authors[members])
        if len(authors) - (0 in authors) < _FEWEST_AUTHORS:
            continue
        uids = tuple(uid_of_key(int(texts.questions[one])) for one in members)
        lowest = Decimal(int(assigned.similar[members].min())) / _THOUSANDTHS
        yield GroupeSimilaire(iris.groupe_similaire(uids[0]), lowest, uids)


class _Assigned(NamedTuple):
    """For each text, the first of its group, and how similar it is to that, in thousandths."""

    firsts: Places
    similar: NDArray[np.uint16]


def _assigned(texts: Texts) -> _Assigned:
    found = _Assigned(
        np.arange(len(texts), dtype=np.uint32), np.full(len(texts), _THOUSANDTHS, np.uint16)
    )
    first_runs = lru_cache(_KEPT)(texts.runs)
    for place, earlier in candidates(texts):
        firsts = np.unique(found.firsts[earlier])
        alike = np.count_nonzero(texts.signatures(firsts) == texts.signature(place), axis=1)
        plausible = firsts[alike >= _PLAUSIBLE]
        if not len(plausible):
            continue
        runs = texts.runs(place)
        values = [similarity(runs, first_runs(int(first))) for first in plausible]
        best = values.index(max(values))
        if values[best] >= _ENOUGH:
            found.firsts[place], found.similar[place] = plausible[best], values[best]
    return found


def similarity(one: Numbers, other: Numbers) -> int:
    """How much of what two texts have they have in common (Jaccard), in thousandths."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common * _THOUSANDTHS // (len(one) + len(other) - common)


def _by_first(firsts: Places) -> Iterator[NDArray[np.int64]]:
    """The texts of each group of several, in their order; the first one comes first."""
    order = np.argsort(firsts, kind="stable")
    bounds = np.flatnonzero(np.diff(firsts[order])) + 1
    begins = np.concatenate(([0], bounds))
    ends = np.concatenate((bounds, [len(order)]))
    for several in np.flatnonzero(ends - begins > 1):
        yield order[begins[several] : ends[several]]
