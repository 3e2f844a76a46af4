"""What becomes of a report: files, text on standard output, or tables on a terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from questions_rdf.errors import UsageError

if TYPE_CHECKING:
    from questions_rdf.reports.report import Report, Row, Section


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
            console.print(_table(section, lang))
    console.print()
    for said in (*report.notes, report.source.said()):
        console.print(said.in_language(lang), style="dim")


def _table(section: "Section", lang: str) -> Any:  # noqa: ANN401
    from rich.table import Table

    table = Table(show_footer=section.total is not None)
    totals = _cells(section, section.total, lang) if section.total else [""] * len(section.columns)
    for column, total in zip(_seen(section), totals, strict=False):
        table.add_column(
            column.title.in_language(lang),
            footer=total,
            justify="right" if column.kind.is_figure else "left",
            overflow="fold",
        )
    for row in section.rows:
        table.add_row(*_cells(section, row, lang))
    return table


def _seen(section: "Section") -> list[Any]:
    """The columns but for addresses, which are longer than a terminal is wide."""
    return [column for column in section.columns if column.kind != "link"]


def _cells(section: "Section", row: "Row", lang: str) -> list[str]:
    from questions_rdf.reports.outputs.cells import shown

    return [
        shown(cell, column, lang)
        for column, cell in zip(section.columns, row, strict=True)
        if column.kind != "link"
    ]
