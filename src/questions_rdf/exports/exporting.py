"""Data in, a folder of tables out: read once into rows, then written with the names of things.

The folder appears whole or not at all.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import msgspec

from questions_rdf.digests import sha256
from questions_rdf.errors import OutputError, UsageError
from questions_rdf.exports import csv_files, csvw, parquet_files
from questions_rdf.exports.account import Account, Data, TableFile, Triples
from questions_rdf.exports.counting import Counts
from questions_rdf.exports.dialects import Dialect
from questions_rdf.exports.filling import Filling
from questions_rdf.exports.links import keys_of
from questions_rdf.exports.origin import Origin, origin_of
from questions_rdf.exports.parts import Parts, remove
from questions_rdf.exports.sheets import SHEETS, kept
from questions_rdf.exports.taking import Taker
from questions_rdf.manifest import Manifest
from questions_rdf.mapping.dataset import LICENCE, OPEN_DATA
from questions_rdf.portions import (
    NotStreamedError,
    Portion,
    in_order,
    portions,
    read,
    sorted_by_document,
)
from questions_rdf.prefixes import prefixed
from questions_rdf.publication import MANIFEST, staged
from questions_rdf.workers import Tell
from questions_rdf.workers import in_order as worked

Progress = Callable[[str, int, int | None], None]
_WAITING = ".rows"


class Options(NamedTuple):
    """How tables are made.

    Args:
        out: the folder that they go to.
        dialect: how they are written as CSV, if they are.
        parquet: whether they are written as Parquet.
        tables: the names of those that are wanted; all, if none is named.
        texts: whether the texts of questions and answers are among the columns.
        base: the data base; that of the build, if not given.
        jobs: how many processes work.
        progress: told what is being done.
        tell: told what is worth a sentence.
    """

    out: Path
    dialect: Dialect | None = None
    parquet: bool = False
    tables: Sequence[str] = ()
    texts: bool = True
    base: str | None = None
    jobs: int = 1
    progress: Progress = lambda _what, _done, _total: None
    tell: Callable[[str], None] = lambda _sentence: None


def export(data: Path, options: Options) -> Account:
    """Write the tables of ``data``, a file or an output folder.

    Raises:
        UsageError: if ``out`` is no folder of tables, or an extra is missing.
        UnreadableInputError: if there is no data, or it cannot be read.
        OutputError: if the tables cannot be written, or do not hold what the data has.
    """
    if options.parquet:
        parquet_files.ready()
    refuse_build(options.out)
    origin = origin_of(data, options.base)
    with staged(options.out) as folder:
        waiting = folder / _WAITING
        waiting.mkdir()
        names = list(options.tables) or list(SHEETS)
        counts, parts = _taken(origin, names, options, waiting)
        _compare_with_build(counts, origin)
        account = _written(folder, origin, counts, parts, names, options)
        shutil.rmtree(waiting)
        (folder / MANIFEST).write_bytes(account.written())
    return account


def refuse_build(out: Path) -> None:
    """Tables do not take the place of the data that they are made from.

    Raises:
        UsageError: if the folder is the output of a build.
    """
    if Manifest.found(out / MANIFEST):
        raise UsageError(f"{out} is the output of a build; name another folder with --out")


# -- Reading --------------------------------------------------------------------------------------


class _Taking(msgspec.Struct, frozen=True):
    """The work on a part of the data: its rows go to disk, the counts come back."""

    base: str
    names: Sequence[str]
    texts: bool
    folder: Path
    ordered: bool = False

    def __call__(self, portion: Portion, tell: Tell) -> Counts:
        tell(portion.path.name)
        try:
            return self._taken(portion, streamed=True)
        except NotStreamedError:
            return self._taken(portion, streamed=False)

    def _taken(self, portion: Portion, *, streamed: bool) -> Counts:
        taker = Taker(self.base, self.names, texts=self.texts)
        quads = read(portion, streamed=streamed)
        found = sorted_by_document(quads, self.base) if self.ordered else quads
        with Parts(self.folder, portion.number) as parts:
            for name, row in taker.rows(found):
                parts.add(name, row)
        return taker.counts


def _taken(
    origin: Origin, names: Sequence[str], options: Options, waiting: Path
) -> tuple[Counts, int]:
    """All rows, on disk; and in how many parts."""
    work = _Taking(origin.base, names, options.texts, waiting)
    counts, parts = _all_parts(work, portions(origin.files), origin, options)
    if not counts.split:
        return counts, parts
    options.tell("The triples of some things do not stand together; they are put in order first.")
    _emptied(waiting)
    buckets = in_order(origin.files, origin.base, waiting)
    found = (Portion(number, path) for number, path in enumerate(buckets))
    return _all_parts(msgspec.structs.replace(work, ordered=True), found, origin, options)


def _all_parts(
    work: _Taking, found: Iterable[Portion], origin: Origin, options: Options
) -> tuple[Counts, int]:
    counts, parts = Counts(), 0
    for one in worked(work, found, options.jobs):
        counts.merge(one)
        parts += 1
        options.progress("reading", counts.questions, origin.questions)
    return counts, parts


def _emptied(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def _compare_with_build(counts: Counts, origin: Origin) -> None:
    """What was read is what the build counted.

    Raises:
        OutputError: if it is not; that is a fault of this program.
    """
    if origin.built is None or not origin.whole:
        return
    found = {prefixed(name): count for name, count in counts.classes.items()}
    if (counts.read, found) != (origin.built.triples, origin.built.classes):
        raise OutputError("what was read is not what the build counted; nothing was written")


# -- Writing --------------------------------------------------------------------------------------


class _Writing(msgspec.Struct, frozen=True):
    """The work on a table: a file in each format; how many rows it has."""

    folder: Path
    filling: Filling
    separators: Mapping[str, str]
    about: dict[str, str]
    dialect: Dialect | None
    parquet: bool

    def __call__(self, name: str, tell: Tell) -> int:
        tell(name)
        sheet = SHEETS[name]
        columns = kept(sheet, texts=self.filling.texts)
        waiting = self.folder / _WAITING
        rows = 0
        if self.dialect:
            between = {
                one.name: self.separators[f"{sheet.name}.{one.name}"] for one in columns if one.many
            }
            blocks = self.filling.blocks(waiting, sheet)
            path = self.folder / f"{name}{csv_files.EXTENSION}"
            rows = csv_files.write(path, columns, blocks, self.dialect, between)
        if self.parquet:
            blocks = self.filling.blocks(waiting, sheet)
            path = self.folder / f"{name}{parquet_files.EXTENSION}"
            rows = parquet_files.write(path, sheet, columns, blocks, self.about)
        remove(waiting, name, self.filling.parts)
        return rows


def _written(  # noqa: PLR0913, PLR0917
    folder: Path,
    origin: Origin,
    counts: Counts,
    parts: int,
    names: Sequence[str],
    options: Options,
) -> Account:
    separators = _separators(counts, names)
    whole = bool(counts.outside)
    filling = Filling(origin.base, whole, counts.labels, options.texts, range(parts))
    about = _about(origin)
    work = _Writing(folder, filling, separators, about, options.dialect, options.parquet)
    options.progress("writing", counts.questions, counts.questions)
    rows = dict(zip(names, worked(work, names, options.jobs), strict=True))
    keys, dangling = keys_of(counts, rows)
    if options.dialect:
        described = csvw.Described(
            base="" if whole else origin.base,
            as_of=origin.as_of,
            sources=origin.downloads,
            dialect=options.dialect,
            tables={name: kept(SHEETS[name], texts=options.texts) for name in names},
            separators=separators,
            keys=keys,
        )
        (folder / csvw.NAME).write_bytes(csvw.metadata(described))
    return Account(
        export="tables",
        version=version("questions-rdf"),
        base="" if whole else origin.base,
        as_of=origin.as_of,
        data=[Data(file.name, one) for file, one in zip(origin.files, origin.digests, strict=True)],
        formats=_formats(options),
        texts=options.texts,
        tables=rows,
        triples=Triples.of(counts),
        not_exported=_sorted(counts.not_exported),
        not_covered=_sorted(counts.not_covered),
        left_out=_sorted(counts.left_out),
        dangling=dangling,
        separators={name: one for name, one in separators.items() if one != "|"},
        files=_files(folder, rows),
    )


def _about(origin: Origin) -> dict[str, str]:
    said = {"licence": LICENCE, "source": OPEN_DATA}
    return {**said, "as_of": origin.as_of.isoformat()} if origin.as_of else said


def _formats(options: Options) -> list[str]:
    csv = [f"csv={options.dialect.name}"] if options.dialect else []
    return [*csv, *(["parquet"] if options.parquet else [])]


def _separators(counts: Counts, names: Sequence[str]) -> dict[str, str]:
    """What stands between the values of a cell, for each column that may have several.

    Raises:
        OutputError: if every sign that may is in some value.
    """
    found = {}
    for name in names:
        for column in SHEETS[name].columns:
            if column.many:
                key = f"{name}.{column.name}"
                between = counts.separator(key)
                if between is None:
                    raise OutputError(f"{key}: every sign that can stand between values is in one")
                found[key] = between
    return found


def _files(folder: Path, rows: Mapping[str, int]) -> dict[str, TableFile]:
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    return {
        path.name: TableFile(path.stat().st_size, sha256(path), rows.get(path.stem))
        for path in paths
    }


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))
