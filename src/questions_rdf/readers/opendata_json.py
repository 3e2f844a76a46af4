"""The official JSON of the Assemblée nationale, legislatures 14 to 17.

A document is one question (``{"question": {…}}``, from the 15th legislature on), a list of them
(``{"questionsEcrites": {"question": [ … ]}}``, the 14th), or has one question a line (NDJSON, as
tools write it). The latter two are read as a stream.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Code, Origin, Problem
from questions_rdf.readers import _characters, _json_lines, _json_records
from questions_rdf.readers._byte_window import State
from questions_rdf.readers._opendata_question import record
from questions_rdf.readers._pieces import Piece, in_order
from questions_rdf.readers._protocol import Found, Rank

NAME = "opendata-json"
RANK = Rank.OPEN_DATA

_ALONE = "question"
_LISTS = ("questionsEcrites", "questionsGvt", "questionsOralesSansDebat")

_OF_A_QUESTION = frozenset(("uid", "identifiant"))
# Of what is left, nothing is illegal: quotes, slashes, tabs, line breaks.
_ESCAPE = re.compile(rb"\\[ubf]")
_MARKDOWN_LINK = re.compile(r"\[[^\[\]{}\"\n]{1,300}\]\(")


def sniff(head: str) -> bool:
    """JSON, whatever it holds: what is no question gets a problem that says so."""
    beginning = head.lstrip("\ufeff \t\r\n")
    return beginning.startswith(("{", "[")) and not _MARKDOWN_LINK.match(beginning)


def read(document: Document) -> Iterator[Found | Problem]:
    """The questions of one member, of one big list, or of many lines."""
    return in_order(pieces(document), read_piece, document.origin)


def pieces(document: Document) -> Iterator[Piece | Problem]:
    """What should be a question each, as bytes; a list without its end is a problem."""
    if _json_records.is_list(document.head):
        return _list_pieces(document)
    return _line_pieces(document)


def _list_pieces(document: Document) -> Iterator[Piece | Problem]:
    elements = 0
    for index, found in enumerate(_json_records.records(document.chunks())):
        path = f"{_ALONE}[{index}]"
        elements += found.state is not State.NO_END
        if found.state is State.WHOLE:
            yield Piece(path, found.data)
        elif found.state is State.NO_END:
            yield catalogue.JSON_SANS_FIN.at(document.origin, offset=found.offset)
        elif found.state is State.TRUNCATED:
            yield catalogue.JSON_TRONQUE.at(document.origin.at_path(path), offset=found.offset)
        else:
            reason = _characters.shown(found.data)
            yield catalogue.JSON_ILLISIBLE.at(document.origin.at_path(path), reason=reason)
    if not elements:
        yield catalogue.JSON_SANS_QUESTION.at(document.origin)


def _line_pieces(document: Document) -> Iterator[Piece | Problem]:
    """One piece a line, or the whole document."""
    if (short := document.short) is not None and b"\n" not in short:
        yield Piece(_ALONE, short)
        return
    chunks = document.chunks()
    beginning = _json_lines.beginning(chunks)
    if _json_lines.is_lines(beginning):
        yield from _each_line(chain((beginning,), chunks), document.origin)
    else:
        yield Piece(_ALONE, b"".join((beginning, *chunks)))


def _each_line(chunks: Iterable[bytes], origin: Origin) -> Iterator[Piece | Problem]:
    """The lines; several in a row that open no record are one problem, as they are in a list."""
    astray = False
    for number, line in _json_lines.lines(chunks):
        if _json_lines.opens_a_record(line):
            yield Piece(_ALONE, line, number)
        elif not astray:
            reason = _characters.shown(line)
            yield catalogue.JSON_ILLISIBLE.at(origin.at_line(number), reason=reason)
        astray = not _json_lines.opens_a_record(line)


def read_piece(piece: Piece, document: Origin) -> list[Found | Problem]:
    """The question of one piece of that document, or why there is none."""
    origin = document if piece.line is None else document.at_line(piece.line)
    place = origin if piece.path == _ALONE else origin.at_path(piece.path)
    content, problems, legal = _decoded(piece.data, place)
    if any(problem.rejected for problem in problems):
        return [*problems]
    fields = _question_of(content) if piece.path == _ALONE else content
    if not isinstance(fields, dict):
        return [*problems, _no_question(content).at(origin)]
    return [*problems, *record(fields, origin, piece.path, legal=legal)]


def _question_of(content: object) -> dict[str, Any] | None:
    """The question object: below ``question``, below a list that holds just one, or itself."""
    if not isinstance(content, dict):
        return None
    for name in _LISTS:
        if isinstance(content.get(name), dict):
            return _question_of(content[name])
    question = content if content.keys() >= _OF_A_QUESTION else content.get("question")
    return question if isinstance(question, dict) else None


def _no_question(content: object) -> Code:
    """Why there is no question; archives of people and bodies are easily taken for others."""
    if isinstance(content, dict) and content.keys() & {"acteur", "mandat", "organe", "export"}:
        return catalogue.JSON_DE_REFERENCE
    return catalogue.JSON_SANS_QUESTION


def _is_legal(data: bytes) -> bool:
    """Whether no text of a record can have an illegal character: these come as escapes or raw.

    Escapes of letters are not told from others: of their texts, each is looked at. To see that
    there are none takes 1 µs a record, to look at its texts 10.
    """
    escaped = b"\\" in data and _ESCAPE.search(data) is not None
    raw = b"\xef" in data and b"\xef\xbf" in data
    return not escaped and not raw


def _decoded(data: bytes, origin: Origin) -> tuple[object, list[Problem], bool]:
    """The JSON in ``data``, what was wrong with it, and whether its texts are known to be legal.

    The JSON is ``None`` if it cannot be read.

    msgspec is strict and fast. The standard library reads what it refuses and people hold all the
    same (lone surrogates, a byte order mark); Windows-1252 comes last.
    """
    try:
        return msgspec.json.decode(data), [], _is_legal(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        text, was_cp1252 = _characters.decode(data)
    problems = [catalogue.ENCODAGE_CP1252.at(origin)] if was_cp1252 else []
    try:
        return json.loads(text), problems, False
    except (ValueError, RecursionError) as error:
        reason = error if isinstance(error, ValueError) else "nested too deeply"
        return None, [*problems, catalogue.JSON_ILLISIBLE.at(origin, reason=reason)], False
