"""The reference data in one compact file that loads in a fraction of the time of the archive.

A line that names the format, the SHA-256 of all that follows, the length of the header, the header,
the records; both in MessagePack. The same input gives the same bytes.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path, PurePath
from typing import NoReturn

import msgspec

from questions_rdf import __version__
from questions_rdf.amo.annuaire import Annuaire
from questions_rdf.amo.records import Acteur, Mandat, Organe
from questions_rdf.documents import Document, DocumentError
from questions_rdf.errors import OutputError, UnreadableInputError, UsageError
from questions_rdf.manifest import Input
from questions_rdf.records import Circonscription

_MAGIC = b"questions-rdf reference "
_FIRST_LINE = _MAGIC + b"1\n"
_DIGEST_BYTES = hashlib.sha256().digest_size
_LENGTH_BYTES = 4


class Header(msgspec.Struct, frozen=True):
    """What the file was made of, by which version of the program, and what it holds.

    ``fields`` are the names of what stands in the records, in its order.
    """

    version: str
    fields: dict[str, list[str]]
    inputs: list[Input]
    acteurs: int
    mandats: int
    organes: int


class _Body(msgspec.Struct, frozen=True, array_like=True):
    acteurs: list[Acteur]
    mandats: list[Mandat]
    organes: list[Organe]


_FIELDS = {
    record.__name__: list(record.__struct_fields__)
    for record in (Acteur, Mandat, Organe, Circonscription)
}


def is_cache(head: bytes) -> bool:
    """Whether a file that begins like this is a cache, of whatever version."""
    return head.startswith(_MAGIC)


def packed(annuaire: Annuaire, inputs: Sequence[Input]) -> bytes:
    """The bytes of the cache."""
    acteurs, mandats, organes = annuaire.acteurs, annuaire.mandats, annuaire.organes
    made_of = [msgspec.structs.replace(one, file=PurePath(one.file).name) for one in inputs]
    header = Header(__version__, _FIELDS, made_of, len(acteurs), len(mandats), len(organes))
    by_identifier = attrgetter("identifiant")
    body = _Body(
        sorted(acteurs.values(), key=by_identifier),
        sorted(mandats.values(), key=by_identifier),
        sorted(organes.values(), key=by_identifier),
    )
    first, second = msgspec.msgpack.encode(header), msgspec.msgpack.encode(body)
    content = len(first).to_bytes(_LENGTH_BYTES, "big") + first + second
    return _FIRST_LINE + hashlib.sha256(content).digest() + content


def records(document: Document) -> Iterator[Acteur | Mandat | Organe]:
    """The records of a cache.

    Raises:
        UnreadableInputError: if it is damaged, or was written by another version.
    """
    body = _unpacked(document)
    yield from body.acteurs
    yield from body.mandats
    yield from body.organes


def _unpacked(document: Document) -> _Body:
    try:
        data = document.read()
    except DocumentError as error:
        raise UnreadableInputError(f"{document.origin}: {error.problem.message.en}") from error
    first_line, newline, rest = data.partition(b"\n")
    if first_line + newline != _FIRST_LINE:
        _refuse(document, "was written by another version of questions-rdf")
    content = memoryview(rest)[_DIGEST_BYTES:]
    if hashlib.sha256(content).digest() != rest[:_DIGEST_BYTES]:
        _refuse(document, "is damaged")
    begin = _LENGTH_BYTES + int.from_bytes(content[:_LENGTH_BYTES], "big")
    try:
        header = msgspec.msgpack.decode(content[_LENGTH_BYTES:begin], type=Header)
        if (header.version, header.fields) != (__version__, _FIELDS):
            _refuse(document, f"was written by version {header.version} of questions-rdf")
        return msgspec.msgpack.decode(content[begin:], type=_Body)
    except (msgspec.DecodeError, RecursionError):
        _refuse(document, "is damaged")


def _refuse(document: Document, why: str) -> NoReturn:
    raise UnreadableInputError(
        f"{document.origin}: this cache {why}; build it again with 'questions-rdf reference'"
    )


def refuse_foreign(path: Path) -> None:
    """Stop before ``path`` is replaced if it is not a cache.

    Raises:
        UsageError: if it is something else.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise UsageError(f"{path} is not an ordinary file; name another one with --out")
    if not path.exists():
        return
    with path.open("rb") as stream:
        head = stream.read(len(_MAGIC))
    if head and not is_cache(head):
        raise UsageError(f"{path} is no cache and would be overwritten; name another file with -o")


def write(path: Path, data: bytes) -> None:
    """Put ``data`` into the file, whole or not at all.

    Raises:
        OutputError: if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(data)
            beside.chmod(0o666 & ~_mask())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
