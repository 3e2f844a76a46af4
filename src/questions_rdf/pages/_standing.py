"""Who a deputy is, in a line below the name: the seat, and the group of the last question."""

from datetime import date
from typing import NamedTuple

from questions_rdf.pages._facts import Facts
from questions_rdf.pages._links import Link
from questions_rdf.resources import Kind
from questions_rdf.resources.description import Thing

_GROUPS = "groupes"


class Seat(NamedTuple):
    """The constituency of the last mandate; without an end, the mandate goes on."""

    place: Link
    begin: date | None
    end: date | None


class Membership(NamedTuple):
    """The group of the last question, and its day."""

    group: Link
    day: date | None


class Standing(NamedTuple):
    """What is known of a deputy at the last."""

    seat: Seat | None
    membership: Membership | None


def standing(facts: Facts) -> Standing | None:
    """What stands below the name of a person; none if nothing is known."""
    if facts.description.kind is not Kind.PERSONNE:
        return None
    found = Standing(_seat(facts), _membership(facts))
    return found if any(found) else None


def _seat(facts: Facts) -> Seat | None:
    """Mandates are those in which questions were asked, each for one constituency."""
    mandates = sorted(facts.subjects("org:Membership"), key=lambda one: _begin(facts, one))
    for iri in reversed(mandates):
        if place := facts.link("qp:circonscription", iri):
            return Seat(place, facts.day("qp:debut", iri), facts.day("qp:fin", iri))
    return None


def _begin(facts: Facts, mandate: str) -> tuple[str, str]:
    return facts.text("qp:debut", mandate) or "", mandate


def _membership(facts: Facts) -> Membership | None:
    """Groups are known by the questions, each with the days of the first and the last."""
    listings = facts.description.listings
    groups = next((one.things for one in listings if one.name == _GROUPS), ())
    if not groups:
        return None
    last = max(groups, key=_last_day)
    return Membership(facts.links.to(last.iri), last.fin)


def _last_day(group: Thing) -> tuple[date, date]:
    return group.fin or date.min, group.debut or date.min
