"""Lines over time: broken where nothing is known, beside the time that the law gives."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart_reading import HOSTILE, ONE, SAID, number, of_class, read, said, years
from questions_rdf.pages import charts

VALUES = st.lists(
    st.one_of(st.none(), st.floats(0, 5000, allow_nan=False)), min_size=1, max_size=40
)

TWO_MONTHS = charts.Reference(61, "Délai de deux mois (61 jours)")


@given(VALUES.filter(lambda values: any(value is not None for value in values)))
def test_each_value_is_a_dot_at_its_height_and_no_line_leads_over_a_gap(
    values: list[float | None],
) -> None:
    drawn = read(charts.line(SAID, ONE, years(*[(value,) for value in values])))
    ticks = [(number(tick, "y") + 5, tick.text) for tick in of_class(drawn, "text", "tick")]
    (bottom, _), (top, most) = ticks[0], ticks[-1]
    end = float(re.sub(r"\D", "", most or ""))
    known = [value for value in values if value is not None]
    heights = [
        (bottom - number(dot, "cy")) / (bottom - top) * end
        for dot in of_class(drawn, "circle", "dot")
    ]
    assert heights == pytest.approx(known, abs=end / 1000)
    (path,) = [one for one in of_class(drawn, "path", "line-0") if "M0 6" not in one.attrib["d"]]
    runs = "".join("x" if value is None else "." for value in values).replace("x", " ").split()
    assert [len(run.split("L")) for run in path.attrib["d"].split("M")[1:]] == [
        len(run) for run in runs
    ]


def test_the_time_that_the_law_gives_is_a_line_at_its_height_and_in_the_legend() -> None:
    bars = years((61,), (122,))
    drawn = read(charts.line(SAID, ONE, bars, unit="jours", references=[TWO_MONTHS]))
    key, mark = of_class(drawn, "path", "reference")
    height = re.search(r"M[\d.]+ ([\d.]+)H640", mark.attrib["d"])
    dots = list(of_class(drawn, "circle", "dot"))
    assert height
    assert float(height[1]) == pytest.approx(number(dots[0], "cy"), abs=0.05)
    assert key is not mark
    assert ["".join(entry.itertext()) for entry in drawn.iter("li")] == [
        "Délai médian",
        "Délai de deux mois (61 jours)",
    ]


def test_small_values_leave_room_for_the_reference() -> None:
    drawn = read(charts.line(SAID, ONE, years((2,)), references=[TWO_MONTHS]))
    ticks = [tick.text for tick in of_class(drawn, "text", "tick")]
    assert ticks == ["0", "20", "40", "60", "80"]


def test_a_dot_says_its_year_its_series_and_its_value() -> None:
    drawn = read(charts.line(SAID, ONE, years((61,), (74.5,)), unit="jours"))
    assert said(drawn) == [
        "2020, Délai médian\u00a0: 61 jours",
        "2021, Délai médian\u00a0: 74,5 jours",
    ]
    english = read(charts.line(SAID, ONE, years((1234,)), "en", unit="days"))
    assert said(english) == ["2020, Délai médian: 1,234 days"]


def test_several_lines_differ_by_more_than_colour() -> None:
    two = (*ONE, charts.Series("Toutes", "fill-late"))
    drawn = read(charts.line(SAID, two, years((1, 2), (3, None))))
    paths = [one.attrib["class"] for one in of_class(drawn, "path", "line")]
    assert paths == ["line fill-accent line-0", "line fill-late line-1"] * 2  # legend, drawing
    assert len(list(of_class(drawn, "circle", "dot"))) == 3
    assert not list(of_class(drawn, "text", "total"))  # one line alone has its last value written


def test_without_a_value_nothing_is_drawn() -> None:
    assert not charts.line(SAID, ONE, [], references=[TWO_MONTHS])
    assert not charts.line(SAID, ONE, years((None,), (None,)), references=[TWO_MONTHS])
    assert charts.line(SAID, ONE, years((0,)))


def test_a_broken_line_leads_to_a_hollow_dot_in_a_time_that_is_not_over() -> None:
    bars = years((70,), (90,), (50,))
    bars[-1] = bars[-1]._replace(partial=True)
    drawn = read(charts.line(SAID, ONE, bars))
    assert ["partial" in one.attrib["class"] for one in of_class(drawn, "circle", "dot")] == [
        True,  # that of the legend
        False,
        False,
        True,
    ]
    lines = [
        one.attrib["d"] for one in of_class(drawn, "path", "line") if "M0" not in one.attrib["d"]
    ]
    assert [one.count("L") for one in lines] == [1, 1]
    assert lines[0].split("L")[1] == lines[1].removeprefix("M").split("L")[0]


def test_no_line_leads_to_such_a_dot_over_a_year_without_a_value() -> None:
    bars = years((70,), (None,), (50,))
    bars[-1] = bars[-1]._replace(partial=True)
    drawn = read(charts.line(SAID, ONE, bars))
    assert [one.attrib["d"] for one in of_class(drawn, "path", "partial")] == ["M0 6H10"]


def test_a_reference_is_drawn_where_it_held() -> None:
    held = charts.Reference(31, "Un mois", ((0, 0.5), (1, 2)))
    drawn = read(charts.line(SAID, ONE, years((61,), (122,)), references=[held]))
    dots = [number(dot, "cx") for dot in of_class(drawn, "circle", "dot")]
    _, mark = of_class(drawn, "path", "reference")
    spans = re.findall(r"M([\d.]+) [\d.]+H([\d.]+)", mark.attrib["d"])
    (begin, end), (again, last) = [(float(one), float(other)) for one, other in spans]
    assert begin < dots[0] == pytest.approx(end, abs=0.1)
    assert end < again < dots[1] < last == 640


def test_hostile_names_stay_text() -> None:
    series = (charts.Series(HOSTILE, "fill-accent"),)
    references = [charts.Reference(61, HOSTILE)]
    bars = [charts.Bar(HOSTILE, (3,))]
    drawn = charts.line(SAID, series, bars, unit=HOSTILE, references=references)
    assert "<script" not in drawn
    assert HOSTILE in said(read(drawn))
