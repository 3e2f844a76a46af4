"""Resources as text in several formats side by side, and how many there are of what."""

from collections import Counter
from collections.abc import Sequence

from questions_rdf.rows import Table
from questions_rdf.writers import WRITERS
from questions_rdf.writers.compilation import Tally, Write, compiled

_INDENT = "\n      "


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

    @property
    def subjects(self) -> int:
        """The number of resources."""
        return self._tally.types.total()

    @property
    def triples(self) -> int:
        """The number of triples."""
        classes = sum(len(types) * count for types, count in self._tally.types.items())
        return classes + self._tally.values

    @property
    def classes(self) -> Counter[str]:
        """How many resources there are of each class."""
        found: Counter[str] = Counter()
        for types, count in self._tally.types.items():
            found.update(dict.fromkeys(types, count))
        return found

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

    def take(self) -> list[bytes]:
        """The UTF-8 text in each format since the last time, without header and footer.

        The resources stand with the ``SEPARATOR`` of the writer between them, none before and none
        after. Parts that are not empty are joined by the same to make a file.
        """
        taken = [
            writer.SEPARATOR.encode().join(parts)
            for parts, writer in zip(self._texts, self.writers, strict=True)
        ]
        self._texts = [[] for _ in self.writers]
        return taken
