"""A build in several processes: the same bytes, nothing lost at a cut, a death is told."""

import hashlib
import json
import os
import re
import signal
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import reading
from questions_rdf import conversion, documents, intake
from questions_rdf.build import Options, build
from questions_rdf.deduction import deduce
from questions_rdf.inventory import Plan
from questions_rdf.records import Question
from questions_rdf.sources import _batches
from questions_rdf.workers import Tell, WorkerDiedError

COUNT = 23
MINISTERES = [{"abrege": name, "developpe": f"Ministère {name}"} for name in ("Mer", "Sport")]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_batches, "MOST_DOCUMENTS", 4)


def _documents(count: int = COUNT) -> list[tuple[str, bytes]]:
    """Questions in documents of their own; some come twice, one is broken."""
    documents = [
        (f"{n:03}.json", reading.single(numero=n, minInt=MINISTERES[n % 2]))
        for n in range(1, count + 1)
    ]
    return [*documents, ("again.json", documents[2][1]), ("broken.json", b'{"question": {')]


def _folder(path: Path) -> None:
    path.mkdir()
    for name, content in _documents():
        (path / name).write_bytes(content)


def _archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _documents():
            archive.writestr(name, content)


def _built(source: Path, out: Path, **options: object) -> dict[str, bytes]:
    build([str(source)], Options(out, check=False, **options))  # type: ignore[arg-type]
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@pytest.mark.parametrize("write", [_folder, _archive])
def test_any_number_of_processes_writes_the_same_bytes(
    write: Callable[[Path], None], tmp_path: Path
) -> None:
    write(tmp_path / "source")
    alone = _built(tmp_path / "source", tmp_path / "out")
    records = json.loads(alone["manifest.json"])["records"]
    further = 1 if write is _folder else 0
    assert records == {
        "read": COUNT + 2,
        "published": COUNT,
        "merged": further,
        "rejected": 2 - further,
    }
    for jobs in (2, 5):
        assert _built(tmp_path / "source", tmp_path / "out", jobs=jobs) == alone


def test_a_source_that_several_batches_share_is_described_once(tmp_path: Path) -> None:
    _archive(tmp_path / "a.zip")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.json").write_bytes(dict(_documents())["002.json"])
    (tmp_path / "b" / "y.json").write_bytes(dict(_documents())["020.json"].replace(b"?", b"!"))
    outputs = []
    for jobs in (1, 2):
        out = tmp_path / f"out-{jobs}"
        build([str(tmp_path / "a.zip"), str(tmp_path / "b")], Options(out, jobs=jobs, check=False))
        turtle = (out / "questions.ttl").read_text(encoding="utf-8")
        _, shared = turtle.split("# ── Documents ")
        outputs.append(turtle)
    assert outputs[0] == outputs[1]
    contents = (*(path.read_bytes() for path in (tmp_path / "b").iterdir()), _documents()[2][1])
    assert re.findall(r"<source/sha256-\w+>", shared) == sorted(
        f"<source/sha256-{hashlib.sha256(content).hexdigest()[:16]}>" for content in contents
    )
    described = re.findall(r"^<source/sha256-\w+>", outputs[0], re.MULTILINE)
    assert len(described) == len(set(described)) == COUNT + 1


def test_a_process_that_dies_leaves_the_former_output_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _archive(tmp_path / "a.zip")
    before = _built(tmp_path / "a.zip", tmp_path / "out")

    def killed(question: Question, *arguments: object, **options: object) -> object:
        if question.numero == 17:
            os.kill(os.getpid(), signal.SIGKILL)
        return deduce(question, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(conversion, "deduce", killed)
    with pytest.raises(WorkerDiedError, match="died at QANR5L16QE17; nothing was written"):
        _built(tmp_path / "a.zip", tmp_path / "out", jobs=2)
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in sorted((tmp_path / "out").iterdir())} == before
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "out"}


def test_a_process_that_dies_while_it_reads_names_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _archive(tmp_path / "a.zip")
    documents_of = _batches.documents_of

    def killed(batch: _batches.Batch, limits: object) -> object:
        for found in documents_of(batch, limits):  # type: ignore[arg-type]
            yield found
            if getattr(found, "name", "") == "012.json":
                os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr("questions_rdf.intake.documents_of", killed)
    with pytest.raises(WorkerDiedError, match=r"died at .*a\.zip!012\.json"):
        _built(tmp_path / "a.zip", tmp_path / "out", jobs=2)


def test_the_work_hears_what_is_being_converted(tmp_path: Path) -> None:
    _archive(tmp_path / "a.zip")
    heard: list[str] = []
    work = conversion.Conversion.__call__

    def listening(self: conversion.Conversion, plan: Plan, _tell: Tell) -> object:
        return work(self, plan, heard.append)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion.Conversion, "__call__", listening)
        _built(tmp_path / "a.zip", tmp_path / "out")
    assert heard == [f"QANR5L16QE{n}" for n in range(1, COUNT + 1)]


# -- Large documents ------------------------------------------------------------------------------


def _list(separator: bytes = b",\n", count: int = COUNT) -> bytes:
    records = (json.dumps(reading.record(n), ensure_ascii=False) for n in range(1, count + 1))
    return b"".join(
        (reading.LIST_OPENING, separator.join(map(str.encode, records)), reading.LIST_CLOSING)
    )


def _lines() -> bytes:
    return b"".join(reading.single(numero=n).replace(b"\n", b" ") + b"\n" for n in range(1, COUNT))


LARGE = {
    "list.json": _list(),
    "broken.json": _list()[:-200],
    "stray.json": _list(b', null, "x",'),
    "cp1252.json": _list().replace(b"Pourquoi ?", "Pourquoi l'été ?".encode("cp1252")),
    "lines.ndjson": _lines() + b"{oops\n" + reading.single(numero=99).replace(b"\n", b" "),
    "list.xml": (reading.FIXTURES / "opendata_xml" / "l14-liste" / "source.xml").read_bytes(),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_document_is_read_in_pieces_as_it_is_in_one(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / name
    source.write_bytes(LARGE[name])
    whole = _built(source, tmp_path / "out")
    monkeypatch.setattr(_batches, "MOST_BYTES", 100)
    monkeypatch.setattr(intake, "HEAD_BYTES", 100)
    monkeypatch.setattr(intake, "_MOST_QUESTIONS", 3)
    in_pieces = _built(source, tmp_path / "out")
    assert Counter(in_pieces["questions.nt"].splitlines()) == Counter(
        whole["questions.nt"].splitlines()
    )
    assert in_pieces["problems.jsonl"] == whole["problems.jsonl"]
    for jobs in (2, 5):
        assert _built(source, tmp_path / "out", jobs=jobs) == in_pieces


@pytest.mark.parametrize("size", range(280, 300))
def test_no_record_is_lost_wherever_a_chunk_ends(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records are some 230 bytes: chunks end at every place of one, its first byte among them."""
    data = _list()
    starts = [match.start() - 64 for match in re.finditer(rb'\{"uid"', data)]
    monkeypatch.setattr(intake, "HEAD_BYTES", 64)
    monkeypatch.setattr(documents, "HEAD_BYTES", 64)
    monkeypatch.setattr(documents, "CHUNK_BYTES", starts[1] + size - 290)
    monkeypatch.setattr(_batches, "MOST_BYTES", 100)
    (tmp_path / "list.json").write_bytes(data)
    built = _built(tmp_path / "list.json", tmp_path / "out", formats=("nt",))
    assert json.loads(built["manifest.json"])["records"]["published"] == COUNT
    assert not built["problems.jsonl"]
