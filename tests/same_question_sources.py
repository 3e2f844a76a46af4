"""One question in every kind of source, and what each of them does not say.

What a source lacks is named by the class of the thing and the property; events and answers are told
apart by class and rank, since an event is named after its date and a source may not give that.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

import msgspec
import pyoxigraph as ox

import golden
import xml_layout
from questions_rdf.build import Options

FOLDER = Path(__file__).parent / "same_question"
REFERENCE = FOLDER / "reference.json"
RECORD = FOLDER / "record.json"
SOURCES = {
    "/vue/xml": "vue.xml",
    "HTML (/dyn/)": "dyn.html",
    "Markdown (dyn)": "dyn.md",
    "text (header)": "entete.txt",
}
_NAMESPACES = {
    "https://w3id.org/questions-parlementaires/def#": "qp:",
    "https://schema.org/": "schema:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
}
_QUESTION = "question/QANR5L16QE941"
_BASE = "https://w3id.org/questions-parlementaires/"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DATE = ox.NamedNode("https://w3id.org/questions-parlementaires/def#date")
_SPECIFIC = (
    "PublicationQuestion PublicationReponse ChangementAttribution Attribution Signalement "
    "Renouvellement Erratum Cloture"
).split()

# A closure that is not stated has no class either, and is no event of its question.
_FOLLOWS = frozenset(("#Cloture 1 rdf:type", "question qp:evenement"))

Fact = tuple[str, str, str]


def record_as_xml() -> bytes:
    """The record of the open data in the official XML."""
    return xml_layout.single(msgspec.json.decode(RECORD.read_bytes())["question"])


@cache
def facts(path: Path) -> frozenset[Fact]:
    """The triples that a build makes of one source, but for those that name the source."""
    outcome = golden.built(path, options=Options(path, reference=(str(REFERENCE),)))
    assert outcome.manifest.records.published == 1
    return facts_of(outcome.turtle)


def facts_of(turtle: bytes) -> frozenset[Fact]:
    """The triples of a Turtle document, but for those that name sources."""
    store = ox.Store()
    store.load(turtle, format=ox.RdfFormat.TURTLE)
    named = _names(store)
    found = set()
    for quad in store:
        subject = named.get(quad.subject, _short(quad.subject))
        term = _short(quad.predicate)
        if not subject.startswith("source/") and term != "prov:wasDerivedFrom":
            found.add((subject, term, named.get(quad.object, _short(quad.object))))
    return frozenset(found)


def missing(whole: frozenset[Fact], part: frozenset[Fact]) -> set[str]:
    """What is in one source and not in the other, as ``thing property``."""
    return {f"{subject} {term}" for subject, term, _ in whole - part}


def lacks(source: str) -> set[str]:
    """What a source does not state of what the open data states, without what follows from that."""
    found = missing(facts(RECORD), facts(FOLDER / SOURCES[source]))
    issues = {one.partition(" ")[2] for one in found if one.startswith("jo/")}
    plain = {one for one in found if not one.startswith("jo/") and one not in _FOLLOWS}
    return plain | ({"jo/… schema:issueNumber"} & {f"jo/… {term}" for term in issues})


def table() -> str:
    """Which source lacks what, for docs/sources.md."""
    by_source = {source: lacks(source) for source in SOURCES}
    rows = sorted(set().union(*by_source.values()))
    lines = ["| stated by the open data | " + " | ".join(SOURCES) + " |", "|---" * 5 + "|"]
    for row in rows:
        thing, _, term = row.partition(" qp:")
        shown = f"`{row}`" if not term else f"{thing}: `qp:{term}`"
        marks = ["not stated" if row in by_source[source] else "" for source in SOURCES]
        lines.append(f"| {shown} | " + " | ".join(marks) + " |")
    return "\n".join(lines)


def _names(store: ox.Store) -> dict[object, str]:
    """Events by class and rank: ``#Attribution 1``."""
    by_class: dict[str, list[tuple[str, str, object]]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, _TYPE, None):
        if f"{_QUESTION}#" in str(quad.subject) and "reponse" not in str(quad.subject):
            classes = {
                _short(t.object).removeprefix("qp:")
                for t in store.quads_for_pattern(quad.subject, _TYPE, None)
            }
            name = next(one for one in _SPECIFIC if one in classes)
            day = next(iter(store.quads_for_pattern(quad.subject, _DATE, None)), None)
            key = (str(day.object) if day else "", str(quad.subject), quad.subject)
            if key not in by_class[name]:
                by_class[name].append(key)
    return {
        node: f"#{name} {rank}"
        for name, keys in by_class.items()
        for rank, (_, _, node) in enumerate(sorted(keys, key=lambda key: key[:2]), start=1)
    }


def _short(term: object) -> str:
    text = term.value if isinstance(term, (ox.NamedNode, ox.Literal)) else str(term)
    for namespace, prefix in _NAMESPACES.items():
        if text.startswith(namespace):
            return prefix + text.removeprefix(namespace)
    short = text.removeprefix(_BASE)
    return short.replace(_QUESTION, "question")
