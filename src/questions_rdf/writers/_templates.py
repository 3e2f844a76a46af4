"""Pieces of generated source: what a writer says in f-strings, and what these call."""

from collections.abc import Sequence

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "{": "{{", "}": "}}"})


def literal(text: str) -> str:
    """``text`` as it has to stand in an f-string between single quotes."""
    return text.translate(_ESCAPES)


def listed(items: Sequence[str], indent: str) -> str:
    """Values as an array of JSON, a line each; a single one as it is."""
    if len(items) == 1:
        return items[0]
    return f"[{indent}  " + f",{indent}  ".join(items) + f"{indent}]"
