"""The statements of a document in the order in which a page has them, and what they point to.

Where they come from, a store or a stream, makes no difference.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from questions_rdf.resources import places
from questions_rdf.resources.description import Listing
from questions_rdf.resources.statements import Literal, Statement, is_blank

_DIGITS = re.compile(r"(\d+)")


def in_document(about: str, said: Callable[[str], Iterable[Statement]]) -> Iterator[Statement]:
    """The statements of a document: of what it is named for, and of the parts that it leads to.

    Args:
        about: the document: an IRI without fragment.
        said: gives what is said of a subject.
    """
    waiting, seen, inside = deque([about]), {about}, f"{about}#"
    while waiting:
        for one in _ordered(said(waiting.popleft())):
            yield one
            value = one.value
            if isinstance(value, str) and value.startswith(inside) and value not in seen:
                seen.add(value)
                waiting.append(value)


def _ordered(found: Iterable[Statement]) -> Iterator[Statement]:
    """Statements in order; most properties have one value, of which there is nothing to order."""
    by_term: dict[str, list[Statement]] = {}
    for one in found:
        by_term.setdefault(one.term, []).append(one)
    for term in sorted(by_term):
        several = by_term[term]
        if len(several) > 1:
            several.sort(key=order)
        yield from several


def order(one: Statement) -> tuple[str, list[str | int], tuple[str, ...]]:
    """Where a statement stands among those of its subject."""
    if isinstance(one.value, Literal):
        literal = (one.value.value, one.value.datatype, one.value.language or "")
        return one.term, [], literal
    return one.term, natural(one.value), ()


def natural(iri: str) -> list[str | int]:
    """``#texte-2`` before ``#texte-10``."""
    pieces = _DIGITS.split(iri)
    return [int(one) if rank % 2 else one for rank, one in enumerate(pieces)]


def pointed_to(said: Iterable[Statement], page: str) -> set[str]:
    """The things that a page names and does not hold itself."""
    things = {one.value for one in said if isinstance(one.value, str)}
    return {one for one in things if not is_blank(one) and places.document(one) != page}


def named_in(listings: Iterable[Listing]) -> Iterator[str]:
    """The things that lists name."""
    for listing in listings:
        yield from (thing.iri for thing in listing.things)
        for line in listing.lines:
            yield from filter(None, (line.auteur, line.ministere, line.question))
