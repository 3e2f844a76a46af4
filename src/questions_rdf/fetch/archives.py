"""The archives that were asked for, one after the other: downloaded, or taken from the cache."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from questions_rdf.errors import UnreadableInputError
from questions_rdf.fetch.cache import intact, sha256_of
from questions_rdf.fetch.download import DownloadError, NoConnectionError, Policy, download
from questions_rdf.fetch.integrity import fault_of
from questions_rdf.fetch.web import Web
from questions_rdf.reference.telechargements import REPOSITORY, Telechargement


class Fetched(msgspec.Struct, frozen=True):
    """An archive in the cache; ``status`` is ``downloaded``, ``unchanged`` or ``cached``."""

    path: str
    url: str
    status: str
    size: int
    sha256: str
    dated: date | None


Starting = Callable[[Telechargement], Policy]
"""Called before each download: how patient it is, and whom it tells."""


def fetched(
    archives: Sequence[Telechargement], cache: Path, base: str, web: Web, start: Starting
) -> Iterator[Fetched | DownloadError]:
    """Each archive, or why it could not be had.

    Raises:
        NoConnectionError: if nobody answers at all; it says what can be done without.
        OutputError: if the cache cannot be written.
    """
    for archive in archives:
        url, path = address(archive, base), cache / archive.fichier
        try:
            found = download(url, path, web, start(archive), archive.md5)
        except NoConnectionError as error:
            raise NoConnectionError(f"{error}; {_without_network(archives, cache)}") from error
        except DownloadError as error:
            yield error
            continue
        note = found.provenance
        status = "unchanged" if found.unchanged else "downloaded"
        yield Fetched(str(path), url, status, note.size, note.sha256, note.dated)


def cached(archives: Sequence[Telechargement], cache: Path) -> list[Fetched]:
    """The archives as they are in the cache, without asking anybody.

    Raises:
        UnreadableInputError: if one is not there, or is damaged.
    """
    if missing := [a.fichier for a in archives if not (cache / a.fichier).is_file()]:
        raise UnreadableInputError(f"not in the cache {cache}: {', '.join(missing)}")
    return [_as_it_is(archive, cache / archive.fichier) for archive in archives]


def address(archive: Telechargement, base: str) -> str:
    """Where the archive is downloaded from, with ``base`` in the place of the Assembly's server."""
    return base.removesuffix("/") + "/" + archive.adresse.removeprefix(REPOSITORY)


def _as_it_is(archive: Telechargement, path: Path) -> Fetched:
    try:
        fault = fault_of(path, thoroughly=False)
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableInputError(f"{path}: {error.strerror}") from error
    if fault:
        raise UnreadableInputError(f"{path}: {fault}; download it again")
    note = intact(path)
    return Fetched(
        path=str(path),
        url=note.url if note else archive.adresse,
        status="cached",
        size=size,
        sha256=note.sha256 if note else sha256_of(path) or "",
        dated=note.dated if note else None,
    )


def _without_network(archives: Sequence[Telechargement], cache: Path) -> str:
    missing = [a.fichier for a in archives if not (cache / a.fichier).is_file()]
    if missing:
        return f"not in the cache {cache} either: {', '.join(missing)}"
    return "--offline takes the copies in the cache"
