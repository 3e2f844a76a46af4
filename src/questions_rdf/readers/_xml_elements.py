"""One XML element as the raw object that the official JSON has for it.

Attributes become ``@name``, repeated elements a list, an element with text only its text. What
stands in an element that holds a published text is mark-up, escaped, in CDATA or as elements: it
becomes one string, its tags written out, as the JSON has it. The parser is expat; there is no
recursion, and no entity is ever expanded: a slice has no document type declaration.
"""

from typing import Any, NamedTuple
from xml.parsers import expat

_MAX_DEPTH = 200  # the mark-up of real tables nests some ten levels deep
_BLANKS = " \t\r\n"
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;"})


class MalformedError(ValueError):
    """This is no well-formed element; the message says why and in which of its lines."""


class _Open(NamedTuple):
    """An element that is being read: its fields so far, how many are attributes, its texts."""

    name: str
    fields: dict[str, Any]
    attributes: int
    texts: list[str]


def fields(text: str, markup: frozenset[str]) -> dict[str, Any]:
    """What the root element of ``text`` holds; ``markup`` names the elements of published texts.

    Raises:
        MalformedError: if it is not well-formed, or nested too deeply.
    """
    builder = _parsed(text, markup)
    if builder.mixed:  # what has text beside its elements is mark-up too
        builder = _parsed(text, markup | builder.mixed)
    (root,) = builder.top.fields.values()
    if isinstance(root, dict):
        return root
    return {"#text": root} if root else {}


def _parsed(text: str, markup: frozenset[str]) -> "_Builder":
    builder = _Builder(markup)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(text, True)  # noqa: FBT003  (takes no keyword)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise MalformedError(f"{reason}, line {error.lineno} of the question") from error
    return builder


class _Builder:
    """Makes raw objects of what the parser meets; the stack of open elements is its own."""

    def __init__(self, markup: frozenset[str]) -> None:
        self.top = _Open("", {}, 0, [])
        self.mixed: set[str] = set()
        self._markup = markup
        self._stack = [self.top]
        self._depth = 0
        self._written = 0  # how many elements are open in a published text, itself included

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise MalformedError("nested too deeply")
        name = tag.rpartition(":")[2] if ":" in tag else tag
        if self._written:
            self._written += 1
            self._stack[-1].texts.append(_opening(name, attributes))
            return
        stated = _attributes(attributes) if attributes else {}
        self._stack.append(_Open(name, stated, len(stated), []))
        if name in self._markup:
            self._written = 1

    def text(self, data: str) -> None:
        """Text, in mark-up or not, as it is."""
        self._stack[-1].texts.append(data)

    def end(self, tag: str) -> None:
        """An element is complete."""
        self._depth -= 1
        if self._written > 1:
            self._written -= 1
            _close(self._stack[-1].texts, tag.rpartition(":")[2])
            return
        self._written = 0
        name, fields, attributes, texts = self._stack.pop()
        text = "".join(texts).strip(_BLANKS) if texts else ""
        if text and fields:
            fields["#text"] = text
            if len(fields) > attributes + 1 and self._depth:
                self.mixed.add(name)
        _add(self._stack[-1].fields, name, fields or text)


def _opening(name: str, attributes: dict[str, str]) -> str:
    stated = (f' {key}="{value.translate(_ESCAPES)}"' for key, value in attributes.items())
    return f"<{name}{''.join(stated)}>"


def _close(pieces: list[str], name: str) -> None:
    """Write the end tag, unless the element is one that has none and is empty."""
    if name.lower() not in _VOID or not pieces[-1].startswith(f"<{name}"):
        pieces.append(f"</{name}>")


def _attributes(stated: dict[str, str]) -> dict[str, Any]:
    """The attributes as fields; declarations of namespaces and schemas say nothing of a question.

    ``nil`` and ``type`` may come with any prefix.
    """
    found = {}
    for key, value in stated.items():
        prefix, _, local = key.rpartition(":")
        if "xmlns" in (prefix, key) or local.endswith("chemaLocation"):
            continue
        found[f"@xsi:{local}" if prefix and local in ("nil", "type") else f"@{key}"] = value
    return found


def _add(filled: dict[str, Any], name: str, value: object) -> None:
    """What stands several times is a list."""
    if name not in filled:
        filled[name] = value
    elif isinstance(filled[name], list):
        filled[name].append(value)
    else:
        filled[name] = [filled[name], value]
