"""The documentation of a site holds every term, rule, query, table and code of the project's files."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import parse_qs, urlsplit

import html5rdf
import msgspec
import pyoxigraph as ox
import pytest

from built import BASE, ROOT, seeds
from described_data import FORMATS, store_of, store_of_seeds
from documented import (
    ENDPOINT,
    OTHER_PAGES,
    SITE,
    documentation,
    examples_of_seeds,
    page,
    published,
    resolve,
)
from questions_rdf import catalogue, query
from questions_rdf.exports.sheets import SHEETS
from questions_rdf.manifest import Input
from questions_rdf.pages._words import CHAPTERS
from questions_rdf.pages.documentation.dataset import sized
from questions_rdf.prefixes import house_prefixes
from questions_rdf.problems import Code
from questions_rdf.query_files import library
from questions_rdf.query_files.library import Language
from questions_rdf.reference.vocabulaire import terme, termes
from questions_rdf.resources.examples import Examples, as_lines, examples, from_lines, merged
from questions_rdf.resources.places import ONTOLOGY
from questions_rdf.resources.statements import Statement, statements_of
from questions_rdf.site.documentation import queries as asked
from questions_rdf.site.documentation.codes import codes_site_files, rules_site_files
from questions_rdf.site.documentation.dataset import dataset_data_block, dataset_files
from questions_rdf.site.documentation.ontology import ontology, ontology_files
from questions_rdf.site.documentation.publication import Download, Publisher, downloads
from questions_rdf.site.documentation.queries import Asked, answered, queries_files
from questions_rdf.validation.shapes import QPS, load_shapes

SUFFIXES = (".html", ".en.html")
PAGES = sorted(path for path in documentation() if path.endswith(".html"))
HOSTILE = "</script><script>alert(1)</script>\"'&<b onmouseover=x>{{ 7*7 }}"


def ids(html: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'\bid="([^"]*)"', html)]


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def blocks_of_code(html: str) -> list[str]:
    return [
        unescape(one) for one in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", html, re.DOTALL)
    ]


def part(html: str, name: str) -> str:
    """The section of that name, up to the next one."""
    return sections(html)[name]


@cache
def sections(html: str) -> dict[str, str]:
    """Each term, rule or code of a page by its name."""
    found = html.split('<section class="term" id="')[1:]
    return {one.partition('"')[0]: one.partition('"')[2] for one in found}


# ---- All pages


@pytest.mark.parametrize(("language", "suffix"), [("fr", ".html"), ("en", ".en.html")])
def test_the_glossary_has_the_definitions_of_the_ontology_in_plain_words(
    language: Language, suffix: str
) -> None:
    told = sections(page(f"glossaire{suffix}"))
    assert len(told) == sum(len(one.names) for one in CHAPTERS) > 30
    for name, html in told.items():
        term = terme(f"qp:{name}")
        assert text_of(html.partition("<h3>")[2]).startswith(term.name.in_language(language))
        meaning = html.partition("<p>")[2].partition("</p>")[0]
        assert "qp:" not in text_of(meaning)
        plain = re.sub(
            r"qp:\w+",
            lambda one: terme(one[0]).name.in_language(language),
            term.definition.in_language(language),
        )
        assert text_of(meaning) == plain
        assert f'href="def{suffix}#{name}"' in html


def test_no_word_of_the_glossary_means_two_things() -> None:
    for language in ("fr", "en"):
        names = [
            terme(f"qp:{name}").name.in_language(language) for one in CHAPTERS for name in one.names
        ]
        assert len(names) == len(set(names))


def test_each_page_stands_in_both_languages() -> None:
    stems = {path.removesuffix(".html").removesuffix(".en") for path in PAGES}
    assert {stem + suffix for stem in stems for suffix in SUFFIXES} == set(PAGES)
    assert stems == {
        "documentation", "glossaire", "dataset", "def", "formes", "codes", "dictionnaire", "requetes",
        *(f"requetes/{one.name}" for one in library.library()),
    }  # fmt: skip


@pytest.mark.parametrize("path", [one for one in PAGES if not one.startswith("requetes/")])
def test_a_page_is_valid_html(path: str) -> None:
    if path.startswith("formes."):  # the parser takes its time; the start says enough
        html = re.sub(
            r'(?s)(<section class="term".*?</section>\n)(<section class="term".*?</section>\n)+',
            r"\1",
            page(path),
        )
    else:
        html = page(path)
    html5rdf.HTMLParser(strict=True).parse(html)


def test_the_pages_of_queries_are_valid_html() -> None:
    for path in PAGES:
        if path.startswith("requetes/"):
            html5rdf.HTMLParser(strict=True).parse(page(path))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_well_built(path: str) -> None:
    html = page(path)
    found = ids(html)
    assert len(found) == len(set(found))
    levels = [int(one) for one in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert not re.search(r"<style|<iframe|<img|\son\w+=|\sstyle=|javascript:", html)
    assert set(re.findall(r"<script[^>]*>", html)) <= {'<script type="application/ld+json">'}
    assert f'<html lang="{"en" if path.endswith(".en.html") else "fr"}"' in html


def links() -> Iterator[tuple[str, str]]:
    for path in PAGES:
        for href in re.findall(r'<(?:a|link) [^>]*href="([^"]*)"', page(path)):
            yield path, unescape(href)


def test_no_link_is_broken() -> None:
    downloads_of_seeds = {one.path for one in published().downloads}
    places = {path: set(ids(page(path))) for path in PAGES}
    checked = 0
    for path, href in links():
        if re.match(r"https?:|mailto:", href):
            continue
        where, _, fragment = href.partition("#")
        target = os.path.normpath(PurePosixPath(path).parent / where) if where else path
        stem = re.sub(r"(\.en)?\.html$", "", target)
        known = target in documentation() or target in downloads_of_seeds or stem in OTHER_PAGES
        assert known or target.startswith("assets/") or resolve(BASE + stem), f"{path}: {href}"
        assert not fragment or target not in places or fragment in places[target], f"{path}: {href}"
        checked += 1
    assert checked > 3000


def test_the_same_data_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib, sys\nsys.path.insert(0, 'tests')\nfrom documented import documentation\n"
        "for name, content in documentation().items():\n"
        "    print(name, hashlib.sha256(content).hexdigest())\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    made = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    ours = [f"{name} {hashlib.sha256(one).hexdigest()}" for name, one in documentation().items()]
    assert made.stdout.splitlines() == ours


# ---- The ontology


def own_terms() -> list[str]:
    return [iri for iri in termes() if iri.startswith(f"{ONTOLOGY}#")]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_term_is_named_and_defined_in_both_languages(suffix: str) -> None:
    html = page(f"def{suffix}")
    places = set(ids(html))
    assert len(own_terms()) > 100
    for iri in own_terms():
        term = termes()[iri]
        assert iri.partition("#")[2] in places
        if not any(one in term.schemes for one in own_terms()) and not term.definition.fr:
            continue
        shown = text_of(html)
        for said in (term.name.fr, term.name.en, term.definition.fr, term.definition.en):
            assert " ".join(said.split()) in shown, iri


def test_a_property_says_what_it_is_said_of_and_what_it_leads_to() -> None:
    shown = part(page("def.en.html"), "ministereInterroge")
    assert 'href="#Question"' in shown
    assert "said of" in shown


def test_terms_of_others_that_come_close_stand_with_the_difference() -> None:
    shown = part(page("def.html"), "QuestionEcrite")
    assert "http://parliament.uk/ontologies/question-and-answer/ParliamentaryQuestion" in shown
    assert "Plus large : une « parliamentary question »" in unescape(shown)
    assert page("def.html").count(">Ailleurs</h4>") == len(
        {one.subject for one in ontology().statements if one.term.endswith("#seeAlso")}
    )


def data_of_seeds() -> list[Statement]:
    return list(statements_of(ox.parse(path=seeds()[0] / "questions.nt")))


def test_each_term_that_the_data_uses_has_an_example_and_no_other() -> None:
    said = data_of_seeds()
    used = {one.term for one in said} | {one.value for one in said if isinstance(one.value, str)}
    expected = used & set(own_terms())
    assert len(expected) > 50
    assert examples_of_seeds().keys() == expected
    assert page("def.html").count(">Exemple</h4>") == len(expected)


def test_an_example_is_a_statement_of_the_data() -> None:
    data = {quad.triple for quad in ox.parse(path=seeds()[0] / "questions.nt")}
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in house_prefixes().items())
    shown = blocks_of_code(page("def.html"))
    found = set()
    for turtle in shown:
        (quad,) = ox.parse(
            f"@base <{BASE}> .\n{prefixes}{turtle}".encode(), format=ox.RdfFormat.TURTLE
        )
        if not str(quad.object).endswith('…"@fr'):
            assert quad.triple in data, turtle
        found.add(quad.predicate.value)
    assert len(found) > 30


def test_an_example_leads_to_the_page_that_it_stands_on() -> None:
    assert re.search(r'href="question/QANR5L1[67]QE\d+\.html"', part(page("def.html"), "echeance"))
    without = dict(ontology_files(examples_of_seeds(), None))
    assert b'href="question/' not in without["def.html"]


def test_the_first_statement_counts_wherever_the_data_is_cut() -> None:
    said = data_of_seeds()
    whole = examples(said)
    for cut in (1, len(said) // 3, len(said) - 1):
        assert merged([examples(said[:cut]), examples(said[cut:])]) == whole
    for term, statement in whole.items():
        first = next(one for one in said if term in {one.term, one.value})
        assert first == statement


def test_examples_can_be_kept_as_lines() -> None:
    assert from_lines(as_lines(examples_of_seeds())) == examples_of_seeds()


def test_the_graph_of_the_ontology_is_the_same_in_both_forms() -> None:
    found = []
    for form in ("ttl", "jsonld"):
        graph = ox.Dataset(ox.parse(documentation()[f"def.{form}"], format=FORMATS[form]))
        graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        found.append(set(graph))
    assert found[0] == found[1]
    assert len(found[0]) == len(ontology().statements) > 900


# ---- Rules and codes


def rules() -> dict[str, str]:
    known = load_shapes(strict=True).rules | load_shapes(ROOT / "shapes" / "qualite").rules
    return {code: rule.messages.fr for code, rule in known.items()}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_rule_stands_under_its_code_with_what_it_says(suffix: str) -> None:
    html = page(f"formes{suffix}")
    places = set(ids(html))
    assert len(rules()) > 400
    assert rules().keys() <= places
    for code, message in rules().items():
        assert message in text_of(part(html, code)), code
    assert html.count('<section class="term"') == len(rules())


def test_the_turtle_of_a_rule_is_its_shape() -> None:
    html = page("formes.html")
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in house_prefixes().items())
    shapes = {
        str(one.subject)
        for one in ox.parse(documentation()["formes.ttl"], format=ox.RdfFormat.TURTLE)
    }
    turtle = blocks_of_code(html)
    assert len(turtle) == len(rules())
    for code, block in zip(
        re.findall(r'<section class="term" id="([^"]*)">', html), turtle, strict=True
    ):
        said = list(ox.parse(f"{prefixes}{block}".encode(), format=ox.RdfFormat.TURTLE))
        assert f"<{QPS}{code}>" in {str(one.subject) for one in said} & shapes
        assert sum(one.predicate.value.endswith("shacl#message") for one in said) == 2, code


def test_all_shapes_stand_in_one_file() -> None:
    together = ox.Dataset(ox.parse(documentation()["formes.ttl"], format=ox.RdfFormat.TURTLE))
    apart = ox.Dataset()
    for file in sorted((ROOT / "shapes").rglob("*.ttl")):
        for quad in ox.parse(path=file, rename_blank_nodes=True):
            apart.add(quad)
    assert len(together) == len(apart)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_problem_code_stands_with_its_messages_and_hint(suffix: str) -> None:
    html = page(f"codes{suffix}")
    codes = [one for one in vars(catalogue).values() if isinstance(one, Code)]
    assert len(codes) == html.count('<section class="term"') > 60
    for code in codes:
        shown = text_of(part(html, code.code))
        hint = code.hint.in_language("en" if suffix == ".en.html" else "fr")
        for sentence in (code.message.fr, code.message.en, hint):
            assert " ".join(re.sub(r"\{\w+\}", "…", sentence).split()) in shown, code.code


def test_what_was_found_in_this_data_is_counted() -> None:
    found = {"statut-deduit": 25, "reponse-retard-plage": 2}
    counted = msgspec.structs.replace(seeds()[1].problems, by_code=found)
    manifest = msgspec.structs.replace(seeds()[1], problems=counted)
    pages = dict((*codes_site_files(manifest), *rules_site_files(manifest)))
    codes, formes = (pages[f"{name}.html"].decode() for name in ("codes", "formes"))
    assert "Dans ces données : 25" in text_of(part(codes, "statut-deduit"))
    assert "Dans ces données : 2" in text_of(part(formes, "reponse-retard-plage"))
    assert (codes + formes).count("Dans ces données\u00a0:") == len(found)


# ---- Queries


def test_every_query_has_a_page_with_its_words_its_text_and_its_answer() -> None:
    store = store_of_seeds()
    empty = 0
    for file in library.library():
        html = page(f"requetes/{file.name}.en.html")
        words = file.words("en")
        assert f">{words.title}</h1>" in unescape(html)
        assert words.description in unescape(html)
        assert all(word in unescape(html) for word in words.keywords)
        assert all(f"<code>{name}</code>" in html for name in file.parameters)
        text = blocks_of_code(html)[-1]
        found = query.run(store, text, BASE)
        assert isinstance(found, ox.QuerySolutions)
        rows = list(found)
        assert len(re.findall("<tr>", html)) == min(len(rows), asked.SHOWN) + bool(rows)
        assert f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}" in text_of(html)
        empty += not rows
    assert 0 < empty < 25
    titles = [one.words("fr").title for one in library.library()]
    assert all(title in unescape(page("requetes.html")) for title in titles)


def test_a_query_about_a_day_is_asked_for_the_day_of_the_data() -> None:
    as_of = seeds()[1].as_of
    assert f'VALUES ?jour {{ "{as_of}"' in blocks_of_code(page("requetes/rappel.html"))[-1]
    assert f"--param jour={as_of}" in page("requetes/rappel.html")


def test_a_link_opens_the_query_on_the_page_of_the_endpoint() -> None:
    html = page("requetes/reponses-tardives.html")
    (href,) = {one for one in re.findall(r'href="([^"]*)"', html) if one.startswith(ENDPOINT)}
    assert parse_qs(urlsplit(unescape(href)).query)["query"] == [blocks_of_code(html)[-1]]


def test_things_in_an_answer_lead_to_their_pages() -> None:
    text = "SELECT ?q ?d { ?q a qp:Question ; qp:datePublication ?d } ORDER BY ?q"
    file = library.parsed(f"{HEADER.format(title='Toutes')}{text}", "toutes", "here")
    made = dict(queries_files(Asked(store_of_seeds(), resolve=resolve), [file]))
    html = made["requetes/toutes.html"].decode()
    assert 'href="../question/QANR5L17QE2621.html">question/QANR5L17QE2621</a>' in html
    assert '<time datetime="2024-12-03">' in html
    assert "question/QANR5L17QE2621.en.html" in made["requetes/toutes.en.html"].decode()


HEADER = """\
# fr.title = "{title}"
# fr.description = "{title}"
# fr.keywords = ["{title}"]
# en.title = "{title}"
# en.description = "{title}"
# en.keywords = ["{title}"]

"""


def test_of_a_long_answer_the_first_rows_are_shown_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    numbers = " ".join(map(str, range(100)))
    text = f"SELECT ?n {{ VALUES ?n {{ {numbers} }} }} ORDER BY ?n"
    whole = answered(query.empty(), text)
    assert [row[0].text for row in whole.rows if row[0]] == [str(one) for one in range(25)]
    assert (whole.total, whole.counted) == (100, True)
    monkeypatch.setattr(asked, "COUNTED", 60)
    assert answered(query.empty(), text)[2:] == (60, False)
    monkeypatch.setattr(asked, "COUNTED", 100)
    assert answered(query.empty(), text)[2:] == (100, True)


def test_without_a_store_the_pages_say_how_to_ask() -> None:
    made = dict(queries_files(Asked()))
    html = made["requetes/reponses-tardives.html"].decode()
    assert "n'a pas été calculée" in unescape(html)
    assert "questions-rdf query reponses-tardives" in html
    assert "<table" not in html


# ---- Tables


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_column_of_every_table_is_explained(suffix: str) -> None:
    expected = {f"{one.name}.{column.name}" for one in SHEETS.values() for column in one.columns}
    html = page(f"dictionnaire{suffix}")
    assert len(expected) > 150
    assert {one for one in ids(html) if "." in one} == expected
    assert SHEETS.keys() <= set(ids(html))


# ---- The data set


def test_the_page_of_the_data_set_counts_truly() -> None:
    out, manifest = seeds()
    shown = text_of(page("dataset.en.html"))
    assert f"{manifest.classes['qp:Question']} questions" in shown
    assert f"{manifest.triples:,} statements" in shown
    for name, count in manifest.classes.items():
        assert re.search(rf"{re.escape(name)} ?{count:,}(?!\d)", shown), name
    for file in downloads(manifest):
        content = (out / file.name).read_bytes()
        assert f"SHA-256 {hashlib.sha256(content).hexdigest()}" in shown
        assert f'href="telechargements/{file.name}"' in page("dataset.html")
        assert sized(len(content), "en") in unescape(page("dataset.en.html"))


def test_the_sources_are_named_without_the_folders_they_lay_in() -> None:
    of = published()._replace(
        manifest=msgspec.structs.replace(
            seeds()[1],
            inputs=[
                Input("/home/someone/secret/a.zip", 7, "0" * 64, "https://example.org/a.zip"),
                Input("b.zip", 8, "1" * 64, "javascript:alert(1)"),
                *(Input(f"{one}.txt", 1, "2" * 64) for one in range(50)),
            ],
        )
    )
    html = dict(dataset_files(of))["dataset.en.html"].decode()
    assert '<a href="https://example.org/a.zip" rel="external">a.zip</a>' in html
    assert "secret" not in html
    assert "javascript:" not in html
    assert "and 22 further files" in text_of(html)


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ((None, None), []),
        ((date(2026, 11, 10), None), ["10 November 2026", ""]),
    ],
)
def test_the_day_of_a_source_is_said_or_nothing(
    dates: tuple[date | None, date | None], cells: list[str]
) -> None:
    inputs = [Input(f"{n}.zip", 7, "0" * 64, None, one) for n, one in enumerate(dates)]
    of = published()._replace(manifest=msgspec.structs.replace(seeds()[1], inputs=inputs))
    html = dict(dataset_files(of))["dataset.en.html"].decode()
    rows = html[html.index("<caption>Sources</caption>") :].partition("</table>")[0]
    assert rows.count(">Dated</th>") == bool(cells)
    assert [text_of(one) for one in re.findall("<td>(.*?)</td>", rows)] == cells


def test_search_engines_are_told_of_the_data_set() -> None:
    said = msgspec.json.decode(str(dataset_data_block(published(), "en")))
    manifest = seeds()[1]
    assert said["@type"] == "Dataset"
    assert said["@id"] == f"{BASE}dataset"
    assert said["url"] == f"{SITE}dataset.en.html"
    assert {
        one["contentUrl"]: (one["contentSize"], one["sha256"]) for one in said["distribution"]
    } == {
        f"{SITE}telechargements/questions.{form}": (
            f"{manifest.files[f'questions.{form}'].bytes} B",
            manifest.files[f"questions.{form}"].sha256,
        )
        for form in ("ttl", "jsonld", "nt")
    }
    assert str(dataset_data_block(published(), "fr")) in page("dataset.html")


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [
        (0, "0 octets", "0 bytes"),
        (999, "999 octets", "999 bytes"),
        (1_000, "1,0 ko", "1.0 kB"),
        (13_218_961, "13,2 Mo", "13.2 MB"),
        (666_176_861, "666 Mo", "666 MB"),
        (1_499_173_280, "1,5 Go", "1.5 GB"),
    ],
)
def test_a_size_is_said_with_few_digits(count: int, french: str, english: str) -> None:
    assert sized(count, "fr") == french.replace(" ", "\u00a0")
    assert sized(count, "en") == english.replace(" ", "\u00a0")


def test_files_are_known_by_their_names() -> None:
    def told(name: str) -> tuple[str, str | None, bool]:
        one = Download(name, 1, "0" * 64)
        compression = one.compression and one.compression.rpartition("/")[2]
        return one.file_type.rpartition("/")[2], compression, one.is_data

    assert told("questions.ttl") == ("RDF_TURTLE", None, True)
    assert told("questions-0002.nt.gz") == ("RDF_N_TRIPLES", "gzip", True)
    assert told("questions-0001.jsonld.zst") == ("JSON_LD", "zstd", True)
    assert told("questions-0001.manifest.json") == ("JSON", None, False)
    assert told("reponses.csv") == ("CSV", None, True)
    assert told("questions.parquet") == ("PARQUET", None, True)
    assert told("shacl-report.ttl") == ("RDF_TURTLE", None, False)
    assert told("problems.jsonl") == ("JSON", None, False)
    assert told("a.strange") == ("BIN", None, False)


# ---- Hostile text stays text


def hostile_files() -> dict[str, bytes]:
    quoted = msgspec.json.encode(HOSTILE).decode()
    store = store_of(
        f"<question/QANR5L17QE1> a qp:Question ; dcterms:title {quoted}@fr ; foaf:page <javascript:alert(2)> ."
    )
    text = "SELECT ?q ?t ?p { ?q dcterms:title ?t ; foaf:page ?p }"
    file = library.parsed(
        HEADER.format(title=HOSTILE.replace('"', '\\"')) + text, "hostile", "here"
    )
    of = published()._replace(
        manifest=msgspec.structs.replace(seeds()[1], inputs=[Input(HOSTILE, 1, HOSTILE)]),
        downloads=(Download(HOSTILE + ".ttl", 1, HOSTILE),),
        publisher=Publisher(HOSTILE, "https://example.org/"),
    )
    found: Examples = {
        f"{ONTOLOGY}#echeance": next(statements_of(iter(store)))._replace(subject=BASE + "x")
    }
    found = {term: one._replace(value=HOSTILE_LITERAL) for term, one in found.items()}
    return {
        **dict(queries_files(Asked(store), [file])),
        **dict(dataset_files(of)),
        **dict(ontology_files(found, None)),
    }


HOSTILE_LITERAL = next(
    one.value for one in statements_of(iter(store_of(f"<x> rdfs:label {msgspec.json.encode(HOSTILE).decode()} .")))
    if not isinstance(one.value, str) and one.value.value == HOSTILE
)  # fmt: skip


@pytest.mark.parametrize(
    "name", ["requetes/hostile.html", "requetes.en.html", "dataset.html", "def.html"]
)
def test_hostile_text_stays_text(name: str) -> None:
    html = hostile_files()[name].decode()
    assert "<script>alert" not in html
    assert "<b onmouseover" not in html
    assert "49" not in re.findall(r"onmouseover=x&gt;(.*?)&lt;", html)
    assert not re.search(r'href="javascript:', html)
    assert "alert(1)" in text_of(html)
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html):
        msgspec.json.decode(block)
