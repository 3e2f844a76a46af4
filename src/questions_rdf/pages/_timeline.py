"""What happened to a question, event by event."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from questions_rdf.pages._facts import Facts
from questions_rdf.pages._links import Link
from questions_rdf.prefixes import expanded

_FIRST = date.min
_TURNS = {
    expanded("qp:PublicationQuestion"): 0,
    expanded("qp:Attribution"): 1,
    expanded("qp:PublicationReponse"): 3,
    expanded("qp:Cloture"): 4,
}
_OTHER_TURN = 2
_ENDS = (_TURNS[expanded("qp:PublicationReponse")], _TURNS[expanded("qp:Cloture")])
_LAST_TURN = 5
_GENERAL = frozenset(map(expanded, ("qp:Evenement", "prov:Activity")))
_WIDE = frozenset(map(expanded, ("qp:Attribution", "qp:Cloture")))


class Event(NamedTuple):
    """A point of the timeline."""

    anchor: str | None
    name: str
    day: date | None
    style: str
    issue: Link | None
    page: str | None
    ministry: Link | None
    motive: Link | None
    deadline: date | None
    filed: date | None
    notes: list[str]
    codes: list[str]
    paragraphs: list[str]
    official: Link | None
    corrected: Link | None


def timeline(facts: Facts) -> list[Event]:
    """The events by day; those without one last, but for the first attribution."""
    ranked = [(_when(facts, iri), _event(facts, iri)) for iri in facts.iris("qp:evenement")]
    ranked += [((0, day, _LAST_TURN, 0, ""), _deadline(facts, day)) for day in _missed(facts)]
    return [event for _, event in sorted(ranked, key=lambda one: one[0])]


def _missed(facts: Facts) -> Iterator[date]:
    """The deadline, if it passed before there was an answer or an end: it happened then."""
    due, today = facts.day("qp:echeance"), facts.description.as_of
    ended = [_when(facts, iri) for iri in facts.iris("qp:evenement")]
    in_time = any(day <= due for _, day, turn, *_ in ended if due and turn in _ENDS)
    if due and today and due < today and not in_time:
        yield due


def _deadline(facts: Facts, day: date) -> Event:
    """It is no event of the data, so that it has no place of its own."""
    name = facts.links.label("qp:echeance")
    nothing: list[str] = []
    return Event(
        anchor=None,
        name=name,
        day=day,
        style="echeance",
        issue=None,
        page=None,
        ministry=None,
        motive=None,
        deadline=None,
        filed=None,
        notes=nothing,
        codes=nothing,
        paragraphs=nothing,
        official=None,
        corrected=None,
    )


def _when(facts: Facts, iri: str) -> tuple[int, date, int, int, str]:
    """Where an event stands: on one day, question, attributions by rank, answer, closure."""
    day, rank = facts.day("qp:date", iri), facts.number("qp:rang", iri) or 0
    published = facts.day("qp:datePublication")
    classes = facts.iris("rdf:type", iri)
    turn = next((n for one, n in _TURNS.items() if one in classes), _OTHER_TURN)
    if day is None and rank == 1 and published:
        return (0, published, turn, rank, iri)
    return (day is None, day or _FIRST, turn, rank, iri)


def _event(facts: Facts, iri: str) -> Event:
    classes = facts.iris("rdf:type", iri)
    motives = facts.texts("qp:motifCloture", iri)
    notes = [*facts.texts("qp:mention", iri), *motives]
    specific = next(iter(_specific(classes)), "")
    return Event(
        iri.partition("#")[2],
        facts.links.label_of(specific) if specific else iri.partition("#")[2],
        facts.day("qp:date", iri),
        specific.rpartition("#")[2].lower(),
        facts.link("qp:publieDans", iri),
        facts.text("qp:pageJO", iri),
        facts.link("qp:ministere", iri),
        facts.link("qp:motif", iri),
        facts.day("qp:echeance", iri),
        facts.day("qp:dateDepot", iri),
        list(dict.fromkeys(notes)),
        [] if motives else facts.texts("qp:codeCloture", iri),
        facts.paragraphs(iri),
        facts.link("foaf:page", iri),
        facts.link("qp:corrige", iri),
    )


def _specific(classes: list[str]) -> list[str]:
    """The classes of an event that say what it is, the most specific one first."""
    own = [one for one in classes if one not in _GENERAL]
    return sorted(own, key=lambda one: (one in _WIDE, one))
