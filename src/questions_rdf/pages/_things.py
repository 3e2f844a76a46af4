"""The pages of everything but questions and the ontology: facts, figures, lists."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from questions_rdf.pages._facts import Entry, Facts
from questions_rdf.pages._links import Link
from questions_rdf.pages._standing import standing
from questions_rdf.prefixes import expanded
from questions_rdf.resources import Kind

_SAID_ABOVE = frozenset(
    expanded(name)
    for name in (
        "rdf:type foaf:name foaf:givenName foaf:familyName foaf:title prov:hadMember"
    ).split()
)
_NAMES = ("foaf:name", "skos:prefLabel", "rdfs:label", "dcterms:title", "dcterms:identifier")


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


def name_of(facts: Facts) -> str | None:
    """What the thing of a page is called; none if nothing says it."""
    return next((text for name in _NAMES if (text := facts.text(name))), None)


def thing_view(facts: Facts, title: str) -> dict[str, object]:
    """What the template shows of a thing."""
    table = facts.table()
    own = next((one for one in table if one.iri == facts.iri), None)
    entries = facts.entries(own) if own else []
    hidden = {facts.links.label_of(name) for name in _SAID_ABOVE}
    return {
        "civility": facts.text("foaf:title"),
        "facts": [one for one in entries if one.label not in hidden and not _says(one, title)],
        "mandates": list(_mandates(facts)),
        "standing": standing(facts),
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
