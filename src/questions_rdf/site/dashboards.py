"""The dashboards: what stands on the pages of things, and the pages that list things.

``things`` says what there is to do; each of them can be done by any process with an index of its own
(``Figures(sqlite3.connect(…), base, as_of)``).
"""

import sqlite3
from collections.abc import Iterator

from questions_rdf.resources.dashboard import Dashboard
from questions_rdf.resources.description import Kind
from questions_rdf.site.index.figures import Figures


def things(index: sqlite3.Connection) -> Iterator[tuple[str, Kind]]:
    """Everything that has a page and that questions may belong to, in the order of IRIs."""
    rows = index.execute("SELECT iri, kind FROM sujet WHERE kind IS NOT NULL ORDER BY iri")
    return ((iri, Kind(kind)) for iri, kind in rows)


def thing_extras(figures: Figures, iri: str, kind: Kind) -> Dashboard:
    """What ``pages.resource.resource_page`` takes as its dashboard."""
    return figures.dashboard(iri, kind)
