"""Volumes of N questions, and compressed files: the same graph, however it is cut and packed."""

import gzip
import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from built import run
from hostile_inputs import question, zipped
from questions_rdf import compression
from questions_rdf.build import Options, build
from questions_rdf.data_files import quads
from questions_rdf.errors import UsageError

COUNT = 23
FORMATS = ("ttl", "jsonld", "nt")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("volumes") / "a.zip"
    path.write_bytes(zipped(*((f"{n}.json", question(n)) for n in range(1, COUNT + 1))))
    return path


@cache
def _whole(archive: Path) -> dict[str, bytes]:
    out = archive.parent / "whole"
    build([str(archive)], Options(out, check=False))
    return {path.name: path.read_bytes() for path in out.iterdir()}


def _triples(path: Path) -> Counter[ox.Triple]:
    return Counter(quad.triple for quad in quads(path))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("size", [1, 5, 22, 23, 500])
def test_volumes_hold_so_many_questions_and_together_the_whole_graph(
    archive: Path, size: int, jobs: int, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    manifest = build([str(archive)], Options(out, check=False, split=size, jobs=jobs))
    numbers = range(1, -(-COUNT // size) + 1)
    for form in FORMATS:
        volumes = [_triples(out / f"questions-{number:04}.{form}") for number in numbers]
        assert not (out / f"questions-{len(numbers) + 1:04}.{form}").exists()
        types = [
            sum(str(triple.object).endswith("def#Question>") for triple in volume)
            for volume in volumes
        ]
        assert types == [size] * (COUNT // size) + ([COUNT % size] if COUNT % size else [])
        together: Counter[ox.Triple] = sum(volumes, Counter())
        whole = ox.parse(_whole(archive)["questions.nt"], ox.RdfFormat.N_TRIPLES)
        assert together == Counter(quad.triple for quad in whole)
    for number in numbers:
        said = json.loads((out / f"questions-{number:04}.manifest.json").read_bytes())
        assert said["volume"] == number
        assert set(said["files"]) == {f"questions-{number:04}.{form}" for form in FORMATS}
        for name, file in said["files"].items():
            assert file == json.loads(manifest.written())["files"][name]
            assert file["triples"] == said["triples"] == sum(_triples(out / name).values())


@pytest.mark.parametrize("name", compression.COMPRESSIONS)
def test_a_compressed_file_unpacks_to_the_plain_one(
    archive: Path, name: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for jobs in (1, 2):
        manifest = build([str(archive)], Options(out, check=False, compress=name, jobs=jobs))
        for form in FORMATS:
            packed = out / f"questions.{form}.{name}"
            with compression.COMPRESSIONS[name].opened(packed) as stream:
                assert stream.read() == _whole(archive)[f"questions.{form}"]
            assert manifest.files[packed.name].bytes == packed.stat().st_size
            assert packed.name in (out / "dataset.ttl").read_text(encoding="utf-8")


def test_gzip_knows_neither_clock_nor_name() -> None:
    packed = compression.GZIP.compress(b"x" * 1000)
    assert packed[4:8] == bytes(4)
    assert not packed[3] & 0b1000
    assert gzip.decompress(packed) == b"x" * 1000


def test_volumes_and_compressed_files_are_validated_and_asked(
    archive: Path, tmp_path: Path
) -> None:
    options = ("--split", "10", "--compress", "gz", "--format", "nt")
    built = run("build", archive, "--out", "out", *options, cwd=tmp_path)
    assert built.returncode == 0
    assert "zless out/questions-0001.nt.gz" in built.stderr
    assert "23 (out" in run("validate", "out", cwd=tmp_path).stderr
    count = "SELECT (COUNT(?q) AS ?n) { ?q a qp:Question }"
    asked = run("query", count, "--data", "out", "--format", "csv", cwd=tmp_path)
    assert asked.stdout.split() == ["n", "23"]


def test_findings_in_volumes_have_their_place(archive: Path, tmp_path: Path) -> None:
    plain = build([str(archive)], Options(tmp_path / "plain"))
    packed = build([str(archive)], Options(tmp_path / "packed", split=5, compress="zst"))
    assert plain.shacl == packed.shacl
    assert plain.shacl.warnings == 2 * COUNT  # none has an author, or a ministry
    reports = [tmp_path / out / "problems.jsonl" for out in ("plain", "packed")]
    assert reports[0].read_bytes() == reports[1].read_bytes()


def test_what_is_not_installed_is_said_before_the_work(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(UsageError, match=r"pip install 'questions-rdf\[zstd\]'"):
        build([str(archive)], Options(tmp_path / "out", compress="zst"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", compression.COMPRESSIONS)
def test_a_compressed_file_that_is_cut_is_said(archive: Path, name: str, tmp_path: Path) -> None:
    build([str(archive)], Options(tmp_path / "out", check=False, compress=name))
    for form in FORMATS:
        cut = tmp_path / f"cut.{form}.{name}"
        whole = (tmp_path / "out" / f"questions.{form}.{name}").read_bytes()
        cut.write_bytes(whole[: len(whole) // 2])
        found = run("validate", cut, cwd=tmp_path)
        assert found.returncode == 3
        assert found.stderr.startswith(f"questions-rdf: {cut}")
