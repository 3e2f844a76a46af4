"""The data files of a build, one per format, written side by side as streams."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

from questions_rdf import readback
from questions_rdf.formats import data_file
from questions_rdf.rows import Resource
from questions_rdf.writers import TurtleWriter
from questions_rdf.writers.rendering import Rendering


def write_beside(
    path: Path, base: str, prefixes: tuple[str, ...], resources: Iterable[Resource]
) -> None:
    """A Turtle file that is no part of the data; it is read back, too."""
    rendering = Rendering((TurtleWriter.FORMAT.name,), base)
    for resource in resources:
        rendering.add(*resource)
    header = TurtleWriter(base, prefixes).header()
    path.write_bytes(b"".join([header.encode(), *rendering.take()]))
    readback.fingerprint(path)


class Sinks:
    """The data files, one per format, written together from one rendering, which counts."""

    def __init__(self, folder: Path, formats: Sequence[str], base: str) -> None:
        self.rendering = Rendering(formats, base)
        self.paths = [folder / data_file(writer.FORMAT) for writer in self.rendering.writers]
        self._begun = False

    def __enter__(self) -> Self:
        self._streams = [path.open("wb") for path in self.paths]
        for writer, stream in zip(self.rendering.writers, self._streams, strict=True):
            stream.write(writer.header().encode())
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        for writer, stream in zip(self.rendering.writers, self._streams, strict=True):
            with stream:
                if error is None:
                    stream.write(writer.footer().encode())

    def write(self, resources: Iterable[Resource], title: str = "") -> None:
        """Resources, into every file, under a heading; nothing where there are none."""
        written = list(resources)
        if not written:
            return
        if title:
            self.rendering.title(title)
        for resource in written:
            self.rendering.add(*resource)
        texts = self.rendering.take()
        for writer, stream, text in zip(self.rendering.writers, self._streams, texts, strict=True):
            stream.write(writer.SEPARATOR.encode() + text if self._begun else text)
        self._begun = True
