"""The official XML of the Assemblée nationale, legislatures 14 to 17.

A document is either one question (root ``question`` in the namespace of the Assembly, from the 15th
legislature on) or a list of them (root ``questionsEcrites`` and the like, no namespace, the 14th),
which is read as a stream. The elements are those of the official JSON, and are read by the same
module. Dates are ISO or ``dd/mm/yyyy``.
"""

from collections.abc import Iterator

from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _xml_document
from questions_rdf.readers._opendata_question import record
from questions_rdf.readers._pieces import Piece
from questions_rdf.readers._protocol import Found, Rank

NAME = "opendata-xml"
RANK = Rank.OPEN_DATA

_LAYOUT = _xml_document.layout(
    "question",
    record,
    markup=frozenset(("texte", "erratum")),
    lists=("questionsEcrites", "questionsGvt", "questionsOralesSansDebat"),
)


def sniff(head: str) -> bool:
    """XML whose first element is a question or a list of them."""
    return _xml_document.is_in(_LAYOUT, head)


def read(document: Document) -> Iterator[Found | Problem]:
    """The questions of one member or of one big list."""
    return _xml_document.read(document, _LAYOUT)


def pieces(document: Document) -> Iterator[Piece | Problem]:
    """What should be a question each, as bytes."""
    return _xml_document.pieces(document, _LAYOUT)


def read_piece(piece: Piece, document: Origin) -> Iterator[Found | Problem]:
    """The question of one piece of that document, or why there is none."""
    return _xml_document.read_piece(piece, document, _LAYOUT)
