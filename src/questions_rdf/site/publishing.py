"""Data in, a site out: the index, a page for each thing, lists, feeds, downloads, the account.

Every file appears whole, and only what changed is written; what a former publication left and
nobody writes any more is taken away. ``site.json`` is written last: without it a site is not whole.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from questions_rdf import data_files
from questions_rdf.errors import OutputError, UnreadableInputError, UsageError
from questions_rdf.exports.origin import Origin, origin_of
from questions_rdf.manifest import Manifest
from questions_rdf.pages import assets
from questions_rdf.publication import DESCRIPTION, MANIFEST
from questions_rdf.reports.source import source_of
from questions_rdf.resources import Kind
from questions_rdf.site import sitemap
from questions_rdf.site.account import SITE, Account, Data
from questions_rdf.site.address import Address, endpoint_at, root_at
from questions_rdf.site.documentation.publication import Publication, Publisher, publication
from questions_rdf.site.feeds.making import feeds
from questions_rdf.site.feeds.subjects import of_all
from questions_rdf.site.further_pages import further_pages
from questions_rdf.site.hosting.moved import OF_OURS, elsewhere, moved, moved_pages, pairs
from questions_rdf.site.hosting.servers import hosting_files
from questions_rdf.site.index import making
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.index.index import Index
from questions_rdf.site.index.making import Material
from questions_rdf.site.ledger import Ledger
from questions_rdf.site.progress import Progress, unsaid
from questions_rdf.site.reminders import rappel_csv
from questions_rdf.site.resource_pages import (
    LANGUAGES,
    Counts,
    Making,
    resource_pages,
)
from questions_rdf.site.site_file import AnyFile, CopiedFile, SiteFile
from questions_rdf.site.sitemap import Others
from questions_rdf.site.tables import Tables
from questions_rdf.site.working_folder import refuse_foreign, working_in
from questions_rdf.site.writing import Writer

_REDIRECTIONS = "redirections.ttl"
_PERSISTENT = "mandat/"


class Options(NamedTuple):
    """How a site is made.

    Args:
        out: the folder that it goes to.
        url: the address that it will stand at; the data base, if not given.
        endpoint: the address of the query page of an endpoint, if there is one.
        publisher: who publishes the site.
        pages: the kinds of things that get pages.
        as_of: the day that the pages speak of; that of the build, if not given.
        jobs: how many processes work.
        progress: told what is being done.
    """

    out: Path
    url: str | None = None
    endpoint: str | None = None
    publisher: Publisher = Publisher()
    pages: frozenset[Kind] = frozenset(Kind)
    as_of: date | None = None
    jobs: int = 1
    progress: Progress = unsaid


class Published(NamedTuple):
    """A site, and what had to be done: files written anew or differently, and taken away."""

    account: Account
    changed: int
    removed: int


def publish(data: Path, options: Options) -> Published:
    """Make the site of ``data``, the output folder of a build.

    Raises:
        UsageError: if ``out`` holds something else than a site, or no day is known.
        UnreadableInputError: if there is no data, or it is not what a build wrote.
        OutputError: if something cannot be written, or does not read back as what the data has.
    """
    refuse_foreign(options.out)
    origin = origin_of(data, None)
    built = origin.built
    if built is None:
        if changed := data_files.changed(origin.files):
            file = changed[0]
            raise UnreadableInputError(f"{file} is not what {MANIFEST} says of it: build it again")
        raise UnreadableInputError(f"{data} is not what a build wrote: build it, publish that")
    as_of = options.as_of or built.as_of
    if as_of is None:
        raise UsageError(f"the build in {data} states no day: name one with --as-of")
    where_it_stands = Address(root_at(options.url or built.base), built.base, as_of)
    endpoint = endpoint_at(options.endpoint) if options.endpoint else None
    site = _Site(data, origin, built, options._replace(endpoint=endpoint), where_it_stands)
    with working_in(options.out) as work, Ledger(options.out, work) as ledger:
        return site.published(work, ledger)


class _Site(NamedTuple):
    """A site in the making."""

    data: Path
    origin: Origin
    built: Manifest
    options: Options
    where: Address

    def published(self, work: Path, ledger: Ledger) -> Published:
        """All of it, in order."""
        options = self.options
        (options.out / SITE).unlink(missing_ok=True)
        options.progress("indexing", 0, self.origin.questions)
        material = making.made(
            self.origin.files,
            self.where.base,
            self.where.as_of,
            work,
            options.jobs,
            lambda what, done: options.progress(what, done, self.origin.questions),
        )
        index = Index.opened(material.database, self.where.base, options.pages)
        try:
            others = Others()
            tables = Tables.made(self.data, work, options.jobs, options.progress)
            offered = self._offered(tables)
            counts = self._pages(material, work, index, ledger, others, offered)
            self._compare(material, counts)
            self._write(ledger, self._downloads(tables, offered))
            options.progress("writing feeds and the sitemap", 0, None)
            self._write(ledger, self._beside(index, others))
        finally:
            index.close()
        account = self._account(ledger, counts, material)
        ledger.close()
        Writer(options.out).write(SiteFile(SITE, account.written()))
        return Published(account, ledger.changed, ledger.removed)

    def _write(self, ledger: Ledger, found: Iterable[AnyFile]) -> None:
        writer = Writer(self.options.out)
        for file in found:
            ledger.note([writer.write(file)])

    # ---- A page for each thing

    def _pages(  # noqa: PLR0913, PLR0917  (each of them once)
        self,
        material: Material,
        work: Path,
        index: Index,
        ledger: Ledger,
        others: Others,
        offered: Publication,
    ) -> Counts:
        """The pages of everything that has an IRI, then those that list and find them."""
        options, counts = self.options, Counts.none()
        known = Making(
            material,
            options.out,
            work,
            self.where,
            options.endpoint,
            options.pages,
            offered,
            self.origin.files,
        )
        things = index.pages()
        self._tell(counts, len(things))
        for part in resource_pages(known, things, options.jobs):
            ledger.note(part.written)
            counts.add(part.counts)
            self._tell(counts, len(things))
        options.progress("making the search, the lists, the documentation", 0, None)
        for part in further_pages(known, things, options.jobs):
            ledger.note(part.written)
            if not part.are_of_things:
                others.note(one.path for one in part.written)
        return counts

    def _tell(self, counts: Counts, things: int) -> None:
        """How far the pages are: first those of questions are made, then those of things."""
        questions = counts.pages[Kind.QUESTION]
        further = counts.pages.total() - questions
        if further:
            self.options.progress("writing the pages of things", further, things, "pages")
        else:
            self.options.progress("writing the pages", questions, self.origin.questions)

    def _compare(self, material: Material, counts: Counts) -> None:
        """What the build wrote stands on the pages, all that can have one.

        Raises:
            OutputError: if it does not: a fault of ours.
        """
        found = counts.triples.total()
        if found != material.triples and not counts.nowhere:
            raise OutputError(f"the pages hold {found} triples, the data {material.triples}")

    # ---- What stands beside them

    def _beside(self, index: Index, others: Others) -> Iterator[AnyFile]:
        """Everything else, file by file."""
        connection, where, kinds = index.connection, self.where, self.options.pages
        yield from _assets()
        source = source_of([self.data], self.origin.files, where.as_of)
        yield rappel_csv(Figures(connection, where.base, where.as_of, kinds), source)
        yield from feeds(connection, of_all(), where)
        yield from self._leading(index)
        listed = chain(others.pages(), sitemap.pages_of(connection, where, kinds))
        yield from sitemap.sitemaps(listed, where)
        yield sitemap.robots_file(where)

    def _offered(self, tables: Tables) -> Publication:
        """What the site offers, and where: the files of the build, and tables made of them."""
        folder = self.origin.files[0].parent
        found = publication(self.built, folder / DESCRIPTION, self.where.site_url)
        there = [one for one in found.downloads if (folder / one.name).is_file()]
        return found._replace(
            downloads=(*there, *tables.downloads),
            endpoint=self.options.endpoint,
            publisher=self.options.publisher,
        )

    def _downloads(self, tables: Tables, offered: Publication) -> Iterator[CopiedFile]:
        """The files to be downloaded."""
        folder, made = self.origin.files[0].parent, {one.name for one in tables.downloads}
        for one in offered.downloads:
            source = tables.folder if one.name in made else folder
            yield CopiedFile(one.path, source / one.name)

    def _leading(self, index: Index) -> Iterator[SiteFile]:
        """Addresses that lead elsewhere, and how web servers are told of them."""
        connection, where = index.connection, self.where
        path = self.origin.files[0].parent / _REDIRECTIONS
        old = moved(path, connection, where) if path.is_file() else {}
        yield from moved_pages(old, connection, where)
        yield from elsewhere(connection, where, _PERSISTENT)
        yield from hosting_files(where, [*pairs(old, where), *OF_OURS])

    # ---- The account

    def _account(self, ledger: Ledger, counts: Counts, material: Material) -> Account:
        named = zip(self.origin.files, self.origin.digests, strict=True)
        return Account(
            version=version("questions-rdf"),
            base=self.where.base,
            url=self.where.site_url,
            as_of=self.where.as_of,
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
