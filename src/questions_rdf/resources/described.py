"""The description of a resource, from a store with the data and the ontology beside it.

What belongs to a page is found from its document, whose parts are those that it leads to.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial

import pyoxigraph as ox

from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.query import ONTOLOGY_GRAPH
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.resources import asking, kinds, lists, places
from questions_rdf.resources.description import Description, Kind
from questions_rdf.resources.documents import in_document, named_in, natural, order, pointed_to
from questions_rdf.resources.names import name_of, naming
from questions_rdf.resources.statements import (
    Literal,
    Statement,
    is_blank,
    statements_of,
)

_DATA = ox.DefaultGraph()


def described(
    store: ox.Store, iri: str, base: str, as_of: date | None = None
) -> Description | None:
    """What the page of ``iri`` holds; none if there is nothing of that name.

    The page may be that of another IRI: ask :func:`placed`, or look at ``Description.iri``.

    Args:
        store: the data as default graph, the ontology as a named graph.
        iri: what is asked for; with a fragment, or a thing without a page of its own, the page that
            holds it is described.
        base: the data base.
        as_of: the day of the data.
    """
    about = places.document(iri)
    if about == places.ONTOLOGY:
        return _ontology(store, base, as_of)
    if not _is_iri(about):
        return None
    page = _page(store, about, base)
    said = tuple(held(store, page, base))
    return _description(store, page, base, said, as_of) if said else None


def placed(store: ox.Store, iri: str, base: str) -> places.Place | None:
    """Where ``iri`` stands: a page, and the place on it; none if nothing is said of it."""
    about = places.document(iri)
    if about == places.ONTOLOGY:
        return places.Place(about, places.anchor(iri, about, base))
    if not _is_iri(about):
        return None
    page = _page(store, about, base)
    if not any(True for _ in held(store, page, base)):
        return None
    return places.Place(page, places.anchor(iri, page, base))


def _description(
    store: ox.Store, page: str, base: str, said: tuple[Statement, ...], as_of: date | None
) -> Description:
    own = [one for one in said if one.subject == page]
    uses = frozenset(_uses(store, page)) if kinds.is_organisation(own) else frozenset[str]()
    kind = kinds.kind_of(page, base, own, uses)
    member = expanded("prov:hadMember")
    members = [one.value for one in own if one.term == member and isinstance(one.value, str)]
    days = [_first_day(own, name) for name in ("qp:debut", "qp:fin")]
    subject = lists.Subject(page, kind, uses, tuple(sorted(members)), as_of, *days)
    listings, figures = lists.beside(store, subject)
    pointed = pointed_to(said, page)
    pointed.update(named_in(listings))
    names, pages = _known(store, pointed, base)
    return Description(page, kind, base, said, names, pages, as_of, listings, figures)


def _first_day(own: Iterable[Statement], name: str) -> date | None:
    term = expanded(name)
    texts = (one.value.value for one in own if one.term == term and isinstance(one.value, Literal))
    return min(filter(None, map(lists.day, texts)), default=None)


def _uses(store: ox.Store, page: str) -> Iterator[str]:
    used = {row[0] for row in asking.asked(store, "usages", chose=page)}
    return (term for term in kinds.USES if expanded(term) in used)


# ---- What a page holds


def held(store: ox.Store, page: str, base: str) -> Iterator[Statement]:
    """The statements of a page: of its document, and of those that have their place there.

    ``page`` is the IRI of a page, as :func:`placed` gives it.
    """
    own = list(_document(store, page))
    yield from own
    for about in _guests(store, page, base, own):
        if _page(store, about, base) == page:
            yield from _document(store, about)


def _guests(store: ox.Store, page: str, base: str, own: Iterable[Statement]) -> list[str]:
    """The documents that may have their place on a page."""
    if page.startswith(base + places.PERSON):
        holders = store.quads_for_pattern(None, _term(places.HOLDER), ox.NamedNode(page), _DATA)
        found = {one.subject.value for one in holders if isinstance(one.subject, ox.NamedNode)}
        return sorted(map(places.document, found), key=natural)
    if page.startswith(base + places.QUESTION):
        term = expanded(places.READ_FROM)
        return list(
            dict.fromkeys(
                places.document(one.value)
                for one in own
                if one.term == term and isinstance(one.value, str)
            )
        )
    return []


def _document(store: ox.Store, about: str) -> Iterator[Statement]:
    """The statements of a document: of what it is named for, and of the parts that it leads to."""
    return in_document(about, partial(_said, store))


def _said(store: ox.Store, subject: str) -> Iterator[Statement]:
    return statements_of(store.quads_for_pattern(ox.NamedNode(subject), None, None, _DATA))


def _page(store: ox.Store, about: str, base: str) -> str:
    if about.startswith(base + places.MANDATE):
        return places.page(about, base, _said(store, about), ())
    if about.startswith(base + places.SOURCE) and _is_iri(about):
        readers = store.quads_for_pattern(None, _term(places.READ_FROM), ox.NamedNode(about), _DATA)
        two = {one.subject.value for one, _ in zip(readers, range(2), strict=False)}  # type: ignore[union-attr]
        return places.page(about, base, (), two)
    return about


# ---- What a page points to


def _known(
    store: ox.Store, pointed: Iterable[str], base: str
) -> tuple[dict[str, Bilingual], dict[str, str]]:
    """Names and pages of things; of terms of the ontology only that they have a page."""
    names: dict[str, Bilingual] = {}
    pages: dict[str, str] = {}
    for iri in sorted(pointed):
        about = places.document(iri)
        if about == places.ONTOLOGY:
            if iri in termes():
                pages[iri] = about
        elif iri.startswith(base) and _is_iri(iri):
            said = list(_said_in_brief(store, iri))
            if name := name_of(said):
                names[iri] = name
            if said or _has_statements(store, about):
                pages[iri] = _page(store, about, base)
    return names, pages


def _said_in_brief(store: ox.Store, iri: str) -> Iterator[Statement]:
    """What names a thing; not the whole text of a question."""
    subject = ox.NamedNode(iri)
    for term in map(ox.NamedNode, naming()):
        yield from statements_of(store.quads_for_pattern(subject, term, None, _DATA))


def _has_statements(store: ox.Store, iri: str) -> bool:
    quads = store.quads_for_pattern(ox.NamedNode(iri), None, None, _DATA)
    return next(iter(quads), None) is not None


@cache
def _term(name: str) -> ox.NamedNode:
    return ox.NamedNode(expanded(name))


def _is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


# ---- The ontology


def _ontology(store: ox.Store, base: str, as_of: date | None) -> Description | None:
    """The terms and lists; blank nodes, which annotate them, have the same names each time."""
    whole = ox.Dataset(store.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH))
    whole.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    said = sorted(
        (one for one in statements_of(whole) if _is_of_the_ontology(one)),
        key=lambda one: (is_blank(one.subject), natural(one.subject), order(one)),
    )
    if not said:
        return None
    named = {one.subject for one in said if not is_blank(one.subject)}
    pages = dict.fromkeys(named, places.ONTOLOGY)
    return Description(places.ONTOLOGY, Kind.ONTOLOGIE, base, tuple(said), {}, pages, as_of)


def _is_of_the_ontology(one: Statement) -> bool:
    return is_blank(one.subject) or places.document(one.subject) == places.ONTOLOGY
