"""Data of any format, in any order, of anybody: the same tables, or a word about what is missing."""

import gzip
from hashlib import sha256
from pathlib import Path

import pytest

from built import BASE, QP, SEEDS, seeds
from export_corpora import CORPORA, Export, export_of, exported
from questions_rdf.build import Options as BuildOptions
from questions_rdf.build import build
from questions_rdf.data_files import data_files, quads
from questions_rdf.errors import UnreadableInputError, UsageError
from questions_rdf.exports.dialects import PLAIN
from questions_rdf.exports.exporting import Options, export
from questions_rdf.exports.sheets import SHEETS

QUESTION = f"<{BASE}question/QANR5L17QE1>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
TYPES = f"""{QUESTION} {TYPE} <{QP}QuestionEcrite> .
{QUESTION} {TYPE} <{QP}Question> .
{QUESTION} {TYPE} <https://schema.org/Question> .
"""


def lines_of(name: str) -> list[str]:
    return [f"{quad} ." for file in data_files(CORPORA[name]()) for quad in quads(file)]


def sorted_rows(one: Export) -> dict[str, list[list[tuple[str, str]]]]:
    return {name: sorted(sorted(row.items()) for row in one.rows(name)) for name in SHEETS}


@pytest.mark.parametrize("format_name", ["ttl", "jsonld", "nt"])
def test_the_tables_are_the_same_from_any_format(format_name: str, tmp_path: Path) -> None:
    file = seeds()[0] / f"questions.{format_name}"
    found = export_of(file, tmp_path / "out")
    for name in SHEETS:
        assert found.rows(name) == exported("seeds").rows(name)
    assert found.account.base == BASE


def test_json_ld_in_another_order_is_read_as_a_whole(tmp_path: Path) -> None:
    text = """{"numero": {"@value": "7", "@type": "http://www.w3.org/2001/XMLSchema#integer"},
      "@type": ["Question", "QuestionEcrite"], "@id": "https://w3id.org/questions-parlementaires/question/Q",
      "@context": {"@vocab": "https://w3id.org/questions-parlementaires/def#"}}"""
    (tmp_path / "own.jsonld").write_text(text, encoding="utf-8")
    (row,) = export_of(tmp_path / "own.jsonld", tmp_path / "out").rows("questions")
    assert (row["id"], row["classe"], row["numero"]) == ("question/Q", "QuestionEcrite", "7")


def test_compressed_volumes_are_data_too(tmp_path: Path) -> None:
    options = BuildOptions(tmp_path / "out", check=False, split=2, compress="gz")
    build([str(SEEDS)], options)
    found = export_of(tmp_path / "out", tmp_path / "tables")
    assert found.account.tables == exported("seeds").account.tables
    assert len(found.account.data) == 3


@pytest.mark.parametrize("name", CORPORA)
@pytest.mark.parametrize("order", ["shuffled", "sorted", "by property"])
def test_triples_in_any_order_give_the_same_rows(name: str, order: str, tmp_path: Path) -> None:
    lines = lines_of(name)
    if order == "shuffled":
        lines.sort(key=lambda line: sha256(line.encode()).digest())
    else:
        lines.sort(key=lambda line: line.split()[1] if order == "by property" else line)
    (tmp_path / "data.nt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    told: list[str] = []
    found = export_of(tmp_path / "data.nt", tmp_path / "out", tell=told.append)
    expected = exported(name)
    # Values of one cell come in the order of the data.
    if order == "sorted":
        assert found.account.tables == expected.account.tables
    else:
        assert told == [
            "The triples of some things do not stand together; they are put in order first."
        ]
    assert _as_sets(found) == _as_sets(expected)
    assert found.account.triples == expected.account.triples


def _as_sets(one: Export) -> dict[str, set[frozenset[tuple[str, frozenset[str]]]]]:
    return {
        name: {
            frozenset((key, frozenset(cell.split("|"))) for key, cell in row.items())
            for row in one.rows(name)
        }
        for name in SHEETS
    }


def test_triples_that_are_there_twice_count_once(tmp_path: Path) -> None:
    text = "\n".join(lines_of("seeds")) + "\n"
    (tmp_path / "data.nt").write_text(text + text, encoding="utf-8")
    found = export_of(tmp_path / "data.nt", tmp_path / "out")
    assert sorted_rows(found) == sorted_rows(exported("seeds"))
    assert found.account.whole


def test_another_base_is_that_of_the_build(tmp_path: Path) -> None:
    base = "https://example.org/q/"
    build([str(SEEDS)], BuildOptions(tmp_path / "out", check=False, base=base))
    found = export_of(tmp_path / "out", tmp_path / "tables")
    assert found.account.base == base
    assert found.rows("questions") == exported("seeds").rows("questions")
    renamed = tmp_path / "renamed.nt"
    renamed.write_bytes((tmp_path / "out" / "questions.nt").read_bytes())
    whole = export_of(renamed, tmp_path / "whole")
    assert whole.account.base == ""
    assert whole.rows("questions")[0]["id"].startswith(f"{base}question/")
    assert whole.rows("questions")[0]["auteur_nom"]
    given = export_of(renamed, tmp_path / "given", base=base)
    assert given.rows("questions") == exported("seeds").rows("questions")


def own(tmp_path: Path, *lines: str, **options: object) -> Export:
    (tmp_path / "own.nt").write_text(TYPES + "\n".join(lines) + "\n", encoding="utf-8")
    return export_of(tmp_path / "own.nt", tmp_path / "own", **options)


def test_what_no_table_is_for_is_said(tmp_path: Path) -> None:
    found = own(
        tmp_path,
        f"<{BASE}x> {TYPE} <http://example.org/Chose> .",
        f'<{BASE}x> <{QP}numero> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        f'<{BASE}y> <{QP}numero> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        f'{QUESTION} <http://example.org/humeur> "bonne" .',
        f"{QUESTION} {TYPE} <http://example.org/Interpellation> .",
    )
    assert found.account.not_exported == {"": 1, "http://example.org/Chose": 2}
    assert found.account.not_covered == {
        "http://example.org/humeur": 1,
        "rdf:type http://example.org/Interpellation": 1,
    }
    assert found.account.triples.read == 8
    assert found.account.triples.exported == 3
    assert not found.account.whole


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ("numero", '"douze"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("numero", '"12345678901234567890"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("numero", '"12"'),
        ("datePublication", '"2024-02-30"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("datePublication", '"2024-W01-1"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("datePublication", '"2024-02-03Z"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("titreConstruit", '"oui"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        ("teteAnalyse", '"indexing"@en'),
        ("teteAnalyse", '""@fr'),
        ("auteur", '"Mme Exemple"'),
        ("auteur", "_:quelqu-un"),
        ("statut", "<http://example.org/Ouverte>"),
    ],
)
def test_a_value_that_does_not_fit_its_column_is_left_out_and_counted(
    term: str, value: str, tmp_path: Path
) -> None:
    found = own(tmp_path, f"{QUESTION} <{QP}{term}> {value} .", parquet=True)
    (row,) = found.rows("questions")
    assert sum(found.account.left_out.values()) == 1
    assert not any(cell for key, cell in row.items() if not key.startswith(("id", "classe")))


def test_a_second_value_where_there_is_room_for_one_is_counted(tmp_path: Path) -> None:
    found = own(
        tmp_path, f'{QUESTION} <{QP}teteAnalyse> "a"@fr .', f'{QUESTION} <{QP}teteAnalyse> "b"@fr .'
    )
    assert found.rows("questions")[0]["tete_analyse"] == "a"
    assert found.account.left_out == {"questions.tete_analyse": 1}


def test_a_question_without_its_kind_has_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "d.nt").write_text(f"{QUESTION} {TYPE} <{QP}Question> .\n", encoding="utf-8")
    (row,) = export_of(tmp_path / "d.nt", tmp_path / "out").rows("questions")
    assert (row["id"], row["classe"], row["classe_libelle"]) == ("question/QANR5L17QE1", "", "")


def test_links_that_lead_to_nothing_are_counted_and_no_keys(tmp_path: Path) -> None:
    found = own(tmp_path, f"{QUESTION} <{QP}auteur> <{BASE}acteur/PA1> .")
    assert found.account.dangling == {"questions.auteur": 1}
    metadata = (found.folder / "csv-metadata.json").read_text(encoding="utf-8")
    assert '"columnReference": "auteur"' not in metadata


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["a", "b"], "|"), (["a|b", "c"], "¦"), (["a|b", "c¦d"], "‖")],
)
def test_what_stands_between_values_is_in_none_of_them(
    values: list[str], expected: str, tmp_path: Path
) -> None:
    lines = [f'{QUESTION} <{QP}analyse> "{value}"@fr .' for value in values]
    found = own(tmp_path, *lines)
    assert found.rows("questions")[0]["analyse"].split(expected) == values
    wanted = {} if expected == "|" else {"questions.analyse": expected}
    assert found.account.separators == wanted
    metadata = (found.folder / "csv-metadata.json").read_text(encoding="utf-8")
    assert f'"separator": "{expected}"' in metadata


def test_a_broken_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "broken.nt").write_text(TYPES + "<a> <b>\n", encoding="utf-8")
    (tmp_path / "cut.nt.gz").write_bytes(gzip.compress(TYPES.encode())[:-9])
    for name in ("broken.nt", "cut.nt.gz", "missing.nt"):
        with pytest.raises(UnreadableInputError, match=name):
            export(tmp_path / name, Options(tmp_path / "out", dialect=PLAIN))
    assert not (tmp_path / "out").exists()


def test_the_output_of_a_build_is_not_replaced(tmp_path: Path) -> None:
    build([str(SEEDS)], BuildOptions(tmp_path / "out", check=False))
    with pytest.raises(UsageError, match="is the output of a build"):
        export_of(tmp_path / "out", tmp_path / "out")
    assert (tmp_path / "out" / "questions.nt").exists()


def test_former_tables_are_replaced_and_other_files_kept(tmp_path: Path) -> None:
    export_of(CORPORA["seeds"](), tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("à moi", encoding="utf-8")
    export_of(CORPORA["seeds"](), tmp_path / "out", tables=("personnes",))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "csv-metadata.json",
        "manifest.json",
        "notes.txt",
        "personnes.csv",
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_data_gives_the_same_bytes(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("questions_rdf.portions._RANGE_BYTES", 20_000)
    found = export_of(CORPORA["seeds"](), tmp_path / "out", jobs=jobs, parquet=True)
    again = export_of(CORPORA["seeds"](), tmp_path / "again", parquet=True)
    for path in found.folder.iterdir():
        assert path.read_bytes() == (again.folder / path.name).read_bytes(), path.name
    for name in SHEETS:
        assert found.rows(name) == exported("seeds").rows(name)


def test_the_counts_are_those_of_the_build() -> None:
    manifest, account = seeds()[1], exported("seeds").account
    assert account.triples.read == manifest.triples
    for table, kind in [
        ("questions", "qp:Question"),
        ("reponses", "qp:Reponse"),
        ("evenements", "qp:Evenement"),
        ("personnes", "foaf:Person"),
        ("parutions", "schema:PublicationIssue"),
    ]:
        assert account.tables[table] == manifest.classes[kind]
    for name, file in account.files.items():
        assert file.bytes == (exported("seeds").folder / name).stat().st_size


def test_blank_nodes_are_nothing_that_a_table_is_for(tmp_path: Path) -> None:
    found = own(tmp_path, f"_:a {TYPE} <http://xmlns.com/foaf/0.1/Person> .")
    assert found.account.tables["personnes"] == 0
    assert found.account.not_exported == {"blank node": 1}
