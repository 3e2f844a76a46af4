"""Any text comes back from a cell as it was, and none of them runs as a formula in Excel."""

import csv
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.exports import csv_files
from questions_rdf.exports.dialects import DIALECTS, EXCEL_FR, PLAIN, Dialect, text_of
from questions_rdf.exports.sheets import SHEETS

COLUMNS = tuple(
    one for one in SHEETS["questions"].columns if one.name in {"id", "titre", "titre_construit"}
)
HOSTILE = [
    "deux\nlignes",
    "retour\r\nchariot",
    "seul\rretour",
    'des "guillemets", des virgules ; des points-virgules',
    '"',
    '""',
    ";",
    ",",
    "|",
    "\ttabulation",
    " espaces ",
    "=1+1",
    "+33 1 40 63 60 00",
    "-12",
    "@SUM(A1)",
    "'=1+1",
    "''-",
    "'",
    "\ufeffmarque",
    "\u2028séparateur\u2029",
    "\u0085",
    "\x0b\x0c\x1c\x1d\x1e",
    "𝔘nicode 🏛 e\u0301",
    "x" * 1_000_000,
]
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


def written(texts: list[str], dialect: Dialect) -> list[list[str]]:
    """The rows of a table with these titles, as anybody's reader gets them."""
    rows = [[f"question/{n}", text, n % 2 == 0] for n, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        count = csv_files.write(path, COLUMNS, [(rows, 0)], dialect, {})
        assert count == len(texts)
        csv.field_size_limit(10_000_000)
        with path.open(encoding=dialect.encoding, newline="") as file:
            return list(csv.reader(file, delimiter=dialect.delimiter, strict=True))


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_hostile_texts_come_back(dialect: Dialect) -> None:
    header, *rows = written(HOSTILE, dialect)
    assert header == [one.name for one in COLUMNS]
    cells = [row[1] for row in rows]
    assert [text_of(cell) if dialect.defuses else cell for cell in cells] == HOSTILE


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_any_texts_come_back(texts: list[str]) -> None:
    assert [row[1] for row in written(texts, PLAIN)[1:]] == texts


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_any_texts_come_back_from_excel_s_dialect(texts: list[str]) -> None:
    assert [text_of(row[1]) for row in written(texts, EXCEL_FR)[1:]] == texts


@given(TEXTS | st.from_regex(r"'*[=+\-@\t\r].*"))
def test_no_cell_for_excel_begins_like_a_formula(text: str) -> None:
    assert EXCEL_FR.text(text)[0] not in "=+-@\t\r"
    assert PLAIN.text(text) == text


def test_the_dialects_are_those_that_are_promised() -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain, excel = Path(folder) / "p.csv", Path(folder) / "e.csv"
        rows: list[list[Any]] = [
            ["question/1", "Un titre ; avec, tout", True],
            ["question/2", None, None],
        ]
        csv_files.write(plain, COLUMNS, [(rows, 0)], PLAIN, {})
        csv_files.write(excel, COLUMNS, [(rows, 0)], EXCEL_FR, {})
        assert plain.read_bytes() == (
            b"id,titre,titre_construit\r\n"
            b'question/1,"Un titre ; avec, tout",true\r\nquestion/2,,\r\n'
        )
        assert excel.read_bytes() == (
            b"\xef\xbb\xbfid;titre;titre_construit\r\n"
            b'question/1;"Un titre ; avec, tout";VRAI\r\nquestion/2;;\r\n'
        )
