"""The example queries and their answers, on the embedded store and on rdflib.

They are asked of the seeds; those about the reference data, which the seeds lack, of the corpus of
the rules.
"""

import csv
import io
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from built import ROOT, seeds
from questions_rdf import query as engine
from questions_rdf.data_files import data_files
from questions_rdf.errors import UnreadableInputError, UsageError

QUERIES = sorted((ROOT / "queries").glob("*.rq"))
STORE = engine.loaded([seeds()[0] / "questions.nt"])
GRAPH = rdflib.Graph().parse(seeds()[0] / "questions.ttl")
ABOUT_THE_REFERENCE = {"groupes", "portefeuilles"}
CORPUS = ROOT / "tests/shapes/pass.ttl"
REFERENCE_STORE = engine.loaded([CORPUS])
REFERENCE_GRAPH = rdflib.Graph().parse(CORPUS)


def expected(name: str) -> list[list[str]]:
    text = (ROOT / "tests/queries" / f"{name}.expected.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text)))


def test_every_query_has_an_expected_answer_and_the_other_way_round() -> None:
    answers = {path.name.partition(".")[0] for path in (ROOT / "tests/queries").glob("*.csv")}
    assert len(QUERIES) >= 9
    assert {path.stem for path in QUERIES} == answers


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_embedded_store_gives_the_expected_rows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    store = REFERENCE_STORE if path.stem in ABOUT_THE_REFERENCE else STORE
    found = engine.serialised(engine.run(store, text), "csv").decode()
    rows = list(csv.reader(io.StringIO(found)))
    assert rows == expected(path.stem)
    assert len(rows) > 1


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_rdflib_gives_the_same_rows(path: Path) -> None:
    graph = REFERENCE_GRAPH if path.stem in ABOUT_THE_REFERENCE else GRAPH
    result = graph.query(path.read_text(encoding="utf-8"))
    data = result.serialize(format="csv")
    assert data is not None
    assert list(csv.reader(io.StringIO(data.decode()))) == expected(path.stem)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_says_what_it_asks_in_french_and_english(path: Path) -> None:
    french, english, *_ = path.read_text(encoding="utf-8").splitlines()
    assert french.startswith("# ")
    assert english.startswith("# ")


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
