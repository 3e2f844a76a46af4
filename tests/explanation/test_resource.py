"""Where the facts of a resource come from: rows of the mapping, documents, findings."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from built import BASE, ROOT, SEEDS, run, seeds
from questions_rdf.build import Options, build
from questions_rdf.explanation import naming, resource
from questions_rdf.explanation.account import Origin, ResourceExplained, Statement
from questions_rdf.explanation.mentions import mentions
from questions_rdf.mapping import tables
from questions_rdf.rows import Basis

FIXTURES = ROOT / "tests" / "fixtures"
UID = "QANR5L17QE2621"


def explained(name: str, out: Path, *sources: Path) -> ResourceExplained:
    data, telling = resource.opened(out), resource.Telling()
    candidates = naming.candidates(name, data.base)
    found = resource.present(candidates, data, telling)
    (document,) = found.documents
    iri = next(one for one in candidates if one.partition("#")[0] == document)
    return resource.explained(iri, found, data, [str(path) for path in sources], telling)


def statement(found: ResourceExplained, term: str, part: str = "") -> Statement:
    (told,) = [one for one in found.parts if one.iri.endswith(f"{UID}{part}")]
    return next(one for one in told.statements if one.term == term)


# -- Names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (f"{BASE}question/{UID}", f"question/{UID}"),
        (f"<{BASE}question/{UID}#reponse>", f"question/{UID}#reponse"),
        (f"question/{UID}", f"question/{UID}"),
        (UID, f"question/{UID}"),
        (UID.lower(), f"question/{UID}"),
        (f"{UID}#reponse", f"question/{UID}#reponse"),
        ("17-2621QE", f"question/{UID}"),
        ("17 QE 2621", f"question/{UID}"),
        ("17/QE2621", f"question/{UID}"),
        ("PA719890", "acteur/PA719890"),
        ("PO845407", "organe/PO845407"),
        ("pm842855", "mandat/PM842855"),
        ("jo/questions-an/2024-12-03", "jo/questions-an/2024-12-03"),
        ("rubriques", "rubriques"),
    ],
)
def test_a_resource_is_called_by_what_people_write(name: str, expected: str) -> None:
    assert naming.candidates(name, BASE) == [BASE + expected]


def test_a_number_alone_may_be_of_any_legislature_and_kind() -> None:
    assert len(naming.candidates("17-2621", BASE)) == 3
    assert f"{BASE}question/{UID}" in naming.candidates("2621", BASE)
    found = naming.candidates("QE 2621", BASE)
    assert f"{BASE}question/{UID}" in found
    assert all("QE2621" in one for one in found)


@pytest.mark.parametrize("name", ["", "statut-deduit", "Asalée", "a b", "<>", "../x y", "é/ù"])
def test_other_words_are_no_resource(name: str) -> None:
    assert naming.candidates(name, BASE) == []


# -- Statements -----------------------------------------------------------------------------------


def test_every_statement_has_its_row_of_the_mapping() -> None:
    found = explained(UID, seeds()[0])
    assert [part.classe for part in found.parts][:2] == ["qp:QuestionEcrite", "qp:Reponse"]
    statements = [one for part in found.parts for one in part.statements]
    assert len(statements) > 50
    assert not [one for one in statements if one.origin is Origin.UNKNOWN]
    echeance = statement(found, "qp:echeance")
    assert (echeance.value, echeance.origin) == ("2025-02-03", Origin.DEDUCED)
    assert (echeance.row, echeance.field, echeance.kind) == (
        "QUESTION.echeance",
        "echeance",
        "date",
    )
    assert echeance.meaning
    assert "article 135" in echeance.meaning.fr


def test_what_the_page_prints_is_stated_and_what_follows_is_deduced() -> None:
    found = explained(UID, seeds()[0])
    for term in ("dcterms:title", "qp:rubrique", "qp:auteur", "qp:circonscription", "qp:pageJO"):
        assert statement(found, term).origin is Origin.STATED
        assert statement(found, term).documents == [1]
    for term in ("qp:statut", "qp:echeance", "foaf:page", "qp:ministereAttributaire"):
        assert statement(found, term).origin is Origin.DEDUCED
    assert statement(found, "qp:retardJours", "#reponse").origin is Origin.DEDUCED
    assert statement(found, "schema:text", "#reponse").origin is Origin.STATED


def test_a_part_is_explained_alone() -> None:
    found = explained(f"{UID}#reponse", seeds()[0])
    assert [part.iri for part in found.parts] == [f"{BASE}question/{UID}#reponse"]
    assert found.documents


def test_a_title_that_no_source_prints_is_deduced(tmp_path: Path) -> None:
    source = FIXTURES / "opendata_json" / "l14-liste" / "source.json"
    build([str(source)], Options(out=tmp_path / "out", check=False))
    uids = [
        one for one in (tmp_path / "out/questions.nt").read_text("utf-8").split() if "QANR" in one
    ]
    found = explained(uids[0].strip("<>").partition("#")[0], tmp_path / "out")
    title = next(one for one in found.parts[0].statements if one.term == "dcterms:title")
    assert title.origin is Origin.DEDUCED
    (place,) = found.documents[0].places
    assert place.path
    assert "question[" in place.path


def test_what_several_questions_share_says_who_names_it() -> None:
    found = explained("legislature/17", seeds()[0])
    assert found.naming == {"qp:legislature": 3}
    assert f"{BASE}question/{UID}" in found.named_by
    assert found.documents == []


def test_the_basis_of_each_row_is_one_that_can_be_told() -> None:
    for table in tables.TABLES:
        for row in table.rows:
            assert row.basis in {
                Basis.STATED,
                Basis.DEDUCED,
                Basis.REFERENCE,
                Basis.STATED | Basis.DEDUCED,
                Basis.STATED | Basis.REFERENCE,
                Basis.DEDUCED | Basis.REFERENCE,
            }


# -- Documents ------------------------------------------------------------------------------------


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A build of an archive of pages, and of one of them beside it."""
    pages = sorted(SEEDS.glob("*.txt"))
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as packed:
        for page in pages:
            packed.write(page, f"pages/{page.name}")
    build([str(tmp_path / "pages.zip")], Options(out=tmp_path / "out", check=False))
    return tmp_path


def test_a_document_is_found_in_its_archive(archive: Path) -> None:
    (document,) = explained(UID, archive / "out").documents
    (place,) = document.places
    assert place.file == (archive / "pages.zip").as_posix()
    assert place.member == document.title
    assert place.sha256.startswith(document.iri.rpartition("-")[2])


def test_a_document_that_is_gone_is_found_where_somebody_says(archive: Path) -> None:
    shutil.move(archive / "pages.zip", archive / "elsewhere.zip")
    found = explained(UID, archive / "out")
    assert found.documents[0].places == []
    assert statement(found, "dcterms:title").origin is Origin.STATED_OR_DEDUCED
    (place,) = explained(UID, archive / "out", archive / "elsewhere.zip").documents[0].places
    assert place.file.endswith("elsewhere.zip")


def test_a_document_that_was_changed_is_not_taken_for_the_one_that_was_read(archive: Path) -> None:
    with zipfile.ZipFile(archive / "pages.zip") as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(archive / "pages.zip", "w") as packed:
        for name, data in members.items():
            packed.writestr(name, data + b"\n")
    (document,) = explained(UID, archive / "out").documents
    assert document.places == []
    assert document.changed == [f"{(archive / 'pages.zip').as_posix()}!{document.title}"]


def test_each_document_of_a_question_says_what_it_states(tmp_path: Path) -> None:
    case = FIXTURES / "fusion" / "donnees-et-page"
    sources = sorted(case.glob("source*"))
    build([str(path) for path in sources], Options(out=tmp_path / "out", check=False))
    text = (tmp_path / "out" / "questions.nt").read_text(encoding="utf-8")
    found = explained(text.partition(">")[0].strip("<").partition("#")[0], tmp_path / "out")
    assert [document.title for document in found.documents] != []
    stated = {tuple(one.documents) for one in found.parts[0].statements if one.documents}
    assert (1, 2) in stated
    assert stated & {(1,), (2,)}


# -- Findings -------------------------------------------------------------------------------------


def test_the_findings_about_a_question_are_told(tmp_path: Path) -> None:
    source = FIXTURES / "page_dyn" / "legislature-finie" / "source.txt"
    build([str(source)], Options(out=tmp_path / "out", check=False))
    (question,) = _questions(tmp_path / "out")
    (finding,) = explained(question, tmp_path / "out").findings
    assert finding.code == "statut-deduit"


def test_a_finding_without_subject_is_told_by_its_place(tmp_path: Path) -> None:
    for name in ("valeurs-abimees", "l15-question"):
        source = FIXTURES / "opendata_json" / name / "source.json"
        shutil.copy(source, tmp_path / f"{name}.json")
    names = [str(path) for path in sorted(tmp_path.glob("*.json"))]
    build(names, Options(out=tmp_path / "out", check=False))
    told = {one: explained(one, tmp_path / "out") for one in _questions(tmp_path / "out")}
    assert len(told) == 2
    damaged = [found for found in told.values() if "valeurs" in found.documents[0].title]
    assert "date-illisible" in {one.code for one in damaged[0].findings}
    for found in told.values():
        assert all(found.documents[0].title in one.place for one in found.findings)


def _questions(out: Path) -> set[str]:
    lines = (out / "questions.nt").read_text(encoding="utf-8").splitlines()
    return {
        line[1:].partition(">")[0].partition("#")[0] for line in lines if "/question/" in line[:60]
    }


# -- Searching ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["questions.nt", "questions.ttl", "questions.jsonld"])
def test_every_format_says_the_same(name: str) -> None:
    wanted = {f"{BASE}question/{UID}"}
    found = mentions([seeds()[0] / name], wanted, lambda _count: None)
    quads = {str(quad) for quads in found.documents.values() for quad in quads}
    reference = mentions([seeds()[0] / "questions.nt"], wanted, lambda _count: None)
    assert quads == {str(quad) for quads in reference.documents.values() for quad in quads}
    assert len(quads) > 50


def test_a_name_that_begins_like_another_is_not_that_one() -> None:
    found = mentions([seeds()[0] / "questions.nt"], {f"{BASE}question/QANR5L17QE262"}, print)
    assert found.documents == {}


# -- The verb -------------------------------------------------------------------------------------


def test_the_verb_explains_a_resource(tmp_path: Path) -> None:
    result = run("explain", "17-2621", seeds()[0], "--source", SEEDS, "--lang", "en", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "qp:echeance" in result.stdout
    assert "QUESTION.echeance ← echeance (date)" in result.stdout
    assert "sha256 3a6654f6" in result.stdout
    told = json.loads(run("explain", UID, seeds()[0], "--json", cwd=tmp_path).stdout)
    assert told["iri"] == f"{BASE}question/{UID}"


def test_an_ambiguous_number_names_those_that_it_may_be(tmp_path: Path) -> None:
    source = FIXTURES / "opendata_json" / "l16-reattributions" / "source.json"
    text = source.read_text(encoding="utf-8")
    number = json.loads(text)["question"]["identifiant"]["numero"]
    twin = text.replace("QANR5L16QE", "QANR5L15QE").replace(
        '"legislature": "16"', '"legislature": "15"'
    )
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    (tmp_path / "b.json").write_text(twin, encoding="utf-8")
    build(
        [str(tmp_path / "a.json"), str(tmp_path / "b.json")],
        Options(out=tmp_path / "out", check=False),
    )
    result = run("explain", f"QE {number}", "out", cwd=tmp_path)
    assert result.returncode == 2
    assert f"question/QANR5L15QE{number}, question/QANR5L16QE{number}" in result.stderr


@pytest.mark.parametrize("name", ["a" + "/" * 5000 + " ", "1" * 5000, "QE" * 5000, "- " * 5000])
def test_an_endless_name_takes_no_time(name: str) -> None:
    assert naming.candidates(f"{name}<>é", BASE) == []
