"""Data in, a site out: the index, a page for each thing, lists, feeds, downloads, the account.

Every file appears whole, and only what changed is written; what a former publication left and
nobody writes any more is taken away. ``site.json`` is written last: without it a site is not whole.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import msgspec

from questions_rdf import locks
from questions_rdf.errors import OutputError, UsageError
from questions_rdf.exports.origin import Origin, origin_of
from questions_rdf.manifest import Manifest
from questions_rdf.pages import assets
from questions_rdf.portions import Portion
from questions_rdf.publication import MANIFEST
from questions_rdf.query_files.library import Language
from questions_rdf.resources import Description, Kind, places
from questions_rdf.resources.places import QUESTION
from questions_rdf.site import descriptions, things
from questions_rdf.site.account import SITE, Account, Data
from questions_rdf.site.index import making
from questions_rdf.site.index.index import Index
from questions_rdf.site.index.making import Material
from questions_rdf.site.ledger import Ledger, is_site, kept_from_before
from questions_rdf.site.site_file import SiteFile
from questions_rdf.site.writing import Writer, Written
from questions_rdf.workers import Tell, in_order

LANGUAGES: tuple[Language, ...] = ("fr", "en")
Progress = Callable[[str, int, int | None], None]
_WORK = ".publication"
_LOCK = "lock"
_THINGS_AT_A_TIME = 50


class Options(NamedTuple):
    """How a site is made.

    Args:
        out: the folder that it goes to.
        url: the address that it will stand at, ending in ``/``; the data base, if not given.
        endpoint: the address of the query page of an endpoint, if there is one.
        pages: the kinds of things that get pages; all, if none is named.
        base: the data base; that of the build, if not given.
        as_of: the day that the pages speak of; that of the build, if not given.
        jobs: how many processes work.
        progress: told what is being done.
    """

    out: Path
    url: str | None = None
    endpoint: str | None = None
    pages: frozenset[Kind] = frozenset(Kind)
    base: str | None = None
    as_of: date | None = None
    jobs: int = 1
    progress: Progress = lambda _what, _done, _total: None


class Published(NamedTuple):
    """A site, and what had to be done: files written anew or differently, and taken away."""

    account: Account
    changed: int
    removed: int


def publish(data: Path, options: Options) -> Published:
    """Make the site of ``data``, a file or an output folder.

    Raises:
        UsageError: if ``out`` holds something else than a site.
        UnreadableInputError: if there is no data, or it cannot be read.
        OutputError: if something cannot be written, or does not read back as what the data has.
    """
    _refuse_foreign(options.out)
    origin = origin_of(data, options.base)
    site = _Site(origin, options, options.as_of or origin.as_of)
    with _working_in(options.out) as work, Ledger(options.out, work) as ledger:
        return site.published(work, ledger)


def _refuse_foreign(out: Path) -> None:
    """A site does not take the place of something else."""
    if Manifest.found(out / MANIFEST):
        raise UsageError(f"{out} is the output of a build; name another folder with --out")
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is not a folder; name another one with --out")
    if out.is_dir() and any(out.iterdir()) and not (is_site(out) or (out / _WORK).is_dir()):
        raise UsageError(f"{out} holds something else than a site; name another folder with --out")


@contextmanager
def _working_in(out: Path) -> Iterator[Path]:
    """An empty folder below ``out``, for this publication alone; gone in the end."""
    work = out / _WORK
    try:
        work.mkdir(parents=True, exist_ok=True)
        with (work / _LOCK).open("ab") as lock:
            if not locks.try_to_take(lock):
                raise UsageError(f"another publication to {out} is under way")
            kept_from_before(work)
            _emptied(work)
            yield work
            shutil.rmtree(work)
    except OSError as error:
        raise OutputError(f"cannot write {error.filename or out}: {error.strerror}") from error


def _emptied(work: Path) -> None:
    """Take away what a publication that was cut short left, but for what it had noted."""
    for path in work.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != _LOCK and not path.name.startswith("former-"):
            path.unlink()


class _Site(NamedTuple):
    """A site in the making."""

    origin: Origin
    options: Options
    as_of: date | None

    @property
    def base(self) -> str:
        return self.origin.base

    def published(self, work: Path, ledger: Ledger) -> Published:
        (self.options.out / SITE).unlink(missing_ok=True)
        material = making.made(
            self.origin.files,
            self.base,
            work,
            self.options.jobs,
            lambda done: self.options.progress("indexing", done, self.origin.questions),
        )
        counts = self._resources(material, ledger)
        self._compare(material, counts)
        self._write(ledger, _assets())
        account = self._account(ledger, counts, material)
        ledger.close()
        Writer(self.options.out).write(SiteFile(SITE, account.written()))
        return Published(account, ledger.changed, ledger.removed)

    def _write(self, ledger: Ledger, found: Iterable[SiteFile]) -> None:
        writer = Writer(self.options.out)
        for file in found:
            ledger.note([writer.write(file)])

    # ---- A page for each thing

    def _resources(self, material: Material, ledger: Ledger) -> "_Counts":
        """The pages of everything that has an IRI."""
        counts = _Counts(Counter(), Counter(), Counter())
        work = _Work(material, self.options.out, self.base, self.as_of, self.options.pages)
        parts = in_order(_Questions(work), material.portions(), self.options.jobs)
        self._taken(parts, ledger, counts)
        with_index = Index.opened(material.database, self.base)
        pages = [iri for iri, _ in with_index.pages()]
        with_index.close()
        starts = range(0, len(pages), _THINGS_AT_A_TIME)
        slices = (pages[start : start + _THINGS_AT_A_TIME] for start in starts)
        self._taken(in_order(_Things(work), slices, self.options.jobs), ledger, counts)
        return counts

    def _taken(self, parts: Iterable["_Part"], ledger: Ledger, counts: "_Counts") -> None:
        for part in parts:
            ledger.note(part.written)
            counts.pages.update(part.pages)
            counts.triples.update(part.triples)
            counts.nowhere.update(part.nowhere)
            done = counts.pages[Kind.QUESTION]
            self.options.progress("writing the pages", done, self.origin.questions)

    def _compare(self, material: Material, counts: "_Counts") -> None:
        """What a build wrote stands on the pages, all of it.

        Raises:
            OutputError: if it does not: a fault of ours.
        """
        found = counts.triples.total()
        if self.origin.built and found != material.triples:
            raise OutputError(f"the pages hold {found} triples, the data {material.triples}")

    def _account(self, ledger: Ledger, counts: "_Counts", material: Material) -> Account:
        named = zip(self.origin.files, self.origin.digests, strict=True)
        return Account(
            version=version("questions-rdf"),
            base=self.base,
            url=self.options.url or self.base,
            as_of=self.as_of,
            data=[Data(file.name, digest) for file, digest in named],
            languages=list(LANGUAGES),
            pages=dict(sorted(counts.pages.items())),
            triples=counts.triples.total(),
            left_out=material.triples - counts.triples.total(),
            nowhere=counts.nowhere.total(),
            files=ledger.files,
            size=ledger.size,
            sums=ledger.sums(),
        )


def _assets() -> Iterator[SiteFile]:
    for path in assets.paths():
        found = assets.asset(path)
        if found:
            yield SiteFile(f"assets/{path}", found.content)


# ---- What processes do


class _Counts(NamedTuple):
    """By kind: pages, the triples that stand on them, things whose IRI can be no path."""

    pages: Counter[str]
    triples: Counter[str]
    nowhere: Counter[str]


class _Part(NamedTuple):
    """What came of a part of the work."""

    written: list[Written]
    pages: Counter[str]
    triples: Counter[str]
    nowhere: Counter[str]


class _Work(msgspec.Struct, frozen=True):
    """What every process knows."""

    material: Material
    out: Path
    base: str
    as_of: date | None
    kinds: frozenset[Kind]

    def written(self, found: Iterable[Description]) -> _Part:
        """The pages of what was found, on disk; those of kinds not chosen are counted only."""
        part = _Part([], Counter(), Counter(), Counter())
        writer = _writer(self.out, os.getpid())
        for one in found:
            path = places.path(one.iri, one.base)
            if path is None:
                part.nowhere[one.kind] += 1
                continue
            part.triples[one.kind] += len(one.statements)
            if one.kind in self.kinds:
                part.pages[one.kind] += 1
                part.written.extend(map(writer.write, things.files(one, path, LANGUAGES)))
        return part

    def index(self) -> Index:
        """The index, opened once by each process."""
        return _index(self.material.database, self.base, self.kinds, os.getpid())


class _Questions(msgspec.Struct, frozen=True):
    """The pages of the questions in a part of the data."""

    work: _Work

    def __call__(self, portion: Portion, tell: Tell) -> _Part:
        tell(portion.path.name)
        work, start = self.work, self.work.base + QUESTION
        found = work.material.documents(portion)
        return work.written(
            descriptions.of_question(work.index(), about, said, work.as_of)
            for about, said in found
            if about.startswith(start)
        )


class _Things(msgspec.Struct, frozen=True):
    """The pages of some other things."""

    work: _Work

    def __call__(self, pages: Sequence[str], tell: Tell) -> _Part:
        tell(pages[0])
        work = self.work
        found = (descriptions.of_thing(work.index(), page, work.as_of) for page in pages)
        return work.written(one for one in found if one)


@lru_cache(maxsize=1)
def _index(database: Path, base: str, kinds: frozenset[Kind], _process: int) -> Index:
    return Index.opened(database, base, kinds)


@lru_cache(maxsize=1)
def _writer(out: Path, _process: int) -> Writer:
    return Writer(out)
