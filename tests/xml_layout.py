"""The official XML layout, written from the raw objects of the official JSON.

Plain on purpose, and apart from the reader: what it writes is what a reader has to understand.
"""

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://schemas.assemblee-nationale.fr/referentiel"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def element(name: str, value: Any, *, cdata: bool = False) -> str:
    """``value`` as the elements called ``name``: a list as several, ``None`` as an empty one."""
    if isinstance(value, list):
        return "".join(element(name, item, cdata=cdata) for item in value)
    if not isinstance(value, dict):
        return f"<{name}>{_text(value, cdata=cdata)}</{name}>" if value else f"<{name}/>"
    attributes = [(k[1:], v) for k, v in value.items() if k.startswith("@")]
    opening = "".join(f" {key}={quoteattr(text)}" for key, text in attributes)
    inner = "".join(
        _text(item, cdata=cdata) if key == "#text" else element(key, item, cdata=cdata)
        for key, item in value.items()
        if not key.startswith("@")
    )
    return f"<{name}{opening}>{inner}</{name}>"


def _text(value: object, *, cdata: bool) -> str:
    text = str(value)
    if cdata and "<" in text and "]]>" not in text and "\r" not in text:
        return f"<![CDATA[{text}]]>"
    return escape(text, {"\r": "&#13;"})


def single(fields: dict[str, Any], *, cdata: bool = False) -> bytes:
    """A document of one question, as the legislatures from the 15th on have it."""
    named = {"@xmlns": NAMESPACE, "@xmlns:xsi": _XSI, **fields}
    return (DECLARATION + element("question", named, cdata=cdata)).encode()


def listed(
    records: Iterable[dict[str, Any]], root: str = "questionsEcrites", *, cdata: bool = False
) -> bytes:
    """A document of many questions, as the 14th legislature has it."""
    pieces = "\n".join(
        element("question", {k: v for k, v in fields.items() if k != "@xmlns"}, cdata=cdata)
        for fields in records
    )
    return f'{DECLARATION}<{root} xmlns:xsi="{_XSI}">\n{pieces}\n</{root}>\n'.encode()
