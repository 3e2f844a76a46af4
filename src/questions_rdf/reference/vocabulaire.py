"""What the ontology says of its terms: names and definitions, domains and ranges, notations."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.files import data_folder
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual

_FILES = ("qp.ttl", "lists.ttl", "qualite.ttl")
_NAMES = ("rdfs:label", "skos:prefLabel")
_DOMAINS = ("rdfs:domain", "schema:domainIncludes")
_RANGES = ("rdfs:range", "schema:rangeIncludes")

_Values = dict[str, list[ox.Literal | ox.NamedNode]]


class Terme(NamedTuple):
    """A term of ours: what it is called and means, of which classes it is said, and which it names.

    ``notations`` and ``schemes`` are those of a concept.
    """

    iri: str
    name: Bilingual
    definition: Bilingual
    domains: frozenset[str]
    ranges: frozenset[str]
    notations: frozenset[str]
    schemes: frozenset[str]


@cache
def termes() -> dict[str, Terme]:
    """The terms of the ontology, its lists and its metrics by IRI, in the order of the files."""
    said: dict[str, _Values] = {}
    for name in _FILES:
        path = data_folder("ontology") / name
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.Literal | ox.NamedNode):
                of = said.setdefault(subject.value, defaultdict(list))
                of[quad.predicate.value].append(value)
    return {iri: _terme(iri, values) for iri, values in said.items()}


def terme(name: str) -> Terme:
    """One of them, by its prefixed name."""
    return termes()[expanded(name)]


def _terme(iri: str, values: _Values) -> Terme:
    return Terme(
        iri,
        _bilingual([one for name in _NAMES for one in values.get(expanded(name), [])]),
        _bilingual(values.get(expanded("skos:definition"), [])),
        frozenset(one for name in _DOMAINS for one in _of(values, name)),
        frozenset(one for name in _RANGES for one in _of(values, name)),
        frozenset(_of(values, "skos:notation")),
        frozenset(_of(values, "skos:inScheme")),
    )


def _of(values: _Values, name: str) -> list[str]:
    return [one.value for one in values.get(expanded(name), [])]


def _bilingual(said: list[ox.Literal | ox.NamedNode]) -> Bilingual:
    by_language = {one.language: one.value for one in said if isinstance(one, ox.Literal)}
    return Bilingual(by_language.get("fr", ""), by_language.get("en", ""))
