"""A report as Markdown: headings, tables, and the source under them."""

import re
from collections.abc import Iterator

from questions_rdf.reports.outputs.cells import plain, shown
from questions_rdf.reports.report import Cell, Column, Kind, Report, Row, Section

_MARKED = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown_of(report: Report, lang: str) -> str:
    """All of it but the charts, whose figures stand in the tables."""
    return "\n".join(_lines(report, lang)) + "\n"


def _lines(report: Report, lang: str) -> Iterator[str]:
    yield f"# {_escaped(report.title.in_language(lang))}"
    yield ""
    yield _escaped(report.lead.in_language(lang))
    for section in report.sections:
        yield ""
        yield f"## {_escaped(section.title.in_language(lang))}"
        if section.lead:
            yield ""
            yield _escaped(section.lead.in_language(lang))
        if section.rows:
            yield ""
            yield from _table(section, lang)
    for note in report.notes:
        yield ""
        yield _escaped(note.in_language(lang))
    yield ""
    yield _escaped(report.source.said().in_language(lang))


def _table(section: Section, lang: str) -> Iterator[str]:
    seen = [column for column in section.columns if column.kind is not Kind.LINK]
    yield _line([_escaped(column.title.in_language(lang)) for column in seen])
    yield _line(["--:" if column.kind.is_figure else "---" for column in seen])
    for row in section.rows:
        yield _line(_cells(section, row, lang))
    if section.total:
        bold = [cell and f"**{cell}**" for cell in _cells(section, section.total, lang)]
        yield _line(bold)


def _cells(section: Section, row: Row, lang: str) -> list[str]:
    by_key: dict[str, Cell] = {
        column.key: cell for column, cell in zip(section.columns, row, strict=True)
    }
    return [
        _cell(column, by_key, lang) for column in section.columns if column.kind is not Kind.LINK
    ]


def _cell(column: Column, cells: dict[str, Cell], lang: str) -> str:
    text = _escaped(shown(cells[column.key], column, lang))
    address = plain(cells.get(column.link), lang) if column.link and column.link in cells else None
    return f"[{text}]({address})" if address else text


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _MARKED.sub(r"\\\1", " ".join(text.split(" ")).replace("\n", " "))
