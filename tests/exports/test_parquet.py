"""Parquet: the same rows with types, descriptions with the columns, the same bytes each time."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from export_corpora import CORPORA, export_of, exported
from questions_rdf.errors import UsageError
from questions_rdf.exports import parquet_files
from questions_rdf.exports.exporting import Options, export
from questions_rdf.exports.sheets import SHEETS
from questions_rdf.rows import Kind

TYPES = {
    Kind.DATE: pa.date32(),
    Kind.INTEGER: pa.int64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.DECIMAL: pa.float64(),
}


def tables(tmp_path: Path, name: str, **options: Any) -> dict[str, pa.Table]:
    found = export_of(CORPORA[name](), tmp_path, dialect=None, parquet=True, **options)
    assert not list(found.folder.glob("*.csv"))
    assert not (found.folder / "csv-metadata.json").exists()
    return {one: pq.read_table(found.folder / f"{one}.parquet") for one in SHEETS}


def as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "|".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


@pytest.mark.parametrize("name", CORPORA)
def test_the_rows_are_those_of_the_csv(name: str, tmp_path: Path) -> None:
    for sheet, table in tables(tmp_path / "out", name).items():
        rows = [{key: as_text(cell) for key, cell in row.items()} for row in table.to_pylist()]
        assert rows == exported(name).rows(sheet)


def test_columns_have_types_and_descriptions(tmp_path: Path) -> None:
    for name, table in tables(tmp_path / "out", "every-term").items():
        assert set(table.schema.metadata) > {b"description_fr", b"title_en", b"licence", b"source"}
        for column, field in zip(SHEETS[name].columns, table.schema, strict=True):
            expected = TYPES.get(column.kind, pa.string())
            kind = field.type.value_type if column.many else field.type
            assert kind == expected
            assert pa.types.is_list(field.type) == column.many
            said = {b"title_fr", b"title_en", b"description_fr", b"description_en"}
            assert said <= set(field.metadata)
            assert field.nullable == (column.name != "id")


def test_repeated_values_are_in_a_dictionary_and_texts_are_not(tmp_path: Path) -> None:
    tables(tmp_path / "out", "seeds")
    columns = pq.ParquetFile(tmp_path / "out" / "questions.parquet").metadata.row_group(0)
    encodings = {
        columns.column(n).path_in_schema: columns.column(n).encodings
        for n in range(columns.num_columns)
    }
    assert "RLE_DICTIONARY" in encodings["auteur_nom"]
    assert "RLE_DICTIONARY" not in encodings["texte"]


def test_rows_come_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("questions_rdf.exports.parts._ROWS_A_BLOCK", 2)
    monkeypatch.setattr("questions_rdf.exports.parquet_files._GROUP_ROWS", 2)
    found = tables(tmp_path / "out", "seeds")
    file = pq.ParquetFile(tmp_path / "out" / "questions.parquet")
    assert file.num_row_groups == 3
    assert found["questions"].num_rows == 5


def test_a_file_that_does_not_read_back_is_noticed(tmp_path: Path) -> None:
    tables(tmp_path / "out", "seeds")
    path = tmp_path / "out" / "personnes.parquet"
    count, filled = parquet_files.counted(path)
    assert (count, filled[0]) == (5, 5)
    data = bytearray(path.read_bytes())
    data[40] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(OSError, match=r".+"):
        parquet_files.counted(path)


def test_without_the_library_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UsageError, match=r"pip install 'questions-rdf\[parquet\]'"):
        export(CORPORA["seeds"](), Options(tmp_path / "out", parquet=True))
    assert not list(tmp_path.iterdir())


def test_both_at_once(tmp_path: Path) -> None:
    found = export_of(CORPORA["seeds"](), tmp_path / "out", parquet=True)
    assert found.account.formats == ["csv=rfc4180", "parquet"]
    written = json.loads((found.folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    for name in SHEETS:
        rows = written[f"{name}.csv"]["rows"]
        assert rows == written[f"{name}.parquet"]["rows"] == found.account.tables[name]
