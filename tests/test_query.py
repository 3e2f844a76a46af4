"""The example queries and their answers, on the embedded store and on rdflib.

The first ones are asked of the seeds, or of the corpus of the rules, the others of the twelve
questions of ``tests/queries/corpus``, small enough to work every answer out by hand.
"""

import csv
import io
import re
import statistics
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from built import BASE, QP, ROOT, corpus_of_queries, seeds
from questions_rdf import query as engine
from questions_rdf.data_files import data_files
from questions_rdf.errors import UnreadableInputError, UsageError
from questions_rdf.query_files import library

QUERIES = sorted((ROOT / "queries").glob("*.rq"))
STORE = engine.loaded([seeds()[0] / "questions.nt"])
ABOUT_THE_REFERENCE = {"groupes", "portefeuilles"}
ABOUT_THE_SEEDS = {
    "changements-attribution",
    "circonscriptions",
    "clotures",
    "questions",
    "questions-en-attente",
    "reponses-tardives",
    "signalements",
}
VALUES = {
    "echeances": {"du": "2026-11-01", "au": "2026-12-05"},
    "parution": {"jour": "2025-01-21"},
    "question-complete": {"question": "QANR5L17QG301"},
    "questions-citant-une-loi": {"texte": "2021 1539"},
    "questions-d-un-depute": {"depute": "zoe PATRON"},
    "rappel-d-une-parution": {"parution": "2024-10-01"},
}
"""What is asked of the corpus, where the default is about something else."""


def expected(name: str) -> list[list[str]]:
    text = (ROOT / "tests/queries" / f"{name}.expected.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text)))


def data_of(name: str) -> tuple[Path, ...]:
    """The files that a query is asked of."""
    if name in ABOUT_THE_SEEDS:
        return (seeds()[0] / "questions.nt",)
    if name in ABOUT_THE_REFERENCE:
        return (ROOT / "tests/shapes/pass.ttl",)
    return corpus_of_queries()


@cache
def store_of(files: tuple[Path, ...]) -> ox.Store:
    return engine.loaded(files)


@cache
def graph_of(files: tuple[Path, ...]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in files:
        graph.parse(file)
    return graph


def on_the_store(name: str, values: dict[str, str]) -> list[list[str]]:
    text = library.named(name).bound(values)
    found = engine.serialised(engine.run(store_of(data_of(name)), text), "csv").decode()
    return list(csv.reader(io.StringIO(found)))


def on_rdflib(name: str, values: dict[str, str]) -> list[list[str]]:
    data = graph_of(data_of(name)).query(library.named(name).bound(values)).serialize(format="csv")
    assert data is not None
    return list(csv.reader(io.StringIO(data.decode())))


def test_every_query_has_an_expected_answer_and_the_other_way_round() -> None:
    answers = {path.name.partition(".")[0] for path in (ROOT / "tests/queries").glob("*.csv")}
    assert len(QUERIES) >= 40
    assert {path.stem for path in QUERIES} == answers


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_embedded_store_gives_the_expected_rows(path: Path, rewrite_golden: bool) -> None:
    rows = on_the_store(path.stem, VALUES.get(path.stem, {}))
    if rewrite_golden:
        answer = ROOT / "tests/queries" / f"{path.stem}.expected.csv"
        with answer.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(rows)
    assert rows == expected(path.stem)
    assert len(rows) > 1


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_rdflib_gives_the_same_rows(path: Path) -> None:
    assert on_rdflib(path.stem, VALUES.get(path.stem, {})) == expected(path.stem)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_file_runs_as_it_stands(path: Path) -> None:
    name, text = path.stem, path.read_text(encoding="utf-8")
    as_it_stands = engine.serialised(engine.run(store_of(data_of(name)), text), "csv").decode()
    assert list(csv.reader(io.StringIO(as_it_stands))) == on_the_store(name, {})


@pytest.mark.parametrize(
    ("jour", "numeros"),
    [
        ("2022-09-12", []),  # their last day
        ("2022-09-30", ["102", "103"]),
        ("2022-10-04", []),  # the day of both answers
        ("2024-01-20", []),  # 104 was withdrawn before its deadline
        ("2024-06-08", ["106", "105"]),
        ("2024-06-11", []),  # 106 was closed, and 105 lapsed with the legislature
        ("2024-12-20", ["203", "201", "202"]),
        ("2025-01-20", ["203", "201", "202"]),
        ("2025-01-21", ["203"]),
        ("2026-12-07", ["203", "205", "204"]),
    ],
)
def test_the_reminder_list_of_a_day_holds_what_was_open_and_overdue_then(
    jour: str, numeros: list[str]
) -> None:
    for ask in (on_the_store, on_rdflib):
        rows = ask("rappel", {"jour": jour})
        assert [row[2] for row in rows[1:]] == numeros


@pytest.mark.parametrize(
    ("parution", "numeros"),
    [
        ("2022-07-12", ["102"]),  # 101 was answered in time
        ("2023-11-14", []),  # withdrawn in time
        ("2024-10-16", []),
        ("2024-10-15", ["202"]),
    ],
)
def test_of_an_issue_those_are_recalled_that_were_unanswered_at_their_deadline(
    parution: str, numeros: list[str]
) -> None:
    for ask in (on_the_store, on_rdflib):
        rows = ask("rappel-d-une-parution", {"parution": parution})
        assert [row[2] for row in rows[1:]] == numeros


@pytest.mark.parametrize(
    ("mot", "numeros"),
    [
        ("asalee", ["101", "201", "301", "204"]),
        ("ASALÉE", ["101", "201", "301", "204"]),
        ("d'Asalée", ["301", "204"]),  # with either apostrophe
        ("dispositif", ["201"]),  # in the title only
        ("infirmieres", ["101"]),
        ("reconduit", []),  # in an answer to a written question
        (".*", None),
        ("a.*b", []),
    ],
)
def test_a_word_is_found_in_any_spelling(mot: str, numeros: list[str] | None) -> None:
    for ask in (on_the_store, on_rdflib):
        if numeros is None:
            with pytest.raises(UsageError, match="at least one letter"):
                ask("questions-sur-un-mot", {"mot": mot})
        else:
            rows = ask("questions-sur-un-mot", {"mot": mot})
            assert [row[1] for row in rows[1:]] == numeros


def test_a_parameter_that_is_left_open_answers_for_all() -> None:
    for ask in (on_the_store, on_rdflib):
        everything = ask("questions-a-un-ministere", {"legislature": ""})
        only = ask("questions-a-un-ministere", {"legislature": "17"})
        assert everything == expected("questions-a-un-ministere")
        assert only[1:] == [row for row in everything[1:] if row[0] == "17"]
        assert 0 < len(only) < len(everything)


def test_a_campaign_has_as_many_authors_as_asked_for() -> None:
    for ask in (on_the_store, on_rdflib):
        assert len(ask("campagnes", {"minimum": "1"})) == 3
        assert len(ask("campagnes", {"minimum": "3"})) == 1


def delays(days: list[int]) -> str:
    """Answers of one ministry after so many days."""
    answers = "".join(
        f"<q{number}> qp:legislature <l> ; qp:reponse <r{number}> .\n"
        f"<r{number}> a qp:Reponse ; qp:repondA <q{number}> ; qp:ministere <m> ;"
        f" qp:delaiJours {delay} .\n"
        for number, delay in enumerate(days)
    )
    prefixes = f"@prefix qp: <{QP}> .\n@base <{BASE}> .\n"
    return f"{prefixes}<l> a qp:Legislature ; qp:numero 17 .\n{answers}"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=25))
def test_the_median_is_the_median(days: list[int]) -> None:
    store = ox.Store()
    store.load(delays(days).encode(), format=ox.RdfFormat.TURTLE)
    found = engine.serialised(engine.run(store, library.named("delai-median").text), "csv")
    (row,) = csv.DictReader(found.decode().splitlines())
    assert float(row["mediane"]) == statistics.median(days)
    assert int(row["reponses"]) == len(days)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_no_query_adds_a_duration_to_a_variable(path: Path) -> None:
    """Oxigraph answers nothing to that."""
    assert not re.search(r"(?i)duration", path.read_text(encoding="utf-8"))


def test_the_ontology_stands_apart_from_the_data() -> None:
    rows = engine.run(STORE, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    assert isinstance(rows, ox.QuerySolutions)
    assert engine.solutions(rows, "").rows == [["395"]]
    labels = engine.run(
        STORE,
        "SELECT ?label WHERE { ?q qp:numero 13811 ; qp:statut ?s . "
        "GRAPH <https://w3id.org/questions-parlementaires/def> "
        "{ ?s skos:prefLabel ?label FILTER(LANG(?label) = 'fr') } }",
    )
    assert isinstance(labels, ox.QuerySolutions)
    assert len(engine.solutions(labels, "").rows) == 1


@pytest.mark.parametrize("name", ["ttl", "jsonld", "nt"])
def test_a_construct_comes_out_as_triples(name: str) -> None:
    results = engine.run(STORE, "CONSTRUCT WHERE { ?q a qp:Question ; qp:numero ?n }")
    assert engine.kind(results) == "triples"
    formats = {
        "ttl": ox.RdfFormat.TURTLE,
        "jsonld": ox.RdfFormat.JSON_LD,
        "nt": ox.RdfFormat.N_TRIPLES,
    }
    assert len(list(ox.parse(engine.serialised(results, name), format=formats[name]))) == 10


def test_an_ask_has_an_answer_in_the_formats_of_rows() -> None:
    results = engine.run(STORE, "ASK { ?q qp:numero 2621 }")
    assert engine.serialised(results, "json") == b'{"head":{},"boolean":true}'


@pytest.mark.parametrize(
    ("query", "name"),
    [("SELECT * WHERE { ?s qp:numero ?o }", "ttl"), ("CONSTRUCT WHERE { ?s qp:numero ?o }", "csv")],
)
def test_a_format_that_does_not_fit_is_refused(query: str, name: str) -> None:
    with pytest.raises(UsageError, match="use one of"):
        engine.serialised(engine.run(STORE, query), name)


@pytest.mark.parametrize("text", ["SELEC", "SELECT * WHERE { ?s nope:x ?o }", "INSERT DATA { }"])
def test_what_is_no_query_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(UsageError) as refusal:
        engine.run(STORE, text)
    assert "\n" not in str(refusal.value)


def test_a_folder_without_data_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="build it first"):
        data_files(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        'ASK { ?s ?p """ " """ . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } # "',
        "ASK { ?s ?p dcterms:a\\#b . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { ?s ?p 1SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_no_spelling_calls_another_server(text: str) -> None:
    with pytest.raises(UsageError, match="SERVICE would call another server"):
        engine.run(STORE, text)
