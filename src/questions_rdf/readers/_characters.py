"""Bytes to text, strictly, and the few characters that no text may hold.

UTF-8 first and strictly, then Windows-1252, which the old pages are in: a library that guesses
takes cp1250 for it. Characters outside the ``Char`` production of XML 1.0 (which xsd:string is
defined by) are removed and reported; nothing else is touched.
"""

import codecs
import html
import re

from questions_rdf.characters import ILLEGAL, label

__all__ = [
    "ILLEGAL",
    "MAX_TEXT",
    "decode",
    "decode_beginning",
    "decode_cp1252",
    "label",
    "shown",
    "unescaped",
    "without_illegal",
]

_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\r")
MAX_TEXT = 2_000_000
"""Longest text that is taken over, in characters.

Strict parsers, and stores built on them, refuse tokens over 8 MiB; this stays below in any format
with every character escaped or four bytes long. The longest official texts have some 100,000.
"""

_ENDLESS_REFERENCE = re.compile(r"&#\d{9,};?")


def decode(data: bytes) -> tuple[str, bool]:
    """The text of ``data``, and whether it had to be read as Windows-1252."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), False
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return decode_cp1252(data), True


def decode_beginning(data: bytes) -> str:
    """The text of the first bytes of a document, which may end inside a character."""
    try:
        return codecs.utf_8_decode(data)[0].removeprefix("\ufeff")
    except UnicodeDecodeError:
        return decode(data)[0]


def decode_cp1252(data: bytes) -> str:
    """``data`` as Windows-1252; its five unassigned bytes as the C1 controls of Latin-1."""
    return data.decode("cp1252", errors="_latin1_hole")


def _latin1_hole(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return chr(error.object[error.start]), error.start + 1


codecs.register_error("_latin1_hole", _latin1_hole)


def unescaped(text: str) -> str:
    """``text`` with its character references decoded, and none of them an illegal character.

    A reference of thousands of digits is more than Python makes a number of; it names no character.
    """
    if "&" not in text:
        return text
    return without_illegal(html.unescape(_ENDLESS_REFERENCE.sub("\ufffd", text)))[0]


def shown(data: bytes) -> str:
    """What ``data`` begins with, for a message."""
    return without_illegal(data[:60].decode("utf-8", errors="replace"))[0]


def without_illegal(text: str) -> tuple[str, str]:
    """``text`` without its illegal characters, and these as ``U+0000 U+D800``, each once."""
    if _is_legal(text):
        return text, ""
    found = sorted(set(ILLEGAL.findall(text)))
    return ILLEGAL.sub("", text), " ".join(f"U+{ord(c):04X}" for c in found)


def _is_legal(text: str) -> bool:
    """Whether there is nothing to be removed; the bytes tell that several times as fast.

    What is printable is legal, but not the other way round: no-break spaces and line breaks.
    """
    if text.isprintable():
        return True
    try:
        data = text.encode()
    except UnicodeEncodeError:  # surrogates
        return False
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return not controls and "\ufffe" not in text and "\uffff" not in text
