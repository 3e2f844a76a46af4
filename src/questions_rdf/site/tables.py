"""The data as CSV tables, for those who do not use RDF: made beside the site, offered by it."""

from pathlib import Path
from typing import NamedTuple, Self

from questions_rdf.exports.dialects import PLAIN
from questions_rdf.exports.exporting import Options, export
from questions_rdf.publication import MANIFEST
from questions_rdf.site.documentation.publication import Download
from questions_rdf.site.progress import Progress

_FOLDER = "tables"


class Tables(NamedTuple):
    """Tables in a folder, and what is said of them as downloads."""

    folder: Path
    downloads: tuple[Download, ...]

    @classmethod
    def made(cls, data: Path, work: Path, jobs: int, progress: Progress) -> Self:
        """The tables of some data, in a new folder below ``work``.

        Raises:
            UnreadableInputError: if the data cannot be read.
            OutputError: if they cannot be written, or do not hold what the data has.
        """
        folder = work / _FOLDER

        def tell(what: str, done: int, total: int | None) -> None:
            progress(f"{what} the tables", done, total)

        tell("reading", 0, None)
        account = export(data, Options(folder, PLAIN, jobs=jobs, progress=tell))
        (folder / MANIFEST).unlink()
        found = (Download(name, one.bytes, one.sha256) for name, one in account.files.items())
        return cls(folder, tuple(found))
