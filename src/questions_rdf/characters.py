"""What a literal may hold, and the common spelling of a label."""

import re

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters outside the ``Char`` production of XML 1.0, by which xsd:string is defined."""


def label(text: str) -> str:
    """A label in its common spelling: plain spaces, straight apostrophes, none at the ends."""
    spaced = text.replace("\u200b", " ").replace("\ufeff", " ")
    return " ".join(spaced.split()).replace("\u2019", "'")
