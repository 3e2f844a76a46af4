"""What belongs to the page of each IRI, as plain data, and the same in each form of RDF.

``described(store, iri, base, as_of)`` looks a page up, ``serialised(description, "ttl")`` writes
it, :mod:`questions_rdf.pages.resource` shows it. Every statement of the data stands on one page.
"""

from questions_rdf.resources.described import described, placed
from questions_rdf.resources.description import Description, Kind
from questions_rdf.resources.forms import FORMS, serialised
from questions_rdf.resources.places import Place

__all__ = ["FORMS", "Description", "Kind", "Place", "described", "placed", "serialised"]
