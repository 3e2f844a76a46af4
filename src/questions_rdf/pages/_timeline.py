"""What happened to a question, event by event."""

from collections.abc import Iterable, Sequence
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

_Place = tuple[int, date, int, int, str]


class Event(NamedTuple):
    """A point of the timeline; one that is no event of the data has no place of its own."""

    anchor: str | None
    name: str
    day: date | None
    style: str
    issue: Link | None = None
    page: str | None = None
    ministry: Link | None = None
    motive: Link | None = None
    deadline: date | None = None
    filed: date | None = None
    notes: Sequence[str] = ()
    codes: Sequence[str] = ()
    paragraphs: Sequence[str] = ()
    official: Link | None = None
    corrected: Link | None = None


def timeline(facts: Facts) -> list[Event]:
    """The events by day; those without one last, but for the first attribution."""
    ranked = [(_when(facts, iri), _event(facts, iri)) for iri in facts.iris("qp:evenement")]
    if missed := _missed(facts, [when for when, _ in ranked]):
        deadline = Event(None, facts.links.label("qp:echeance"), missed, "echeance")
        ranked.append(((0, missed, _LAST_TURN, 0, ""), deadline))
    return [event for _, event in sorted(ranked, key=lambda one: one[0])]


def _missed(facts: Facts, found: Iterable[_Place]) -> date | None:
    """The deadline, if it passed before there was an answer or an end: it happened then."""
    due, today = facts.day("qp:echeance"), facts.description.as_of
    if due is None or today is None or due >= today:
        return None
    return None if any(day <= due for _, day, turn, *_ in found if turn in _ENDS) else due


def _when(facts: Facts, iri: str) -> _Place:
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
