"""Files as such: opened, identified, told from archives."""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from questions_rdf import catalogue
from questions_rdf.documents import ZIP_MAGICS, Document
from questions_rdf.manifest import Input
from questions_rdf.problems import Origin, Problem
from questions_rdf.provenance import Provenance, is_note
from questions_rdf.sources import _members
from questions_rdf.sources._limits import UNREADABLE, Limited, Limits
from questions_rdf.sources._names import is_leftover, legible


class SourceFile(NamedTuple):
    """A file that was opened: its name as given, its size in bytes, its SHA-256 in hexadecimal.

    ``provenance`` is where it was downloaded from, if a note beside it says so of these bytes.
    """

    name: str
    size: int
    sha256: str
    provenance: Provenance | None = None

    def as_input(self) -> Input:
        """The file as the manifest names it."""
        note = self.provenance
        url, dated = (note.url, note.dated) if note else (None, None)
        return Input(self.name, self.size, self.sha256, url, dated)


def file(path: Path, limits: Limits) -> Iterator[SourceFile | Document | Problem]:
    """A file as such, then its documents: itself, or the members that it has as an archive."""
    if is_note(path):
        return  # it is read with the file that it is about
    name = legible(path.as_posix())
    try:
        stream = path.open("rb")
    except OSError as error:
        yield catalogue.FICHIER_ILLISIBLE.at(Origin(name), reason=error.strerror)
        return
    with stream:
        yield from opened(stream, name, limits, Provenance.beside(path))


def opened(
    stream: IO[bytes], name: str, limits: Limits, note: Provenance | None = None
) -> Iterator[SourceFile | Document | Problem]:
    """The same of a file that is open."""
    identified = False
    for found in identify(stream, name, note):
        identified = identified or isinstance(found, SourceFile)
        yield found
    if not identified:
        return
    if not is_archive(stream):
        yield _whole(stream, name, limits)
        return
    try:
        with zipfile.ZipFile(stream) as archive:
            yield from _documents(archive, name, limits)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield catalogue.ARCHIVE_ILLISIBLE.at(Origin(name), reason=error)


def identify(
    stream: IO[bytes], name: str, note: Provenance | None
) -> Iterator[SourceFile | Problem]:
    """A file by its digest, and what is wrong with the note beside it."""
    origin = Origin(name)
    try:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
        size = stream.tell()
        stream.seek(0)
    except OSError as error:
        yield catalogue.FICHIER_ILLISIBLE.at(origin, reason=error.strerror)
        return
    if note and note.sha256 != digest:
        yield catalogue.PROVENANCE_DISCORDANTE.at(origin, url=note.url)
        note = None
    yield SourceFile(name, size, digest, note)


def is_archive(stream: IO[bytes]) -> bool:
    """Whether a file, open at its beginning, is a zip archive."""
    magic = stream.read(4)
    stream.seek(0)
    return magic.startswith(ZIP_MAGICS)


def _whole(stream: IO[bytes], name: str, limits: Limits) -> Document:
    origin = Origin(name)
    return Document(origin, Limited(stream, origin, limits.of_any))


def _documents(archive: zipfile.ZipFile, name: str, limits: Limits) -> Iterator[Document | Problem]:
    found = list(_members.members(archive))
    if refusal := too_many(len(found), name, limits):
        yield refusal
        return
    for info, member in found:
        yield from document_of(archive, info, member, name, limits)


def too_many(count: int, name: str, limits: Limits) -> Problem | None:
    """The problem of an archive with more members than it may have."""
    if count <= limits.members:
        return None
    return catalogue.LIMITE_MEMBRES.at(Origin(name), count=count, limit=limits.members)


def document_of(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    member: _members.Member,
    name: str,
    limits: Limits,
) -> Iterator[Document | Problem]:
    """Any member, by the means of ``zipfile``."""
    yield from _members.remarks(member, name)
    if is_leftover(member.name):
        return
    origin = _members.origin_of(member, name)
    try:
        stream = archive.open(info)
    except UNREADABLE as error:
        yield catalogue.MEMBRE_ILLISIBLE.at(origin, reason=error)
        return
    with stream:
        yield _members.limited(stream, member, origin, limits)
