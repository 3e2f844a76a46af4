"""The figures of a quality report, against a corpus small enough to count by eye."""

from pathlib import Path

import msgspec
import pytest

from built import seeds
from quality.corpus import written
from questions_rdf.errors import UnreadableInputError
from questions_rdf.quality import Cell, FieldReport, Report, measured
from questions_rdf.quality.fields import Need, measured_classes


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return measured(written(tmp_path_factory.mktemp("quality")), jobs=1)


def field(report: Report, classe: str, key: str) -> FieldReport:
    (one,) = [one for one in report.classes if one.classe == classe]
    (found,) = [field for field in one.fields if field.key == key]
    return found


def shares(cells: list[Cell]) -> dict[str, str]:
    return {cell.scope: f"{cell.numerator}/{cell.denominator}" for cell in cells}


def test_resources_are_counted_by_legislature_and_by_form_of_document(report: Report) -> None:
    counts = {one.classe: one.counts for one in report.classes}
    assert counts["qp:QuestionEcrite"] == {
        "all": 3,
        "legislature-unknown": 1,
        "legislature-17": 2,
        "form-FormeAutre": 1,
        "form-FormeJSON": 2,
        "form-FormeTexte": 1,
    }
    assert counts["qp:QuestionAuGouvernement"] == {
        "all": 1,
        "legislature-16": 1,
        "form-FormeHTML": 1,
    }
    assert counts["qp:Reponse"] == {"all": 1, "legislature-17": 1, "form-FormeJSON": 1}
    assert counts["foaf:Person"] == {"all": 1}
    assert counts["prov:Entity"] == {"all": 3}
    assert report.unmeasured == 1


def test_completeness_is_the_share_of_resources_that_have_the_property(report: Report) -> None:
    assert shares(field(report, "qp:QuestionEcrite", "texte").complete) == {
        "all": "1/3",
        "legislature-unknown": "0/1",
        "legislature-17": "1/2",
        "form-FormeAutre": "0/1",
        "form-FormeJSON": "1/2",
        "form-FormeTexte": "0/1",
    }
    assert shares(field(report, "foaf:Person", "nom").complete) == {"all": "0/1"}


def test_validity_leaves_out_what_is_absent_and_what_is_but_a_warning(report: Report) -> None:
    assert shares(field(report, "qp:QuestionEcrite", "titre").valid) == {
        "all": "2/3",
        "legislature-unknown": "1/1",
        "legislature-17": "1/2",
        "form-FormeAutre": "1/1",
        "form-FormeJSON": "1/2",
        "form-FormeTexte": "0/1",
    }
    assert shares(field(report, "qp:QuestionEcrite", "texte").valid)["all"] == "1/1"
    assert shares(field(report, "qp:QuestionAuGouvernement", "titre").valid)["all"] == "1/1"


def test_a_name_without_identifier_is_not_identified(report: Report) -> None:
    auteur = field(report, "qp:QuestionEcrite", "auteur")
    assert shares(auteur.identified) == {
        "all": "1/2",
        "legislature-17": "1/2",
        "form-FormeJSON": "1/2",
        "form-FormeTexte": "0/1",
    }
    assert field(report, "qp:QuestionEcrite", "titre").identified == []


def test_a_question_does_not_conform_if_a_part_of_it_does_not(report: Report) -> None:
    assert shares(report.conformity) == {
        "all": "2/4",
        "legislature-unknown": "1/1",
        "legislature-16": "1/1",
        "legislature-17": "0/2",
        "form-FormeAutre": "1/1",
        "form-FormeHTML": "1/1",
        "form-FormeJSON": "0/2",
        "form-FormeTexte": "0/1",
    }


def test_findings_are_counted_by_code_the_errors_first(report: Report) -> None:
    said = [
        (one.code, one.severity, one.lines, one.records, one.rejected) for one in report.findings
    ]
    assert said == [
        ("date-illisible", "error", 1, 1, 0),
        ("fichier-vide", "error", 1, 2, 2),
        ("champ-inconnu", "warning", 2, 41, 0),
    ]
    assert report.findings[0].examples[0].place == "a.zip!json/1.json"


@pytest.mark.parametrize(
    ("form", "backwards"), [("ttl", False), ("jsonld", False), ("nt", True), ("ttl", True)]
)
def test_neither_the_format_nor_the_order_of_the_data_matters(
    form: str, backwards: bool, report: Report, tmp_path: Path
) -> None:
    other = measured(written(tmp_path, form, backwards=backwards), jobs=1)
    assert msgspec.structs.replace(other, files=report.files) == report


def test_the_number_of_processes_does_not_matter() -> None:
    assert measured(seeds()[0], jobs=1) == measured(seeds()[0], jobs=2)


def test_without_a_shacl_report_nothing_is_said_of_validity(tmp_path: Path) -> None:
    report = measured(written(tmp_path, reports=False), jobs=1)
    assert not report.validated
    assert report.conformity == []
    assert field(report, "qp:QuestionEcrite", "titre").valid == []
    assert measured(tmp_path / "questions.nt", jobs=1).classes == report.classes


def test_the_figures_of_the_seeds() -> None:
    """Five pages: four print a page number, two an answer, one a tête d'analyse; none a group id."""
    report = measured(seeds()[0], jobs=1)
    complete = {
        key: shares(field(report, "qp:QuestionEcrite", key).complete)["all"]
        for key in ("texte", "pageJO", "reponse", "teteAnalyse", "mandat", "echeance")
    }
    assert complete == {
        "texte": "5/5",
        "pageJO": "4/5",
        "reponse": "2/5",
        "teteAnalyse": "1/5",
        "mandat": "0/5",
        "echeance": "5/5",
    }
    assert shares(report.conformity)["form-FormeTexte"] == "5/5"
    assert shares(field(report, "qp:QuestionEcrite", "groupe").identified)["all"] == "0/5"
    assert report.records is not None
    assert (report.records.read, report.records.rejected) == (5, 0)


def test_the_counts_of_findings_are_those_of_the_manifest() -> None:
    out, manifest = seeds()
    counted = {one.code: one.lines for one in measured(out, jobs=1).findings}
    assert counted == manifest.problems.by_code


# -- What is measured -----------------------------------------------------------------------------


def needs(classe: str) -> dict[str, Need]:
    (one,) = [one for one in measured_classes() if one.classe == classe]
    return {field.key: field.need for field in one.fields}


def test_the_shapes_say_what_has_to_be_there() -> None:
    written_question, oral = needs("qp:QuestionEcrite"), needs("qp:QuestionAuGouvernement")
    assert written_question["titre"] is oral["titre"] is Need.MANDATORY
    assert written_question["datePublication"] is Need.MANDATORY
    assert oral["datePublication"] is Need.OPTIONAL
    assert written_question["texte"] is Need.EXPECTED
    assert oral["texte"] is Need.OPTIONAL
    assert written_question["auteur"] is oral["auteur"] is Need.EXPECTED
    assert written_question["rubrique"] is Need.OPTIONAL


def test_a_property_is_measured_on_the_classes_that_can_have_it() -> None:
    assert "dateSeance" not in needs("qp:QuestionEcrite")
    assert "echeance" not in needs("qp:QuestionAuGouvernement")
    assert "motif" in needs("qp:ChangementAttribution")
    assert "motif" not in needs("qp:Attribution")
    assert "codeCloture" in needs("qp:Caducite")
    assert "codeCloture" not in needs("qp:Signalement")


@pytest.mark.parametrize(
    ("numerator", "denominator", "percent"),
    [(0, 7, 0), (7, 7, 100), (99_999, 100_000, 99.9), (1, 100_000, 0.1), (1, 3, 100 / 3)],
)
def test_nearly_all_is_not_all(numerator: int, denominator: int, percent: float) -> None:
    assert Cell("all", numerator, denominator).percent == pytest.approx(percent)


@pytest.mark.parametrize("text", ["no json\n", "{}\n", "[]\n", '{"code": 1}\n'])
def test_a_report_that_is_none_is_said_to_be_none(text: str, tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "problems.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInputError, match=r"problems\.jsonl is no problem report"):
        measured(tmp_path, jobs=1)


def test_data_without_anything_has_no_figures(tmp_path: Path) -> None:
    (tmp_path / "questions.nt").write_bytes(b"")
    empty = measured(tmp_path, 1)
    assert not empty.classes
    assert not empty.conformity
