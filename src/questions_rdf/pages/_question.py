"""The page of a question: its fate in words, who asked whom, what happened when, the texts."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._facts import Facts
from questions_rdf.pages._links import Link, term
from questions_rdf.pages._marked_text import marked_text, shown_text
from questions_rdf.pages._timeline import timeline
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual

_ANSWERED, _PENDING = expanded("qp:Repondue"), expanded("qp:EnAttente")
_QUESTION, _ANSWER = Bilingual("Question", "Question"), Bilingual("Réponse", "Answer")
_KINDS = ("qp:QuestionEcrite", "qp:QuestionAuGouvernement", "qp:QuestionOraleSansDebat")


class Fate(StrEnum):
    """What became of a question; the names are classes of the style sheet."""

    GOOD = "good"  # answered in time, or without a deadline
    LATE = "late"  # answered late, or the deadline is over
    OPEN = "open"
    CLOSED = "closed"


class State(NamedTuple):
    """The status, and the days that it is about: waited, late, left."""

    fate: Fate
    link: Link | None
    answered: date | None = None
    waited: int | None = None
    late: int | None = None
    left: int | None = None
    delay: int | None = None
    closed: date | None = None
    deduced: bool = False


class Version(NamedTuple):
    """An earlier text."""

    anchor: str
    day: date | None
    paragraphs: list[str]


class Answer(NamedTuple):
    """An answer."""

    anchor: str
    ministry: Link | None
    day: date | None
    issue: Link | None
    page: str | None
    late: int | None
    delay: int | None
    after_flag: int | None
    paragraphs: list[str]
    marked: Markup | None
    versions: list[Version]


class Citation(NamedTuple):
    """The words that cite something, and what."""

    anchor: str
    words: str
    targets: list[Link]


class Source(NamedTuple):
    """A document that the question was read from."""

    anchor: str | None
    name: str | None
    link: Link
    digest: str


def question_view(facts: Facts) -> dict[str, object]:
    """What the template shows of a question."""
    kind = next((one for one in _KINDS if expanded(one) in facts.iris("rdf:type")), "qp:Question")
    answers = list(_answers(facts))
    citations = _citations(facts)
    in_words = {target for one in citations for target in one.targets}
    return {
        "nature": facts.links.label(kind),
        "nature_fr": _french(kind),
        "number_text": facts.text("qp:numero"),
        "uid": facts.text("dcterms:identifier"),
        "legislature": facts.link("qp:legislature"),
        "rubrique": facts.link("qp:rubrique"),
        "built_title": facts.text("qp:titreConstruit") == "true",
        "analyses": facts.texts("qp:teteAnalyse") + facts.texts("qp:analyse"),
        "state": _state(facts),
        "published": facts.day("qp:datePublication"),
        "deadline": facts.day("qp:echeance"),
        "rule": facts.link("qp:regle"),
        "asked_by": _asked_by(facts),
        "ministries": _ministries(facts, answers),
        "paragraphs": facts.paragraphs(),
        "marked": _marked(facts, facts.iri, _QUESTION),
        "versions": _versions(facts, facts.iri),
        "answers": answers,
        "events": timeline(facts),
        "citations": citations,
        "cited": [one for one in _cited(facts, facts.iri) if one not in in_words],
        "official": facts.web_page(),
        "citation": _citation(facts),
        "sources": list(_sources(facts)),
    }


def _state(facts: Facts) -> State:
    status = facts.one("qp:statut")
    link = facts.links.to(status) if status else None
    deduced = facts.text("qp:statutDeduit") == "true"
    if status == _ANSWERED:
        return _answered(facts, link)
    if status == _PENDING:
        return _pending(facts, link)
    return State(Fate.CLOSED, link, closed=_closed(facts), deduced=deduced)


def _answered(facts: Facts, link: Link | None) -> State:
    answer = next(iter(facts.iris("qp:reponse")), facts.iri)
    late = facts.number("qp:retardJours", answer)
    fate = Fate.LATE if late else Fate.GOOD
    day = facts.day("qp:datePublication", answer) if answer != facts.iri else None
    delay = facts.number("qp:delaiJours", answer)
    return State(fate, link, answered=day, late=late, delay=delay)


def _pending(facts: Facts, link: Link | None) -> State:
    today, asked = facts.description.as_of, facts.day("qp:datePublication")
    due = facts.day("qp:echeance")
    waited = (today - asked).days if today and asked and asked <= today else None
    over = (today - due).days if today and due else None
    if over is not None and over > 0:
        return State(Fate.LATE, link, waited=waited, late=over)
    return State(Fate.OPEN, link, waited=waited, left=None if over is None else -over)


def _closed(facts: Facts) -> date | None:
    days = (facts.day("qp:date", one) for one in facts.subjects("qp:Cloture"))
    return max((one for one in days if one), default=None)


def _asked_by(facts: Facts) -> list[tuple[str, Link]]:
    """Who asked: the author, the group of the day, else the one stated; where from."""
    groups = ("qp:groupeALaDate", "qp:groupe")
    same = facts.one(groups[0]) == facts.one(groups[1])
    shown = ("qp:auteur", *(groups[:1] if same else groups), "qp:circonscription")
    if not facts.one("qp:circonscription"):
        shown += ("qp:departement",)
    found = ((name, facts.link(name)) for name in shown)
    return [(facts.links.label(name), link) for name, link in found if link]


def _ministries(facts: Facts, answers: list[Answer]) -> list[tuple[list[str], Link]]:
    """The ministries in order: asked, now responsible, who answered; each said once in a row."""
    names = ("qp:ministereInterroge", "qp:ministereAttributaire")
    stated = [(facts.links.label(name), facts.link(name)) for name in names]
    stated += [(facts.links.label("qp:reponse"), one.ministry) for one in answers]
    found: list[tuple[list[str], Link]] = []
    for label, link in stated:
        if link and found and found[-1][1] == link:
            found[-1][0].append(label)
        elif link:
            found.append(([label], link))
    return found


def _answers(facts: Facts) -> Iterator[Answer]:
    found = facts.iris("qp:reponse")
    for number, iri in enumerate(found, 1):
        some = f" {number}" if len(found) > 1 else ""
        yield _answer(facts, iri, Bilingual(_ANSWER.fr + some, _ANSWER.en + some))


def _answer(facts: Facts, iri: str, name: Bilingual) -> Answer:
    return Answer(
        _anchor(iri),
        facts.link("qp:ministere", iri),
        facts.day("qp:datePublication", iri),
        facts.link("qp:publieDans", iri),
        facts.text("qp:pageJO", iri),
        facts.number("qp:retardJours", iri),
        facts.number("qp:delaiJours", iri),
        facts.number("qp:retardSignalementJours", iri),
        facts.paragraphs(iri),
        _marked(facts, iri, name),
        _versions(facts, iri),
    )


def _marked(facts: Facts, iri: str, name: Bilingual) -> Markup | None:
    """A text with its tables and lists, where it has any."""
    html = facts.text("qp:texteHTML", iri)
    if html is None:
        return None
    language = facts.links.language
    parts = marked_text(html, "\n\n".join(facts.texts("schema:text", iri)))
    return shown_text(parts, name.in_language(language), language) if parts else None


def _versions(facts: Facts, of: str) -> list[Version]:
    return [
        Version(_anchor(iri), facts.day("qp:date", iri), facts.paragraphs(iri))
        for iri in facts.iris("qp:versionAnterieure", of)
    ]


def _citations(facts: Facts) -> list[Citation]:
    return [
        Citation(
            _anchor(iri),
            facts.text("schema:text", iri) or "",
            _cited(facts, iri),
        )
        for iri in facts.iris("qp:citation")
    ]


def _cited(facts: Facts, iri: str) -> list[Link]:
    """The questions and laws that something cites."""
    return facts.links.all(facts.iris("qp:rappelle", iri) + facts.iris("qp:citeLoi", iri))


def _citation(facts: Facts) -> dict[str, object]:
    """What a citation of the question says."""
    return {
        "author": facts.link("qp:auteur"),
        "issue": facts.link("qp:publieDans"),
        "page": facts.text("qp:pageJO"),
    }


def _french(name: str) -> str:
    found = term(expanded(name))
    return found.fr if found else name


def _sources(facts: Facts) -> Iterator[Source]:
    """The documents that the question was read from; one that others share has its own page."""
    for iri in facts.iris("prov:wasDerivedFrom"):
        link = facts.links.to(iri)
        is_here = (link.href or "").startswith("#")
        place = link.href.removeprefix("#") if is_here and link.href else None
        yield Source(place, facts.text("dcterms:title", iri), link, iri.rpartition("/")[2])


def _anchor(iri: str) -> str:
    return iri.partition("#")[2]
