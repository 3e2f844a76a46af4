"""Bytes to text, strictly, and the few characters that no text may hold.

UTF-8 first and strictly, then Windows-1252, which the old pages are in: a library that guesses
takes cp1250 for it. Characters outside the ``Char`` production of XML 1.0 (which xsd:string is
defined by) are removed and reported; nothing else is touched.
"""

import codecs
import re

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LABEL_SPACES = re.compile(r"[\s\u200b\ufeff]+")


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


def decode_cp1252(data: bytes) -> str:
    """``data`` as Windows-1252; its five unassigned bytes as the C1 controls of Latin-1."""
    return data.decode("cp1252", errors="_latin1_hole")


def _latin1_hole(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return chr(error.object[error.start]), error.start + 1


codecs.register_error("_latin1_hole", _latin1_hole)


def without_illegal(text: str) -> tuple[str, str]:
    """``text`` without its illegal characters, and these as ``U+0000 U+D800``, each once."""
    found = sorted(set(ILLEGAL.findall(text)))
    if not found:
        return text, ""
    return ILLEGAL.sub("", text), " ".join(f"U+{ord(c):04X}" for c in found)


def label(text: str) -> str:
    """A label in its common spelling: plain spaces, straight apostrophes, none at the ends."""
    return _LABEL_SPACES.sub(" ", text).replace("\u2019", "'").strip()
