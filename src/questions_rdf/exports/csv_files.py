"""A table as a CSV file, read back and compared."""

import csv
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from questions_rdf.errors import OutputError
from questions_rdf.exports.dialects import LINE_END, Dialect
from questions_rdf.exports.parts import Block
from questions_rdf.exports.sheets import Column
from questions_rdf.rows import Kind

EXTENSION = ".csv"
_TEXTS = {Kind.STRING, Kind.FRENCH, Kind.HTML}
_MODULUS = 2**64
_QUOTE = '"'
_QUOTED = (_QUOTE, "\n", "\r")

Shown = Callable[[Any], str]


class Print(NamedTuple):
    """How many rows, and the sum of their hashes: equal for equal tables."""

    rows: int
    hashes: int


def write(
    path: Path,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Block, int]],
    dialect: Dialect,
    separators: dict[str, str],
) -> int:
    """Write a table; how many rows there were.

    Args:
        path: the file.
        columns: its columns.
        rows: their cells, in blocks.
        dialect: how it is written.
        separators: what stands between the values of a cell, by the name of the column.

    Raises:
        OutputError: if it does not read back as it was meant.
    """
    shown = [_shown(one, dialect, separators.get(one.name, "")) for one in columns]
    header = [one.name for one in columns]
    count = hashes = 0
    with path.open("w", encoding=dialect.encoding, newline="") as file:
        file.write(_lines([tuple(header)], dialect.delimiter))
        for block, _ in rows:
            cells = [
                tuple(
                    ["" if one is None else show(one) for show, one in zip(shown, row, strict=True)]
                )
                for row in block
            ]
            file.write(_lines(cells, dialect.delimiter))
            count += len(cells)
            hashes += sum(map(hash, cells))
    _compare(path, header, Print(count, hashes % _MODULUS), dialect)
    return count


def _lines(rows: Iterable[tuple[str, ...]], delimiter: str) -> str:
    """Rows as RFC 4180 says; the csv module looks at each sign, and takes five times as long."""
    return "".join(_line(row, delimiter) for row in rows)


def _line(row: tuple[str, ...], delimiter: str) -> str:
    line = delimiter.join(row)
    is_plain = line.count(delimiter) == len(row) - 1 and not any(map(line.__contains__, _QUOTED))
    if is_plain:
        return line + LINE_END
    special = (delimiter, *_QUOTED)
    cells = [
        f'"{cell.replace(_QUOTE, _QUOTE * 2)}"' if any(map(cell.__contains__, special)) else cell
        for cell in row
    ]
    return delimiter.join(cells) + LINE_END


def _shown(column: Column, dialect: Dialect, separator: str) -> Shown:
    """What turns a value of a column into a cell."""
    if column.many:
        # The beginning of the cell is what a spreadsheet looks at.
        return lambda values: dialect.text(separator.join(values))
    if column.kind in _TEXTS and dialect.defuses:
        return dialect.text
    if column.kind is Kind.BOOLEAN:
        true, false = dialect.true_false
        return lambda value: true if value else false
    if column.kind is Kind.DECIMAL:
        return lambda value: str(value).replace(".", dialect.decimal)
    return str


def _compare(path: Path, header: list[str], expected: Print, dialect: Dialect) -> None:
    found, first = fingerprint(path, dialect)
    if first != header or found != expected:
        raise OutputError(
            f"{path.name}: {found.rows} rows read back, {expected.rows} written, or others"
        )


def fingerprint(path: Path, dialect: Dialect) -> tuple[Print, list[str]]:
    """The fingerprint of a file, and its first row."""
    csv.field_size_limit(sys.maxsize)
    count = hashes = 0
    with path.open(encoding=dialect.encoding, newline="") as file:
        rows = csv.reader(file, delimiter=dialect.delimiter, strict=True)
        header = next(rows, [])
        for row in rows:
            count += 1
            hashes += hash(tuple(row))
    return Print(count, hashes % _MODULUS), header
