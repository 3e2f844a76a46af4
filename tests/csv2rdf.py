"""Tables back to triples, as the W3C's “Generating RDF from Tabular Data on the Web” says (minimal).

As much of it as the metadata of an export uses, written from the recommendation and knowing
nothing of the code that writes the tables.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DATATYPES = {"html": f"{RDF}HTML"}
_UNRESERVED = re.compile(r"[^A-Za-z0-9._~-]")


def triples(folder: Path) -> Iterator[ox.Triple]:
    """What the tables of a folder say."""
    metadata = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    for table in metadata["tables"]:
        for row in rows(folder / table["url"], metadata["dialect"]):
            yield from _of_row(table["tableSchema"], row)


def rows(path: Path, dialect: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The rows of a table, by column."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding=f"{dialect['encoding']}-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=dialect["delimiter"], strict=True)


def _of_row(schema: dict[str, Any], row: dict[str, str]) -> Iterator[ox.Triple]:
    for column in schema["columns"]:
        if column.get("suppressOutput"):
            continue
        cell = row.get(column["name"], "")
        if not column.get("virtual") and not cell:
            continue
        subject = ox.NamedNode(_expanded(column.get("aboutUrl", schema["aboutUrl"]), row))
        name = column["propertyUrl"]
        predicate = ox.NamedNode(f"{RDF}type" if name == "rdf:type" else name)
        if "valueUrl" in column:
            yield ox.Triple(subject, predicate, ox.NamedNode(_expanded(column["valueUrl"], row)))
            continue
        values = cell.split(column["separator"]) if "separator" in column else [cell]
        for value in values:
            yield ox.Triple(subject, predicate, _literal(value, column))


def _expanded(template: str, row: dict[str, str]) -> str:
    """RFC 6570: ``{+name}`` as it is, ``{name}`` with what is reserved escaped."""

    def value(found: re.Match[str]) -> str:
        cell = row[found[2]]
        return cell if found[1] else _UNRESERVED.sub(lambda one: f"%{ord(one[0]):02X}", cell)

    return re.sub(r"\{(\+?)(\w+)\}", value, template)


def _literal(value: str, column: dict[str, Any]) -> ox.Literal:
    if "lang" in column:
        return ox.Literal(value, language=column["lang"])
    datatype = column["datatype"]
    if isinstance(datatype, dict):
        datatype, form = datatype["base"], datatype["format"]
        if datatype == "boolean":
            value = "true" if value == form.partition("|")[0] else "false"
        if datatype == "decimal":
            value = value.replace(form["decimalChar"], ".")
    return ox.Literal(value, datatype=ox.NamedNode(_DATATYPES.get(datatype, f"{XSD}{datatype}")))
