"""What becomes of questions, in the colours that all charts of the site have for it."""

from questions_rdf.pages.charts._parts import Series
from questions_rdf.problems import Bilingual

_OUTCOMES = (
    ("fill-in-time", Bilingual("Répondues à temps", "Answered in time")),
    ("fill-tardy", Bilingual("Répondues en retard", "Answered late")),
    ("fill-waiting", Bilingual("En attente, dans le délai", "Open, not due")),
    ("fill-overdue", Bilingual("En attente, délai dépassé", "Open, overdue")),
    ("fill-unanswered", Bilingual("Closes sans réponse", "Closed without an answer")),
)


def outcomes(lang: str = "fr") -> tuple[Series, ...]:
    """In time, late, waiting, overdue, closed without an answer: in this order everywhere.

    Neighbours differ in lightness too, for eyes that take red for green.
    """
    return tuple(Series(name.in_language(lang), style) for style, name in _OUTCOMES)
