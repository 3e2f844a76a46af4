"""What charts are made of: what is said of them, their colours, their values."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import render


class Caption(NamedTuple):
    """What is said of a chart.

    ``name`` tells it from others on the page (letters and hyphens), ``title`` is what it shows,
    ``description`` what a reader who cannot see it should know.
    """

    name: str
    title: str
    description: str


class Series(NamedTuple):
    """What is drawn in one colour; ``style`` is a class of the style sheet (``fill-good``)."""

    label: str
    style: str


class Bar(NamedTuple):
    """One line, column or point of a chart: its name and a value for each series.

    ``full`` is its whole name, if ``label`` is short for want of room; ``partial`` is true of a
    time that is not over, whose values will change.
    """

    label: str
    values: Sequence[float | None]
    full: str = ""
    partial: bool = False


def drawn(template: str, lang: str, **values: object) -> Markup:
    return Markup(render(template, lang, **values).strip())  # noqa: S704  (a template of ours)
