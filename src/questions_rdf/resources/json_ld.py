"""A description as JSON-LD, with the keys of our context; answers and events in their question."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

import msgspec

from questions_rdf.files import data_folder
from questions_rdf.prefixes import expanded, house_prefixes, parted, prefix_of_namespace
from questions_rdf.resources.blocks import Block
from questions_rdf.resources.description import Description
from questions_rdf.resources.places import ONTOLOGY, relative
from questions_rdf.resources.statements import Literal, Statement, Value
from questions_rdf.writers import JsonLdWriter

_XSD = "http://www.w3.org/2001/XMLSchema#"
_STRING, _INTEGER, _BOOLEAN = f"{_XSD}string", f"{_XSD}integer", f"{_XSD}boolean"
_ID = "@id"
# Larger ones do not survive parsers that take every number for a double.
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_INDENT = "\n    "
BEGINNING = Statement("urn:x-document:first", expanded("rdf:type"), "urn:x-document:Beginning")
"""What stands between documents that are read together, and in none of them."""
_BEGINNING = msgspec.json.encode({_ID: BEGINNING.subject, "@type": BEGINNING.value})


def json_ld(description: Description) -> str:
    """The whole document."""
    spelling = _Spelling(None if description.iri == ONTOLOGY else description.base)
    objects = [
        msgspec.json.format(msgspec.json.encode(spelling.object(block)), indent=2).decode()
        for block in description.blocks
    ]
    inside = JsonLdWriter.SEPARATOR.join(one.replace("\n", _INDENT) for one in objects)
    header, footer = _around(description.base)
    return header + inside + footer


def together(documents: Iterable[bytes], base: str) -> bytes:
    """Documents of ours as one, with one context; each begins with the triple :data:`BEGINNING`.

    Raises:
        ValueError: if one of them does not begin and end as ours do.
    """
    header, footer = (one.encode() for one in _around(base))
    inside: list[bytes] = []
    for one in documents:
        if not (one.startswith(header) and one.endswith(footer)):
            raise ValueError("no document with our context")
        inside += (_BEGINNING, one[len(header) : -len(footer)])
    return header + JsonLdWriter.SEPARATOR.encode().join(inside) + footer


@lru_cache(maxsize=16)
def _around(base: str) -> tuple[str, str]:
    """What stands before and behind the objects: the same for all pages."""
    writer = JsonLdWriter(base)
    return writer.header(), writer.footer()


class _Spelling:
    """How subjects, keys and values are written, relative to the base if there is one."""

    def __init__(self, base: str | None) -> None:
        self._base = base

    def object(self, block: Block) -> dict[str, Any]:
        """A subject with everything inside it."""
        found: dict[str, Any] = {}
        if block.types:
            found["@type"] = [_term(one) for one in block.types]
        found[_ID] = _address(block.subject, self._base)
        for term, values in block.values:
            self._add(found, term, values, block.parts.get(term, ()))
        return found

    def _add(
        self, to: dict[str, Any], term: str, values: tuple[Value, ...], parts: Sequence[Block]
    ) -> None:
        """The values of a property, each under the key that means it."""
        inside = {part.subject: part for part in parts}
        by_key: dict[str, list[Any]] = {}
        for value in values:
            if isinstance(value, str) and value in inside:
                by_key.setdefault(_key(term, _ID), []).append(self.object(inside[value]))
            else:
                key, written = self._written(term, value)
                by_key.setdefault(key, []).append(written)
        for key, items in by_key.items():
            to[key] = items[0] if len(items) == 1 else items

    def _written(self, term: str, value: Value) -> tuple[str, Any]:
        if isinstance(value, str):
            name = _name(value, self._base)
            if key := _keys().get((term, _ID)):
                return key, name
            return _term(term), {_ID: name}
        coercion = f"@{value.language}" if value.language else value.datatype
        if key := _keys().get((term, coercion)):
            return key, _bare(value)
        return _term(term), _explicit(value)


def _key(term: str, coercion: str) -> str:
    return _keys().get((term, coercion)) or _term(term)


@lru_cache(maxsize=8192)
def _name(iri: str, base: str | None) -> str:
    """An IRI as a value: prefixed, relative or in full."""
    name = _term(iri)
    return _address(iri, base) if name == iri else name


def _address(iri: str, base: str | None) -> str:
    return (relative(iri, base) if base else None) or iri


@lru_cache(maxsize=4096)
def _term(iri: str) -> str:
    """An IRI as a key or a class, which are never relative."""
    namespace, local = parted(iri)
    prefix = prefix_of_namespace().get(namespace)
    return f"{prefix}:{local}" if prefix in _prefixes() and _LOCAL.fullmatch(local) else iri


def _explicit(value: Literal) -> dict[str, Any]:
    """A value that says itself what it is."""
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == _STRING:
        return {"@value": value.value}
    return {"@value": value.value, "@type": _term(value.datatype)}


def _bare(value: Literal) -> Any:  # noqa: ANN401  (text, a number or a truth value)
    """A value of which the context says the type."""
    if value.datatype == _INTEGER and _NUMBER.fullmatch(value.value):
        return int(value.value)
    if value.datatype == _BOOLEAN and value.value in {"true", "false"}:
        return value.value == "true"
    return value.value


@cache
def _context() -> dict[str, Any]:
    text = (data_folder("ontology") / "context.jsonld").read_bytes()
    found: dict[str, Any] = msgspec.json.decode(text)["@context"]
    return found


@cache
def _prefixes() -> dict[str, str]:
    """The prefixes of the context, which are some of the house's."""
    return {name: iri for name, iri in house_prefixes().items() if _context().get(name) == iri}


@cache
def _keys() -> dict[tuple[str, str], str]:
    """Property and datatype, ``@id`` or ``@language``: the key that stands for both."""
    found = {}
    for key, meaning in _context().items():
        if isinstance(meaning, dict):
            language = meaning.get("@language")
            coercion = f"@{language}" if language else _full(meaning.get("@type", "xsd:string"))
            found[_full(meaning[_ID]), coercion] = key
    return found


def _full(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return _prefixes()[prefix] + local if colon else name
