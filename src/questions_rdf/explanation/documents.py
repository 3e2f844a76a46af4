"""The documents that a resource was read from, found and read again.

They are looked for by their name, in the inputs that the manifest names and in those that are named
besides; a document is the one that was read if its digest is.
"""

import codecs
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from questions_rdf.documents import HEAD_BYTES, Document, DocumentError
from questions_rdf.problems import Problem
from questions_rdf.readers import Found, Piece, cutter_of, read
from questions_rdf.records import Question
from questions_rdf.sources import Limits, documents_named

_TWO_BYTES = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Place(msgspec.Struct, frozen=True):
    """Where a document is now, and where in it the question stands.

    ``sha256`` is the digest as it is; ``line`` and ``path`` are as in the problem report.
    """

    file: str
    member: str | None
    sha256: str
    line: int | None = None
    path: str | None = None


class DocumentExplained(msgspec.Struct, frozen=True):
    """A document by what the data says of it, and where it was found.

    Args:
        iri: its address in the data.
        title: its name.
        places: where it is; none where it was not found.
        changed: files that have a document of this name, which is another one now.
    """

    iri: str
    title: str
    places: list[Place]
    changed: list[str]


class Reading(msgspec.Struct, frozen=True):
    """A document with the question as it was read from it again."""

    document: DocumentExplained
    question: Question | None


class Wanted(msgspec.Struct, frozen=True):
    """A document that is looked for: address, name, and the first digits of its digest."""

    iri: str
    title: str
    digits: str


def found_again(
    wanted: Sequence[Wanted], uid: str | None, paths: Sequence[str], tell: Callable[[str], None]
) -> list[Reading]:
    """The documents, and in each the question of that uid."""
    present = [path for path in paths if Path(path).exists()]
    names = {one.title for one in wanted}
    places: dict[str, list[Place]] = {one.iri: [] for one in wanted}
    changed: dict[str, list[str]] = {one.iri: [] for one in wanted}
    questions: dict[str, Question] = {}
    for document in _documents(names, present):
        tell(str(document.origin))
        found = _read(document, uid) if uid else None
        digest = _digest(document)
        for one in wanted:
            if one.title != document.name:
                continue
            if not digest.startswith(one.digits):
                changed[one.iri].append(str(document.origin))
                continue
            places[one.iri].append(_place(document, digest, found))
            if found:
                questions.setdefault(one.iri, found.question)
    return [
        Reading(
            DocumentExplained(one.iri, one.title, places[one.iri], changed[one.iri]),
            questions.get(one.iri),
        )
        for one in wanted
    ]


def _documents(names: set[str], paths: Sequence[str]) -> Iterator[Document]:
    if not names or not paths:
        return
    for found in documents_named(names, paths, Limits()):
        if isinstance(found, Document) and found.name in names:
            yield found


def _digest(document: Document) -> str:
    """The digest of all of a document; none that fits anything where it cannot be read."""
    try:
        document.exhaust()
    except DocumentError:
        return ""
    return document.sha256


def _place(document: Document, digest: str, found: Found | None) -> Place:
    origin = found.origin if found else document.origin
    return Place(
        document.origin.file, document.origin.member, digest, line=origin.line, path=origin.path
    )


def _read(document: Document, uid: str) -> Found | None:
    """The question in a document; of a long list only the pieces are read that name its number."""
    found: Found | None = None
    try:
        for one in _questions(document, uid):
            if isinstance(one, Found) and one.question.uid == uid:
                found = found or one
    except DocumentError:
        return found
    return found


def _questions(document: Document, uid: str) -> Iterator[Found | Problem]:
    cutter = cutter_of(document) if len(document.head) >= HEAD_BYTES else None
    if cutter is None or document.head.startswith(_TWO_BYTES):
        yield from read(document)
        return
    number = uid.rstrip("0123456789")
    needles = (uid.encode(), uid.removeprefix(number).encode())
    for piece in cutter.pieces(document):
        if isinstance(piece, Piece) and any(needle in piece.data for needle in needles):
            yield from cutter.read_piece(piece, document.origin)
