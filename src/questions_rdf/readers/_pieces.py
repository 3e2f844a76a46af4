"""A document cut into pieces that can be read one by one, in any process, each on its own.

To cut looks at bytes only and is cheap; to read a document is to read its pieces in their order.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers._protocol import Found, Reader


class Piece(NamedTuple):
    """Some bytes that should be a record: its path in the document, and the line if it is one."""

    path: str
    data: bytes
    line: int | None = None


class Cutter(Reader, Protocol):
    """A reader whose documents can be cut.

    ``read`` gives what :func:`in_order` does; a problem that says what the document lacks as a
    whole is among the pieces. ``pieces`` raises what reading the document does, ``read_piece``
    nothing.
    """

    def pieces(self, document: Document) -> Iterator[Piece | Problem]:
        """What should be a question each, as bytes."""
        ...

    def read_piece(self, piece: Piece, document: Origin) -> Iterable[Found | Problem]:
        """The question of one piece of that document, and what is wrong in it."""
        ...


def in_order(
    pieces: Iterable[Piece | Problem],
    read_piece: Callable[[Piece, Origin], Iterable[Found | Problem]],
    document: Origin,
) -> Iterator[Found | Problem]:
    """What all pieces of a document give, one after the other."""
    return said_once(
        found
        for piece in pieces
        for found in ((piece,) if isinstance(piece, Problem) else read_piece(piece, document))
    )


def said_once(found: Iterable[Found | Problem]) -> Iterator[Found | Problem]:
    """What the pieces of one document give, the remark on its encoding once."""
    said = False
    for one in found:
        if isinstance(one, Problem) and one.code == catalogue.ENCODAGE_CP1252.code:
            if said:
                continue
            said = True
        yield one
