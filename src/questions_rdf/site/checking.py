"""What was written is read again by a strict parser: each form of RDF holds what its page does."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.errors import OutputError
from questions_rdf.resources.json_ld import BEGINNING, together
from questions_rdf.resources.statements import Statement, statements_of

_TURTLE, _JSON_LD = ox.RdfFormat.TURTLE, ox.RdfFormat.JSON_LD
_AT_A_TIME = 20
_MOST_BYTES = 1 << 20
_MARK = ox.Quad(*map(ox.NamedNode, (BEGINNING.subject, BEGINNING.term, str(BEGINNING.value))))


class Forms(NamedTuple):
    """The forms of a page, and what they have to hold.

    Args:
        path: where it stands, without suffix.
        base: the data base.
        statements: what it holds.
        turtle: the content of its ``.ttl``.
        json_ld: that of its ``.jsonld``.
    """

    path: str
    base: str
    statements: Sequence[Statement]
    turtle: bytes
    json_ld: bytes


class Checking:
    """Checks forms, those of some pages at a time.

    More than half of reading a page's JSON-LD is reading its context, which is the same in all of
    them: documents behind one context take as long as Turtle. A parser gives what stands in them
    in order, and a mark between two of them tells what is whose. Only if something is wrong with
    what was read so is each file read by itself, to tell which it is.
    """

    def __init__(self, at_a_time: int = _AT_A_TIME) -> None:
        self._at_a_time = at_a_time
        self._waiting: list[Forms] = []
        self._bytes = 0

    def take(self, forms: Forms) -> None:
        """Check these forms, now or with others.

        Raises:
            OutputError: as :meth:`finish`.
        """
        self._waiting.append(forms)
        self._bytes += len(forms.json_ld)
        if len(self._waiting) >= self._at_a_time or self._bytes > _MOST_BYTES:
            self.finish()

    def finish(self) -> None:
        """Check all forms that wait for it.

        Raises:
            OutputError: if a form does not read back as what the page holds: a fault of ours.
        """
        waiting, self._waiting, self._bytes = self._waiting, [], 0
        if len(waiting) > 1 and _hold(waiting):
            return
        for one in waiting:
            _check(one)


def _hold(pages: Sequence[Forms]) -> bool:
    """Whether each Turtle holds what its page does, and each JSON-LD what the Turtle does."""
    try:
        in_turtle = [set(ox.parse(one.turtle, format=_TURTLE)) for one in pages]
        if any(
            set(statements_of(found)) != set(one.statements)
            for found, one in zip(in_turtle, pages, strict=True)
        ):
            return False
        in_one = together((one.json_ld for one in pages), pages[0].base)
        return _in_order(list(ox.parse(in_one, format=_JSON_LD)), in_turtle)
    except (SyntaxError, ValueError):
        return False


def _in_order(read: Sequence[ox.Quad], parts: Sequence[set[ox.Quad]]) -> bool:
    """Whether what was read is these parts, in their order, each behind a mark."""
    start = 0
    for part in parts:
        end = start + 1 + len(part)
        if read[start : start + 1] != [_MARK] or set(read[start + 1 : end]) != part:
            return False
        start = end
    return start == len(read)


def _check(page: Forms) -> None:
    held = set(page.statements)
    for path, content, syntax in _files(page):
        try:
            found = set(statements_of(ox.parse(content, format=syntax)))
        except (SyntaxError, ValueError) as error:
            raise OutputError(f"{path} does not read back: {error}") from error
        if found != held:
            raise OutputError(f"{path} does not hold what the page does")


def _files(page: Forms) -> Iterator[tuple[str, bytes, ox.RdfFormat]]:
    yield f"{page.path}.ttl", page.turtle, _TURTLE
    yield f"{page.path}.jsonld", page.json_ld, _JSON_LD
