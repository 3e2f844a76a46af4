"""Whether two files hold the same triples: speeds are compared only where they do."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

_FORMATS = {
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ttl": ox.RdfFormat.TURTLE,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
_SHOWN = 3


class DisagreementError(SystemExit):
    """Two programs wrote different graphs: there is nothing to compare."""


def triples(path: Path, wanted: Callable[[str], bool] | None = None) -> Iterator[str]:
    """The triples of a file, as N-Triples spells them; those that are ``wanted``."""
    for quad in ox.parse(path=str(path), format=_FORMATS[path.suffix]):
        line = str(quad)
        if wanted is None or wanted(line):
            yield line


def refuse_other_triples(name: str, ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many triples both have.

    Raises:
        DisagreementError: if one has a triple that the other has not.
    """
    known = {_digest(line) for line in ours}
    kept: set[bytes] = set()
    foreign: list[str] = []
    for line in theirs:
        digest = _digest(line)
        kept.add(digest)
        if digest not in known and len(foreign) < _SHOWN:
            foreign.append(line)
    if foreign or kept != known:
        shown = "\n".join(line[:300] for line in islice(foreign, _SHOWN))
        missing = len(known - kept)
        raise DisagreementError(
            f"{name}: not the same triples ({missing} missing); no speed is compared.\n{shown}"
        )
    return len(known)


def _digest(line: str) -> bytes:
    return blake2b(line.encode(), digest_size=16).digest()
