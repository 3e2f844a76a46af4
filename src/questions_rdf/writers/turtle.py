"""Turtle that is pleasant to read: prefixes, relative IRIs, one block a resource."""

from collections.abc import Sequence
from typing import ClassVar

from questions_rdf.formats import TURTLE, Format
from questions_rdf.prefixes import house_prefixes
from questions_rdf.rows import Kind, Row
from questions_rdf.writers._templates import encoded

_RULE_WIDTH = 80
DATA_PREFIXES = tuple("qp schema dcterms foaf org skos prov owl igeo rdf rdfs xsd".split())
_PREAMBLE = """\
# Questions des députés et réponses des ministres, en données liées (questions-rdf).
# Source : Assemblée nationale, open data. Licence Ouverte 2.0 (Etalab).
"""

_TEMPLATES = {
    Kind.STRING: "{=line}",
    Kind.FRENCH: "{=long(text, line)}@fr",
    Kind.INTEGER: "{value}",
    Kind.DECIMAL: '"{value}"^^xsd:decimal',  # "1" alone would be an integer
    Kind.DATE: '"{value}"^^xsd:date',
    Kind.BOOLEAN: "{value}",
    Kind.DURATION: '"{value}"^^xsd:duration',
    Kind.COUNT: '"{value}"^^xsd:nonNegativeInteger',
    Kind.HEX: '"{value}"^^xsd:hexBinary',
    Kind.HTML: "{=long(text, line)}^^rdf:HTML",
    Kind.LINK: "<{value}>",
    Kind.ADDRESS: "<{value}>",
    Kind.TERM: "{value}",
}


class TurtleWriter:
    """Writes Turtle; IRIs of the data are relative to ``@base``."""

    FORMAT: ClassVar[Format] = TURTLE
    SEPARATOR: ClassVar[str] = ""
    NESTS: ClassVar[bool] = False
    GATHERS: ClassVar[bool] = True

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

    def footer(self) -> str:
        """Nothing: Turtle just ends."""
        return ""

    def spelled(self, kind: Kind) -> str:
        """A value of that kind."""
        return _TEMPLATES[kind]

    def opening(self, types: Sequence[str]) -> str:
        """The classes."""
        return f"a {', '.join(types)}" if types else ""

    def one(self, row: Row, value: str) -> str:
        """A property with its value."""
        return f"ttl.append({encoded(f'{row.term} {value}')})"

    def each(self, _row: Row, value: str) -> str:
        """An object."""
        return f"ttl_values.append({encoded(value)})"

    def several(self, row: Row) -> str:
        """A property with its values, a line each."""
        return f"ttl.append(b'{row.term} ' + b',\\n        '.join(ttl_values))"

    def whole(self) -> str:
        """A block."""
        return r"f'\n<{iri}>\n    '.encode(), b' ;\n    '.join(ttl), b' .\n'"
