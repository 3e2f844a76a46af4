"""From an XML document to the raw objects of its questions; the same for every XML layout."""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _characters, _xml_elements, _xml_records
from questions_rdf.readers._byte_window import Slice, State
from questions_rdf.readers._protocol import Found

# Declaration, comments and instructions, then the document type or the first element.
_PROLOG = re.compile(
    r"\ufeff?\s*+(?:(?:(?><\?.*?\?>)|(?><!--.*?-->))\s*+)*+"
    r"(?:<!DOCTYPE\s++(?P<doctype>[\w.:-]++)|<(?P<root>[\w.:-]++)(?=[\s/>]))",
    re.DOTALL,
)
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

Convert = Callable[[dict[str, Any], Origin, str], Iterator[Found | Problem]]
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
    """The questions of a document in that layout.

    One with a document type is refused whole: it can define what its text says, and fetch the rest.
    """
    prolog = _PROLOG.match(_characters.decode_beginning(document.head))
    if prolog is not None and prolog["doctype"]:
        yield catalogue.XML_DOCTYPE.at(document.origin)
        return
    listed = prolog is not None and _root(prolog) in form.lists
    reported: set[str] = set()
    elements = 0
    for index, piece in enumerate(_xml_records.records(_utf8_chunks(document), form.marks)):
        path = f"{form.element}[{index}]" if listed or index else form.element
        elements += piece.state is not State.NO_END
        for found in _read_piece(piece, document.origin, path, form):
            if isinstance(found, Problem) and found.code == catalogue.ENCODAGE_CP1252.code:
                if found.code in reported:
                    continue
                reported.add(found.code)
            yield found
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


def _read_piece(piece: Slice, origin: Origin, path: str, form: Layout) -> Iterator[Found | Problem]:
    """The question in one slice, or the one problem that says what the slice is instead."""
    place = origin.at_path(path)
    if piece.state is State.NO_END:
        yield catalogue.XML_SANS_FIN.at(origin, offset=piece.offset)
    elif piece.state is State.TRUNCATED:
        yield catalogue.XML_TRONQUE.at(place, offset=piece.offset)
    elif piece.state is State.STRAY:
        yield catalogue.XML_ILLISIBLE.at(place, reason=_shown(piece.data))
    else:
        yield from _read_whole(piece.data, origin, path, form)


def _read_whole(data: bytes, origin: Origin, path: str, form: Layout) -> Iterator[Found | Problem]:
    """The question in ``data``; illegal characters are looked for where the parser met one."""
    place = origin.at_path(path)
    text, was_cp1252 = _characters.decode(data)
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
    yield from form.convert(fields, origin, path)


def _shown(data: bytes) -> str:
    return _characters.without_illegal(data[:60].decode("utf-8", errors="replace"))[0]
