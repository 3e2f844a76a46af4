"""What is sent: whole documents, in order, from any point on; and what is not sent at all."""

import gzip
import shutil
import time
from contextlib import nullcontext
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built import SEEDS, seeds
from questions_rdf.build import Options, build
from questions_rdf.document_ranges import gathered
from questions_rdf.errors import UnreadableInputError
from questions_rdf.load.payload import chunks, payload

NT = seeds()[0] / "questions.nt"
WHOLE = NT.read_bytes()


def document(line: bytes) -> bytes:
    return line.partition(b">")[0].partition(b"#")[0]


@settings(deadline=None)
@given(size=st.integers(1, 2 * len(WHOLE)), stop=st.integers(0, 60))
def test_chunks_are_all_of_it_in_documents_and_may_start_where_one_ended(
    size: int, stop: int
) -> None:
    found = list(chunks([NT], size))
    assert b"".join(chunk.body for chunk in found) == WHOLE
    assert sum(chunk.triples for chunk in found) == len(WHOLE.splitlines())
    for former, latter in pairwise(found):
        assert former.stop == latter.start
        last, first = former.body.splitlines()[-1], latter.body.splitlines()[0]
        assert document(last) != document(first)
    start = found[min(stop, len(found) - 1)].stop
    rest = list(chunks([NT], 7_000, start))
    assert b"".join(chunk.body for chunk in rest) == WHOLE[start:]
    assert not rest or rest[0].start == start


def test_volumes_and_packed_files_are_the_same_triples(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([str(SEEDS)], Options(out=out, split=2, compress="gz", check=False))
    found = payload(out)
    assert len(found.files) == 3
    assert (found.triples, found.bytes) == (395, None)
    sent = list(chunks(found.files, 9_000))
    assert {line for one in sent for line in one.body.splitlines()} == set(WHOLE.splitlines())
    assert len(sent) > 3
    rest = list(chunks(found.files, 500, sent[4].stop))
    assert b"".join(one.body for one in rest) == b"".join(one.body for one in sent[5:])


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_other_formats_are_sent_as_n_triples(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([str(SEEDS)], Options(out=out, formats=(form,), check=False))
    found = payload(out)
    assert found.triples == 395
    sent = b"".join(one.body for one in chunks(found.files, 9_000))
    assert set(ox.parse(sent, format=ox.RdfFormat.N_TRIPLES)) == set(ox.parse(path=str(NT)))


def test_what_somebody_changed_is_not_sent(tmp_path: Path) -> None:
    out = shutil.copytree(seeds()[0], tmp_path / "out")
    with (out / "questions.nt").open("a", encoding="utf-8") as stream:
        stream.write("<urn:a> <urn:b> <urn:c> .\n")
    with pytest.raises(UnreadableInputError, match="is not what the build wrote there"):
        payload(out)


def test_a_file_without_a_manifest_is_read_before_it_is_sent(tmp_path: Path) -> None:
    file = tmp_path / "some.nt"
    file.write_bytes(b'# a comment\n<urn:a> <urn:b> "_: \\n <x> _:b" .\n\n')
    found = payload(file)
    assert (found.triples, found.bytes) == (None, file.stat().st_size)
    assert [chunk.triples for chunk in chunks(found.files, 100)] == [1]
    file.write_bytes(b"<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b .\n")
    with pytest.raises(UnreadableInputError, match=r"some\.nt: Parser error .* line 2"):
        payload(file)


@pytest.mark.parametrize(
    "line", ["_:a <urn:b> <urn:c> .", "<urn:a>\t<urn:b>\t_:c .", "  <urn:a><urn:b>_:c."]
)
def test_blank_nodes_are_not_sent_in_pieces(line: str, tmp_path: Path) -> None:
    file = tmp_path / "some.nt.gz"
    file.write_bytes(gzip.compress(f"<urn:a> <urn:b> <urn:c> .\n{line}\n".encode()))
    with pytest.raises(UnreadableInputError, match=r"has blank nodes.*; use --bulk"):
        payload(file)


@pytest.mark.parametrize("sign", [b"<", b" ", b"\n", b"_:", b"<a> "])
def test_hostile_lines_take_no_longer(sign: bytes, tmp_path: Path) -> None:
    file = tmp_path / "some.nt"
    file.write_bytes(sign * (1_000_000 // len(sign)))
    began = time.process_time()
    for _ in chunks([file], 1_000_000):
        pass
    list(gathered(file.read_bytes().splitlines(keepends=True), 1_000_000))
    with pytest.raises(UnreadableInputError) if sign.strip() else nullcontext():
        payload(file)
    assert time.process_time() - began < 5
