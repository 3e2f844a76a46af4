"""A report as CSV: for machines, or as spreadsheets in French open it.

One table: the rows of the report's questions, or of its main figures. Each row ends with the day of
the report and the source.
"""

import csv
import io
from datetime import date

from questions_rdf.problems import Bilingual
from questions_rdf.reports.outputs.cells import plain
from questions_rdf.reports.report import Cell, Column, Kind, Report, flat

PLAIN, EXCEL_FR = "plain", "excel-fr"
_BOM = "\ufeff"
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_AS_IS = frozenset({str, int, date, type(None)})
"""What the library's writer spells as it has to be; these are nearly all of a million cells."""
_AS_OF = Column("arrete_au", Bilingual("Arrêté au", "As of"), Kind.DATE)
_SOURCE = Column("source", Bilingual("Source", "Source"))


def csv_of(report: Report, lang: str, dialect: str = PLAIN) -> str:
    """The rows of a report, with the total where there is one."""
    table = flat(report, lang)[0]
    columns = (*table.columns, _AS_OF, _SOURCE)
    rows = [*table.rows, *([table.total] if table.total else [])]
    source = f"{report.source.producteur}, {report.source.licence}, sha256:{report.source.sha256}"
    stream = io.StringIO()
    french = dialect == EXCEL_FR
    writer = csv.writer(stream, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow([_heading(column, lang, french=french) for column in columns])
    as_is = _AS_IS - {str} if french else _AS_IS
    for row in rows:
        cells = (*row, report.as_of, source)
        writer.writerow(
            [one if type(one) in as_is else _written(one, lang, french=french) for one in cells]
        )
    return (_BOM if french else "") + stream.getvalue()


def _heading(column: Column, lang: str, *, french: bool) -> str:
    return column.title.in_language(lang) if french else column.key


def _written(cell: Cell, lang: str, *, french: bool) -> str:
    value = plain(cell, lang)
    if isinstance(value, str):
        return _harmless(value) if french else value
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = f"{value:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return text.replace(".", ",") if french else text


def _harmless(text: str) -> str:
    """``text`` so that a spreadsheet takes it for text, not for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
