"""A parameter's value as a term of SPARQL, or as a pattern that finds a word in any spelling."""

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date

from questions_rdf.errors import UsageError
from questions_rdf.near_misses import hint
from questions_rdf.query_files.header import Kind, Parameter

_QUESTION = re.compile(r"QANR5L\d{1,2}(?:QE|QG|QOSD)[1-9]\d{0,8}")
_INTEGER = re.compile(r"[+-]?\d{1,18}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*')
_ESCAPES = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
_LONGEST_WORD = 200
"""More letters than any phrase; a regular expression of a page would be refused by the engine."""

_SPELLINGS = {
    letter: f"[{spellings}]"
    for spellings in ("aàâäáãå", "cç", "eéèêë", "iîïíì", "nñ", "oôöóòõ", "uùûüú", "yÿ")
    for letter in spellings
}
_DIGRAPHS = {"oe": "(o[eéèêë]|œ)", "ae": "(a[eéèêë]|æ)"}
_GAPS = " \t\n\r'’\u00a0\u202f-"
"""What may stand between two words, and is written in more ways than one."""
_GAP = r"[\s\-'’\u00a0\u202f]+".replace(r"\u00a0", "\u00a0").replace(r"\u202f", "\u202f")
_SPECIAL = frozenset(r"\.?*+{}()[]|^$")


def literal(text: str) -> str:
    r"""The text as a string of SPARQL, whatever it holds.

    Some engines replace ``\u0022`` before they read the query, even behind another backslash: the
    ``u`` of such a text is written as a code itself, in eight digits that no digit behind it joins.
    """
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    coded = re.sub(r"\\\\[uU]", lambda found: rf"\\\U{ord(found[0][-1]):08X}", escaped)
    return f'"{coded}"'


def term(value: str, name: str, parameter: Parameter) -> str:
    """The value in SPARQL; nothing of it can be read as anything but a value.

    Raises:
        UsageError: if it is no value of the parameter's type.
    """
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"{name}: this is not text in UTF-8") from error
    if parameter.optional and not value:
        return "UNDEF"
    return _MADE[parameter.type](value, name, parameter)


def _text(value: str, _name: str, _parameter: Parameter) -> str:
    return literal(value)


def _word(value: str, name: str, _parameter: Parameter) -> str:
    if not re.search(r"\w", value):
        raise UsageError(f"{name}: a word is expected, with at least one letter or digit")
    if len(value) > _LONGEST_WORD:
        raise UsageError(f"{name}: a word or phrase has at most {_LONGEST_WORD} characters")
    return literal(pattern(value))


def pattern(text: str) -> str:
    """A regular expression for the text with or without accents, hyphens and apostrophes."""
    composed = unicodedata.normalize("NFC", text.strip(_GAPS))
    return _GAP.join(map(_spelled, re.split(f"[{_GAPS}]+", composed)))


def _spelled(word: str) -> str:
    """Each letter in all its spellings, and the ligatures both ways."""
    plain = re.sub("[œŒ]", "oe", re.sub("[æÆ]", "ae", word))
    parts = re.split("(oe|ae)", plain, flags=re.IGNORECASE)
    return "".join(_DIGRAPHS.get(part.lower()) or "".join(map(_letter, part)) for part in parts)


def _letter(character: str) -> str:
    lower = character.lower()
    if lower in _SPELLINGS:
        return _SPELLINGS[lower]
    return f"\\{character}" if character in _SPECIAL else character


def _date(value: str, name: str, _parameter: Parameter) -> str:
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None:
        raise UsageError(f"{name}: {_shown(value)} is no date; write it as 2026-11-17")
    return f'"{day}"^^<http://www.w3.org/2001/XMLSchema#date>'


def _integer(value: str, name: str, _parameter: Parameter) -> str:
    if not _INTEGER.fullmatch(value) or not value.isascii():
        raise UsageError(f"{name}: {_shown(value)} is no whole number")
    return str(int(value))


def _iri(value: str, name: str, _parameter: Parameter) -> str:
    if not _IRI.fullmatch(value):
        raise UsageError(f"{name}: {_shown(value)} is no IRI")
    return f"<{value}>"


def _question(value: str, name: str, _parameter: Parameter) -> str:
    if not _QUESTION.fullmatch(value):
        raise UsageError(
            f"{name}: {_shown(value)} is no identifier of a question, such as QANR5L17QE2621"
        )
    return literal(value)


def _term(value: str, name: str, parameter: Parameter) -> str:
    known = {one.partition(":")[2].lower(): one for one in parameter.values}
    wanted = value.rpartition(":")[2].lower()
    if wanted not in known:
        meant = hint(wanted, known, shown=known.__getitem__)
        raise UsageError(f"{name}: {_shown(value)} is not known; {meant}")
    return known[wanted]


def _shown(value: str) -> str:
    """What was given, on one line and not too long."""
    return json.dumps(value[:40], ensure_ascii=False)


_MADE: dict[Kind, Callable[[str, str, Parameter], str]] = {
    "text": _text,
    "word": _word,
    "date": _date,
    "integer": _integer,
    "iri": _iri,
    "question": _question,
    "term": _term,
}
