"""The tables hold what the data says, no more and no less: read as CSV on the Web they are its graph."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from built import BASE, ROOT
from csv2rdf import triples
from export_corpora import CORPORA, Export, export_of, exported
from questions_rdf.data_files import data_files, quads
from questions_rdf.exports.dialects import DIALECTS, text_of
from questions_rdf.exports.sheets import SHEETS
from questions_rdf.prefixes import expanded
from questions_rdf.rows import Kind

NAMES_OF_TERMS = {ox.NamedNode(expanded(term)) for term in ("skos:prefLabel", "rdfs:label")}
# What a table cannot say in RDF: a cell with several addresses.
SEVERAL = [
    (sheet.name, column)
    for sheet in SHEETS.values()
    for column in sheet.columns
    if column.many and column.kind in {Kind.LINK, Kind.ADDRESS}
]


def data_of(name: str) -> set[ox.Triple]:
    return {quad.triple for file in data_files(CORPORA[name]()) for quad in quads(file)}


def several_of(export: Export) -> set[ox.Triple]:
    """The triples of the cells with several addresses, read by hand."""
    found = set()
    for name, column in SEVERAL:
        base = BASE if column.kind is Kind.LINK else ""
        for row in export.rows(name):
            for value in filter(None, row[column.name].split("|")):
                subject, term = ox.NamedNode(BASE + row["id"]), ox.NamedNode(expanded(column.term))
                found.add(ox.Triple(subject, term, ox.NamedNode(base + value)))
    return found


def of_the_ontology(triple: ox.Triple) -> bool:
    """The name of a term: it stands beside the term, and in the ontology."""
    return triple.predicate in NAMES_OF_TERMS and str(triple.subject).startswith(f"<{BASE}def#")


@pytest.mark.parametrize("name", ["seeds", "reference"])
def test_the_tables_are_the_graph(name: str) -> None:
    export = exported(name)
    said = {one for one in triples(export.folder) if not of_the_ontology(one)}
    assert said | several_of(export) == data_of(name)
    assert len(said) > 100


def test_of_a_corpus_that_no_build_wrote_only_what_fits_no_column_is_missing() -> None:
    """It has three labels in English; and stores do not reason, so its superclasses are stated."""
    export = exported("every-term")
    said = {one for one in triples(export.folder) if not of_the_ontology(one)}
    data = data_of("every-term")
    missing = data - said - several_of(export)
    assert {one.object.language for one in missing if isinstance(one.object, ox.Literal)} == {"en"}
    assert len(missing) == export.account.triples.left_out
    assert export.account.left_out == {"regles.etiquette": 3}
    assert {one.predicate.value for one in said - data} == {expanded("rdf:type")}


def test_names_of_terms_are_those_of_the_ontology() -> None:
    ontology = {
        quad.triple
        for file in ("qp.ttl", "lists.ttl")
        for quad in ox.parse(path=ROOT / "ontology" / file, format=ox.RdfFormat.TURTLE)
    }
    said = {one for name in CORPORA for one in triples(exported(name).folder)}
    names = {one for one in said if of_the_ontology(one)}
    assert len(names) > 15
    assert names <= ontology


@pytest.mark.parametrize("name", ["seeds", "reference"])
def test_every_triple_is_accounted_for(name: str) -> None:
    account = exported(name).account
    assert account.triples.read == account.triples.exported == len(data_of(name))
    assert account.whole


def test_every_column_is_tried() -> None:
    """The corpora fill each column somewhere, or nothing would be known of it."""
    empty = {
        f"{sheet.name}.{column.name}"
        for sheet in SHEETS.values()
        for column in sheet.columns
        if not any(row[column.name] for name in CORPORA for row in exported(name).rows(sheet.name))
    }
    assert not empty


@pytest.mark.parametrize("name", CORPORA)
def test_the_tables_for_excel_say_the_same(name: str) -> None:
    plain, excel = exported(name), exported(name, "excel-fr")
    from_excel = {_undone(one) for one in triples(excel.folder)}
    assert from_excel == set(triples(plain.folder))


def _undone(triple: ox.Triple) -> ox.Triple:
    """Without the apostrophe before what looks like a formula."""
    term = triple.object
    if not isinstance(term, ox.Literal):
        return triple
    said = text_of(term.value)
    literal = (
        ox.Literal(said, language=term.language)
        if term.language
        else ox.Literal(said, datatype=term.datatype)
    )
    return ox.Triple(triple.subject, triple.predicate, literal)


def test_without_texts_only_texts_are_missing(tmp_path: Path) -> None:
    export = export_of(CORPORA["seeds"](), tmp_path / "out", texts=False)
    whole = exported("seeds")
    for name in SHEETS:
        kept = [
            {key: cell for key, cell in row.items() if not key.startswith("texte")}
            for row in whole.rows(name)
        ]
        assert export.rows(name) == kept
    counts = export.account.triples
    assert counts.not_chosen > 0
    assert counts.exported + counts.not_chosen == counts.read == whole.account.triples.read
    assert export.account.whole


def test_a_table_alone_still_has_names(tmp_path: Path) -> None:
    export = export_of(CORPORA["seeds"](), tmp_path / "out", tables=("questions",))
    assert {path.name for path in export.folder.iterdir()} == {
        "questions.csv",
        "csv-metadata.json",
        "manifest.json",
    }
    assert export.rows("questions") == exported("seeds").rows("questions")


def test_there_is_a_word_for_excel_s_truth() -> None:
    assert {dialect.true_false for dialect in DIALECTS.values()} == {
        ("true", "false"),
        ("VRAI", "FAUX"),
    }
