"""A build with reference data: what it writes besides, and what it refuses."""

import re
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest

from built import BASE
from questions_rdf.build import Options, build
from questions_rdf.errors import UnreadableInputError
from same_question_sources import FOLDER, RECORD, REFERENCE

PAGE = FOLDER / "dyn.md"
_PROVISIONAL = re.compile(r"<((?:acteur/nom|groupe|ministere)/[^>]+)>")


def built(out: Path, *paths: Path, **options: object) -> Path:
    build([str(path) for path in paths], Options(out, check=False, **options))  # type: ignore[arg-type]
    return out


def provisional(folder: Path) -> set[str]:
    return set(_PROVISIONAL.findall((folder / "questions.ttl").read_text(encoding="utf-8")))


def test_each_provisional_address_that_a_build_without_reference_gave_is_redirected(
    tmp_path: Path,
) -> None:
    before = provisional(built(tmp_path / "without", PAGE))
    assert before == {
        "acteur/nom/16-79-anne-exemple",
        "groupe/16-groupe-des-exemples-territoires",
        "ministere/ponts-et-passerelles",
        "ministere/jardins",
    }
    out = built(tmp_path / "with", PAGE, reference=[str(REFERENCE)])
    assert not provisional(out)
    quads = list(ox.parse(path=out / "redirections.ttl", format=ox.RdfFormat.TURTLE))
    assert {str(quad.subject)[1:-1].removeprefix(BASE) for quad in quads} == before
    written = (out / "questions.nt").read_text(encoding="utf-8")
    assert all(f"\n{quad.object} " in written for quad in quads), "what replaces it is described"


def test_without_reference_there_are_no_redirections(tmp_path: Path) -> None:
    assert not (built(tmp_path / "o", PAGE) / "redirections.ttl").exists()


def test_the_manifest_names_the_reference_data(tmp_path: Path) -> None:
    out = built(tmp_path / "o", PAGE, reference=[str(REFERENCE)])
    manifest = msgspec.json.decode((out / "manifest.json").read_bytes())
    assert [one["file"] for one in manifest["inputs"]] == [PAGE.as_posix()]
    assert [one["file"] for one in manifest["reference"]] == [REFERENCE.as_posix()]


def _same_as(out: Path) -> set[tuple[str, str]]:
    same = ox.NamedNode("http://www.w3.org/2002/07/owl#sameAs")
    store = ox.Store()
    store.load(path=out / "questions.ttl", format=ox.RdfFormat.TURTLE)
    return {
        (str(quad.subject)[1:-1].removeprefix(BASE), str(quad.object)[1:-1])
        for quad in store.quads_for_pattern(None, same, None)
    }


def test_items_of_wikidata_are_added_one_to_one(tmp_path: Path) -> None:
    export = tmp_path / "P4123.csv"
    export.write_text(
        "item,itemLabel,P4123\n"
        "http://www.wikidata.org/entity/Q100,Anne Exemple,900001\n"
        "http://www.wikidata.org/entity/Q200,Sophie Essai,900006\n"
        "http://www.wikidata.org/entity/Q201,Sophie Essai,900006\n"
        "http://www.wikidata.org/entity/Q300,Somebody else,900099\n",
        encoding="utf-8",
    )
    for source in (RECORD, PAGE):
        out = built(
            tmp_path / source.stem, source, reference=[str(REFERENCE)], wikidata=str(export)
        )
        assert _same_as(out) == {("acteur/PA900001", "http://www.wikidata.org/entity/Q100")}
        codes = [
            msgspec.json.decode(line)["code"]
            for line in (out / "problems.jsonl").read_bytes().splitlines()
        ]
        assert codes == ["wikidata-ambigu"]
    assert not _same_as(built(tmp_path / "none", PAGE, reference=[str(REFERENCE)]))


def test_a_record_has_its_item_also_without_reference_data(tmp_path: Path) -> None:
    export = tmp_path / "P4123.json"
    export.write_text('[{"item": "Q100", "P4123": "900001"}]', encoding="utf-8")
    out = built(tmp_path / "o", RECORD, wikidata=str(export))
    assert _same_as(out) == {("acteur/PA900001", "http://www.wikidata.org/entity/Q100")}


@pytest.mark.parametrize("name", ["nothing.zip", "record.json"])
def test_what_is_no_reference_data_is_refused_and_a_former_output_kept(
    tmp_path: Path, name: str
) -> None:
    out = built(tmp_path / "o", PAGE)
    before = (out / "manifest.json").read_bytes()
    with pytest.raises(UnreadableInputError, match=name):
        built(out, PAGE, reference=[str(FOLDER / name)])
    assert (out / "manifest.json").read_bytes() == before


def test_the_same_bytes_from_the_archive_and_from_its_cache(tmp_path: Path) -> None:
    from questions_rdf.amo import cache  # noqa: PLC0415
    from questions_rdf.referentiel import load_annuaire  # noqa: PLC0415
    from questions_rdf.sources import Limits  # noqa: PLC0415

    reference = load_annuaire([str(REFERENCE)], Limits())
    packed = tmp_path / "reference.cache"
    packed.write_bytes(cache.packed(reference.annuaire, reference.inputs))
    one = built(tmp_path / "one", PAGE, reference=[str(REFERENCE)])
    other = built(tmp_path / "other", PAGE, reference=[str(packed)])
    for name in ("questions.ttl", "questions.nt", "questions.jsonld", "redirections.ttl"):
        assert (one / name).read_bytes() == (other / name).read_bytes()
