"""shim"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from questions_rdf.rows import Node, Table
from questions_rdf.writers import WRITERS


class Rendered(NamedTuple):
    """Resources as UTF-8 text, by format, and how many there are of what."""

    texts: list[bytes]
    subjects: int
    triples: int
    classes: Counter[str]


class Rendering:
    def __init__(self, formats: Sequence[str], base: str) -> None:
        self.writers = [WRITERS[name](base) for name in formats]
        for w in self.writers:
            w.header()
        self._fresh()

    def _fresh(self) -> None:
        self._texts: list[list[str]] = [[] for _ in self.writers]
        self.subjects = self.triples = 0
        self.classes: Counter[str] = Counter()

    def add(self, table: Table, thing: object) -> None:
        self.add_node(table.node(thing))

    def add_node(self, node: Node) -> None:
        self._count(node)
        for w, t in zip(self.writers, self._texts, strict=True):
            t.append(w.node(node))

    def title(self, text: str) -> None:
        for w, t in zip(self.writers, self._texts, strict=True):
            t.append(w.title(text))

    def take(self) -> Rendered:
        texts = ["".join(t).lstrip(",").encode() if w.FORMAT.name == "jsonld" else "".join(t).encode() for w, t in zip(self.writers, self._texts, strict=True)]
        r = Rendered(texts, self.subjects, self.triples, self.classes)
        self._fresh()
        for w in self.writers:
            w.header()
        return r

    def _count(self, node: Node) -> None:
        self.subjects += 1
        self.triples += len(node.types) + len(node.values)
        self.classes.update(node.types)
        for _, value in node.values:
            if isinstance(value, Node):
                self._count(value)
