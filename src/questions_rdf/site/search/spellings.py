"""The words of titles and names as they are printed: what a search that finds nothing may offer."""

import re
from collections import Counter

from questions_rdf.site.search.words import words

_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST = 40_000
"""Words that are kept: more than all titles of a legislature have."""
_KNOWN = 4 * _MOST
"""Words that are counted; a text of invented words makes no difference to memory."""


class Spellings:
    """Counts words, and keeps of those that are looked up alike the most frequent."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, text: str) -> None:
        """A title or a name."""
        found = _WORD.findall(text)
        if len(self._counts) < _KNOWN:
            self._counts.update(found)
        else:
            self._counts.update(filter(self._counts.__contains__, found))

    def content(self) -> bytes:
        """A word a line, the most frequent first."""
        chosen: dict[str, str] = {}
        for spelling, _ in sorted(self._counts.items(), key=lambda one: (-one[1], one[0])):
            for word in words(spelling):
                chosen.setdefault(word, spelling.lower() if spelling.isupper() else spelling)
            if len(chosen) == _MOST:
                break
        return "\n".join(dict.fromkeys(chosen.values())).encode()
