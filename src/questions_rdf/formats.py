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


def data_file(form: Format, volume: int | None = None, suffix: str = "") -> str:
    """The name of a file of data: ``questions.nt``, or of a volume, ``questions-0001.nt.gz``.

    Args:
        form: the format.
        volume: the number of the volume, counted from 0; its name counts from 1.
        suffix: what a compression adds.
    """
    return f"{stem(volume)}{form.extension}{suffix}"


def stem(volume: int | None = None) -> str:
    """What the name of a file of data begins with."""
    return STEM if volume is None else f"{STEM}-{volume + 1:04}"
