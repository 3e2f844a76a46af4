"""The index is made: the data read once, in parts, by several processes."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from importlib.resources import files
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import msgspec
import pyoxigraph as ox

from questions_rdf import portions
from questions_rdf.data_files import is_compressed, syntax
from questions_rdf.portions import Portion
from questions_rdf.resources import examples, kinds, places
from questions_rdf.resources.examples import Examples
from questions_rdf.resources.statements import Statement, is_blank, statements_of
from questions_rdf.site.index import rows as making_rows
from questions_rdf.site.index.rows import Rows
from questions_rdf.site.index.tallying import tally
from questions_rdf.workers import Tell, in_order

NAME = "index.sqlite"
_BUCKETS = "buckets"
_PORTION_BYTES = 8 * 1024**2
_PAGES_AT_A_TIME = 500
_FILLING = {
    "question": "INSERT INTO question VALUES (" + "?, " * 24 + "?)",
    "lien": "INSERT OR IGNORE INTO lien VALUES (?, ?, ?)",
    "chose": "INSERT INTO chose VALUES (?, ?, ?, ?)",
    "document": "INSERT INTO document VALUES (?, ?, ?)",
    "usage": "INSERT OR IGNORE INTO usage VALUES (?, ?)",
}
"""How each table is filled. Links may come twice; a document that does is not in one piece."""

_NAMED = itemgetter(0)


class Material(NamedTuple):
    """What pages are made from: the index, and files in parts of which documents are whole.

    ``triples`` is how many there are, ``examples`` has the first of them that uses each term;
    ``base`` is there where those of a document stand in one part, but not together.
    """

    database: Path
    files: Sequence[Path]
    triples: int = 0
    examples: Examples = {}  # noqa: RUF012  (never changed)
    base: str | None = None

    def portions(self) -> Iterator[Portion]:
        """The parts, each with whole documents."""
        return portions.portions(self.files, _PORTION_BYTES)

    def documents(self, portion: Portion) -> Iterator[tuple[str, dict[str, list[Statement]]]]:
        """The documents of a part of the data, with what is said of each subject in them.

        Raises:
            UnreadableInputError: if they are not what the name of the file says.
        """
        quads = portions.read(portion)
        return _documents(portions.sorted_by_document(quads, self.base) if self.base else quads)


class _ApartError(Exception):
    """The triples of a document do not stand together."""


def made(  # noqa: PLR0913, PLR0917  (each of them once)
    files: Sequence[Path],
    base: str,
    as_of: date,
    folder: Path,
    jobs: int,
    tell: Callable[[str, int], None],
) -> Material:
    """The index of the data, in ``folder``.

    Args:
        files: the data.
        base: the data base.
        as_of: the day that figures are reckoned for.
        folder: an empty folder to work in.
        jobs: how many processes read.
        tell: called with what is being done, and the number of questions that were read.

    Raises:
        UnreadableInputError: if the data cannot be read.
        OutputError: if a process dies.
    """
    whole = Material(folder / NAME, files)
    if all(map(_is_in_ranges, files)):
        try:
            return _made(whole, base, as_of, jobs, tell)
        except _ApartError:
            whole.database.unlink()
    buckets = folder / _BUCKETS
    buckets.mkdir()
    in_buckets = portions.in_order(files, base, buckets)
    in_order_now = whole._replace(files=in_buckets, base=base)
    return _made(in_order_now, base, as_of, jobs, tell)


def _is_in_ranges(path: Path) -> bool:
    """Whether parts of a file can be read by themselves."""
    return syntax(path) == ox.RdfFormat.N_TRIPLES and not is_compressed(path)


def _made(
    material: Material, base: str, as_of: date, jobs: int, tell: Callable[[str, int], None]
) -> Material:
    connection = sqlite3.connect(material.database)
    try:
        # Nobody else looks before it is there, and if this ends early it is made anew.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(_script("schema.sql"))
        parts = in_order(_Reading(base, material), material.portions(), jobs)
        triples, examples, questions = _fill(connection, parts, tell)
        tell("adding up", questions)
        connection.executescript(_script("completion.sql"))
        _find_kinds(connection, base)
        connection.commit()
        tally(connection, as_of, making_rows.statements)
    except sqlite3.IntegrityError as error:
        raise _ApartError from error
    finally:
        connection.close()
    return material._replace(triples=triples, examples=examples)


def _script(name: str) -> str:
    return (files("questions_rdf.site.index") / name).read_text(encoding="utf-8")


class _Read(NamedTuple):
    """What a part of the data says: rows, the number of triples, an example for each term."""

    rows: Rows
    triples: int
    examples: Examples


def _fill(
    connection: sqlite3.Connection, parts: Iterable[_Read], tell: Callable[[str, int], None]
) -> tuple[int, Examples, int]:
    """Put the rows into the tables; from how many triples, examples of them, how many questions."""
    done = triples = 0
    found: Examples = {}
    for part in parts:
        triples += part.triples
        found = examples.merged((found, part.examples))
        for table, statement in _FILLING.items():
            connection.executemany(statement, sorted(getattr(part.rows, table), key=_NAMED))
        done += len(part.rows.question)
        tell("indexing", done)
    return triples, found, done


class _Reading(msgspec.Struct, frozen=True):
    """The work on a part of the data."""

    base: str
    material: Material

    def __call__(self, portion: Portion, tell: Tell) -> _Read:
        tell(portion.path.name)
        rows, triples, found = Rows.none(), 0, Examples()
        for about, said in self.material.documents(portion):
            making_rows.add(rows, about, said, self.base)
            triples += sum(map(len, said.values()))
            if not examples.complete(found):
                for own in said.values():
                    examples.collect(own, found)
        return _Read(rows, triples, found)


def _documents(quads: Iterable[ox.Quad]) -> Iterator[tuple[str, dict[str, list[Statement]]]]:
    about, said, subject = "", dict[str, list[Statement]](), ""
    own: list[Statement] = []
    for one in statements_of(quads):
        if one.subject != subject:
            subject = one.subject
            of = subject if is_blank(subject) else places.document(subject)
            if of != about:
                if said:
                    yield about, said
                about, said = of, {}
            own = said.setdefault(subject, [])
        own.append(one)
    if said:
        yield about, said


# ---- Kinds of pages


def _find_kinds(connection: sqlite3.Connection, base: str) -> None:
    """What kind each page is of: the program knows, the index does not."""
    pages = connection.execute("SELECT iri FROM page")
    while found := pages.fetchmany(_PAGES_AT_A_TIME):
        of = [(_kind(connection, iri, base), iri) for (iri,) in found]
        connection.executemany("UPDATE page SET kind = ? WHERE iri = ?", of)


def _kind(connection: sqlite3.Connection, page: str, base: str) -> str:
    row = connection.execute("SELECT statements FROM document WHERE iri = ?", (page,)).fetchone()
    held = making_rows.statements(row[0]) if row else []
    own = [one for one in held if one.subject == page]
    uses = connection.execute("SELECT nature FROM usage WHERE vers = ?", (page,))
    return kinds.kind_of(page, base, own, {nature for (nature,) in uses})
