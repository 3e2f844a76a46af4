"""Where a provisional name led: the IRI by name of a deputy or a group, and what it became.

The pairs stand in a file of their own, outside the data, so that links to a provisional IRI of an
earlier build can be followed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from questions_rdf.rows import Kind, Resource, Row, Table

PREFIXES = ("dcterms",)


class _Redirection(NamedTuple):
    iri: str
    remplace_par: tuple[str, ...]


_REDIRECTION = Table(
    lambda redirection: str(redirection.iri),
    (),
    (Row("remplacePar", "dcterms:isReplacedBy", Kind.LINK, many=True),),
)


def describe(pairs: Iterable[tuple[str, str]]) -> Iterator[Resource]:
    """Each provisional IRI with what replaces it, from (provisional, resolved) pairs of IRIs.

    One name can stand for two people at different times, and then has two successors.
    """
    resolved: dict[str, set[str]] = defaultdict(set)
    for provisional, successor in pairs:
        resolved[provisional].add(successor)
    for provisional in sorted(resolved):
        successors = tuple(sorted(resolved[provisional]))
        yield Resource(_REDIRECTION, _Redirection(provisional, successors))
