"""The files of the index: small ones, the same for the same data, and all that they should say."""

import zlib
from pathlib import Path

import msgspec
import pytest

from built import QP
from questions_rdf.problems import Bilingual
from questions_rdf.site.search import SearchRecord, entry, search_files
from questions_rdf.site.search.entry import AUTHOR
from questions_rdf.site.search.facets import Facets
from questions_rdf.site.search.files import INDEX, SHOWN
from questions_rdf.site.search.spellings import Spellings
from search_corpus import entries, names, records


def made(folder: Path, room: int = 1 << 20) -> dict[str, bytes]:
    return {one.path: one.content for one in search_files(entries(), names, folder, room)}


def test_the_same_data_give_the_same_bytes_whatever_the_memory(tmp_path: Path) -> None:
    first = made(tmp_path)
    assert len(first) == 15
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
    assert facets["statut"]["values"][0] == ["repondue", "répondue", "answered", 8]
    assert ["personne", "Personne", "Person", 3] in facets["nature"]["values"]
    assert ["question-ecrite", "question écrite", "written question", 13] in facets["nature"][
        "values"
    ]
    assert ["groupe-alpha", "Groupe Alpha", "", 4] in facets["groupe"]["values"]


def test_a_missed_deadline_is_a_part_of_a_status(tmp_path: Path) -> None:
    facet = msgspec.json.decode(made(tmp_path)[INDEX])["facets"]["statut"]
    assert facet["values"] == [
        ["repondue", "répondue", "answered", 8],
        ["repondue-en-retard", "répondue en retard", "answered late", 5, 1],
        ["retiree", "retirée", "withdrawn", 1],
        ["caduque", "caduque", "lapsed", 2],
        ["en-attente", "en attente", "pending", 4],
        [
            "en-attente-echeance-depassee",
            "en attente, échéance dépassée",
            "pending, overdue",
            2,
            5,
        ],
    ]
    assert facet["places"] == [0, 1, 2, 3, 4, 6, 5]
    assert facet["ids"] == {}


def test_a_status_of_which_all_are_late_is_offered_as_a_whole_too(tmp_path: Path) -> None:
    late = SearchRecord("q", "Un", statut=f"{QP}Repondue", retard=2)
    files = {one.path: one.content for one in search_files([entry(late)], names, tmp_path)}
    assert msgspec.json.decode(files[INDEX])["facets"]["statut"] == {
        "values": [
            ["repondue", "répondue", "answered", 1],
            ["repondue-en-retard", "répondue en retard", "answered late", 1, 1],
        ],
        "places": [0, 2],
        "ids": {},
    }


def test_who_asks_is_told_apart_by_identifier_and_years(tmp_path: Path) -> None:
    asked = [
        SearchRecord("q/1", "Un", auteur="Anne Exemple", acteur="a/PA1", publication="2019-05-01"),
        SearchRecord("q/2", "Un", auteur="Anne Exemple", acteur="a/PA2", publication="2024-05-01"),
        SearchRecord("q/3", "Un", auteur="Anne Exemple", acteur="a/PA1", publication="2017-05-01"),
        SearchRecord("q/4", "Un", auteur="Anne Exemple", acteur="a/PA1"),
        SearchRecord("q/5", "Un", acteur="a/nom/17-x"),
    ]
    files = {one.path: one.content for one in search_files(map(entry, asked), names, tmp_path)}
    assert msgspec.json.decode(zlib.decompress(files["recherche/auteurs.bin"])) == [
        ["PA1", "Anne Exemple", 3, "2017", "2019"],
        ["PA2", "Anne Exemple", 1, "2024", "2024"],
        ["17-x", "17-x", 1, "", ""],
    ]
    column = zlib.decompress(files["recherche/facettes/auteur.bin"])
    assert column == bytes([1, 0, 2, 0, 1, 0, 1, 0, 3, 0])
    assert msgspec.json.decode(files[INDEX])["authors"] == 3


def test_where_two_bytes_are_not_enough_a_column_has_four() -> None:
    facets, one = Facets(), entry(SearchRecord("q", "Un"))
    for number in range(0x10001):
        facets.add(msgspec.structs.replace(one, keys=(*one.keys[:-1], f"a/{number}")))
    column = dict(facets.columns())[AUTHOR]
    assert len(column) == 4 * 0x10001
    assert column[-4:] == bytes([1, 0, 1, 0])
    assert len(dict(facets.columns())["statut"]) == 2 * 0x10001


def test_words_are_kept_as_they_are_printed_the_most_frequent_first() -> None:
    spellings = Spellings()
    for text in (
        "ÉCOLES du soir",
        "Les écoles",
        "l'école, l'école",
        "Foë",
        "Anne Léonor",
        "an 2024",
    ):
        spellings.add(text)
    assert spellings.content().decode().split("\n") == ["école", "Anne", "Léonor", "soir"]
    capitals = Spellings()
    capitals.add("RÉFORME")
    assert capitals.content() == "réforme".encode()


def test_a_text_of_invented_words_makes_no_difference_to_memory() -> None:
    spellings, letters = Spellings(), "abcdefghijkl"
    for one in range(200_000):
        spellings.add("".join(letters[one // 12**place % 12] for place in range(6)))
    assert len(spellings.content().split(b"\n")) <= 40_000


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
            ["culture", "Culture", "", 2],
            ["sante", "Santé", "Health", 1],
            ["4", "4", "", 1],
        ],
        "places": [0, 1, 2, 1, 3],
        "ids": {"1": 1, "2": 2, "3": 3},
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
