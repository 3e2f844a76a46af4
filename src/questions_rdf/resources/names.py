"""What things are called: by the properties that name them, in French and, where given, English."""

from collections.abc import Iterable

from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.resources.statements import Literal, Statement

NAMING = ("foaf:name", "skos:prefLabel", "rdfs:label", "dcterms:title")
"""Properties that name, the strongest first."""


def naming() -> tuple[str, ...]:
    """The same in full."""
    return tuple(map(expanded, NAMING))


def name_of(said: Iterable[Statement]) -> Bilingual | None:
    """The name that statements about one thing give it; of several the first in order counts."""
    by_term: dict[str, list[Literal]] = {}
    for one in said:
        if isinstance(one.value, Literal):
            by_term.setdefault(one.term, []).append(one.value)
    for term in naming():
        if term in by_term:
            return _bilingual(by_term[term])
    return None


def _bilingual(labels: list[Literal]) -> Bilingual:
    french = _first(labels, "fr") or _first(labels, None) or min(labels).value
    return Bilingual(french, _first(labels, "en") or french)


def _first(labels: list[Literal], language: str | None) -> str | None:
    return min((one.value for one in labels if one.language == language), default=None)
