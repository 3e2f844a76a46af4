"""Each row of the mapping is a column, and each column is explained. What fails here says where."""

import pytest

from questions_rdf.exports import table_wording, wording
from questions_rdf.exports.cells import KINDS
from questions_rdf.exports.csvw import DATATYPES
from questions_rdf.exports.sheets import SHEETS, Column, Role, Sheet, snake
from questions_rdf.mapping import tables
from questions_rdf.rows import Kind

COLUMNS = [(sheet, column) for sheet in SHEETS.values() for column in sheet.columns]


def said(pair: object) -> str:
    return pair.name if isinstance(pair, Sheet | Column) else str(pair)


def test_every_table_of_the_mapping_has_a_sheet() -> None:
    """A new table needs a line in ``exports/sheets.py`` and its words in ``exports/wording.py``."""
    without = [table for table in tables.TABLES if table not in [s.table for s in SHEETS.values()]]
    assert not [[row.key for row in table.rows] for table in without]
    assert len(SHEETS) == len(tables.TABLES)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=said)
def test_every_row_of_a_table_has_a_column(sheet: Sheet) -> None:
    keys = [column.key for column in sheet.columns if column.role is Role.VALUE]
    assert keys == [row.key for row in sheet.table.rows if row.kind is not Kind.NESTED]
    names = [column.name for column in sheet.columns]
    assert len(names) == len(set(names))
    terms = [column.term for column in sheet.columns if column.role is Role.VALUE]
    assert len(terms) == len(set(terms)), "a property fills one column"


@pytest.mark.parametrize(("sheet", "column"), COLUMNS, ids=said)
def test_every_link_says_where_it_leads(sheet: Sheet, column: Column) -> None:
    """Where the ontology has no range that is a sheet's class, ``_TARGETS`` has to say it."""
    if column.kind is Kind.LINK and column.role is not Role.ID:
        assert column.targets, f"{sheet.name}.{column.name}"


@pytest.mark.parametrize(("sheet", "column"), COLUMNS, ids=said)
def test_every_column_is_explained_in_both_languages(sheet: Sheet, column: Column) -> None:
    """Our terms by the ontology, the others by ``exports/wording.py``."""
    for words in (wording.title(column), wording.description(column)):
        assert words.fr, f"{sheet.name}.{column.name}"
        assert words.en, f"{sheet.name}.{column.name}"
    assert wording.description(column).fr.endswith((".", ".»"))


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=said)
def test_every_table_is_explained_in_both_languages(sheet: Sheet) -> None:
    called, meant = table_wording.table_title(sheet), table_wording.table_description(sheet)
    assert called.fr
    assert called.en
    assert meant.fr.endswith(".")
    assert meant.en.endswith(".")


def test_nothing_is_explained_that_is_not_there() -> None:
    keys = {column.key for _, column in COLUMNS if not column.term.startswith("qp:")}
    assert wording._COLUMNS.keys() <= keys  # noqa: SLF001
    assert table_wording._TABLES.keys() == SHEETS.keys()  # noqa: SLF001


def test_every_kind_of_value_can_be_written() -> None:
    """A new kind needs a line in ``exports/cells.py`` and in ``exports/csvw.py``."""
    used = {column.kind.name for _, column in COLUMNS}
    assert used <= KINDS
    assert used <= DATATYPES.keys()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ministereInterroge", "ministere_interroge"),
        ("groupeALaDate", "groupe_a_la_date"),
        ("pageJO", "page_jo"),
        ("referenceNOR", "reference_nor"),
        ("texteHTML", "texte_html"),
    ],
)
def test_a_column_has_the_name_of_the_field(key: str, name: str) -> None:
    assert snake(key) == name


def test_names_stand_beside_identifiers() -> None:
    names = [column.name for column in SHEETS["questions"].columns]
    for name, label in [
        ("auteur", "auteur_nom"),
        ("groupe", "groupe_libelle"),
        ("ministere_interroge", "ministere_interroge_libelle"),
        ("rubrique", "rubrique_libelle"),
        ("departement", "departement_etiquette"),
        ("statut", "statut_libelle"),
        ("classe", "classe_libelle"),
    ]:
        assert names.index(label) == names.index(name) + 1
