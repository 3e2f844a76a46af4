"""What a query would cost the parser, seen from outside: it is never parsed in this process.

Strings, IRIs and comments do not count. The workers' network is shut as well, and they may crash:
what gets through here costs a worker, not the server.
"""

import re
from itertools import accumulate
from typing import Literal, NamedTuple

from questions_rdf.problems import Bilingual
from questions_rdf.serve import refusals
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.refusals import Refusal
from questions_rdf.sparql_code import calls_out, code_of

Kind = Literal["rows", "boolean", "triples", "update", "unknown"]

_PROLOGUE = r"\s*(?:(?:PREFIX\s*[^\s:]*:|BASE)\s*)*"
_FIRST = re.compile(rf"{_PROLOGUE}([A-Za-z]*)", re.IGNORECASE)
_KINDS: dict[str, Kind] = {
    "SELECT": "rows",
    "ASK": "boolean",
    "CONSTRUCT": "triples",
    "DESCRIBE": "triples",
    **dict.fromkeys("INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD WITH".split(), "update"),
}
_BRACKETS = re.compile(r"[{}()\[\]]")
_STEP = {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}
_OPERATORS = re.compile(r"[-+*/|&!^=;]|UNION|FILTER|BIND|GRAPH|VALUES|SELECT", re.IGNORECASE)
_OPTIONALS = re.compile(r"OPTIONAL|MINUS|EXISTS", re.IGNORECASE)
_VOLATILE = re.compile(r"(?:NOW|RAND|UUID|BNODE)\s*\(", re.IGNORECASE)


class Outline(NamedTuple):
    """What can be told of a query without parsing it."""

    kind: Kind
    depth: int
    operators: int
    optionals: int
    calls_out: bool
    volatile: bool
    """Whether the same query may have another answer the next time (``NOW``, ``RAND`` …)."""


def outline(text: str) -> Outline:
    """The outline of a query, or of any other text."""
    code = code_of(text)
    steps = (_STEP[bracket] for bracket in _BRACKETS.findall(code))
    return Outline(
        kind=_kind(code),
        depth=max(accumulate(steps, initial=0)),
        operators=len(_OPERATORS.findall(code)),
        optionals=len(_OPTIONALS.findall(code)),
        calls_out=calls_out(code),
        volatile=bool(_VOLATILE.search(code)),
    )


def _kind(code: str) -> Kind:
    first = _FIRST.match(code)
    return _KINDS.get(first[1].upper(), "unknown") if first else "unknown"


def objection(found: Outline, limits: Limits) -> Refusal | None:
    """Why a query of this outline is not run, if so."""
    if found.kind == "update":
        return refusals.UPDATE
    if found.calls_out:
        return refusals.SERVICE
    caps = {
        Bilingual("parenthèses et accolades", "brackets"): (found.depth, limits.depth),
        Bilingual("opérateurs", "operators"): (found.operators, limits.operators),
        Bilingual("OPTIONAL", "OPTIONAL"): (found.optionals, limits.optionals),
    }
    for what, (count, most) in caps.items():
        if count > most:
            return refusals.TOO_COMPLEX.filled(what=what, most=most)
    return None
