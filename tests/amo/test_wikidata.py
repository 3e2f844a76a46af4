"""Items of Wikidata by the identifier of the acteur, from the exports that people hold."""

import io
import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions_rdf.amo import wikidata
from questions_rdf.documents import Document
from questions_rdf.errors import UnreadableInputError
from questions_rdf.problems import Origin, Problem

ENTITY = "http://www.wikidata.org/entity/"
BINDING = {
    "item": {"type": "uri", "value": f"{ENTITY}Q12"},
    "itemLabel": {"type": "literal", "value": "Camille Exemple"},
    "P4123": {"type": "literal", "value": "1008"},
}


def read(*contents: str | bytes) -> tuple[Mapping[str, str], list[Problem]]:
    def document(content: str | bytes) -> Document:
        data = content.encode() if isinstance(content, str) else content
        return Document(Origin("wikidata.csv"), io.BytesIO(data))

    return wikidata.read(map(document, contents))


EXPORTS = {
    "CSV": f"item,itemLabel,P4123\n{ENTITY}Q12,Camille Exemple,1008\n",
    "CSV with a label of several lines": f'item,itemLabel,value\n{ENTITY}Q12,"Camille,\nExemple",1008\n',
    "CSV of a spreadsheet": "\ufeffID;Item\r\n1008;Q12\r\n",
    "TSV": f'?item\t?P4123\n<{ENTITY}Q12>\t"1008"\n',
    "with the prefix": "id,item\nPA1008,https://www.wikidata.org/wiki/Q12\n",
    "SPARQL results": json.dumps({"head": {"vars": []}, "results": {"bindings": [BINDING]}}),
    "a plain list": json.dumps([{"item": f"{ENTITY}Q12", "value": "1008"}]),
    "a plain list with numbers": json.dumps([{"item": "Q12", "id": 1008}]),
    "the same row twice": "item,id\nQ12,1008\nQ12,1008\n\n",
}


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_gives_the_same(name: str) -> None:
    assert read(EXPORTS[name]) == ({"PA1008": f"{ENTITY}Q12"}, [])


def test_what_is_not_one_to_one_is_left_out() -> None:
    items, problems = read("item,id\nQ1,11\nQ2,11\nQ3,13\nQ3,14\nQ5,15\n")
    assert items == {"PA15": f"{ENTITY}Q5"}
    assert [problem.code for problem in problems] == ["wikidata-ambigu"] * 2
    assert [str(problem.origin) for problem in problems] == ["wikidata.csv:2", "wikidata.csv:4"]
    assert problems[0].message.en == f"PA11 goes with several values: {ENTITY}Q1, {ENTITY}Q2."
    assert problems[1].message.en == f"{ENTITY}Q3 goes with several values: PA13, PA14."


def test_two_files_may_not_disagree_either() -> None:
    items, problems = read("item,id\nQ1,11\n", "item,id\nQ2,11\n")
    assert (items, len(problems)) == ({}, 1)


@pytest.mark.parametrize(
    "row",
    ["Q12,", ",1008", "P31,1008", "Q12,abc", "Q12,0", "Q012,1008", "Q12", "http://x.org/Q1,1"],
)
def test_a_row_of_junk_is_a_problem_with_its_line(row: str) -> None:
    items, problems = read(f"item,id\nQ5,15\n\n{row}\n")
    assert list(items) == ["PA15"]
    (problem,) = problems
    assert (problem.code, problem.origin.line) == ("wikidata-ligne-illisible", 4)


def test_an_element_of_junk_is_a_problem_with_its_path() -> None:
    bindings = [BINDING, None, {"item": BINDING["item"]}, {"item": {"value": ["Q1"]}, "id": True}]
    items, problems = read(json.dumps({"results": {"bindings": bindings}}))
    assert len(items) == 1
    assert [problem.origin.path for problem in problems] == [
        f"results.bindings[{n}]" for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"item,id\n", b"a,b\nQ1,2\n", b"<html>", b"[]", b"{", b"[" * 100_000, b'{"results": 1}', b"\xff\xfe\0",
     b'{"a": ' + b"1" * 5000 + b"}", b"item,id\n" + b"Q" * 200_000 + b",1\n", b"item,id\nx,y\n"],
    ids=lambda content: repr(content[:20]),
)  # fmt: skip
def test_what_is_no_export_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(UnreadableInputError) as refused:
        read(content)
    assert "\n" not in str(refused.value)


@given(
    st.binary(max_size=200)
    | st.lists(st.lists(st.sampled_from(["Q1", "Q2", "7", "8", "", '"', "\0", "é"]), max_size=3), max_size=6)
    .map(lambda rows: "\n".join(["item,id", "Q9,9", *map(",".join, rows)]).encode())
)  # fmt: skip
@settings(max_examples=200, deadline=5000)
def test_any_bytes(content: bytes) -> None:
    try:
        items, _ = read(content)
    except UnreadableInputError:
        return
    assert len(set(items.values())) == len(items)
