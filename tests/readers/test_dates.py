"""Dates as they are printed, and what is none."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.readers import _dates
from reading import page, problems, question

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-19", date(2024, 3, 19)),
        ("2024-03-19T00:00:00.000+01:00", date(2024, 3, 19)),
        ("2024-03-19Z", date(2024, 3, 19)),
        ("19/03/2024", date(2024, 3, 19)),
        ("1/3/2024", date(2024, 3, 1)),
        ("19 / 03 / 2024", date(2024, 3, 19)),
        ("1er avril 2026", date(2026, 4, 1)),
        ("1 er avril 2026", date(2026, 4, 1)),
        ("1ᵉʳ avril 2026", date(2026, 4, 1)),
        ("1^er avril 2026", date(2026, 4, 1)),
        ("1er\u00a0avril\u202f2026", date(2026, 4, 1)),
        ("1er Avril 2026", date(2026, 4, 1)),
        ("3 décembre 2024", date(2024, 12, 3)),
        ("3 decembre 2024", date(2024, 12, 3)),
        ("3 de\u0301cembre 2024", date(2024, 12, 3)),
        ("12 AOÛT 2024", date(2024, 8, 12)),
        ("29 février 2024", date(2024, 2, 29)),
    ],
)
def test_a_date_is_read(written: str, day: date) -> None:
    assert _dates.parse(written) == day


@pytest.mark.parametrize(
    "written",
    ["30 février 2024", "29/02/2023", "2024-13-01", "0 mars 2024", "31/04/2024", "01/01/0000"],
)
def test_a_day_that_the_calendar_has_not_is_impossible(written: str) -> None:
    with pytest.raises(_dates.ImpossibleDateError):
        _dates.parse(written)


@pytest.mark.parametrize(
    "written",
    [
        "avril 2026",
        "2026",
        "",
        " ",
        "1er",
        "12 brumaire 2024",
        "19/03/24",
        "2024-3-19",
        "mardi",
        "19-03-2024",
    ],
)
def test_what_is_no_date_is_unreadable(written: str) -> None:
    with pytest.raises(_dates.UnreadableDateError):
        _dates.parse(written)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_in_every_writing(day: date) -> None:
    ordinal = "1er" if day.day == 1 else str(day.day)
    for written in (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{ordinal} {MONTHS[day.month - 1]} {day.year}",
    ):
        assert _dates.parse(written) == day
        found = _dates.FOUND.search(f"le {written}, page 12")
        assert found is not None
        assert found[0] == written


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    with contextlib.suppress(_dates.ImpossibleDateError, _dates.UnreadableDateError):
        assert isinstance(_dates.parse(text), date)


def test_an_impossible_date_of_a_page_is_reported_with_its_line() -> None:
    text = page(
        "Question publiée au JO le : 7 février 2023", "Date de signalement : 30 février 2023"
    )
    (problem,) = problems(text)
    assert problem.code == "date-impossible"
    assert problem.origin.line is not None
    assert text.split("\n")[problem.origin.line - 1] == "Date de signalement : 30 février 2023"


def test_a_month_alone_is_no_date_of_publication() -> None:
    assert [p.code for p in problems(page("Question publiée au JO le : avril 2026"))] == [
        "date-illisible",
        "date-publication-absente",
    ]


def test_a_no_break_space_in_a_date_is_a_space() -> None:
    text = page("Question publiée au JO le\u202f: 1ᵉʳ\u00a0avril\u00a02023, page\u00a012")
    assert question(text).info_jo.date == date(2023, 4, 1)
    assert question(text).info_jo.page == 12
