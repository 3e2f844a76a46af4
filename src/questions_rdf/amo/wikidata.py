"""The items of Wikidata that bear an identifier of the Assembly (property P4123), from an export.

An export is what the Wikidata Query Service gives to download: CSV or TSV, its JSON results, or a
plain JSON list. Only what is one to one is taken: where an identifier has several items or an item
several identifiers, one of them is wrong, and nothing here tells which.
"""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.amo._values import shown
from questions_rdf.documents import Document, DocumentError
from questions_rdf.errors import UnreadableInputError
from questions_rdf.problems import Origin, Problem

_ENTITY = re.compile(r"<?(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9][0-9]{0,11})>?")
_NUMBER = re.compile(r"(?:PA)?([1-9][0-9]{0,11})")
_ITEM_NAMES = ("item", "entity", "person", "personne", "depute", "député", "wikidata", "qid")
_NUMBER_NAMES = ("p4123", "value", "valeur", "id", "identifiant", "identifier")
_SHOWN = 5
_IRI = "http://www.wikidata.org/entity/"


class _Row(NamedTuple):
    origin: Origin
    cells: Mapping[str, object]


def read(documents: Iterable[Document]) -> tuple[dict[str, str], list[Problem]]:
    """The IRI of the item by the identifier of the acteur (``PA…``), and what was wrong.

    Raises:
        UnreadableInputError: if a document is no such export.
    """
    pairs, problems = dict[tuple[str, str], Origin](), list[Problem]()
    for document in documents:
        taken = 0
        for row in _rows(document):
            if pair := _pair(row.cells):
                pairs.setdefault(pair, row.origin)
                taken += 1
            else:
                problems.append(_unreadable(row))
        if not taken:
            raise UnreadableInputError(f"{document.origin}: {_EXPECTED}")
    found, ambiguous = _one_to_one(pairs)
    return found, problems + ambiguous


_EXPECTED = (
    "no export of P4123 from Wikidata; expected are columns 'item' and 'P4123' (or 'value', 'id') "
    "in CSV or JSON"
)


def _rows(document: Document) -> Iterator[_Row]:
    try:
        text = document.read().decode("utf-8-sig")
    except DocumentError as error:
        raise UnreadableInputError(f"{document.origin}: {error.problem.message.en}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInputError(f"{document.origin}: {_EXPECTED}, in UTF-8") from error
    if text.lstrip().startswith(("{", "[")):
        return _json_rows(text, document.origin)
    return _table_rows(text, document.origin)


def _json_rows(text: str, origin: Origin) -> Iterator[_Row]:
    """The elements of a list, or of ``results.bindings``, where a cell is ``{"value": …}``."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableInputError(f"{origin}: malformed JSON") from error
    path = ""
    for name in ("results", "bindings"):
        if isinstance(content, dict) and name in content:
            content, path = content[name], f"{path}{name}."
    for index, element in enumerate(content if isinstance(content, list) else ()):
        cells = element if isinstance(element, dict) else {"": element}
        yield _Row(origin.at_path(f"{path.rstrip('.')}[{index}]"), cells)


def _table_rows(text: str, origin: Origin) -> Iterator[_Row]:
    """The lines of a table whose first line names the columns."""
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [name.strip() for name in next(lines, [])]
        if not (_named(names, _ITEM_NAMES) and _named(names, _NUMBER_NAMES)):
            return
        for cells in lines:
            if cells:
                yield _Row(origin.at_line(lines.line_num), dict(zip(names, cells, strict=False)))
    except csv.Error as error:
        raise UnreadableInputError(f"{origin}:{lines.line_num}: {error}") from error


def _named(names: Iterable[str], wanted: Iterable[str]) -> str | None:
    """The first of the ``wanted`` names that is there, case and the mark of variables apart."""
    spelled = {name.lstrip("?").lower(): name for name in names}
    return next((spelled[name] for name in wanted if name in spelled), None)


def _pair(cells: Mapping[str, object]) -> tuple[str, str] | None:
    """The identifier and the item of a row."""
    item = _ENTITY.fullmatch(_cell(cells, _ITEM_NAMES))
    number = _NUMBER.fullmatch(_cell(cells, _NUMBER_NAMES))
    return (f"PA{number[1]}", f"{_IRI}{item[1]}") if item and number else None


def _cell(cells: Mapping[str, object], names: Iterable[str]) -> str:
    name = _named(cells, names)
    value = cells[name] if name is not None else None
    if isinstance(value, dict):
        value = value.get("value")
    return str(value).strip().strip('"') if isinstance(value, (str, int)) else ""


def _unreadable(row: _Row) -> Problem:
    said = " ".join(shown(value) for value in list(row.cells.values())[:3])
    return catalogue.WIKIDATA_LIGNE_ILLISIBLE.at(row.origin, value=said)


def _one_to_one(
    pairs: Mapping[tuple[str, str], Origin],
) -> tuple[dict[str, str], list[Problem]]:
    """The pairs whose both sides occur once, and a problem for each side that does not."""
    others = defaultdict[str, list[str]](list)
    for number, item in pairs:
        others[number].append(item)
        others[item].append(number)
    first = {side: origin for pair, origin in reversed(list(pairs.items())) for side in pair}
    problems = [
        catalogue.WIKIDATA_AMBIGU.at(first[side], value=side, others=", ".join(several[:_SHOWN]))
        for side, several in others.items()
        if len(several) > 1
    ]
    found = {
        number: item for number, item in pairs if len(others[number]) == len(others[item]) == 1
    }
    return found, problems
