"""Which question a name or an address means: ``QANR5L17QE2621.md``, ``q14/14-47351QE.htm``.

Some layouts print neither number nor legislature: there the name of the file says it, or the
address of the page. The name is the document's own, and so is an address that the first or the last
lines give as the source. Any other address may lead to any other question.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from questions_rdf.problems import Origin
from questions_rdf.records import Nature

_UID = r"QANR5L(\d{1,2})(QE|QG|QOSD)(\d{1,9})"
_SHORT = r"(\d{1,2})-(\d{1,9})(QE|QG|QOSD)"
_NAMED = re.compile(rf"(?<![A-Za-z0-9-])(?:{_UID}|{_SHORT})(?![A-Za-z0-9])", re.IGNORECASE)
_ADDRESS = re.compile(
    rf"/questions/{_UID}(?![A-Za-z0-9])|/q\d{{1,2}}/{_SHORT}\.html?\b", re.IGNORECASE
)
_STATED = re.compile(
    r"\W{0,10}(?:url[ _-]source|source|url|adresse|lien|permalien|canonical|original)"
    r"\W{0,8}[:=]\W{0,8}\S{1,300}\W{0,10}",
    re.IGNORECASE,
)
_BARE = re.compile(r"\W{0,10}https?://\S{1,300}\W{0,10}", re.IGNORECASE)
_EDGE = 8
_FIRST_LINES = 2
_FARTHEST = 200
_LONGEST_LINE = 400


class Identite(NamedTuple):
    """What tells one question from all others."""

    legislature: int
    nature: Nature
    numero: int


class Adresse(NamedTuple):
    """An address of a question in a page: its line, and whether it is the page's own address."""

    line: int
    identite: Identite
    propre: bool = False


def of_name(origin: Origin) -> Identite | None:
    """The question that a file or a member of an archive is named after; no more than one."""
    name = PurePosixPath((origin.member or origin.file).replace("\\", "/")).name
    found = {_identite(match) for match in _NAMED.finditer(name)}
    return found.pop() if len(found) == 1 else None


def taken_from(text: str) -> tuple[str, list[Adresse]]:
    """``text`` without the lines that give its own address, and all addresses of questions.

    Such lines are written by whoever saved the page, above or below it: they are no part of it.
    """
    if "/q" not in text and "/Q" not in text:
        return text, []
    found = list(_addresses(text))
    if not found:
        return text, []
    lines = text.split("\n")
    own = {number for number in {one.line for one in found} if _is_own(lines, number)}
    for number in own:
        lines[number - 1] = ""
    return "\n".join(lines), [one._replace(propre=one.line in own) for one in found]


def _addresses(text: str) -> Iterator[Adresse]:
    line, counted = 1, 0
    for match in _ADDRESS.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield Adresse(line, _identite(match))


def _is_own(lines: list[str], number: int) -> bool:
    """Whether a line says nothing but an address, at an edge of the document.

    Below the texts a bare address may be part of one; there it has to say what it is.
    """
    line = lines[number - 1]
    if len(line) > _LONGEST_LINE:
        return False
    stated = _STATED.fullmatch(line) is not None
    if number <= _FARTHEST:
        above = sum(bool(one.strip()) for one in lines[: number - 1])
        if above < _FIRST_LINES and _BARE.fullmatch(line):
            return True
        if above < _EDGE:
            return stated
    below = [one for one in lines[number : number + _FARTHEST] if one.strip()]
    return stated and len(below) < _EDGE and number + _FARTHEST >= len(lines)


def _identite(match: re.Match[str]) -> Identite:
    legislature, nature, numero = match[1], match[2], match[3]
    if legislature is None:
        legislature, numero, nature = match[4], match[5], match[6]
    return Identite(int(legislature), Nature(nature.upper()), int(numero))
