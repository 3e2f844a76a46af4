"""What a cell says, in a language."""

from datetime import date

from questions_rdf.problems import Bilingual
from questions_rdf.reports.report import Cell, Column, Kind

_THIN_SPACE = "\u202f"
_PERCENT = 100


def plain(cell: Cell, lang: str) -> str | int | float | date | None:
    """The cell, words in one language."""
    return cell.in_language(lang) if isinstance(cell, Bilingual) else cell


def shown(cell: Cell, column: Column, lang: str) -> str:
    """The cell as people read it: days as ISO dates, numbers as the language writes them."""
    value = plain(cell, lang)
    if value is None:
        return column.absent.in_language(lang) if column.absent else ""
    if isinstance(value, date):
        return value.isoformat()
    if column.kind is Kind.SHARE and isinstance(value, int | float):
        return _number(value * _PERCENT, lang, digits=1) + (" %" if lang == "fr" else "%")
    if column.kind is Kind.DECIMAL and isinstance(value, int | float):
        return _number(value, lang, digits=0 if float(value).is_integer() else 1)
    if column.kind is Kind.INTEGER and isinstance(value, int):
        return _number(value, lang, digits=0)
    return str(value)


def _number(value: float, lang: str, *, digits: int) -> str:
    text = f"{value:,.{digits}f}"
    return text.replace(",", _THIN_SPACE).replace(".", ",") if lang == "fr" else text
