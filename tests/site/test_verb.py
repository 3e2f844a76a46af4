"""``questions-rdf publish`` as a user calls it."""

import json
import shutil
from pathlib import Path

import pytest

from built import BASE, on_a_terminal, run, seeds


def out() -> Path:
    return seeds()[0]


def test_it_writes_a_folder_and_says_what_is_in_it(tmp_path: Path) -> None:
    result = run("publish", out(), cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.startswith("Written to site: ")
    assert "each in French and English, as Turtle and JSON-LD" in result.stderr
    assert result.stderr.endswith("Open site/index.html\n")
    again = run("publish", out(), cwd=tmp_path)
    assert " 0 changed, 0 removed." in again.stderr


def test_quiet_is_quiet_and_json_is_the_account(tmp_path: Path) -> None:
    result = run("publish", out(), "--quiet", "--json", cwd=tmp_path)
    assert result.stderr == ""
    assert json.loads(result.stdout) == json.loads((tmp_path / "site/site.json").read_text())


def test_progress_is_for_terminals(tmp_path: Path) -> None:
    said = on_a_terminal("publish", str(out()), cwd=tmp_path)
    for phase in (
        "Indexing…",
        "Adding up…",
        "Reading the tables…",
        "Writing the pages…",
        "Writing the pages of things…",
        "Making the search, the lists, the documentation…",
        "Writing feeds and the sitemap…",
    ):
        assert phase in said, phase
    assert "Indexing…" not in run("publish", out(), cwd=tmp_path).stderr


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("1999-01-01", "--as-of 1999-01-01 is before anything was published (2023-12-19): "),
        ("2199-01-01", "is more than a year after the latest date in the data ("),
        ("2023-12-19", ""),
        ("2026-01-15", ""),
    ],
)
def test_a_day_far_from_the_data_is_wondered_at(day: str, said: str, tmp_path: Path) -> None:
    given = ("publish", out(), "--as-of", day, "--pages", "legislature")
    result = run(*given, cwd=tmp_path)
    assert result.returncode == 0
    assert said in result.stderr
    assert said or "--as-of" not in result.stderr
    assert run(*given, "--quiet", cwd=tmp_path).stderr == ""


def test_kinds_are_named_one_by_one_or_in_a_row(tmp_path: Path) -> None:
    given = ("--pages", "question,ministere", "--pages", "rubrique", "--json")
    result = run("publish", out(), *given, cwd=tmp_path)
    assert json.loads(result.stdout)["pages"].keys() == {"question", "ministere", "rubrique"}


def test_who_publishes_it_and_where_to_write_to_is_said(tmp_path: Path) -> None:
    name, page, mail = "Les Amis du Journal officiel", "https://example.org/", "a@example.org"
    given = ("--publisher", name, "--publisher-url", page, "--contact", mail)
    result = run("publish", out(), *given, "--pages", "legislature", cwd=tmp_path)
    assert result.returncode == 0
    site = tmp_path / "site"
    shown = f'<a href="{page}" rel="external">{name}</a> (<a href="mailto:{mail}">{mail}</a>)'
    assert shown in (site / "dataset.html").read_text()
    catalogue = (site / "catalogue.ttl").read_text()
    assert f'"{name}"' in catalogue
    assert f"<mailto:{mail}>" in catalogue


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--publisher", " "], "--publisher names nobody"),
        (["--contact", "a@example.org"], "are those of a --publisher: name one"),
        (["--publisher", "A", "--contact", "a at b"], "--contact 'a at b': a mail address is like"),
        (["--publisher", "A", "--publisher-url", "x"], "--publisher-url 'x': an address begins"),
        (["--pages", "questions"], "no kind of page 'questions'; did you mean question?"),
        (["--pages", "xyz"], "no kind of page 'xyz'; there are question, personne, "),
        (
            ["--url", "example.org"],
            "“example.org/” is no address of a site: it begins with https:// or http://",
        ),
        (
            ["--endpoint", "/sparql"],
            "--endpoint '/sparql': an address begins with https:// or http://",
        ),
        (["--endpoint", "javascript:alert(1)"], "an address begins with https:// or http://"),
        (["--endpoint", "https://example.org/a b"], "an address begins with https:// or http://"),
        (["--pages", ""], "--pages names no kind; there are question, "),
        (["--as-of", "yesterday"], "'yesterday' does not match the format '%Y-%m-%d'"),
        (["--out", "OUT"], "is the output of a build; name another folder with --out"),
        (["--out", "."], "holds something else than a site; name another folder with --out"),
    ],
)
def test_what_makes_no_sense_is_one_line(options: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear …", encoding="utf-8")
    given = [out() if one == "OUT" else one for one in options]
    result = run("publish", out(), *given, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_data_that_is_not_there_ends_with_3(tmp_path: Path) -> None:
    result = run("publish", cwd=tmp_path)
    assert result.returncode == 3
    assert "no such file or folder: out; questions-rdf build makes it" in result.stderr
    assert not (tmp_path / "site").exists()


def test_data_that_is_broken_ends_with_3_and_is_named(tmp_path: Path) -> None:
    out_there = tmp_path / "out"
    shutil.copytree(out(), out_there)
    with (out_there / "questions.nt").open("a", encoding="utf-8") as stream:
        stream.write(f"<{BASE}question/1> <p> .\n")
    result = run("publish", cwd=tmp_path)
    assert result.returncode == 3
    assert "out/questions.nt is not what manifest.json says of it: build it again" in result.stderr
    assert not (tmp_path / "site" / "site.json").exists()
