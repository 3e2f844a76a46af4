"""The readings of one question in the order of trust, and the one question that they make."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from questions_rdf import catalogue, iris
from questions_rdf.agreement import same_words
from questions_rdf.calendrier import latest_day
from questions_rdf.merging import events, texts
from questions_rdf.merging.fields import Disagreement, are_two_people, combined
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


def _trust(reading: Reading) -> tuple[int, int]:
    """Sorts the readings: by kind of source, then the newer one.

    That is told by the day of the export, else by the latest day that the record knows.
    """
    day = reading.exported or latest_day(reading.question) or date.min
    return reading.rank, -day.toordinal()


def _united(trusted: Question, other: Question, found: list[Disagreement]) -> Question:
    if are_two_people(trusted.auteur, other.auteur):
        # What the other source says of that person's seat and group is not about this author.
        other = msgspec.structs.replace(
            other, mandat=None, groupe=None, circonscription=None, departement=None
        )
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
    united = msgspec.structs.replace(trusted, **taken)
    return _without_repeated_errata(_with_one_place(united, trusted, found))


def _with_one_place(united: Question, trusted: Question, found: list[Disagreement]) -> Question:
    """A constituency lies in its département: of two that disagree, the trusted one is kept."""
    place, code = united.circonscription, united.departement
    if place is None or code is None or place.departement == code:
        return united
    if trusted.circonscription:
        found.append(Disagreement("departement", place.departement, code))
        return msgspec.structs.replace(united, departement=trusted.departement)
    found.append(Disagreement("circonscription", code, iris.circonscription(place)))
    return msgspec.structs.replace(united, circonscription=None)


def _without_repeated_errata(question: Question) -> Question:
    """An erratum that one source announces and another gives with its text is one."""
    corrected = {
        (of_answer, version.info_jo.date)
        for of_answer, versions in (
            (False, question.versions),
            *((True, reponse.versions) for reponse in question.reponse),
        )
        for version in versions
        if version.erratum
    }
    kept = tuple(
        one
        for one in question.erratum
        if one.texte or (one.corrige_reponse, one.info_jo.date) not in corrected
    )
    return msgspec.structs.replace(question, erratum=kept)


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
