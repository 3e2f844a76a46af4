"""The data that tables are made from, and what the manifest of its build says of it."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from questions_rdf.data_files import data_files, digests
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.manifest import Manifest
from questions_rdf.publication import MANIFEST


class Origin(NamedTuple):
    """The data: its files, their digests, the data base.

    ``built`` is the manifest of the build that wrote the files, if they are still what it wrote;
    ``whole`` says whether they are all of it.
    """

    files: list[Path]
    digests: list[str]
    base: str
    built: Manifest | None = None
    whole: bool = False

    @property
    def as_of(self) -> date | None:
        """The day as of which the data speaks."""
        return self.built.as_of if self.built else None

    @property
    def questions(self) -> int | None:
        """How many questions there are, if that is known before."""
        return self.built.classes.get("qp:Question", 0) if self.built and self.whole else None

    @property
    def downloads(self) -> list[str]:
        """The addresses that the input of the build was downloaded from."""
        inputs = self.built.inputs if self.built else []
        return sorted({one.fetched_from for one in inputs if one.fetched_from})


def origin_of(data: Path, base: str | None) -> Origin:
    """What is known of ``data``, a file or an output folder.

    Raises:
        UnreadableInputError: if there is none, or it cannot be read.
    """
    files = data_files(data)
    found = digests(files)
    if built := Manifest.found(files[0].parent / MANIFEST):
        stated = [built.files.get(file.name) for file in files]
        if [one and one.sha256 for one in stated] == found:
            triples = sum(one.triples or 0 for one in stated if one)
            whole = triples == built.triples
            return Origin(files, found, base or built.base, built, whole)
    return Origin(files, found, base or DEFAULT_BASE)
