"""The site: together its pages are the data; only what changed is written; it is whole or says so."""

import hashlib
import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest

from built import BASE, corpus_of_queries, seeds
from questions_rdf.errors import OutputError, UnreadableInputError, UsageError
from questions_rdf.manifest import Manifest
from questions_rdf.publication import MANIFEST
from questions_rdf.resources import Kind
from questions_rdf.site import further_pages
from questions_rdf.site.account import SITE, SUMS, Account
from questions_rdf.site.publishing import Options, publish
from sites import OPENDATA, files_of, real_output, site_of_real_records, site_of_seeds

ONTOLOGY = "def"
NOT_OF_THE_DATA = {ONTOLOGY, "dataset", "catalogue", "formes", "requetes"}
FORMS = {".ttl": ox.RdfFormat.TURTLE, ".jsonld": ox.RdfFormat.JSON_LD}


def is_exactly(site: Path, data: Path) -> int:
    """Whether the pages make up the data, in both forms of RDF; how many there are."""
    found: Counter[ox.Triple] = Counter()
    for page in sorted(site.rglob("*.ttl")):
        path = page.relative_to(site).with_suffix("").as_posix()
        if path in NOT_OF_THE_DATA or path.startswith("telechargements/"):
            continue
        turtle, json_ld = (
            {one.triple for one in ox.parse(path=page.with_suffix(end), format=syntax)}
            for end, syntax in FORMS.items()
        )
        assert turtle == json_ld, page
        found.update(turtle)
    assert found == Counter({one.triple for one in ox.parse(path=data)})
    return sum(1 for _ in site.rglob("*.ttl"))


def copied(out: Path, content: bytes | None = None) -> Path:
    """A copy of the build of the seeds, whose N-Triples are ``content``."""
    if not out.is_dir():
        shutil.copytree(seeds()[0], out)
    if content is not None:
        data = out / "questions.nt"
        data.write_bytes(content)
        manifest = Manifest.read(out / MANIFEST)
        stated = msgspec.structs.replace(
            manifest.files["questions.nt"],
            bytes=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            triples=(triples := sum(1 for line in content.splitlines() if line.strip())),
        )
        files = {**manifest.files, "questions.nt": stated}
        changed = msgspec.structs.replace(manifest, files=files, triples=triples)
        (out / MANIFEST).write_bytes(changed.written())
    return out


def test_the_pages_of_the_seeds_are_exactly_the_data() -> None:
    assert is_exactly(site_of_seeds(), seeds()[0] / "questions.nt") > 30


def test_the_pages_of_a_corpus_with_reference_data_are_exactly_the_data(tmp_path: Path) -> None:
    data = next(one for one in corpus_of_queries() if one.suffix == ".nt")
    publish(data.parent, Options(tmp_path / "site"))
    assert is_exactly(tmp_path / "site", data) > 50


@pytest.mark.xdist_group("site-of-real-records")  # it is made once
@pytest.mark.skipif(not OPENDATA.is_dir(), reason="the real records are not at hand")
def test_the_pages_of_real_records_are_exactly_the_data() -> None:
    assert is_exactly(site_of_real_records(), real_output() / "questions.nt") > 3000


def test_every_page_stands_in_both_languages_and_both_forms() -> None:
    site = site_of_seeds()
    question = site / "question/QANR5L17QE2621"
    for suffix in (".html", ".en.html", ".ttl", ".jsonld"):
        assert question.with_suffix(suffix).is_file()
    assert '<html lang="en">' in question.with_suffix(".en.html").read_text(encoding="utf-8")


def test_the_same_data_gives_the_same_bytes_for_any_number_of_processes(tmp_path: Path) -> None:
    publish(seeds()[0], Options(tmp_path / "site", jobs=3))
    assert files_of(tmp_path / "site") == files_of(site_of_seeds())


@pytest.mark.parametrize("form", ["ttl", "jsonld", "nt"])
def test_it_does_not_matter_in_which_format_the_data_is(form: str, tmp_path: Path) -> None:
    for left_out in {"ttl", "jsonld", "nt"} - {form}:
        (copied(tmp_path / "out") / f"questions.{left_out}").unlink()
    publish(tmp_path / "out", Options(tmp_path / "site"))
    again, resources = files_of(tmp_path / "site"), files_of(site_of_seeds())
    for path, content in resources.items():
        if path.startswith(("question/", "jo/", "rubrique", "ministere/")):
            assert again[path] == content


def test_it_does_not_matter_in_which_order_the_triples_are(tmp_path: Path) -> None:
    lines = (seeds()[0] / "questions.nt").read_bytes().splitlines(keepends=True)
    copied(tmp_path / "out", b"".join(sorted(lines, key=lambda line: bytes(line)[::-1])))
    publish(tmp_path / "out", Options(tmp_path / "site"))
    again = files_of(tmp_path / "site")
    for path, content in files_of(site_of_seeds()).items():
        if path.startswith(("question/", "jo/", "rubrique", "ministere/")):
            assert again[path] == content


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    first = publish(seeds()[0], Options(tmp_path))
    assert first.changed == first.account.files
    page = tmp_path / "question/QANR5L17QE2621.html"
    untouched = page.stat().st_mtime_ns
    (tmp_path / "question/QANR5L17QE2621.ttl").write_text("spoilt", encoding="utf-8")
    second = publish(seeds()[0], Options(tmp_path))
    assert (second.changed, second.removed) == (1, 0)
    assert page.stat().st_mtime_ns == untouched
    assert second.account == first.account


def test_what_nobody_writes_any_more_is_taken_away_and_what_people_put_there_stays(
    tmp_path: Path,
) -> None:
    publish(seeds()[0], Options(tmp_path))
    own = tmp_path / "question" / "notes.txt"
    own.write_text("mine", encoding="utf-8")
    again = publish(seeds()[0], Options(tmp_path, pages=frozenset({Kind.MINISTERE})))
    assert again.removed > 50
    assert again.account.pages.keys() == {"ministere"}
    assert own.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "acteur").exists()
    assert not list(tmp_path.glob("question/*.html"))


def test_the_account_and_the_sums_hold(tmp_path: Path) -> None:
    account = publish(seeds()[0], Options(tmp_path)).account
    assert Account.found(tmp_path) == account
    sums = (tmp_path / SUMS).read_bytes()
    assert hashlib.sha256(sums).hexdigest() == account.sums
    checked = subprocess.run(
        ["sha256sum", "--check", "--quiet", SUMS], cwd=tmp_path, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    named = {line.split("  ", 1)[1] for line in sums.decode().splitlines()}
    assert named | {SITE, SUMS} == set(files_of(tmp_path))
    assert len(named) == account.files
    assert not (tmp_path / ".publication").exists()
    assert account.triples == seeds()[1].triples
    assert (account.left_out, account.nowhere) == (0, 0)


def test_a_publication_that_was_cut_short_is_taken_up(tmp_path: Path) -> None:
    publish(seeds()[0], Options(tmp_path))
    (tmp_path / SITE).unlink()
    work = tmp_path / ".publication"
    work.mkdir()
    (work / SUMS).write_text(f"{'0' * 64}  question/orphan.html\n{'0' * 30}", encoding="utf-8")
    (work / "index.sqlite").write_bytes(b"half a database")
    (tmp_path / "question/orphan.html").write_text("left", encoding="utf-8")
    publish(seeds()[0], Options(tmp_path))
    assert files_of(tmp_path) == files_of(site_of_seeds())


def test_pages_that_were_not_chosen_are_not_linked(tmp_path: Path) -> None:
    publish(seeds()[0], Options(tmp_path, pages=frozenset({Kind.QUESTION})))
    page = (tmp_path / "question/QANR5L17QE2621.html").read_text(encoding="utf-8")
    assert "rubrique/" in page
    assert 'href="../rubrique/' not in page
    whole = (site_of_seeds() / "question/QANR5L17QE2621.html").read_text(encoding="utf-8")
    assert 'href="../rubrique/' in whole


def test_queries_about_more_than_memory_should_hold_are_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (site_of_seeds() / "requetes/questions.html").read_text(encoding="utf-8")
    assert "<table" in asked
    monkeypatch.setattr(further_pages, "ASKED_UP_TO", 10)
    publish(seeds()[0], Options(tmp_path))
    assert "<table" not in (tmp_path / "requetes/questions.html").read_text(encoding="utf-8")


def test_a_site_does_not_take_the_place_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("years of work", encoding="utf-8")
    with pytest.raises(UsageError, match="holds something else than a site"):
        publish(seeds()[0], Options(tmp_path))
    with pytest.raises(UsageError, match="is the output of a build"):
        publish(seeds()[0], Options(seeds()[0]))
    with pytest.raises(UsageError, match="is not a folder"):
        publish(seeds()[0], Options(tmp_path / "thesis.tex"))
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.tex"]


def test_things_that_no_path_can_name_are_counted_and_the_rest_is_published(tmp_path: Path) -> None:
    odd = f"""
        <{BASE}question/../../etc/passwd%00> <{BASE}def#numero> "1" .
        <{BASE}mandat/%C3%A9> <{BASE}def#numero> "2" .
        <https://example.org/elsewhere> <{BASE}def#numero> "3" .
        """
    whole = (seeds()[0] / "questions.nt").read_bytes()
    out = copied(tmp_path / "out", whole + odd.encode())
    account, *_ = publish(out, Options(tmp_path / "site"))
    assert account.nowhere == 3
    assert account.left_out == 3
    assert account.pages == Account.found(site_of_seeds()).pages  # type: ignore[union-attr]


def test_data_that_nobody_built_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    with pytest.raises(UnreadableInputError, match="is not what a build wrote"):
        publish(tmp_path / "data.ttl", Options(tmp_path / "site"))
    assert not (tmp_path / "site").exists()


def test_a_page_that_cannot_be_written_ends_it(tmp_path: Path) -> None:
    publish(seeds()[0], Options(tmp_path))
    page = tmp_path / "question/QANR5L17QE2621.html"
    page.unlink()
    page.mkdir()
    with pytest.raises(OutputError, match="QANR5L17QE2621"):
        publish(seeds()[0], Options(tmp_path))
    assert not (tmp_path / SITE).exists()


def test_the_json_of_the_account_is_what_it_says() -> None:
    said = json.loads((site_of_seeds() / SITE).read_text(encoding="utf-8"))
    assert said["pages"]["question"] == 5
    assert said["languages"] == ["fr", "en"]
    assert said["data"][0]["file"] == "questions.nt"
