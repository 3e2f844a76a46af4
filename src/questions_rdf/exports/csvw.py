"""``csv-metadata.json``: what the tables are, in the words of the W3C's CSV on the Web.

With it the tables are linked data again: every column has the property of the mapping, and the
things have their addresses.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from questions_rdf.exports.csv_files import EXTENSION
from questions_rdf.exports.dialects import Dialect
from questions_rdf.exports.sheets import SHEETS, Column, Role, Sheet, namespace, parents
from questions_rdf.exports.table_wording import table_description, table_title
from questions_rdf.exports.wording import description, title
from questions_rdf.mapping.dataset import LICENCE, ONTOLOGY, OPEN_DATA
from questions_rdf.prefixes import expanded
from questions_rdf.problems import Bilingual
from questions_rdf.rows import Kind

NAME = "csv-metadata.json"
TITLE = Bilingual(
    "Questions des députés et réponses des ministres, en tableaux",
    "Questions of deputies and answers of ministers, as tables",
)
_EXCEL_NOTE = Bilingual(
    "Un texte qui commence par =, +, -, @, une tabulation ou un retour chariot (ou par des "
    "apostrophes suivies d'un de ces signes) est précédé d'une apostrophe qui n'en fait pas "
    "partie.",
    "A text that begins with =, +, -, @, a tab or a carriage return (or with apostrophes before "
    "one of these) has an apostrophe in front that is no part of it.",
)
DATATYPES = {
    "STRING": "string",
    "FRENCH": "string",
    "HTML": "html",
    "INTEGER": "integer",
    "DATE": "date",
    "BOOLEAN": "boolean",
    "DURATION": "duration",
    "DECIMAL": "decimal",
    "LINK": "anyURI",
    "ADDRESS": "anyURI",
    "TERM": "string",
}


class Described(NamedTuple):
    """What the metadata is made of.

    Args:
        base: what short identifiers are short for; empty where they are whole.
        as_of: the day of the data.
        sources: where the data comes from, as addresses.
        dialect: how the tables are written.
        tables: the columns of each table.
        separators: what stands between values of one cell, by table and column.
        keys: the table that a column leads to, by table and column.
    """

    base: str
    as_of: date | None
    sources: Sequence[str]
    dialect: Dialect
    tables: Mapping[str, tuple[Column, ...]]
    separators: Mapping[str, str]
    keys: Mapping[str, str]


def metadata(of: Described) -> bytes:
    """The file."""
    said: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "fr"}],
        "dc:title": _in_both(TITLE),
        "dc:license": {"@id": LICENCE},
        "dc:source": [{"@id": one} for one in (OPEN_DATA, *of.sources)],
        "dc:conformsTo": {"@id": ONTOLOGY},
    }
    if of.as_of:
        said["dc:modified"] = {"@value": of.as_of.isoformat(), "@type": "xsd:date"}
    if of.dialect.defuses:
        said["rdfs:comment"] = _in_both(_EXCEL_NOTE)
    said["dialect"] = of.dialect.described()
    said["tables"] = [_table(SHEETS[name], columns, of) for name, columns in of.tables.items()]
    return msgspec.json.format(msgspec.json.encode(said), indent=2) + b"\n"


def _table(sheet: Sheet, columns: tuple[Column, ...], of: Described) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "aboutUrl": _address(of.base, "id"),
        "primaryKey": "id",
        "columns": [
            *(_column(sheet, one, of) for one in columns),
            *_virtual(sheet, of),
        ],
    }
    if keys := list(_foreign_keys(sheet, columns, of)):
        schema["foreignKeys"] = keys
    return {
        "url": f"{sheet.name}{EXTENSION}",
        "dc:title": _in_both(table_title(sheet)),
        "dc:description": _in_both(table_description(sheet)),
        "tableSchema": schema,
    }


def _column(sheet: Sheet, column: Column, of: Described) -> dict[str, Any]:
    called = title(column)
    said: dict[str, Any] = {
        "name": column.name,
        # The first one is the heading in the file.
        "titles": {"fr": list(dict.fromkeys((column.name, called.fr))), "en": [called.en]},
        "dc:description": _in_both(description(column)),
        "datatype": _datatype(column, of.dialect),
    }
    if column.kind is Kind.FRENCH:
        said["lang"] = "fr"
    if column.many:
        said["separator"] = of.separators[f"{sheet.name}.{column.name}"]
    if column.targets and column.role is not Role.LABEL:
        said["dc:references"] = [{"@id": f"{one}{EXTENSION}"} for one in column.targets]
    return said | _meaning(sheet, column, of.base)


def _meaning(sheet: Sheet, column: Column, base: str) -> dict[str, Any]:
    """What a cell says in RDF, and of what."""
    name = column.name
    if column.role is Role.ID:
        return {"required": True, "suppressOutput": True}
    if column.many and column.kind in {Kind.LINK, Kind.ADDRESS}:
        # A cell with several addresses has no place in the model: valueUrl makes one of it.
        return {"propertyUrl": expanded(column.term), "suppressOutput": True}
    said: dict[str, Any] = {"propertyUrl": expanded(column.term)}
    if column.role is Role.PARENT:
        return {"aboutUrl": _address(base, name), **said, "valueUrl": _address(base, "id")}
    if column.role is Role.LABEL:
        of = next(one for one in sheet.columns if one.name == column.of)
        return {"aboutUrl": _value(sheet, of, base), **said}
    if address := _value(sheet, column, base):
        said["valueUrl"] = address
    return said


def _value(sheet: Sheet, column: Column, base: str) -> str:
    """The template of the addresses that cells stand for; none where they are literals."""
    if column.role in {Role.CLASSE, Role.CLASSE_GENERALE}:
        return f"{namespace(sheet)}{{{column.name}}}"
    if column.kind is Kind.TERM:
        return f"{expanded('qp:')}{{{column.name}}}"
    if column.kind is Kind.LINK:
        return _address(base, column.name)
    if column.kind is Kind.ADDRESS:
        return _address("", column.name)
    return ""


def _address(base: str, column: str) -> str:
    return f"{base}{{+{column}}}"


def _virtual(sheet: Sheet, of: Described) -> Iterator[dict[str, Any]]:
    """What is so of every row: its classes, and that the whole has it as a part."""
    for number, term in enumerate(sheet.constant_types, 1):
        yield {
            "name": f"type_{number}",
            "virtual": True,
            "propertyUrl": "rdf:type",
            "valueUrl": expanded(term),
        }
    if sheet.parent:
        column = next(one for one in sheet.columns if one.key == sheet.parent)
        for whole, row in parents(sheet):
            yield {
                "name": f"{whole.thing}_{row.key}",
                "virtual": True,
                "aboutUrl": _address(of.base, column.name),
                "propertyUrl": expanded(row.term),
                "valueUrl": _address(of.base, "id"),
            }


def _foreign_keys(
    sheet: Sheet, columns: tuple[Column, ...], of: Described
) -> Iterator[dict[str, Any]]:
    for column in columns:
        to = of.keys.get(f"{sheet.name}.{column.name}")
        if to:
            yield {
                "columnReference": column.name,
                "reference": {"resource": f"{to}{EXTENSION}", "columnReference": "id"},
            }


def _datatype(column: Column, dialect: Dialect) -> Any:  # noqa: ANN401
    name = DATATYPES[column.kind.name]
    if name == "boolean" and dialect.true_false != ("true", "false"):
        return {"base": name, "format": "|".join(dialect.true_false)}
    if name == "decimal" and dialect.decimal != ".":
        return {"base": name, "format": {"decimalChar": dialect.decimal}}
    return name


def _in_both(said: Bilingual) -> list[dict[str, str]]:
    return [
        {"@value": said.fr, "@language": "fr"},
        {"@value": said.en, "@language": "en"},
    ]
