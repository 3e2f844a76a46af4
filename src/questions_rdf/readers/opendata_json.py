"""The official JSON of the Assemblée nationale, legislatures 14 to 17.

A document is either one question (``{"question": {…}}``, from the 15th legislature on) or a list of
them (``{"questionsEcrites": {"question": [ … ]}}``, the 14th), which is read as a stream.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Code, Origin, Problem
from questions_rdf.readers import _characters, _json_records
from questions_rdf.readers._byte_window import State
from questions_rdf.readers._opendata_question import record
from questions_rdf.readers._protocol import Found, Rank

NAME = "opendata-json"
RANK = Rank.OPEN_DATA

_LISTS = ("questionsEcrites", "questionsGvt", "questionsOralesSansDebat")

_MARKDOWN_LINK = re.compile(r"\[[^\[\]{}\"\n]{1,300}\]\(")


def sniff(head: str) -> bool:
    """JSON, whatever it holds: what is no question gets a problem that says so."""
    beginning = head.lstrip("\ufeff \t\r\n")
    return beginning.startswith(("{", "[")) and not _MARKDOWN_LINK.match(beginning)


def read(document: Document) -> Iterator[Found | Problem]:
    """The questions of one member or of one big list."""
    if _json_records.is_list(document.head):
        yield from _read_list(document)
    else:
        yield from _read_single(document)


def _read_single(document: Document) -> Iterator[Found | Problem]:
    data = document.read()
    content, problems = _decoded(data, document.origin)
    yield from problems
    if content is None:
        return
    fields = _question_of(content)
    if fields is None:
        yield _no_question(content).at(document.origin)
    else:
        yield from record(fields, document.origin, "question")


def _question_of(content: object) -> dict[str, Any] | None:
    """The question object, below ``question`` or below a list element that holds just one."""
    if not isinstance(content, dict):
        return None
    for name in _LISTS:
        if isinstance(content.get(name), dict):
            return _question_of(content[name])
    question = content.get("question")
    return question if isinstance(question, dict) else None


def _no_question(content: object) -> Code:
    """Why there is no question; archives of people and bodies are easily taken for others."""
    if isinstance(content, dict) and content.keys() & {"acteur", "mandat", "organe", "export"}:
        return catalogue.JSON_DE_REFERENCE
    return catalogue.JSON_SANS_QUESTION


def _read_list(document: Document) -> Iterator[Found | Problem]:
    reported: set[str] = set()
    elements = 0
    for index, piece in enumerate(_json_records.records(document.chunks())):
        path = f"question[{index}]"
        origin = document.origin.at_path(path)
        elements += piece.state is not State.NO_END
        if piece.state is State.NO_END:
            yield catalogue.JSON_SANS_FIN.at(document.origin, offset=piece.offset)
        elif piece.state is State.TRUNCATED:
            yield catalogue.JSON_TRONQUE.at(origin, offset=piece.offset)
        elif piece.state is State.STRAY:
            yield catalogue.JSON_ILLISIBLE.at(origin, reason=_shown(piece.data))
        else:
            fields, problems = _decoded(piece.data, origin)
            yield from (p for p in problems if p.rejected or p.code not in reported)
            reported.update(p.code for p in problems)
            if isinstance(fields, dict):
                yield from record(fields, document.origin, path)
            elif not problems:
                yield catalogue.JSON_ILLISIBLE.at(origin, reason=_shown(piece.data))
    if not elements:
        yield catalogue.JSON_SANS_QUESTION.at(document.origin)


def _shown(data: bytes) -> str:
    return _characters.without_illegal(data[:60].decode("utf-8", errors="replace"))[0]


def _decoded(data: bytes, origin: Origin) -> tuple[object, list[Problem]]:
    """The JSON in ``data`` and what was wrong with it; ``None`` if it cannot be read.

    msgspec is strict and fast. The standard library reads what it refuses and people hold all the
    same (lone surrogates, a byte order mark); Windows-1252 comes last.
    """
    try:
        return msgspec.json.decode(data), []
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        text, was_cp1252 = _characters.decode(data)
    problems = [catalogue.ENCODAGE_CP1252.at(origin)] if was_cp1252 else []
    try:
        return json.loads(text), problems
    except (ValueError, RecursionError) as error:
        reason = error if isinstance(error, ValueError) else "nested too deeply"
        return None, [*problems, catalogue.JSON_ILLISIBLE.at(origin, reason=reason)]
