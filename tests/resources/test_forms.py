"""Turtle, JSON-LD and N-Triples of a page: what a build would write, whatever the texts are."""

import re
from dataclasses import replace

import msgspec
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from built import BASE, seeds
from described_data import FORMATS, parsed, store_of_seeds
from questions_rdf.problems import Bilingual
from questions_rdf.resources import FORMS, Description, Kind, described, serialised
from questions_rdf.resources.statements import Literal, Statement

XSD = "http://www.w3.org/2001/XMLSchema#"
QP = f"{BASE}def#"
QUESTION = f"{BASE}question/QANR5L17QE2621"


def described_question() -> Description:
    page = described(store_of_seeds(), QUESTION, BASE)
    assert page
    return page


def about(*said: Statement) -> Description:
    names: dict[str, Bilingual] = {}
    return Description(QUESTION, Kind.QUESTION, BASE, said, names, {})


def lines(text: str) -> list[str]:
    """Subjects, properties and values, without the punctuation that depends on their order."""
    apart = text.replace("qp:evenement ", "qp:evenement\n")
    return sorted(line.strip().rstrip(" ;,.") for line in apart.splitlines())


def test_the_forms_are_those_of_a_build() -> None:
    assert set(FORMS) == set(FORMATS)


def test_the_turtle_of_a_question_has_the_lines_of_the_build() -> None:
    whole = (seeds()[0] / "questions.ttl").read_text(encoding="utf-8")
    page = serialised(described_question(), "ttl").decode()
    blocks = re.findall(
        r"^<question/QANR5L17QE2621[^>]*>\n.*? \.\n", whole, re.MULTILINE | re.DOTALL
    )
    own = re.findall(r"^<question/QANR5L17QE2621[^>]*>\n.*? \.\n", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) == len(own) == 6
    assert lines("".join(own)) == lines("".join(blocks))


def test_the_json_ld_of_a_question_is_the_object_of_the_build() -> None:
    def sorted_events(question: dict[str, list[dict[str, str]]]) -> object:
        return {**question, "evenement": sorted(question["evenement"], key=lambda one: one["@id"])}

    whole = msgspec.json.decode((seeds()[0] / "questions.jsonld").read_bytes())
    page = msgspec.json.decode(serialised(described_question(), "jsonld"))
    name = "question/QANR5L17QE2621"
    (expected,) = (one for one in whole["@graph"] if one["@id"] == name)
    (own,) = (one for one in page["@graph"] if one["@id"] == name)
    assert page["@context"] == whole["@context"]
    assert sorted_events(own) == sorted_events(expected)
    assert list(own) == list(expected), "the order of the keys"


def test_turtle_declares_the_prefixes_that_it_uses_and_no_others() -> None:
    text = serialised(described_question(), "ttl").decode()
    declared = re.findall(r"^@prefix ([\w-]+):", text, re.MULTILINE)
    assert declared == ["qp", "schema", "dcterms", "foaf", "prov", "xsd"]


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_the_statements_does_not_change_the_number_of_graphs(form: str) -> None:
    page = described_question()
    assert serialised(page, form) == serialised(described_question(), form)
    backwards = replace(page, statements=tuple(reversed(page.statements)))
    assert parsed(serialised(backwards, form), form) == parsed(serialised(page, form), form)


SAFE_IRIS = st.from_regex(
    r"https?://[a-z]{1,5}\.example/[A-Za-z0-9/._~%#-]{0,9}", fullmatch=True
).filter(lambda iri: iri.count("#") < 2 and not re.search(r"%(?![0-9A-Fa-f]{2})", iri))
OWN_IRIS = st.from_regex(
    r"[a-z]{1,4}(/[A-Za-z0-9._~-]{1,5}){0,2}(#[a-z0-9.-]{1,5})?", fullmatch=True
).map(lambda rest: BASE + rest)
IRIS = (
    SAFE_IRIS
    | OWN_IRIS
    | st.sampled_from([f"{QP}Question", f"{QP}statut", QUESTION, f"{QUESTION}#reponse"])
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    [
        '"""',
        "\\",
        "a\n\nb",
        "<script>",
        "</script>",
        "007",
        "1" * 40,
        "true",
        "-0",
        "\x00",
        "\r\n",
        "é@fr",
    ]
)
LITERALS = st.one_of(
    st.builds(
        Literal,
        TEXTS,
        st.sampled_from([f"{XSD}{n}" for n in ("string", "integer", "boolean", "date")]),
        st.none(),
    ),
    st.builds(Literal, TEXTS, IRIS, st.none()),
    st.builds(
        Literal,
        TEXTS,
        st.just("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
        st.sampled_from(["fr", "en", "de-at"]),
    ),
)
TERMS = IRIS | st.sampled_from(
    [
        f"{QP}numero",
        f"{QP}evenement",
        f"{QP}reponse",
        "http://purl.org/dc/terms/title",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "https://schema.org/text",
    ]
)


@given(
    st.lists(
        st.builds(Statement, IRIS, TERMS, LITERALS | IRIS), min_size=1, max_size=8, unique=True
    )
)
def test_any_statements_give_one_graph_in_each_form(said: list[Statement]) -> None:
    page = about(*said)
    graphs = [parsed(serialised(page, form), form) for form in ("nt", "ttl", "jsonld")]
    assert graphs[0] == graphs[1] == graphs[2]
    assert len(graphs[0]) == len(set(said))


def test_hostile_texts_end_no_literal() -> None:
    text = 'a""" <urn:x:s> <urn:x:p> <urn:x:o> .\n\\"'
    said = Statement(QUESTION, "https://schema.org/text", Literal(text, f"{XSD}string"))
    for form in FORMS:
        (triple,) = parsed(serialised(about(said), form), form)
        assert triple.object == ox.Literal(text)


def test_parts_that_are_parts_of_each_other_are_written_once() -> None:
    rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    chain = [f"{QUESTION}#reponse-{n}" for n in range(2000)]
    said = [Statement(one, rdf_type, f"{QP}Reponse") for one in chain]
    said += [
        Statement(one, f"{QP}versionAnterieure", other)
        for one, other in zip(chain, [*chain[1:], chain[0]], strict=True)
    ]
    page = about(*said)
    graphs = [parsed(serialised(page, form), form) for form in FORMS]
    assert graphs[0] == graphs[1] == graphs[2]
    assert len(graphs[0]) == len(said)
