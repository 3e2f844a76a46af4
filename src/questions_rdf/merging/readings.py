"""The readings of one question in the order of trust, and the one question that they make."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from questions_rdf import catalogue
from questions_rdf.agreement import same_words
from questions_rdf.calendrier import latest_day
from questions_rdf.merging import events, texts
from questions_rdf.merging.fields import Disagreement, combined
from questions_rdf.problems import Origin, Problem
from questions_rdf.records import Question, Record

_IDENTITY = frozenset(("uid", "nature", "numero", "legislature"))
_CALLED = {
    "info_jo.date": "datePublication",
    "info_jo.page": "pageJO",
    "info_jo.type_jo": "publieDans",
    "info_jo.numero": "numeroParution",
}
_LABELS = frozenset(("titre", "rubrique", "tete_analyse"))


class Reading(NamedTuple):
    """What one source says of a question.

    Args:
        question: the record.
        origin: where it was read.
        rank: the kind of source; the lower, the more it is trusted.
        exported: the day of the export, where the source says it.
    """

    question: Question
    origin: Origin
    rank: int
    exported: date | None


class Merged(NamedTuple):
    """The question of all readings, the most trusted of them first, and where they differ."""

    question: Question
    order: tuple[int, ...]
    problems: tuple[Problem, ...] = ()


def merged(readings: Sequence[Reading], subject: str) -> Merged:
    """One question of its readings.

    Args:
        readings: at least one, all of one uid, in the order in which they were read.
        subject: the IRI of the question, for the findings.
    """
    if len(readings) == 1:
        return Merged(readings[0].question, (0,))
    order = sorted(range(len(readings)), key=lambda index: (*_trust(readings[index]), index))
    best = readings[order[0]]
    question, problems = best.question, []
    for index in order[1:]:
        found: list[Disagreement] = []
        question = _united(question, readings[index].question, found)
        problems += [
            catalogue.SOURCES_DISCORDANTES.at(
                readings[index].origin,
                subject,
                field=_called(one.field),
                kept=one.kept,
                left=one.left,
                where=best.origin,
            )
            for one in dict.fromkeys(found)
        ]
    return Merged(question, tuple(order), tuple(problems))


def _called(field: str) -> str:
    """A field by its name in the data: ``tete_analyse`` is ``teteAnalyse``."""
    return re.sub(r"_([a-z])", lambda match: match[1].upper(), _CALLED.get(field, field))


def _trust(reading: Reading) -> tuple[int, int, int]:
    """Sorts the readings: by kind of source, then the newer export, then the later knowledge."""
    exported = reading.exported or date.min
    latest = latest_day(reading.question) or date.min
    return reading.rank, -exported.toordinal(), -latest.toordinal()


def _united(trusted: Question, other: Question, found: list[Disagreement]) -> Question:
    taken: dict[str, Any] = {
        kind.field: events.united(
            getattr(trusted, kind.field),
            getattr(other, kind.field),
            kind,
            latest_day(trusted),
            found,
        )
        for kind in events.KINDS
    }
    taken["versions"] = texts.versions(trusted.versions, other.versions, "texte", found)
    taken["reponse"] = texts.reponses(trusted.reponse, other.reponse, found)
    taken["analyse"] = _analyses(trusted.analyse, other.analyse, found)
    for field in trusted.__struct_fields__:
        if field not in taken and field not in _IDENTITY:
            mine, its = getattr(trusted, field), getattr(other, field)
            taken[field] = _value(field, mine, its, found)
    return msgspec.structs.replace(trusted, **taken)


def _value(field: str, mine: Any, its: Any, found: list[Disagreement]) -> Any:  # noqa: ANN401
    """One of the plain fields."""
    if mine is None or its is None:
        return its if mine is None else mine
    if isinstance(mine, Record):
        return combined(mine, its, field, found)
    agree = same_words(mine, its) if field in _LABELS else mine == its
    if not agree:
        found.append(Disagreement(field, mine, its))
    return mine


def _analyses(
    trusted: tuple[str, ...], other: tuple[str, ...], found: list[Disagreement]
) -> tuple[str, ...]:
    """The analyses of the trusted source; a page may print some of them only."""
    if not trusted:
        return other
    if any(not any(same_words(one, known) for known in trusted) for one in other):
        found.append(Disagreement("analyse", ", ".join(trusted), ", ".join(other)))
    return trusted
