"""Stores that the tests of pages look at, made once a run."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox

from built import BASE, SHARED, corpus_of_queries, scratch, seeds
from questions_rdf import query
from questions_rdf.build import Options, build
from questions_rdf.prefixes import house_prefixes
from questions_rdf.resources import Description, described, placed
from questions_rdf.resources.places import document

AS_OF = seeds()[1].as_of
DATA = ox.DefaultGraph()
OPENDATA = SHARED / "data/opendata"
FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
}


@cache
def store_of_seeds() -> ox.Store:
    return query.loaded([seeds()[0] / "questions.nt"])


@cache
def store_of_corpus() -> ox.Store:
    """Twelve invented questions with reference data, joint answers, citations."""
    return query.loaded(corpus_of_queries())


@cache
def store_of_real_records() -> ox.Store:
    """Real questions, oral ones too, with people, mandates and bodies from the reference."""
    out = scratch() / "real-pages"
    names = ("Questions_ecrites_reconstructed.json.zip", "Questions_gouvernement_16.json.zip")
    reference = (str(OPENDATA / "AMO30_acteurs_mandats_organes_historique.json.zip"),)
    options = Options(out, formats=("nt",), reference=reference, check=False)
    build([str(OPENDATA / name) for name in names], options)
    return query.loaded([out / "questions.nt"])


def store_of(turtle: str) -> ox.Store:
    """A store with that data, relative to the base."""
    store = query.loaded([])
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in house_prefixes().items())
    text = f"@base <{BASE}> .\n{prefixes}{turtle}"
    store.load(text.encode(), format=ox.RdfFormat.TURTLE, to_graph=DATA)
    return store


def statements(store: ox.Store) -> set[ox.Triple]:
    return {quad.triple for quad in store.quads_for_pattern(None, None, None, DATA)}


def pages(store: ox.Store) -> dict[str, Description]:
    """Every page of the data, by IRI."""
    found: dict[str, Description] = {}
    for iri in sorted({document(one.subject.value) for one in statements(store)}):  # type: ignore[union-attr]
        place = placed(store, iri, BASE)
        assert place, iri
        if place.page not in found:
            page = described(store, place.page, BASE, AS_OF)
            assert page
            assert page.iri == place.page
            found[page.iri] = page
    return found


def parsed(text: bytes, form: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, format=FORMATS[form])}


def path_of(name: str) -> Path:
    return Path(__file__).parent / "pages" / name
