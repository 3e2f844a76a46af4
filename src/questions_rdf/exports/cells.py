"""From a term of RDF to what a cell holds; ``None`` where it does not fit the column."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

import pyoxigraph as ox

from questions_rdf.exports.sheets import Column
from questions_rdf.prefixes import expanded
from questions_rdf.rows import Kind

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Cell = str | int | bool
Converter = Callable[[Term], Cell | None]

_IRI = ox.NamedNode
_LARGEST = 2**63  # what a column of 64 bits holds
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,19}")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def converter(column: Column, base: str) -> Converter:
    """What turns the objects of the column's property into cells."""
    if column.kind is Kind.LINK:
        return lambda term: term.value.removeprefix(base) if type(term) is _IRI else None
    if column.kind is Kind.TERM:
        namespace = expanded("qp:")
        return lambda term: _local(term, namespace)
    return _BY_KIND[column.kind.name]


def _local(term: Term, namespace: str) -> str | None:
    """A term of ours without its namespace."""
    if isinstance(term, ox.NamedNode) and term.value.startswith(namespace):
        return term.value.removeprefix(namespace)
    return None


def _address(term: Term) -> str | None:
    return term.value if isinstance(term, ox.NamedNode) else None


def _french(term: Term) -> str | None:
    if isinstance(term, ox.Literal) and term.language == "fr":
        return term.value or None
    return None


def _typed(datatype: str, parsed: Callable[[str], Cell | None]) -> Converter:
    wanted = expanded(datatype)

    def converted(term: Term) -> Cell | None:
        if isinstance(term, ox.Literal) and term.datatype.value == wanted:
            return parsed(term.value)
        return None

    return converted


def _string(value: str) -> str | None:
    return value or None  # an empty cell says that there is nothing


def _integer(value: str) -> int | None:
    if not _INTEGER.fullmatch(value):
        return None
    number = int(value)
    return number if -_LARGEST <= number < _LARGEST else None


def _decimal(value: str) -> str | None:
    return value if _DECIMAL.fullmatch(value) else None


@lru_cache(maxsize=65536)
def _date(value: str) -> str | None:
    try:
        return value if _DATE.fullmatch(value) and date.fromisoformat(value) else None
    except ValueError:
        return None


_BY_KIND: dict[str, Converter] = {
    "STRING": _typed("xsd:string", _string),
    "FRENCH": _french,
    "HTML": _typed("rdf:HTML", _string),
    "INTEGER": _typed("xsd:integer", _integer),
    "DATE": _typed("xsd:date", _date),
    "BOOLEAN": _typed("xsd:boolean", _BOOLEANS.get),
    "DURATION": _typed("xsd:duration", _string),
    "DECIMAL": _typed("xsd:decimal", _decimal),
    "ADDRESS": _address,
}
KINDS = {"LINK", "TERM", *_BY_KIND}
"""The kinds of value that a column may have, by name."""
