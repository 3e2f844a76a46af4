"""The lists beside a resource, from the index.

Lists of the questions of a ministry, a deputy and so on are pages of their own here.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from questions_rdf.prefixes import expanded
from questions_rdf.resources import asking
from questions_rdf.resources.description import Kind, Listing, Thing
from questions_rdf.resources.lists import day
from questions_rdf.resources.places import document
from questions_rdf.resources.statements import Literal, Statement
from questions_rdf.site.index.index import Index

SHOWN = 20
_MEMBERS = 100
_GROUPS = {"reponses-communes": "qp:ReponseCommune", "questions-similaires": "qp:GroupeSimilaire"}


def of_question(index: Index, question: str) -> Iterator[Listing]:
    """The lists on the page of a question: joint answers, similar questions, reminders."""
    groups = index.leading_to(question, "prov:hadMember")
    for name, of_class in _GROUPS.items():
        text = asking.text(name, question=question) if groups else ""
        for group in groups:
            said = index.statements(group)
            if expanded(of_class) in _values(said, group, "rdf:type"):
                others = {*_values(said, group, "prov:hadMember")} - {question}
                yield from _listed(index, name, sorted(others), text)
    name = "questions-qui-rappellent"
    if recalling := index.leading_to(question, "qp:rappelle"):
        whole = [one for one in recalling if "#" not in one]
        yield from _listed(index, name, whole, asking.text(name, question=question))


def of_thing(index: Index, page: str, kind: Kind, members: Sequence[str]) -> Iterator[Listing]:
    """The lists on another page.

    Args:
        index: where they are found.
        page: what the page is of.
        kind: its kind.
        members: what a group of questions brings together.
    """
    if members:
        yield from _listed(index, "membres", members, "", shown=_MEMBERS)
    if kind is Kind.PARUTION:
        query = "SELECT iri FROM question WHERE parution_reponse = ? ORDER BY iri"
        answered = [iri for (iri,) in index.rows(query, page)]
        text = asking.text("reponses-d-une-parution", chose=page) if answered else ""
        yield from _listed(index, "reponses-d-une-parution", answered, text)
    if kind in _THINGS:
        name, found = _THINGS[kind]
        if things := tuple(found(index, page)):
            yield Listing(name, len(things), things=things)
    if kind in _MENTIONED:
        query = "SELECT DISTINCT de FROM lien WHERE vers = ? ORDER BY de"
        mentioning = dict.fromkeys(document(de) for (de,) in index.rows(query, page))
        if things := tuple(Thing(one) for one in mentioning if one != page):
            yield Listing("mentions", len(things), things=things[:SHOWN])


def _listed(
    index: Index, name: str, questions: Sequence[str], query: str, shown: int = SHOWN
) -> Iterator[Listing]:
    """A list of questions, unless there is none."""
    more = len(questions) > shown
    if lines := tuple(index.lines(questions[:shown])):
        yield Listing(name, len(questions), lines, query=query if more else "")


# ---- Other things


class _Existence(NamedTuple):
    """Something, and from when until when it was."""

    thing: str
    begin: str | None
    end: str | None


def _elected(index: Index, constituency: str) -> Iterator[Thing]:
    """Those who were elected in a constituency, the last one first."""
    mandates = index.leading_to(constituency, "qp:circonscription")
    return _latest_first(
        _Existence(member, begin, end)
        for mandate in mandates
        for said in [index.statements(document(mandate))]
        for member in _values(said, mandate, "org:member")
        for begin, end in [_span(said, mandate)]
    )


def _constituencies(index: Index, department: str) -> Iterator[Thing]:
    wanted = expanded("qp:Circonscription")
    for one in index.leading_to(department, "qp:departement"):
        if wanted in _values(index.statements(document(one)), one, "rdf:type"):
            yield Thing(one)


def _ministries(link: str) -> Callable[[Index, str], Iterator[Thing]]:
    """The ministries that lead to something by a property, the last one first."""

    def found(index: Index, thing: str) -> Iterator[Thing]:
        return _latest_first(
            _Existence(one, *_span(index.statements(document(one)), one))
            for one in index.leading_to(thing, link)
        )

    return found


def _concepts(index: Index, scheme: str) -> Iterator[Thing]:
    return map(Thing, index.leading_to(scheme, "skos:inScheme"))


def _groups(index: Index, person: str) -> Iterator[Thing]:
    """The groups of a deputy, going by the questions."""
    query = """
      SELECT groupe, count(*), min(publication), max(publication) FROM question
      WHERE auteur = ? AND groupe IS NOT NULL GROUP BY groupe ORDER BY 3, 1
    """
    for group, count, first, last in index.rows(query, person):
        yield Thing(group, count, day(first), day(last))


_THINGS: dict[Kind, tuple[str, Callable[[Index, str], Iterator[Thing]]]] = {
    Kind.CIRCONSCRIPTION: ("elus", _elected),
    Kind.DEPARTEMENT: ("circonscriptions", _constituencies),
    Kind.GOUVERNEMENT: ("ministeres", _ministries("org:subOrganizationOf")),
    Kind.PORTEFEUILLE: ("ministeres", _ministries("qp:portefeuille")),
    Kind.SCHEMA: ("concepts", _concepts),
    Kind.PERSONNE: ("groupes", _groups),
}
_MENTIONED = (Kind.SOURCE, Kind.ORGANISATION, Kind.MANDAT, Kind.AUTRE)


def _latest_first(found: Iterator[_Existence]) -> Iterator[Thing]:
    by_name = sorted(found)
    latest = sorted(by_name, key=lambda one: one.begin or "", reverse=True)
    return (Thing(one.thing, None, day(one.begin), day(one.end)) for one in latest)


def _span(said: Sequence[Statement], subject: str) -> tuple[str | None, str | None]:
    begin, end = (
        min(_values(said, subject, name), default=None) for name in ("qp:debut", "qp:fin")
    )
    return begin, end


def _values(said: Sequence[Statement], subject: str, name: str) -> list[str]:
    term = expanded(name)
    return [
        one.value.value if isinstance(one.value, Literal) else one.value
        for one in said
        if one.subject == subject and one.term == term
    ]
