"""One drawing of each kind as it was looked at last; `--rewrite-golden` writes them anew."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup

from chart_reading import ONE, SAID, read, years
from questions_rdf.pages import charts

GOLDEN = Path(__file__).parent / "golden"
UNFINISHED = {"fr": "2026, jusqu'au 28 juillet 2026", "en": "2026, until 28 July 2026"}
ROWS = ((30, 50, 0, 0, 20), (25, 40, 0, 1, 14), (10, 2, 30, 18, 0))


def columns(lang: str) -> Markup:
    series = charts.outcomes(lang)
    bars = years(*ROWS, first=2024)
    bars[-1] = bars[-1]._replace(full=UNFINISHED[lang], partial=True)
    drawn = charts.columns(SAID, series, bars, lang)
    day = date(2026, 11, 22)
    return charts.figure(SAID, drawn, charts.table("Année", series, bars), lang, as_of=day)


def line(lang: str) -> Markup:
    bars = years((70,), (None,), (90,), (75,), (48.5,), first=2022)
    bars[-1] = bars[-1]._replace(full=UNFINISHED[lang], partial=True)
    references = [charts.Reference(31, "1", ((0, 0.95),)), charts.Reference(61, "2", ((0.95, 5),))]
    return charts.line(SAID, ONE, bars, lang, unit="jours", references=references)


def share(lang: str) -> Markup:
    return charts.share_bar(charts.outcomes(lang), ROWS[2], lang, name="Santé")


def spark(_lang: str) -> Markup:
    return charts.spark([3, 5, None, 4, 9], "De 3 à 9 questions par an")


def france(lang: str) -> Markup:
    regions = {
        "01": (3, "departement/01.html", "Ain"),
        "2A": (12, "departement/2A.html", "Corse-du-Sud"),
        "75": (40, "departement/75.html", "Paris"),
        "974": (7, "departement/974.html", "Réunion"),
        "099": (9, "departement/099.html", "Français établis hors de France"),
    }
    return charts.france(SAID, regions, lang, unit="questions")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "kind", [columns, line, share, spark, france], ids=lambda one: one.__name__
)
def test_a_drawing_is_as_it_was_looked_at_last(
    kind: Callable[[str], Markup], lang: str, *, rewrite_golden: bool
) -> None:
    drawn = kind(lang)
    read(drawn)  # well-formed
    assert not re.search(r"\b(?:style|on\w+)\s*=", drawn)  # the policy of pages forbids both
    assert kind(lang) == drawn
    text = f"{short(drawn)}\n"
    golden = GOLDEN / f"{kind.__name__}.{lang}.html"
    if rewrite_golden:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def short(drawn: str) -> str:
    """Without the outlines of the map, which have a test of their own."""
    return re.sub(r' d="M[^"]{60,}"', ' d="…"', drawn)
