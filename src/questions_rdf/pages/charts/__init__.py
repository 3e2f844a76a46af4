"""Charts as SVG: where things stand is reckoned here, what is drawn stands in the templates.

A chart is a part of a page, in the page's style; some can be a file that stands alone, with a style
inside. Its figures also stand in a table beside it: ``figure`` puts both together. What has
nothing to show is an empty text.
"""

from questions_rdf.pages.charts._parts import Bar, Caption, Series
from questions_rdf.pages.charts.bars import stacked_bars
from questions_rdf.pages.charts.columns import columns
from questions_rdf.pages.charts.curve import curve
from questions_rdf.pages.charts.dots import dots
from questions_rdf.pages.charts.figure import Row, Table, figure, regions_table, table
from questions_rdf.pages.charts.line import Reference, line
from questions_rdf.pages.charts.map import Region, france
from questions_rdf.pages.charts.outcomes import outcomes
from questions_rdf.pages.charts.share import legend, share_bar, spark

__all__ = [
    "Bar",
    "Caption",
    "Reference",
    "Region",
    "Row",
    "Series",
    "Table",
    "columns",
    "curve",
    "dots",
    "figure",
    "france",
    "legend",
    "line",
    "outcomes",
    "regions_table",
    "share_bar",
    "spark",
    "stacked_bars",
    "table",
]
