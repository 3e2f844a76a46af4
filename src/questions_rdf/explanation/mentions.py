"""Where the data speaks of a resource: its own statements, and those that lead to it.

A file of N-Triples is searched as bytes, and only what is found is parsed; any other file is parsed
from its beginning.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.data_files import is_compressed, quads, syntax
from questions_rdf.errors import UnreadableInputError

_MOST_NAMED = 10
_CHUNK_BYTES = 8 * 1024**2

Tell = Callable[[int], None]
"""Called with the number of statements that were gone through, where they are parsed."""
_TOLD_EACH = 100_000


class Mentions(NamedTuple):
    """What the data says of some resources.

    Args:
        documents: the statements of each resource that there is, and of what is part of it
            (fragments), in their order.
        naming: how many statements of other resources lead to one of them, by property.
        named_by: the first of these resources.
    """

    documents: dict[str, list[ox.Quad]]
    naming: Counter[str]
    named_by: list[str]


def mentions(files: Sequence[Path], names: Collection[str], tell: Tell) -> Mentions:
    """Everything that the files say of ``names``, which are addresses without fragment.

    Raises:
        UnreadableInputError: if a file is not what its name says.
    """
    wanted = frozenset(names)
    found = Mentions({}, Counter(), [])
    for path in files if wanted else ():
        is_plain = syntax(path) == ox.RdfFormat.N_TRIPLES and not is_compressed(path)
        for quad in _searched(path, wanted) if is_plain else _told(quads(path), tell):
            _take(quad, wanted, found)
    return found


def _take(quad: ox.Quad, wanted: frozenset[str], found: Mentions) -> None:
    about = _document(quad.subject)
    if about in wanted:
        found.documents.setdefault(about, []).append(quad)
    elif _document(quad.object) in wanted:
        found.naming[quad.predicate.value] += 1
        if len(found.named_by) < _MOST_NAMED and about not in found.named_by:
            found.named_by.append(about)


def _document(term: object) -> str:
    return term.value.partition("#")[0] if isinstance(term, ox.NamedNode) else ""


def _told(found: Iterable[ox.Quad], tell: Tell) -> Iterator[ox.Quad]:
    for number, quad in enumerate(found, 1):
        if number % _TOLD_EACH == 0:
            tell(number)
        yield quad


def _searched(path: Path, names: frozenset[str]) -> Iterator[ox.Quad]:
    """The statements of a file of N-Triples that name one of ``names``."""
    needles = _needles(names)
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                chunk += stream.readline()
                for start, end in _lines(chunk, needles):
                    yield from ox.parse(chunk[start:end], format=ox.RdfFormat.N_TRIPLES)
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableInputError(f"{path}: {error}") from error


def _needles(names: Collection[str]) -> list[bytes]:
    """What every line that names one of them has: the end that all have in common.

    A number is looked for in all legislatures at once.
    """
    backwards = zip(*(reversed(name) for name in names), strict=False)
    shared = takewhile(lambda signs: len(set(signs)) == 1, backwards)
    end = "".join(signs[0] for signs in shared)[::-1].encode()
    return [end + b">", end + b"#"]


def _lines(data: bytes, needles: Sequence[bytes]) -> list[tuple[int, int]]:
    """Where the lines begin and end that have one of the needles, in their order."""
    found = set()
    for needle in needles:
        at = data.find(needle)
        while at >= 0:
            end = data.find(b"\n", at) + 1 or len(data)
            found.add((data.rfind(b"\n", 0, at) + 1, end))
            at = data.find(needle, end)
    return sorted(found)
