"""Mark-up to plain text with its paragraphs; sanitised mark-up where plain text loses structure.

The texts of the open data are fragments of HTML, often broken: a stray ``</p>`` at the start of
every question to the Government, unquoted attributes, tables whose attributes do not close. An
HTML5 parser reads them as a browser would.
"""

import re
from collections import Counter
from collections.abc import Iterator

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from questions_rdf.readers import _characters

_BLOCKS = frozenset(
    "address article blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr main nav ol p pre section table ul".split()
)
_OPENINGS = {"tr": "\n", "caption": "\n", "li": "\n- "}
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(("script", "style", "template", "noscript", "iframe", "head", "title"))

_BREAKING = re.compile(r"<\s*/?\s*(?:br|p|div|table|tr|li|h[1-6]|center)\b", re.IGNORECASE)
_STRUCTURED = re.compile(r"<\s*(?:table|ul|ol)\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d|#[xX]|[a-zA-Z])")
_SIMPLE_TAG = re.compile(
    r"</?(?:(br)|(p)|strong|em|i|b|u|a|sup|sub|span|font)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<[a-zA-Z/!?]")

# "un taux <seuil et": a browser takes all up to the next ">" for a tag, and the words are gone. A
# tag that the end of the text cuts ("<b", met in real records) is no such word.
_UNCLOSED = re.compile(
    r"<(?!(?:a|b|i|u|p|em|br|hr|sup|sub|span|font|strong|div|center|table|t[drh]|ul|ol|li|h\d)\b)"
    r"(?=[a-zA-Z]++[^a-zA-Z<>][^<>]*+(?:<|\Z))"
)
_NAMED_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>?")
_CELL_TAG = re.compile(r"<t[dh]\b[^<>]*>?", re.IGNORECASE)
_BREAKING_TAG = re.compile(rf"{_BREAKING.pattern}[^<>]*>?", re.IGNORECASE)
_LEFT_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")
_VOID = frozenset("br hr img input wbr col meta link area base embed source track".split())
# What a parser does at most, in tags times tags left open (the largest real answer: 20,000).
_MOST_WORK = 4_000_000
# ammonia's time grows with the square of the number of "&".
_MOST_REFERENCES = 50_000

_KEPT_TAGS = frozenset(
    "table caption thead tbody tfoot tr th td ul ol li p br em strong i b u sup sub".split()
)
_KEPT_ATTRIBUTES = {"td": {"rowspan", "colspan"}, "th": {"rowspan", "colspan"}}


def plain_label(text: str) -> str:
    """A one-line label with its character references decoded and any tag removed."""
    if not _is_marked(text):
        return text
    return plain_text(text) if "<" in text else _characters.unescaped(text)


def plain_text(text: str) -> str:
    """The text without mark-up: paragraphs apart by a blank line, lines of a list or table by one.

    No-break spaces stay. A text without any mark-up that breaks lines keeps its own line breaks.
    """
    if not _is_marked(text):
        return _tidy(_unix_lines(text))
    if "<" not in text:  # 70 µs with what follows, 25 without
        return _tidy(_characters.unescaped(_unix_lines(text).replace("\f", " ")))
    text = _UNCLOSED.sub("&lt;", text)
    if not _BREAKING.search(text):
        text = _unix_lines(text).replace("\n", "<br>")
    simple = _SIMPLE_TAG.sub(_simple_mark, _one_white(text))
    if not _ANY_TAG.search(simple):
        return _tidy(_characters.unescaped(simple))
    if is_tangled(text):
        return _tidy(_characters.unescaped(untangled(text)))
    body = LexborHTMLParser(text).body
    # A browser lets some references to control characters stand; no literal may.
    pieces = "".join(_pieces(body)) if body is not None else ""
    return _tidy(_characters.without_illegal(pieces)[0])


def _is_marked(text: str) -> bool:
    return ("<" in text and _ANY_TAG.search(text) is not None) or (
        "&" in text and _REFERENCE.search(text) is not None
    )


def sanitised_html(text: str) -> str | None:
    """The mark-up that plain text would lose (tables, lists), made safe; ``None`` if there is none.

    Scripts, styles, event handlers, links and presentation are taken out by ammonia (nh3).
    """
    if (
        "<" not in text
        or not _STRUCTURED.search(text)
        or text.count("&") > _MOST_REFERENCES
        or is_tangled(text)
    ):
        return None
    cleaned = nh3.clean(
        _UNCLOSED.sub("&lt;", text),
        tags=set(_KEPT_TAGS),
        attributes={tag: set(names) for tag, names in _KEPT_ATTRIBUTES.items()},
        attribute_filter=_leading_digits,
        link_rel=None,
    )
    return _characters.without_illegal(cleaned)[0].strip()


def _leading_digits(_tag: str, _name: str, value: str) -> str | None:
    """``2"`` (from ``rowspan=2">``) as a browser reads it: 2."""
    match = re.match(r"\s*(\d{1,4})", value)
    return match[1] if match else None


def is_tangled(text: str) -> bool:
    """Whether so many tags are left open that a parser would take minutes, or all the memory.

    The HTML standard makes it open them all again in each further block.
    """
    tags = text.count("<")
    if tags * tags <= _MOST_WORK or tags * (tags - text.count("</")) <= _MOST_WORK:
        return False  # however they nest; true of nearly every page, and quickly seen
    still_open: Counter[str] = Counter()
    count = total = deepest = 0
    for match in _NAMED_TAG.finditer(text):
        count += 1
        closing, tag = match[1], match[2].lower()
        if tag in _VOID:
            continue
        if not closing:
            still_open[tag] += 1
            total += 1
            deepest = max(deepest, total)
            if count * deepest > _MOST_WORK:
                return True
        elif still_open[tag]:
            still_open[tag] -= 1
            total -= 1
    return count * deepest > _MOST_WORK


def untangled(text: str) -> str:
    """The words of such a text, its tags cut out one by one."""
    lines = _BREAKING_TAG.sub("\n", _CELL_TAG.sub(" | ", _spaced(text)))
    return _LEFT_TAG.sub("", lines)


def _simple_mark(match: re.Match[str]) -> str:
    """The fast path, 20 times the parser: texts with only line breaks, paragraphs and emphasis."""
    if match[1]:
        return "\n"
    return "\n\n" if match[2] else ""


def _pieces(root: LexborNode) -> Iterator[str]:
    """The text under ``root`` with its breaks; inside a table cell they are spaces.

    The stack is the function's own: broken input nests deeper than Python recurses.
    """
    stack: list[LexborNode | str | None] = [root]
    cells = 0
    while stack:
        node = stack.pop()
        if node is None:
            cells -= 1
        elif isinstance(node, str):
            yield " " if cells else node
        elif node.tag == "-text":
            yield _spaced(node.text_content or "")
        elif node.tag == "br":
            yield " " if cells else "\n"
        elif node.tag in _CELLS:
            yield " | " if _follows_a_cell(node) else ""
            cells += 1
            stack.append(None)
            stack.extend(_children(node))
        elif node.tag and node.tag not in _SILENT and not node.tag.startswith(("-", "_", "!")):
            block = node.tag in _BLOCKS
            opening = "\n\n" if block else _OPENINGS.get(node.tag, "")
            yield " " if cells and opening else opening
            stack.extend(("\n\n", *_children(node)) if block else _children(node))


def _children(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=True))[::-1]


def _follows_a_cell(node: LexborNode) -> bool:
    sibling = node.prev
    while sibling is not None and sibling.tag not in _CELLS:
        sibling = sibling.prev
    return sibling is not None


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _spaced(text: str) -> str:
    """White space as HTML means it: any run is one space; no-break spaces are none."""
    return _squeezed(_one_white(text))


def _one_white(text: str) -> str:
    """``text`` with spaces for all white space of HTML."""
    for white in "\t\n\r\f":
        text = text.replace(white, " ")
    return text


def _squeezed(text: str) -> str:
    """``text`` with no two spaces in a row; ``replace`` is 10 times faster than ``re`` here.

    From the end it takes 4 µs a question to see that there are none, from the beginning 6.
    """
    while text.rfind("  ") >= 0:
        text = text.replace("  ", " ")
    return text


def _tidy(text: str) -> str:
    """One blank line between paragraphs, none at the ends, no spaces around line breaks."""
    lines = _squeezed(text.replace("\t", " "))
    if "\n" in lines:  # one sign is found 50 times as fast as two
        lines = lines.replace(" \n", "\n").replace("\n ", "\n")
        while "\n\n\n" in lines:
            lines = lines.replace("\n\n\n", "\n\n")
    return lines.strip(" \n")
