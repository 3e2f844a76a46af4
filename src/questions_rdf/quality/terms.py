"""What the ontology says of its terms: names and definitions in two languages, domains, notations."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.files import data_folder
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual

_FILES = ("qp.ttl", "qualite.ttl")
_NAMES = ("rdfs:label", "skos:prefLabel")
_DOMAINS = ("rdfs:domain", "schema:domainIncludes")
FORMES = "qp:FormesDeDocument"
FORME_AUTRE = "qp:FormeAutre"


class Term(NamedTuple):
    """A term of ours: what it is called, what it means, of which classes it is said.

    ``notations`` are the ends of names by which a form of document is known.
    """

    iri: str
    name: Bilingual
    definition: Bilingual
    domains: frozenset[str]
    notations: frozenset[str]
    scheme: str | None


@cache
def terms() -> dict[str, Term]:
    """The terms of ``ontology/qp.ttl`` and ``ontology/qualite.ttl`` by IRI, in their order."""
    said: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = {}
    for name in _FILES:
        path = data_folder("ontology") / name
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.object, ox.Literal | ox.NamedNode):
                of = said.setdefault(quad.subject.value, defaultdict(list))
                of[quad.predicate.value].append(quad.object)
    return {iri: _term(iri, values) for iri, values in said.items()}


def _term(iri: str, values: dict[str, list[ox.Literal | ox.NamedNode]]) -> Term:
    schemes = values.get(expanded("skos:inScheme"), [])
    return Term(
        iri,
        _bilingual([one for name in _NAMES for one in values.get(expanded(name), [])]),
        _bilingual(values.get(expanded("skos:definition"), [])),
        frozenset(one.value for name in _DOMAINS for one in values.get(expanded(name), [])),
        frozenset(one.value for one in values.get(expanded("skos:notation"), [])),
        schemes[0].value if schemes else None,
    )


def _bilingual(said: list[ox.Literal | ox.NamedNode]) -> Bilingual:
    by_language = {one.language: one.value for one in said if isinstance(one, ox.Literal)}
    return Bilingual(by_language.get("fr", ""), by_language.get("en", ""))


@cache
def formes() -> tuple[Term, ...]:
    """The forms of documents; the last one is that of all others."""
    listed = [one for one in terms().values() if one.scheme == expanded(FORMES)]
    return tuple(sorted(listed, key=lambda one: one.iri == expanded(FORME_AUTRE)))


def forme_of(name: str) -> int:
    """The form of a document of that name, as a place in :func:`formes`."""
    lowered = name.lower()
    found = (
        rank
        for rank, forme in enumerate(formes())
        if any(lowered.endswith(end) for end in forme.notations)
    )
    return next(found, len(formes()) - 1)
