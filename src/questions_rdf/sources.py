"""Files, folders, zip archives and standard input as a sequence of documents.

Archives are read member by member as streams and never extracted. Real bytes are counted against
the limits, not the sizes that an archive claims.
"""

import hashlib
import sys
import tempfile
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, NamedTuple

from questions_rdf import catalogue
from questions_rdf.documents import ZIP_MAGICS, ByteStream, Document, DocumentError
from questions_rdf.manifest import Input
from questions_rdf.problems import Code, Origin, Problem
from questions_rdf.provenance import Provenance, is_note

STDIN = "-"
_STDIN_NAME = "stdin"
_ZIP_EPOCH = 1980
_RATIO_FLOOR = 1024 * 1024
_LEFTOVERS = ("__MACOSX/",)
_LEFTOVER_NAMES = frozenset(("Thumbs.db", "desktop.ini"))


class Limits(NamedTuple):
    """What an archive may ask for: bytes per member, unpacking ratio, number of members.

    The largest real member (the 14th legislature) has some hundred megabytes and a ratio below 20.
    """

    member_size: int = 4 * 1024**3
    ratio: int = 200
    members: int = 2_000_000


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


Found = SourceFile | Document | Problem


def documents(
    paths: Iterable[str], limits: Limits, outputs: Collection[Path] = ()
) -> Iterator[Found]:
    """Every document below ``paths``, in their order; folders in the order of their file names.

    Each file comes first as such, then its documents. A document has to be read before the next one
    is asked for. Folders that are being written (``outputs``) are no sources. A file that is named
    twice, or once itself and once with its folder, is read once.
    """
    read: list[Path] = []
    for path in paths:
        if path == STDIN:
            yield from _standard_input(limits)
            continue
        if Path(path).is_dir():
            yield from _folder(Path(path), limits, outputs, read)
        elif not _is_below(Path(path), read):
            yield from _file(Path(path), limits)
        read.append(Path(path).resolve())


def _is_below(path: Path, read: Collection[Path]) -> bool:
    """Whether a file is one of those that were named before, or in a folder that was."""
    return bool(read) and any(path.resolve().is_relative_to(one) for one in read)


def _standard_input(limits: Limits) -> Iterator[Found]:
    """Standard input in a temporary file: an archive can only be read with its end at hand."""
    with tempfile.TemporaryFile() as copy:
        while chunk := sys.stdin.buffer.read(1024 * 1024):
            copy.write(chunk)
        copy.seek(0)
        yield from _opened(copy, _STDIN_NAME, limits)


def _folder(
    folder: Path, limits: Limits, outputs: Collection[Path], read: Collection[Path]
) -> Iterator[Found]:
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        if path.is_file() and not any(path.absolute().is_relative_to(out) for out in outputs):
            if _is_leftover(path.relative_to(folder).as_posix()):
                yield catalogue.FICHIER_IGNORE.at(Origin(_legible(path.as_posix())))
            elif not _is_below(path, read):
                yield from _file(path, limits)


def _file(path: Path, limits: Limits) -> Iterator[Found]:
    if is_note(path):
        return  # it is read with the file that it is about
    name = _legible(path.as_posix())
    try:
        stream = path.open("rb")
    except OSError as error:
        yield catalogue.FICHIER_ILLISIBLE.at(Origin(name), reason=error.strerror)
        return
    with stream:
        yield from _opened(stream, name, limits, Provenance.beside(path))


def _opened(
    stream: IO[bytes], name: str, limits: Limits, note: Provenance | None = None
) -> Iterator[Found]:
    origin = Origin(name)
    try:
        file = _identified(stream, name)
        if note and note.sha256 == file.sha256:
            file = file._replace(provenance=note)
        elif note:
            yield catalogue.PROVENANCE_DISCORDANTE.at(origin, url=note.url)
        yield file
    except OSError as error:
        yield catalogue.FICHIER_ILLISIBLE.at(origin, reason=error.strerror)
        return
    magic = stream.read(4)
    stream.seek(0)
    if not magic.startswith(ZIP_MAGICS):
        yield Document(
            origin, _Limited(stream, origin, limits.member_size, catalogue.LIMITE_TAILLE)
        )
        return
    try:
        with zipfile.ZipFile(stream) as archive:
            yield from _members(archive, name, limits)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield catalogue.ARCHIVE_ILLISIBLE.at(origin, reason=error)


def _identified(stream: IO[bytes], name: str) -> SourceFile:
    digest = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    size = stream.tell()
    stream.seek(0)
    return SourceFile(name, size, digest)


def _members(archive: zipfile.ZipFile, name: str, limits: Limits) -> Iterator[Document | Problem]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > limits.members:
        code = catalogue.LIMITE_MEMBRES
        yield code.at(Origin(name), count=len(members), limit=limits.members)
        return
    names = Counter(member.filename for member in members)
    for member in members:
        origin = Origin(name, _legible(member.filename))
        if _is_leftover(member.filename):
            yield catalogue.FICHIER_IGNORE.at(origin)
            continue
        if names[member.filename] > 1:
            yield catalogue.MEMBRE_EN_DOUBLE.at(origin)
            names[member.filename] = 0
        yield from _member(archive, member, origin, limits)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: Origin, limits: Limits
) -> Iterator[Document | Problem]:
    try:
        stream = archive.open(member)
    except _UNREADABLE as error:
        yield catalogue.MEMBRE_ILLISIBLE.at(origin, reason=error)
        return
    with stream:
        sized = _Limited(stream, origin, limits.member_size, catalogue.LIMITE_TAILLE)
        unpacked = max(_RATIO_FLOOR, member.compress_size * limits.ratio)
        yield Document(
            origin,
            _Limited(sized, origin, unpacked, catalogue.LIMITE_RATIO, limits.ratio),
            _dated(member),
        )


def _dated(member: zipfile.ZipInfo) -> date | None:
    """The day of a member; archives without days say 1980, which is when the format counts from."""
    try:
        day = date(*member.date_time[:3])
    except ValueError:
        return None
    return day if day.year > _ZIP_EPOCH else None


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # encrypted
    NotImplementedError,  # a compression that the standard library has not
)


class _Limited:
    """A stream that raises :class:`DocumentError` past ``limit`` bytes or where it is broken."""

    def __init__(
        self, stream: ByteStream, origin: Origin, limit: int, code: Code, shown: int | None = None
    ) -> None:
        self._stream = stream
        self._origin = origin
        self._limit = limit
        self._code = code
        self._shown = shown or limit
        self._read = 0

    def read(self, size: int, /) -> bytes:
        try:
            data = self._stream.read(size)
        except _UNREADABLE as error:
            problem = catalogue.MEMBRE_ILLISIBLE.at(self._origin, reason=error)
            raise DocumentError(problem) from error
        self._read += len(data)
        if self._read > self._limit:
            raise DocumentError(self._code.at(self._origin, limit=self._shown))
        return data


def _legible(name: str) -> str:
    """A name as a text may hold it: bytes that are no UTF-8 and control signs become U+FFFD.

    Both stand in the names of real files, and neither in JSON or RDF.
    """
    if name.isprintable():  # nearly every one, and seen so in a hundredth of the time
        return name
    return "".join(
        "\ufffd" if unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff" else sign
        for sign in name
    )


def _is_leftover(name: str) -> bool:
    """What systems and tools leave in folders and archives: hidden files and folders, mostly."""
    *_, last = parts = name.split("/")
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in parts)
    return name.startswith(_LEFTOVERS) or hidden or last in _LEFTOVER_NAMES
