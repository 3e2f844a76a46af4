"""Which kind of page a resource gets: by its classes, its address, and what leads to it."""

from collections.abc import Collection, Iterable

from questions_rdf.prefixes import expanded
from questions_rdf.resources.description import Kind
from questions_rdf.resources.places import ONTOLOGY
from questions_rdf.resources.statements import Statement

_OF_CLASS = (
    ("qp:Question", Kind.QUESTION),
    ("foaf:Person", Kind.PERSONNE),
    ("qp:LibelleMinistere", Kind.MINISTERE),
    ("qp:Circonscription", Kind.CIRCONSCRIPTION),
    ("qp:Legislature", Kind.LEGISLATURE),
    ("schema:PublicationIssue", Kind.PARUTION),
    ("qp:RegleDeDelai", Kind.REGLE),
    ("qp:ReponseCommune", Kind.REPONSE_COMMUNE),
    ("qp:GroupeSimilaire", Kind.GROUPE_SIMILAIRE),
    ("skos:ConceptScheme", Kind.SCHEMA),
    ("prov:Entity", Kind.SOURCE),
    ("org:Membership", Kind.MANDAT),
)
_OF_PATH = (
    ("acteur/", Kind.PERSONNE),
    ("departement/", Kind.DEPARTEMENT),
    ("rubrique/", Kind.RUBRIQUE),
    ("portefeuille/", Kind.PORTEFEUILLE),
    ("circonscription/", Kind.CIRCONSCRIPTION),
    ("legislature/", Kind.LEGISLATURE),
    ("jo/", Kind.PARUTION),
    ("mandat/", Kind.MANDAT),
    ("source/", Kind.SOURCE),
)
_ORGANIZATION = "org:Organization"
_OF_USE = (
    ("qp:ministereAttributaire", Kind.MINISTERE),
    ("qp:ministereInterroge", Kind.MINISTERE),
    ("qp:ministere", Kind.MINISTERE),
    ("qp:groupeALaDate", Kind.GROUPE),
    ("qp:groupe", Kind.GROUPE),
    ("org:subOrganizationOf", Kind.GOUVERNEMENT),
)
_OF_FACTS = (
    ("org:subOrganizationOf", Kind.MINISTERE),
    ("qp:portefeuille", Kind.MINISTERE),
)
USES = tuple(term for term, _ in _OF_USE)
"""The properties that tell what an organisation is by leading to it."""


def is_organisation(own: Iterable[Statement]) -> bool:
    """Whether what is said of a thing leaves open which kind of organisation it is."""
    return expanded(_ORGANIZATION) in _types(own)


def kind_of(iri: str, base: str, own: Collection[Statement], uses: Collection[str]) -> Kind:
    """The kind of page, from what is said of its thing: see :func:`kind`."""
    return kind(iri, base, _types(own), {one.term for one in own}, uses)


def _types(own: Iterable[Statement]) -> set[str]:
    term = expanded("rdf:type")
    return {one.value for one in own if one.term == term and isinstance(one.value, str)}


def kind(
    iri: str, base: str, types: Collection[str], facts: Collection[str], uses: Collection[str]
) -> Kind:
    """The kind of page.

    Args:
        iri: what the page is of.
        base: the data base.
        types: its classes.
        facts: the properties it has.
        uses: those of ``USES`` that lead to it; needed of organisations only.
    """
    if iri == ONTOLOGY:
        return Kind.ONTOLOGIE
    if expanded(_ORGANIZATION) in types:
        return _organisation(facts, uses)
    of_class = (found for name, found in _OF_CLASS if expanded(name) in types)
    of_path = (found for start, found in _OF_PATH if iri.startswith(base + start))
    return next(of_class, None) or next(of_path, Kind.AUTRE)


def _organisation(facts: Collection[str], uses: Collection[str]) -> Kind:
    """The data says of groups, ministries, governments that they are organisations, no more."""
    by_use = (found for name, found in _OF_USE if name in uses)
    by_facts = (found for name, found in _OF_FACTS if expanded(name) in facts)
    return next(by_use, None) or next(by_facts, Kind.ORGANISATION)
