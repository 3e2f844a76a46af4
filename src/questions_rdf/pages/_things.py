"""The pages of everything but questions: facts, figures, lists, and the terms of the ontology."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from questions_rdf.pages._facts import Entry, Facts
from questions_rdf.pages._links import Link, term
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.resources import Kind

_SAID_ABOVE = frozenset(
    expanded(name)
    for name in (
        "rdf:type foaf:name foaf:givenName foaf:familyName foaf:title prov:hadMember"
    ).split()
)
_NAMES = ("foaf:name", "skos:prefLabel", "rdfs:label", "dcterms:title", "dcterms:identifier")
_PARTS = (
    ("owl:Class", Bilingual("Classes", "Classes")),
    ("owl:ObjectProperty", Bilingual("Propriétés qui relient", "Object properties")),
    ("owl:DatatypeProperty", Bilingual("Propriétés à valeur littérale", "Datatype properties")),
)
_OTHERS = Bilingual("Autres termes", "Other terms")
_SHOWN_OF_A_TERM = tuple(
    expanded(name)
    for name in (
        "rdfs:subClassOf rdfs:subPropertyOf rdfs:domain schema:domainIncludes rdfs:range "
        "schema:rangeIncludes owl:inverseOf skos:notation rdfs:seeAlso"
    ).split()
)


class Mandate(NamedTuple):
    """A mandate of a person."""

    anchor: str
    identifier: str | None
    begin: date | None
    taken_up: date | None
    end: date | None
    place: Link | None
    bodies: list[Link]
    cause: str | None


class Term(NamedTuple):
    """A term of the ontology, or an item of its lists."""

    iri: str
    anchor: str
    name: str
    label: str
    definition: str | None
    entries: list[Entry]


class Part(NamedTuple):
    """Terms of one kind."""

    anchor: str
    title: str
    terms: list[Term]


def name_of(facts: Facts) -> str | None:
    """What the thing of a page is called; none if nothing says it."""
    return next((text for name in _NAMES if (text := facts.text(name))), None)


def thing_view(facts: Facts, title: str) -> dict[str, object]:
    """What the template shows of a thing."""
    table = facts.table()
    own = next((one for one in table if one.iri == facts.iri), None)
    entries = own.entries if own else []
    hidden = {facts.links.label_of(name) for name in _SAID_ABOVE}
    return {
        "civility": facts.text("foaf:title"),
        "facts": [one for one in entries if one.label not in hidden and not _says(one, title)],
        "mandates": list(_mandates(facts)),
    }


def _says(entry: Entry, title: str) -> bool:
    """Whether it only repeats what stands above."""
    return [cell.text for cell in entry.cells] == [title]


def _mandates(facts: Facts) -> Iterator[Mandate]:
    """The mandates on the page of a person, the newest first."""
    found = facts.subjects("org:Membership") if facts.description.kind is Kind.PERSONNE else []
    for iri in sorted(found, key=lambda one: facts.text("qp:debut", one) or "", reverse=True):
        yield Mandate(
            (facts.links.address(iri) or "#").removeprefix("#"),
            facts.text("dcterms:identifier", iri),
            facts.day("qp:debut", iri),
            facts.day("qp:priseDeFonction", iri),
            facts.day("qp:fin", iri),
            facts.link("qp:circonscription", iri),
            facts.links.all(facts.iris("org:organization", iri)),
            facts.text("qp:causeFin", iri),
        )


def ontology_view(facts: Facts, language: str) -> dict[str, object]:
    """What the template shows of the ontology: its terms by kind, its lists."""
    by_iri = {one.iri: one.entries for one in facts.table()}
    parts = [
        Part(
            f"{name.partition(':')[2]}-liste",
            title.in_language(language),
            [_term(facts, iri, by_iri[iri], language) for iri in facts.subjects(name)],
        )
        for name, title in _PARTS
    ]
    parts += _lists(facts, by_iri, language)
    known = {one.iri for part in parts for one in part.terms}
    own = f"{facts.iri}#"
    schemes = facts.subjects("skos:ConceptScheme")
    rest = [one for one in by_iri if one.startswith(own) and one not in known | {*schemes}]
    title = _OTHERS.in_language(language)
    if rest:
        terms = [_term(facts, one, by_iri[one], language) for one in rest]
        parts.append(Part("autres-termes", title, terms))
    return {"parts_of": parts}


def _lists(facts: Facts, by_iri: dict[str, list[Entry]], language: str) -> Iterator[Part]:
    for scheme in facts.subjects("skos:ConceptScheme"):
        members = [one for one in by_iri if scheme in facts.iris("skos:inScheme", one)]
        title = facts.links.to(scheme).text
        found = [_term(facts, one, by_iri[one], language) for one in members]
        yield Part(scheme.partition("#")[2], title, found)


def _term(facts: Facts, iri: str, entries: list[Entry], language: str) -> Term:
    shown = {facts.links.label_of(name) for name in _SHOWN_OF_A_TERM}
    name = term(iri)
    local = iri.partition("#")[2]
    return Term(
        iri,
        local,
        local,
        name.in_language(language) if name else local,
        _definition(entries, facts.links.label("skos:definition"), language),
        [one for one in entries if one.label in shown],
    )


def _definition(entries: list[Entry], label: str, language: str) -> str | None:
    cells = (cell for one in entries if one.label == label for cell in one.cells)
    return next((cell.text for cell in cells if cell.lang == language), None)
