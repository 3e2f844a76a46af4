"""The dozen questions of the reports in an index, as of two days."""

from datetime import date
from functools import cache

import pyoxigraph as ox

import filled_index
import report_corpus
from built import BASE
from questions_rdf import query
from questions_rdf.data_files import data_files
from questions_rdf.resources.description import Kind
from questions_rdf.site.dashboards import dashboard_of
from questions_rdf.site.index.figures import Figures

DAYS = (report_corpus.AS_OF, date(2025, 6, 17))


@cache
def store() -> ox.Store:
    """The data, with what the reference adds."""
    files = data_files(report_corpus.folder() / "out")
    return query.loaded([*files, report_corpus.folder() / "more.ttl"])


def things(of: Figures) -> list[tuple[str, Kind]]:
    """Everything in an index that has a dashboard."""
    pages = of.index.execute("SELECT iri, kind FROM page ORDER BY iri").fetchall()
    return [(iri, Kind(kind)) for iri, kind in pages if dashboard_of(of, iri, Kind(kind))]


@cache
def figures(day: date) -> Figures:
    """What dashboards are made from."""
    return Figures(filled_index.of_store(store(), day), BASE, day)
