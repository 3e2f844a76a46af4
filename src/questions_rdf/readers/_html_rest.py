"""What an HTML page says besides its texts: its words, and the labels in them."""

from collections.abc import Iterable

from questions_rdf.readers import _labels
from questions_rdf.readers._labels import Label, Match

_HEADING = {
    Label.TEXTE_QUESTION: "Texte de la question",
    Label.TEXTE_REPONSE: "Texte de la réponse",
}
_BETWEEN = "\n\n"


class Rest:
    """The words of a page without its texts, gathered piece by piece, and the labels in them.

    The labels were found in the whole page; to look for them again is a twentieth of reading it.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._labels: list[Match] = []
        self._length = 0

    def keep(self, text: str, begin: int, end: int, labels: Iterable[Match]) -> None:
        """Add what stands from ``begin`` to ``end``, with its labels."""
        shift = self._length - begin
        for label, words, start, value in labels:
            self._labels.append(Match(label, words, start + shift, min(value, end) + shift))
        self._pieces.append(text[begin:end])
        self._length += end - begin + len(_BETWEEN)

    def head(self, label: Label) -> None:
        """Add the heading of a text."""
        heading = _HEADING[label]
        words = _labels.folded(heading)
        self.keep(heading, 0, len(heading), [Match(label, words, 0, len(heading))])

    def words(self) -> str:
        """All pieces, each a paragraph."""
        return _BETWEEN.join(self._pieces)

    def labels_behind(self, length: int) -> list[Match]:
        """The labels, where that many signs stand before the first piece."""
        return [
            Match(label, words, start + length, value + length)
            for label, words, start, value in self._labels
        ]


def once(text: str) -> str:
    """The text without labelled lines that it already has: one copy is for small screens."""
    seen, kept = set[str](), []
    for block in text.split(_BETWEEN):
        repeated = block.strip() and block in seen and block not in _HEADING.values()
        if repeated and any(_labels.found_in(_labels.folded(block))):
            continue
        seen.add(block)
        kept.append(block)
    return _BETWEEN.join(kept)
