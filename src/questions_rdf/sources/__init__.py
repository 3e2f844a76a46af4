"""Files, folders, zip archives and standard input as a sequence of documents, or of batches.

Archives are read member by member as streams and never extracted. Real bytes are counted against
the limits, not the sizes that an archive claims.
"""

import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Origin
from questions_rdf.sources import _batches, _files
from questions_rdf.sources._batches import Batch, Item, documents_of
from questions_rdf.sources._files import SourceFile
from questions_rdf.sources._limits import Limits
from questions_rdf.sources._names import is_leftover, legible

__all__ = [
    "STDIN",
    "Batch",
    "Item",
    "Limits",
    "SourceFile",
    "batches",
    "documents",
    "documents_named",
    "documents_of",
]

STDIN = "-"
_STDIN_NAME = "stdin"


def documents(
    paths: Iterable[str], limits: Limits, outputs: Collection[Path] = ()
) -> Iterator[Item]:
    """Every document below ``paths``, in their order; folders in the order of their file names.

    Each file comes first as such, then its documents. A document has to be read before the next one
    is asked for. Folders that are being written (``outputs``) are no sources. A file that is named
    twice, or once itself and once with its folder, is read once.
    """
    for found in batches(paths, limits, outputs):
        if isinstance(found, Batch):
            yield from documents_of(found, limits)
        else:
            yield found


def documents_named(names: Collection[str], paths: Iterable[str], limits: Limits) -> Iterator[Item]:
    """Of the documents below ``paths`` those of these names; what is not one is not unpacked."""
    for found in batches(paths, limits):
        if isinstance(found, Batch):
            yield from documents_of(_batches.named(found, names), limits)
        elif not isinstance(found, Document) or found.name in names:
            yield found


def batches(
    paths: Iterable[str], limits: Limits, outputs: Collection[Path] = ()
) -> Iterator[Item | Batch]:
    """The same documents, the small ones in batches."""
    grouping = _batches.FileGrouping()
    for path in _paths(paths, outputs):
        if path is None:
            yield from grouping.rest()
            yield from _standard_input(limits)
        elif isinstance(path, Origin):
            yield from grouping.rest()
            yield catalogue.FICHIER_IGNORE.at(path)
        elif (size := _batches.is_small_file(path)) is not None:
            yield from grouping.add(path, size)
        else:
            yield from grouping.rest()
            yield from _batches.large_file(path, limits)
    yield from grouping.rest()


def _paths(paths: Iterable[str], outputs: Collection[Path]) -> Iterator[Path | Origin | None]:
    """Every file, ``None`` for standard input, and where leftovers of systems are."""
    read: list[Path] = []
    for path in paths:
        if path == STDIN:
            yield None
            continue
        if Path(path).is_dir():
            yield from _folder(Path(path), outputs, read)
        elif not _is_below(Path(path), read):
            yield Path(path)
        read.append(Path(path).resolve())


def _is_below(path: Path, read: Collection[Path]) -> bool:
    """Whether a file is one of those that were named before, or in a folder that was."""
    return bool(read) and any(path.resolve().is_relative_to(one) for one in read)


def _standard_input(limits: Limits) -> Iterator[Item]:
    """Standard input in a temporary file: an archive can only be read with its end at hand."""
    with tempfile.TemporaryFile() as copy:
        while chunk := sys.stdin.buffer.read(1024 * 1024):
            copy.write(chunk)
        copy.seek(0)
        yield from _files.opened(copy, _STDIN_NAME, limits)


def _folder(
    folder: Path, outputs: Collection[Path], read: Collection[Path]
) -> Iterator[Path | Origin]:
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        if path.is_file() and not any(path.absolute().is_relative_to(out) for out in outputs):
            if is_leftover(path.relative_to(folder).as_posix()):
                yield Origin(legible(path.as_posix()))
            elif not _is_below(path, read):
                yield path
