"""The HTML of a page, out of the ways in which browsers and people keep pages.

UTF-8 first and strictly; then Windows-1252, as browsers read what declares ISO-8859-1. A page that
declares it is read without a word, any other one with the problem ``encodage-cp1252``.
"""

import base64
import binascii
import codecs
import quopri
import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from questions_rdf import catalogue
from questions_rdf.documents import Document, DocumentError
from questions_rdf.problems import Problem
from questions_rdf.readers import _characters

MOST_CHARACTERS = 20_000_000
"""Longest page that is parsed; saved pages carry pictures, styles and scripts inside."""

IS_ARCHIVE = re.compile(
    r"\s*(?:From|Subject|Date|MIME-Version|Content-Type|Snapshot-Content-Location):"
    r"(?s:.){0,4000}?multipart/related",
    re.IGNORECASE,
)
"""A web archive (MHTML), which Chrome and Edge write: the beginning of its text."""

_HEAD = 4096
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*(?:iso-?8859-1|latin-?1|windows-1252|cp1252)\b""",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(rb'boundary="?([^"\s;]{1,200})', re.IGNORECASE)
_IS_HTML = re.compile(rb"^content-type:\s*text/html", re.MULTILINE)
_LOCATION = re.compile(
    r"^(?:Snapshot-)?Content-Location:\s*(\S{1,2000})", re.IGNORECASE | re.MULTILINE
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S{1,2000})")
_SAVED_BY = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})")
_BEGINS = re.compile(r"<(?:!doctype|html)\b", re.IGNORECASE)
_ENDS = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]*>([^<]{0,300})", re.IGNORECASE)
_ILLEGAL_BYTES = bytes(sorted({*range(32)} - set(b"\t\n\f\r")))
_CODE_LINES = "td.line-content, body#viewsource pre"


class Source(NamedTuple):
    """The mark-up of a page, the addresses that it was saved from, and what had to be said.

    ``utf8`` is the same mark-up as the parser takes it.
    """

    html: str
    utf8: bytes
    addresses: tuple[str, ...]
    problems: tuple[Problem, ...]


def opened(document: Document) -> Source:
    """The page that a document holds.

    Raises:
        DocumentError: if it is longer than any page can be.
    """
    data, addresses = document.read(), tuple[str, ...]()
    if b"multipart/related" in data[:_HEAD].lower():
        data, addresses = _first_page(data)
    text, utf8, undeclared = _decoded(data)
    if len(text) > MOST_CHARACTERS:
        code, limit = catalogue.PAGE_TROP_LONGUE, MOST_CHARACTERS
        raise DocumentError(code.at(document.origin, length=len(text), limit=limit))
    problems = [catalogue.ENCODAGE_CP1252.at(document.origin)] if undeclared else []
    html, illegal = _legal(text, data)
    if illegal:
        problems.append(catalogue.CARACTERE_ILLEGAL.at(document.origin, characters=illegal))
    html = _viewed(html)
    if _is_cut(html):
        problems.append(catalogue.HTML_TRONQUE.at(document.origin))
    head = html[:_HEAD]
    saved = (*addresses, *_SAVED_FROM.findall(head), *_SAVED_BY.findall(head))
    if html is not text:
        utf8 = html.encode(errors="ignore")
    return Source(html, utf8, saved, tuple(problems))


def title_of(html: str) -> str:
    """What the page calls itself."""
    match = _TITLE.search(html)
    return match[1] if match else "?"


def _decoded(data: bytes) -> tuple[str, bytes, bool]:
    """The text, as UTF-8 too, and whether it is Windows-1252 although nothing declares that."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            return _decoded(data[: error.start])  # cut inside a character
        text, was_cp1252 = _characters.decode(data)
        return text, text.encode(), was_cp1252 and not _DECLARED.search(data[:_HEAD])
    return text, data.removeprefix(codecs.BOM_UTF8), False


def _legal(html: str, data: bytes) -> tuple[str, str]:
    """``html`` without illegal characters; the bytes tell quickly that there are none."""
    clean = not any(map(data.__contains__, _ILLEGAL_BYTES))
    if clean and "\ufffe" not in html and "\uffff" not in html:
        return html, ""
    return _characters.without_illegal(html.replace("\f", " "))


def _first_page(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The HTML in a web archive, and its address."""
    boundary = _BOUNDARY.search(data[: 2 * _HEAD])
    for part in data.split(b"--" + boundary[1]) if boundary else ():
        head, _, content = part.replace(b"\r\n", b"\n").lstrip(b"\n").partition(b"\n\n")
        folded = head[:_HEAD].lower()
        if _IS_HTML.search(folded):
            headers = (data[:_HEAD] + b"\n" + head).decode("ascii", errors="replace")
            locations = tuple(dict.fromkeys(_LOCATION.findall(headers)))
            return _transferred(content, folded), locations
    return b"", ()


def _transferred(content: bytes, head: bytes) -> bytes:
    if b"quoted-printable" in head:
        return quopri.decodestring(content)
    if b"base64" in head:
        try:
            return base64.b64decode(content)
        except binascii.Error:
            return b""
    return content


def _viewed(html: str) -> str:
    """The page itself, where a browser's view of its source was saved."""
    if "line-content" not in html[:_HEAD] and "viewsource" not in html[:_HEAD]:
        return html
    lines = [node.text() for node in LexborHTMLParser(html).css(_CODE_LINES)]
    return "\n".join(lines) if lines else html


def _is_cut(html: str) -> bool:
    """Whether a page that begins as a document does not end as one."""
    return bool(_BEGINS.search(html[:_HEAD])) and not _ENDS.search(html[-_HEAD:])
