"""A report as a workbook of spreadsheets: real dates and numbers, and nothing that is a formula."""

import io
import re
from datetime import UTC, date, datetime
from types import ModuleType
from typing import Any

from questions_rdf.extras import required
from questions_rdf.reports.outputs.cells import plain
from questions_rdf.reports.report import Cell, Column, Flat, Kind, Report, flat

_FORMATS = {
    Kind.INTEGER: "#,##0",
    Kind.ORDINAL: "0",
    Kind.DECIMAL: "0.0",
    Kind.SHARE: "0.0%",
    Kind.DATE: "yyyy-mm-dd",
}
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_LONGEST_CELL = 32767
_WIDTHS = {Kind.TEXT: 32, Kind.LINK: 50}
_NARROW = 12
_TABLES_FROM = 5


def library() -> ModuleType:
    """The library that writes workbooks.

    Raises:
        UsageError: if it is not installed.
    """
    return required("xlsxwriter", extra="xlsx", what="--xlsx")


def xlsx_of(report: Report, lang: str) -> bytes:
    """A sheet for each table; its first lines say what it is, of when and from where."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = library().Workbook(stream, options)
    book.set_properties(
        {
            "title": report.title.in_language(lang),
            "comments": report.source.said().in_language(lang),
            "created": datetime.combine(report.as_of, datetime.min.time(), UTC),
        }
    )
    styles = {kind: book.add_format({"num_format": code}) for kind, code in _FORMATS.items()}
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    names: set[str] = set()
    for table in flat(report, lang):
        sheet = book.add_worksheet(_sheet_name(table.title.in_language(lang), names))
        _fill(sheet, report, table, lang, styles, bold)
    book.close()
    return stream.getvalue()


def _fill(  # noqa: PLR0913, PLR0917
    sheet: Any,  # noqa: ANN401
    report: Report,
    table: Flat,
    lang: str,
    styles: dict[Kind, Any],
    bold: Any,  # noqa: ANN401
) -> None:
    notes = " ".join(note.in_language(lang) for note in report.notes)
    words = (report.title, report.lead, report.source.said())
    for line, said in enumerate((*(one.in_language(lang) for one in words), notes)):
        sheet.write_string(line, 0, said[:_LONGEST_CELL])
    for place, column in enumerate(table.columns):
        sheet.write_string(_TABLES_FROM, place, column.title.in_language(lang), bold)
        sheet.set_column(place, place, _WIDTHS.get(column.kind, _NARROW))
    rows = [*table.rows, *([table.total] if table.total else [])]
    for line, row in enumerate(rows, start=_TABLES_FROM + 1):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, (line, place), column, plain(cell, lang), lang, styles)
    sheet.freeze_panes(_TABLES_FROM + 1, 0)
    if table.rows:
        sheet.autofilter(_TABLES_FROM, 0, _TABLES_FROM + len(table.rows), len(table.columns) - 1)


def _write(  # noqa: PLR0913, PLR0917
    sheet: Any,  # noqa: ANN401
    place: tuple[int, int],
    column: Column,
    value: Cell,
    lang: str,
    styles: dict[Kind, Any],
) -> None:
    if isinstance(value, date):
        sheet.write_datetime(
            *place, datetime.combine(value, datetime.min.time()), styles[Kind.DATE]
        )
    elif isinstance(value, int | float):
        sheet.write_number(*place, value, styles.get(column.kind))
    elif value is not None:
        sheet.write_string(*place, str(value)[:_LONGEST_CELL])
    elif column.absent:
        sheet.write_string(*place, column.absent.in_language(lang))


def _sheet_name(title: str, used: set[str]) -> str:
    """A name that a sheet may have, and that no other has."""
    name = _NOT_IN_A_NAME.sub(" ", title)[:_LONGEST_NAME].strip() or "–"
    while name.lower() in used:
        number = len(used) + 1
        name = f"{name[: _LONGEST_NAME - 4].strip()} {number}"
    used.add(name.lower())
    return name
