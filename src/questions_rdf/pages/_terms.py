"""What the page of the ontology shows: its terms by kind, its lists, and where they are used."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypedDict

from questions_rdf.pages._facts import Entry, Facts
from questions_rdf.pages._links import Link, term
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.query_files.library import Language
from questions_rdf.resources.statements import Literal

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
        "schema:rangeIncludes owl:inverseOf skos:notation"
    ).split()
)
_DEFINITION = expanded("skos:definition")


class Example(NamedTuple):
    """A statement of the data, as Turtle; where it leads if its subject has a page."""

    turtle: str
    href: str | None = None


class Alignment(NamedTuple):
    """A term of another vocabulary that comes close, and how close."""

    link: Link
    comment: str | None


class Term(NamedTuple):
    """A term of the ontology, or an item of its lists.

    ``label`` and ``definition`` are in both languages, as far as the ontology says them.
    """

    iri: str
    anchor: str
    name: str
    label: Bilingual
    definition: Bilingual
    entries: list[Entry]
    alignments: list[Alignment]
    example: Example | None


class Part(NamedTuple):
    """Terms of one kind."""

    anchor: str
    title: str
    terms: list[Term]


class OntologyView(TypedDict):
    """What the template uses."""

    parts_of: list[Part]
    heading: str
    lead: str | None


class _View:
    """Collects the terms of a page."""

    def __init__(self, facts: Facts, language: Language, examples: Mapping[str, Example]) -> None:
        self.facts, self.language, self._examples = facts, language, examples
        self.entries = {one.iri: facts.entries(one) for one in facts.table()}
        self._shown = {facts.links.label_of(name) for name in _SHOWN_OF_A_TERM}
        self._definitions = _texts(facts, _DEFINITION)
        self._comments = _texts(facts, expanded("rdfs:comment"))
        self._axioms = {
            (facts.one("owl:annotatedSource", one), facts.one("owl:annotatedTarget", one)): one
            for one in facts.subjects("owl:Axiom")
        }

    def term(self, iri: str) -> Term:
        """All that is shown of one."""
        local = iri.partition("#")[2]
        return Term(
            iri,
            local,
            local,
            term(iri) or Bilingual(local, local),
            self._definitions.get(iri, Bilingual("", "")),
            [one for one in self.entries[iri] if one.label in self._shown],
            [self._alignment(iri, to) for to in self.facts.iris("rdfs:seeAlso", iri)],
            self._examples.get(iri),
        )

    def _alignment(self, iri: str, to: str) -> Alignment:
        said = self._comments.get(self._axioms.get((iri, to), ""))
        return Alignment(self.facts.links.to(to), said.in_language(self.language) if said else None)


def ontology_view(
    facts: Facts, language: Language, examples: Mapping[str, Example]
) -> OntologyView:
    """What the template shows of the ontology."""
    view = _View(facts, language, examples)
    parts = [*_kinds(view), *_lists(view)]
    known = {one.iri for part in parts for one in part.terms} | {
        *facts.subjects("skos:ConceptScheme")
    }
    own = f"{facts.iri}#"
    rest = [one for one in view.entries if one.startswith(own) and one not in known]
    if rest:
        parts.append(Part("autres-termes", _OTHERS.in_language(language), [*map(view.term, rest)]))
    titles = _texts(facts, expanded("dcterms:title"))
    about = _texts(facts, expanded("dcterms:description"))
    return {
        "parts_of": parts,
        "heading": titles[facts.iri].in_language(language) if facts.iri in titles else facts.iri,
        "lead": about[facts.iri].in_language(language) if facts.iri in about else None,
    }


def _kinds(view: _View) -> Iterator[Part]:
    for name, title in _PARTS:
        anchor = f"{name.partition(':')[2]}-liste"
        found = [view.term(iri) for iri in view.facts.subjects(name)]
        yield Part(anchor, title.in_language(view.language), found)


def _lists(view: _View) -> Iterator[Part]:
    facts = view.facts
    for scheme in facts.subjects("skos:ConceptScheme"):
        members = [one for one in view.entries if scheme in facts.iris("skos:inScheme", one)]
        title = facts.links.to(scheme).text
        yield Part(scheme.partition("#")[2], title, [*map(view.term, members)])


def _texts(facts: Facts, of: str) -> dict[str, Bilingual]:
    """What a property says of each thing, in both languages."""
    found: dict[str, dict[str | None, str]] = {}
    for one in facts.description.statements:
        if one.term == of and isinstance(one.value, Literal):
            found.setdefault(one.subject, {})[one.value.language] = one.value.value
    return {
        iri: Bilingual(by.get("fr", next(iter(by.values()))), by.get("en", ""))
        for iri, by in found.items()
    }
