"""The latest day that a question mentions: by default, the day as of which the data speaks."""

from collections.abc import Iterator
from datetime import date

from questions_rdf.records import InfoJO, Question


def latest_day(question: Question) -> date | None:
    """The latest date of the question and of everything that happened to it."""
    return max(_days(question), default=None)


def _days(question: Question) -> Iterator[date]:
    for stated in (question.date_seance, *(c.date for c in question.cloture)):
        if stated:
            yield stated
    for info_jo in _printed(question):
        if info_jo.date:
            yield info_jo.date
    for signalement in question.signalement:
        if signalement.date_depot:
            yield signalement.date_depot


def _printed(question: Question) -> Iterator[InfoJO]:
    yield question.info_jo
    for versions in (question.versions, *(r.versions for r in question.reponse)):
        for version in versions:
            yield version.info_jo
    for happened in (
        question.attribution,
        question.signalement,
        question.renouvellement,
        question.erratum,
        question.cloture,
        question.reponse,
    ):
        for one in happened:
            yield one.info_jo
