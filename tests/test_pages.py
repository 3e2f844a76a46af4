"""Pages: what is put into them stays text, what is missing is an error, nothing is loaded."""

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from datetime import date

import jinja2
import pytest

from questions_rdf.pages import _environment, charts, render


def page(text: str, **values: object) -> str:
    """A page with ``text`` as its main part."""
    source = (
        '{% extends "base.html" %}{% block title %}T{% endblock %}'
        f"{{% block main %}}{text}{{% endblock %}}"
    )
    return _environment._environment("fr").from_string(source).render(**values)  # noqa: SLF001


def test_hostile_text_stays_text() -> None:
    made = page("<p>{{ titre }}</p>", titre="<script>alert('x')</script> & \"y\"")
    assert "<script" not in made
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &#34;y&#34;" in made


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError, match="titre"):
        page("{{ titre }}")


def test_the_style_inside_is_the_only_one_that_the_browser_may_use() -> None:
    made = page("<p>x</p>")
    style = re.findall(r"<style>(.*?)</style>", made, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in made
    assert not re.search(r"""\b(?:src|style|on\w+)\s*=""", made)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr", "1er\u00a0mars\u00a02024 – 12\u202f345,7 –"),
        ("en", "1\u00a0March\u00a02024 – 12,345.7 –"),
    ],
)
def test_days_and_numbers_are_written_as_the_language_does(lang: str, expected: str) -> None:
    template = _environment._environment(lang).from_string(  # noqa: SLF001
        "{{ day(first) }} {{ day(none) }} {{ number(12345.67, 1) }} {{ number(none) }}"
    )
    assert template.render(first=date(2024, 3, 1), none=None) == expected


@pytest.mark.parametrize(("lang", "expected"), [("fr", "un mot, deux"), ("en", "one word, two")])
def test_a_word_is_chosen_by_the_language_wherever_it_stands(lang: str, expected: str) -> None:
    template = _environment._environment(lang).from_string(  # noqa: SLF001
        """{{ say("un mot", 'one word') }}, {{ say("deux" if many else "un", "two") }}"""
    )
    assert template.render(many=True) == expected


def test_a_page_says_its_language() -> None:
    with pytest.raises(jinja2.TemplateNotFound):
        render("no-such.html")
    assert '<html lang="fr">' in page("x")


# -- Charts ---------------------------------------------------------------------------------------

SVG = "{http://www.w3.org/2000/svg}"
SAID = charts.Caption("a", "T", "D")
TWO = (charts.Series("à temps", "fill-good"), charts.Series("en retard", "fill-late"))
HOSTILE = 'Mer <script>alert("x")</script> & pêche'


def drawings(label: str, values: list[float | None]) -> dict[str, str]:
    """One chart of each kind."""
    bars = [charts.Bar(label, values)]
    return {
        "stacked": charts.stacked_bars(SAID, TWO, bars, alone=True),
        "dots": charts.dots(SAID, TWO, bars, alone=True),
        "curve": charts.curve(SAID, [(10, 0.5)], marks=[(5, label)], alone=True),
    }


@pytest.mark.parametrize("kind", ["stacked", "dots", "curve"])
def test_a_chart_is_well_formed_and_described_whatever_it_is_given(kind: str) -> None:
    hostile: list[tuple[str, list[float | None]]] = [
        (HOSTILE, [3.0, 1.0]),
        ("", [None, None]),
        ("x" * 500, [0.0, 1e9]),
    ]
    for label, values in hostile:
        drawn = ET.fromstring(drawings(label, values)[kind])  # noqa: S314  (it is ours)
        assert drawn.get("role") == "img"
        named = {element.get("id"): element.text for element in drawn.iter() if element.get("id")}
        assert named == {"a-title": "T", "a-desc": "D"}
        assert drawn.get("aria-labelledby") == "a-title a-desc"
        assert not list(drawn.iter(f"{SVG}script"))


def test_the_pieces_of_a_bar_are_its_shares() -> None:
    drawn = ET.fromstring(drawings("Mer", [3, 1])["stacked"])  # noqa: S314  (it is ours)
    widths = [
        float(piece.get("width", "0"))
        for piece in drawn.iter(f"{SVG}rect")
        if "piece" in piece.get("class", "")
    ]
    assert widths == [330, 110]
    assert "75\u00a0%" in ["".join(text.itertext()) for text in drawn.iter(f"{SVG}text")]


def test_a_long_name_is_cut_before_what_tells_it_from_others() -> None:
    name = "Transition écologique et cohésion des territoires (Borne)"
    drawn = ET.fromstring(drawings(name, [3, 1])["stacked"])  # noqa: S314  (it is ours)
    labels = ["".join(text.itertext()) for text in drawn.iter(f"{SVG}text")]
    assert "Transition écologique et… (Borne)" in [label.strip() for label in labels]


def test_a_chart_in_a_page_has_no_style_of_its_own() -> None:
    made = charts.stacked_bars(SAID, TWO, [charts.Bar("Mer", [1, 1])])
    assert "<style" not in made
    assert not re.search(r"\bstyle=", made)
