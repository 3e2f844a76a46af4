"""Loading refuses what could never fire; reading keeps what was written; reports are stable."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest
from rdflib import Literal

from questions_rdf.problems import Severity
from questions_rdf.validation.graphs import FORMATS, DataError
from questions_rdf.validation.report import counts, report_text, report_turtle
from questions_rdf.validation.shacl import Finding, load_data, validate
from questions_rdf.validation.shapes import Shapes, ShapesError, load_shapes

PASS = Path(__file__).parent / "shapes" / "pass.ttl"
XSD = "http://www.w3.org/2001/XMLSchema#"
HTML = "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML"
SH = "http://www.w3.org/ns/shacl#"
BASE = "https://w3id.org/questions-parlementaires/"
SPOILT = """
<question/QANR5L17QE9001> qp:pageJO "douze" ; qp:auteur <acteur/PA900099> .
<question/QANR5L17QE9001#renouvellement-2026-10-06> qp:date "2026-02-30"^^xsd:date , [] .
<question/QANR5L17QE9003> qp:texteHTML "a\\nb" .
<question/QANR5L17QE9002> qp:evenement <question/QANR5L17QE9002#signalement-2025-01-30> .
<question/QANR5L17QE9002#signalement-2025-01-30> a qp:Signalement , qp:Evenement , prov:Activity ;
    qp:date "2025-01-30"^^xsd:date .
[] a foaf:Person . [] a foaf:Person ; foaf:name "Camille Exemple" .
"""


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return load_shapes()


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with an error of each kind."""
    path = tmp_path_factory.mktemp("data") / "spoilt.ttl"
    path.write_text(PASS.read_text(encoding="utf-8") + SPOILT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def findings(spoilt: Path, shapes: Shapes) -> list[Finding]:
    return validate(load_data([spoilt]), shapes)


# ---- Shapes

HEADER = """
@prefix qps: <https://w3id.org/questions-parlementaires/shapes#> .
@prefix qp: <https://w3id.org/questions-parlementaires/def#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
SOUND = """
qps:Question a sh:NodeShape ; sh:targetClass qp:Question ; sh:property qps:question-sans-numero .
qps:question-sans-numero a sh:PropertyShape ;
    sh:path qp:numero ; sh:minCount 1 ; sh:severity sh:Violation ;
    sh:message "Pas de numéro."@fr , "No number."@en .
"""


def shapes_folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "some.ttl").write_text(HEADER + text, encoding="utf-8")
    return tmp_path


def test_sound_shapes_load(tmp_path: Path) -> None:
    rules = load_shapes(shapes_folder(tmp_path, SOUND)).rules
    assert list(rules) == ["question-sans-numero"]
    assert rules["question-sans-numero"].messages.in_language("en") == "No number."


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("sh:minCount", "sh:minCuont", "sh:minCuont"),
        ("sh:Violation", "sh:Violaton", "sh:Violaton"),
        ("sh:targetClass qp:Question", "sh:targetClass qp:Qestion", "qp:Qestion"),
        ("sh:path qp:numero", "sh:path qp:nummero", "qp:nummero"),
        ("sh:path qp:numero", "sh:path [ sh:inversePath qp:nummero ]", "qp:nummero"),
        ("sh:severity sh:Violation ;", "", "one severity"),
        ("sh:severity sh:Violation", "sh:severity sh:Warning , sh:Violation", "one severity"),
        (' , "No number."@en', "", "one in English"),
        ('"No number."@en', '"No number."@en , "None."@en', "one in English"),
        ("question-sans-numero", "Question_sansNumero", "needs a code"),
        ("qps:question-sans-numero", "<https://example.org/rule>", "needs a code"),
        ("sh:targetClass qp:Question ;", "", "no target"),
        (
            "; sh:property qps:question-sans-numero",
            "; sh:property [ sh:path qp:numero ]",
            "without a code",
        ),
        ("sh:minCount 1 ;", "", "checks nothing"),
        ("sh:minCount 1 ;", "sh:minCount 1", "some.ttl"),
    ],
)
def test_shapes_that_could_not_work_are_refused(
    tmp_path: Path, before: str, after: str, complaint: str
) -> None:
    assert before in SOUND
    with pytest.raises(ShapesError, match=complaint):
        load_shapes(shapes_folder(tmp_path, SOUND.replace(before, after)))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match="no Turtle file"):
        load_shapes(tmp_path)
    with pytest.raises(ShapesError, match="no Turtle file"):
        load_shapes(shapes_folder(tmp_path, SOUND), strict=True)


# ---- Data


@pytest.mark.parametrize("suffix", [".nt", ".jsonld"])
def test_the_same_data_in_another_syntax_gives_the_same_findings(
    tmp_path: Path, spoilt: Path, shapes: Shapes, findings: list[Finding], suffix: str
) -> None:
    copy = tmp_path / f"copy{suffix}"
    triples = (quad.triple for quad in ox.parse(path=str(spoilt)))
    ox.serialize(triples, str(copy), format=FORMATS[suffix])
    again = validate(load_data([copy]), shapes)
    assert report_turtle(again, shapes) == report_turtle(findings, shapes)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bad.ttl", "<https://example.org/a> <https://example.org/b> ."),
        ("relative.ttl", "<a> <https://example.org/b> 1 ."),
        ("quoted.ttl", "<< <a:a> <a:b> <a:c> >> <a:d> 1 ."),
        ("bad.jsonld", '{"@id": "https://example.org/a b", "https://example.org/p": 1}'),
        ("broken.jsonld", "{"),
        ("remote.jsonld", '{"@context": "https://example.org/c.jsonld", "p": 1}'),
        ("data.csv", "a,b"),
    ],
)
def test_what_is_not_rdf_is_refused_by_name(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(DataError, match=name):
        load_data([write(tmp_path / name, text)])


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="nowhere"):
        load_data([tmp_path / "nowhere.ttl"])


@pytest.mark.parametrize(
    ("form", "datatype", "well_typed"),
    [
        ("016", f"{XSD}integer", True),
        ("16x", f"{XSD}integer", False),
        ("1_000", f"{XSD}integer", False),
        ("2024-02-29", f"{XSD}date", True),
        ("2024-02-30", f"{XSD}date", False),
        ("2024-01-01T00:00:00", f"{XSD}date", False),
        ("2024-W01-1", f"{XSD}date", False),
        ("true", f"{XSD}boolean", True),
        ("oui", f"{XSD}boolean", False),
        ("P2M", f"{XSD}duration", True),
        ("P", f"{XSD}duration", False),
        ("x", f"{XSD}dateTime", False),
        ("<p>x", HTML, True),
    ],
)
def test_literals_stay_as_written(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], form: str, datatype: str, *, well_typed: bool
) -> None:
    graph = load_data([write(tmp_path / "a.ttl", f'<a:a> <a:b> "{form}"^^<{datatype}> .')])
    literal = next(o for s, _, o in graph if str(s) == "a:a")
    assert isinstance(literal, Literal)
    assert (str(literal), str(literal.datatype)) == (form, datatype)
    assert bool(literal.ill_typed) is not well_typed
    assert capfd.readouterr().err == ""


def test_the_controlled_lists_are_part_of_the_data() -> None:
    graph = load_data([])
    assert any("Repondue" in str(subject) for subject in graph.subjects())


# ---- Findings and reports


def test_findings_name_rule_place_and_value(findings: list[Finding]) -> None:
    page = next(f for f in findings if f.code == "page-jo-type")
    assert page.focus == f"{BASE}question/QANR5L17QE9001"
    assert (page.value, page.value_term) == ("douze", '"douze"')
    assert page.path == "https://w3id.org/questions-parlementaires/def#pageJO"
    assert page.component == f"{SH}DatatypeConstraintComponent"
    assert page.severity is Severity.ERROR
    early = next(f for f in findings if f.code == "signalement-precoce")
    assert early.path is not None
    assert early.path.startswith("^<https://w3id.org/questions-parlementaires/def#evenement>/<")


def test_a_finding_for_each_error_planted(findings: list[Finding]) -> None:
    assert {f.code for f in findings} == {
        "evenement-avant-question",
        "evenement-date-multiple",
        "evenement-date-type",
        "page-jo-multiple",
        "page-jo-plage",
        "page-jo-type",
        "personne-sans-identite",
        "question-auteur-multiple",
        "question-auteur-non-decrit",
        "question-texte-html-type",
        "ressource-anonyme",
        "signalement-precoce",
    }


def test_the_text_report_is_grouped_by_question_in_either_language(findings: list[Finding]) -> None:
    french = report_text(findings)
    assert french == report_text(findings, "fr")
    assert french.count(f"\n{BASE}question/QANR5L17QE9001\n") == 1
    assert (
        "  violation [page-jo-type] La page du Journal officiel n'est pas un nombre entier. (valeur : « douze »)\n"
        in french
    )
    assert "  avertissement [question-auteur-non-decrit]" in french
    assert "(#renouvellement-2026-10-06)" in french
    assert "« a b »" in french
    assert french.endswith("violation(s), 2 avertissement(s), 0 information(s)\nConforme : non\n")
    english = report_text(findings, "en")
    assert "The page of the Journal officiel is not a whole number. (value: “douze”)" in english
    assert english.endswith("2 warning(s), 0 information(s)\nConforms: no\n")
    assert "Conforme : oui" in report_text([])
    warned = [finding for finding in findings if finding.severity is Severity.WARNING]
    assert report_text(warned).endswith("\nConforme : non (sans violation)\n")
    assert "Conforms: yes" in report_text([], "en")


def test_long_values_are_cut(findings: list[Finding]) -> None:
    long = msgspec.structs.replace(findings[-1], value="x" * 5000, value_term='"x"')
    assert max(map(len, report_text([long]).splitlines())) < 400


def test_severities_are_counted(findings: list[Finding]) -> None:
    assert counts(findings)[Severity.WARNING] == 2
    assert counts(findings)[Severity.ERROR] == len(findings) - 2


def test_the_turtle_report_is_a_shacl_report(findings: list[Finding], shapes: Shapes) -> None:
    store = ox.Store()
    store.load(report_turtle(findings, shapes).encode(), format=ox.RdfFormat.TURTLE)
    prefix = "PREFIX sh: <http://www.w3.org/ns/shacl#> "
    assert store.query(prefix + "ASK { ?r a sh:ValidationReport ; sh:conforms false }")
    complete = """SELECT (COUNT(DISTINCT ?result) AS ?n) { ?r sh:result ?result .
        ?result a sh:ValidationResult ; sh:focusNode ?f ; sh:sourceShape ?s ; sh:resultSeverity ?v ;
            sh:sourceConstraintComponent ?c ; sh:resultMessage ?fr , ?en .
        FILTER(LANG(?fr) = "fr" && LANG(?en) = "en") }"""
    rows = store.query(prefix + complete)
    assert isinstance(rows, ox.QuerySolutions)
    # Two people without a name are two results about nodes that nothing tells apart.
    assert int(next(iter(rows))["n"].value) == len(findings)
    path = "ASK { ?x sh:resultPath/<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>/sh:inversePath ?p }"
    assert store.query(prefix + path)
    assert "sh:conforms true" in report_turtle([], shapes)


REPORT = """
import hashlib, pathlib, sys
from questions_rdf.validation.report import report_text, report_turtle
from questions_rdf.validation.shacl import load_data, validate
from questions_rdf.validation.shapes import load_shapes
shapes = load_shapes()
found = validate(load_data([pathlib.Path(sys.argv[1])]), shapes)
both = report_text(found) + report_turtle(found, shapes)
print(hashlib.sha256(both.encode()).hexdigest())
"""


def test_two_runs_give_the_same_bytes(spoilt: Path) -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", REPORT, str(spoilt)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(digests) == 1
