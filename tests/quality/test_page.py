"""The page: sound mark-up, both languages, and text that stays text."""

import re
from pathlib import Path

import html5rdf
import pytest

from built import run, seeds
from quality.corpus import HOSTILE, written
from questions_rdf.pages import render
from questions_rdf.quality import measured
from questions_rdf.quality.page import view


def page(folder: Path, lang: str) -> str:
    return render("quality.html", lang, **view(measured(folder, jobs=1)))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_mark_up_is_that_of_html(lang: str, tmp_path: Path) -> None:
    for folder in (written(tmp_path), seeds()[0]):
        made = page(folder, lang)
        html5rdf.HTMLParser(strict=True).parse(made)
        assert f'<html lang="{lang}">' in made


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    made = page(written(tmp_path), "fr")
    assert HOSTILE not in made
    assert "<script" not in made
    assert "&lt;script&gt;alert(" in made


def test_each_language_says_everything_in_its_own_words(tmp_path: Path) -> None:
    french, english = (page(written(tmp_path), lang) for lang in ("fr", "en"))
    for word in (
        "Complétude",
        "obligatoire",
        "question écrite",
        "Ce qui manque",
        "17e législature",
    ):
        assert word in french
        assert word not in english
    for word in (
        "Completeness",
        "mandatory",
        "written question",
        "What is missing",
        "legislature 17",
    ):
        assert word in english
        assert word not in french


def test_a_share_stands_with_what_it_is_a_share_of(tmp_path: Path) -> None:
    made = page(written(tmp_path), "en")
    shares = re.findall(r"([\d.]+) %<br><span class=\"faint\">([\d,]+) / ([\d,]+)</span>", made)
    assert len(shares) > 50
    for percent, numerator, denominator in shares:
        assert float(percent) == pytest.approx(100 * int(numerator) / int(denominator), abs=0.051)
    assert made.count(" %<br>") == len(shares)


def test_what_is_missing_is_named_first(tmp_path: Path) -> None:
    made = page(written(tmp_path), "en")
    missing = made.split("<h2>")[1]
    assert missing.startswith("What is missing")
    assert "schema:text" in missing
    assert "dcterms:title" not in missing
    assert "qp:rubrique" not in missing


def test_the_source_and_the_day_are_on_the_page() -> None:
    made = page(seeds()[0], "fr")
    assert "12\u00a0mai\u00a02026" in made
    for one in measured(seeds()[0], jobs=1).inputs:
        assert one.sha256 in made


# -- The verb -------------------------------------------------------------------------------------


def test_the_verb_writes_three_files_and_leaves_the_data_alone(tmp_path: Path) -> None:
    out = seeds()[0]
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    result = run("quality", out, "--lang", "en", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before
    assert sorted(path.name for path in (tmp_path / "quality").iterdir()) == [
        "quality.en.html",
        "quality.fr.html",
        "quality.ttl",
    ]
    assert "5 questions, as of 2026-05-12" in result.stdout
    assert re.search(r"qp:pageJO +optional +80\.0 +4 / 5", result.stdout)


def test_an_error_among_the_findings_is_exit_code_1(tmp_path: Path) -> None:
    result = run("quality", written(tmp_path / "d"), "--json", cwd=tmp_path)
    assert result.returncode == 1
    assert '"code": "date-illisible"' in result.stdout
    assert not (tmp_path / "quality").exists()
