"""Which seat was held on a day."""

from datetime import date

from annuaires import siege as seat
from questions_rdf.identification.mandats import siege


def test_a_minister_who_comes_back_holds_the_second_mandate_from_that_day() -> None:
    """Both are dated from the election; the second one counts from when the seat was taken back."""
    before = seat(
        1, "PA1", "79", 2, legislature=14, debut="2012-06-20", prise="2012-06-20", fin="2012-07-21"
    )
    after = seat(
        2, "PA1", "79", 2, legislature=14, debut="2012-06-20", prise="2013-08-03", fin="2017-06-20"
    )
    assert siege([before, after], 14, date(2012, 7, 1)) is before
    assert siege([before, after], 14, date(2013, 1, 1)) is before  # no seat that day: the last one
    assert siege([before, after], 14, date(2013, 8, 3)) is after


def test_there_is_no_seat_before_the_first_one_nor_in_another_legislature() -> None:
    only = seat(1, "PA1", "79", 2)
    assert siege([only], 16, date(2022, 6, 1)) is None
    assert siege([only], 15, date(2023, 1, 1)) is None


def test_without_a_day_only_a_lone_seat_is_sure() -> None:
    one, two = seat(1, "PA1", "79", 2), seat(2, "PA1", "79", 2, prise="2023-01-01")
    assert siege([one], 16, None) is one
    assert siege([one, two], 16, None) is None
