"""The dashboards: what stands on the pages of things.

``things`` says what there is to do; each of them can be done by any process with an index of its
own (``Figures(sqlite3.connect(…), base, as_of)``).
"""

from collections.abc import Iterator

import msgspec

from questions_rdf.iris import PORTEFEUILLES, RUBRIQUES
from questions_rdf.resources.dashboard import Dashboard, Section
from questions_rdf.resources.description import Kind
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.index.groups import Groups

LISTED = {RUBRIQUES: Kind.RUBRIQUE, PORTEFEUILLES: Kind.PORTEFEUILLE}
"""Lists of notions that are things themselves: their pages show the figures of what is in them."""


def things(figures: Figures) -> Iterator[tuple[str, Kind]]:
    """Everything that gets a dashboard, in the order of IRIs."""
    rows = figures.index.execute(
        """SELECT iri, kind FROM sujet WHERE kind IS NOT NULL
           UNION SELECT iri, kind FROM page WHERE iri IN (SELECT value FROM json_each(?))
           ORDER BY iri""",
        (msgspec.json.encode([figures.base + one for one in LISTED]).decode(),),
    )
    return ((iri, Kind(kind)) for iri, kind in rows)


def thing_extras(figures: Figures, iri: str, kind: Kind) -> Dashboard:
    """What ``pages.resource.resource_page`` takes as its dashboard."""
    dashboard = figures.dashboard(iri, kind)
    listed = LISTED.get(iri.removeprefix(figures.base))
    if listed is None:
        return dashboard
    return dashboard._replace(things=(Section(None, tuple(Groups(figures).all(listed))),))
