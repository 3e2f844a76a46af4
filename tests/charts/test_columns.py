"""Columns over time: what is drawn is what was given, and the years can be read at any width."""

import re
import xml.etree.ElementTree as ET
from itertools import groupby, pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart_reading import HOSTILE, SAID, number, of_class, read, said, span, years
from questions_rdf.pages import charts

OUTCOMES = charts.outcomes()
COUNTS = st.lists(
    st.tuples(*[st.one_of(st.none(), st.integers(0, 100_000))] * len(OUTCOMES)),
    min_size=1,
    max_size=40,
).filter(lambda rows: any(any(row) for row in rows))


class Part(NamedTuple):
    """What is drawn of a series in a column."""

    left: float
    low: float
    high: float
    width: float
    style: str

    @property
    def height(self) -> float:
        """How much of the drawing it takes."""
        return self.low - self.high


def parts_of(drawn: ET.Element) -> list[list[Part]]:
    """The parts of each column that has some, from left to right and from below."""
    found = [
        Part(float(left), float(low), float(high), float(width), layer.attrib["class"].split()[0])
        for layer in of_class(drawn, "path", "part")
        for left, low, high, width in re.findall(
            r"M(\S+) (\S+)V([\d.]+)h([\d.]+)V", layer.attrib["d"]
        )
    ]
    return [
        list(column)
        for _, column in groupby(
            sorted(found, key=lambda one: (one.left, -one.low)), key=lambda one: one.left
        )
    ]


@given(COUNTS)
def test_the_sums_that_are_drawn_are_those_that_were_given(
    rows: list[tuple[int | None, ...]],
) -> None:
    drawn = read(charts.columns(SAID, OUTCOMES, years(*rows)))
    totals = [sum(value or 0 for value in row) for row in rows]
    heights = [sum(part.height for part in column) for column in parts_of(drawn)]
    scale = max(heights) / max(totals)
    assert heights == pytest.approx([total * scale for total in totals if total], abs=0.1)
    told = [re.search(r"\u00a0: ([\d\u202f]+)", one) for one in said(drawn)]
    assert [int(one[1].replace("\u202f", "")) for one in told if one] == totals


def test_a_column_says_its_year_its_total_and_each_part_that_is_not_nought() -> None:
    drawn = read(charts.columns(SAID, OUTCOMES, years((1200, 30, None, 4, 0))))
    (told,) = said(drawn)
    assert told == (
        "2020\u00a0: 1\u202f234 Répondues à temps\u00a0: 1\u202f200 Répondues en retard\u00a0: 30 "
        "En attente, délai dépassé\u00a0: 4"
    )


def test_parts_stand_one_on_the_other_in_the_order_of_the_legend() -> None:
    drawn = read(charts.columns(SAID, OUTCOMES, years((5, 4, 3, 2, 1))))
    (column,) = parts_of(drawn)
    assert [part.style for part in column] == [one.style for one in OUTCOMES]
    for below, above in pairwise(column):
        assert above.low == below.high
    assert [part.height / column[-1].height for part in column] == pytest.approx([5, 4, 3, 2, 1])


@pytest.mark.parametrize("names", ["years", "months", "words"])
@pytest.mark.parametrize("count", range(1, 41))
def test_labels_do_not_touch_wide_or_narrow(count: int, names: str) -> None:
    name = {"years": "{}", "months": "sept. {}", "words": "Longue année {}"}[names]
    bars = [charts.Bar(name.format(1987 + rank), (1, 2, 3, 4, 5)) for rank in range(count)]
    drawn = read(charts.columns(SAID, OUTCOMES, bars))
    every = list(of_class(drawn, "text", "label"))
    narrow = [label for label in every if "wide-only" not in label.attrib["class"]]
    assert narrow[-1].text == bars[-1].label  # the last one is always there
    for labels, font in ((every, 13), (narrow, 22)):
        spans = [span(label, font) for label in labels]
        assert all(left[1] < right[0] for left, right in pairwise(spans))
        assert spans[0][0] >= 0
        assert spans[-1][1] <= 640


@pytest.mark.parametrize("count", [1, 12, 40])
def test_columns_stay_inside_and_apart(count: int) -> None:
    drawn = read(charts.columns(SAID, OUTCOMES, years(*[(1, 2, 3, 4, 5)] * count)))
    hits = list(of_class(drawn, "rect", "hit"))
    assert len(hits) == count
    assert number(hits[-1], "x") + number(hits[-1], "width") <= 640.1
    for hit, column in zip(hits, parts_of(drawn), strict=True):
        for part in column:
            assert part.width < number(hit, "width")
            assert part.left > number(hit, "x")
            assert part.high >= number(hit, "y")


def test_a_total_stands_above_a_column_only_where_there_is_room() -> None:
    few = read(charts.columns(SAID, OUTCOMES, years(*[(9, 9, 9, 9, 9)] * 3)))
    some = read(charts.columns(SAID, OUTCOMES, years(*[(9, 9, 9, 9, 9)] * 16)))
    many = read(charts.columns(SAID, OUTCOMES, years(*[(9, 9, 9, 9, 9)] * 30)))
    assert [one.attrib["class"] for one in of_class(few, "text", "total")] == ["total"] * 3
    assert {one.attrib["class"] for one in of_class(some, "text", "total")} == {"total wide-only"}
    assert not list(of_class(many, "text", "total"))


@pytest.mark.parametrize("bars", [[], years((0, 0, 0, 0, 0)), years((None,) * 5)])
def test_without_anything_to_count_nothing_is_drawn(bars: list[charts.Bar]) -> None:
    assert not charts.columns(SAID, OUTCOMES, bars)


def test_hostile_names_stay_text() -> None:
    series = (charts.Series(HOSTILE, "fill-in-time"),)
    caption = charts.Caption("a", HOSTILE, HOSTILE)
    drawn = charts.columns(caption, series, [charts.Bar(HOSTILE[:20], (1,), HOSTILE)])
    assert "<script" not in drawn
    assert said(read(drawn)) == [f"{HOSTILE}\u00a0: 1 {HOSTILE}\u00a0: 1"]


def test_the_legend_names_every_colour_in_the_language() -> None:
    for lang in ("fr", "en"):
        series = charts.outcomes(lang)
        drawn = read(charts.columns(SAID, series, years((1, 1, 1, 1, 1)), lang))
        entries = ["".join(entry.itertext()) for entry in drawn.iter("li")]
        assert entries == [one.label for one in series]
    assert {one.style for one in charts.outcomes("en")} == {one.style for one in OUTCOMES}


def test_a_time_that_is_not_over_is_drawn_apart_and_named_in_the_legend() -> None:
    whole, part = years((5, 4, 3, 2, 1), (5, 0, 0, 2, 0))
    drawn = read(
        charts.columns(SAID, OUTCOMES, [whole, part._replace(full="2021, …", partial=True)])
    )
    pale = [one for one in of_class(drawn, "path", "part") if "partial" in one.attrib["class"]]
    assert [one.attrib["class"].split()[0] for one in pale] == ["fill-in-time", "fill-overdue"]
    (outline,) = of_class(drawn, "path", "unfinished")
    heights = [sum(one.height for one in column) for column in parts_of(drawn)]
    low, high = re.findall(r" ([\d.]+)V([\d.]+)", outline.attrib["d"])[0]
    assert float(low) - float(high) == pytest.approx(heights[1], abs=0.05)
    assert ["".join(entry.itertext()) for entry in drawn.iter("li")][-1] == "2021, …"
    assert not list(of_class(read(charts.columns(SAID, OUTCOMES, [whole])), "path", "unfinished"))
