"""A figure: the drawing with its source, and the same figures in a table beside it."""

from datetime import date

import pytest

from chart_reading import HOSTILE, ONE, SAID, read, years
from questions_rdf.pages import charts

DAY = date(2026, 11, 22)
REGIONS = {
    "099": (3, "../099.html", "Français établis hors de France"),
    "2A": (1234.5, "2A.html", "Corse-du-Sud"),
    "19": (None, None, "Corrèze"),
}


def cells(drawn: str) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row] for row in read(drawn).iter("tr")]


def test_the_table_has_what_the_columns_show() -> None:
    series = charts.outcomes()
    bars = [*years((1200, 2, None, 4, 0)), charts.Bar("2021", (1, 1, 1, 1, 1), "2021 (à ce jour)")]
    beside = charts.table("Année", series, bars)
    made = charts.figure(SAID, charts.columns(SAID, series, bars), beside)
    assert cells(made) == [
        ["Année", *(one.label for one in series)],
        ["2020", "1\u202f200", "2", "–", "4", "0"],
        ["2021 (à ce jour)", "1", "1", "1", "1", "1"],
    ]


def test_the_table_of_a_map_has_its_links_in_the_order_of_codes_those_abroad_last() -> None:
    beside = charts.regions_table("Département", "Délai", REGIONS, digits=1)
    made = charts.figure(SAID, charts.france(SAID, REGIONS, "en"), beside, "en")
    assert cells(made) == [
        ["Département", "Délai"],
        ["Corrèze", "–"],
        ["Corse-du-Sud", "1,234.5"],
        ["Français établis hors de France", "3.0"],
    ]
    rows = list(read(made).iter("tr"))[1:]
    assert [link.get("href") for row in rows for link in row.iter("a")] == [
        "2A.html",
        "../099.html",
    ]
    assert {row[0].get("lang") for row in rows} == {"fr"}  # names are French on English pages too


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "fr",
            "Source\u00a0: Assemblée nationale, Licence Ouverte 2.0, état au 22\u00a0novembre\u00a02026.",
        ),
        (
            "en",
            "Source: Assemblée nationale, Licence Ouverte 2.0, as of 22\u00a0November\u00a02026.",
        ),
    ],
)
def test_a_figure_says_where_it_comes_from_and_of_which_day_it_is(lang: str, expected: str) -> None:
    drawing = charts.line(SAID, ONE, years((3,)), lang)
    made = read(charts.figure(SAID, drawing, charts.Table([], []), lang, as_of=DAY))
    assert expected in ["".join(one.itertext()) for one in made.iter("p")]


def test_where_nothing_could_be_drawn_the_table_is_open() -> None:
    nothing = charts.line(SAID, ONE, years((None,)))
    made = charts.figure(SAID, nothing, charts.table("Année", ONE, years((None,))))
    assert "<details open>" in made
    assert "<svg" not in made
    drawn = charts.line(SAID, ONE, years((1,)))
    assert "<details>" in charts.figure(SAID, drawn, charts.table("Année", ONE, years((1,))))


def test_hostile_names_stay_text() -> None:
    caption = charts.Caption("a", HOSTILE, HOSTILE)
    rows = [charts.Row(HOSTILE, [1], f'"{HOSTILE}')]
    made = charts.figure(caption, charts.legend(ONE), charts.Table([HOSTILE, HOSTILE], rows))
    assert "<script" not in made
    assert cells(made) == [[HOSTILE, HOSTILE], [HOSTILE, "1"]]
