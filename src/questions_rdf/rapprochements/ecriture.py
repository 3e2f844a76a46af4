"""A text without what may differ between two printings of it: its letters and digits, or its words.

Case, accents, punctuation, spaces and line breaks do not count. This runs over every text of a
corpus, so it is done on bytes: everything French is written in Latin-1, but for œ and typographic
signs.
"""

import unicodedata


def _bare(code: int) -> int:
    """The letter or digit of a character of Latin-1, in lower case; a space if it is neither."""
    character = unicodedata.normalize("NFKD", chr(code).lower())[0]
    return ord(character if character.isascii() and character.isalnum() else " ")


_BARE = bytes(map(_bare, range(256)))
_REST = bytes(code for code in range(256) if _BARE[code] == ord(" "))


def letters(text: str) -> bytes:
    """The letters and digits of ``text``, with nothing in between.

    >>> letters("L’État a répondu : « Voir n° 12 345. »")
    b'letatareponduvoirn12345'
    """
    return _latin(text).translate(_BARE, _REST)


def words(text: str) -> list[bytes]:
    """The words of ``text``; an apostrophe or a hyphen ends one.

    >>> words("Le cœur de l’Œuvre, c'est-à-dire 3 %")
    [b'le', b'coeur', b'de', b'l', b'oeuvre', b'c', b'est', b'a', b'dire', b'3']
    """
    return _latin(text).translate(_BARE).split()


def _latin(text: str) -> bytes:
    """``text`` in Latin-1; other signs, as ``’`` and ``–``, become a question mark."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.replace("œ", "oe").replace("Œ", "oe").encode("latin-1", "replace")
