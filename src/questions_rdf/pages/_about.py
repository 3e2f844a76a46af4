"""What a page says of itself in a sentence or two, for those who find it by a search or a link."""

from collections.abc import Iterator
from datetime import date

from questions_rdf import mots
from questions_rdf.pages._environment import number
from questions_rdf.pages._facts import Facts
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Summary

LENGTH = 160
"""So many signs of a description are shown by search engines."""


def in_short(text: str) -> str:
    """The beginning of a text, cut behind a word."""
    beginning = " ".join(text[: 2 * LENGTH].split())
    if len(beginning) <= LENGTH and len(text) <= 2 * LENGTH:
        return beginning
    cut = beginning[:LENGTH]
    words = cut.rpartition(" ")[0] or cut
    return f"{words.rstrip(' ,;:')}…"


def of_question(facts: Facts) -> str | None:
    """The first words of a question, else of its answer; none if there is no text."""
    for subject in (facts.iri, *facts.iris("qp:reponse")):
        if text := facts.text("schema:text", subject):
            return in_short(text)
    return None


def of_figures(summary: Summary, as_of: date | None, language: Language) -> str:
    """The figures of a thing in a sentence."""
    figures = (_french if language == "fr" else _english)(summary)
    said = ", ".join(figures)
    if as_of is None:
        return f"{said}."
    day = mots.le(as_of).in_language(language)
    return f"{said} (état au {day})." if language == "fr" else f"{said} (as of {day})."


def _french(of: Summary) -> Iterator[str]:
    outcomes = of.outcomes
    yield f"{number('fr', of.total)} question{'s' if of.total > 1 else ''}"
    if outcomes.part_a_temps is not None and not outcomes.is_few:
        yield f"{number('fr', 100 * outcomes.part_a_temps)}\u00a0% répondues dans le délai"
    if of.mediane is not None:
        yield f"délai médian de {_days('fr', of.mediane)} jours"
    if outcomes.en_attente_delai_depasse:
        yield f"{number('fr', outcomes.en_attente_delai_depasse)} sans réponse au délai dépassé"


def _english(of: Summary) -> Iterator[str]:
    outcomes = of.outcomes
    yield f"{number('en', of.total)} question{'' if of.total == 1 else 's'}"
    if outcomes.part_a_temps is not None and not outcomes.is_few:
        yield f"{number('en', 100 * outcomes.part_a_temps)}% answered in time"
    if of.mediane is not None:
        yield f"median delay {_days('en', of.mediane)} days"
    if outcomes.en_attente_delai_depasse:
        yield f"{number('en', outcomes.en_attente_delai_depasse)} unanswered and overdue"


def _days(language: Language, median: float) -> str:
    return number(language, median, 0 if median == int(median) else 1)
