"""The days by which a question is identified: its own, and that of its end.

The last ones of a legislature are printed when it is over, and its groups with it: they count as of
its last day.
"""

from datetime import date

from questions_rdf.records import Question
from questions_rdf.reference.legislatures import legislature


def day_of(question: Question) -> date | None:
    """The day of the sitting, else of the publication."""
    day = question.date_seance or question.info_jo.date
    return _clipped(day, question.legislature) if day else None


def end_of(question: Question) -> date | None:
    """The last day on which it was answered or closed."""
    ends = [one.info_jo.date for one in question.reponse]
    ends += [one.date or one.info_jo.date for one in question.cloture]
    end = max(filter(None, ends), default=None)
    return _clipped(end, question.legislature) if end else None


def _clipped(day: date, number: int) -> date:
    last = legislature(number).fin
    return min(day, last) if last else day
