"""Charts as SVG: where things stand is reckoned here, what is drawn stands in the templates.

A chart is a part of a page, in the page's style, or a file that stands alone, with a style inside.
Its figures also stand in a table beside it: that is the page's part.
"""

from questions_rdf.pages.charts._parts import Bar, Caption, Series
from questions_rdf.pages.charts.bars import stacked_bars
from questions_rdf.pages.charts.curve import curve
from questions_rdf.pages.charts.dots import dots

__all__ = ["Bar", "Caption", "Series", "curve", "dots", "stacked_bars"]
