"""The lists and figures beside a resource, asked of a store."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

import pyoxigraph as ox

from questions_rdf.resources import asking
from questions_rdf.resources.description import Figures, Kind, Line, Listing, Thing

_SHOWN = 20
_FEW = 3000
"""Up to so many questions one by one is quicker than all of the store at once."""

_MOST_DAYS = 60

_LINKS = {
    Kind.PERSONNE: "qp:auteur",
    Kind.MINISTERE: "qp:ministereAttributaire",
    Kind.RUBRIQUE: "qp:rubrique",
    Kind.CIRCONSCRIPTION: "qp:circonscription",
    Kind.DEPARTEMENT: "qp:departement",
    Kind.LEGISLATURE: "qp:legislature",
}


class Beside(NamedTuple):
    """What stands beside a resource."""

    listings: tuple[Listing, ...] = ()
    figures: Figures | None = None


class Subject(NamedTuple):
    """What the lists are of."""

    iri: str
    kind: Kind
    uses: frozenset[str]
    members: tuple[str, ...]
    as_of: date | None
    debut: date | None = None
    fin: date | None = None


class _Found(NamedTuple):
    """A list before its lines are known."""

    name: str
    questions: Sequence[str]
    total: int
    query: str


def beside(store: ox.Store, of: Subject) -> Beside:
    """The lists and figures of a resource."""
    link = _link(of)
    figures, found = _questions(store, of, link) if link else (None, [])
    found += [*_LISTS[of.kind](store, of)] if of.kind in _LISTS else []
    lines = _lines(store, [one for each in found for one in each.questions])
    listings = [
        Listing(one.name, one.total, tuple(_known(one.questions, lines)), query=one.query)
        for one in found
        if one.questions
    ]
    return Beside((*listings, *_things(store, of)), figures)


def _link(of: Subject) -> str | None:
    """The property by which questions belong to it."""
    if of.kind is Kind.GROUPE:
        return "qp:groupeALaDate" if "qp:groupeALaDate" in of.uses else "qp:groupe"
    return _LINKS.get(of.kind)


# ---- Questions


def _questions(store: ox.Store, of: Subject, link: str) -> tuple[Figures | None, list[_Found]]:
    """The questions that belong to it: counted by status, the newest, the longest in waiting."""
    given = {"lien": link, "chose": of.iri}
    few = _number(store, "combien", given) <= _FEW
    rows = asking.asked(store, "statuts" if few else "statuts-de-beaucoup", **given)
    statuts = sorted((statut, int(count)) for statut, count in rows)
    total = sum(count for _, count in statuts)
    if not total:
        return None, []
    found = [_newest(store, of, given, total, few=few)]
    overdue = None
    if few:
        waiting, overdue = _waiting(store, of, given)
        found += waiting
    late = _number(store, "reponses-tardives", given) if few else None
    return Figures(total, tuple(statuts), overdue, late), found


def _newest(
    store: ox.Store, of: Subject, given: dict[str, str], total: int, *, few: bool
) -> _Found:
    newest = [] if few else _of_last_days(store, of, given)
    if len(newest) < min(total, _SHOWN):
        newest = _iris(store, "questions-recentes", **given)
    everything = asking.without_limit(asking.text("questions-recentes", **given))
    return _Found("questions-recentes", newest, total, everything if total > _SHOWN else "")


def _of_last_days(store: ox.Store, of: Subject, given: dict[str, str]) -> list[str]:
    """The newest questions where there are too many to put in order: day by day, backwards.

    Only days on which the Journal officiel appeared while the thing existed come into question.
    """
    days = (day(row[0]) for row in asking.asked(store, "jours"))
    within = (one for one in days if one and (of.debut or one) <= one <= (of.fin or one))
    found: list[str] = []
    for one in islice(within, _MOST_DAYS):
        rows = asking.asked(store, "questions-d-un-jour", jour=one, **given)
        found += [row[0] for row in rows]
        if len(found) >= _SHOWN:
            break
    return found[:_SHOWN]


def _waiting(
    store: ox.Store, of: Subject, given: dict[str, str]
) -> tuple[list[_Found], int | None]:
    """Those of which the deadline is over, the oldest first, and how many they are."""
    rows = list(asking.asked(store, "questions-en-attente", **given))
    if of.as_of is None:
        return [], None
    over = [question for question, due in rows if due < of.as_of.isoformat()]
    everything = asking.text("questions-en-attente", **given)
    shown = _Found(
        "questions-en-attente", over[:_SHOWN], len(over), everything if len(over) > _SHOWN else ""
    )
    return ([shown] if of.kind is Kind.MINISTERE else []), len(over)


def _number(store: ox.Store, name: str, given: dict[str, str]) -> int:
    ((count,),) = asking.asked(store, name, **given)
    return int(count)


def _iris(store: ox.Store, name: str, **given: str) -> list[str]:
    return [row[0] for row in asking.asked(store, name, **given)]


def _lines(store: ox.Store, questions: Sequence[str]) -> dict[str, Line]:
    """What is shown of questions; of several answers the first counts."""
    if not questions:
        return {}
    rows = sorted(
        asking.asked(store, "lignes", questions=sorted(set(questions))),
        key=lambda row: tuple(cell or "~" for cell in (row[0], row[7], row[8], *row[1:7])),
    )
    found: dict[str, Line] = {}
    for question, titre, auteur, ministere, statut, publie, echeance, reponse, retard in rows:
        days = (day(publie), day(echeance), day(reponse))
        late = int(retard) if retard and retard.isdigit() else None
        line = Line(question, titre, auteur, ministere, statut, *days, late)
        found.setdefault(question, line)
    return found


def _known(questions: Sequence[str], lines: dict[str, Line]) -> Iterator[Line]:
    return (lines[one] for one in questions if one in lines)


def day(text: str | None) -> date | None:
    """The day that a text is; none if it is none."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


# ---- Lists of one kind of page


def _of_a_question(store: ox.Store, of: Subject) -> Iterator[_Found]:
    for name in ("reponses-communes", "questions-similaires"):
        by_group: dict[str, list[str]] = defaultdict(list)
        for group, question in asking.asked(store, name, question=of.iri):
            by_group[group].append(question)
        for questions in by_group.values():
            yield _cut(name, questions, asking.text(name, question=of.iri))
    recalling = _iris(store, "questions-qui-rappellent", question=of.iri)
    text = asking.text("questions-qui-rappellent", question=of.iri)
    yield _cut("questions-qui-rappellent", recalling, text)


def _of_an_issue(store: ox.Store, of: Subject) -> Iterator[_Found]:
    for name in ("questions-d-une-parution", "reponses-d-une-parution"):
        yield _cut(name, _iris(store, name, chose=of.iri), asking.text(name, chose=of.iri))


def _of_members(_store: ox.Store, of: Subject) -> Iterator[_Found]:
    yield _Found("membres", of.members[: _SHOWN * 5], len(of.members), "")


def _cut(name: str, questions: Sequence[str], text: str) -> _Found:
    more = len(questions) > _SHOWN
    return _Found(name, questions[:_SHOWN], len(questions), text if more else "")


_LISTS: dict[Kind, Callable[[ox.Store, Subject], Iterator[_Found]]] = {
    Kind.QUESTION: _of_a_question,
    Kind.PARUTION: _of_an_issue,
    Kind.REPONSE_COMMUNE: _of_members,
    Kind.GROUPE_SIMILAIRE: _of_members,
}


# ---- Other things

_THINGS: dict[Kind, tuple[tuple[str, str, dict[str, str]], ...]] = {
    Kind.CIRCONSCRIPTION: (("elus", "elus-d-une-circonscription", {}),),
    Kind.DEPARTEMENT: (("circonscriptions", "circonscriptions-d-un-departement", {}),),
    Kind.GOUVERNEMENT: (("ministeres", "ministeres", {"lien": "org:subOrganizationOf"}),),
    Kind.PORTEFEUILLE: (("ministeres", "ministeres", {"lien": "qp:portefeuille"}),),
    Kind.SCHEMA: (("concepts", "concepts", {}),),
}
_MENTIONED = (Kind.REGLE, Kind.SOURCE, Kind.ORGANISATION, Kind.MANDAT, Kind.AUTRE)


def _things(store: ox.Store, of: Subject) -> Iterator[Listing]:
    for name, file, given in _THINGS.get(of.kind, ()):
        rows = asking.asked(store, file, chose=of.iri, **given)
        if things := tuple(Thing(row[0], None, *map(day, row[1:])) for row in rows):
            yield Listing(name, len(things), things=things)
    if of.kind is Kind.PERSONNE:
        yield from _groups(store, of)
    if of.kind in _MENTIONED:
        rows = asking.asked(store, "mentions", chose=of.iri)
        if mentioning := tuple(dict.fromkeys(Thing(row[0].partition("#")[0]) for row in rows)):
            yield Listing("mentions", len(mentioning), things=mentioning[:_SHOWN])


def _groups(store: ox.Store, of: Subject) -> Iterator[Listing]:
    """The groups of a deputy: of the days of the questions, or as these state them."""
    for link in ("qp:groupeALaDate", "qp:groupe"):
        rows = asking.asked(store, "groupes-d-une-personne", lien=link, chose=of.iri)
        groups = [
            Thing(iri, int(count), day(first), day(last)) for iri, count, first, last in rows if iri
        ]
        if groups:
            yield Listing("groupes", len(groups), things=tuple(groups))
            return
