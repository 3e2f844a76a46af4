"""The splitter: every record once, wherever the chunks are cut and whatever is broken."""

import time
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions_rdf.problems import Problem
from questions_rdf.readers import Found
from questions_rdf.readers._byte_window import Slice, State
from questions_rdf.readers._json_records import is_list, records
from reading import LIST_CLOSING, LIST_OPENING, chunks, codes, listed, questions, record, results

RECORDS = [
    msgspec.json.encode(
        {"uid": f"QANR5L16QE{n}", "t": text, "n": [{"a": "{"}, [], {"b": {"c": "}"}}]}
    )
    for n, text in enumerate(
        ("", '"', "\\", '\\"', "}{][", "é\u2028", 'x"question": [', '{ "uid"', "\\\\"), 1
    )
]
LIST = listed(RECORDS)


def _split(data: bytes, size: int) -> list[Slice]:
    return list(records(chunks(data, size)))


@pytest.mark.parametrize("size", [*range(1, 70), 1000, 10**6])
def test_the_slices_are_the_records_for_any_size_of_chunk(size: int) -> None:
    found = _split(LIST, size)
    assert [piece.data for piece in found] == RECORDS
    assert {piece.state for piece in found} == {State.WHOLE}
    assert all(LIST[p.offset : p.offset + len(p.data)] == p.data for p in found)


def test_a_cut_on_the_first_byte_of_a_record_neither_doubles_nor_loses_it() -> None:
    for first in (piece.offset for piece in _split(LIST, 10**6)):
        found = list(records(iter((LIST[:first], LIST[first:]))))
        assert [piece.data for piece in found] == RECORDS


@given(st.lists(st.integers(0, len(LIST)), max_size=8).map(sorted))
@settings(deadline=None, max_examples=60)
def test_the_slices_are_the_records_for_any_cuts(cuts: list[int]) -> None:
    edges = [0, *cuts, len(LIST)]
    pieces = [LIST[a:b] for a, b in pairwise(edges) if a < b]
    assert [piece.data for piece in records(iter(pieces))] == RECORDS


@pytest.mark.parametrize("size", [1, 7, 64, 10**6])
@pytest.mark.parametrize(
    "broken",
    [
        b'{"uid": "x", "t": "an unescaped " quote"}',
        b'{"uid": "x", "t": "no end',
        b'{"uid": "x", "t": {"no": "end"',
        b'{"uid": "x", "t": [}',
        b'{"@xmlns": "x", "a": "two " unescaped " quotes"}',
        b'{"uid": "x"}}}}',
    ],
)
def test_a_broken_record_does_not_cost_its_neighbours(broken: bytes, size: int) -> None:
    data = listed([RECORDS[0], broken, RECORDS[1], broken, RECORDS[2]])
    found = [piece.data.rstrip(b", ") for piece in _split(data, size)]
    assert [piece for piece in found if piece in RECORDS] == RECORDS[:3]
    broken_ones = [piece for piece in found if piece.startswith(broken[:10])]
    assert len([piece for piece in broken_ones if piece not in RECORDS]) == 2


def test_two_broken_records_side_by_side_are_two_refusals() -> None:
    good, bad = msgspec.json.encode(record(1)), b'{"uid": "QANR5L16QE2", "t": "a " b"}'
    data = listed([good, bad, bad, good.replace(b"QE1", b"QE3").replace(b'"1"', b'"3"')])
    assert codes(data) == ["json-illisible", "json-illisible"]
    assert [q.numero for q in questions(data)] == [1, 3]


@pytest.mark.parametrize("size", [1, 5, 10**6])
def test_what_is_no_object_is_one_stray_between_two_records(size: int) -> None:
    data = listed([RECORDS[0], b"null", b'"a, {"', b"[1, 2]", b"-1.5e3", RECORDS[1]])
    states = [piece.state for piece in _split(data, size)]
    assert states[0] is states[-1] is State.WHOLE
    assert set(states[1:-1]) == {State.STRAY}


def test_the_end_of_the_list_is_missed() -> None:
    assert _split(LIST[: -len(LIST_CLOSING)], 50)[-1].state is State.NO_END
    assert _split(LIST[: -len(LIST_CLOSING) - 1], 50)[-1].state is State.TRUNCATED
    assert _split(LIST_OPENING, 50) == [Slice(len(LIST_OPENING), b"", State.NO_END)]


def test_a_list_without_records_is_not_passed_over_in_silence() -> None:
    assert codes(LIST_OPENING + LIST_CLOSING) == ["json-sans-question"]
    assert codes(LIST_OPENING) == ["json-sans-fin", "json-sans-question"]


def test_only_a_list_is_a_list() -> None:
    assert is_list(b'{"questionsGvt":{"question" :\n[')
    assert not is_list(b'{"question": {"a": [')


@pytest.mark.parametrize(
    ("length", "reported"), [(1_900_000, []), (10_000_000, ["texte-trop-long"])]
)
def test_a_record_of_many_megabytes_does_not_cost_its_neighbours(
    length: int, reported: list[str]
) -> None:
    text = "é" + " x" * (length // 2)
    stated = {"infoJO": {"dateJO": "2023-02-07"}, "texte": text}
    long = msgspec.json.encode(record(2, textesQuestion={"texteQuestion": stated}))
    data = listed([msgspec.json.encode(record(1)), long, msgspec.json.encode(record(3))])
    found = results(data)
    assert [f.question.numero for f in found if isinstance(f, Found)] == [1, 2, 3]
    assert [p.code for p in found if isinstance(p, Problem)] == reported
    kept = [v.texte for f in found if isinstance(f, Found) for v in f.question.versions]
    assert reported or kept[1] == text


@pytest.mark.parametrize(
    "sign",
    [b"[", b"{", b"}", b'"', b'\\"', b'"a', b"1,", b"null ", b"[1", b'{"a":', b'"a",', b" ", b"\\"],
)
@pytest.mark.parametrize("opening", [LIST_OPENING, b"{", b"["])
def test_a_megabyte_of_one_sign_is_read_at_once(sign: bytes, opening: bytes) -> None:
    start = time.process_time()
    assert codes(opening + sign * (2**20 // len(sign)))
    assert time.process_time() - start < 5


def test_memory_does_not_grow_with_what_is_passed_over() -> None:
    chunks = iter([LIST_OPENING + b'{"uid": "x', *(b"y" * 10_000 for _ in range(200)), LIST[30:]])
    found = list(records(chunks, max_record_bytes=50_000))
    assert len(found[0].data) < 100_000
    assert [piece.data for piece in found[1:]] == RECORDS


@given(st.binary(max_size=300), st.integers(1, 40))
@settings(deadline=None, max_examples=150)
def test_any_bytes_behind_the_opening_end(data: bytes, size: int) -> None:
    whole = LIST_OPENING + data
    for piece in records(chunks(whole, size)):
        assert piece.data == whole[piece.offset : piece.offset + len(piece.data)]
