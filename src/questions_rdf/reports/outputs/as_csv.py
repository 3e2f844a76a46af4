"""A report as CSV: for machines, or as spreadsheets in French open it.

One table: the rows of the report's questions, or of its main figures. Each row ends with the day of
the report and the source.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from questions_rdf.problems import Bilingual
from questions_rdf.reports.outputs.cells import plain
from questions_rdf.reports.report import Cell, Column, Kind, Report, Row, Source, flat

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
    rows = [*table.rows, *([table.total] if table.total else [])]
    return "".join(csv_lines(table.columns, rows, report.as_of, report.source, lang, dialect))


def csv_lines(  # noqa: PLR0913, PLR0917
    columns: Iterable[Column],
    rows: Iterable[Row],
    as_of: date,
    source: Source,
    lang: str,
    dialect: str = PLAIN,
) -> Iterator[str]:
    """The lines of such a table one by one, of rows that nobody has to hold together."""
    french = dialect == EXCEL_FR
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow([_heading(one, lang, french=french) for one in (*columns, _AS_OF, _SOURCE)])
    yield (_BOM if french else "") + _taken(stream)
    whence = f"{source.producteur}, {source.licence}, sha256:{source.sha256}"
    as_is = _AS_IS - {str} if french else _AS_IS
    for row in rows:
        cells = (*row, as_of, whence)
        writer.writerow(
            [one if type(one) in as_is else _written(one, lang, french=french) for one in cells]
        )
        yield _taken(stream)


def _taken(stream: io.StringIO) -> str:
    """What was written, and an empty stream again."""
    text = stream.getvalue()
    stream.seek(0)
    stream.truncate()
    return text


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
