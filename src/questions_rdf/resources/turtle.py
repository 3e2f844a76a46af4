"""A description as Turtle that is pleasant to read, like the files of a build."""

import re
from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox

from questions_rdf.prefixes import parted, prefix_of_namespace
from questions_rdf.resources.blocks import TYPE, Block, flat
from questions_rdf.resources.description import Description
from questions_rdf.resources.places import ONTOLOGY, relative
from questions_rdf.resources.statements import Literal, Statement, Value, is_blank
from questions_rdf.writers import TurtleWriter

_XSD = "http://www.w3.org/2001/XMLSchema#"
_BARE = {
    f"{_XSD}integer": re.compile(r"-?(?:0|[1-9][0-9]*)"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_UNUSUAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def turtle(description: Description) -> str:
    """The whole document."""
    spelling = _Spelling(None if description.iri == ONTOLOGY else description.base)
    written = [spelling.block(block) for block in flat(description.blocks)]
    header = TurtleWriter(description.base, tuple(sorted(spelling.used))).header()
    return header + "".join(written)


def line(statement: Statement, base: str) -> str:
    """One statement on a line; the prefixes of the house are understood."""
    spelling = _Spelling(base)
    term = "a" if statement.term == TYPE else spelling.name(statement.term)
    return f"{spelling.address(statement.subject)} {term} {spelling.value(statement.value)} ."


class _Spelling:
    """How terms are written, relative to a base if there is one, and which prefixes that took."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self.used: set[str] = set()

    def block(self, block: Block) -> str:
        lines = [f"a {', '.join(map(self.name, block.types))}"] if block.types else []
        lines += [f"{self.name(term)} {self._listed(values)}" for term, values in block.values]
        said = " ;\n    ".join(lines)
        return f"\n{self.address(block.subject)}\n    {said} .\n"

    def _listed(self, values: Iterable[Value]) -> str:
        return ",\n        ".join(map(self.value, values))

    def value(self, value: Value) -> str:
        """An IRI or a literal."""
        if isinstance(value, str):
            return self.name(value)
        if (bare := _BARE.get(value.datatype)) and bare.fullmatch(value.value):
            return value.value
        text = _quoted(value)
        if value.language:
            return f"{text}@{value.language}"
        if value.datatype == f"{_XSD}string":
            return text
        return f"{text}^^{self.name(value.datatype)}"

    def name(self, iri: str) -> str:
        """A prefixed name where there is one."""
        written, prefix = _named(iri, self._base)
        if prefix:
            self.used.add(prefix)
        return written

    def address(self, iri: str) -> str:
        """An IRI, relative to the base where that is sure to lead back."""
        return _addressed(iri, self._base)


@lru_cache(maxsize=8192)
def _named(iri: str, base: str | None) -> tuple[str, str | None]:
    """An IRI as it is written, and the prefix that this takes: the same few on many pages."""
    namespace, local = parted(iri)
    prefix = prefix_of_namespace().get(namespace)
    if prefix and _LOCAL.fullmatch(local):
        return f"{prefix}:{local}", prefix
    return _addressed(iri, base), None


def _addressed(iri: str, base: str | None) -> str:
    if is_blank(iri):
        return iri
    if base and (rest := relative(iri, base)):
        return f"<{rest}>"
    return str(ox.NamedNode(iri))


def _quoted(literal: Literal) -> str:
    """The text in quotes; over several lines if it has several."""
    if _UNUSUAL.search(literal.value):
        return str(ox.Literal(literal.value))
    text = literal.value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"""{text}"""' if "\n" in text else f'"{text}"'
