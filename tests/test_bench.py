"""The measurements run, compare what they have to compare, and say what they left out."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench import agreement, report, spoil
from bench.__main__ import command
from bench.corpus.generation import Corpus, Wishes
from bench.corpus.packaging import LAYOUTS
from bench.measure import Run, measured, median
from bench.million import command as million
from bench.peers import morph_kgc
from bench.rdf_defects import DEFECTS, RdfDefect
from bench.targets import TARGETS
from built import ROOT, scratch
from questions_rdf.build import Options, build
from questions_rdf.validation.shacl import load_data, validate
from questions_rdf.validation.shapes import load_shapes


@cache
def conformant() -> Path:
    """The N-Triples of an invented corpus without a fault."""
    folder = scratch() / "bench"
    folder.mkdir()
    LAYOUTS["json"](Corpus(Wishes(400, hostile=0)), folder / "corpus.zip")
    out = folder / "out"
    build([str(folder / "corpus.zip")], Options(out=out, formats=["nt"], check=False))
    return out / "questions.nt"


@pytest.mark.xdist_group("bench")
def test_everything_is_measured_side_by_side(tmp_path: Path) -> None:
    results = tmp_path / "results"
    morph = ROOT / ".venv-morph" / "bin" / "python"
    arguments = ["50", "--rounds", "1", "--results", str(results), "--morph", str(morph)]
    run = CliRunner().invoke(command, arguments)
    assert run.exit_code == 0, run.output
    said = (tmp_path / "results.md").read_text(encoding="utf-8")
    assert said.count(": the same ") >= 7
    assert ("Morph-KGC: the same " in said) != ("skipped: Morph-KGC" in said)
    for target in TARGETS:
        assert target.what in said
    assert str(tmp_path) not in said


@pytest.mark.xdist_group("bench")
def test_the_long_run_is_recorded_beside_the_other(tmp_path: Path) -> None:
    results = tmp_path / "results"
    report.write_part(results, report.SIDE_BY_SIDE, "## Side by side\n")
    run = CliRunner().invoke(million, ["60", "--no-check", "--results", str(results)])
    assert run.exit_code == 0, run.output
    said = (tmp_path / "results.md").read_text(encoding="utf-8")
    assert said.index("## Side by side") < said.index("## 60 questions")
    assert "`questions.jsonld`" in said


def test_other_triples_end_the_comparison(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a.nt", tmp_path / "b.nt"
    ours.write_text("<a:a> <a:b> <a:c> .\n")
    theirs.write_text("<a:a> <a:b> <a:d> .\n")
    with pytest.raises(agreement.DisagreementError, match="not the same triples") as ended:
        agreement.refuse_other_triples("peer", agreement.triples(ours), agreement.triples(theirs))
    assert "a:d" in str(ended.value)
    assert agreement.refuse_other_triples("peer", ["x", "y"], ["y", "x"]) == 2
    with pytest.raises(agreement.DisagreementError, match="1 missing"):
        agreement.refuse_other_triples("peer", ["x", "y"], ["x"])


def test_a_program_that_fails_ends_the_measurement(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="ended with 1"):
        measured(["false"], tmp_path)


def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    worker = "import time; data = bytearray(64 * 2**20); time.sleep(1)"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {worker!r}])"
    run = measured(["python3", "-c", program], tmp_path)
    assert 64 < run.peak < 200
    assert run.seconds > 1 > run.cpu


def test_medians_and_the_highest_peak_are_kept() -> None:
    assert median([Run(1, 1, 5), Run(9, 9, 1), Run(2, 2, 2)]) == Run(2, 2, 5)


def test_the_part_for_rml_is_told_from_the_rest() -> None:
    question = "<https://x/question/QANR5L17QE1"
    def_ = "https://w3id.org/questions-parlementaires/def#"
    assert morph_kgc.belongs(f'{question}> <{def_}numero> "1"')
    assert morph_kgc.belongs(f"{question}> <{def_}evenement> {question}#publication>")
    assert not morph_kgc.belongs(f"{question}> <{def_}evenement> {question}#cloture-2024-01-02>")
    assert not morph_kgc.belongs(f"{question}> <{def_}statut> <{def_}Repondue>")
    assert not morph_kgc.belongs(f'{question}#reponse> <{def_}delaiJours> "1"')


def test_nulls_are_left_out_for_rml() -> None:
    assert morph_kgc.without_nulls({"a": None, "b": [{"c": None, "d": ""}]}) == {"b": [{"d": ""}]}


# -- Defects planted in the output ----------------------------------------------------------------


def test_planted_defects_name_rules_that_exist_each_first_once() -> None:
    rules = set(load_shapes().rules)
    assert {code for defect in DEFECTS for code in defect.codes} <= rules
    first = Counter(defect.codes[0] for defect in DEFECTS)
    assert max(first.values()) == 1
    assert len(first) >= 90


def test_every_defect_planted_in_the_output_is_found_and_nothing_else(tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.nt"
    arguments = [str(conformant()), "--share", str(1 / len(DEFECTS)), "--out", str(spoilt)]
    result = CliRunner().invoke(spoil.command, arguments)
    assert result.exit_code == 0, result.output
    said = json.loads(result.stderr)
    assert len(said["planted"]) > 60
    findings = validate(load_data([spoilt]), load_shapes())
    assert Counter(finding.code for finding in findings) == said["findings"]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.codes[0])
def test_some_resource_can_have_each_defect(defect: RdfDefect) -> None:
    assert any(defect.fits(lines) for lines in blocks())


@cache
def blocks() -> list[list[str]]:
    """The resources of the conformant corpus, as their lines."""
    found: dict[str, list[str]] = {}
    with conformant().open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            found.setdefault(line.partition(" ")[0], []).append(line)
    return list(found.values())
