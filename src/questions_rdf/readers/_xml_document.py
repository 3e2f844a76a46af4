"""From an XML document to the raw objects of its questions; the same for every XML layout."""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _characters, _xml_elements, _xml_records
from questions_rdf.readers._byte_window import Slice, State
from questions_rdf.readers._pieces import Piece, in_order
from questions_rdf.readers._protocol import Found

# Declaration, comments and instructions, then the document type or the first element.
_PROLOG = re.compile(
    r"\ufeff?\s*+(?>(?:(?:(?><\?.*?\?>)|(?><!--.*?-->))\s*+)*)"
    r"(?:<!DOCTYPE\s++(?P<doctype>[\w.:-]++)|<(?P<root>[\w.:-]++)(?=[\s/>]))",
    re.DOTALL,
)
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

Convert = Callable[[dict[str, Any], Origin, str], Iterable[Found | Problem]]
"""From a raw object, its document and its path to the question, as a layout writes it."""


class Layout(NamedTuple):
    """An XML layout: the element of a question, its lists, its elements of text, its meaning."""

    element: str
    lists: tuple[str, ...]
    markup: frozenset[str]
    marks: _xml_records.Marks
    convert: Convert


def layout(
    element: str, convert: Convert, markup: frozenset[str], lists: tuple[str, ...] = ()
) -> Layout:
    """The layout in which ``element`` is a question."""
    return Layout(element, lists, markup, _xml_records.Marks(element, lists), convert)


def is_in(form: Layout, head: str) -> bool:
    """Whether a document that begins with ``head`` is in this layout, by its first element."""
    prolog = _PROLOG.match(head)
    return prolog is not None and _root(prolog) in (form.element, *form.lists)


def _root(prolog: re.Match[str]) -> str:
    name: str = prolog["root"] or prolog["doctype"]
    return name.rpartition(":")[2]


def read(document: Document, form: Layout) -> Iterator[Found | Problem]:
    """The questions of a document in that layout."""
    return in_order(pieces(document, form), partial(read_piece, form=form), document.origin)


def pieces(document: Document, form: Layout) -> Iterator[Piece | Problem]:
    """What should be a question each, as bytes, and a problem for what cannot be one.

    A document with a document type is refused whole: it can define what its text says, and fetch
    the rest.
    """
    prolog = _PROLOG.match(_characters.decode_beginning(document.head))
    if prolog is not None and prolog["doctype"]:
        yield catalogue.XML_DOCTYPE.at(document.origin)
        return
    listed = prolog is not None and _root(prolog) in form.lists
    elements = 0
    for index, found in enumerate(_xml_records.records(_utf8_chunks(document), form.marks)):
        elements += found.state is not State.NO_END
        path = f"{form.element}[{index}]" if listed or index else form.element
        yield _piece(found, document.origin, path)
    if not elements:
        yield catalogue.XML_SANS_QUESTION.at(document.origin, expected=form.element)


def _utf8_chunks(document: Document) -> Iterator[bytes]:
    """The bytes as they are; UTF-16, known by its mark, as UTF-8."""
    chunks = document.chunks()
    encoding = _UTF16.get(document.head[:2])
    if encoding is None:
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for chunk in chunks:
        if piece := decoder.decode(chunk).encode("utf-8", errors="replace"):
            yield piece


def _piece(found: Slice, origin: Origin, path: str) -> Piece | Problem:
    """One slice, or the one problem that says what it is instead of a question."""
    place = origin.at_path(path)
    if found.state is State.NO_END:
        return catalogue.XML_SANS_FIN.at(origin, offset=found.offset)
    if found.state is State.TRUNCATED:
        return catalogue.XML_TRONQUE.at(place, offset=found.offset)
    if found.state is State.STRAY:
        return catalogue.XML_ILLISIBLE.at(place, reason=_characters.shown(found.data))
    return Piece(path, found.data)


def read_piece(piece: Piece, origin: Origin, form: Layout) -> Iterator[Found | Problem]:
    """The question in one piece; illegal characters are looked for where the parser met one."""
    place = origin.at_path(piece.path)
    text, was_cp1252 = _characters.decode(piece.data)
    if was_cp1252:
        yield catalogue.ENCODAGE_CP1252.at(place)
    try:
        try:
            fields = _xml_elements.fields(text, form.markup)
        except _xml_elements.MalformedError:
            text, characters = _characters.without_illegal(text)
            if not characters:
                raise
            yield catalogue.CARACTERE_ILLEGAL.at(place, characters=characters)
            fields = _xml_elements.fields(text, form.markup)
    except _xml_elements.MalformedError as error:
        yield catalogue.XML_ILLISIBLE.at(place, reason=error)
        return
    yield from form.convert(fields, origin, piece.path)
