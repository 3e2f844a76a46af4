"""The words that a text is found by: without accents, ligatures, case and endings.

``pages/files/search/words.js`` does the same to what people type; a test compares the two.
"""

import re
from collections import Counter
from functools import lru_cache
from unicodedata import normalize

EMPTY = frozenset(
    """
    au aux ce ces de des du elle en et il ils la le les leur lui ne on ou par pas pour qu que qui sa
    se ses son sur un une
    """.split()
)
"""Words that stand in every text, and are not looked for."""

_ACCENTS = "".join(map(chr, range(0x0300, 0x0370)))
_LETTERS = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"}
_PLAIN = str.maketrans({**dict.fromkeys(_ACCENTS, ""), **_LETTERS})
PARTS = re.compile("[a-z0-9]+")
"""Words of a folded text."""
_UNFOLDED = re.compile(f"[a-z0-9{''.join(_LETTERS)}{_ACCENTS}]+")
_SHORTEST_PLURAL = 4
_ENDINGS = (
    ("er", 5, 1),
    ("ee", 7, 1),
    ("elle", 6, 2),
    ("enne", 6, 2),
    ("ale", 6, 1),
    ("ante", 8, 1),
)
"""Endings of infinitives, participles and adjectives, in this order: the letters that a word has at
least, and how many are taken away. Shorter words, and any other final e, are nouns' more often."""


def folded(text: str) -> str:
    """The text in small letters, ligatures as two of them, accents taken away."""
    return _small(text).translate(_PLAIN)


def slug(text: str) -> str:
    """The words of a name, as they stand in an address."""
    return "-".join(PARTS.findall(folded(text))) or "-"


def words(text: str) -> Counter[str]:
    """How often a text says each word, as they are looked up; any apostrophe parts them."""
    # No step of this is a loop in Python: it took a fifth of the time away.
    return Counter(filter(None, map(_term, _UNFOLDED.findall(_small(text)))))


def _small(text: str) -> str:
    return (text if text.isascii() else normalize("NFKD", text)).lower()


@lru_cache(maxsize=1 << 17)
def _term(word: str) -> str | None:
    """What a word is looked up by; none if it is not. Texts say few words, many times."""
    plain = word.translate(_PLAIN)
    if not plain or plain in EMPTY or (len(plain) == 1 and not plain.isdigit()):
        return None
    return stem(plain)


def stem(word: str) -> str:
    """A folded word without the endings of plural, feminine and infinitive.

    It takes away little, so that words of other meaning seldom meet: *retraites*, *retraitée* →
    *retraite*, not *retrait*; *travaux*, *travail* → *traval*; *locale*, *locaux* → *local*.
    """
    if len(word) < _SHORTEST_PLURAL or not word.isalpha():
        return word
    rest = word[:-1] if word[-1] in "sx" else word
    if rest.endswith("ail"):
        rest = f"{rest[:-2]}l"
    elif rest.endswith("au") and not rest.endswith("eau"):
        rest = f"{rest[:-1]}l"
    for ending, shortest, letters in _ENDINGS:
        if len(rest) >= shortest and rest.endswith(ending):
            rest = rest[:-letters]
    return rest
