"""What a literal may hold, and the common spelling of a label."""

import re

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters outside the ``Char`` production of XML 1.0, by which xsd:string is defined."""

_LABEL_SPACES = re.compile(r"[\s\u200b\ufeff]+")


def label(text: str) -> str:
    """A label in its common spelling: plain spaces, straight apostrophes, none at the ends."""
    return _LABEL_SPACES.sub(" ", text).replace("\u2019", "'").strip()
