"""Years side by side: none is left out, one that is not over says so, each with the deadline of its day."""

from datetime import date

import pytest

from questions_rdf.pages._year_bars import deadlines, year_bars
from questions_rdf.pages.charts import Bar
from questions_rdf.resources.dashboard import Summary, Year

DAY = date(2026, 7, 28)


def bars(*years: int | None, as_of: date = DAY) -> list[Bar]:
    found = [Year(one, Summary(mediane=10.0)) for one in years]
    return year_bars(found, lambda summary: [summary.mediane], as_of, "fr")


def test_years_of_which_nothing_is_known_have_a_place_without_a_value() -> None:
    found = [(bar.label, bar.values) for bar in bars(2014, 2017)]
    assert found == [("2014", [10.0]), ("2015", [None]), ("2016", [None]), ("2017", [10.0])]


def test_many_such_years_are_one_place() -> None:
    assert [bar.label for bar in bars(1204, 2025)] == ["1204", "…", "2025"]
    assert len(bars(2000, 2021)) == 22


def test_the_undated_stand_beside_without_a_gap() -> None:
    assert [bar.label for bar in bars(2025, None)] == ["2025", "sans date"]
    assert not bars(None)[0].partial


def test_a_year_that_is_not_over_says_until_when_it_goes() -> None:
    last, this = bars(2025, 2026)
    assert not last.partial
    assert this.partial
    assert (this.label, this.full) == ("2026", "2026, jusqu'au 28 juillet 2026")


def test_on_its_last_day_a_year_is_whole() -> None:
    assert not bars(2026, as_of=date(2026, 12, 31))[0].partial
    assert bars(2026, as_of=date(2026, 12, 30))[0].partial


def test_the_deadline_is_that_of_each_day() -> None:
    month, months = deadlines(bars(2013, 2014, 2015), "fr")
    assert (month.value, months.value) == (31, 61)
    assert month.label == "Délai d'un mois (31 jours) jusqu'au 10 décembre 2014"
    assert months.label == "Délai de deux mois (61 jours)"
    tenth_of_december = 1 + 344 / 365
    assert month.spans[0] == pytest.approx((0, tenth_of_december))
    assert months.spans[0] == pytest.approx((tenth_of_december, 3))
    assert len(month.spans) == len(months.spans) == 1


def test_only_rules_of_the_years_that_are_shown_are_drawn() -> None:
    (only,) = deadlines(bars(2022, 2023), "en")
    assert (only.label, only.spans) == ("Deadline of two months (61 days)", ((0.0, 2.0),))
    (former,) = deadlines(bars(2012, 2013), "en")
    assert former.label == "Deadline of one month (31 days)"


def test_where_no_rule_is_known_there_is_no_line() -> None:
    assert deadlines(bars(2001, 2008), "fr") == []
    (month,) = deadlines(bars(2008, 2009, 2010), "fr")
    assert month.spans[0][0] == pytest.approx(1 + 146 / 365)  # 27 May 2009


def test_no_line_leads_over_years_that_are_not_shown() -> None:
    assert deadlines(bars(1980, 2020), "fr")[-1].spans == ((2.0, 3.0),)
