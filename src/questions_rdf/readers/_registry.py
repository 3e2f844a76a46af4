"""Which reader takes a document: the first one that recognises its beginning.

To add a layout, write its module beside the others and add it to :data:`READERS`.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from questions_rdf import catalogue
from questions_rdf.documents import ZIP_MAGICS, Document, DocumentError
from questions_rdf.problems import Code, Problem
from questions_rdf.readers import (
    opendata_json,
    opendata_xml,
    page_dyn,
    page_entete,
    page_fiche,
    page_html,
    site_xml,
)
from questions_rdf.readers._characters import decode_beginning
from questions_rdf.readers._pieces import Cutter
from questions_rdf.readers._protocol import Found, Reader

READERS: tuple[Reader, ...] = (
    opendata_json,
    opendata_xml,
    site_xml,
    page_html,
    page_fiche,
    page_entete,
    page_dyn,
)

CUTTERS: tuple[Cutter, ...] = (opendata_json, opendata_xml)

_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE|[A-Za-z_][\w.-]*[\s>])")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.01
_BODY_ALONE = re.compile(
    r"[\s|#>*]{0,200}(?:M\.?|Mme|Mlle)\s[^.|\n]{2,100}?\s(?:attire|appelle|rappelle|interroge|demande|alerte"
    r"|signale|souhaite|expose|s'inqui[eè]te|prie)\b"
)


def read(document: Document) -> Iterator[Found | Problem]:
    """The questions of a document and its problems, by the reader that recognises it."""
    try:
        reader = _reader_of(document)
        if reader is None:
            document.exhaust()  # a broken or oversized document is that, not an unknown one
            yield _unrecognised(document)
        else:
            rank = reader.RANK
            for found in reader.read(document):
                if isinstance(found, Found):
                    yield Found(found.question, found.origin, rank)
                else:
                    yield found
        document.exhaust()
    except DocumentError as error:
        yield error.problem


def cutter_of(document: Document) -> Cutter | None:
    """The reader of the document if it can cut it: large ones are worth it.

    Raises:
        DocumentError: if its beginning cannot be read.
    """
    reader = _reader_of(document)
    return next((cutter for cutter in CUTTERS if cutter is reader), None)


def _reader_of(document: Document) -> Reader | None:
    """The first reader that recognises the beginning."""
    if document.head.startswith(b"{"):
        return opendata_json  # the first that is asked says yes: 10 of 130 µs a record are saved
    head = decode_beginning(document.head)
    composed = unicodedata.normalize("NFC", head) if _may_combine(document.head) else head
    return next((reader for reader in READERS if reader.sniff(composed)), None)


def _may_combine(data: bytes) -> bool:
    """Whether there may be accents on their own (U+0300 to U+036F) to be composed."""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return utf16 or b"\xcc" in data or b"\xcd" in data


def _unrecognised(document: Document) -> Problem:
    """Why nobody reads this document, as precisely as its beginning tells."""
    head = decode_beginning(document.head)
    if not document.head:
        return catalogue.FICHIER_VIDE.at(document.origin)
    if document.head.startswith(ZIP_MAGICS):
        return catalogue.ARCHIVE_IMBRIQUEE.at(document.origin)
    if _BODY_ALONE.match(head):
        missing = "numéro, législature, nature"
        return catalogue.PAGE_SANS_METADONNEES.at(document.origin, missing=missing)
    return _plain_refusal(head).at(document.origin)


def _plain_refusal(head: str) -> Code:
    if len(_BINARY.findall(head)) > _BINARY_SHARE * len(head):
        return catalogue.DOCUMENT_BINAIRE
    if not head.strip():
        return catalogue.FICHIER_VIDE
    return catalogue.DOCUMENT_XML if _XML.match(head) else catalogue.DOCUMENT_INCONNU
