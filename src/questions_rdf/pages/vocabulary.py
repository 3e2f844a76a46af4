"""The terms that the editor completes: those of the ontology, and the foreign ones of the data."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, cast

import pyoxigraph as ox

from questions_rdf import query
from questions_rdf.files import data_folder
from questions_rdf.prefixes import expanded, house_prefixes

_DEFINED = f"""
SELECT ?term ?kind ?label {{ GRAPH {query.ONTOLOGY_GRAPH} {{
  VALUES (?type ?kind) {{
    (owl:Class "class") (owl:ObjectProperty "property") (owl:DatatypeProperty "property")
  }}
  ?term a ?type ; rdfs:label ?label
  FILTER(LANG(?label) = "%s")
}} }} ORDER BY ?term
"""


class Term(NamedTuple):
    """A class or a property of the data."""

    iri: str
    kind: Literal["class", "property"]
    label: str
    """In the language of the page; nothing is said of a foreign term."""


@cache
def terms(language: str) -> tuple[Term, ...]:
    """All of them, ours first."""
    ours = tuple(_ours(language))
    known = {term.iri for term in ours}
    return *ours, *(term for term in _foreign() if term.iri not in known)


def _ours(language: str) -> Iterator[Term]:
    found = query.run(query.loaded(()), _DEFINED % language)
    for term, kind, label in cast("ox.QuerySolutions", found):
        yield Term(term.value, kind.value, label.value)


def _foreign() -> Iterator[Term]:
    """The terms of the JSON-LD context that are not of our namespace."""
    path = data_folder("ontology") / "context.jsonld"
    context = json.loads(path.read_text(encoding="utf-8"))["@context"]
    names = {entry["@id"] for entry in context.values() if isinstance(entry, dict)}
    for name in sorted(name for name in names if name.partition(":")[0] in house_prefixes()):
        local = name.partition(":")[2]
        yield Term(expanded(name), "class" if local[:1].isupper() else "property", "")
