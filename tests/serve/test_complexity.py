"""What a query would cost the parser, told without parsing it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions_rdf.serve import refusals
from questions_rdf.serve.complexity import Outline, objection, outline
from questions_rdf.serve.limits import Limits

LIMITS = Limits()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SELECT * {}", "rows"),
        ("ask {}", "boolean"),
        ("PREFIX select: <urn:x> # ASK\n BASE <urn:ask> CONSTRUCT WHERE {}", "triples"),
        ("# SELECT\nDESCRIBE <urn:a>", "triples"),
        ("PREFIX : <urn:x>\nINSERT DATA {}", "update"),
        ("DROP ALL", "update"),
        ("", "unknown"),
        ("hello", "unknown"),
    ],
)
def test_the_kind_is_what_comes_first_in_the_code(text: str, kind: str) -> None:
    assert outline(text).kind == kind


HIDDEN = [
    '"SERVICE { { {"',
    "'SERVICE { { {'",
    '"""SERVICE " { "" {\n"""',
    "'''SERVICE ' { '' {'''",
    r'"\"SERVICE { {"',
    "<urn:SERVICE:((((>",
    "# SERVICE { { {\n1",
    "?SERVICE",
    "$service",
    "ex:service",
    r"ex:a\#SERVICE",
    '"x"@service',
]


@pytest.mark.parametrize("text", HIDDEN)
def test_strings_iris_comments_and_names_do_not_count(text: str) -> None:
    plain = outline("SELECT * { ?s ?p 1 }")
    assert outline(f"SELECT * {{ ?s ?p {text} }}") == plain


CALLS = [
    "SERVICE <http://example.org/> {}",
    "service silent ?x {}",
    "?s ?p 1SERVICE<http://example.org/>{}",
    "?s ?p trueSERVICESILENT<http://example.org/>{}",
    "FILTER(?a<?b)SERVICE?x{?s?p?o}",
    r"?s ?p ex:a\#b . SERVICE <http://example.org/> {}",
    'VALUES ?x { """a" } SERVICE <http://example.org/> {}',  # no long string: it never ends
    'VALUES ?x { """a" ex:\\- } SERVICE <http://example.org/> {} VALUES ?y { """b" }',
    "SERVICE:x {}",
    "# a comment\rSERVICE <http://example.org/> {}",
]


@pytest.mark.parametrize("text", CALLS)
def test_a_call_to_another_server_is_found_wherever_the_engine_might_see_one(text: str) -> None:
    assert objection(outline(f"SELECT * {{ {text} }}"), LIMITS) is refusals.SERVICE


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * " + "{" * 2196 + "}" * 2196,
        "SELECT * { FILTER(" + "(" * 4687 + "1" + ")" * 4687 + ") }",
        "SELECT * { FILTER(" + "!" * 9375 + "true) }",
        "SELECT * { FILTER(1" + "+1" * 6913 + ") }",
        "SELECT * { {}" + "UNION{}" * 6562 + " }",
        "SELECT * { ?s ?p ?o " + "OPTIONAL { ?s ?p ?o }" * 400 + " }",
        "SELECT * { ?s ?p " + "(" * 278 + "1" + ")" * 278 + " }",
        "SELECT * { ?s ?p " + "[ ?p " * 300 + "1" + "]" * 300 + " }",
    ],
    ids=["braces", "parentheses", "not", "plus", "union", "optional", "list", "blank"],
)
def test_what_kills_or_hangs_the_engine_is_not_run(text: str) -> None:
    found = objection(outline(text), LIMITS)
    assert found is not None
    assert found.code == refusals.TOO_COMPLEX.code


def test_a_query_with_many_values_is_no_complex_one() -> None:
    values = " ".join(f"<urn:question:{number}>" for number in range(20_000))
    text = f"SELECT * {{ VALUES ?q {{ {values} }} ?q ?p ?o }}"
    assert objection(outline(text), LIMITS) is None


@pytest.mark.parametrize("name", ["NOW()", "rand()", "UUID()", "STRUUID ()", "BNODE()"])
def test_an_answer_that_changes_by_itself_is_told(name: str) -> None:
    assert outline(f"SELECT ({name} AS ?x) {{}}").volatile
    assert not outline(f"SELECT ?x {{ ?s ?p '{name}' }}").volatile


@given(st.text(alphabet=st.sampled_from("{}()[]<>\"'\\#\n\r?$:@ aSERVICEu0041.*/-"), max_size=200))
def test_any_text_has_an_outline(text: str) -> None:
    found = outline(text)
    assert isinstance(found, Outline)
    assert found.depth >= 0


@given(st.text(max_size=300))
def test_a_string_changes_nothing_whatever_is_in_it(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = escaped.replace("\r", "\\r")
    assert outline(f'SELECT * {{ ?s ?p "{escaped}" }}') == outline('SELECT * { ?s ?p "" }')


@pytest.mark.parametrize(
    "piece", ['"', "'", "<", "\\", "#", "{", "PREFIX", "PREFIX a", ' """', '"""\\', "'\\'", "?a<b"]
)
def test_a_megabyte_of_anything_takes_moments(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    begun = time.process_time()
    outline(text)
    assert time.process_time() - begun < 2
