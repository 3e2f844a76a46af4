"""Resources as text in several formats side by side, and how many there are of what."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from questions_rdf.rows import Table
from questions_rdf.writers import WRITERS
from questions_rdf.writers.compilation import Tally, Write, compiled

_INDENT = "\n      "


class Rendered(NamedTuple):
    """Resources as UTF-8 text in each format, without header and footer, and counted.

    ``subjects`` and ``triples`` count resources and triples, ``classes`` the resources of each
    class.
    """

    texts: list[bytes]
    subjects: int
    triples: int
    classes: Counter[str]


class Rendering:
    """Resources as text in several formats side by side, and counted.

    Args:
        formats: names of formats.
        base: the data base.
    """

    def __init__(self, formats: Sequence[str], base: str) -> None:
        self.writers = [WRITERS[name](base) for name in formats]
        self._tally = Tally()
        self._compiled: dict[Table, Write] = {}
        self._texts: list[list[bytes]] = [[] for _ in formats]

    def add(self, table: Table, thing: object) -> None:
        """One resource with everything nested in it, in every format."""
        write = self._compiled.get(table)
        if write is None:
            write = self._compiled[table] = compiled(table, self.writers, self._tally)
        _, *texts = write(thing, _INDENT)
        for parts, text in zip(self._texts, texts, strict=True):
            parts.append(text)

    def title(self, text: str) -> None:
        """A heading for the resources that follow, where the format has comments."""
        for parts, writer in zip(self._texts, self.writers, strict=True):
            if heading := writer.title(text):
                parts.append(heading.encode())

    def take(self) -> Rendered:
        """What was rendered since the last time.

        The resources stand with the ``SEPARATOR`` of the writer between them, none before and none
        after. Parts that are not empty are joined by the same to make a file.
        """
        texts = [
            writer.SEPARATOR.encode().join(parts)
            for parts, writer in zip(self._texts, self.writers, strict=True)
        ]
        self._texts = [[] for _ in self.writers]
        return Rendered(texts, *self._tally.taken())
