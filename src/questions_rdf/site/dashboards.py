"""The dashboards: what stands on the pages of things, if questions belong to them."""

from questions_rdf.iris import PORTEFEUILLES, RUBRIQUES
from questions_rdf.resources.dashboard import Dashboard, Section
from questions_rdf.resources.description import Kind
from questions_rdf.site.index.figures import Figures
from questions_rdf.site.index.groups import Groups

_LISTED = {RUBRIQUES: Kind.RUBRIQUE, PORTEFEUILLES: Kind.PORTEFEUILLE}
"""Lists of notions that are things themselves: their pages show the figures of what is in them."""


def dashboard_of(figures: Figures, iri: str, kind: Kind) -> Dashboard | None:
    """The dashboard of a thing; none if it is nothing that questions belong to."""
    listed = _LISTED.get(iri.removeprefix(figures.base))
    if listed:
        things = Section(None, tuple(Groups(figures).all(listed)))
        return figures.dashboard(iri, kind)._replace(things=(things,))
    return figures.dashboard(iri, kind) if figures.names.number(iri) >= 0 else None
