"""What the terms of other vocabularies are called: labels of ours, in French and English."""

from functools import cache

import pyoxigraph as ox

from questions_rdf.files import data_folder
from questions_rdf.problems import Bilingual


@cache
def noms() -> dict[str, Bilingual]:
    """The name of each term that is not ours, by IRI."""
    path = data_folder("ontology") / "termes-repris.ttl"
    said: dict[str, dict[str | None, str]] = {}
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            said.setdefault(quad.subject.value, {})[quad.object.language] = quad.object.value
    return {iri: Bilingual(by["fr"], by["en"]) for iri, by in said.items()}
