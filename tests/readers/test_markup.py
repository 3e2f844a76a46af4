"""Mark-up to plain text: nothing lost, nothing left, the quick way and the parser's way alike."""

import html
import re
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions_rdf.readers import _characters
from questions_rdf.readers._markup import plain_label, plain_text, sanitised_html

SIGNS = "aé1 \n\t\u00a0.;&'\"«»€"
TAGS = "<p>|</p>|<br>|<br/>|</br>|<em>|</em>|<strong>|</strong>|<i>|</i>|<a name=PG1>|</a>|<span>|</span>|<sup>|</sup>".split(
    "|"
)
SIMPLE = st.lists(
    st.one_of(
        st.text(SIGNS, max_size=6),
        st.sampled_from([*TAGS, '<p align="CENTER">', "&amp;", "&#8364;", "&nbsp;", "&lt;"]),
    ),
    max_size=14,
).map("".join)
ANY_MARKUP = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            [
                *TAGS,
                "<table>",
                "<tr>",
                "<td>",
                '<th rowspan=2">',
                "</table>",
                "<ul>",
                "<li>",
                "<!-- x -->",
                "<script>",
                "</script>",
                "<",
                ">",
                "</",
                "<!",
                "&#0;",
                "&#1;",
                "&#xD800;",
                "&#xFFFE;",
                "&#x1F;",
                "&",
                "<h1>",
            ]
        ),
    ),
    max_size=12,
).map("".join)


def _by_the_parser(text: str) -> str:
    """What the parser makes of a text that the quick way would take: a comment is not for that."""
    return plain_text(f"<!-- -->{text}")


@given(SIMPLE)
@settings(deadline=None, max_examples=300)
def test_the_quick_way_gives_what_the_parser_gives(text: str) -> None:
    assert plain_text(text) == _by_the_parser(text)


@given(ANY_MARKUP)
@settings(deadline=None, max_examples=300)
def test_plain_text_is_tidy_and_legal(text: str) -> None:
    plain = plain_text(_characters.without_illegal(text)[0])
    assert not _characters.ILLEGAL.search(plain)
    assert "\n\n\n" not in plain
    assert plain == plain.strip(" \n")


@given(
    st.lists(
        st.sampled_from(
            [
                *TAGS,
                "mot",
                " ",
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "<!-- x -->",
                "<h2>",
                "<ul>",
                "<li>",
                "<img src=x onerror=y>",
            ]
        ),
        max_size=14,
    ).map("".join)
)
@settings(deadline=None, max_examples=200)
def test_no_tag_survives_and_no_word_is_lost(text: str) -> None:
    plain = plain_text(text)
    assert "<" not in plain
    assert len(re.findall("mot", plain)) == len(re.findall("mot", text))


@given(ANY_MARKUP)
@settings(deadline=None, max_examples=200)
def test_sanitised_mark_up_holds_nothing_active(text: str) -> None:
    clean = sanitised_html(
        "<table><tr><td>x</td></tr></table>" + _characters.without_illegal(text)[0]
    )
    assert clean is not None
    assert not _characters.ILLEGAL.search(clean)
    assert not re.search(
        r"<(?!/?(?:table|caption|thead|tbody|tfoot|tr|th|td|ul|ol|li|p|br|em|strong|i|b|u|sup|sub)\b)",
        clean,
    )


@given(st.text())
def test_a_text_without_mark_up_keeps_its_words(text: str) -> None:
    clean = _characters.without_illegal(text)[0]
    escaped = html.escape(clean, quote=False)
    assert plain_text(escaped).split() == clean.split()


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("un\ndeux\r\ntrois", "un\ndeux\ntrois"),
        ("<em>a</em> fortiori", "a fortiori"),
        ("un<br>deux<br/>trois</br>quatre", "un\ndeux\ntrois\nquatre"),
        ("</p><a name=PG1></a><p>TITRE</p><p>Texte</p>", "TITRE\n\nTexte"),
        ("<p>un\n deux</p>", "un deux"),
        ("12\u00a0500\u00a0&#8364;", "12\u00a0500\u00a0€"),
        ("c&#339;ur &#8211; &amp; &lt;b&gt;", "cœur – & <b>"),
        ("&amp;lt;", "&lt;"),
        ("si a < b et b > c", "si a < b et b > c"),
        ("A & B ; R&D", "A & B ; R&D"),
        ("un taux <seuil et plus", "un taux <seuil et plus"),
        ("coupé ici.</i><b", "coupé ici."),
        ("un taux <seuil, <em>plus</em> bas<p>fin", "un taux <seuil, plus bas\n\nfin"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2<br>3</td></tr></table>fin",
            "a | b\n1 | 2 3\n\nfin",
        ),
        ("x<ul><li>un</li><li>deux</li></ul>y", "x\n\n- un\n- deux\n\ny"),
        ("<script>alert('<p>')</script>texte<style>p{}</style>", "texte"),
        ("<!-- DEBTAB --><div align='center'>x</div><!-- FINTAB -->", "x"),
        ('<table><tr><th rowspan=2">A</th><td>1</td></tr></table>', "A | 1"),
        ("</p>", ""),
        ("", ""),
    ],
)
def test_plain_text(source: str, plain: str) -> None:
    assert plain_text(source) == plain


def test_a_label_is_one_line_without_tags() -> None:
    assert plain_label("Titre &amp; <em>sous-titre</em>") == "Titre & sous-titre"
    assert plain_label("R&D") == "R&D"


@pytest.mark.parametrize("source", ["", "texte", "<p>un</p><br><em>deux</em>", "a < b", "tableau"])
def test_mark_up_that_plain_text_does_not_lose_is_not_kept(source: str) -> None:
    assert sanitised_html(source) is None


@pytest.mark.parametrize(
    "part",
    [
        "<",
        "<b>",
        "<p>",
        "<br>",
        "<div>",
        "<td>",
        "<table>",
        "<font size=1>",
        "</p>",
        "<!--",
        "<!-- -->",
        "&",
        "&#",
        "&#1",
        "<b ",
        "<p><b>",
        " ",
        "\n ",
        "<a>",
        "<ul><li>",
        "<td><!-- -->",
        "<svg>",
        "<ul>",
        "<table><tr><td>",
    ],
)
@pytest.mark.parametrize("opening", ["", "<h1>x"])
def test_two_hundred_kilobytes_of_anything_are_read_at_once(part: str, opening: str) -> None:
    start = time.process_time()
    text = opening + part * (200_000 // len(part))
    plain_text(text)
    sanitised_html(f"<table>{text}")
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<p><font size={n}>x</p>" for n in range(8000)),
        "".join(f"<font size={n}>" for n in range(500)) + "<p>x" * 40_000,
        "".join(f"<p><b id={n}>x</p></i></i>" for n in range(8000)),
    ],
)
def test_tags_that_a_parser_opens_again_and_again_do_not_fill_the_memory(text: str) -> None:
    tracemalloc.start()
    start = time.process_time()
    assert plain_text(text + "<h1>fin").split()[-1] == "fin"
    assert sanitised_html(text + "<ul>") is None
    assert time.process_time() - start < 5
    assert tracemalloc.get_traced_memory()[1] < 100 * 1024 * 1024
    tracemalloc.stop()


def test_a_large_table_is_no_tangle() -> None:
    row = "<tr><td>un</td><td>deux<br></td></tr>"
    table = f"<table>{row * 5000}</table>"
    assert plain_text(table) == "\n".join(["un | deux"] * 5000)
    assert sanitised_html(table) is not None
