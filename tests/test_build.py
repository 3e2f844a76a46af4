"""The whole way once: counts that add up, the same bytes every time, never a half output."""

import json
import os
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from built import BASE, FORMATS, PROGRAM, SEEDS, interrupted, run, seeds, triples
from questions_rdf import readback
from questions_rdf.build import Options, build
from questions_rdf.digests import sha256
from questions_rdf.errors import OutputError, UnreadableInputError, UsageError
from questions_rdf.iris import DEFAULT_BASE
from questions_rdf.manifest import Records
from questions_rdf.publication import staged

FILES = {
    "dataset.ttl",
    "manifest.json",
    "problems.jsonl",
    "questions.jsonld",
    "questions.nt",
    "questions.ttl",
    "shacl-report.ttl",
    "shacl-report.txt",
}


def record(numero: int, **fields: object) -> dict[str, object]:
    """A small written question in the official layout."""
    jo = {"typeJO": "JO_QUESTION", "dateJO": "2025-01-07", "pageJO": "12"}
    return {
        "uid": f"QANR5L17QE{numero}",
        "identifiant": {"numero": str(numero), "legislature": "17"},
        "type": "QE",
        "indexationAN": {"rubrique": "culture", "analyses": {"analyse": "Orgues de Barbarie"}},
        "auteur": {"identite": {"acteurRef": "PA1", "mandatRef": "PM1"}},
        "minInt": {"organeRef": "PO1", "abrege": "Culture"},
        "textesQuestion": {"texteQuestion": {"infoJO": jo, "texte": "Mme Exemple interroge."}},
        **fields,
    }


def archive(path: Path, *records: dict[str, object] | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as members:
        for rank, one in enumerate(records):
            content = one if isinstance(one, bytes) else json.dumps({"question": one}).encode()
            members.writestr(f"json/{rank:03}.json", content)
    return path


def problems(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "problems.jsonl").read_text("utf-8").splitlines()]


def fast(out: Path, **options: object) -> Options:
    return Options(out=out, **{"check": False, **options})  # type: ignore[arg-type]


# -- Output ---------------------------------------------------------------------------------------


def test_the_output_folder_holds_what_the_manifest_lists() -> None:
    out, manifest = seeds()
    assert {path.name for path in out.iterdir()} == FILES
    assert {*manifest.files, "manifest.json"} == FILES
    for name, file in manifest.files.items():
        assert (out / name).stat().st_size == file.bytes
        assert sha256(out / name) == file.sha256
    for name in FORMATS:
        assert manifest.files[f"questions.{name}"].triples == manifest.triples


def test_the_counts_of_the_manifest_are_those_of_the_data() -> None:
    out, manifest = seeds()
    store = ox.Store()
    store.bulk_load(path=out / "questions.nt", format=ox.RdfFormat.N_TRIPLES)
    rows = store.query("SELECT ?c (COUNT(*) AS ?n) WHERE { ?s a ?c } GROUP BY ?c")
    assert isinstance(rows, ox.QuerySolutions)
    counted = sorted(int(row["n"].value) for row in rows)
    assert counted == sorted(manifest.classes.values())
    assert len(store) == manifest.triples


def test_the_data_set_describes_itself_outside_the_data() -> None:
    out, manifest = seeds()
    described = triples(out / "dataset.ttl")
    dataset = f"<{BASE}dataset>"
    assert not described & triples(out / "questions.nt")
    assert f'{dataset} <http://rdfs.org/ns/void#triples> "{manifest.triples}"' in str(described)
    for file in ("questions.ttl", "questions.jsonld", "questions.nt"):
        assert manifest.files[file].sha256 in str(described)
    assert "licence-ouverte" in str(described)
    assert '"2026-05-12"^^' in str(described)


def test_formats_can_be_chosen(tmp_path: Path) -> None:
    manifest = build([str(SEEDS)], fast(tmp_path / "o", formats=["nt"]))
    assert set(manifest.files) == {"dataset.ttl", "problems.jsonl", "questions.nt"}


def test_another_base_changes_every_iri_of_the_data(tmp_path: Path) -> None:
    build([str(SEEDS)], fast(tmp_path / "o", base="https://example.org/questions/"))
    found = [triples(tmp_path / "o" / f"questions.{name}") for name in FORMATS]
    assert found[0] == found[1] == found[2]
    subjects = {triple.split(" ", 1)[0] for triple in found[0]}
    assert all(subject.startswith("<https://example.org/questions/") for subject in subjects)


def test_as_of_is_an_argument_and_by_default_the_latest_date_of_the_input(tmp_path: Path) -> None:
    old = record(1, uid="QANR5L16QE1", identifiant={"numero": "1", "legislature": "16"})
    jo = {"typeJO": "JO_QUESTION", "dateJO": "2024-05-07"}
    old["textesQuestion"] = {"texteQuestion": {"infoJO": jo, "texte": "…?"}}
    source = archive(tmp_path / "a.zip", old)
    manifest = build([str(source)], fast(tmp_path / "o"))
    assert manifest.as_of == date(2024, 5, 7)
    assert "EnAttente" in (tmp_path / "o/questions.nt").read_text("utf-8")
    manifest = build([str(source)], fast(tmp_path / "o", as_of=date(2026, 11, 22)))
    assert "Caduque" in (tmp_path / "o/questions.nt").read_text("utf-8")
    assert [problem["code"] for problem in problems(tmp_path / "o")] == ["statut-deduit"]
    assert manifest.sound


def test_a_day_before_the_data_is_remarked_upon(tmp_path: Path) -> None:
    manifest = build([str(SEEDS)], fast(tmp_path / "o", as_of=date(2024, 1, 1)))
    assert manifest.problems.by_code == {"as-of-anterieur": 1}
    assert manifest.sound


# -- Nothing is lost ------------------------------------------------------------------------------


def test_bad_input_never_stops_the_good_and_the_counts_add_up(tmp_path: Path) -> None:
    source = archive(
        tmp_path / "a.zip",
        record(1),
        b"",
        record(1),
        b'{"question": {"uid": ',
        b"<!DOCTYPE html><title>503 Service Unavailable</title>",
        record(2, textesQuestion=None),
        record(3),
    )
    manifest = build([str(source)], fast(tmp_path / "o"))
    records = manifest.records
    assert (records.read, records.published, records.rejected) == (7, 2, 5)
    assert not manifest.sound
    found = problems(tmp_path / "o")
    assert [problem["code"] for problem in found] == [
        "fichier-vide",
        "json-illisible",
        "document-html",
        "date-publication-absente",
        "uid-en-double",
    ]
    for problem in found:
        assert problem["rejected"] is True
        assert problem["severity"] == "error"
        assert problem["member"].startswith("json/")
        assert all(problem[key] for key in ("message", "message_en", "hint", "hint_en"))


def test_the_same_question_from_two_sources_is_published_once(tmp_path: Path) -> None:
    one, two = archive(tmp_path / "1.zip", record(1)), archive(tmp_path / "2.zip", record(1))
    manifest = build([str(one), str(two)], fast(tmp_path / "o"))
    assert manifest.records.published == 1
    assert manifest.records == Records(read=2, published=1, merged=1, rejected=0)
    assert not manifest.problems.by_code


def test_an_archive_of_reference_data_among_the_sources_is_one_finding(tmp_path: Path) -> None:
    people = [f'{{"acteur": {{"uid": "PA90000{n}"}}}}' for n in range(3)]
    with zipfile.ZipFile(tmp_path / "amo.zip", "w") as written:
        for number, member in enumerate(people):
            written.writestr(f"json/acteur/{number}.json", member)
    manifest = build([str(tmp_path / "amo.zip")], fast(tmp_path / "o"))
    assert manifest.records == Records(read=3, published=0, merged=0, rejected=3)
    (found,) = problems(tmp_path / "o")
    assert (found["code"], found["occurrences"]) == ("json-de-reference", 3)


def test_a_field_that_the_assembly_adds_is_one_finding_with_its_count(tmp_path: Path) -> None:
    records = [record(n, nouveauChamp={"x": "1"}) for n in range(1, 6)]
    build([str(archive(tmp_path / "a.zip", *records))], fast(tmp_path / "o"))
    (found,) = problems(tmp_path / "o")
    assert (found["code"], found["occurrences"]) == ("champ-inconnu", 5)
    assert found["path"] == "question.nouveauChamp"


def test_a_finding_of_shacl_points_at_its_source(tmp_path: Path) -> None:
    jo = {"typeJO": "JO_QUESTION", "dateJO": "2024-01-02"}
    early = {"texteReponse": {"infoJO": jo, "texte": "Réponse."}}
    source = archive(tmp_path / "a.zip", record(1), record(2, textesReponse=early))
    manifest = build([str(source)], Options(out=tmp_path / "o"))
    assert manifest.shacl.violations > 0
    assert not manifest.sound
    violation = next(p for p in problems(tmp_path / "o") if p["stage"] == "validation")
    assert violation["member"] == "json/001.json"
    assert "QANR5L17QE2" in str(violation["subject"])
    report = (tmp_path / "o/shacl-report.txt").read_text("utf-8")
    assert "QANR5L17QE2" in report
    assert "sh:conforms" in (tmp_path / "o/shacl-report.ttl").read_text("utf-8").replace(
        "<http://www.w3.org/ns/shacl#conforms>", "sh:conforms"
    )


def test_no_question_at_all_is_an_output_too(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Rien.", encoding="utf-8")
    manifest = build([str(tmp_path / "notes.txt")], Options(out=tmp_path / "o"))
    assert (manifest.records.read, manifest.records.rejected, manifest.triples) == (1, 1, 0)
    assert manifest.as_of is None


# -- The same bytes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "America/Lima"},
    ],
)
def test_two_builds_give_the_same_bytes(tmp_path: Path, environment: dict[str, str]) -> None:
    expected, _ = seeds()
    result = run("build", SEEDS, "--out", tmp_path / "o", "-q", cwd=tmp_path, **environment)
    assert (result.returncode, result.stderr) == (0, "")
    for name in FILES:
        assert (tmp_path / "o" / name).read_bytes() == (expected / name).read_bytes(), name


def test_a_folder_and_an_archive_of_it_give_the_same_graph(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "seeds.zip", "w") as members:
        for path in sorted(SEEDS.iterdir()):
            members.write(path, path.name)
    build([str(tmp_path / "seeds.zip")], fast(tmp_path / "o"))
    expected, _ = seeds()
    assert triples(tmp_path / "o/questions.nt") == triples(expected / "questions.nt")


# -- Never half there -----------------------------------------------------------------------------


def test_a_failed_run_leaves_the_former_output_whole(tmp_path: Path) -> None:
    out = tmp_path / "o"
    build([str(SEEDS)], fast(out))
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    class Unlucky(Exception):  # noqa: N818
        pass

    def fail(what: str, _done: int, _total: int | None) -> None:
        if what == "writing":
            raise Unlucky

    with pytest.raises(Unlucky):
        build([str(SEEDS)], fast(out, progress=fail))
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["o"]


def test_an_interrupted_run_leaves_the_former_output_whole(tmp_path: Path) -> None:
    out = tmp_path / "o"
    build([str(SEEDS)], fast(out))
    before = (out / "manifest.json").read_bytes()
    many = archive(tmp_path / "a.zip", *(record(n) for n in range(1, 3000)))
    process = subprocess.Popen(
        [PROGRAM, "build", many, "--out", out], stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 20
    while len(list(tmp_path.iterdir())) == 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    talk = interrupted(process)
    assert process.returncode == 130
    assert talk.strip() == "Interrupted."
    assert (out / "manifest.json").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "o"]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_swap_that_is_cut_short_puts_the_former_output_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    out = tmp_path / "o"
    build([str(SEEDS)], fast(out))
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    rename = Path.rename

    def cut_short(self: Path, target: Path) -> Path:
        if target == out and self.parent == tmp_path:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", cut_short)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        build([str(SEEDS)], fast(out))
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["o"]


def test_what_a_build_killed_in_its_swap_holds_is_not_taken_away(tmp_path: Path) -> None:
    former = tmp_path / ".o-former-abcd1234"
    former.mkdir()
    build([str(SEEDS)], fast(tmp_path / "o"))
    assert former.is_dir()


def test_what_people_put_beside_the_output_is_carried_over(tmp_path: Path) -> None:
    out = tmp_path / "o"
    build([str(SEEDS)], fast(out))
    (out / "notes.md").write_text("à garder", encoding="utf-8")
    build([str(SEEDS)], fast(out, formats=["nt"]))
    assert (out / "notes.md").read_text(encoding="utf-8") == "à garder"
    assert not (out / "questions.ttl").exists()


def test_a_folder_of_another_origin_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("…", encoding="utf-8")
    with pytest.raises(UsageError, match=r"no manifest\.json"):
        build([str(SEEDS)], fast(tmp_path))
    assert (tmp_path / "thesis.tex").exists()


def test_a_source_folder_may_hold_the_output_and_hidden_folders(tmp_path: Path) -> None:
    for seed in SEEDS.iterdir():
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref", encoding="utf-8")
    for _ in range(2):
        manifest = build([str(tmp_path)], fast(tmp_path / "out"))
        assert (manifest.documents, manifest.records.published) == (5, 5)
        assert manifest.problems.by_code == {"fichier-ignore": 1}


def test_what_a_killed_build_left_is_taken_away(tmp_path: Path) -> None:
    finished = subprocess.Popen([sys.executable, "-c", ""])
    finished.wait()
    abandoned = tmp_path / f".o-{finished.pid}-abcd1234"
    running = tmp_path / f".o-{os.getpid()}-abcd1234"
    for folder in (abandoned, running, tmp_path / ".o-notes"):
        folder.mkdir()
    build([str(SEEDS)], fast(tmp_path / "o"))
    assert {path.name for path in tmp_path.iterdir()} == {running.name, ".o-notes", "o"}


def test_the_output_is_readable_by_others(tmp_path: Path) -> None:
    with staged(tmp_path / "o") as folder:
        (folder / "x").write_text("x", encoding="utf-8")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "o").stat().st_mode & 0o777 == 0o777 & ~mask


def test_a_path_that_does_not_exist_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match=r"nowhere\.zip"):
        build([str(SEEDS), str(tmp_path / "nowhere.zip")], fast(tmp_path / "o"))
    assert not (tmp_path / "o").exists()


# -- Reading back ---------------------------------------------------------------------------------


def test_what_does_not_read_back_is_not_published(tmp_path: Path) -> None:
    ttl, base = tmp_path / "q.ttl", DEFAULT_BASE
    one, other = b"<http://a> <http://b> <http://c> .\n", b"<http://a> <http://b> <http://d> .\n"
    assert len(readback.read_back(("nt", "ttl"), (one, one), base, 1)) == 1
    with pytest.raises(OutputError, match="different graphs"):
        readback.read_back(("nt", "ttl"), (one, other), base, 1)
    with pytest.raises(OutputError, match="2 written"):
        readback.read_back(("nt",), (one,), base, 2)
    ttl.write_text("<http://a> <http://b> [] .\n", encoding="utf-8")
    with pytest.raises(OutputError, match="blank node"):
        readback.fingerprint(ttl)
    ttl.write_text("<http://a> <http://b> .\n", encoding="utf-8")
    with pytest.raises(OutputError, match="does not parse"):
        readback.fingerprint(ttl)
