"""The pages of everything that has an IRI, with their feeds, by several processes."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import msgspec

from questions_rdf.portions import Portion
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources import Description, Kind, places
from questions_rdf.resources.places import QUESTION
from questions_rdf.site import descriptions, things
from questions_rdf.site.address import Address
from questions_rdf.site.checking import Checking
from questions_rdf.site.dashboards import dashboard_of
from questions_rdf.site.documentation.publication import Publication
from questions_rdf.site.feeds.making import feeds
from questions_rdf.site.feeds.subjects import of_thing
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.index.index import Index
from questions_rdf.site.index.making import Material
from questions_rdf.site.search import Entry, entry, question_record, thing_record
from questions_rdf.site.site_file import AnyFile, SiteFile
from questions_rdf.site.writing import Writer, Written
from questions_rdf.workers import Tell, in_order

LANGUAGES: tuple[Language, ...] = ("fr", "en")
FOUND_BY_NAME = (
    Kind.PERSONNE,
    Kind.MINISTERE,
    Kind.GROUPE,
    Kind.GOUVERNEMENT,
    Kind.RUBRIQUE,
    Kind.PORTEFEUILLE,
    Kind.CIRCONSCRIPTION,
    Kind.DEPARTEMENT,
    Kind.LEGISLATURE,
)
"""What people look for, beside questions."""
_THINGS_AT_A_TIME = 20
_packed = msgspec.msgpack.Encoder()
_entries = msgspec.msgpack.Decoder(list[Entry])


class Counts(NamedTuple):
    """By kind: pages, the triples that stand on them, things whose IRI can be no path."""

    pages: Counter[str]
    triples: Counter[str]
    nowhere: Counter[str]

    @classmethod
    def none(cls) -> "Counts":
        """Nothing yet."""
        return cls(Counter(), Counter(), Counter())

    def add(self, other: "Counts") -> None:
        """Take in those of another part."""
        for mine, theirs in zip(self, other, strict=True):
            mine.update(theirs)


class Part(NamedTuple):
    """What came of a part of the work: the files, as they stand in the site, and the counts.

    ``are_of_things`` is whether the files are those of things with an IRI, or of their lists.
    """

    written: list[Written]
    counts: Counts
    are_of_things: bool = True


class Making(msgspec.Struct, frozen=True):
    """What every process knows.

    Args:
        material: the index, and the data.
        out: the folder of the site.
        work: the folder that records for the search go to.
        where: where the site stands, of which data, and the day that it speaks of.
        endpoint: the address of the query page of an endpoint, if there is one.
        kinds: the kinds of things that get pages.
        offered: what the site offers for download.
        data: the files of the data, as the build wrote them.
    """

    material: Material
    out: Path
    work: Path
    where: Address
    endpoint: str | None
    kinds: frozenset[Kind]
    offered: Publication
    data: Sequence[Path]

    @property
    def as_of(self) -> date:
        """The day that pages speak of."""
        return self.where.as_of

    def index(self) -> Index:
        """The index, opened once by each process."""
        return _index(self.material.database, self.where.base, self.kinds, os.getpid())

    def figures(self) -> Figures:
        """The figures of the index."""
        index = self.index()
        return Figures(index.connection, self.where.base, self.as_of, self.kinds)

    def put(self, found: Iterable[AnyFile]) -> list[Written]:
        """Files, written where they belong."""
        return list(map(_writer(self.out, os.getpid()).write, found))


def resource_pages(making: Making, pages: Sequence[tuple[str, Kind]], jobs: int) -> Iterator[Part]:
    """The pages of all questions, then those of all other things.

    Args:
        making: what they are made from.
        pages: the other things.
        jobs: how many processes work.

    Raises:
        OutputError: if something cannot be written, or does not read back; or a process dies.
    """
    yield from in_order(_Questions(making), making.material.portions(), jobs)
    starts = range(0, len(pages), _THINGS_AT_A_TIME)
    slices = ((start, pages[start : start + _THINGS_AT_A_TIME]) for start in starts)
    yield from in_order(_Things(making), slices, jobs)


def search_entries(work: Path) -> Iterator[Entry]:
    """What the processes left for the search: things first, then questions."""
    for pattern in ("things-*", "questions-*"):
        for path in sorted(work.glob(pattern)):
            yield from _entries.decode(path.read_bytes())


class _Questions(msgspec.Struct, frozen=True):
    """The pages of the questions in a part of the data."""

    making: Making

    def __call__(self, portion: Portion, tell: Tell) -> Part:
        tell(portion.path.name)
        making, start = self.making, self.making.where.base + QUESTION
        part, found, checking = Part([], Counts.none()), list[Entry](), Checking()
        figures = making.figures()
        for about, said in making.material.documents(portion):
            if about.startswith(start):
                index = making.index()
                description = descriptions.of_question(index, about, said, making.as_of)
                path = _counted(making, description, part.counts)
                if path is not None:
                    files = things.files(
                        description,
                        path,
                        LANGUAGES,
                        making.endpoint,
                        checking=checking,
                        existence=figures.existence_around(about),
                    )
                    part.written.extend(making.put(files))
                    record = question_record(description)
                    found.extend([entry(record)] if record else [])
        checking.finish()
        _leave(making.work / f"questions-{portion.number:06}", found)
        return part


class _Things(msgspec.Struct, frozen=True):
    """The pages of some other things, and their feeds."""

    making: Making

    def __call__(self, some: tuple[int, Sequence[tuple[str, Kind]]], tell: Tell) -> Part:
        number, pages = some
        making = self.making
        part, found, checking = Part([], Counts.none()), list[Entry](), Checking()
        for iri, kind in pages:
            tell(iri)
            description = descriptions.of_thing(making.index(), iri, making.as_of)
            path = _counted(making, description, part.counts) if description else None
            if description and path is not None:
                name = making.index().name(iri)
                files = self._files(description, path, kind, name, checking)
                part.written.extend(making.put(files))
                if name and kind in FOUND_BY_NAME:
                    found.append(entry(thing_record(path, name, kind)))
        checking.finish()
        _leave(making.work / f"things-{number:08}", found)
        return part

    def _files(
        self,
        description: Description,
        path: str,
        kind: Kind,
        name: Bilingual | None,
        checking: Checking,
    ) -> Iterator[SiteFile]:
        making, figures = self.making, self.making.figures()
        dashboard = dashboard_of(figures, description.iri, kind)
        subject = of_thing(kind, description.iri, path, name.fr if name else None)
        feed: list[SiteFile] = []
        if subject and dashboard and dashboard.summary.total:
            feed = list(feeds(making.index().connection, [subject], making.where))
        return chain(
            things.files(
                description,
                path,
                LANGUAGES,
                making.endpoint,
                dashboard,
                feed=feed[0].path if feed else None,
                checking=checking,
            ),
            feed,
        )


def _counted(making: Making, description: Description, counts: Counts) -> str | None:
    """The path of a page, if it gets one; what stands on it is counted."""
    path, kind = places.path(description.iri, description.base), description.kind
    if path is None:
        counts.nowhere[kind] += 1
        return None
    counts.triples[kind] += len(description.statements)
    if kind not in making.kinds:
        return None
    counts.pages[kind] += 1
    return path


def _leave(path: Path, found: list[Entry]) -> None:
    path.write_bytes(_packed.encode(found))


@lru_cache(maxsize=1)
def _index(database: Path, base: str, kinds: frozenset[Kind], _process: int) -> Index:
    return Index.opened(database, base, kinds)


@lru_cache(maxsize=1)
def _writer(out: Path, _process: int) -> Writer:
    return Writer(out)
