"""Small drawings in tables: shares that add up, the course of a value, in words too."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart_reading import HOSTILE, SVG, number, read, said
from questions_rdf.pages import charts

OUTCOMES = charts.outcomes()


@given(st.lists(st.integers(0, 10**9), min_size=5, max_size=5).filter(any))
def test_the_widths_are_the_shares_and_fill_the_bar(values: list[int]) -> None:
    parts = list(read(charts.share_bar(OUTCOMES, values)).iter(f"{SVG}rect"))
    widths = {part.attrib["class"]: number(part, "width") for part in parts}
    expected = {
        one.style: value / sum(values) * 100
        for one, value in zip(OUTCOMES, values, strict=True)
        if value
    }
    assert widths == pytest.approx(expected, abs=0.01)
    assert number(parts[-1], "x") + number(parts[-1], "width") == pytest.approx(100, abs=0.02)


def test_a_bar_is_read_out_as_its_figures() -> None:
    assert said(read(charts.share_bar(OUTCOMES, (1, 3, None, 0, 0), name="Mer"))) == [
        "Mer\u00a0: Répondues à temps\u00a0: 1 (25\u00a0%)\u00a0; Répondues en retard\u00a0: 3 (75\u00a0%)"
    ]
    assert said(read(charts.share_bar(charts.outcomes("en"), (1, 3, 0, 0, 0), "en"))) == [
        "Answered in time: 1 (25%); Answered late: 3 (75%)"
    ]


def test_nothing_is_drawn_of_nothing() -> None:
    assert not charts.share_bar(OUTCOMES, (0, 0, 0, 0, None))
    assert not charts.spark([], "x")
    assert not charts.spark([None, 3, None], "x")


def test_a_small_bar_is_small_enough_for_long_tables() -> None:
    assert len(charts.share_bar(OUTCOMES, (1, 2, 3, 4, 5), name="Agriculture")) < 900


def test_a_course_is_broken_where_a_value_is_missing_and_ends_at_the_last_one() -> None:
    drawn = read(charts.spark([0, 5, None, 10, None], "De 0 à 10"))
    (path,) = drawn.iter(f"{SVG}path")
    assert path.attrib["d"] == "M3.0,21.0L26.5,12.0M73.5,3.0h0"
    (last,) = drawn.iter(f"{SVG}circle")
    assert (last.get("cx"), last.get("cy")) == ("73.5", "3.0")
    assert said(drawn) == ["De 0 à 10"]


def test_a_course_of_noughts_is_a_line_at_the_bottom() -> None:
    (path,) = read(charts.spark([0, 0], "x")).iter(f"{SVG}path")
    assert path.attrib["d"] == "M3.0,21.0L97.0,21.0"


def test_hostile_names_stay_text() -> None:
    series = (charts.Series(HOSTILE, "fill-good"),)
    for drawn in (
        charts.share_bar(series, (1,), name=HOSTILE),
        charts.spark([1, 2], HOSTILE),
        charts.legend(series),
    ):
        assert "<script" not in drawn
        assert HOSTILE in re.sub(r"\s+", " ", "".join(read(drawn).itertext()))
