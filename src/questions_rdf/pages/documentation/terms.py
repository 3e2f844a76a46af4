"""Links to the places of terms on the page of the ontology."""

from questions_rdf.pages._links import Link, place_of_term
from questions_rdf.pages.frame import Frame
from questions_rdf.resources.places import ONTOLOGY


def term_link(iri: str, text: str, frame: Frame) -> Link:
    """A term as a link to where it is explained; as its name alone if it is not one of ours."""
    place = place_of_term(iri)
    page = frame.address(ONTOLOGY.rpartition("/")[2])
    return Link(text, f"{page}#{place}" if place else None)
