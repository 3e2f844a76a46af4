"""What is published where: the files of a build below the site's address, and by whom."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePath
from typing import NamedTuple, Self

import pyoxigraph as ox

from questions_rdf.compression import BY_SUFFIX
from questions_rdf.data_files import syntax
from questions_rdf.errors import UnreadableInputError, UsageError
from questions_rdf.manifest import Manifest
from questions_rdf.media_types import MEDIA_TYPES, UNKNOWN
from questions_rdf.publication import DESCRIPTION, MANIFEST
from questions_rdf.resources.statements import Statement, statements_of
from questions_rdf.site.address import WEB_SAID, is_of_the_web

FOLDER = "telechargements"
"""Where on the site the files of a build stand."""
IANA = "https://www.iana.org/assignments/media-types/"
_FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
_FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/"
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_DESCRIBED_ANEW = frozenset({DESCRIPTION, MANIFEST})


class _Type(NamedTuple):
    """A kind of file: what it is called, its media type, its name in the EU's list."""

    name: str
    media_type: str
    file_type: str


_TYPES = {
    f".{ending}": _Type(name, MEDIA_TYPES[ending], file_type)
    for ending, name, file_type in (
        ("ttl", "Turtle", "RDF_TURTLE"),
        ("jsonld", "JSON-LD", "JSON_LD"),
        ("nt", "N-Triples", "RDF_N_TRIPLES"),
        ("csv", "CSV", "CSV"),
        ("parquet", "Parquet", "PARQUET"),
        ("json", "JSON", "JSON"),
        ("jsonl", "JSON Lines", "JSON"),
        ("txt", "TXT", "TXT"),
    )
}
_OTHER = _Type("", UNKNOWN, "BIN")
_DATA = frozenset({".ttl", ".jsonld", ".nt", ".csv", ".parquet"})
_BESIDE = frozenset({"shacl-report.ttl", "redirections.ttl"})


class Download(NamedTuple):
    """A file that can be downloaded; ``triples`` of data files."""

    name: str
    bytes: int
    sha256: str
    triples: int | None = None

    @property
    def path(self) -> str:
        """Where it stands on the site."""
        return f"{FOLDER}/{self.name}"

    @property
    def type(self) -> _Type:
        """What kind of file it is, whatever it is compressed by."""
        suffixes = PurePath(self.name).suffixes
        return next((_TYPES[one] for one in reversed(suffixes) if one in _TYPES), _OTHER)

    @property
    def media_type(self) -> str:
        """Its media type as an IRI, that of its content if it is compressed."""
        return IANA + self.type.media_type

    @property
    def file_type(self) -> str:
        """The same in the list of the EU."""
        return _FILE_TYPE + self.type.file_type

    @property
    def compression(self) -> str | None:
        """The media type of its compression as an IRI; none if it is not compressed."""
        known = BY_SUFFIX.get(PurePath(self.name).suffix)
        return IANA + known.media_type if known else None

    @property
    def is_data(self) -> bool:
        """Whether it holds the data, and not what is said about them."""
        return self.name not in _BESIDE and bool(_DATA & {*PurePath(self.name).suffixes})


class Publisher(NamedTuple):
    """Who publishes the site: a name, the address of a page and of a mail box if there are any."""

    name: str = "questions-rdf"
    homepage: str | None = None
    email: str | None = None

    @classmethod
    def stated(cls, name: str | None, homepage: str | None, email: str | None) -> Self:
        """A publisher as options name one.

        Raises:
            UsageError: if a page or a mail box is stated without a name, or is none.
        """
        if name is not None and not name.strip():
            raise UsageError("--publisher names nobody")
        if name is None and (homepage or email):
            raise UsageError("--publisher-url and --contact are those of a --publisher: name one")
        if homepage is not None and not is_of_the_web(homepage):
            raise UsageError(f"--publisher-url {homepage!r}: {WEB_SAID}")
        if email is not None and not _MAIL.fullmatch(email):
            raise UsageError(f"--contact {email!r}: a mail address is like contact@example.org")
        return cls(name, homepage, email) if name else cls()


class Publication(NamedTuple):
    """What the description of the data set is made from.

    Args:
        manifest: what a build says of its output.
        said: the statements of its ``dataset.ttl``.
        downloads: the files that the site offers.
        site_url: the address of the root of the site; ends with ``/``.
        endpoint: the address of a SPARQL endpoint with its query page, if there is one.
        publisher: who publishes the site.
        issued: the day on which the data set was first published, where that is known.
        frequency: how often it is renewed, as a name in the EU's list of frequencies.
    """

    manifest: Manifest
    said: tuple[Statement, ...]
    downloads: tuple[Download, ...]
    site_url: str
    endpoint: str | None = None
    publisher: Publisher = Publisher()
    issued: date | None = None
    frequency: str = "IRREG"

    @property
    def base(self) -> str:
        """The data base."""
        return self.manifest.base

    @property
    def frequency_iri(self) -> str:
        """How often the data set is renewed, as an IRI."""
        return _FREQUENCY + self.frequency


def publication(
    manifest: Manifest,
    description: Path,
    site_url: str | None = None,
    further: Iterable[Download] = (),
) -> Publication:
    """The publication of a build; ``_replace`` says by whom, how often, and with which endpoint.

    Args:
        manifest: what it says of its output.
        description: its ``dataset.ttl``.
        site_url: the address of the root of the site; the data base if not given.
        further: files that the site offers besides, such as tables.

    Raises:
        UnreadableInputError: if the description cannot be read.
    """
    root = site_url or manifest.base
    said = tuple(_read(description))
    offered = (*downloads(manifest), *further)
    return Publication(manifest, said, offered, root if root.endswith("/") else f"{root}/")


def downloads(manifest: Manifest) -> tuple[Download, ...]:
    """The files of a build that a site offers; what it describes itself is left out."""
    return tuple(
        Download(name, file.bytes, file.sha256, file.triples)
        for name, file in manifest.files.items()
        if name not in _DESCRIBED_ANEW
    )


def _read(path: Path) -> list[Statement]:
    try:
        return list(statements_of(ox.parse(path=path, format=syntax(path))))
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableInputError(f"{path}: {error}") from error
