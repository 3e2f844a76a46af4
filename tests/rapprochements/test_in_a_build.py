"""Joint answers and similar groups stand at the end of the data, whatever a build is told."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

import campaigns
from built import triples
from questions_rdf.build import Options, build
from questions_rdf.conversion import Conversion
from questions_rdf.errors import UsageError
from questions_rdf.sources import _batches
from reading import record

COUNT = 24
DAY = "2023-05-02"
ANSWER = "Le Gouvernement suit la situation des phares habités. " * 10
QP = "https://w3id.org/questions-parlementaires/def#"


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_batches, "MOST_DOCUMENTS", 5)


def _answered(numero: int, answer: str, texte: str = "Pourquoi ?") -> bytes:
    info = {"typeJO": "JO_QUESTION", "dateJO": DAY}
    asked = {"infoJO": {"typeJO": "JO_QUESTION", "dateJO": "2023-02-07"}, "texte": texte}
    acteur = {"identite": {"acteurRef": f"PA{900 + numero}"}}
    fields = record(
        numero,
        auteur=acteur,
        textesQuestion={"texteQuestion": asked},
        textesReponse={"texteReponse": {"infoJO": info, "texte": answer}},
    )
    return msgspec.json.encode({"question": fields})


def _folder(path: Path, answers: Sequence[str], texts: Sequence[str]) -> Path:
    path.mkdir()
    for numero, (answer, text) in enumerate(zip(answers, texts, strict=True), start=1):
        (path / f"{numero:06}.json").write_bytes(_answered(numero, answer, text))
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Every third answer is the same, and every fourth question a copy."""
    answers = [ANSWER if n % 3 else f"{ANSWER} Enfin {n}." for n in range(COUNT)]
    texts = [campaigns.copy(n) if n % 4 == 0 else campaigns.unlike(n) for n in range(COUNT)]
    return _folder(tmp_path / "source", answers, texts)


def _built(source: Path, out: Path, **options: object) -> dict[str, bytes]:
    build([str(source)], Options(out, **options))  # type: ignore[arg-type]
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_joint_answers_are_validated_and_counted(source: Path, tmp_path: Path) -> None:
    manifest = build([str(source)], Options(tmp_path / "out"))
    assert manifest.sound
    assert manifest.shacl.checked
    assert manifest.classes["qp:ReponseCommune"] == 1
    assert "qp:GroupeSimilaire" not in manifest.classes
    found = triples(tmp_path / "out" / "questions.nt")
    members = [one for one in found if "hadMember" in one and "/reponse-commune/" in one]
    assert len(members) == COUNT * 2 // 3
    assert triples(tmp_path / "out" / "questions.ttl") == found
    assert triples(tmp_path / "out" / "questions.jsonld") == found
    described = (tmp_path / "out" / "dataset.ttl").read_text(encoding="utf-8")
    assert f"<{QP}ReponseCommune>" in described or "qp:ReponseCommune" in described


@pytest.mark.parametrize("similar", [False, True])
def test_any_number_of_processes_writes_the_same_bytes(
    source: Path, tmp_path: Path, similar: bool
) -> None:
    if similar:
        pytest.importorskip("datasketch", reason="--similar needs datasketch")
    alone = _built(source, tmp_path / "out", similar=similar)
    assert _built(source, tmp_path / "out", similar=similar, jobs=3) == alone


def test_they_stand_in_the_last_volume(source: Path, tmp_path: Path) -> None:
    files = _built(source, tmp_path / "out", split=7, formats=("nt",))
    counts = {
        name: json.loads(data)["classes"].get("qp:ReponseCommune", 0)
        for name, data in files.items()
        if name.startswith("questions-") and name.endswith(".json")
    }
    assert list(counts.values()) == [0, 0, 0, 1]


def test_many_are_written_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [f"{ANSWER} Enfin {n // 2}." for n in range(COUNT)]
    source = _folder(tmp_path / "source", answers, ["Pourquoi ?"] * COUNT)
    whole = _built(source, tmp_path / "out")
    monkeypatch.setattr("questions_rdf.conversion._MOST_MEMBERS", 6)
    parts = 0
    end_together = Conversion._end_together  # noqa: SLF001

    def counted(self: Conversion, published: int) -> object:
        nonlocal parts
        parts += 1
        return end_together(self, published)

    monkeypatch.setattr(Conversion, "_end_together", counted)
    assert _built(source, tmp_path / "out") == whole
    assert parts == COUNT // 6


def test_a_question_of_several_sources_counts_once(tmp_path: Path) -> None:
    _folder(tmp_path / "one", [ANSWER] * 3, ["Pourquoi ?"] * 3)
    _folder(tmp_path / "other", [ANSWER.upper()] * 2, ["Pourquoi donc ?"] * 2)
    paths = [str(tmp_path / "one"), str(tmp_path / "other")]
    manifest = build(paths, Options(tmp_path / "out", formats=("nt",), jobs=2))
    assert manifest.records.merged == 2
    assert len(_members((tmp_path / "out" / "questions.nt").read_text(encoding="utf-8"))) == 3


def _members(text: str) -> list[str]:
    """The lines that name a member."""
    return [line for line in text.splitlines() if "hadMember" in line]


def test_thousands_of_answers_alike_make_one_joint_answer(tmp_path: Path) -> None:
    count = 3000
    lines = [
        msgspec.json.encode(msgspec.json.decode(_answered(n, ANSWER))["question"])
        for n in range(1, count + 1)
    ]
    (tmp_path / "all.ndjson").write_bytes(b"\n".join(lines))
    options = Options(tmp_path / "out", formats=("nt",), check=False)
    manifest = build([str(tmp_path / "all.ndjson")], options)
    assert manifest.classes["qp:ReponseCommune"] == 1
    written = (tmp_path / "out" / "questions.nt").read_text(encoding="utf-8")
    assert len(_members(written)) == count


def test_without_its_library_similar_is_a_usage_error(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "datasketch", None)
    with pytest.raises(UsageError, match=r"questions-rdf\[similar\]"):
        build([str(source)], Options(tmp_path / "out", similar=True))
    assert not (tmp_path / "out").exists()
