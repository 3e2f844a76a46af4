"""The map: every place with its value and its page, five shades, what is unknown is hatched."""

import re
import xml.etree.ElementTree as ET
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart_reading import HOSTILE, SAID, SVG, of_class, read, said
from questions_rdf.pages import charts
from questions_rdf.pages.assets import vendored
from questions_rdf.pages.charts._classes import shades
from questions_rdf.pages.charts._outlines import outlines
from questions_rdf.reference.departements import departements

OVERSEAS = {"971", "972", "973", "974", "975", "976", "977", "986", "987", "988", "099"}
ALL = {
    code: charts.Region(rank * 3 % 50, f"departement/{code}.html", one.libelle)
    for rank, (code, one) in enumerate(departements().items())
    if code != "978"  # of senators only
}


def test_the_map_and_the_squares_are_the_places_of_the_ontology() -> None:
    assert outlines().keys() | OVERSEAS == ALL.keys()
    assert len(outlines()) == 96


def test_every_place_says_its_name_and_value_and_leads_to_its_page() -> None:
    drawn = read(charts.france(SAID, ALL, unit="questions"))
    links = {
        link.attrib["href"]: " ".join((title.text or "").split())
        for link in drawn.iter(f"{SVG}a")
        for title in link.iter(f"{SVG}title")
    }
    assert links == {one.href: f"{one.label} : {one.value} questions" for one in ALL.values()}


def test_links_of_the_map_are_not_stops_of_the_keyboard_and_the_description_says_where_they_are() -> (
    None
):
    drawn = read(charts.france(SAID, ALL))
    assert {link.get("tabindex") for link in drawn.iter(f"{SVG}a")} == {"-1"}
    (described,) = drawn.iter(f"{SVG}desc")
    assert (described.text or "").startswith("Une colonne par année. Chaque territoire mène")
    assert "dans le tableau" in (described.text or "")


def test_a_place_without_a_value_is_hatched_and_in_the_legend() -> None:
    some = {"01": ALL["01"], "29": ALL["29"]._replace(value=None)}
    drawn = read(charts.france(SAID, some))
    absent = list(of_class(drawn, "path", "absent")) + list(of_class(drawn, "rect", "absent"))
    # Three shapes around Paris are drawn twice, as is Paris; one stands in the legend.
    assert len(absent) == 96 - 1 + 4 + len(OVERSEAS) + 1
    assert {one.get("fill") for one in absent} == {"url(#questions-none)"}
    assert "Finistère\u00a0: pas de donnée" in said(drawn)
    assert "Guadeloupe\u00a0: pas de donnée" in said(drawn)
    full = "".join(read(charts.france(SAID, ALL)).itertext())
    assert "pas de donnée" not in full


def test_nothing_that_is_given_is_left_out() -> None:
    drawn = read(charts.france(SAID, ALL | {"20": (4, "departement/20.html", "Corse")}))
    assert "Corse\u00a0: 4" in said(drawn)


def test_paris_and_its_neighbours_are_drawn_twice() -> None:
    names = said(read(charts.france(SAID, ALL)))
    twice = {name for name in names if names.count(name) == 2}
    assert {name.partition("\u00a0: ")[0] for name in twice} == {
        ALL[code].label for code in ("75", "92", "93", "94")
    }


def test_the_legend_shows_what_is_in_each_class() -> None:
    drawn = read(charts.france(SAID, ALL, "en", unit="%", digits=1, breaks=[10, 20.5, 40]))
    entries = ["".join(entry.itertext()) for entry in drawn.iter("li")]
    assert entries == ["0.0 – 9.0%", "10.0 – 20.0%", "21.0 – 39.0%", "40.0 – 49.0%"]


def test_without_any_value_there_is_no_map() -> None:
    assert not charts.france(SAID, {})
    assert not charts.france(SAID, {"01": (None, None, "Ain")})


def test_it_says_whose_map_it_is_and_under_what_licence() -> None:
    (stated,) = [one for one in vendored() if one.folder == "departements"]
    for lang in ("fr", "en"):
        drawn = charts.france(SAID, ALL, lang)
        assert stated.facts["author"] in drawn
        assert stated.facts["repository"] in drawn
        assert "https://creativecommons.org/licenses/by/4.0/" in drawn
    assert stated.facts["licence"] == "CC-BY-4.0"
    assert "LICENSE.md" in stated.found


def test_hostile_names_and_addresses_stay_text() -> None:
    drawn = charts.france(SAID, {"01": (1, f'"{HOSTILE}', HOSTILE), "xyz": (2, "#", HOSTILE)})
    assert "<script" not in drawn
    assert f"{HOSTILE}\u00a0: 1" in said(read(drawn))


def test_the_order_of_what_is_given_does_not_matter() -> None:
    assert charts.france(SAID, ALL) == charts.france(SAID, dict(reversed(ALL.items())))


def test_rounded_outlines_are_within_a_tenth_of_the_map() -> None:
    for code in ("75", "2A", "29", "26"):
        published, ours = corners(original(code)), corners(outlines()[code])
        assert len(ours) > 10
        for x, y in ours:
            assert any(abs(x / 10 - u) < 0.06 and abs(y / 10 - v) < 0.06 for u, v in published)
    assert sum(map(len, outlines().values())) < 75_000


def original(code: str) -> str:
    """The outline as it was published."""
    path = charts.__path__[0] + "/../geometry/departements/france.departments.svg"
    found = ET.parse(path).find(f".//{SVG}path[@id='{code}']")  # noqa: S314  (it is ours)
    assert found is not None
    return found.attrib["d"]


def corners(path: str) -> list[tuple[float, float]]:
    """The points of a path of relative lines; those of ours begin each ring where it is."""
    found: list[tuple[float, float]] = []
    begin = (0.0, 0.0)
    for ring in re.findall(r"[mM][^mM]*", path):
        numbers = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", ring)]
        steps = list(zip(numbers[::2], numbers[1::2], strict=True))
        if ring[0] == "m":
            steps[0] = (steps[0][0] + begin[0], steps[0][1] + begin[1])
        points = list(accumulate(steps, lambda at, by: (at[0] + by[0], at[1] + by[1])))
        found, begin = found + points, points[0]
    return found


# -- Classes --------------------------------------------------------------------------------------


@given(st.lists(st.integers(-50, 10_000), min_size=1, max_size=120))
def test_every_value_is_in_one_class_of_five_at_most_darker_for_more(values: list[int]) -> None:
    found = shades(values)
    assert 1 <= len(found) <= 5
    assert [one.shade for one in found] == sorted({one.shade for one in found})
    for value in values:
        assert len([one for one in found if one.low <= value <= one.high]) == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([7], [(7, 7, 3)]),
        ([1, 1, 9], [(1, 1, 1), (9, 9, 5)]),
        ([0] * 90 + [1, 2, 3, 4, 5], [(0, 0, 1), (1, 1, 2), (2, 2, 3), (3, 3, 4), (4, 5, 5)]),
        (list(range(10)), [(0, 1, 1), (2, 3, 2), (4, 5, 3), (6, 7, 4), (8, 9, 5)]),
    ],
)
def test_classes_have_as_many_values_each(
    values: list[int], expected: list[tuple[int, int, int]]
) -> None:
    assert shades(values) == expected
