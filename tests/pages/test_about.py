"""What a page says of itself in a sentence or two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.pages._about import LENGTH, in_short, of_figures
from questions_rdf.prefixes import expanded
from questions_rdf.query_files.library import Language
from questions_rdf.resources.dashboard import Outcomes, Summary

WRITTEN = expanded("qp:QuestionEcrite")
DAY = date(2026, 7, 28)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=600))
def test_a_short_form_is_a_beginning_of_the_text_in_whole_words(text: str) -> None:
    shown, whole = in_short(text), " ".join(text.split())
    assert len(shown) <= LENGTH + 1
    assert whole.startswith(shown.removesuffix("…"))
    if not shown.endswith("…"):
        assert shown == whole
    elif " " in whole[:LENGTH]:
        begun = whole[len(shown) - 1 :].lstrip(" ,;:")
        assert not begun or whole[len(shown) - 1] in " ,;:"


def test_a_short_text_is_shown_whole_and_a_long_one_is_cut_behind_a_word() -> None:
    assert in_short("Une  question\n\nbrève.") == "Une question brève."
    assert in_short("mot, " * 50) == "mot, " * 31 + "mot…"
    assert in_short("x" * 500) == "x" * LENGTH + "…"


@pytest.mark.parametrize(
    ("of", "french", "english"),
    [
        (
            Summary(1200, Outcomes(120, 500, 80, 300, 0, 0, 0), 126.5, ((WRITTEN, 1000),)),
            (
                "1\u202f200 questions, 13\u00a0% répondues dans le délai, délai médian de 126,5 jours, "
                "300 sans réponse au délai dépassé (état au 28 juillet 2026)."
            ),
            (
                "1,200 questions, 13% answered in time, median delay 126.5 days, "
                "300 unanswered and overdue (as of 28 July 2026)."
            ),
        ),
        (
            Summary(9, Outcomes(3, 6, 0, 0, 0, 0, 0)),
            "9 questions (état au 28 juillet 2026).",
            "9 questions (as of 28 July 2026).",
        ),
        (
            Summary(1),
            "1 question (état au 28 juillet 2026).",
            "1 question (as of 28 July 2026).",
        ),
    ],
)
def test_figures_are_said_in_a_sentence(of: Summary, french: str, english: str) -> None:
    languages: tuple[Language, ...] = ("fr", "en")
    for language, expected in zip(languages, (french, english), strict=True):
        assert of_figures(of, DAY, language) == expected
    assert of_figures(Summary(1), None, "en") == "1 question."
