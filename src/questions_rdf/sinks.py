"""The data files of a build, one per format, written side by side as streams."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from questions_rdf import readback
from questions_rdf.formats import data_file
from questions_rdf.rows import Node
from questions_rdf.writers import WRITERS, TurtleWriter


def write_beside(path: Path, base: str, prefixes: tuple[str, ...], nodes: Iterable[Node]) -> None:
    """A Turtle file that is no part of the data; it is read back, too."""
    writer = TurtleWriter(base, prefixes)
    text = writer.header() + "".join(map(writer.node, nodes))
    path.write_text(text, encoding="utf-8", newline="\n")
    readback.fingerprint(path)


class Sinks:
    """The data files, one per format, written together; counts what goes into each of them."""

    def __init__(self, folder: Path, formats: Iterable[str], base: str) -> None:
        self._writers = [WRITERS[name](base) for name in formats]
        self.paths = [folder / data_file(writer.FORMAT) for writer in self._writers]
        self.subjects = 0
        self.triples = 0
        self.classes: Counter[str] = Counter()

    def __enter__(self) -> Self:
        self._streams = [path.open("w", encoding="utf-8", newline="\n") for path in self.paths]
        for writer, stream in zip(self._writers, self._streams, strict=True):
            stream.write(writer.header())
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        for writer, stream in zip(self._writers, self._streams, strict=True):
            with stream:
                if error is None:
                    stream.write(writer.footer())

    def write(self, node: Node) -> None:
        """One resource, into every file."""
        self._count(node)
        for writer, stream in zip(self._writers, self._streams, strict=True):
            stream.write(writer.node(node))

    def group(self, title: str, nodes: list[Node]) -> None:
        """Resources under a heading; nothing where there are none."""
        if not nodes:
            return
        for writer, stream in zip(self._writers, self._streams, strict=True):
            stream.write(writer.title(title))
        for node in nodes:
            self.write(node)

    def _count(self, node: Node) -> None:
        self.subjects += 1
        self.triples += len(node.types) + len(node.values)
        self.classes.update(node.types)
        for _, value in node.values:
            if isinstance(value, Node):
                self._count(value)
