"""A report as JSON: every cell under the name of its column."""

import msgspec

from questions_rdf.reports.outputs.cells import plain
from questions_rdf.reports.report import Report, Row, Section


def json_of(report: Report, lang: str) -> str:
    """All of it, words in one language."""
    said = {
        "report": report.name,
        "title": report.title.in_language(lang),
        "lead": report.lead.in_language(lang),
        "as_of": report.as_of,
        "source": report.source,
        "notes": [note.in_language(lang) for note in report.notes],
        "sections": [_section(section, lang) for section in report.sections],
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=2).decode() + "\n"


def _section(section: Section, lang: str) -> dict[str, object]:
    return {
        "title": section.title.in_language(lang),
        "columns": [
            {"key": one.key, "title": one.title.in_language(lang), "kind": one.kind.value}
            for one in section.columns
        ],
        "rows": [_row(section, row, lang) for row in section.rows],
        "total": _row(section, section.total, lang) if section.total else None,
        "charts": [
            {
                "name": chart.name,
                "shape": chart.shape.value,
                "title": chart.title.in_language(lang),
                "series": [series.key for series in chart.series],
                "points": chart.points,
            }
            for chart in section.charts
        ],
    }


def _row(section: Section, row: Row, lang: str) -> dict[str, object]:
    return {
        column.key: plain(cell, lang) for column, cell in zip(section.columns, row, strict=True)
    }
