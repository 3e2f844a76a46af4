"""Tables and lists of a text on a page: what the build kept of them, and nothing else."""

import re
import time

import html5rdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.pages._marked_text import Items, Paragraph, marked_text, shown_text
from questions_rdf.pages._tables import Cell, Table, arranged
from questions_rdf.readers._markup import plain_text, sanitised_html

TAGS = "table caption thead tbody tfoot tr th td ul ol li p br em strong i b u sup sub".split()
SHOWN = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "p"} | {
    "br", "em", "strong", "sup", "sub",
}  # fmt: skip
ATTRIBUTES = re.compile(
    r'(?: class="(?:prose|wide|figure)"| role="region"| aria-label="Réponse, tableau \d+"'
    r' tabindex="0"| (?:col|row)span="\d+")*'
)


def parts_of(source: str) -> list[object] | None:
    """What a page shows of a text of the open data, as the readers keep it."""
    html = sanitised_html(source)
    assert html is not None
    found = marked_text(html, plain_text(source))
    return None if found is None else list(found)


def row(*cells: str) -> list[Cell]:
    return [Cell(one) for one in cells]


# ---- What is shown


def test_a_text_with_a_table_has_its_paragraphs_and_the_table() -> None:
    assert parts_of(
        "Voici les prix :<table><tr><th>Année<th>Prix</tr><tr><td>2024<td>1&nbsp;200,50</tr></table>"
        "<p>Soit <b>plus</b><br>qu'avant.</p><br><br>Fin."
    ) == [
        Paragraph("Voici les prix :"),
        Table(
            "",
            [[Cell("Année", heads=True), Cell("Prix", heads=True)]],
            [row("2024", "1\u00a0200,50")],
        ),
        Paragraph("Soit <strong>plus</strong><br>qu&#39;avant."),
        Paragraph("Fin."),
    ]


def test_lists_are_lists_and_what_stands_in_them_is_lines() -> None:
    assert parts_of("Deux points :<ol><li>un<ul><li>dedans</ul><li>m<sup>2</sup></ol>") == [
        Paragraph("Deux points :"),
        Items("ol", ["un<br>dedans", "m<sup>2</sup>"]),
    ]


def test_a_table_in_a_table_is_lines_of_its_cell() -> None:
    found = parts_of("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>")
    assert found
    table = found[0]
    assert isinstance(table, Table)
    assert [one.html for one in table.rows[0]] == ["a<br>b<br>c", "d"]


def test_figures_are_told_from_words() -> None:
    shown = shown_text(
        [Table("", [], [row("1\u00a0200,5", "-3 %", "pas de marché", "2 000 €", "")])],
        "Réponse",
        "fr",
    )
    assert re.findall(r'<td( class="figure")?>', shown) == [' class="figure"'] * 2 + [
        "", ' class="figure"', "",
    ]  # fmt: skip


def test_on_an_english_page_the_text_is_french_and_the_name_of_the_table_is_not() -> None:
    shown = shown_text([Table("", [], [row("a")])], "Answer 2", "en")
    assert '<div class="prose" lang="fr">' in shown
    assert 'role="region" aria-label="Answer 2, table 1" lang="en" tabindex="0"' in shown
    assert '<table lang="fr">' in shown


# ---- What is not trusted


@pytest.mark.parametrize(
    "html",
    [
        "a<script>alert(1)</script>",
        "<table onclick=x><tr><td>a</td></tr></table>",
        '<table><tr><td style="x">a</td></tr></table>',
        '<table><tr><td colspan="99999">a</td></tr></table>',
        '<ul><li><a href="javascript:x">a</a></li></ul>',
        "<ul><li>a</li></ul><!-- -->",
        "<ul><li>a</li></ul><UL>",
        "<table><tr><td>a</td></tr>",
        "<ul><li>a</li></ol>",
        "</table>a",
        "<table>a<tr><td></td></tr></table>",
        "<td>a</td><table><td>b</td></table>",
        "<ul>a</ul>",
        "a<b",
        "a > b",
    ],
)
def test_what_a_build_does_not_write_is_not_shown_as_mark_up(html: str) -> None:
    assert marked_text(html, re.sub(r"<[^>]*>", " ", html)) is None


@pytest.mark.parametrize("plain", ["un deux trois", "un", "", "deux un"])
def test_mark_up_that_says_other_words_than_the_text_is_not_shown(plain: str) -> None:
    html = "<ul><li>un</li><li>deux</li></ul>"
    assert marked_text(html, plain) is None
    assert marked_text(html, "- un\n- deux") == [Items("ul", ["un", "deux"])]


WORDS = st.sampled_from(
    ["un", "deux ", " trois", "&lt;script&gt;", "&amp;", "<", '"', "12,5", "\n"]
)
TAG = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["", "", "/"]),
    st.sampled_from([*TAGS, "script", "img", "a"]),
    st.sampled_from(["", "", ' colspan="2"', ' rowspan="3"', ' rowspan="0"', " onclick=x"]),
)


@given(st.lists(st.one_of(WORDS, TAG), max_size=60).map("".join))
def test_only_the_tags_of_a_page_come_out_and_the_words_of_the_text(source: str) -> None:
    for html, plain in (
        (source, re.sub(r"<[^>]*>", " ", source)),
        (sanitised_html(source) or "", plain_text(source)),
    ):
        parts = marked_text(html, plain)
        if parts is None:
            continue
        shown = str(shown_text(parts, "Réponse", "fr"))
        for tag, attributes in re.findall(r"</?([a-zA-Z0-9]+)([^>]*)>", shown):
            assert tag in SHOWN
            assert ATTRIBUTES.fullmatch(attributes), attributes
        assert shown.count("<") == len(re.findall(r"</?[a-z0-9]+[^<>]*>", shown))
        html5rdf.HTMLParser(strict=True).parse(f"<!DOCTYPE html><title>x</title>{shown}")
        words = re.sub(r"</?(?:em|strong|sup|sub)>", "", shown)
        words = html5rdf.parseFragment(re.sub(r"<[^>]*>", " ", words)).text or ""
        assert re.findall(r"\w+", words) == re.findall(r"\w+", plain)


# ---- Tables


CELLS = st.builds(
    Cell, st.sampled_from(["", "a", "1"]), st.booleans(), st.integers(1, 5), st.integers(0, 4)
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6))
def test_cells_of_a_table_fill_it_and_none_lies_over_another(rows: list[list[Cell]]) -> None:
    table = arranged(rows, "")
    assert table is not None
    shown = [*table.head, *table.rows]
    words = [one.html for line in rows for one in line if one.html]
    assert [one.html for line in shown for one in line if one.html] == words
    taken: set[tuple[int, int]] = set()
    for y, line in enumerate(shown):
        x = 0
        for cell in line:
            while (x, y) in taken:
                x += 1
            places = {(x + i, y + j) for i in range(cell.colspan) for j in range(cell.rowspan)}
            assert not places & taken
            taken |= places
    width = max((x for x, _ in taken), default=-1) + 1
    assert len(taken) == width * len(shown)
    assert all(line for line in shown)
    ends = [y + cell.rowspan for y, line in enumerate(table.head) for cell in line]
    assert max(ends, default=0) <= len(table.head)
    assert not table.head or table.rows


def test_a_table_too_wide_or_too_long_is_none() -> None:
    assert arranged([[Cell("x")] * 61], "") is None
    assert arranged([row("x")] * 5001, "") is None
    assert arranged([row(*"x" * 50)] * 1001, "") is None


# ---- Hostile texts


@pytest.mark.parametrize(
    "piece",
    ["<table>", "<tr>", "<table><tr><td>", "<b>", "<ul><li>", "</ul>", "&lt;", "<", "<br>", " x "],
)
def test_no_text_takes_long(piece: str) -> None:
    begin = time.perf_counter()
    html = piece * (10_000_000 // len(piece))
    marked_text(html, "x")
    marked_text(f"<table><tr><td>{html[:900_000]}</td></tr></table>", "x")
    assert time.perf_counter() - begin < 10
