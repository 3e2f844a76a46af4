"""``csv-metadata.json`` is valid CSV on the Web, by a validator that is not ours."""

import json
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW

from export_corpora import CORPORA, Export, exported
from questions_rdf.exports.dialects import DIALECTS
from questions_rdf.exports.sheets import SHEETS

CASES = [(name, dialect) for name in CORPORA for dialect in DIALECTS]


def validated(folder: Path) -> list[str]:
    """What the validator objects to; it is strict."""
    described = CSVW(str(folder / "csv-metadata.json"), validate=True)
    assert described.is_valid or described.warnings
    return [str(one.message) for one in described.warnings]


def metadata(export: Export) -> dict[str, Any]:
    text = (export.folder / "csv-metadata.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.mark.parametrize(("name", "dialect"), CASES)
def test_the_metadata_and_the_tables_are_valid(name: str, dialect: str) -> None:
    assert not validated(exported(name, dialect).folder)


@pytest.mark.parametrize(
    ("table", "before", "after"),
    [
        ("questions", ",2024-12-03,", ",3 décembre 2024,"),
        ("reponses", ",140,", ",cent quarante,"),
        ("reponses", ",question/QANR5L17QE2621,", ",question/QANR5L17QE1,"),
        ("questions", ",auteur,", ",autrice,"),
    ],
    ids=["no-date", "no-number", "broken-key", "other-heading"],
)
def test_the_validator_would_notice(table: str, before: str, after: str, tmp_path: Path) -> None:
    for path in exported("seeds").folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / f"{table}.csv").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / f"{table}.csv").write_text(text.replace(before, after), encoding="utf-8")
    try:
        found = validated(tmp_path)
    except ValueError as error:
        found = [str(error)]
    assert found


def test_it_says_whose_data_it_is_and_of_which_day() -> None:
    said = metadata(exported("seeds"))
    assert said["dc:license"]["@id"] == "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
    assert {"@id": "https://data.assemblee-nationale.fr/"} in said["dc:source"]
    as_of = exported("seeds").account.as_of
    assert as_of
    assert said["dc:modified"] == {"@value": as_of.isoformat(), "@type": "xsd:date"}


@pytest.mark.parametrize("name", CORPORA)
def test_every_column_is_described_in_both_languages(name: str) -> None:
    tables = metadata(exported(name))["tables"]
    assert [table["url"] for table in tables] == [f"{one}.csv" for one in SHEETS]
    for table in tables:
        for column in table["tableSchema"]["columns"]:
            if not column.get("virtual"):
                assert set(column["titles"]) == {"fr", "en"}
                assert {one["@language"] for one in column["dc:description"]} == {"fr", "en"}


def test_a_key_is_one_only_where_every_cell_leads_somewhere() -> None:
    found = {
        table["url"]: [
            key["columnReference"] for key in table["tableSchema"].get("foreignKeys", ())
        ]
        for table in metadata(exported("reference"))["tables"]
    }
    assert "question" in found["evenements.csv"]
    assert "repond_a" in found["reponses.csv"]
    assert "auteur" in found["questions.csv"]
    assert "ministere" not in found["evenements.csv"], "not every event has one"
    columns = metadata(exported("reference"))["tables"][2]["tableSchema"]["columns"]
    (ministere,) = [one for one in columns if one["name"] == "ministere"]
    assert {"@id": "organismes.csv"} in ministere["dc:references"]
