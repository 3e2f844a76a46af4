"""What of the text of a query is code: strings, IRIs, comments and names are not.

Where it is not certain how the engine would split a text, what could be code counts as code.
"""

import re

# The escapes of the grammar and no others: with a wrong one, the engine sees no string there.
_ESCAPE = r"\\(?:[tbnrf\"'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
_NOT_CODE = re.compile(
    rf'"""(?>(?:[^"\\]|{_ESCAPE}|"(?!""))*)"""'
    rf"|'''(?>(?:[^'\\]|{_ESCAPE}|'(?!''))*)'''"
    rf'|"(?>(?:[^"\\\n\r]|{_ESCAPE})*)"'
    rf"|'(?>(?:[^'\\\n\r]|{_ESCAPE})*)'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*+>"
    r"|#[^\n\r]*+"
    r"|[?$]\w++"
    r"|@[A-Za-z][A-Za-z0-9-]*+"
    r"|:\w(?>(?:[\w.%:-]|\\.)*)"  # behind a prefix
    r"|\\.",
    re.DOTALL,
)
_SERVICE = re.compile("SERVICE", re.IGNORECASE)  # `1SERVICE` too: the engine needs no space


def code_of(text: str) -> str:
    """The text with a space for each thing that is no code."""
    return _NOT_CODE.sub(" ", text)


def calls_out(code: str) -> bool:
    """Whether code may call another server."""
    return bool(_SERVICE.search(code))
