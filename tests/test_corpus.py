"""The invented corpus: reproducible, of real lengths, and exactly as defective as it says."""

import json
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from click.testing import CliRunner

from bench.corpus import texts
from bench.corpus.__main__ import command
from bench.corpus.archive import Archive
from bench.corpus.defects import DEFECTS
from bench.corpus.generation import Corpus, Wishes
from bench.corpus.hostile import ODDITIES
from bench.corpus.packaging import LAYOUTS
from questions_rdf.build import Options, build

SUFFIX = {"ndjson": ".ndjson", "folder": ""}


def write(folder: Path, layout: str, wishes: Wishes) -> tuple[Path, dict[str, Any]]:
    """A corpus, and what it says of itself."""
    corpus = Corpus(wishes)
    out = folder / f"corpus{SUFFIX.get(layout, '.zip')}"
    LAYOUTS[layout](corpus, out)
    return out, corpus.statement()


def wishes_for(layout: str, count: int, **others: Any) -> Wishes:
    """What a layout can hold."""
    legislature = 14 if layout.endswith("list") else 17
    return Wishes(count, legislature=legislature, controls=not layout.startswith("xml"), **others)


def content(path: Path) -> bytes:
    """The bytes of a file, or of all files of a folder."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return b"".join(file.name.encode() + file.read_bytes() for file in files)


@cache
def ecrites(count: int) -> list[dict[str, Any]]:
    return list(Corpus(Wishes(count)).of_nature("QE"))


def problems(out: Path) -> Counter[str]:
    """How often each code was found, by ``problems.jsonl``."""
    found: Counter[str] = Counter()
    with (out / "problems.jsonl").open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            found[line["code"]] += line.get("occurrences", 1)
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_seed_gives_the_same_bytes_and_another_one_others(
    layout: str, tmp_path: Path
) -> None:
    made = []
    for rank, seed in enumerate((1, 1, 2)):
        folder = tmp_path / str(rank)
        folder.mkdir()
        out, _ = write(folder, layout, wishes_for(layout, 60, seed=seed, defects=0.01))
        made.append(content(out))
    assert made[0] == made[1] != made[2]


# A question a line: for readers to come.
@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"ndjson"}))
def test_every_question_is_published_or_reported_and_every_reading_defect_found(
    layout: str, tmp_path: Path
) -> None:
    source, said = write(tmp_path, layout, wishes_for(layout, 500, defects=0.03, hostile=0.5))
    manifest = build([str(source)], Options(out=tmp_path / "out", formats=["nt"], check=False))
    assert manifest.records.read == said["questions"] == 500
    assert manifest.records.published == said["published"]
    assert manifest.records.rejected == said["rejected"] > 0
    found = problems(tmp_path / "out")
    assert found == {code: said["findings"][code] for code in found}


def test_every_defect_is_found_as_often_as_it_was_planted(tmp_path: Path) -> None:
    source, said = write(tmp_path, "json", Wishes(700, defects=0.03, hostile=1))
    assert set(said["planted"]) == {defect.name for defect in DEFECTS}
    assert set(said["odd_texts"]) == {oddity.name for oddity in ODDITIES}
    build([str(source)], Options(out=tmp_path / "out", formats=["nt"]))
    assert problems(tmp_path / "out") == said["findings"]


@pytest.mark.parametrize("legislature", [14, 15, 16, 17])
def test_a_corpus_without_defects_conforms(legislature: int, tmp_path: Path) -> None:
    wishes = Wishes(150, seed=legislature, legislature=legislature, hostile=0)
    source, said = write(tmp_path, "json", wishes)
    build([str(source)], Options(out=tmp_path / "out", formats=["nt"]))
    assert said["findings"] == problems(tmp_path / "out") == {}


def test_texts_are_as_long_as_real_ones() -> None:
    questions = [q["textesQuestion"]["texteQuestion"] for q in ecrites(3000)]
    asked = [len(text["texte"]) for text in questions if isinstance(text, dict)]
    answers = [q["textesReponse"]["texteReponse"] for q in ecrites(3000) if q["textesReponse"]]
    answered = [len(answer["texte"]) for answer in answers]
    debates = [
        len(q["textesReponse"]["texteReponse"]["texte"])
        for q in Corpus(Wishes(3000)).of_nature("QG")
    ]
    for found, counted in (
        (asked, texts.LENGTH_QUESTION),
        (answered, texts.LENGTH_REPONSE),
        (debates, texts.LENGTH_DEBAT),
    ):
        assert median(found) == pytest.approx(dict(counted)[0.5], rel=0.1)
    assert 0.48 < len(answers) / 3000 < 0.58


def test_what_happens_to_questions_occurs_among_them() -> None:
    questions = ecrites(3000)
    several = [q for q in questions if isinstance(q["minAttribs"]["minAttrib"], list)]
    assert 0.1 < len(several) / len(questions) < 0.3
    for event in ("signalement", "renouvellements", "cloture"):
        assert 0.01 < sum(q[event] is not None for q in questions) / len(questions) < 0.8
    assert any(isinstance(q["textesQuestion"]["texteQuestion"], list) for q in questions)


def test_most_questions_are_written_ones() -> None:
    corpus = Corpus(Wishes(1000))
    assert corpus.natures_wanted() == {"QE": 950, "QG": 40, "QOSD": 10}


def test_no_two_texts_are_alike() -> None:
    versions = [q["textesQuestion"]["texteQuestion"] for q in ecrites(3000)]
    assert len({str(version) for version in versions}) == len(versions)


def test_an_archive_of_more_members_than_its_old_form_counts(tmp_path: Path) -> None:
    with Archive(tmp_path / "many.zip") as archive:
        for number in range(70_000):
            archive.add(f"{number}.json", (b"{}", b"\n"))
    with zipfile.ZipFile(tmp_path / "many.zip") as read:
        assert len(read.namelist()) == 70_000
        assert read.read("69999.json") == b"{}\n"


def test_the_command_writes_a_corpus_and_says_what_is_in_it(tmp_path: Path) -> None:
    out = tmp_path / "corpus.zip"
    result = CliRunner().invoke(command, ["40", "--out", str(out), "--defects", "0.04"])
    assert result.exit_code == 0, result.output
    said = json.loads(result.stderr)
    assert said["questions"] == len(zipfile.ZipFile(out).namelist()) == 40
    assert said["published"] + said["rejected"] == 40
