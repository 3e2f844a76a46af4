"""The verb ``reference``: a cache, a summary, one-line errors, exit codes."""

import json
from pathlib import Path

import pytest

import reference_data as data
from built import run
from hostile_inputs import zipped


@pytest.fixture
def archive(tmp_path: Path) -> str:
    return Path(data.small(tmp_path / "amo.zip")).name


def test_a_cache_is_written_and_said(archive: str, tmp_path: Path) -> None:
    result = run("reference", archive, "-o", "amo.cache", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.startswith("Written to amo.cache: acteurs 1, mandats 2, organes 2\n")
    quiet = run("reference", "amo.cache", "-o", "again.cache", "--quiet", cwd=tmp_path)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def test_two_runs_give_the_same_bytes(archive: str, tmp_path: Path) -> None:
    run("reference", archive, "-o", "amo.cache", cwd=tmp_path)
    first = (tmp_path / "amo.cache").read_bytes()
    run("reference", tmp_path / archive, "-o", "amo.cache", cwd=tmp_path, PYTHONHASHSEED="7")
    assert (tmp_path / "amo.cache").read_bytes() == first


def test_the_summary_is_json(archive: str, tmp_path: Path) -> None:
    result = run("reference", archive, "-o", "amo.cache", "--json", cwd=tmp_path)
    summary = json.loads(result.stdout)
    assert summary["bytes"] == (tmp_path / "amo.cache").stat().st_size
    assert [summary[kind] for kind in ("acteurs", "mandats", "organes")] == [1, 2, 2]
    assert [one["file"] for one in summary["inputs"]] == [archive]
    assert summary["problems"] == []


def test_what_is_wrong_is_said_and_ends_with_1_if_it_is_an_error(tmp_path: Path) -> None:
    good = data.encoded({"organe": data.organe(libelle=True)})
    (tmp_path / "amo.zip").write_bytes(zipped(("a.json", good), ("b.json", b"{")))
    result = run("reference", "amo.zip", "-o", "c", "--json", "--lang", "en", cwd=tmp_path)
    assert result.returncode == 1
    assert (tmp_path / "c").is_file()
    codes = [problem["code"] for problem in json.loads(result.stdout)["problems"]]
    assert codes == ["reference-valeur-inattendue", "reference-json-illisible"]
    assert "amo.zip!b.json: error reference-json-illisible: This document" in result.stderr
    (tmp_path / "amo.zip").write_bytes(zipped(("a.json", good)))
    assert run("reference", "amo.zip", "-o", "c", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["missing.zip", "-o", "c"], 3, "no such file"),
        (["note.txt", "-o", "c"], 3, "note.txt holds no acteur and no organe"),
        (["old.cache", "-o", "c"], 3, "build it again with 'questions-rdf reference'"),
        (["amo.zip", "-o", "note.txt"], 2, "is no cache and would be overwritten"),
        (["amo.zip", "-o", "amo.zip"], 2, "is no cache and would be overwritten"),
        (["amo.zip"], 2, "Missing option '--out' / '-o'"),
        (["-o", "c"], 2, "Missing argument 'FILE...'"),
        (["amo.zip", "-o", "note.txt/c"], 4, "cannot write"),
        (["amo.zip", "-o", "c", "--max-members", "1"], 3, "--max-members"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], code: int, said: str, archive: str, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("Bonjour")
    (tmp_path / "old.cache").write_bytes(b"questions-rdf reference 0\n")
    result = run("reference", *arguments, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (code, "")
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "c").exists()
    assert (tmp_path / archive).read_bytes().startswith(b"PK")
