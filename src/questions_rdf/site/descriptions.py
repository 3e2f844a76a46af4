"""The description of each page: from the data as it streams by, and the index.

What comes out is what :func:`questions_rdf.resources.described` finds in a store, but for the lists
and figures of what has a dashboard here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from questions_rdf.prefixes import expanded
from questions_rdf.resources import kinds, places
from questions_rdf.resources.description import Description, Kind, Listing
from questions_rdf.resources.documents import in_document, named_in, natural, pointed_to
from questions_rdf.resources.statements import Statement
from questions_rdf.site import listings
from questions_rdf.site.index.index import Index

_READ_FROM = expanded(places.READ_FROM)


def of_question(
    index: Index, about: str, said: Mapping[str, Sequence[Statement]], as_of: date | None
) -> Description:
    """What the page of a question holds.

    Args:
        index: what stands elsewhere.
        about: its IRI.
        said: what is said of it and its parts, by subject.
        as_of: the day of the data.
    """
    own = list(_ordered(about, said))
    read_from = (one.value for one in own if one.term == _READ_FROM)
    guests = dict.fromkeys(places.document(one) for one in read_from if isinstance(one, str))
    return _description(index, about, _with_guests(index, about, own, guests), as_of)


def of_thing(index: Index, page: str, as_of: date | None) -> Description | None:
    """What the page of anything else holds; none if there is no such page."""
    own = list(_of_document(index, page))
    guests = [one for one in index.standing_on(page) if one != page]
    said = _with_guests(index, page, own, sorted(guests, key=natural))
    return _description(index, page, said, as_of) if said else None


def _with_guests(
    index: Index, page: str, own: list[Statement], guests: Iterable[str]
) -> tuple[Statement, ...]:
    """The statements of a page: its own, and of the documents that have their place there."""
    for one in guests:
        if index.page_of(one) == page:
            own.extend(_of_document(index, one))
    return tuple(own)


def _of_document(index: Index, about: str) -> Iterator[Statement]:
    said: dict[str, list[Statement]] = {}
    for one in index.statements(about):
        said.setdefault(one.subject, []).append(one)
    return _ordered(about, said)


def _ordered(about: str, said: Mapping[str, Sequence[Statement]]) -> Iterator[Statement]:
    return in_document(about, lambda subject: said.get(subject, ()))


def _description(
    index: Index, page: str, said: tuple[Statement, ...], as_of: date | None
) -> Description:
    own = [one for one in said if one.subject == page]
    uses = index.uses(page) if kinds.is_organisation(own) else frozenset[str]()
    kind = kinds.kind_of(page, index.base, own, uses)
    found = tuple(_listings(index, page, kind, own))
    pointed = pointed_to(said, page)
    pointed.update(named_in(found))
    names, pages = index.known(pointed)
    return Description(page, kind, index.base, said, names, pages, as_of, found)


def _listings(index: Index, page: str, kind: Kind, own: Sequence[Statement]) -> Iterator[Listing]:
    if kind is Kind.QUESTION:
        return listings.of_question(index, page)
    member = expanded("prov:hadMember")
    members = [one.value for one in own if one.term == member and isinstance(one.value, str)]
    return listings.of_thing(index, page, kind, sorted(members))
