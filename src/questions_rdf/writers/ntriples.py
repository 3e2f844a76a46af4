"""N-Triples: a line a triple, in the order of the mapping."""

from collections.abc import Sequence
from typing import ClassVar

from questions_rdf.formats import N_TRIPLES, Format
from questions_rdf.prefixes import expanded
from questions_rdf.rows import Kind, Row
from questions_rdf.writers._templates import encoded, literal

_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TEMPLATES = {
    Kind.STRING: "{=line}",
    Kind.FRENCH: "{=line}@fr",
    Kind.INTEGER: f'"{{value}}"^^<{_XSD}integer>',
    Kind.DECIMAL: f'"{{value}}"^^<{_XSD}decimal>',
    Kind.DATE: f'"{{value}}"^^<{_XSD}date>',
    Kind.BOOLEAN: f'"{{value}}"^^<{_XSD}boolean>',
    Kind.DURATION: f'"{{value}}"^^<{_XSD}duration>',
    Kind.HTML: f"{{=line}}^^<{_RDF}HTML>",
    Kind.ADDRESS: "<{value}>",
    Kind.TERM: "<{terms[value]}>",
}


class NTriplesWriter:
    """Writes N-Triples; every IRI in full."""

    FORMAT: ClassVar[Format] = N_TRIPLES
    SEPARATOR: ClassVar[str] = ""
    NESTS: ClassVar[bool] = False
    GATHERS: ClassVar[bool] = False

    def __init__(self, base: str) -> None:
        self._base = base

    def header(self) -> str:
        """Nothing: N-Triples has no header."""
        return ""

    def title(self, _text: str) -> str:
        """Nothing: one line, one triple."""
        return ""

    def footer(self) -> str:
        """Nothing."""
        return ""

    def spelled(self, kind: Kind) -> str:
        """A value of that kind."""
        return f"<{literal(self._base)}{{value}}>" if kind is Kind.LINK else _TEMPLATES[kind]

    def opening(self, types: Sequence[str]) -> str:
        """The classes, a triple each."""
        stated = [f"<{_RDF}type> <{expanded(name)}>" for name in types]
        return f" .\\n{self._subject()} ".join(stated)

    def one(self, row: Row, value: str) -> str:
        """The predicate and the object of a triple."""
        return f"nt.append({encoded(f'<{expanded(row.term)}> {value}')})"

    def each(self, row: Row, value: str) -> str:
        """A triple of its own."""
        return self.one(row, value)

    def several(self, _row: Row) -> str:
        """Nothing: each value is stated already."""
        return ""

    def whole(self) -> str:
        """Lines that begin with the subject."""
        subject = self._subject()
        between = encoded(f" .\\n{subject} ")
        return f"{encoded(f'{subject} ')}, {between}.join(nt), b' .\\n'"

    def _subject(self) -> str:
        return f"<{literal(self._base)}{{iri}}>"
