"""A document that is cut, and its pieces read elsewhere, is the document that is read."""

import io
import pickle
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import xml_layout
from questions_rdf.problems import Problem
from questions_rdf.readers import Cutter, Found, Piece, cutter_of, said_once
from questions_rdf.readers import _json_records as json_records
from questions_rdf.readers._byte_window import Slice
from reading import FIXTURES, document, listed, record, results

SOURCES = sorted(FIXTURES.glob("opendata_*/*/source*"))
RAWS = [record(n, textesReponse=None if n % 2 else {"texteReponse": []}) for n in range(1, 6)]
LIST = listed(msgspec.json.encode(raw) for raw in RAWS)


def _elsewhere(data: bytes) -> list[Found | Problem]:
    """Cut here, read the pieces in any order in another place, put together here."""
    source = document(data)
    cutter = cutter_of(source)
    assert cutter is not None
    cut = pickle.loads(pickle.dumps(list(cutter.pieces(source))))  # noqa: S301
    read = {piece: list(_of(piece, cutter)) for piece in reversed(cut)}
    ranked = (found for piece in cut for found in read[piece])
    return list(said_once(ranked))


def _of(piece: Piece | Problem, cutter: Cutter) -> Iterator[Found | Problem]:
    if isinstance(piece, Problem):
        yield piece
        return
    for found in cutter.read_piece(piece, document(b"").origin):
        yield found._replace(rank=cutter.RANK) if isinstance(found, Found) else found


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_each_case_of_the_open_data_can_be_cut(source: Path) -> None:
    assert _elsewhere(source.read_bytes()) == results(source.read_bytes())


@pytest.mark.parametrize("data", [LIST, xml_layout.listed(RAWS)], ids=["json", "xml"])
def test_a_list_has_a_piece_for_each_question(data: bytes | str) -> None:
    source = document(data if isinstance(data, bytes) else data.encode())
    cutter = cutter_of(source)
    assert cutter is not None
    pieces = [piece for piece in cutter.pieces(source) if isinstance(piece, Piece)]
    assert [piece.path for piece in pieces] == [f"question[{n}]" for n in range(5)]
    source.exhaust()
    assert source.size == len(data)


def test_a_page_cannot_be_cut() -> None:
    assert cutter_of(document("16ème législature\n\nQuestion écrite n° 12".encode())) is None
    assert cutter_of(document(b"<html><body>")) is None
    assert cutter_of(document(b"")) is None


def _slices(data: bytes, size: int) -> list[Slice]:
    stream = io.BytesIO(data)
    return list(json_records.records(iter(lambda: stream.read(size), b"")))


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, len(LIST)),
        st.sampled_from((0, 0, 1, 7, 300)),
        st.sampled_from(
            (b"", b'"', b"{", b"}", b"[", b"]", b",", b"\\", b'{"uid"', b"null,", b"\f", b" \n ")
        ),
    ),
    max_size=4,
)


@given(MUTATIONS, st.sampled_from((40, 500, 10**6)))
@settings(deadline=None, max_examples=300)
def test_whole_records_are_told_apart_as_by_their_braces_and_strings(
    mutations: list[tuple[int, int, bytes]], size: int
) -> None:
    data = LIST
    for place, length, replacement in mutations:
        data = data[:place] + replacement + data[place + length :]
    quick = _slices(data, size)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_records, "_regular", lambda _window: None)
        assert quick == _slices(data, size)
