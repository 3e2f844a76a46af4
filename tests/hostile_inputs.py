"""Inputs that no editor can hold: archives and files that are broken, locked or far too large.

Each is written into a folder by a function, and comes with the codes of the problems it must give.
"""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import reading
from questions_rdf.sources import Limits

SMALL_LIMITS = Limits(member_size=3 * 1024 * 1024, ratio=20, members=5)
GOOD = reading.single(numero=1)
ERROR_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body></body></html>"


class Input(NamedTuple):
    """A hostile input: how it is written, what it must give, how many questions survive."""

    write: Callable[[Path], object]
    codes: tuple[str, ...]
    published: int = 0
    suffix: str = "zip"


def zipped(*members: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive; several members may have one name."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", compression) as archive:
        warnings.simplefilter("ignore")
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def _file(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _zip(*members: tuple[str, bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(zipped(*members))


def question(numero: int) -> bytes:
    """A document of one question."""
    return GOOD.replace(b"QANR5L16QE1", b"QANR5L16QE%d" % numero).replace(
        b'"numero":"1"', b'"numero":"%d"' % numero
    )


def _encrypted(path: Path) -> None:
    """The flag bit alone, in the local header and in the directory: enough to be refused."""
    data = bytearray(zipped(("a.json", question(1)), ("b.json", question(2))))
    data[6] |= 1
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    path.write_bytes(data)


def _unknown_compression(path: Path) -> None:
    data = bytearray(zipped(("a.json", question(1)), ("b.json", question(2))))
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, 97)
    path.write_bytes(data)


def _wrong_crc(path: Path) -> None:
    data = bytearray(zipped(("a.json", question(1)), ("b.json", question(2))))
    data[data.index(b"PK\x01\x02") + 16] ^= 0xFF
    path.write_bytes(data)


def _broken_stream(path: Path) -> None:
    data = bytearray(zipped(("a.json", question(1) * 3), ("b.json", question(2))))
    data[60:80] = b"\xff" * 20
    path.write_bytes(data)


def _truncated(path: Path) -> None:
    path.write_bytes(zipped(("a.json", question(1)))[:-30])


def _lying_about_its_size(path: Path) -> None:
    """The directory claims 10 bytes; four megabytes come."""
    data = bytearray(zipped(("a.json", b"{" + b" " * 4 * 1024 * 1024)))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 10)
    path.write_bytes(data)


def _large(path: Path) -> None:
    """More than the limit, and not well compressible."""
    content = b"".join(
        zlib.crc32(b"%d" % n).to_bytes(4, "big").hex().encode() for n in range(450_000)
    )
    path.write_bytes(zipped(("a.json", b'{"x": "' + content + b'"}'), ("b.json", question(2))))


def _endless_page(path: Path) -> None:
    path.write_text(
        reading.page("Question publiée au JO le : 7 février 2023", texte="x" * 2_500_000)
    )


def _endless_text(path: Path) -> None:
    text = {"infoJO": {"dateJO": "2023-02-07"}, "texte": "x" * 2_500_000}
    path.write_bytes(reading.single(textesQuestion={"texteQuestion": text}))


INPUTS: dict[str, Input] = {
    "two members of one name": Input(
        _zip(("a.json", question(1)), ("a.json", question(2))), ("membre-en-double",), 2
    ),
    "an encrypted member": Input(_encrypted, ("membre-illisible",), 1),
    "an unknown compression": Input(_unknown_compression, ("membre-illisible",), 1),
    "a wrong checksum": Input(_wrong_crc, ("membre-illisible",), 1),
    "a broken stream": Input(_broken_stream, ("membre-illisible",), 1),
    "a truncated archive": Input(_truncated, ("archive-illisible",)),
    "a bomb": Input(
        _zip(("a.json", b"{" + b" " * 2 * 1024 * 1024), ("b.json", question(2))),
        ("limite-ratio",),
        1,
    ),
    "a member that lies about its size": Input(_lying_about_its_size, ("membre-illisible",)),
    "a member over the limit": Input(_large, ("limite-taille",), 1),
    "a file over the limit": Input(
        _file(b"{" + b" " * 4 * 1024 * 1024), ("limite-taille",), 0, "json"
    ),
    "an archive in an archive": Input(
        _zip(("a.zip", zipped(("a.json", question(1)))), ("b.json", question(2))),
        ("archive-imbriquee",),
        1,
    ),
    "an empty archive in an archive": Input(_zip(("a.zip", zipped())), ("archive-imbriquee",)),
    "what systems leave": Input(
        _zip(("__MACOSX/._a.json", b"\x00\x05"), (".DS_Store", b"x"), ("json/a.json", question(1))),
        ("fichier-ignore", "fichier-ignore"),
        1,
    ),
    "folders in an archive": Input(_zip(("json/", b""), ("json/a.json", question(1))), (), 1),
    "names that climb": Input(_zip(("../../a.json", question(1)), ("/b.json", question(2))), (), 2),
    "too many members": Input(
        _zip(*((f"{n}.json", question(n)) for n in range(1, 8))), ("limite-membres",)
    ),
    "an error page as a member": Input(
        _zip(("a.json", ERROR_PAGE), ("b.json", question(2))), ("document-html",), 1
    ),
    "an empty member": Input(_zip(("a.json", b""), ("b.json", question(2))), ("fichier-vide",), 1),
    "an empty file": Input(_file(b""), ("fichier-vide",), 0, "json"),
    "XML with entities": Input(
        _file(
            b'<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><q>&a;</q>'
        ),
        ("document-xml",),
        0,
        "xml",
    ),
    "XML of questions with entities": Input(
        _file(
            b'<!DOCTYPE questionsEcrites [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
            b"<questionsEcrites><question><uid>&b;</uid></question></questionsEcrites>"
        ),
        ("xml-doctype",),
        0,
        "xml",
    ),
    "an archive's first bytes alone": Input(_file(b"PK\x03\x04"), ("archive-illisible",)),
    "deep JSON": Input(_file(b'{"question":' * 200_000), ("json-illisible",), 0, "json"),
    "deep JSON that is closed": Input(
        _file(b'{"question":' * 200_000 + b"1" + b"}" * 200_000), ("json-illisible",), 0, "json"
    ),
    "deep lists in a field": Input(
        _file(GOOD[:-2] + b',"new":' + b"[" * 200_000 + b"]" * 200_000 + b"}}"),
        ("json-illisible",),
        0,
        "json",
    ),
    "an unknown field of some depth": Input(
        _file(GOOD[:-2] + b',"new":' + b"[" * 800 + b"1" + b"]" * 800 + b"}}"),
        ("champ-inconnu",),
        1,
        "json",
    ),
    "a known field of some depth": Input(
        _file(GOOD[:-2] + b',"minInt":' + b"[" * 800 + b"1" + b"]" * 800 + b"}}"),
        ("forme-inattendue",),
        1,
        "json",
    ),
    "deep XML": Input(_file(b"<a>" * 200_000), ("document-xml",), 0, "xml"),
    "a deep question in XML": Input(
        _file(b"<question>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</question>"),
        ("xml-illisible",),
        0,
        "xml",
    ),
    "a deep question in XML without an end": Input(
        _file(b"<QUESTION>" + b"<a>" * 200_000), ("xml-tronque",), 0, "xml"
    ),
    "questions in questions in XML": Input(
        _file(b"<questionsGvt>" + b"<question>" * 40), ("xml-illisible", "xml-tronque"), 0, "xml"
    ),
    "lone surrogates and U+0000": Input(
        _file(GOOD.replace(b"Pourquoi", b"Pour\\ud800quoi\\u0000")),
        ("caractere-illegal",),
        1,
        "json",
    ),
    "NaN": Input(
        _file(GOOD[:-2] + b',"minInt":NaN,"auteur":Infinity}}'),
        ("forme-inattendue", "forme-inattendue"),
        1,
        "json",
    ),
    "a number of many digits": Input(
        _file(GOOD.replace(b'"1"', b'"' + b"1" * 5000 + b'"')), ("forme-inattendue",), 1, "json"
    ),
    "a bare number of many digits": Input(
        _file(GOOD.replace(b'"1"', b"1" * 5000)), ("json-illisible",), 0, "json"
    ),
    "a key twice": Input(
        _file(GOOD.replace(b'"type":"QE"', b'"type":"QG","type":"QE"')), (), 1, "json"
    ),
    "a page of some megabytes": Input(_endless_page, ("page-trop-longue",), 0, "txt"),
    "a text of some megabytes": Input(_endless_text, ("texte-trop-long",), 1, "json"),
}
