"""Files, folders, archives and standard input: everything is read or refused, nothing is lost."""

import hashlib
import io
import os
import sys
import time
import tracemalloc
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import golden
import reading
from hostile_inputs import INPUTS, SMALL_LIMITS, question, zipped
from questions_rdf.build import Options
from questions_rdf.documents import Document
from questions_rdf.problems import Problem
from questions_rdf.provenance import Provenance, note_of
from questions_rdf.sources import (
    STDIN,
    Limits,
    SourceFile,
    _directory,
    documents,
    documents_named,
)
from questions_rdf.sources._directory import directory_of
from questions_rdf.sources._members import Member, members


def _outcome(*paths: Path) -> golden.Outcome:
    return golden.built(*paths, options=Options(Path("out"), limits=SMALL_LIMITS))


def _read(path: Path, limits: Limits = SMALL_LIMITS) -> list[str | bytes]:
    """The code of each problem and the bytes of each document."""
    found: list[str | bytes] = []
    for item in documents([str(path)], limits):
        if isinstance(item, Problem):
            found.append(item.code)
        elif isinstance(item, Document):
            found.append(item.read())
    return found


@pytest.mark.parametrize("name", INPUTS)
def test_a_hostile_input_gives_its_problems_and_costs_nothing_else(
    name: str, tmp_path: Path
) -> None:
    hostile = INPUTS[name]
    path = tmp_path / f"source.{hostile.suffix}"
    hostile.write(path)
    start = time.process_time()
    outcome = _outcome(path)
    assert time.process_time() - start < 10
    assert Counter(outcome.codes) == Counter(hostile.codes)
    rejected = sum(problem.get("rejected", False) for problem in outcome.problems)
    records = outcome.manifest.records
    assert (records.published, records.rejected) == (hostile.published, rejected)
    assert records.read == hostile.published + rejected >= 1
    assert set(tmp_path.iterdir()) == {path}, "an archive is never extracted"


def test_hostile_inputs_together_count_up(tmp_path: Path) -> None:
    for number, hostile in enumerate(INPUTS.values()):
        hostile.write(tmp_path / f"{number:02}.{hostile.suffix}")
    outcome = _outcome(tmp_path)
    rejected = sum(problem.get("rejected", False) for problem in outcome.problems)
    records = outcome.manifest.records
    assert (records.published, records.rejected) == (2, rejected)
    read_once = Counter(outcome.codes)
    read_once.subtract(code for hostile in INPUTS.values() for code in hostile.codes)
    good = sum(hostile.published for hostile in INPUTS.values())
    assert not {code: n for code, n in read_once.items() if n}
    assert records.merged == good - 2


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.json", "a/z.json", "a.json", "a/B.json", "é.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    (tmp_path / ".hidden").write_bytes(b"x")
    found = [item.origin.file for item in _consumed(tmp_path)]
    names = [Path(name).relative_to(tmp_path).as_posix() for name in found]
    assert names == [".hidden", "a.json", "a/B.json", "a/z.json", "b.json", "é.json"]


def _consumed(path: Path) -> list[Document | Problem]:
    found: list[Document | Problem] = []
    for item in documents([str(path)], SMALL_LIMITS):
        if isinstance(item, Document):
            item.read()
        if not isinstance(item, SourceFile):
            found.append(item)
    return found


def test_members_are_read_in_the_order_of_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(("z", b"1"), ("a", b"2"), ("m/a", b"3")))
    assert _read(path) == [b"1", b"2", b"3"]


@pytest.mark.parametrize("content", [question(1), zipped(("a.json", question(1)))])
def test_standard_input_is_a_file_or_an_archive(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    class _Stdin:
        buffer = io.BytesIO(content)

    monkeypatch.setattr(sys, "stdin", _Stdin())
    file, document = documents([STDIN], SMALL_LIMITS)
    assert file == SourceFile("stdin", len(content), hashlib.sha256(content).hexdigest())
    assert isinstance(document, Document)
    assert document.origin.file == "stdin"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(question(1))
    path.chmod(0)
    assert _read(path) == ["fichier-illisible"]


def test_a_path_that_goes_away_is_a_problem(tmp_path: Path) -> None:
    assert _read(tmp_path / "gone.json") == ["fichier-illisible"]


def test_a_dangling_link_and_a_pipe_do_not_stop_a_folder(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "z.json").write_bytes(b"x")
    assert _read(tmp_path)[-1] == b"x"


def test_limits_are_options(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(*((f"{n}.json", b"x" * 2_000_000) for n in range(6))))
    assert _read(path, Limits(members=5)) == ["limite-membres"]
    assert _read(path, Limits(ratio=10**6)) == [b"x" * 2_000_000] * 6


def test_a_bomb_is_stopped_while_it_unpacks(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a", "w") as bomb,
    ):
        for _ in range(200):
            bomb.write(bytes(1024 * 1024))
    tracemalloc.start()
    outcome = golden.built(path, options=Options(Path("out")))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert outcome.codes == ["limite-ratio"]
    assert outcome.manifest.records.rejected == 1
    assert peak < 100 * 1024 * 1024


def test_a_document_is_hashed_and_counted_whole() -> None:
    content = bytes(range(256)) * 1000
    document = Document(reading.document(b"").origin, io.BytesIO(content))
    assert document.head == content[: 64 * 1024]
    document.exhaust()
    assert document.size == len(content)
    assert document.sha256 == hashlib.sha256(content).hexdigest()


def test_a_document_comes_in_any_pieces_and_its_stream_is_left_at_the_end() -> None:
    class Drip(io.BytesIO):
        asked = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.asked += 1
            return super().read(min(size or 0, 7))

    stream = Drip(b"x" * 20)
    document = Document(reading.document(b"").origin, stream)
    assert (document.head, document.read(), *document.chunks()) == (b"x" * 20,) * 3
    document.exhaust()
    assert (document.size, stream.asked) == (20, 4)


def test_names_that_are_no_text_are_read_all_the_same(tmp_path: Path) -> None:
    """An old archive unpacked on Linux leaves names that are no UTF-8; zips may name anything."""
    (tmp_path / os.fsdecode(b"caf\xe9.json")).write_bytes(question(1))
    (tmp_path / "a\x01\n.zip").write_bytes(zipped(("b\x01\r\u202e.json", question(2))))
    outcome = _outcome(tmp_path)
    assert outcome.codes == []
    assert outcome.manifest.records.published == 2
    assert '"caf\ufffd.json"'.encode() in outcome.turtle


def _noted(path: Path, content: bytes, noted: bytes) -> Provenance:
    """A file with a note that was written for ``noted``."""
    digest = hashlib.sha256(noted).hexdigest()
    note = Provenance("https://example.org/a.json", digest, len(noted), dated=date(2026, 11, 21))
    path.write_bytes(content)
    note_of(path).write_bytes(note.written())
    return note


def test_the_note_of_a_download_is_read_with_the_file_and_not_as_one(tmp_path: Path) -> None:
    note = _noted(tmp_path / "a.json", b"x", b"x")
    for paths in ([tmp_path], [tmp_path / "a.json", tmp_path / "a.json.json"]):
        found = list(documents(map(str, paths), SMALL_LIMITS))
        (file,) = [item for item in found if isinstance(item, SourceFile)]
        assert file.provenance == note
        assert len([item for item in found if isinstance(item, Document)]) == 1


def test_a_note_that_does_not_fit_its_file_is_said_and_not_believed(tmp_path: Path) -> None:
    _noted(tmp_path / "a.json", b"y", b"x")
    found = list(documents([str(tmp_path)], SMALL_LIMITS))
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert problem.code == "provenance-discordante"
    assert "https://example.org/a.json" in problem.message.fr
    (file,) = [item for item in found if isinstance(item, SourceFile)]
    assert file.provenance is None


def test_a_file_that_only_has_the_name_of_a_note_is_a_source(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"x")
    (tmp_path / "a.json.json").write_bytes(b'{"question": {}}')
    _noted(tmp_path / "gone.zip", b"x", b"x")
    (tmp_path / "gone.zip").unlink()
    names = {Path(item.origin.file).name for item in _consumed(tmp_path)}
    assert names == {"a.json", "a.json.json", "gone.zip.json"}


# -- The directory of an archive ------------------------------------------------------------------


def _entries(path: Path) -> tuple[list[Member] | None, list[Member]]:
    """The members of an archive as we read them, and as ``zipfile`` does."""
    with path.open("rb") as stream, zipfile.ZipFile(path) as archive:
        directory = directory_of(stream, 1000)
        ours = list(directory) if directory else None
        assert directory is None or directory.files == len(ours or ())
        return ours, [member for _, member in members(archive)]


@given(
    names=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), max_size=20),
    zip64=st.booleans(),
    method=st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
)
@settings(deadline=None, max_examples=60)
def test_the_directory_is_read_as_zipfile_reads_it(
    names: list[str], zip64: bool, method: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", method) as archive:
        warnings.simplefilter("ignore")
        for rank, name in enumerate(names):
            info = zipfile.ZipInfo(name or "x", (2024, 1 + rank % 12, 5, 1, 2, 4))
            info.compress_type = method
            with archive.open(info, "w", force_zip64=zip64) as member:
                member.write(bytes(rank))
    ours, theirs = _entries(path)
    assert ours == theirs


def test_a_directory_larger_than_a_buffer_loses_no_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(*((f"{'n' * (n % 50)}{n}", b"") for n in range(300))))
    monkeypatch.setattr(_directory, "_LONGEST", 500)
    for size in (500, 777, 5_000):
        monkeypatch.setattr(_directory, "_BUFFER", size)
        ours, theirs = _entries(path)
        assert ours == theirs


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"MZ before" + data,
        lambda data: data + b"after",
        lambda data: data[:-30] + data[-22:],
        lambda data: data.replace(b"PK\x01\x02", b"PK\x09\x09", 1),
        lambda _: b"PK\x05\x06",
    ],
)
def test_what_is_not_quite_an_archive_is_left_to_zipfile(
    spoil: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(spoil(zipped(("a", b"1"), ("b", b"2"))))
    with path.open("rb") as stream:
        assert directory_of(stream, 1000) is None
        assert stream.tell() == 0


def test_an_archive_with_a_large_member_is_left_to_zipfile(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(("a", b"1"), ("b", b"2" * 1001)))
    assert _entries(path)[0] is None


def test_of_documents_that_are_looked_for_by_name_the_others_are_not_unpacked(
    tmp_path: Path,
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("json/1.json", "one")
        archive.writestr("json/2.json", b"two" * 1000)
        archive.writestr("json/large.json", b"x" * 9_000_000)  # it is no part of a batch
    data = bytearray((tmp_path / "a.zip").read_bytes())
    at = data.index(b"json/2.json") + len("json/2.json")
    data[at : at + 8] = b"\xff" * 8  # unpacking it would fail
    (tmp_path / "a.zip").write_bytes(data)
    (tmp_path / "1.json").write_text("elsewhere", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("a.zip", "1.json")]
    found = [
        (one.name, one.read())
        for one in documents_named({"json/1.json", "1.json"}, paths, Limits())
        if not isinstance(one, SourceFile)
        if isinstance(one, Document) or pytest.fail(f"{one}")
    ]
    assert found == [("json/1.json", b"one"), ("1.json", b"elsewhere")]
