"""The documentation of the seeds' site, made once a run."""

from functools import cache

import pyoxigraph as ox

from built import BASE, seeds
from described_data import statements, store_of_seeds
from questions_rdf.resources.examples import Examples, examples
from questions_rdf.resources.places import path
from questions_rdf.resources.statements import statements_of
from questions_rdf.site.documentation.everything import documentation_files
from questions_rdf.site.documentation.publication import Publication, Publisher, publication

SITE = "https://questions.example.org/an/"
ENDPOINT = "https://questions.example.org/sparql"
OTHER_PAGES = {
    "index",
    "recherche",
    "ministeres",
    "deputes",
    "groupes",
    "rubriques",
    "territoires",
    "rappel",
}
"""Pages that others make."""


@cache
def published() -> Publication:
    out, manifest = seeds()
    publisher = Publisher("Les Archives ouvertes", "https://example.org/", "data@example.org")
    of = publication(manifest, out / "dataset.ttl", SITE)
    return of._replace(publisher=publisher, endpoint=ENDPOINT)


@cache
def examples_of_seeds() -> Examples:
    return examples(statements_of(ox.parse(path=seeds()[0] / "questions.nt")))


@cache
def subjects() -> frozenset[str]:
    found = {one.subject.value for one in statements(store_of_seeds())}  # type: ignore[union-attr]
    return frozenset(iri for iri in found if "#" not in iri)


def resolve(iri: str) -> str | None:
    about = iri.partition("#")[0]
    return path(about, BASE) if about in subjects() else None


@cache
def documentation() -> dict[str, bytes]:
    """Every file of it, by its path."""
    files = documentation_files(published(), examples_of_seeds(), store_of_seeds(), resolve)
    return {one.path: one.content for one in files}


def page(path: str) -> str:
    return documentation()[path].decode()
