"""What a query would cost the parser, seen from outside: it is never parsed in this process.

Strings, IRIs and comments do not count. Where it is not certain how the engine would split a text,
what could be code counts as code. The workers' network is shut as well, and they may crash: what
gets through here costs a worker, not the server.
"""

import re
from itertools import accumulate
from typing import Literal, NamedTuple

from questions_rdf.serve import refusals
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.refusals import Refusal

Kind = Literal["rows", "boolean", "triples", "update", "unknown"]

# The escapes of the grammar and no others: with a wrong one, the engine sees no string there.
_ESCAPE = r"\\(?:[tbnrf\"'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
_NOT_CODE = re.compile(
    rf'"""(?:[^"\\]|{_ESCAPE}|"(?!""))*+"""'
    rf"|'''(?:[^'\\]|{_ESCAPE}|'(?!''))*+'''"
    rf'|"(?:[^"\\\n\r]|{_ESCAPE})*+"'
    rf"|'(?:[^'\\\n\r]|{_ESCAPE})*+'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*+>"
    r"|#[^\n\r]*+"
    r"|[?$]\w++"
    r"|@[A-Za-z][A-Za-z0-9-]*+"
    r"|:\w(?:[\w.%:-]|\\.)*+"  # behind a prefix
    r"|\\.",
    re.DOTALL,
)
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
_SERVICE = re.compile("SERVICE", re.IGNORECASE)  # `1SERVICE` too: the engine needs no space
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
    code = _NOT_CODE.sub(" ", text)
    steps = (_STEP[bracket] for bracket in _BRACKETS.findall(code))
    return Outline(
        kind=_kind(code),
        depth=max(accumulate(steps, initial=0)),
        operators=len(_OPERATORS.findall(code)),
        optionals=len(_OPTIONALS.findall(code)),
        calls_out=bool(_SERVICE.search(code)),
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
        "brackets": (found.depth, limits.depth),
        "operators": (found.operators, limits.operators),
        "OPTIONAL": (found.optionals, limits.optionals),
    }
    for what, (count, most) in caps.items():
        if count > most:
            return refusals.TOO_COMPLEX.filled(what=what, most=most)
    return None
