"""The files of the index: small ones, the same for the same data, and all that they should say."""

import zlib
from pathlib import Path

import msgspec
import pytest

from questions_rdf.problems import Bilingual
from questions_rdf.site.search import SearchRecord, entry, search_files
from questions_rdf.site.search.files import INDEX, SHOWN
from search_corpus import entries, names, records


def made(folder: Path, room: int = 1 << 20) -> dict[str, bytes]:
    return {one.path: one.content for one in search_files(entries(), names, folder, room)}


def test_the_same_data_give_the_same_bytes_whatever_the_memory(tmp_path: Path) -> None:
    first = made(tmp_path)
    assert len(first) == 12
    assert made(tmp_path) == first
    assert made(tmp_path, room=3_000) == first
    assert len(list(tmp_path.glob("*.words"))) > 2


def test_what_is_shown_stands_in_small_files_in_the_order_of_the_records(tmp_path: Path) -> None:
    files = made(tmp_path)
    shown = [
        msgspec.json.decode(zlib.decompress(files[f"recherche/fiches/{number}.bin"]))
        for number in range(-(-len(records()) // SHOWN))
    ]
    assert [len(one) for one in shown[:-1]] == [SHOWN] * (len(shown) - 1)
    assert [row[0] for one in shown for row in one] == [one.path for one in records()]


def test_the_index_names_what_results_can_be_narrowed_by(tmp_path: Path) -> None:
    index = msgspec.json.decode(made(tmp_path)[INDEX])
    assert index["total"] == len(records())
    facets = index["facets"]
    assert facets["statut"]["values"][0] == ["repondue", "répondue", "answered", 7]
    assert ["personne", "Personne", "Person", 3] in facets["nature"]["values"]
    assert ["question-ecrite", "question écrite", "written question", 13] in facets["nature"][
        "values"
    ]
    assert ["groupe-alpha", "Groupe Alpha", "Groupe Alpha", 4] in facets["groupe"]["values"]


def test_things_of_one_name_are_one_choice(tmp_path: Path) -> None:
    called = {
        "organe/1": Bilingual("Culture", "Culture"),
        "organe/2": Bilingual("Santé", "Health"),
        "organe/3": Bilingual("CULTURE", "CULTURE"),
    }
    asked = [SearchRecord(f"q/{key}", "t", ministere=key) for key in (*called, "organe/4")]
    files = {one.path: one.content for one in search_files(map(entry, asked), called.get, tmp_path)}
    assert msgspec.json.decode(files[INDEX])["facets"]["ministere"] == {
        "values": [
            ["culture", "Culture", "Culture", 2],
            ["sante", "Santé", "Health", 1],
            ["4", "4", "4", 1],
        ],
        "places": [0, 1, 2, 1, 3],
    }
    assert zlib.decompress(files["recherche/facettes/ministere.bin"]) == bytes(
        [1, 0, 2, 0, 3, 0, 4, 0]
    )


def test_other_data_have_another_version(tmp_path: Path) -> None:
    one, other = (
        msgspec.json.decode(
            {file.path: file.content for file in search_files([entry(record)], names, tmp_path)}[
                INDEX
            ]
        )["version"]
        for record in (SearchRecord("q", "Un"), SearchRecord("q", "Deux"))
    )
    assert one != other


def test_without_records_there_is_an_index_that_finds_nothing(tmp_path: Path) -> None:
    files = {one.path: one.content for one in search_files([], names, tmp_path)}
    assert msgspec.json.decode(files[INDEX])["total"] == 0
    assert max(files) == INDEX


@pytest.mark.parametrize("count", [SHOWN - 1, SHOWN, SHOWN + 1])
def test_a_full_file_of_what_is_shown_is_followed_by_no_empty_one(
    count: int, tmp_path: Path
) -> None:
    asked = (entry(SearchRecord(f"q/{number}", "t")) for number in range(count))
    files = [one.path for one in search_files(asked, names, tmp_path)]
    assert sum(path.startswith("recherche/fiches/") for path in files) == -(-count // SHOWN)
