"""Templates of what a format writes, and the source that they become."""

from collections.abc import Sequence

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "{": "{{", "}": "}}"})


def literal(text: str) -> str:
    """``text`` as it has to stand in a template."""
    return text.translate(_ESCAPES)


def encoded(template: str) -> str:
    """The expression for the bytes of a template."""
    before, text, rest = template.partition("{=")
    if text:
        expression, _, after = rest.partition("}")
        around = (f"b'{before}'" if before else "", expression, f"b'{after}'" if after else "")
        return " + ".join(filter(None, around))
    return f"f'{template}'.encode()" if "{" in template else f"b'{template}'"


def listed(items: Sequence[bytes], indent: str) -> bytes:
    """Values as an array of JSON, a line each; a single one as it is."""
    if len(items) == 1:
        return items[0]
    inner = f"{indent}  ".encode()
    return b"[" + inner + (b"," + inner).join(items) + indent.encode() + b"]"
