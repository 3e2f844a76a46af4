"""What a literal may hold, the common spelling of a label, and letters without accents."""

import re
import unicodedata
from itertools import filterfalse

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters outside the ``Char`` production of XML 1.0, by which xsd:string is defined."""


def unaccented(text: str) -> str:
    """The text without accents; superscripts and the like as plain letters."""
    if text.isascii():
        return text
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))


def label(text: str) -> str:
    """A label in its common spelling: plain spaces, straight apostrophes, none at the ends."""
    spaced = text.replace("\u200b", " ").replace("\ufeff", " ")
    return " ".join(spaced.split()).replace("\u2019", "'")
