"""A chart as a page shows it: title, drawing, source, and its figures in a table beside."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts._parts import Bar, Caption, Series, drawn
from questions_rdf.pages.charts.map import Region


class Row(NamedTuple):
    """A row of the table: its name, its values, the address of its page."""

    name: str
    values: Sequence[float | None]
    href: str | None = None


class Table(NamedTuple):
    """The figures of a chart: the heading of each column, the rows.

    ``are_french`` says that the names of rows are French in any language.
    """

    headings: Sequence[str]
    rows: Sequence[Row]
    digits: int = 0
    are_french: bool = False


def table(heading: str, series: Sequence[Series], bars: Sequence[Bar], digits: int = 0) -> Table:
    """The figures of columns or of lines; ``heading`` is that of the years."""
    rows = [Row(bar.full or bar.label, bar.values) for bar in bars]
    return Table([heading, *(one.label for one in series)], rows, digits)


def regions_table(
    heading: str,
    measure: str,
    regions: Mapping[str, Region | tuple[float | None, str | None, str]],
    digits: int = 0,
) -> Table:
    """The figures of a map, in the order of codes; French living abroad, 099, are the last."""
    ordered = sorted(regions.items(), key=lambda one: (one[0] == "099", one[0]))
    given = [Region(*region) for _, region in ordered]
    rows = [Row(region.label, [region.value], region.href) for region in given]
    return Table([heading, measure], rows, digits, are_french=True)


def figure(
    caption: Caption,
    drawing: Markup,
    figures: Table,
    lang: str = "fr",
    *,
    as_of: date | None = None,
) -> Markup:
    """Drawing and table in one; the table alone, and open, where nothing could be drawn."""
    return drawn(
        "charts/_table.html", lang, caption=caption, drawing=drawing, table=figures, as_of=as_of
    )
