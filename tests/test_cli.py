"""The command line: help with examples, exit codes, one-line errors, data on standard output."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from built import PROGRAM, ROOT, SEEDS, on_a_terminal, run, seeds

VERBS = (
    "fetch",
    "build",
    "query",
    "queries",
    "publish",
    "report",
    "export",
    "validate",
    "quality",
    "explain",
    "reference",
    "completion",
)


def out() -> Path:
    return seeds()[0]


# -- Help -----------------------------------------------------------------------------------------


def test_help_lists_every_verb(tmp_path: Path) -> None:
    result = run("--help", cwd=tmp_path)
    assert result.returncode == 0
    for verb in VERBS:
        assert f"\n  {verb} " in result.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_has_examples(verb: str, tmp_path: Path) -> None:
    result = run(verb, "--help", cwd=tmp_path)
    assert result.returncode == 0
    assert re.search(rf"Examples:\n(?:.*\n)*?    .*questions-rdf {verb}", result.stdout)


def test_the_help_of_query_says_where_the_names_are(tmp_path: Path) -> None:
    assert "`questions-rdf queries` lists them" in run("query", "--help", cwd=tmp_path).stdout
    listed = run("queries", cwd=tmp_path).stdout
    for path in (ROOT / "queries").glob("*.rq"):
        assert f"{path.stem}\t" in listed


def test_the_version_is_said(tmp_path: Path) -> None:
    assert re.fullmatch(r"questions-rdf \d+\.\d+\.\d+\n", run("--version", cwd=tmp_path).stdout)


# -- Errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("buld",), 2, "Did you mean 'build'?"),
        (("build",), 2, "Missing argument"),
        (("build", "--fromat", "nt", "x"), 2, "--format"),
        (("build", "x", "--as-of", "hier"), 2, "hier"),
        (("build", "x", "--base-iri", "not an iri"), 2, "--base-iri"),
        (("build", "x", "--base-iri", "https://example.org/q#"), 2, "ends in /"),
        (("build", "nowhere.zip"), 3, "no such file or folder: nowhere.zip"),
        (("build", SEEDS, "--out", "/proc/nope"), 4, "cannot write"),
        (("query", "SELEC"), 3, "no such file or folder: out"),
        (("query", "SELEC", "--data", "DATA"), 2, "the query cannot be run"),
        (("query", "ASK { SERVICE <http://x.y> {} }", "--data", "DATA"), 2, "another server"),
        (("query", "ASK { ?s nope:x 1 }", "--data", "DATA"), 2, "line 1, column 16"),
        (("query", "reponses-tardive"), 3, "no such file or folder: out"),
        (("query", "reponses-tardive", "--data", "DATA"), 2, "did you mean reponses-tardives?"),
        (("query", "missing.rq", "--data", "DATA"), 3, "missing.rq"),
        (("query", "ASK {}", "--data", "DATA", "--format", "ttl"), 2, "use one of"),
        (("validate", "nowhere.ttl"), 3, "nowhere.ttl"),
        (("validate", "broken.ttl"), 3, "broken.ttl"),
        (("quality", "nowhere"), 3, "no such file or folder: nowhere"),
        (("quality", "DATA", "--out", "DATA"), 2, "is the data itself"),
        (("quality", "DATA", "--out", "/proc/nope"), 4, "cannot write"),
        (("explain", "statut-dedui"), 2, "did you mean statut-deduit"),
        (("explain", "17-2621"), 3, "no such file or folder: out"),
        (("explain", "16-2621", "DATA"), 2, "there is question/QANR5L17QE2621"),
        (("explain", "17-2621#nope", "DATA"), 2, "no address of a resource"),
        (("explain", "QANR5L17QE2621#nope", "DATA"), 2, "there are"),
        (("completion", "tcsh"), 2, "tcsh"),
        (("fetch",), 2, "Missing argument"),
        (("fetch", "71"), 2, "did you mean 17? there are 14, 15, 16, 17"),
        (("fetch", "dix-sept"), 2, "there are 14, 15, 16, 17"),
        (("fetch", "17", "--types", "QE,QA"), 2, "did you mean QG? there are QE, QG, QOSD"),
        (("fetch", "17", "--base-url", "http://example.org/"), 2, "https, or http on this machine"),
        (("fetch", "17", "--offline", "--cache", "c"), 3, "not in the cache c: 17/Questions_ecr"),
        (("fetch", "17", "--base-url", "http://127.0.0.1:1/", "--cache", "c"), 3, "cannot reach"),
        (("fetch", "17", "--base-url", "http://127.0.0.1:1/", "--cache", "/proc/c"), 4, "--cache"),
    ],
)
def test_errors_are_one_line_with_their_exit_code(
    arguments: tuple[str | Path, ...], code: int, message: str, tmp_path: Path
) -> None:
    (tmp_path / "broken.ttl").write_text("<a> <b>", encoding="utf-8")
    given = [out() if argument == "DATA" else argument for argument in arguments]
    result = run(*given, cwd=tmp_path)
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    error = [line for line in result.stderr.splitlines() if line and "Try '" not in line]
    assert len([line for line in error if not line.startswith("Usage")]) == 1


# -- build ----------------------------------------------------------------------------------------


def test_build_talks_on_standard_error_and_says_what_to_do_next(tmp_path: Path) -> None:
    result = run("build", SEEDS, cwd=tmp_path)
    assert result.returncode == 0
    assert result.stdout == ""
    for name, count in (("questions", 5), ("answers", 2), ("triples", 395), ("violations", 0)):
        assert re.search(rf"^{name} +{count}\b", result.stderr, re.MULTILINE)
    assert "Next:" in result.stderr
    assert "less out/questions.ttl" in result.stderr
    assert "\x1b" not in result.stderr


def test_a_day_long_after_the_data_is_wondered_at(tmp_path: Path) -> None:
    result = run("build", SEEDS, "--no-check", "--as-of", "2199-01-01", cwd=tmp_path)
    assert result.returncode == 0
    assert "2199-01-01 is more than a year after the latest date in the data (" in result.stderr
    early = run("build", SEEDS, "--no-check", "--as-of", "1999-01-01", cwd=tmp_path)
    assert "as-of-anterieur" in early.stderr
    assert "--as-of 1999" not in early.stderr  # a problem says it


def test_quiet_is_quiet_and_json_is_the_manifest(tmp_path: Path) -> None:
    result = run("build", SEEDS, "--quiet", "--json", cwd=tmp_path)
    assert result.stderr == ""
    assert json.loads(result.stdout) == json.loads((tmp_path / "out/manifest.json").read_text())


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    seed = (SEEDS / "002_eb32264c33876689.txt").read_text(encoding="utf-8")
    result = run("build", "-", "--json", "-q", stdin=seed, cwd=tmp_path)
    assert json.loads(result.stdout)["records"]["published"] == 1


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", "n'est pas une question"), ("en", "is no parl")]
)
def test_an_error_in_the_input_ends_with_1_and_names_its_place(
    lang: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("Rien à voir.", encoding="utf-8")
    result = run("build", "notes.txt", SEEDS, "--lang", lang, cwd=tmp_path)
    assert result.returncode == 1
    assert "notes.txt: error document-inconnu: " in result.stderr
    assert words in result.stderr
    assert re.search(r"^questions +5 +1 rejected *$", result.stderr, re.MULTILINE)


def test_the_former_output_is_kept_when_nothing_can_be_read(tmp_path: Path) -> None:
    assert run("build", SEEDS, "-q", cwd=tmp_path).returncode == 0
    before = (tmp_path / "out/manifest.json").read_bytes()
    result = run("build", "-", cwd=tmp_path)
    assert result.returncode == 3
    assert "stdin: error fichier-vide" in result.stderr
    assert "no question could be read; out is left as it was" in result.stderr
    assert (tmp_path / "out/manifest.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_colours_can_be_switched_off(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    shell = ["script", "-qec", f"{PROGRAM} build empty.txt", "/dev/null"]
    coloured = subprocess.run(shell, cwd=tmp_path, capture_output=True, check=False).stdout
    plain_of = {**os.environ, "NO_COLOR": "1"}
    plain = subprocess.run(shell, cwd=tmp_path, env=plain_of, capture_output=True, check=False)
    assert b"\x1b[31merror" in coloured
    assert b"\x1b[31merror" not in plain.stdout


def test_progress_is_for_terminals(tmp_path: Path) -> None:
    assert "Validating…" in on_a_terminal("build", str(SEEDS), cwd=tmp_path)
    assert "Validating…" not in run("build", SEEDS, cwd=tmp_path).stderr


# -- query ----------------------------------------------------------------------------------------

LATE = "SELECT ?n ?d WHERE { ?q qp:numero ?n ; qp:reponse/qp:retardJours ?d } ORDER BY ?n"


def test_query_prints_a_table_on_a_terminal(tmp_path: Path) -> None:
    seen = on_a_terminal("query", LATE, "--data", out(), cwd=tmp_path)
    assert re.search(r"│ 2621 +│ 78 +│", seen)
    assert "2 rows" in seen


def test_a_table_folds_what_does_not_fit_and_cuts_nothing(tmp_path: Path) -> None:
    options = ("--data", out(), "--format", "table")
    seen = on_a_terminal("query", "reponses-tardives", "--data", out(), cwd=tmp_path)
    assert "…" not in seen
    assert "2025-02-03" in seen
    for width in (60, 80, 100, 130, 200):
        result = run("query", "questions", *options, cwd=tmp_path, COLUMNS=str(width))
        lines = result.stdout.splitlines()
        assert max(map(len, lines)) <= width
        framed = [line[-1] in "┓┃┩│┘" for line in lines if line]
        assert all(framed) or not any(framed)


def test_relative_iris_in_a_query_are_those_of_the_data(tmp_path: Path) -> None:
    build = ("build", SEEDS, "--base-iri", "https://example.org/q/", "--no-check", "-q")
    assert run(*build, cwd=tmp_path).returncode == 0
    query = "SELECT ?n { <question/QANR5L17QE2621> qp:numero ?n }"
    assert run("query", query, cwd=tmp_path).stdout.split() == ["n", "2621"]
    assert run("query", query, "--data", out(), cwd=tmp_path).stdout.split() == ["n", "2621"]


def test_query_prints_csv_into_a_pipe(tmp_path: Path) -> None:
    result = run("query", LATE, "--data", out(), cwd=tmp_path)
    assert result.stdout.split() == ["n,d", "2621,78", "13353,9"]
    assert result.stderr == ""


@pytest.mark.parametrize("name", ["csv", "tsv", "json", "xml"])
def test_query_has_the_formats_of_sparql(name: str, tmp_path: Path) -> None:
    assert "2621" in run("query", LATE, "--data", out(), "--format", name, cwd=tmp_path).stdout


def test_a_query_can_be_a_file_or_standard_input(tmp_path: Path) -> None:
    (tmp_path / "late.rq").write_text(LATE, encoding="utf-8")
    from_file = run("query", "late.rq", "--data", out(), cwd=tmp_path).stdout
    from_stdin = run("query", "-", "--data", out(), stdin=LATE, cwd=tmp_path).stdout
    assert from_file == from_stdin != ""


def test_an_exit_code_does_not_depend_on_whether_anybody_hears_the_talk(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Bonjour", encoding="utf-8")
    command = f"{PROGRAM} build {SEEDS} note.txt 2>&1 | true; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], cwd=tmp_path, check=False)
    assert result.returncode == 1
    assert (tmp_path / "out/manifest.json").exists()


@pytest.mark.parametrize("reader", ["head -n 1", "true"])
def test_a_reader_that_goes_away_is_no_error(reader: str, tmp_path: Path) -> None:
    command = f"'{PROGRAM}' query 'SELECT * {{ ?s ?p ?o }}' --data '{out()}' | {reader}"
    shell = ["bash", "-o", "pipefail", "-c", command]
    result = subprocess.run(shell, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (result.returncode, result.stderr) == (0, "")


# -- validate -------------------------------------------------------------------------------------

WRONG = """
@prefix qp: <https://w3id.org/questions-parlementaires/def#> .
<https://example.org/question/QANR5L17QE1> a qp:Question ; qp:numero "un" .
"""


def test_the_output_conforms(tmp_path: Path) -> None:
    result = run("validate", out(), cwd=tmp_path)
    assert result.returncode == 0
    assert "Conforme : oui" in result.stdout


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_violation_ends_with_1_and_is_readable(lang: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.ttl").write_text(WRONG, encoding="utf-8")
    result = run("validate", "wrong.ttl", "--lang", lang, cwd=tmp_path)
    assert result.returncode == 1
    assert "QANR5L17QE1" in result.stdout
    assert "question-numero-type" in result.stdout
    assert ("Conforme : non" if lang == "fr" else "Conforms: no") in result.stdout


def test_a_file_that_was_changed_since_the_build_is_the_one_checked(tmp_path: Path) -> None:
    assert run("build", SEEDS, "-q", "--no-check", cwd=tmp_path).returncode == 0
    turtle = tmp_path / "out/questions.ttl"
    turtle.write_text(
        turtle.read_text(encoding="utf-8").replace("qp:retardJours 78", "qp:retardJours 0"),
        encoding="utf-8",
    )
    result = run("validate", cwd=tmp_path)
    assert result.returncode == 1
    assert "reponse-retard-plage" in result.stdout
    assert f"{Path('out/questions.ttl')} is not what the build wrote there" in result.stderr
    asked = run("query", "ASK { ?r qp:retardJours 0 }", cwd=tmp_path)
    assert asked.stdout == "true\n"
    others = (("quality", "--json"), ("export", "--csv"), ("explain", "QE 2621"))
    for said in (asked.stderr, *(run(*verb, cwd=tmp_path).stderr for verb in others)):
        assert "is not what the build wrote there" in said
    quality = json.loads(run("quality", "--json", cwd=tmp_path).stdout)
    assert not quality["validated"]  # the SHACL report is about what the build wrote
    assert "is not what" not in run("validate", "out/questions.nt", cwd=tmp_path).stderr


def test_a_person_whom_the_data_does_not_describe_is_a_warning(tmp_path: Path) -> None:
    kept, skipping = [], False
    for line in (out() / "questions.ttl").read_text(encoding="utf-8").splitlines():
        skipping = line.startswith("<acteur/") or (skipping and line != "")
        kept += [] if skipping else [line]
    (tmp_path / "part.ttl").write_text("\n".join(kept), encoding="utf-8")
    result = run("validate", "part.ttl", "--json", cwd=tmp_path)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert {(f["code"], f["severity"]) for f in found} == {
        ("question-auteur-non-decrit", "warning")
    }
    assert len(found) == 5
    assert {f["path"] for f in found} == {"https://w3id.org/questions-parlementaires/def#auteur"}
    assert all(f["subject"] and f["value"] and f["message"] and f["message_en"] for f in found)


def test_the_strict_shapes_refuse_what_the_mapping_does_not_write(tmp_path: Path) -> None:
    text = (out() / "questions.ttl").read_text(encoding="utf-8")
    extra = "<question/QANR5L17QE2621> dcterms:spatial <departement/39> .\n"
    (tmp_path / "more.ttl").write_text(text + extra, encoding="utf-8")
    assert run("validate", "more.ttl", cwd=tmp_path).returncode == 0
    assert run("validate", "more.ttl", "--strict", cwd=tmp_path).returncode == 1
    assert run("validate", out(), "--strict", cwd=tmp_path).returncode == 0


def test_completion_prints_a_script(tmp_path: Path) -> None:
    assert "_QUESTIONS_RDF_COMPLETE" in run("completion", "bash", cwd=tmp_path).stdout
