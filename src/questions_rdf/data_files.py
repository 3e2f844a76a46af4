"""The files that data stands in: which ones a path means, what is in them, and their digests."""

import re
import time
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pyoxigraph as ox

from questions_rdf.compression import BY_SUFFIX
from questions_rdf.digests import sha256
from questions_rdf.errors import UnreadableInputError
from questions_rdf.formats import FORMATS, QUICKEST_FIRST, STEM
from questions_rdf.manifest import Manifest, OutputFile
from questions_rdf.prefixes import expanded
from questions_rdf.publication import DESCRIPTION, MANIFEST

_EXTENSIONS = {form.extension for form in FORMATS.values()}
_OF_A_BUILD = re.compile(rf"{STEM}(-[0-9]+)?")  # whole, or one of several parts
BROKEN = (OSError, EOFError, zlib.error, SyntaxError, ValueError, MemoryError)
"""What reading a file of data raises that is not what its name says."""
_TICK_NS = 2 * 10**9
"""How soon a file may change again without its times telling."""


def data_files(path: Path) -> list[Path]:
    """The files of data that ``path`` stands for: itself, or one format of an output folder.

    Raises:
        UnreadableInputError: if there are none, a part of the output is missing, or a file is
            none of data.
    """
    if path.is_file():
        syntax(path)
        return [path]
    if not path.is_dir():
        hint = "; questions-rdf build makes it" if path == Path("out") else ""
        raise UnreadableInputError(f"no such file or folder: {path}{hint}")
    try:
        return _in_folder(path)
    except OSError as error:
        raise UnreadableInputError(f"{error.filename or path}: {error.strerror}") from error


def _in_folder(path: Path) -> list[Path]:
    """The files of one format of a build; all files of data where no build wrote any."""
    found = sorted(file for file in path.iterdir() if extension(file) in _EXTENSIONS)
    account = _Account.of(path)
    if written := [group for group in _groups(found, account) if group]:
        # They hold one graph, unless somebody changed one since: then that one is meant.
        return next((group for group in written if account.knows_otherwise(group)), written[0])
    if not found:
        raise UnreadableInputError(f"no data in {path}: build it first, or name a file")
    return found


def changed(files: Sequence[Path]) -> list[Path]:
    """The files that are not what the manifest beside them says that a build wrote there."""
    accounts = {folder: _Account.of(folder) for folder in {file.parent for file in files}}
    return [file for file in files if accounts[file.parent].knows_otherwise([file])]


def extension(path: Path) -> str:
    """What the name ends with, but for a compression: ``.nt`` of ``questions.nt.gz``."""
    return Path(path.stem).suffix if is_compressed(path) else path.suffix


def is_compressed(path: Path) -> bool:
    """Whether the file is read through a decompression, and so from its beginning only."""
    return path.suffix in BY_SUFFIX


def opened(path: Path) -> BinaryIO:
    """The file as a stream of what is written in it, decompressed.

    Raises:
        OSError: if it cannot be read.
    """
    compression = BY_SUFFIX.get(path.suffix)
    return compression.opened(path) if compression else path.open("rb")


def syntax(path: Path) -> ox.RdfFormat:
    """What the file is written in.

    Raises:
        UnreadableInputError: if its name is not that of a file of data.
    """
    found = ox.RdfFormat.from_extension(extension(path)[1:])
    if found is None or extension(path) not in _EXTENSIONS:
        raise UnreadableInputError(f"{path}: not {', '.join(sorted(_EXTENSIONS))}")
    return found


def quads(path: Path) -> Iterator[ox.Quad]:
    """What the file says, as a stream; blank nodes of different files stay different.

    Raises:
        UnreadableInputError: if the file is not what its name says.
    """
    form = syntax(path)
    try:
        with opened(path) as stream:
            yield from ox.parse(input=stream, format=form, rename_blank_nodes=True)
    except BROKEN as error:
        raise UnreadableInputError(f"{path}: {error}") from error


class Period(NamedTuple):
    """The first day on which something in the data was published, and the latest date in it."""

    first: date
    last: date


def period(files: Sequence[Path]) -> Period | None:
    """The period of data, as the builds say that wrote it; none if one of them says nothing."""
    found = [_stated(folder / DESCRIPTION) for folder in {file.parent for file in files}]
    known = [one for one in found if one]
    if not known or len(known) < len(found):
        return None
    return Period(min(one.first for one in known), max(one.last for one in known))


def _stated(description: Path) -> Period | None:
    """The period that a description of a data set states."""
    ends = tuple(ox.NamedNode(expanded(one)) for one in ("dcat:startDate", "dcat:endDate"))
    try:
        said = ox.parse(path=description, format=ox.RdfFormat.TURTLE)
        days = {one.predicate: one.object.value for one in said if one.predicate in ends}
        return Period(*(date.fromisoformat(days[one]) for one in ends))
    except (OSError, SyntaxError, ValueError, KeyError):
        return None


def digests(files: Sequence[Path]) -> list[str]:
    """The SHA-256 of each file, in hexadecimal.

    What a manifest states is believed of a file that was not touched since.

    Raises:
        UnreadableInputError: if one cannot be read.
    """
    accounts = {folder: _Account.of(folder) for folder in {file.parent for file in files}}
    try:
        return [accounts[file.parent].digest(file) for file in files]
    except OSError as error:
        raise UnreadableInputError(f"{error.filename}: {error.strerror}") from error


def _groups(found: list[Path], account: "_Account") -> Iterator[list[Path]]:
    """The files of a build in each format; a format of which a part is missing comes last."""
    incomplete: list[str] = []
    complete = False
    for form in QUICKEST_FIRST:
        stated = {name for name in account.files if _is_of_a_build(Path(name), form.extension)}
        present = [file for file in found if _is_of_a_build(file, form.extension)]
        group = [file for file in present if file.name in stated] or present
        missing = sorted(stated - {file.name for file in group}) if stated else []
        if group and missing:
            incomplete += missing
            continue
        complete = complete or bool(group)
        yield group
    if incomplete and not complete:
        raise UnreadableInputError(f"{account.folder / incomplete[0]} is missing: build it again")


def _is_of_a_build(file: Path, wanted: str) -> bool:
    return extension(file) == wanted and bool(_OF_A_BUILD.fullmatch(file.name.partition(wanted)[0]))


@lru_cache(maxsize=256)
def _remembered(file: Path, _state: tuple[int, ...]) -> str:
    """The digest of a file, which is read once for as long as nobody touches it."""
    return sha256(file)


class _Account(NamedTuple):
    """What the manifest of a folder states of its files, and when it was written."""

    folder: Path
    files: dict[str, OutputFile]
    written: int

    @classmethod
    def of(cls, folder: Path) -> "_Account":
        """The account of a folder; an empty one if it is no output folder."""
        path = folder / MANIFEST
        built = Manifest.found(path)
        try:
            written = path.stat().st_mtime_ns
        except OSError:  # none there, or no more
            written = 0
        return cls(folder, built.files if built else {}, written)

    def digest(self, file: Path) -> str:
        """The digest of a file: as stated, if the file is as old and as long as it should be."""
        stated, now = self.files.get(file.name), file.stat()
        if stated and now.st_size == stated.bytes and now.st_mtime_ns < self.written:
            return stated.sha256
        is_settled = now.st_ctime_ns < time.time_ns() - _TICK_NS
        state = (now.st_size, now.st_mtime_ns, now.st_ctime_ns)
        return _remembered(file, state) if is_settled else sha256(file)

    def knows_otherwise(self, group: list[Path]) -> bool:
        """Whether one of the files is not what the build wrote there."""
        return any(self._was_changed(file) for file in group)

    def _was_changed(self, file: Path) -> bool:
        stated = self.files.get(file.name)
        if stated is None:
            return False
        return file.stat().st_size != stated.bytes or self.digest(file) != stated.sha256
