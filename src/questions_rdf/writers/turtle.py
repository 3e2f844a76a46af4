"""Turtle that is pleasant to read: prefixes, relative IRIs, one block a resource."""

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from questions_rdf.formats import TURTLE, Format
from questions_rdf.prefixes import house_prefixes
from questions_rdf.rows import Kind, Node, Row
from questions_rdf.writers import _escapes

_RULE_WIDTH = 80
DATA_PREFIXES = tuple("qp schema dcterms foaf org skos prov owl igeo rdf rdfs xsd".split())
_PREAMBLE = """\
# Questions des députés et réponses des ministres, en données liées (questions-rdf).
# Source : Assemblée nationale, open data. Licence Ouverte 2.0 (Etalab).
"""

_SPELLED: dict[Kind, Callable[[str], str]] = {
    Kind.STRING: _escapes.short,
    Kind.FRENCH: lambda text: f"{_escapes.long(text)}@fr",
    Kind.INTEGER: str,
    Kind.DATE: lambda text: f'"{text}"^^xsd:date',
    Kind.BOOLEAN: str,
    Kind.DURATION: lambda text: f'"{text}"^^xsd:duration',
    Kind.COUNT: lambda text: f'"{text}"^^xsd:nonNegativeInteger',
    Kind.HEX: lambda text: f'"{text}"^^xsd:hexBinary',
    Kind.HTML: lambda text: f"{_escapes.long(text)}^^rdf:HTML",
    Kind.LINK: lambda iri: f"<{iri}>",
    Kind.ADDRESS: lambda iri: f"<{iri}>",
    Kind.TERM: str,
}


class TurtleWriter:
    """Writes Turtle; IRIs of the data are relative to ``@base``."""

    FORMAT: ClassVar[Format] = TURTLE
    SEPARATOR: ClassVar[str] = ""

    def __init__(self, base: str, prefixes: tuple[str, ...] = DATA_PREFIXES) -> None:
        self._base = base
        self._prefixes = prefixes

    def header(self) -> str:
        """The base and the prefixes."""
        lines = [f"@base <{self._base}> ."]
        lines += [
            f"@prefix {name}: <{iri}> ."
            for name, iri in house_prefixes().items()
            if name in self._prefixes
        ]
        return _PREAMBLE + "\n".join(lines) + "\n"

    def title(self, text: str) -> str:
        """A comment line."""
        return f"\n# ── {text} {'─' * (_RULE_WIDTH - len(text))}\n"

    def node(self, node: Node) -> str:
        """The resource as a block, and those nested in it as blocks after it."""
        lines = [f"    a {', '.join(node.types)}"] if node.types else []
        nested: list[Node] = []
        for row, group in groupby(node.values, key=itemgetter(0)):
            objects = [_object(row, value, nested) for _, value in group]
            lines.append(f"    {row.term} " + ",\n        ".join(objects))
        blocks = [f"\n<{node.iri}>\n" + " ;\n".join(lines) + " .\n"]
        blocks += [self.node(inner) for inner in nested]
        return "".join(blocks)

    def footer(self) -> str:
        """Nothing: Turtle just ends."""
        return ""


def _object(row: Row, value: str | Node, nested: list[Node]) -> str:
    if isinstance(value, Node):
        nested.append(value)
        return f"<{value.iri}>"
    return _SPELLED[row.kind](value)
