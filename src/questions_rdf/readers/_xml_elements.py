"""One XML element as the raw object that the official JSON has for it.

Attributes become ``@name``, repeated elements a list, an element with text only its text. Text with
elements in it is mark-up, and so is whatever stands in an element that holds a published text: it
becomes one string, its tags written out, as the JSON has it. The parser is expat; there is no
recursion, and no entity is ever expanded: a slice has no document type declaration.
"""

from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

_MAX_DEPTH = 200  # the mark-up of real tables nests some ten levels deep
_BLANKS = " \t\r\n"
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;"})


class MalformedError(ValueError):
    """This is no well-formed element; the message says why and in which of its lines."""


class _Element:
    """An element, with its texts and child elements in order."""

    __slots__ = ("attributes", "name", "parts")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.parts: list[str | _Element] = []

    @property
    def children(self) -> list["_Element"]:
        return [part for part in self.parts if not isinstance(part, str)]


def fields(text: str, markup: frozenset[str]) -> dict[str, Any]:
    """What the root element of ``text`` holds; ``markup`` names the elements of published texts.

    Raises:
        MalformedError: if it is not well-formed, or nested too deeply.
    """
    root = _parsed(text)
    found: dict[str, Any] = {}
    pending = [(root, found)]
    while pending:
        element, filled = pending.pop()
        filled.update(_attributes(element))
        for child in element.children:
            inner = _text(child, markup)
            if inner is None:
                nested: dict[str, Any] = {}
                pending.append((child, nested))
                _add(filled, child.name, nested)
            else:
                _add(filled, child.name, _leaf(_attributes(child), inner))
        if stated := "".join(_texts(element)).strip(_BLANKS):  # of the root, which has elements
            filled["#text"] = stated
    return found


def _parsed(text: str) -> _Element:
    """The tree of ``text``.

    Raises:
        MalformedError: if it is not well-formed, or nested too deeply.
    """
    top = _Element("", {})
    stack = [top]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > _MAX_DEPTH:
            raise MalformedError("nested too deeply")
        element = _Element(name.rpartition(":")[2], attributes)
        stack[-1].parts.append(element)
        stack.append(element)

    def end(_name: str) -> None:
        stack.pop()

    def characters(data: str) -> None:
        stack[-1].parts.append(data)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(text, True)  # noqa: FBT003  (takes no keyword)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise MalformedError(f"{reason}, line {error.lineno} of the question") from error
    return top.children[0]


def _text(element: _Element, markup: frozenset[str]) -> str | None:
    """The element as text; ``None`` if it is made of elements."""
    children = element.children
    if not children:
        return "".join(_texts(element)).strip(_BLANKS)
    if element.name in markup or any(not text.isspace() for text in _texts(element)):
        return _inner_markup(element).strip(_BLANKS)
    return None


def _texts(element: _Element) -> Iterable[str]:
    return (part for part in element.parts if isinstance(part, str))


def _inner_markup(element: _Element) -> str:
    """What stands between the tags of ``element``, its text as it is: that is mark-up already."""
    pieces: list[str] = []
    stack = element.parts[::-1]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        values = (f' {key}="{value.translate(_ESCAPES)}"' for key, value in part.attributes.items())
        pieces.append(f"<{part.name}{''.join(values)}>")
        if part.parts or part.name.lower() not in _VOID:
            stack.append(f"</{part.name}>")
            stack.extend(part.parts[::-1])
    return "".join(pieces)


def _attributes(element: _Element) -> dict[str, Any]:
    """The attributes as fields; declarations of namespaces and schemas say nothing of a question.

    ``nil`` and ``type`` may come with any prefix.
    """
    found = {}
    for key, value in element.attributes.items():
        prefix, _, local = key.rpartition(":")
        if "xmlns" in (prefix, key) or local.endswith("chemaLocation"):
            continue
        found[f"@xsi:{local}" if prefix and local in ("nil", "type") else f"@{key}"] = value
    return found


def _leaf(attributes: dict[str, Any], text: str) -> object:
    if not attributes:
        return text
    return {**attributes, "#text": text} if text else attributes


def _add(filled: dict[str, Any], name: str, value: object) -> None:
    """What stands several times is a list."""
    if name not in filled:
        filled[name] = value
    elif isinstance(filled[name], list):
        filled[name].append(value)
    else:
        filled[name] = [filled[name], value]
