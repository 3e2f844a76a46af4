"""N-Triples: a line a triple, in the order of the mapping."""

from collections.abc import Callable
from typing import ClassVar

from questions_rdf.formats import N_TRIPLES, Format
from questions_rdf.prefixes import expanded
from questions_rdf.rows import Kind, Node
from questions_rdf.writers import _escapes

_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class NTriplesWriter:
    """Writes N-Triples; every IRI in full."""

    FORMAT: ClassVar[Format] = N_TRIPLES
    SEPARATOR: ClassVar[str] = ""

    def __init__(self, base: str) -> None:
        self._base = base
        self._terms: dict[str, str] = {}
        self._spelled: dict[Kind, Callable[[str], str]] = {
            Kind.STRING: _escapes.short,
            Kind.FRENCH: lambda text: f"{_escapes.short(text)}@fr",
            Kind.INTEGER: lambda text: f'"{text}"^^<{_XSD}integer>',
            Kind.DATE: lambda text: f'"{text}"^^<{_XSD}date>',
            Kind.BOOLEAN: lambda text: f'"{text}"^^<{_XSD}boolean>',
            Kind.DURATION: lambda text: f'"{text}"^^<{_XSD}duration>',
            Kind.HTML: lambda text: f"{_escapes.short(text)}^^<{_RDF}HTML>",
            Kind.LINK: lambda iri: f"<{base}{iri}>",
            Kind.ADDRESS: lambda iri: f"<{iri}>",
            Kind.TERM: self._term,
        }

    def header(self) -> str:
        """Nothing: N-Triples has no header."""
        return ""

    def title(self, _text: str) -> str:
        """Nothing: one line, one triple."""
        return ""

    def node(self, node: Node) -> str:
        """The triples of the resource, then those of the resources nested in it."""
        lines: list[str] = []
        self._collect(node, lines)
        return "".join(lines)

    def footer(self) -> str:
        """Nothing."""
        return ""

    def _collect(self, node: Node, lines: list[str]) -> None:
        subject = f"<{self._base}{node.iri}>"
        lines.extend(f"{subject} <{_RDF}type> {self._term(name)} .\n" for name in node.types)
        nested = []
        for row, value in node.values:
            if isinstance(value, Node):
                nested.append(value)
                spelled = f"<{self._base}{value.iri}>"
            else:
                spelled = self._spelled[row.kind](value)
            lines.append(f"{subject} {self._term(row.term)} {spelled} .\n")
        for inner in nested:
            self._collect(inner, lines)

    def _term(self, name: str) -> str:
        """A prefixed name in full, made once."""
        known = self._terms.get(name)
        if known is None:
            known = self._terms[name] = f"<{expanded(name)}>"
        return known
