"""The input in batches: what one process reads at a time, wherever it runs.

A batch names its files or members, and is small enough to be sent. How the input is cut into
batches depends on the input alone, not on how many processes there are. What is large, or not
ordinary, comes as a document of its own, to be read by whoever asked for the batches.
"""

import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.provenance import Provenance, is_note
from questions_rdf.sources import _files, _members
from questions_rdf.sources._directory import Directory, directory_of
from questions_rdf.sources._files import SourceFile
from questions_rdf.sources._limits import Limits
from questions_rdf.sources._members import Member
from questions_rdf.sources._names import is_leftover, legible

MOST_DOCUMENTS = 500
MOST_BYTES = 8 * 1024 * 1024
"""What a batch holds at most; larger documents stand alone."""
_BUFFER = 256 * 1024


class FileBatch(NamedTuple):
    """Small files that are no archives."""

    paths: tuple[str, ...]


class MemberBatch(NamedTuple):
    """Small members of an archive: its path, its name in reports, where the members stand."""

    path: str
    name: str
    members: tuple[Member, ...]


Batch = FileBatch | MemberBatch
Item = SourceFile | Document | Problem


def documents_of(batch: Batch, limits: Limits) -> Iterator[Item]:
    """The documents of a batch; each has to be read before the next one is asked for."""
    if isinstance(batch, FileBatch):
        for path in batch.paths:
            yield from _files.file(Path(path), limits)
        return
    try:
        # Members stand one behind the other: 100 are read at a time, which saves 4 µs for each.
        with Path(batch.path).open("rb", buffering=_BUFFER) as stream:
            yield from _documents(stream, batch, limits)
    except OSError as error:
        yield catalogue.FICHIER_ILLISIBLE.at(Origin(batch.name), reason=error.strerror)


def named(batch: Batch, names: Collection[str]) -> Batch:
    """What of a batch has one of these names, as documents are named."""
    if isinstance(batch, FileBatch):
        return FileBatch(tuple(p for p in batch.paths if legible(Path(p).name) in names))
    return batch._replace(members=tuple(m for m in batch.members if legible(m.name) in names))


def _documents(stream: IO[bytes], batch: MemberBatch, limits: Limits) -> Iterator[Item]:
    for member in batch.members:
        yield from _members.remarks(member, batch.name)
        if not is_leftover(member.name):
            yield _members.document(stream, member, batch.name, limits)


class FileGrouping:
    """Collects small files until they make a batch."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._bytes = 0

    def add(self, path: Path, size: int) -> Iterator[FileBatch]:
        """One more file; gives the batch that is full with it."""
        self._paths.append(str(path))
        self._bytes += size
        if len(self._paths) >= MOST_DOCUMENTS or self._bytes >= MOST_BYTES:
            yield from self.rest()

    def rest(self) -> Iterator[FileBatch]:
        """The batch of what was collected, if there is anything."""
        if self._paths:
            yield FileBatch(tuple(self._paths))
        self._paths, self._bytes = [], 0


def is_small_file(path: Path) -> int | None:
    """The size of an ordinary small file that is no archive, ``None`` for any other."""
    try:
        size = path.stat().st_size
        small = path.is_file() and size <= MOST_BYTES and not _is_archive(path)
    except OSError:
        return None
    return size if small else None


def _is_archive(path: Path) -> bool:
    with path.open("rb") as stream:
        return _files.is_archive(stream)


def large_file(path: Path, limits: Limits) -> Iterator[Item | Batch]:
    """An archive in batches of its members; any other file as one document."""
    try:
        archive = path.is_file() and not is_note(path) and _is_archive(path)
    except OSError:
        archive = False  # it is said below why
    if archive:
        yield from _archive(path, legible(path.as_posix()), limits)
    else:
        yield from _files.file(path, limits)


def _archive(path: Path, name: str, limits: Limits) -> Iterator[Item | Batch]:
    try:
        with path.open("rb") as stream:
            yield from _files.identify(stream, name, Provenance.beside(path))
            if directory := directory_of(stream, MOST_BYTES):
                yield from _small_members(directory, path, name, limits)
            else:
                with zipfile.ZipFile(stream) as archive:
                    yield from _members_of(archive, path, name, limits)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield catalogue.ARCHIVE_ILLISIBLE.at(Origin(name), reason=error)


def _small_members(
    directory: Directory, path: Path, name: str, limits: Limits
) -> Iterator[Problem | MemberBatch]:
    """The members of an archive that has small and ordinary ones only."""
    if refusal := _files.too_many(directory.files, name, limits):
        yield refusal
        return
    gathering = _MemberGathering(path, name)
    for member in directory:
        yield from gathering.add(member)
    yield from gathering.rest()


def _members_of(
    archive: zipfile.ZipFile, path: Path, name: str, limits: Limits
) -> Iterator[Document | Problem | MemberBatch]:
    """The members of any archive, the large and unusual ones as documents."""
    found = list(_members.members(archive))
    if refusal := _files.too_many(len(found), name, limits):
        yield refusal
        return
    gathering = _MemberGathering(path, name)
    for info, member in found:
        small = info.file_size <= MOST_BYTES >= info.compress_size
        if small and _members.is_ordinary(info.compress_type, info.flag_bits):
            yield from gathering.add(member)
        else:
            yield from gathering.rest()
            yield from _files.document_of(archive, info, member, name, limits)
    yield from gathering.rest()


class _MemberGathering:
    """Collects small members of an archive until they make a batch."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = str(path), name
        self._members: list[Member] = []
        self._bytes = 0

    def add(self, member: Member) -> Iterator[MemberBatch]:
        """One more member; gives the batch that is full with it."""
        self._members.append(member)
        self._bytes += member.size
        if len(self._members) >= MOST_DOCUMENTS or self._bytes >= MOST_BYTES:
            yield from self.rest()

    def rest(self) -> Iterator[MemberBatch]:
        """The batch of what was collected, if there is anything."""
        if self._members:
            yield MemberBatch(self._path, self._name, tuple(self._members))
        self._members, self._bytes = [], 0
