"""What the ontology says of its terms: names, definitions, ranges."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.files import data_folder
from questions_rdf.prefixes import expanded, prefixed

_FILES = ("qp.ttl", "lists.ttl")
_LABELS = ("rdfs:label", "skos:prefLabel")
_RANGES = ("rdfs:range", "schema:rangeIncludes")


class Wording(NamedTuple):
    """The same in French and in English."""

    fr: str
    en: str


class Terms(NamedTuple):
    """Terms as prefixed names."""

    labels: dict[str, Wording]
    definitions: dict[str, Wording]
    ranges: dict[str, tuple[str, ...]]


@cache
def terms() -> Terms:
    """Those of the ontology and its lists."""
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    definitions: dict[str, dict[str, str]] = defaultdict(dict)
    ranges: dict[str, list[str]] = defaultdict(list)
    by_predicate = {expanded(name): labels for name in _LABELS}
    by_predicate[expanded("skos:definition")] = definitions
    named = {expanded(name) for name in _RANGES}
    for file in _FILES:
        for quad in ox.parse(path=data_folder("ontology") / file, format=ox.RdfFormat.TURTLE):
            subject, predicate = prefixed(quad.subject.value), quad.predicate.value
            if predicate in named:
                ranges[subject].append(prefixed(quad.object.value))
            elif predicate in by_predicate and quad.object.language:
                by_predicate[predicate][subject][quad.object.language] = quad.object.value
    return Terms(
        _worded(labels), _worded(definitions), {term: (*to,) for term, to in ranges.items()}
    )


def _worded(found: dict[str, dict[str, str]]) -> dict[str, Wording]:
    return {term: Wording(said["fr"], said["en"]) for term, said in found.items()}
