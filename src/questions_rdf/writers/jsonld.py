"""JSON-LD in the streaming profile: context first; in each object the types, then the identifier.

Answers and events stand inside their question. Parsers that know the profile need not hold the
whole document.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

import msgspec

from questions_rdf.files import data_folder
from questions_rdf.formats import JSON_LD, Format
from questions_rdf.rows import Kind, Row
from questions_rdf.writers._templates import encoded

_TEMPLATES = {
    Kind.STRING: "{=in_json(line)}",
    Kind.FRENCH: "{=in_json(line)}",
    Kind.INTEGER: "{value}",
    Kind.DECIMAL: '"{value}"',  # a number of JSON would be a double
    Kind.DATE: '"{value}"',
    Kind.BOOLEAN: "{value}",
    Kind.DURATION: '"{value}"',
    Kind.HTML: "{=in_json(line)}",
    Kind.LINK: '"{value}"',
    Kind.ADDRESS: '"{value}"',
    Kind.TERM: '"{value}"',
}


class JsonLdWriter:
    """Writes one object with ``@context`` and a ``@graph`` of resources."""

    FORMAT: ClassVar[Format] = JSON_LD
    SEPARATOR: ClassVar[str] = ",\n    "
    NESTS: ClassVar[bool] = True
    GATHERS: ClassVar[bool] = True

    def __init__(self, base: str) -> None:
        self._base = base

    def header(self) -> str:
        """The context, and the beginning of the list."""
        written = _indented(_context(self._base), 2)
        return f'{{\n  "@context": {written},\n  "@graph": [\n    '

    def title(self, _text: str) -> str:
        """Nothing: JSON has no comments."""
        return ""

    def footer(self) -> str:
        """The end of the list."""
        return "\n  ]\n}\n"

    def spelled(self, kind: Kind) -> str:
        """A value of that kind; its datatype or language stands in the context."""
        return _TEMPLATES[kind]

    def opening(self, types: Sequence[str]) -> str:
        """The classes and the IRI, in the order that streams ask for."""
        stated = ",".join(f'{{indent}}  "{name}"' for name in types)
        return f'"@type": [{stated}{{indent}}],{{indent}}"@id": "{{iri}}"'

    def one(self, row: Row, value: str) -> str:
        """A member of the object."""
        statement = encoded(f'"{row.key}": {value}')
        return f"jsonld.append({statement})"

    def each(self, _row: Row, value: str) -> str:
        """An item of an array."""
        return f"jsonld_values.append({encoded(value)})"

    def several(self, row: Row) -> str:
        """A member of the object, with an array if there are several values."""
        return f"jsonld.append(b'\"{row.key}\": ' + listed(jsonld_values, indent))"

    def whole(self) -> str:
        """An object."""
        members = f"{encoded(',{indent}')}.join(jsonld)"
        return f"{encoded('{{{indent}')}, {members}, {encoded('{indent[:-2]}}}')}"


def _context(base: str) -> dict[str, Any]:
    """The context of ``ontology/context.jsonld``, for that base."""
    text = (data_folder("ontology") / "context.jsonld").read_bytes()
    return {**msgspec.json.decode(text)["@context"], "@base": base}


def _indented(value: object, depth: int) -> str:
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return text.replace("\n", "\n" + " " * depth)
