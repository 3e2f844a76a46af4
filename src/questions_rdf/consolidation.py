"""The readings of the first pass become questions: identified, and each of them once.

This is where the whole input is known: all sources of a question, and the reference data.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

from questions_rdf import iris
from questions_rdf.identification import Identified, Identifier
from questions_rdf.inventory import Plan
from questions_rdf.merging import Merged, Reading, are_two_people, merged
from questions_rdf.problems import Origin, Problem
from questions_rdf.records import Organisme, Question, Source
from questions_rdf.spool import Spooled, SpooledDocument, Spools


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
    plan: Plan, spools: Spools, identifier: Identifier | None, base: str
) -> Iterator[Consolidated]:
    """The questions that are published from one batch, in the order in which they were read.

    Args:
        plan: the batch, and which of its readings are of one question.
        spools: the readings.
        identifier: identifies people and organisations; none without reference data.
        base: the data base, for the subjects of findings.
    """
    with closing(spools.batch(plan.batch)) as spool:
        for offset, spooled in spool:
            if offset in plan.left_out:
                continue
            reading = _Read(spooled, spool.documents[spooled.document])
            if further := plan.joined.get(offset):
                others = [_Read(*spools.at(place)) for place in further]
                yield _several([reading, *others], identifier, base)
            else:
                yield _single(reading, identifier, base)


class _Read(NamedTuple):
    """A reading, and the document that it is from."""

    spooled: Spooled
    document: SpooledDocument


def _single(reading: _Read, identifier: Identifier | None, base: str) -> Consolidated:
    spooled, document = reading
    if identifier is None:
        return Consolidated(spooled.question, (document.source,), spooled.origin)
    found = identifier.identified(spooled.question, spooled.origin, base)
    return Consolidated(
        question=found.question,
        sources=(document.source,),
        origin=spooled.origin,
        groupe_a_la_date=_groupe_a_la_date([found], found.question),
        problems=found.problems,
        redirections=tuple(sorted(set(found.redirections))),
    )


def _several(readings: list[_Read], identifier: Identifier | None, base: str) -> Consolidated:
    found = [
        identifier.identified(spooled.question, spooled.origin, base)
        if identifier
        else Identified(spooled.question)
        for spooled, _ in readings
    ]
    united = _merged(readings, found, base)
    sources = [readings[index].document.source for index in united.order]
    ordered = [found[index] for index in united.order]
    redirections = {pair for one in found for pair in (*one.redirections, *_moved(one, united))}
    return Consolidated(
        question=united.question,
        sources=tuple({source.sha256: source for source in sources}.values()),
        origin=readings[united.order[0]].spooled.origin,
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


def _merged(readings: list[_Read], found: list[Identified], base: str) -> Merged:
    subject = base + iris.question(found[0].question.uid)
    return merged(
        [
            Reading(one.question, spooled.origin, spooled.rank, document.dated)
            for one, (spooled, document) in zip(found, readings, strict=True)
        ],
        subject,
    )
