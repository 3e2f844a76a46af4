"""What becomes of a report: files, text on standard output, or tables on a terminal."""

import sys
from collections.abc import Sequence
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, NamedTuple

from questions_rdf.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from questions_rdf.reports.report import Column, Report, Row, Section


_LONGEST_WORD = 16
_GAP = 3


class Outputs(NamedTuple):
    """What is to become of a report."""

    lang: str
    csv: str | None
    json: bool
    markdown: bool
    xlsx: Path | None
    html: Path | None

    def checked(self) -> "Outputs":
        """The same.

        Raises:
            UsageError: if two of them want standard output, or a library is missing.
        """
        wanted = [
            name
            for name, given in (
                ("--csv", self.csv),
                ("--json", self.json),
                ("--markdown", self.markdown),
            )
            if given
        ]
        if len(wanted) > 1:
            raise UsageError(f"{' and '.join(wanted)} both go to standard output: choose one")
        if self.xlsx:
            from questions_rdf.reports.outputs import as_xlsx

            as_xlsx.library()
        return self


def give(report: "Report", outputs: Outputs, *, written: bool = False) -> None:
    """The report into the files that are named, and to standard output if it is wanted there."""
    if outputs.xlsx:
        from questions_rdf.reports.outputs.as_xlsx import xlsx_of

        outputs.xlsx.write_bytes(xlsx_of(report, outputs.lang))
    if outputs.html:
        from questions_rdf.pages.report import report_page

        outputs.html.write_text(report_page(report, outputs.lang), encoding="utf-8", newline="\n")
    text = _text(report, outputs)
    if text is not None:
        sys.stdout.buffer.write(text.encode())
    elif not (outputs.xlsx or outputs.html or written):
        _print(report, outputs.lang)


def _text(report: "Report", outputs: Outputs) -> str | None:
    """What is printed; none where a person looks at a table, or a file is all that is wanted."""
    files = outputs.xlsx or outputs.html
    dialect = outputs.csv
    if outputs.json:
        from questions_rdf.reports.outputs.as_json import json_of

        return json_of(report, outputs.lang)
    if outputs.markdown:
        from questions_rdf.reports.outputs.as_markdown import markdown_of

        return markdown_of(report, outputs.lang)
    if dialect is None and (files or sys.stdout.isatty()):
        return None
    from questions_rdf.reports.outputs.as_csv import csv_of

    return csv_of(report, outputs.lang, dialect or "plain")


def _print(report: "Report", lang: str) -> None:
    """Tables on a terminal."""
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    console.print(report.title.in_language(lang), style="bold")
    console.print(report.lead.in_language(lang))
    for section in report.sections:
        console.print()
        console.print(section.title.in_language(lang), style="bold")
        if section.rows:
            _print_table(console, section, lang)
    console.print()
    for said in (*report.notes, report.source.said()):
        console.print(said.in_language(lang), style="dim")


def _print_table(console: "Console", section: "Section", lang: str) -> None:
    """Rows under their headings; figures under letters with a legend where it is too narrow.

    Every column is there at any width: one that is left out says something else.
    """
    from rich import box
    from rich.table import Table

    columns = _seen(section)
    titles = [column.title.in_language(lang) for column in columns]
    rows = [_cells(section, row, lang) for row in section.rows]
    total = _cells(section, section.total, lang) if section.total else [""] * len(columns)
    widths = [_longest_word(*cells) for cells in zip(titles, total, *rows, strict=True)]
    legend: dict[str, str] = {}
    if sum(widths) + _GAP * len(widths) > console.width:
        figures = [place for place, column in enumerate(columns) if column.kind.is_figure]
        letters = dict(zip(figures, ascii_uppercase, strict=False))
        legend = {letter: titles[place] for place, letter in letters.items()}
        titles = [letters.get(place, title) for place, title in enumerate(titles)]
        widths = [_longest_word(*cells) for cells in zip(titles, total, *rows, strict=True)]
    cells = [titles, total, *rows]
    roomy = _widened(widths, cells, console.width - _GAP * len(widths))
    table = Table(box=box.SIMPLE_HEAD, show_footer=section.total is not None, pad_edge=False)
    for column, title, footer, width in zip(columns, titles, total, roomy, strict=True):
        table.add_column(
            title,
            footer=footer,
            justify="right" if column.kind.is_figure else "left",
            overflow="fold",
            width=width,
        )
    for row in rows:
        table.add_row(*row)
    console.print(table)
    for letter, title in legend.items():
        console.print(f" {letter}  {title}")


def _widened(widths: list[int], rows: list[list[str]], room: int) -> Sequence[int | None]:
    """The widths of columns, of which the first ones get what room is left, as far as they need it.

    Where there is none, how to fold words is left to the table.
    """
    if sum(widths) > room:
        return [None] * len(widths)
    spare, wider = room - sum(widths), []
    for width, *cells in zip(widths, *rows, strict=True):
        more = min(spare, max(map(len, cells)) - width)
        wider.append(width + max(0, more))
        spare -= max(0, more)
    return wider


def _longest_word(*texts: str) -> int:
    """How wide a column must be for no word in it to be cut, but for very long ones."""
    return min(
        _LONGEST_WORD, max((len(word) for text in texts for word in text.split()), default=0)
    )


def _seen(section: "Section") -> list[Any]:
    """The columns but for addresses and identifiers, for which a terminal is not wide enough."""
    return [column for column in section.columns if _is_seen(column)]


def _is_seen(column: "Column") -> bool:
    return column.kind != "link" and column.key != "identifiant"


def _cells(section: "Section", row: "Row", lang: str) -> list[str]:
    from questions_rdf.reports.outputs.cells import shown

    return [
        shown(cell, column, lang)
        for column, cell in zip(section.columns, row, strict=True)
        if _is_seen(column)
    ]
