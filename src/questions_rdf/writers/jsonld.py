"""JSON-LD in the streaming profile: context first; in each object the types, then the identifier.

Answers and events stand inside their question. Parsers that know the profile need not hold the
whole document.
"""

from typing import Any, ClassVar

import msgspec

from questions_rdf.files import data_folder
from questions_rdf.formats import JSON_LD, Format
from questions_rdf.rows import Kind, Node


class JsonLdWriter:
    """Writes one object with ``@context`` and a ``@graph`` of resources."""

    FORMAT: ClassVar[Format] = JSON_LD
    SEPARATOR: ClassVar[str] = ","

    def __init__(self, base: str) -> None:
        self._base = base
        self._separator = ""

    def header(self) -> str:
        """The context, and the beginning of the list."""
        self._separator = ""
        written = _indented(_context(self._base), 2)
        return f'{{\n  "@context": {written},\n  "@graph": ['

    def title(self, _text: str) -> str:
        """Nothing: JSON has no comments."""
        return ""

    def node(self, node: Node) -> str:
        """The resource as an object, with those nested in it inside."""
        separator, self._separator = self._separator, ","
        return f"{separator}\n    {_indented(_object(node), 4)}"

    def footer(self) -> str:
        """The end of the list."""
        return "\n  ]\n}\n"


def _context(base: str) -> dict[str, Any]:
    """The context of ``ontology/context.jsonld``, for that base."""
    text = (data_folder("ontology") / "context.jsonld").read_bytes()
    return {**msgspec.json.decode(text)["@context"], "@base": base}


def _indented(value: object, depth: int) -> str:
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return text.replace("\n", "\n" + " " * depth)


def _object(node: Node) -> dict[str, Any]:
    written: dict[str, Any] = {"@type": list(node.types), "@id": node.iri}
    for row, value in node.values:
        item: Any
        if isinstance(value, Node):
            item = _object(value)
        elif row.kind is Kind.INTEGER:
            item = int(value)
        elif row.kind is Kind.BOOLEAN:
            item = value == "true"
        else:
            item = value
        if row.key not in written:
            written[row.key] = item
        elif isinstance(written[row.key], list):
            written[row.key].append(item)
        else:
            written[row.key] = [written[row.key], item]
    return written
