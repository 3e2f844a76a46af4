"""A table as a Parquet file, written in groups of rows, read back and compared."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from questions_rdf.errors import OutputError
from questions_rdf.exports.parts import Block
from questions_rdf.exports.sheets import Column, Sheet
from questions_rdf.exports.table_wording import table_description, table_title
from questions_rdf.exports.wording import description, title
from questions_rdf.extras import required
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.rows import Kind

EXTENSION = ".parquet"
_GROUP_BYTES = 12 * 1024**2
_BATCH_ROWS = 4096
_GROUP_ROWS = 20_000


def ready() -> None:
    """Find out before the work whether the library is there.

    Raises:
        UsageError: if it is not.
    """
    _pyarrow()


def _pyarrow() -> ModuleType:
    required("pyarrow.parquet", extra="parquet", what="Parquet")
    return required("pyarrow", extra="parquet", what="Parquet")


def write(
    path: Path,
    sheet: Sheet,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Block, int]],
    about: dict[str, str],
) -> int:
    """Write a table; how many rows there were.

    Args:
        path: the file.
        sheet: the table.
        columns: its columns.
        rows: their cells, in blocks, with the size of each.
        about: what is said of all tables: licence, source, days.

    Raises:
        OutputError: if it does not read back as it was meant.
    """
    arrow = _pyarrow()
    schema = _schema(arrow, sheet, columns, about)
    count, filled = 0, [0] * len(columns)
    names = [one.name for one in columns if not one.is_text]
    with arrow.parquet.ParquetWriter(
        path, schema, compression="zstd", use_dictionary=names, write_page_checksum=True
    ) as writer:
        for group in _groups(rows):
            values = list(zip(*group, strict=True))
            count += len(group)
            filled = [
                so_far + len(group) - column.count(None)
                for so_far, column in zip(filled, values, strict=True)
            ]
            writer.write_table(_table(arrow, schema, values))
    if (found := counted(path)) != (count, filled):
        raise OutputError(f"{path.name}: {found[0]} rows read back, {count} written, or others")
    return count


def counted(path: Path) -> tuple[int, list[int]]:
    """How many rows a file has, and how many cells of each column are filled."""
    arrow = _pyarrow()
    count, filled = 0, list[int]()
    with arrow.parquet.ParquetFile(path, page_checksum_verification=True) as file:
        filled = [0] * len(file.schema_arrow)
        for batch in file.iter_batches(batch_size=_BATCH_ROWS):
            count += batch.num_rows
            filled = [
                so_far + len(column) - column.null_count
                for so_far, column in zip(filled, batch.columns, strict=True)
            ]
    return count, filled


def _groups(rows: Iterable[tuple[Block, int]]) -> Iterator[Block]:
    """Rows in groups of a size that memory has room for."""
    group: Block = []
    held = 0
    for block, size in rows:
        group += block
        held += size
        if held >= _GROUP_BYTES or len(group) >= _GROUP_ROWS:
            yield group
            group, held = [], 0
    if group:
        yield group


def _table(arrow: Any, schema: Any, values: list[tuple[Any, ...]]) -> Any:  # noqa: ANN401
    arrays = [
        _array(arrow, column, field.type) for column, field in zip(values, schema, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _array(arrow: Any, values: tuple[Any, ...], kind: Any) -> Any:  # noqa: ANN401
    """The values of a column; days and decimals stand as text until here."""
    if kind in {arrow.date32(), arrow.float64()}:
        return arrow.array(values, arrow.string()).cast(kind)
    return arrow.array(values, kind)


def _schema(
    arrow: Any,  # noqa: ANN401
    sheet: Sheet,
    columns: tuple[Column, ...],
    about: dict[str, str],
) -> Any:  # noqa: ANN401
    fields = [
        arrow.field(one.name, _type(arrow, one), one.name != "id", _said_of(one)) for one in columns
    ]
    said = _in_both(table_title(sheet), table_description(sheet))
    return arrow.schema(fields, metadata={**said, **about})


def _type(arrow: Any, column: Column) -> Any:  # noqa: ANN401
    if column.many:
        return arrow.list_(arrow.field("element", arrow.string(), nullable=False))
    if column.kind is Kind.DECIMAL:
        return arrow.float64()
    types = {Kind.DATE: arrow.date32(), Kind.INTEGER: arrow.int64(), Kind.BOOLEAN: arrow.bool_()}
    return types.get(column.kind, arrow.string())


def _said_of(column: Column) -> dict[str, str]:
    said = _in_both(title(column), description(column))
    return {**said, "property": expanded(column.term)} if column.term else said


def _in_both(called: Bilingual, meant: Bilingual) -> dict[str, str]:
    return {
        "title_fr": called.fr,
        "title_en": called.en,
        "description_fr": meant.fr,
        "description_en": meant.en,
    }
