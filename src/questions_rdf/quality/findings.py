"""What a build found: its problem report by code, and what the SHACL report rejects."""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyoxigraph as ox

from questions_rdf.errors import UnreadableInputError
from questions_rdf.prefixes import expanded
from questions_rdf.problem_log import place_of, problems_in
from questions_rdf.problems import Severity

_EXAMPLES = 3
_SEVERITIES = list(Severity)
_SH = "http://www.w3.org/ns/shacl#"


class Example(msgspec.Struct, frozen=True):
    """One finding: where, about what, and its sentence in both languages."""

    place: str
    subject: str | None
    message: str
    message_en: str


class Found(msgspec.Struct):
    """All findings of one code: how many lines, of how many records, and the first of them."""

    code: str
    severity: str
    stage: str
    lines: int = 0
    records: int = 0
    rejected: int = 0
    examples: list[Example] = []


class Broken(NamedTuple):
    """What violates a rule: properties by resource, and the documents that these are part of."""

    properties: dict[str, frozenset[str]]
    documents: frozenset[str]


def findings(path: Path) -> list[Found]:
    """The findings of a problem report by code: errors first, then by number.

    Raises:
        UnreadableInputError: if a line is none of a problem report.
    """
    found: dict[tuple[str, str], Found] = {}
    for problem in problems_in(path):
        key = (problem["code"], problem["severity"])
        group = found.setdefault(key, Found(*key, problem["stage"], examples=[]))
        group.lines += 1
        occurrences = problem.get("occurrences", 1)
        group.records += occurrences
        group.rejected += occurrences if problem["rejected"] else 0
        if len(group.examples) < _EXAMPLES:
            group.examples.append(_example(problem))
    return sorted(found.values(), key=_rank)


def _example(problem: dict[str, Any]) -> Example:
    subject = problem.get("subject")
    return Example(place_of(problem), subject, problem["message"], problem["message_en"])


def _rank(group: Found) -> tuple[int, int, str]:
    known = [severity for severity in _SEVERITIES if severity == group.severity]
    return _SEVERITIES.index(known[0]) if known else len(_SEVERITIES), -group.lines, group.code


def broken(path: Path) -> Broken:
    """What the violations of a SHACL report are about.

    Raises:
        UnreadableInputError: if it cannot be read as RDF.
    """
    results: dict[str, dict[str, str]] = {}
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.object, ox.NamedNode | ox.BlankNode):
                about = results.setdefault(str(quad.subject), {})
                name = quad.predicate.value.removeprefix(_SH)
                about[name] = quad.object.value
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableInputError(f"{path}: {error}") from error
    properties: dict[str, set[str]] = {}
    for one in results.values():
        if one.get("resultSeverity") == expanded("sh:Violation") and "focusNode" in one:
            properties.setdefault(one["focusNode"], set()).add(one.get("resultPath", ""))
    return Broken(
        {name: frozenset(paths) for name, paths in properties.items()},
        frozenset(name.partition("#")[0] for name in properties),
    )
