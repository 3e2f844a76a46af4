"""JSON with one question a line: every line by itself, with its number."""

import json
import time

import msgspec
import pytest

from questions_rdf.problems import Problem
from questions_rdf.readers import Found
from questions_rdf.readers._byte_window import MAX_RECORD_BYTES
from questions_rdf.readers._json_lines import is_lines, lines
from reading import LIST_OPENING, codes, questions, record, results, single

ONE, TWO, THREE = (
    single(numero=n).replace(b"QE1", b"QE%d" % n).replace(b'numero":"1"', b'numero":"%d"' % n)
    for n in (1, 2, 3)
)
BARE = msgspec.json.encode(record(2))


def numbers(data: bytes) -> list[int]:
    return [question.numero for question in questions(data)]


def places(data: bytes) -> list[tuple[str, int | None, str | None]]:
    """Code, line and path of each problem."""
    return [
        (found.code, found.origin.line, found.origin.path)
        for found in results(data)
        if isinstance(found, Problem)
    ]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\n\n  \n"])
@pytest.mark.parametrize("last", [b"", b"\n"])
def test_each_line_is_a_question(end: bytes, last: bytes) -> None:
    assert numbers(end.join((ONE, BARE, THREE)) + last) == [1, 2, 3]


def test_a_question_has_its_line_as_origin() -> None:
    found = [one for one in results(b"\n" + ONE + b"\n\n" + BARE) if isinstance(one, Found)]
    assert [(one.origin.line, one.origin.path) for one in found] == [
        (2, "question"),
        (4, "question"),
    ]


@pytest.mark.parametrize(
    "broken",
    [ONE[:-9], ONE[:40], b'{"question": "a " b"}', b"null", b"]", b"words", b'"a', ONE + b","],
)
def test_a_broken_line_costs_no_other(broken: bytes) -> None:
    data = b"\n".join((ONE, broken, b"", BARE, broken, THREE))
    assert numbers(data) == [1, 2, 3]
    found = [one for one in results(data) if isinstance(one, Problem)]
    assert [(one.origin.line, one.rejected) for one in found] == [(2, True), (5, True)]


@pytest.mark.parametrize("broken", [ONE[:-9], ONE[:40], b'{"question": {"uid": "Q'])
def test_the_first_line_may_be_the_broken_one(broken: bytes) -> None:
    data = broken + b"\n" + TWO + b"\n"
    assert places(data) == [("json-illisible", 1, None)]
    assert numbers(data) == [2]


def test_a_problem_inside_a_question_has_line_and_path() -> None:
    data = ONE + b"\n" + TWO.replace(b'"type"', b'"couleur":"bleu","type"')
    assert places(data) == [("champ-inconnu", 2, "question.couleur")]


def test_a_line_that_is_no_question_says_so() -> None:
    data = b"\n".join((ONE, b'{"acteur": {"a": "bc"}}', b'{"autre": [1, 2, 3]}', b"[1]", b"{"))
    assert [place[:2] for place in places(data)] == [
        ("json-de-reference", 2),
        ("json-sans-question", 3),
        ("json-illisible", 4),
    ]


def test_the_first_line_may_be_longer_than_what_is_looked_at_first() -> None:
    stated = {"infoJO": {"dateJO": "2023-02-07"}, "texte": "x " * 900_000}
    long = msgspec.json.encode({"question": record(9, textesQuestion={"texteQuestion": stated})})
    assert numbers(long + b"\n" + TWO + b"\n" + ONE) == [9, 2, 1]
    assert numbers(long + b"\n") == [9]


def test_one_line_is_one_question_wrapped_or_not() -> None:
    assert (numbers(ONE + b"\n"), numbers(BARE)) == ([1], [2])
    (found,) = results(BARE)
    assert isinstance(found, Found)
    assert found.origin.line is None


@pytest.mark.parametrize("indent", [None, 0, 1, "\t"])
def test_a_printed_out_document_has_lines_but_is_one(indent: int | str | None) -> None:
    raw = record(3, minAttribs={"minAttrib": [{"denomination": {"abrege": "Mer"}}] * 3})
    for content in ({"question": raw}, raw, [raw, raw], {"organes": [raw, {"uid": "PO1"}]}):
        data = json.dumps(content, indent=indent).encode()
        assert not is_lines(data)
        assert all(line is None for _, line, _ in places(data))
    assert not is_lines(b'{"question": {\n"uid": 1,\n"a": [\n{"b": 1},\n\n{"b": 2}]}}\n')


def test_windows_1252_is_said_once() -> None:
    data = b"\n".join((ONE, TWO, THREE)).replace(b"Pourquoi", "Où".encode("cp1252"))
    assert places(data) == [("encodage-cp1252", 1, None)]
    assert numbers(data) == [1, 2, 3]


def test_a_list_is_a_list_on_however_many_lines() -> None:
    data = LIST_OPENING + b"\n" + BARE + b"\n" + BARE + b"]}}"
    assert all(line is None for _, line, _ in places(data))


@pytest.mark.parametrize("size", [1, 2, 7, 10**6])
def test_lines_are_cut_wherever_the_chunks_end(size: int) -> None:
    data = b"\n a\n\nbc\r\n \t\nd"
    chunks = (data[i : i + size] for i in range(0, len(data), size))
    assert list(lines(chunks)) == [(2, b" a"), (4, b"bc\r"), (6, b"d")]


def test_of_an_endless_line_the_beginning_is_kept() -> None:
    chunk = b"x" * 2**22
    kept = [len(line) for _, line in lines(iter([*[chunk] * 40, b"\ny"]))]
    assert kept == [MAX_RECORD_BYTES, 1]


@pytest.mark.parametrize(
    "lines_of",
    [
        b"\n{",
        b'\n{"',
        b",\n{",
        b'{"\n',
        b"}\n",
        b" \n",
        b'"\n',
        b'{"a":"b", "c":{"d":1}}\n',
        b"\r\n {",
        b'{"a":\n',
    ],
)
def test_a_megabyte_of_lines_is_read_at_once(lines_of: bytes) -> None:
    start = time.process_time()
    assert codes(b'{"question": 1}' + lines_of * (2**20 // len(lines_of)))
    assert time.process_time() - start < 10
