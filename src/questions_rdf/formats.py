"""The formats that data is written in, the pleasant ones first."""

from typing import NamedTuple


class Format(NamedTuple):
    """A syntax of RDF."""

    name: str
    extension: str
    media_type: str


TURTLE = Format("ttl", ".ttl", "text/turtle")
JSON_LD = Format("jsonld", ".jsonld", "application/ld+json")
N_TRIPLES = Format("nt", ".nt", "application/n-triples")

FORMATS = {form.name: form for form in (TURTLE, JSON_LD, N_TRIPLES)}
QUICKEST_FIRST = (N_TRIPLES, TURTLE, JSON_LD)
"""In the order in which parsers are done with them."""

STEM = "questions"
"""What the files of data are called."""


def data_file(form: Format) -> str:
    """The name of the file of data in that format."""
    return f"{STEM}{form.extension}"
