"""The pages of resources: valid HTML, no broken link, nothing missing, text stays text."""

import functools
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from html import escape, unescape
from pathlib import Path

import html5rdf
import msgspec
import pyoxigraph as ox
import pytest

from built import BASE
from described_data import (
    AS_OF,
    OPENDATA,
    pages,
    path_of,
    statements,
    store_of,
    store_of_corpus,
    store_of_real_records,
    store_of_seeds,
)
from questions_rdf.pages.resource import frame_of, resource_page
from questions_rdf.query_files.library import Language
from questions_rdf.resources import Description, Kind, described, lists
from questions_rdf.resources.places import ONTOLOGY, document, path
from questions_rdf.resources.statements import Literal

LANGUAGES: tuple[Language, ...] = ("fr", "en")
GOLDEN = {
    "question.fr.html": ("question/QANR5L17QE201", "fr"),
    "question.en.html": ("question/QANR5L17QE205", "en"),
    "personne.fr.html": ("acteur/PA900001", "fr"),
    "ministere.fr.html": ("organe/PO900083", "fr"),
}
HOSTILE = "</script><script>alert(1)</script>\"'&<b onmouseover=x>{{ 7*7 }}"
QUOTED = msgspec.json.encode(HOSTILE).decode()
HOSTILE_PAGE = f"""
<question/QANR5L17QE1> a qp:QuestionEcrite, qp:Question, schema:Question ;
    dcterms:title {QUOTED}@fr ; schema:text {QUOTED}@fr ; qp:analyse {QUOTED}@fr ;
    qp:texteHTML {QUOTED}^^rdf:HTML ; qp:numero {QUOTED} ; qp:pageJO "x" ;
    qp:datePublication "hier"^^xsd:date ; qp:statut qp:EnAttente ; qp:echeance {QUOTED} ;
    foaf:page <javascript:alert(1)> ; qp:auteur <acteur/PA1> ; qp:statut <urn:x:nothing> ;
    qp:citeLoi <javascript:alert(2)> ;
    qp:evenement <question/QANR5L17QE1#signalement-1> ; qp:reponse <question/QANR5L17QE1#reponse> .
<question/QANR5L17QE1#signalement-1> a qp:Signalement ; qp:date {QUOTED} ; schema:text {QUOTED} .
<question/QANR5L17QE1#reponse> a qp:Reponse ; schema:text {QUOTED}@fr ; qp:retardJours "-1"^^xsd:integer .
<acteur/PA1> a foaf:Person ; foaf:name {QUOTED} ; foaf:page <javascript:alert(3)> .
<mandat/PM1> a org:Membership ; org:member <acteur/PA1> ; qp:causeFin {QUOTED}@fr .
"""


def root_of(page: Description) -> str:
    where = path(page.iri, BASE)
    assert where
    return "../" * where.count("/")


def made(page: Description, language: Language = "fr") -> str:
    return resource_page(page, language, root_of(page))


def the(store: ox.Store, name: str, as_of: date | None = AS_OF) -> Description:
    page = described(store, BASE + name, BASE, as_of)
    assert page
    return page


@functools.cache
def sites() -> dict[str, str]:
    """Every page of the seeds, of the corpus and of the ontology, in both languages, by its path."""
    found = {}
    for name, store in (("seeds", store_of_seeds()), ("corpus", store_of_corpus())):
        ontology = described(store, ONTOLOGY, BASE, AS_OF)
        assert ontology
        for page in (*pages(store).values(), ontology):
            for language, suffix in zip(LANGUAGES, (".html", ".en.html"), strict=True):
                found[f"{name}/{path(page.iri, BASE)}{suffix}"] = made(page, language)
    return found


def text_of(html: str) -> str:
    """What can be read on a page."""
    return unescape(re.sub(r"<[^>]*>", "", html))


# ---- All pages


def test_every_page_is_valid_html() -> None:
    assert len(sites()) > 150
    for name, html in sites().items():
        if not name.startswith("corpus/def."):  # once is enough for so long a page
            html5rdf.HTMLParser(strict=True).parse(html)
        ids = re.findall(r'\bid="([^"]*)"', html)
        assert len(ids) == len(set(ids)), name
        assert html.count("<h1") == 1, name


def test_no_link_between_the_pages_is_broken() -> None:
    places = {name: set(re.findall(r'\bid="([^"]*)"', html)) for name, html in sites().items()}
    checked = 0
    for name, html in sites().items():
        for href in re.findall(r'<a [^>]*href="([^"]*)"', html):
            if re.match(r"https?:", href) or re.search(r"\.(ttl|jsonld|nt)$", href):
                continue
            where, _, fragment = unescape(href).partition("#")
            target = Path(name).parent / where if where else Path(name)
            resolved = _normalised(target.as_posix())
            assert resolved in places, f"{name}: {href}"
            assert not fragment or fragment in places[resolved], f"{name}: {href}"
            checked += 1
    assert checked > 2000


def _normalised(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


@pytest.mark.parametrize("store", [store_of_seeds, store_of_corpus])
def test_every_statement_can_be_read_on_its_page(store: Callable[[], ox.Store]) -> None:
    for page in pages(store()).values():
        html = made(page)
        shown = text_of(html)
        for one in page.statements:
            assert one.subject in shown
            if isinstance(one.value, Literal) and not one.value.datatype.endswith("#date"):
                assert one.value.value in shown, one
            if isinstance(one.value, Literal) and one.value.datatype.endswith("#date"):
                assert f'<time datetime="{one.value.value}">' in html


def test_a_page_has_neither_script_nor_style_inside_and_loads_only_style() -> None:
    for html in sites().values():
        assert not re.search(r"<style|<iframe|<img|<object|\bon\w+=|\bstyle=|javascript:", html)
        assert re.findall(r"<script[^>]*>", html) == ['<script type="application/ld+json">']
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]*)">', html)
        assert [one.lstrip("./") for one in sheets] == [
            "assets/style.css",
            "assets/resource/resource.css",
            "assets/site/site.css",
        ]
        assert "default-src &#39;none&#39;" in html


def test_the_sheets_that_pages_load_are_files_of_ours() -> None:
    folder = Path(resource_page.__code__.co_filename).parent
    assert (folder / "files/resource/resource.css").is_file()
    assert "@import" not in (folder / "files/resource/resource.css").read_text(encoding="utf-8")


# ---- What pages say


@pytest.mark.parametrize("name", GOLDEN)
def test_a_page_is_as_it_was_read_last(name: str, *, rewrite_golden: bool) -> None:
    resource, language = GOLDEN[name]
    page = the(store_of_corpus(), resource, date(2026, 11, 17))
    html = made(page, language)  # type: ignore[arg-type]
    golden = path_of(name)
    if rewrite_golden:
        golden.write_text(html, encoding="utf-8")
    assert html == golden.read_text(encoding="utf-8")


def test_a_page_says_its_addresses_its_licence_and_its_other_forms() -> None:
    html = made(the(store_of_seeds(), "question/QANR5L17QE2621"))
    here = "../question/QANR5L17QE2621"
    assert f'<link rel="canonical" href="{BASE}question/QANR5L17QE2621">' in html
    for end, media in (
        ("ttl", "text/turtle"),
        ("jsonld", "application/ld+json"),
        ("nt", "application/n-triples"),
    ):
        assert f'<link rel="alternate" type="{media}" href="{here}.{end}"' in html
        assert f'<a href="{here}.{end}" type="{media}">' in html
    assert f'hreflang="en" href="{here}.en.html"' in html
    assert (
        '<link rel="license" href="https://www.etalab.gouv.fr/licence-ouverte-open-licence">'
        in html
    )


def test_search_engines_are_told_the_question_with_its_answer() -> None:
    page = the(store_of_seeds(), "question/QANR5L17QE2621")
    block = re.findall(r'<script type="application/ld\+json">(.*?)</script>', made(page))[0]
    said = msgspec.json.decode(block)
    assert said["@type"] == "Question"
    assert said["name"] == page.values("http://purl.org/dc/terms/title")[0]
    assert said["text"] == page.values("https://schema.org/text")[0]
    assert said["author"]["name"] == "Danielle Brulebois"
    answer = said["acceptedAnswer"]
    assert answer["datePublished"] == "2025-04-22"
    assert answer["text"] == page.values("https://schema.org/text", f"{page.iri}#reponse")[0]


@pytest.mark.parametrize(
    ("as_of", "french", "english"),
    [
        (
            date(2026, 3, 24),
            "En attente depuis 0 jour au 24 mars 2026, 61 jours avant l'échéance",
            "Pending for 0 days as of 24 March 2026, 61 days before the deadline",
        ),
        (
            date(2026, 5, 24),
            "En attente depuis 61 jours au 24 mai 2026, 0 jour avant l'échéance",
            "Pending for 61 days as of 24 May 2026, 0 days before the deadline",
        ),
        (
            date(2026, 5, 25),
            "En attente depuis 62 jours au 25 mai 2026, échéance dépassée de 1 jour",
            "Pending for 62 days as of 25 May 2026, overdue by 1 day",
        ),
        (date(2026, 3, 23), "En attente", "Pending"),
        (None, "En attente", "Pending"),
    ],
)
def test_how_long_a_question_waits_depends_on_the_day_of_the_data_alone(
    as_of: date | None, french: str, english: str
) -> None:
    page = the(store_of_seeds(), "question/QANR5L17QE13811", as_of)
    assert page.as_of == as_of
    assert state(made(page, "fr")) == french.lower()
    assert state(made(page, "en")) == english.lower()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "QANR5L17QE2621",
            "Répondue le 22 avril 2025, au bout de 140 jours, avec 78 jours de retard",
        ),
        ("QANR5L16QE13927", "Caduque le 11 juin 2024"),
    ],
)
def test_what_became_of_a_question_is_said_in_words(name: str, expected: str) -> None:
    assert state(made(the(store_of_seeds(), f"question/{name}"))) == expected.lower()


def state(html: str) -> str:
    found = re.search(r'<p class="state[^>]*>(.*?)</p>', html, re.DOTALL)
    assert found
    words = " ".join(text_of(found[1]).replace("\u00a0", " ").split())
    return words.replace(" ,", ",").lower()


def test_the_timeline_is_in_the_order_of_the_procedure() -> None:
    html = made(the(store_of_seeds(), "question/QANR5L17QE2621"))
    timeline = html[html.index('<ol class="timeline">') :]
    places = re.findall(r'<li id="([\w-]+)" class="\w+">', timeline)
    assert places == [
        "publication",
        "attribution-sans-date",
        "signalement-2025-02-17",
        "publication-reponse",
    ]


def test_french_texts_are_marked_on_an_english_page_and_labels_are_english() -> None:
    html = made(the(store_of_seeds(), "question/QANR5L17QE2621"), "en")
    assert '<html lang="en">' in html
    assert '<h1 lang="fr">' in html
    assert '<div class="prose" lang="fr">' in html
    assert "<dt>author</dt>" in html
    assert "<dt>auteur</dt>" not in html


def test_french_names_are_marked_in_the_table_of_everything_too() -> None:
    page = the(store_of_seeds(), "question/QANR5L17QE2621")
    for language, mark in (("en", ' lang="fr"'), ("fr", "")):
        html = made(page, language)  # type: ignore[arg-type]
        table = html[html.index('<details class="all">') :]
        name = "Santé et accès aux soins"
        assert re.findall(f"<dd([^>]*)><a [^>]*>{name}</a></dd>", table)[0] == mark
        assert re.findall("<dd([^>]*)><a [^>]*>(?:written question|question écrite)</a>", table)[
            0
        ] == ("")


def test_links_lead_to_the_pages_of_the_language() -> None:
    page = the(store_of_seeds(), "question/QANR5L17QE2621")
    assert 'href="/acteur/nom/17-39-danielle-brulebois.html"' in resource_page(page, "fr", "/")
    assert 'href="/acteur/nom/17-39-danielle-brulebois.en.html"' in resource_page(page, "en", "/")


def test_a_question_that_the_data_does_not_have_is_named_but_not_linked() -> None:
    store = store_of(
        "<question/QANR5L17QE1> a qp:QuestionEcrite, qp:Question ; qp:rappelle <question/QANR5L17QE7> ."
    )
    html = made(the(store, "question/QANR5L17QE1"))
    assert "question/QANR5L17QE7" in text_of(html)
    assert "QANR5L17QE7.html" not in html


# ---- Who a deputy is

STANDING = """
<acteur/PA1> a foaf:Person ; foaf:name "Ada Roux" .
<circonscription/01-01> a qp:Circonscription ; rdfs:label "Ain (1re circonscription)"@fr .
<circonscription/75-02> a qp:Circonscription ; rdfs:label "Paris (2e circonscription)"@fr .
<organe/PO1> a qp:GroupePolitique ; skos:prefLabel "Premier groupe"@fr .
<organe/PO2> a qp:GroupePolitique ; skos:prefLabel "Second groupe"@fr .
<mandat/PM2> a org:Membership ; org:member <acteur/PA1> ; qp:debut "2024-07-07"^^xsd:date ;
    qp:circonscription <circonscription/75-02> %s .
<mandat/PM1> a org:Membership ; org:member <acteur/PA1> ; qp:debut "2022-06-19"^^xsd:date ;
    qp:fin "2024-06-09"^^xsd:date ; qp:circonscription <circonscription/01-01> .
<question/QANR5L17QE1> a qp:QuestionEcrite, qp:Question ; qp:auteur <acteur/PA1> ;
    qp:datePublication "2025-03-04"^^xsd:date ; qp:groupeALaDate <organe/PO2> .
<question/QANR5L16QE2> a qp:QuestionEcrite, qp:Question ; qp:auteur <acteur/PA1> ;
    qp:datePublication "2023-03-07"^^xsd:date ; qp:groupeALaDate <organe/PO1> .
"""


@pytest.mark.parametrize(
    ("end", "since"),
    [
        ("", "depuis le 7 juillet 2024"),
        ('; qp:fin "2025-09-30"^^xsd:date', "7 juillet 2024 – 30 septembre 2025"),
    ],
)
def test_the_last_seat_and_group_of_a_deputy_stand_below_the_name(end: str, since: str) -> None:
    html = made(the(store_of(STANDING % end), "acteur/PA1"))
    found = re.search(r'</h1>\n<p class="standing">(.*?)</p>', html)
    assert found
    assert text_of(found[1]).replace("\u00a0", " ") == (
        f"Paris (2e circonscription) {since} Second groupe à sa dernière question, le 4 mars 2025"
    )
    assert 'href="../circonscription/75-02.html"' in found[1]
    assert 'href="../organe/PO2.html"' in found[1]


@pytest.mark.parametrize("name", ["acteur/PA1", "organe/PO1"])
def test_nothing_is_said_of_a_seat_that_is_not_known(name: str) -> None:
    said = '<acteur/PA1> a foaf:Person ; foaf:name "A" . <organe/PO1> a qp:GroupePolitique .'
    assert 'class="standing"' not in made(the(store_of(said), name))


# ---- Tables and lists of a text

MARKED = """
<question/QANR5L14QE1> a qp:QuestionEcrite, qp:Question ; schema:text "Combien ?"@fr ;
    qp:reponse <question/QANR5L14QE1#reponse> .
<question/QANR5L14QE1#reponse> a qp:Reponse ; schema:text "Ainsi :\\n\\nAn | Prix\\n2012 | 4"@fr ;
    qp:texteHTML %s^^rdf:HTML .
"""
TABLE = "Ainsi :<table><tbody><tr><th>An</th><th>Prix</th></tr><tr><td>2012</td><td>4</td></tr></tbody></table>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_of_an_answer_is_a_table_that_the_keyboard_can_scroll(language: Language) -> None:
    page = the(store_of(MARKED % msgspec.json.encode(TABLE).decode()), "question/QANR5L14QE1")
    html = made(page, language)
    html5rdf.HTMLParser(strict=True).parse(html)
    name = "Réponse, tableau 1" if language == "fr" else "Answer, table 1"
    assert f'<div class="wide" role="region" aria-label="{name}"' in html
    assert "<thead>\n<tr><th>An</th><th>Prix</th></tr>" in html
    assert '<td class="figure">4</td>' in html
    texts = html[html.index("<main") : html.index('<aside class="further"')]
    assert "2012 | 4" not in texts
    assert "2012 | 4" in html  # among all data


@pytest.mark.parametrize("html", [HOSTILE, TABLE + "<img src=x>", TABLE.replace("4", "5")])
def test_mark_up_that_cannot_be_trusted_leaves_the_plain_text(html: str) -> None:
    page = the(store_of(MARKED % msgspec.json.encode(html).decode()), "question/QANR5L14QE1")
    shown = made(page)
    html5rdf.HTMLParser(strict=True).parse(shown)
    assert "<p>An | Prix\n2012 | 4</p>" in shown
    assert "<table" not in shown
    assert "<img" not in shown


# ---- What words mean


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        ("QANR5L16QE13927", "fr", {"caduque": "Caduque", "ministère attributaire": "ministereAttributaire", "caducité": "Caducite"}),
        ("QANR5L17QE2621", "en", {"flagging by a group president": "Signalement", "ministry asked": "ministereInterroge", "due date": "echeance"}),
    ],
)  # fmt: skip
def test_the_words_of_the_procedure_lead_to_what_they_mean(
    name: str, language: Language, words: dict[str, str]
) -> None:
    page = the(store_of_seeds(), f"question/{name}")
    end = "" if language == "fr" else ".en"
    framed = resource_page(page, language, "../", frame=frame_of(page, language))
    for html, place in ((made(page, language), "def"), (framed, "glossaire")):
        links = dict(re.findall(r'<a class="word" href="([^"]*)">([^<]*)</a>', html))
        found = {word: address for address, word in links.items()}
        for word, anchor in words.items():
            assert found[word] == f"../{place}{end}.html#{anchor}"


def test_a_code_of_the_source_is_shown_where_no_words_are_and_says_what_it_is() -> None:
    closed = """
    <question/QANR5L16QE1> a qp:QuestionEcrite, qp:Question ;
        qp:evenement <question/QANR5L16QE1#cloture> .
    <question/QANR5L16QE1#cloture> a qp:Cloture, qp:Evenement ; qp:codeCloture "REP_PUB" %s ."""
    coded, told = (
        made(the(store_of(closed % more), "question/QANR5L16QE1"))
        for more in ("", '; qp:motifCloture "Réponse publiée"@fr')
    )
    timeline = r'<ol class="timeline">(.*?)</ol>'
    (alone,) = re.findall(timeline, coded, re.DOTALL)
    assert 'def.html#codeCloture">code de clôture</a>\u00a0: <code>REP_PUB</code>' in alone
    (in_words,) = re.findall(timeline, told, re.DOTALL)
    assert "Réponse publiée" in in_words
    assert "REP_PUB" not in in_words


# ---- Lists


def test_the_lists_of_a_question_name_joint_similar_and_recalling_questions() -> None:
    page = the(store_of_corpus(), "question/QANR5L17QE201")
    names = {one.name: [line.question for line in one.lines] for one in page.listings}
    assert names == {
        "reponses-communes": [f"{BASE}question/QANR5L17QE202"],
        "questions-similaires": [f"{BASE}question/QANR5L17QE202"],
        "questions-qui-rappellent": [f"{BASE}question/QANR5L17QE204"],
    }


def test_the_figures_of_a_person_are_those_of_the_questions() -> None:
    for page in pages(store_of_corpus()).values():
        if page.kind is Kind.PERSONNE and page.figures:
            (latest,) = (one for one in page.listings if one.name == "questions-recentes")
            assert page.figures.total == latest.total == len(latest.lines)
            assert sum(count for _, count in page.figures.statuts) == latest.total
            assert page.figures.tardives == sum(1 for one in latest.lines if one.retard)
            dates = [one.publication for one in latest.lines if one.publication]
            assert dates == sorted(dates, reverse=True)


def many_questions() -> ox.Store:
    """Thirty questions on thirty days, on each of which the Journal officiel appeared."""
    said = ['<rubrique/r> a skos:Concept ; skos:prefLabel "R"@fr .']
    for n in range(1, 31):
        day = f'"{date(2025, 1, 1) + timedelta(n)}"^^xsd:date'
        said.append(
            f"<question/QANR5L17QE{n}> a qp:QuestionEcrite, qp:Question ; qp:numero {n} ; "
            f'qp:statut qp:EnAttente ; dcterms:title "T{n}"@fr ; qp:rubrique <rubrique/r> ; '
            f"qp:datePublication {day} . "
            f"<jo/questions-an/{n}> a schema:PublicationIssue ; schema:datePublished {day} ."
        )
    return store_of("\n".join(said))


@pytest.mark.parametrize("few", [3000, 0])
def test_the_newest_are_found_among_few_as_among_many(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "_FEW", few)
    page = the(many_questions(), "rubrique/r")
    (latest,) = page.listings
    assert [one.titre for one in latest.lines] == [f"T{n}" for n in range(30, 10, -1)]
    assert latest.total == 30
    assert page.figures
    assert page.figures.statuts == ((f"{BASE}def#EnAttente", 30),)


def test_a_list_that_is_cut_says_so_and_leads_to_all_of_it() -> None:
    store = many_questions()
    page = the(store, "rubrique/r")
    (latest,) = page.listings
    assert (latest.total, len(latest.lines)) == (30, 20)
    assert [one.titre for one in latest.lines[:2]] == ["T30", "T29"]
    assert "20 sur 30" in text_of(made(page))
    html = resource_page(page, "fr", "/", endpoint="/sparql")
    query = re.findall(r'href="/sparql\?query=([^"]*)"', html)[0]
    assert re.fullmatch(r"(?:[\w.~-]|%[0-9A-F]{2})+", query)
    everything = re.sub("%([0-9A-F]{2})", lambda one: chr(int(one[1], 16)), query)
    assert len(list(store.query(everything))) == 30  # type: ignore[arg-type]


# ---- Hostile data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["question/QANR5L17QE1", "acteur/PA1"])
def test_hostile_texts_stay_text(name: str, language: Language) -> None:
    html = made(the(store_of(HOSTILE_PAGE), name), language)
    html5rdf.HTMLParser(strict=True).parse(html)
    assert html.count("<script") == html.count("</script>") == 1
    assert "<b onmouseover" not in html
    assert escape(HOSTILE, quote=False).partition('"')[0] in html
    assert "{{ 7*7 }}" in html
    block = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)[0]
    assert msgspec.json.decode(block)["name"] == HOSTILE


@pytest.mark.parametrize("name", ["question/QANR5L17QE1", "acteur/PA1"])
def test_an_address_that_is_code_is_no_link(name: str) -> None:
    html = made(the(store_of(HOSTILE_PAGE), name))
    assert "javascript:alert" in text_of(html)
    assert 'href="javascript' not in html


@pytest.mark.skipif(not OPENDATA.is_dir(), reason="the real records are not at hand")
def test_pages_of_real_records_are_valid_html() -> None:
    kinds: dict[Kind, int] = {}
    for page in list(pages_of_real_records()):
        kinds[page.kind] = kinds.get(page.kind, 0) + 1
        for language in LANGUAGES:
            html5rdf.HTMLParser(strict=True).parse(made(page, language))
    assert len(kinds) >= 9


def pages_of_real_records() -> list[Description]:
    """Some pages of each kind of address."""
    store = store_of_real_records()
    by_start: dict[str, list[str]] = {}
    for iri in sorted({document(one.subject.value) for one in statements(store)}):  # type: ignore[union-attr]
        by_start.setdefault(iri.removeprefix(BASE).partition("/")[0], []).append(iri)
    chosen = [iri for found in by_start.values() for iri in found[:: len(found) // 6 + 1]]
    return [page for iri in chosen if (page := described(store, iri, BASE, AS_OF))]


# ---- On the site


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_the_site_has_its_frame_around_it(language: Language) -> None:
    page = the(store_of_seeds(), "question/QANR5L17QE2621")
    feeds = (("Danielle Brulebois", "../acteur/nom/17-39-danielle-brulebois.atom"),)
    frame = frame_of(page, language, section="deputes", feeds=feeds)
    html = resource_page(page, language, frame.root, frame=frame)
    html5rdf.HTMLParser(strict=True).parse(html)
    ending = ".html" if language == "fr" else ".en.html"
    assert f'<a class="brand" href="../index{ending}">' in html
    assert f'<li><a href="../deputes{ending}" aria-current="true">' in html
    assert '<link rel="alternate" type="application/atom+xml" href="../acteur/nom/17' in html
    assert f'<link rel="canonical" href="{page.iri}">' in html
    assert re.findall(r'<a href="\S+?\.(\w+)" type="[^"]*">', html) == ["ttl", "jsonld", "atom"]


def test_the_frame_changes_nothing_of_the_page_itself() -> None:
    page = the(store_of_corpus(), "question/QANR5L17QE201")
    alone, framed = made(page), resource_page(page, "fr", "../", frame=frame_of(page, "fr"))
    assert main(alone).replace("../def.html#", "../") == re.sub(
        r"\.\./(?:def|glossaire)\.html#", "../", main(framed)
    )


def main(html: str) -> str:
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    assert found
    return found[0]


def test_a_resource_without_a_path_has_no_frame() -> None:
    page = the(store_of_seeds(), "question/QANR5L17QE2621")
    with pytest.raises(ValueError, match="no place"):
        frame_of(replace(page, iri="https://example.org/x"), "fr")
