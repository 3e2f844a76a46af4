"""The splitter of XML: every record once, wherever the chunks are cut and whatever is broken."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions_rdf.readers._byte_window import Slice, State
from questions_rdf.readers._xml_records import Marks, records
from reading import chunks

MARKS = Marks("question", ("questionsEcrites", "questionsGvt"))
OPENING = b'<?xml version="1.0"?>\n<!-- <question>none</question> -->\n<questionsEcrites a=">">\n'
CLOSING = b"\n</questionsEcrites>\n"
RECORDS = [
    b"<question>%s</question>" % inside
    for inside in (
        b"",
        b"<uid>QANR5L14QE1</uid>",
        b"<texte><![CDATA[</question> x <question> ]] > &]]></texte>",
        b"<texte><!-- </question><!-- --></texte>",
        b"<?note </question>?>",
        b"<questions/><questionnaire>x</questionnaire>",
        b"<![CDATA[]]]]><![CDATA[>]]>",
        "é\u2028>".encode(),
    )
] + [
    b'<question xmlns="http://a" b=\'"/>\'>x</question >',
    b"<q:question xmlns:q='http://a'><q:uid/></q:question>",
    b'<question uid="1"/>',
    b"<question\n>\n</question\n>",
]
LIST = OPENING + b"\n <!-- x --> ".join(RECORDS) + CLOSING


def _split(data: bytes, size: int = 10**6) -> list[Slice]:
    return list(records(chunks(data, size), MARKS))


def _listed(*pieces: bytes) -> bytes:
    return OPENING + b"\n".join(pieces) + CLOSING


@pytest.mark.parametrize("size", [*range(1, 70), 399, 400, 401, 1000, 10**6])
def test_the_slices_are_the_records_for_any_size_of_chunk(size: int) -> None:
    found = _split(LIST, size)
    assert [piece.data for piece in found] == RECORDS
    assert {piece.state for piece in found} == {State.WHOLE}
    assert all(LIST[p.offset : p.offset + len(p.data)] == p.data for p in found)


def test_a_cut_on_the_first_byte_of_a_record_neither_doubles_nor_loses_it() -> None:
    for first in (piece.offset for piece in _split(LIST)):
        found = list(records(iter((LIST[:first], LIST[first:])), MARKS))
        assert [piece.data for piece in found] == RECORDS


@given(st.lists(st.integers(0, len(LIST)), max_size=8).map(sorted))
@settings(deadline=None, max_examples=60)
def test_the_slices_are_the_records_for_any_cuts(cuts: list[int]) -> None:
    edges = [0, *cuts, len(LIST)]
    pieces = [LIST[a:b] for a, b in pairwise(edges) if a < b]
    assert [piece.data for piece in records(iter(pieces), MARKS)] == RECORDS


@pytest.mark.parametrize("size", [1, 7, 64, 10**6])
@pytest.mark.parametrize("filling", [b"", b" " * 700, b"x" * 700])
@pytest.mark.parametrize(
    "broken",
    [
        b"<question><uid>x",
        b"<question><uid>x</uid><texte>",
        b"<question><texte><![CDATA[no end]</texte></question>",
        b"<question><texte><!-- no end</texte></question>",
        b"<question><texte><?no end</texte></question>",
        b'<question uid="no end>x</question>',
        b"<uid>no start</uid></question>",
        b"<question>",
    ],
)
def test_a_broken_record_does_not_cost_its_neighbours(
    broken: bytes, filling: bytes, size: int
) -> None:
    begin, _, end = broken.rpartition(b"</question>")
    filled = begin + filling + b"</question>" + end if begin else broken + filling
    data = _listed(RECORDS[1], filled, RECORDS[2], filled, RECORDS[4])
    found = [piece.data.strip() for piece in _split(data, size)]
    assert [piece for piece in found if piece in RECORDS] == [RECORDS[n] for n in (1, 2, 4)]
    assert len(found) == 5


@pytest.mark.parametrize("size", [1, 5, 10**6])
@pytest.mark.parametrize("stray", [b"words", b"<other/>", b"</question>", b"<", b"&amp;", b"]]>"])
def test_what_is_no_record_is_one_stray_between_two_records(stray: bytes, size: int) -> None:
    found = _split(_listed(RECORDS[1], stray * 3, RECORDS[2]), size)
    assert [piece.state for piece in found] == [State.WHOLE, State.STRAY, State.WHOLE]
    assert [piece.data for piece in found[::2]] == RECORDS[1:3]


def test_what_stands_behind_the_list_is_noticed() -> None:
    assert _split(LIST + b"words")[-1].state is State.STRAY
    assert _split(LIST + b"<!-- words --> <?and more?>\n")[-1].state is State.WHOLE
    assert [piece.data for piece in _split(LIST + LIST)] == RECORDS * 2


def test_a_document_of_one_record_needs_no_list() -> None:
    for alone in RECORDS:
        assert [piece.data for piece in _split(b"\xef\xbb\xbf<?xml?>\n" + alone + b"\n")] == [alone]


@pytest.mark.parametrize("size", [1, 50, 10**6])
def test_the_end_of_the_list_is_missed(size: int) -> None:
    assert _split(LIST[: -len(CLOSING)], size)[-1].state is State.NO_END
    assert _split(LIST[: -len(CLOSING) - 1], size)[-1].state is State.TRUNCATED
    assert _split(OPENING, size) == [Slice(len(OPENING), b"", State.NO_END)]
    assert _split(b"<questionsGvt/>", size) == []


def test_any_cut_costs_only_what_it_cuts() -> None:
    for cut in range(len(OPENING), len(LIST)):
        found = _split(LIST[:cut])
        whole = [piece.data for piece in found if piece.state is State.WHOLE]
        assert whole == RECORDS[: len(whole)]
        assert len(found) - len(whole) <= 1 + (found[-1].state is State.NO_END)


def test_memory_does_not_grow_with_what_is_passed_over() -> None:
    filling = [b"y" * 10_000 for _ in range(200)]
    for beginning in (b"<question><uid>", b"<question><![CDATA[", b"<!-- ", b"words "):
        chunks = iter([OPENING + beginning, *filling, b"-->", LIST[len(OPENING) :]])
        found = list(records(chunks, MARKS, max_record_bytes=50_000))
        assert all(len(piece.data) < 100_000 for piece in found)
        assert [piece.data for piece in found if piece.data in RECORDS] == RECORDS


SIGNS = (
    b"<question>|<question |<question|</question>|<question/>|<|>|<!--|<![CDATA[|<?|]]>|-->|question>"
    b'|a|"| |<a>|</a>|&|<question><![CDATA[|<question><!--</question>|<questionsEcrites>'
    b"|</questionsEcrites>|<!-- --><question>|<question>a|<a:|</a:|<question a='"
).split(b"|")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("opening", [OPENING, b"<question>"])
def test_megabytes_of_one_sign_are_split_at_once(sign: bytes, opening: bytes) -> None:
    data = opening + sign * (2 * 2**20 // len(sign))
    start = time.process_time()
    for _ in records(chunks(data, 2**20), MARKS):
        pass
    assert time.process_time() - start < 5


@given(st.lists(st.sampled_from([*SIGNS, b"xyz", b"\xff"]), max_size=40), st.integers(1, 40))
@settings(deadline=None, max_examples=200)
def test_any_pieces_end_and_are_the_same_for_anychunks(signs: list[bytes], size: int) -> None:
    whole = OPENING + b"".join(signs)
    found = _split(whole, size)
    for piece in found:
        assert piece.data == whole[piece.offset : piece.offset + len(piece.data)]
    assert [(p.offset, p.state) for p in found] == [(p.offset, p.state) for p in _split(whole)]
