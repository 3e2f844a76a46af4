"""Whether a downloaded file is the archive that it should be."""

import zipfile
import zlib
from pathlib import Path

from questions_rdf.documents import ZIP_MAGICS

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError)


def begins_like_a_zip(head: bytes) -> bool:
    """Whether the first bytes are those of a zip archive."""
    return head.startswith(ZIP_MAGICS)


def described(head: bytes) -> str:
    """What came in place of an archive: error pages are often sent as if all were well."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<title", b"<body")):
        return "an HTML page"
    return "something else" if head else "nothing"


def fault_of(path: Path, *, thoroughly: bool) -> str | None:
    """What is wrong with the archive ``path``; ``None`` if nothing is.

    Its directory, which stands at the end, is read, and the first and the last member are opened.
    ``thoroughly`` reads every member to its end: for archives put together from several answers.

    Raises:
        OSError: if it cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if not members:
                return "an archive without a member"
            if thoroughly and (broken := archive.testzip()):
                return f"an archive whose member {broken} is damaged"
            for member in (members[0], members[-1]):
                archive.open(member).close()
    except _BROKEN as error:
        return f"a damaged zip archive ({error})"
    return None
