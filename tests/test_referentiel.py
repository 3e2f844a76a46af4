"""Archives, caches and folders become one directory; what holds nothing is refused."""

import io
import sys
from pathlib import Path

import pytest

import reference_data as data
from hostile_inputs import zipped
from questions_rdf.amo import cache
from questions_rdf.errors import UnreadableInputError
from questions_rdf.referentiel import load_annuaire, load_items
from questions_rdf.sources import Limits

LIMITS = Limits()


def cached(path: Path, *sources: str) -> str:
    found = load_annuaire(sources, LIMITS)
    cache.write(path, cache.packed(found.annuaire, found.inputs))
    return str(path)


def test_an_archive_its_cache_and_its_members_say_the_same(tmp_path: Path) -> None:
    archive = data.small(tmp_path / "amo.zip")
    folder = tmp_path / "folder"
    for number, member in enumerate(data.members(acteur=[data.acteur()], organe=[data.organe()])):
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.json").write_bytes(data.encoded(member))
    from_archive = load_annuaire([archive], LIMITS)
    from_cache = load_annuaire([cached(tmp_path / "amo.cache", archive)], LIMITS)
    for kind, count in (("acteurs", 1), ("mandats", 2), ("organes", 2)):
        assert len(getattr(from_archive.annuaire, kind)) == count
        assert getattr(from_cache.annuaire, kind) == getattr(from_archive.annuaire, kind)
    assert load_annuaire([str(folder)], LIMITS).annuaire.acteurs == from_archive.annuaire.acteurs
    assert [one.file for one in from_archive.inputs] == [archive]
    assert [one.file for one in from_cache.inputs] == [str(tmp_path / "amo.cache")]


def test_archives_and_caches_mix_and_the_first_one_named_counts(tmp_path: Path) -> None:
    older = cached(tmp_path / "old.cache", data.small(tmp_path / "old.zip"))
    ended = data.organe("PO1", libelle="Autre", viMoDe={"dateFin": "2024-06-09"})
    newer = data.written(tmp_path / "new.zip", {"organe": ended}, {"acteur": data.acteur("PA2")})
    found = load_annuaire([older, newer, older], LIMITS)
    assert set(found.annuaire.acteurs) == {"PA1", "PA2"}
    organe = found.annuaire.organes["PO1"]
    assert organe.libelle == "Groupe des exemples"
    assert str(organe.fin) == "2024-06-09"
    assert [one.file for one in found.inputs] == [older, newer]


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    content = Path(data.small(tmp_path / "amo.zip")).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert len(load_annuaire(["-"], LIMITS).annuaire.acteurs) == 1


def test_a_problem_of_the_reference_data_rejects_no_question(tmp_path: Path) -> None:
    path = tmp_path / "amo.zip"
    good, broken = data.encoded({"organe": data.organe()}), zipped(("a", b""))
    path.write_bytes(
        zipped(("a.json", good), ("b.json", broken), ("c.json", b""), (".DS_Store", b""))
    )
    found = load_annuaire([str(path)], LIMITS)
    codes = ["archive-imbriquee", "fichier-vide", "fichier-ignore"]
    assert [problem.code for problem in found.problems] == codes
    assert not any(problem.rejected for problem in found.problems)


def test_what_repeats_is_said_once_with_its_number(tmp_path: Path) -> None:
    bodies = [data.organe(f"PO{n}", legislature="?") for n in range(1, 8)]
    others: list[object] = [{"question": {}}] * 3 + [b"{"] * 2
    path = data.written(tmp_path / "amo.zip", *data.members(organe=bodies), *others)
    found = load_annuaire([path], LIMITS)
    assert [(problem.code, problem.occurrences) for problem in found.problems] == [
        ("reference-valeur-inattendue", 7),
        ("reference-forme-inconnue", 3),
        ("reference-json-illisible", 1),
        ("reference-json-illisible", 1),
    ]
    assert "PO1" in found.problems[0].message.fr


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.zip", None, "No such file"),
        ("empty.zip", zipped(), "holds no acteur and no organe"),
        ("cut.zip", zipped(("a.json", b"{}"))[:-10], "archive is damaged"),
        ("questions.zip", zipped(("a.json", b'{"question": {}}')), "Neither acteur nor mandat"),
        ("mandats.zip", zipped(("a.json", data.encoded({"mandat": data.siege()}))), "holds no acteur"),
        ("page.html", b"<html></html>", "is no JSON"),
        ("old.cache", b"questions-rdf reference 0\n", "build it again"),
    ],
)  # fmt: skip
def test_a_file_without_reference_data_is_refused_in_one_line(
    name: str, content: bytes | None, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    good = data.small(tmp_path / "good.zip")
    with pytest.raises(UnreadableInputError, match=reason) as refused:
        load_annuaire([good, str(path)], LIMITS)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_limits_hold_here_too(tmp_path: Path) -> None:
    path = data.small(tmp_path / "amo.zip")
    with pytest.raises(UnreadableInputError, match="limit of 2"):
        load_annuaire([path], Limits(members=2))


def test_items_of_wikidata(tmp_path: Path) -> None:
    path = tmp_path / "p4123.csv"
    path.write_text("item,id\nQ5,1\nQ6,x\n")
    found = load_items(str(path), LIMITS)
    assert found.items == {"PA1": "http://www.wikidata.org/entity/Q5"}
    assert [problem.origin.line for problem in found.problems] == [3]
    assert [one.file for one in found.inputs] == [str(path)]


@pytest.mark.parametrize("name", ["missing.csv", "folder"])
def test_a_file_without_items_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableInputError, match=name):
        load_items(str(tmp_path / name), LIMITS)
