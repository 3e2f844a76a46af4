"""The readings of the first pass become questions: identified, and each of them once.

This is where the whole input is known: all sources of a question, and the reference data.
"""

from collections.abc import Iterator
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.identification import Identified, Identifier
from questions_rdf.intake import Known
from questions_rdf.merging import Merged, Reading, are_two_people, merged
from questions_rdf.problems import Origin, Problem
from questions_rdf.records import Organisme, Question, Source
from questions_rdf.spool import Spool, Spooled


class Consolidated(NamedTuple):
    """A question of all its sources, the most trusted first.

    ``origin`` is its place in that source; for ``redirections`` see
    :class:`~questions_rdf.identification.Identified`.
    """

    question: Question
    sources: tuple[Source, ...]
    origin: Origin
    groupe_a_la_date: Organisme | None = None
    problems: tuple[Problem, ...] = ()
    redirections: tuple[tuple[str, str], ...] = ()


def consolidated(
    spool: Spool, known: Known, identifier: Identifier | None, base: str
) -> Iterator[Consolidated]:
    """Every question, in the order in which they were first read.

    Args:
        spool: the readings.
        known: which readings are of one question, and of which documents.
        identifier: identifies people and organisations; none without reference data.
        base: the data base, for the subjects of findings.
    """
    for place, first in spool.placed():
        uid = first.question.uid
        if known.places[uid] == place:
            others = (spool.at(other) for other in known.further.get(uid, ()))
            yield _one([first, *others], known, identifier, base)


def _one(
    readings: list[Spooled], known: Known, identifier: Identifier | None, base: str
) -> Consolidated:
    found = [
        identifier.identified(reading.question, reading.origin, base)
        if identifier
        else Identified(reading.question)
        for reading in readings
    ]
    united = _merged(readings, found, known, base)
    sources = [known.sources[readings[index].document] for index in united.order]
    ordered = [found[index] for index in united.order]
    redirections = {pair for one in found for pair in (*one.redirections, *_moved(one, united))}
    return Consolidated(
        question=united.question,
        sources=tuple({source.sha256: source for source in sources}.values()),
        origin=readings[united.order[0]].origin,
        groupe_a_la_date=_groupe_a_la_date(ordered, united.question),
        problems=(*(p for one in found for p in one.problems), *united.problems),
        redirections=tuple(sorted(redirections)),
    )


def _groupe_a_la_date(ordered: list[Identified], united: Question) -> Organisme | None:
    """The group of the author that day; that of another author is none."""
    acteur = united.auteur.identifiant if united.auteur else None
    return next(
        (
            one.groupe_a_la_date
            for one in ordered
            if one.groupe_a_la_date
            and one.question.auteur
            and one.question.auteur.identifiant == acteur
        ),
        None,
    )


def _moved(one: Identified, united: Merged) -> Iterator[tuple[str, str]]:
    """The provisional addresses of a reading, and those that other sources have for the same."""
    alone, together = one.question, united.question
    if are_two_people(alone.auteur, together.auteur):
        return
    for old, new in zip(_addresses(alone), _addresses(together), strict=True):
        if old and new and old != new and iris.is_provisional(old):
            yield old, new


def _addresses(question: Question) -> Iterator[str | None]:
    """The IRIs of the author, of the group and of the ministry asked."""
    yield iris.acteur(question.auteur) if question.auteur else None
    yield iris.groupe(question.groupe) if question.groupe else None
    asked = question.ministere_interroge
    yield iris.ministere(asked) if asked else None


def _merged(readings: list[Spooled], found: list[Identified], known: Known, base: str) -> Merged:
    subject = base + iris.question(readings[0].question.uid)
    return merged(
        [
            Reading(one.question, spooled.origin, spooled.rank, known.dated[spooled.document])
            for one, spooled in zip(found, readings, strict=True)
        ],
        subject,
    )
