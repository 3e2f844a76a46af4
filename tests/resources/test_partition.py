"""Each statement stands on one page: none is lost, none stands twice."""

from collections import Counter

import pyoxigraph as ox
import pytest

from built import BASE
from described_data import (
    FORMATS,
    OPENDATA,
    pages,
    parsed,
    statements,
    store_of,
    store_of_corpus,
    store_of_real_records,
    store_of_seeds,
)
from questions_rdf.resources import Place, described, placed, serialised
from questions_rdf.resources.described import held
from questions_rdf.resources.places import ONTOLOGY, at, document, path

ORPHAN = """
<mandat/PM1> a org:Membership ; dcterms:identifier "PM1" .
<question/QANR5L17QE1> a qp:Question ; qp:mandat <mandat/PM1> .
"""
SHARED_DOCUMENT = """
<question/QANR5L17QE1> a qp:Question ; prov:wasDerivedFrom <source/sha256-a> , <source/sha256-b> .
<question/QANR5L17QE2> a qp:Question ; prov:wasDerivedFrom <source/sha256-b> .
<source/sha256-a> a prov:Entity ; dcterms:title "a.json" .
<source/sha256-b> a prov:Entity ; dcterms:title "b.json" .
"""
MANDATE = """
<acteur/PA1> a foaf:Person ; foaf:name "Une Personne" .
<mandat/PM1> a org:Membership ; org:member <acteur/PA2> , <acteur/PA1> , <mandat/PM1> .
<mandat/PM2> a org:Membership ; org:member <acteur/PA3> .
"""


def is_exact(store: ox.Store) -> int:
    """Whether the pages make up the data, in each form; how many pages there are."""
    found: Counter[ox.Triple] = Counter()
    described_pages = pages(store)
    for page in described_pages.values():
        graphs = [parsed(serialised(page, form), form) for form in FORMATS]
        assert graphs[0] == graphs[1] == graphs[2], page.iri
        assert len(graphs[0]) == len(page.statements)
        found.update(graphs[0])
    assert found == Counter(statements(store))
    return len(described_pages)


def test_the_pages_of_the_seeds_are_exactly_the_data() -> None:
    assert is_exact(store_of_seeds()) > 30


def test_the_pages_of_a_corpus_with_reference_data_are_exactly_the_data() -> None:
    assert is_exact(store_of_corpus()) > 50


@pytest.mark.skipif(not OPENDATA.is_dir(), reason="the real records are not at hand")
def test_the_pages_of_real_records_are_exactly_the_data() -> None:
    store = store_of_real_records()
    documents = {document(one.subject.value) for one in statements(store)}  # type: ignore[union-attr]
    places = {place.page for iri in documents if (place := placed(store, iri, BASE))}
    found = Counter(one for page in places for one in held(store, page, BASE))
    assert set(found.values()) == {1}
    assert found.total() == len(statements(store)) > 100_000


@pytest.mark.parametrize(
    ("iri", "page", "anchor"),
    [
        ("question/QANR5L17QE2621", "question/QANR5L17QE2621", None),
        ("question/QANR5L17QE2621#reponse", "question/QANR5L17QE2621", "reponse"),
        ("rubriques", "rubriques", None),
    ],
)
def test_a_part_stands_on_the_page_of_its_document(iri: str, page: str, anchor: str | None) -> None:
    assert placed(store_of_seeds(), BASE + iri, BASE) == Place(BASE + page, anchor)


def test_a_document_that_one_question_was_read_from_stands_on_its_page() -> None:
    store = store_of(SHARED_DOCUMENT)
    assert placed(store, f"{BASE}source/sha256-a", BASE) == Place(
        f"{BASE}question/QANR5L17QE1", "source-sha256-a"
    )
    assert is_exact(store) == 3


def test_a_document_of_several_questions_has_a_page_of_its_own() -> None:
    alone = placed(store_of(SHARED_DOCUMENT), f"{BASE}source/sha256-b", BASE)
    assert alone == Place(f"{BASE}source/sha256-b", None)


def test_a_mandate_stands_on_the_page_of_the_first_person_who_holds_it() -> None:
    store = store_of(MANDATE)
    assert placed(store, f"{BASE}mandat/PM1", BASE) == Place(f"{BASE}acteur/PA1", "mandat-PM1")
    assert is_exact(store) == 2


def test_a_person_known_by_a_mandate_only_has_a_page() -> None:
    page = described(store_of(MANDATE), f"{BASE}acteur/PA3", BASE)
    assert page
    assert [one.subject for one in page.statements] == [f"{BASE}mandat/PM2"] * 2


def test_a_mandate_of_nobody_has_a_page_of_its_own() -> None:
    store = store_of(ORPHAN)
    assert placed(store, f"{BASE}mandat/PM1", BASE) == Place(f"{BASE}mandat/PM1", None)
    assert is_exact(store) == 2


@pytest.mark.parametrize(
    "iri", ["question/QANR5L17QE999", "", "question/", "question/a b", "x>y", "acteur/PA0#x"]
)
def test_what_the_data_does_not_know_has_no_page(iri: str) -> None:
    assert described(store_of_seeds(), BASE + iri, BASE) is None
    assert placed(store_of_seeds(), BASE + iri, BASE) is None


def test_the_page_of_the_ontology_is_the_same_whatever_the_base_of_the_data() -> None:
    one = described(store_of_seeds(), f"{ONTOLOGY}#EnAttente", BASE)
    other = described(store_of_seeds(), ONTOLOGY, "https://example.org/")
    assert one
    assert other
    assert one.iri == other.iri == ONTOLOGY
    assert one.statements == other.statements
    assert placed(store_of_seeds(), f"{ONTOLOGY}#Repondue", BASE) == Place(ONTOLOGY, "Repondue")


def test_the_forms_of_the_ontology_are_one_graph_with_the_same_names_each_time() -> None:
    page = described(store_of_seeds(), ONTOLOGY, BASE)
    again = described(store_of_corpus(), ONTOLOGY, BASE)
    assert page
    assert again
    found = []
    for form, syntax in FORMATS.items():
        text = serialised(page, form)
        assert text == serialised(again, form)
        graph = ox.Dataset(ox.parse(text, format=syntax))
        graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        found.append(set(graph))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == len(page.statements) > 900


@pytest.mark.parametrize(
    "name", ["question/QANR5L17QE2621", "rubriques", "jo/debats-an/2024-01-01"]
)
def test_a_page_has_a_path_and_the_path_a_page(name: str) -> None:
    assert path(BASE + name, BASE) == name
    assert at(name, BASE) == BASE + name


@pytest.mark.parametrize(
    "name", ["", "/", "a//b", "../etc", "a/../b", "a/.b", "a?b", "a%2Fb", "a b"]
)
def test_a_path_that_leads_astray_is_none(name: str) -> None:
    assert path(BASE + name, BASE) is None
    assert at(name, BASE) is None
