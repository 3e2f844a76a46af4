"""A report as a page: each table under the charts that are drawn from it."""

from markupsafe import Markup

from questions_rdf.pages import charts
from questions_rdf.pages._environment import render
from questions_rdf.reports.annuaire import in_brief
from questions_rdf.reports.outputs.cells import shown
from questions_rdf.reports.report import Cell, Chart, Column, Kind, Report, Row, Section, Shape


def report_page(report: Report, lang: str) -> str:
    """The page, which stands alone."""
    sections = [
        {
            "title": section.title.in_language(lang),
            "lead": section.lead.in_language(lang) if section.lead else None,
            "charts": [
                (chart.title.in_language(lang), chart_svg(section, chart, lang))
                for chart in section.charts
            ],
            "columns": [column for column in section.columns if column.kind is not Kind.LINK],
            "rows": [_row(section, row, lang) for row in section.rows],
            "total": _row(section, section.total, lang) if section.total else None,
        }
        for section in report.sections
    ]
    return render("report.html", lang, report=report, sections=sections)


def chart_svg(section: Section, chart: Chart, lang: str, *, alone: bool = False) -> Markup:
    """A chart of a section; ``alone`` makes a file of it."""
    said = charts.Caption(
        chart.name, chart.title.in_language(lang), chart.description.in_language(lang)
    )
    unit = chart.unit.in_language(lang)
    if chart.shape is Shape.CURVE:
        marks = [(x, words.in_language(lang)) for x, words in chart.marks]
        return charts.curve(said, chart.points, lang, unit=unit, marks=marks, alone=alone)
    places = [section.column(series.key) for series in chart.series]
    titles = [section.columns[place].title.in_language(lang) for place in places]
    series = [
        charts.Series(title, one.style) for title, one in zip(titles, chart.series, strict=True)
    ]
    bars = [
        charts.Bar(
            in_brief(shown(row[0], section.columns[0], lang)),
            [_figure(row[place]) for place in places],
        )
        for row in section.rows[: chart.rows]
    ]
    if chart.shape is Shape.STACKED:
        return charts.stacked_bars(said, series, bars, lang, alone=alone)
    return charts.dots(said, series, bars, lang, unit=unit, alone=alone)


def _figure(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def _row(section: Section, row: Row, lang: str) -> list[dict[str, object]]:
    by_key = {column.key: cell for column, cell in zip(section.columns, row, strict=True)}
    return [
        {
            "text": shown(cell, column, lang),
            "address": by_key.get(column.link) if column.link else None,
            "figure": column.kind.is_figure,
            "day": _day(cell, column),
        }
        for column, cell in zip(section.columns, row, strict=True)
        if column.kind is not Kind.LINK
    ]


def _day(cell: Cell, column: Column) -> bool:
    return column.kind is Kind.DATE and cell is not None
