"""``questions-rdf export`` as a user calls it."""

import json
from pathlib import Path

import pytest

from built import BASE, on_a_terminal, run, seeds


def out() -> Path:
    return seeds()[0]


def test_it_writes_a_folder_and_talks_on_standard_error(tmp_path: Path) -> None:
    result = run("export", "--csv", out(), cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.startswith("Written to export: questions 5, reponses 2, evenements ")
    assert (tmp_path / "export" / "questions.csv").is_file()


def test_quiet_is_quiet_and_json_is_the_manifest(tmp_path: Path) -> None:
    result = run("export", out(), "--csv", "--quiet", "--json", cwd=tmp_path)
    assert result.stderr == ""
    assert json.loads(result.stdout) == json.loads((tmp_path / "export/manifest.json").read_text())


def test_progress_is_for_terminals(tmp_path: Path) -> None:
    seen = on_a_terminal("export", str(out()), "--csv", cwd=tmp_path)
    assert "Reading…" in seen
    assert "Reading…" not in run("export", out(), "--csv", cwd=tmp_path).stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "which format? --csv, --csv=excel-fr or --parquet"),
        (["--csv=excel"], "no dialect 'excel'; did you mean excel-fr?"),
        (["--csv", "--table", "question"], "no table 'question'; did you mean questions?"),
        (["--csv", "--table", "xyz"], "no table 'xyz'; there are questions, reponses, "),
        (["--csv", "--out", "OUT"], "is the output of a build; name another folder with --out"),
        (["--csv", "--text"], "No such option"),
    ],
)
def test_what_makes_no_sense_is_one_line(options: list[str], message: str, tmp_path: Path) -> None:
    given = [out() if one == "OUT" else one for one in options]
    result = run("export", out(), *given, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_data_that_is_not_there_ends_with_3(tmp_path: Path) -> None:
    result = run("export", "--csv", cwd=tmp_path)
    assert result.returncode == 3
    assert "no such file or folder: out; questions-rdf build makes it" in result.stderr


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "Triplets de propriétés pour lesquelles il n'y a pas de colonne (2): "),
        ("en", "Triples of properties that no column is for (2): "),
    ],
)
def test_what_has_no_place_ends_with_1_and_is_named(lang: str, words: str, tmp_path: Path) -> None:
    turtle = (out() / "questions.ttl").read_text(encoding="utf-8")
    more = '<question/QANR5L17QE2621> <http://example.org/humeur> "bonne" ; qp:rang "un" .\n'
    (tmp_path / "more.ttl").write_text(turtle + more, encoding="utf-8")
    result = run("export", "more.ttl", "--csv", "--lang", lang, cwd=tmp_path)
    assert result.returncode == 1
    assert "put in order first" in result.stderr
    assert f"{words}http://example.org/humeur (1), qp:rang (1)" in result.stderr
    assert (tmp_path / "export" / "questions.csv").is_file()


def test_links_to_what_is_not_described_are_named(tmp_path: Path) -> None:
    lines = (out() / "questions.nt").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"<{BASE}acteur/")]
    (tmp_path / "part.nt").write_text("".join(kept), encoding="utf-8")
    result = run("export", "part.nt", "--csv", "--lang", "en", cwd=tmp_path)
    assert result.returncode == 0
    assert "Links to things that the data does not describe (5): questions.auteur (5)" in (
        result.stderr
    )
