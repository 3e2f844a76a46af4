"""What a reader is."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple, Protocol

from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.records import Question


class Rank(IntEnum):
    """How far a kind of source is trusted where two differ; the lower, the more."""

    OPEN_DATA = 0
    SITE_XML = 1
    PAGE = 2


class Found(NamedTuple):
    """A question, the place in its document where it stands, and the rank of its reader."""

    question: Question
    origin: Origin
    rank: Rank = Rank.PAGE


class Reader(Protocol):
    """A module that reads one layout.

    ``sniff`` looks at the head of a document only; ``read`` never raises because of the input: what
    it cannot use is a :class:`Problem` among the questions. A record that is not published gives
    exactly one problem with ``rejected``.
    """

    NAME: str
    RANK: Rank

    def sniff(self, head: str) -> bool:
        """Whether a document that begins with ``head`` is in this layout."""
        ...

    def read(self, document: Document) -> Iterator[Found | Problem]:
        """The questions of the document, and what is wrong in it."""
        ...
