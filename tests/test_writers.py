"""The three formats hold one graph, whatever the texts hold; and they are pleasant to read."""

import json
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from built import BASE, FORMATS, seeds, triples
from questions_rdf.readers._characters import MAX_TEXT
from questions_rdf.rows import Kind, Resource, Row, Table
from questions_rdf.writers import WRITERS
from questions_rdf.writers.rendering import Rendering

SUBJECT = "question/QANR5L16QE1"
TEXT = Row("texte", "schema:text", Kind.FRENCH)
TITLE = Row("titre", "dcterms:title", Kind.FRENCH)
NAME = Row("nom", "foaf:name", Kind.STRING)
MARKUP = Row("texteHTML", "qp:texteHTML", Kind.HTML)
NUMBER = Row("numero", "qp:numero", Kind.INTEGER)

HOSTILE = [
    'il dit "bonjour"',
    '"""',
    '""" . <x> <y> <z> .',
    'fin avec guillemet"',
    "fin avec barre \\",
    "\\u0041 n'est pas A",
    "C:\\temp\\new",
    "lignes\nde\n\nparagraphes\n",
    "retour\rchariot\r\nmêlé",
    "tab\tulation",
    "séparateurs \u2028 et \u2029 et \x85",
    "droite à gauche \u202eabc\u202c",
    "</script><!-- ]]> -->",
    "@fr ^^xsd:date # pas un commentaire",
    "astral 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🏛",
    "combinants e\u0301 et \u00e9",
    "nul\u00a0espace\u202fici",
    "{{ jinja }} {% x %} %s {0}",
    "\x7f\x80\x9f",
]
# What the readers let through: every character that XML 1.0 allows.
LEGAL = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters="".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])),
    )
)


def resource(types: tuple[str, ...], *stated: tuple[Row, object], iri: str = SUBJECT) -> Resource:
    """A thing of those classes, and a table made for it: rows with the values of their fields."""
    table = Table(lambda thing: str(thing.iri), types, [row for row, _ in stated])
    return Resource(table, SimpleNamespace(iri=iri, **{row.path: value for row, value in stated}))


def written(name: str, *resources: Resource) -> bytes:
    """A whole file."""
    rendering, writer = Rendering([name], BASE), WRITERS[name](BASE)
    rendering.title("Titre")
    for one in resources:
        rendering.add(*one)
    return b"".join((writer.header().encode(), *rendering.take().texts, writer.footer().encode()))


def rendered(name: str, one: Resource) -> str:
    """A resource alone."""
    rendering = Rendering([name], BASE)
    rendering.add(*one)
    (text,) = rendering.take().texts
    return text.decode()


def graph(name: str, *resources: Resource) -> list[ox.Quad]:
    return list(ox.parse(written(name, *resources), format=FORMATS[name]))


def literal(name: str, row: Row, value: str) -> str:
    _, quad = graph(name, resource(("qp:Question",), (row, value)))
    assert isinstance(quad.object, ox.Literal)
    return quad.object.value


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_comes_back_unchanged(name: str, value: str) -> None:
    for row in (TEXT, NAME, MARKUP):
        assert literal(name, row, value) == value


@pytest.mark.parametrize("name", WRITERS)
@given(value=LEGAL)
@settings(deadline=None, max_examples=150)
def test_any_text_comes_back_unchanged(name: str, value: str) -> None:
    for row in (TEXT, NAME):
        assert literal(name, row, value) == value


@given(
    texts=st.lists(LEGAL, max_size=3, unique=True),
    name=st.none() | LEGAL,
    numbers=st.lists(st.integers(0, 10**9), max_size=3, unique=True),
    inner=st.lists(st.none() | LEGAL, max_size=3),
)
@settings(deadline=None, max_examples=100)
def test_all_formats_hold_the_same_triples(
    texts: list[str], name: str | None, numbers: list[int], inner: list[str | None]
) -> None:
    erratum = Table(lambda thing: thing.iri, ("qp:Erratum", "qp:Evenement"), [TEXT])
    errata = tuple(
        SimpleNamespace(iri=f"{SUBJECT}#e-{rank}", texte=text) for rank, text in enumerate(inner)
    )
    one = resource(
        ("qp:QuestionEcrite", "qp:Question"),
        (TEXT._replace(many=True), tuple(texts)),
        (NAME, name),
        (Row("evenement", "qp:evenement", Kind.NESTED, table=erratum, many=True), errata),
        (NUMBER._replace(many=True), tuple(numbers)),
    )
    graphs = [graph(form, one) for form in WRITERS]
    stated = len(texts) + len(numbers) + (name is not None)
    expected = 2 + stated + sum(3 + (text is not None) for text in inner)
    for found in graphs:
        assert len(found) == expected
        assert set(found) == set(graphs[0])


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("character", ['"', "\\", "\n", "é", "🏛"])
def test_the_longest_text_that_readers_let_through_comes_back(name: str, character: str) -> None:
    value = character * MAX_TEXT
    assert literal(name, TEXT, value) == value


@pytest.mark.parametrize(
    ("kind", "value", "datatype"),
    [
        (Kind.INTEGER, 16353, "integer"),
        (Kind.DECIMAL, Decimal("0.612"), "decimal"),
        (Kind.DECIMAL, Decimal(1), "decimal"),
        (Kind.DATE, date(2024, 3, 19), "date"),
        (Kind.BOOLEAN, True, "boolean"),
        (Kind.BOOLEAN, False, "boolean"),
        (Kind.DURATION, "P2M", "duration"),
    ],
)
@pytest.mark.parametrize("name", WRITERS)
def test_values_have_their_datatype(name: str, kind: Kind, value: object, datatype: str) -> None:
    keys = {
        Kind.INTEGER: ("numero", "qp:numero"),
        Kind.DECIMAL: ("similarite", "qp:similarite"),
        Kind.DATE: ("date", "qp:date"),
        Kind.BOOLEAN: ("statutDeduit", "qp:statutDeduit"),
        Kind.DURATION: ("duree", "qp:duree"),
    }
    _, quad = graph(name, resource(("qp:Question",), (Row(*keys[kind], kind), value)))
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == (str(value).lower() if kind is Kind.BOOLEAN else str(value))
    assert quad.object.datatype.value == f"http://www.w3.org/2001/XMLSchema#{datatype}"


def test_turtle_is_written_for_people() -> None:
    event = Table(lambda thing: thing.iri, ("qp:Evenement",), [NAME])
    events = tuple(SimpleNamespace(iri=iri, nom=None) for iri in (f"{SUBJECT}#publication", "x"))
    question = resource(
        ("qp:QuestionEcrite", "qp:Question"),
        (NUMBER, 1),
        (TEXT, "Un.\n\nDeux."),
        (Row("evenement", "qp:evenement", Kind.NESTED, table=event, many=True), events),
    )
    assert rendered("ttl", question) == (
        "\n<question/QANR5L16QE1>\n"
        "    a qp:QuestionEcrite, qp:Question ;\n"
        "    qp:numero 1 ;\n"
        '    schema:text """Un.\n\nDeux."""@fr ;\n'
        "    qp:evenement <question/QANR5L16QE1#publication>,\n"
        "        <x> .\n"
        "\n<question/QANR5L16QE1#publication>\n    a qp:Evenement .\n"
        "\n<x>\n    a qp:Evenement .\n"
    )


def _objects(value: object) -> list[dict[str, object]]:
    """Every object of a JSON document that is a resource."""
    if isinstance(value, dict):
        inner = [found for item in value.values() for found in _objects(item)]
        return [value, *inner] if "@id" in value else inner
    if isinstance(value, list):
        return [found for item in value for found in _objects(item)]
    return []


def test_jsonld_follows_the_streaming_profile() -> None:
    out, _ = seeds()
    text = (out / "questions.jsonld").read_text(encoding="utf-8")
    document = json.loads(text)
    assert list(document) == ["@context", "@graph"]
    resources = _objects(document["@graph"])
    assert len(resources) > 50
    for resource in resources:
        assert list(resource)[:2] == ["@type", "@id"]


def test_jsonld_nests_answers_and_events_in_their_question() -> None:
    out, _ = seeds()
    graph_of = json.loads((out / "questions.jsonld").read_text(encoding="utf-8"))["@graph"]
    question = next(item for item in graph_of if item["@id"] == "question/QANR5L17QE2621")
    assert question["reponse"]["delaiJours"] == 140
    assert [event["@id"].partition("#")[2] for event in question["evenement"]] == [
        "publication",
        "attribution-sans-date",
        "signalement-2025-02-17",
        "publication-reponse",
    ]


def test_the_seeds_are_one_graph_in_three_formats_without_a_triple_twice() -> None:
    out, manifest = seeds()
    found = {name: triples(out / f"questions.{name}") for name in FORMATS}
    assert found["ttl"] == found["nt"] == found["jsonld"]
    assert len(found["ttl"]) == manifest.triples == 395
    assert not any("_:" in triple.partition('"')[0] for triple in found["nt"])


@pytest.mark.parametrize(
    ("name", "parser"), [("ttl", "turtle"), ("jsonld", "json-ld"), ("nt", "nt")]
)
def test_rdflib_reads_the_same_graph(name: str, parser: str) -> None:
    out, manifest = seeds()
    found = rdflib.Graph().parse(out / f"questions.{name}", format=parser)
    assert len(found) == manifest.triples
    titles = set(found.objects(None, rdflib.DCTERMS.title))
    assert rdflib.Literal("Avenir du dispositif Asalée", lang="fr") in titles


def test_pyoxigraphs_plain_jsonld_parser_reads_the_same_graph() -> None:
    out, _ = seeds()
    plain = ox.parse(path=out / "questions.jsonld", format=ox.RdfFormat.JSON_LD)
    assert {str(quad) for quad in plain} == triples(out / "questions.nt")
