"""The words of an HTML page in lines and cells, each with the node that it comes from.

A block is a paragraph of its own, a cell of a table is set off by a tab; no-break spaces are spaces
here, where only labels, values and headings count.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from questions_rdf.readers import _html_address

_SPACE, _BREAK, _BLOCK, _CELL, _ROW = 1, 2, 3, 4, 5
_SEPARATORS = ("", " ", "\n", "\n\n", "\t", "\n\n")
_LEVELS = {
    **dict.fromkeys(
        "address article blockquote body center dd details dialog div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section "
        "summary ul".split(),
        _BLOCK,
    ),
    **dict.fromkeys("caption table tbody tfoot thead tr".split(), _ROW),
    **dict.fromkeys(("td", "th"), _CELL),
    "br": _BREAK,
}
# Menus are long, and lists: without any of these signs no list says a thing about a question.
_LISTS = frozenset(("ul", "ol", "menu"))
_MENU = 400
_SAYS_SOMETHING = ":>°()"
# Where the layouts have their texts, and here and there a button or a line of key data.
_TEXT_CLASSES = {
    "div": frozenset(("contenutexte", "reponse_contenu")),
    "p": frozenset(("_pa-small",)),
}
_HEADINGS = frozenset("h1 h2 h3 h4 h5".split())
_OF_THE_HEAD = frozenset(("link", "meta"))
_PARTICULAR = frozenset(("a", *_TEXT_CLASSES, *_LISTS, *_HEADINGS, *_OF_THE_HEAD))
# Elements that stand beside each other without a space between, and are read as apart.
_APART = frozenset(("span", "a", "strong", "b", "time", "label"))
SILENT = frozenset(
    "audio button canvas dialog embed iframe img input map noscript object picture script select "
    "style svg template textarea video".split()
)
"""What has no words of the page."""
AROUND = frozenset(("nav", "footer", "aside"))
"""What stands around a page."""
OPAQUE = "\ufffc"
"""Stands for an element that is known to be a text, and is not looked into."""

_LEGISLATURE = re.compile(r"\w{1,6} ?\w{0,3} l[ée]gislature", re.IGNORECASE)
_BRACKETED_END = re.compile(r" (?=\([^()]*\)$)")


class Lines(NamedTuple):
    """Words, where each piece of them begins, and the node that it comes from.

    ``spans`` says from which to which piece the words of each block go, by the block's ``mem_id``;
    ``ends``, where these pieces end. ``opaque`` are the ``mem_id`` of the texts that are one sign.
    """

    text: str
    starts: list[int]
    nodes: list[LexborNode]
    ends: list[int]
    spans: dict[int, tuple[int, int]]
    headings: list[LexborNode]
    opaque: set[int]
    acteurs: dict[str, str]
    linked: set[str]
    of_the_head: list[LexborNode]

    def chunk_at(self, position: int) -> int:
        """Which piece holds the sign at ``position``."""
        return max(0, bisect_right(self.starts, position) - 1)

    def node_at(self, position: int) -> LexborNode:
        """The node that the sign at ``position`` comes from."""
        return self.nodes[self.chunk_at(position)]

    def span_of(self, node: LexborNode) -> tuple[int, int] | None:
        """From where to where the words of a node go, if that is a block."""
        span = self.spans.get(node.mem_id)
        return (self.ends[span[0]], self.ends[span[1]]) if span else None

    def rest_of_chunk(self, position: int) -> str:
        """What stands between ``position`` and the end of the piece that begins before it."""
        following = self.chunk_at(position - 1) + 1
        end = self.starts[following] if following < len(self.starts) else len(self.text)
        return self.text[position:end].strip()


class _Writer:
    """Gathers the pieces, with the strongest separator that was met between two of them.

    Separators and words are pieces in turn; what their lengths add up to is worked out at the end.
    """

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.nodes: list[LexborNode] = []
        self.headings: list[LexborNode] = []
        self.opaque: set[int] = set()
        self.acteurs: dict[str, str] = {}
        self.linked: set[str] = set()
        self.of_the_head: list[LexborNode] = []
        self.gap = 0

    def apart(self, level: int) -> None:
        if level > self.gap:  # noqa: PLR1730  (70 times a page: half the time of a call to max)
            self.gap = level

    def write(self, words: str, node: LexborNode) -> None:
        self.pieces += (_SEPARATORS[self.gap] if self.pieces else "", words)
        self.nodes.append(node)
        self.gap = 0

    def write_text(self, node: LexborNode) -> None:
        raw = node.text_content or ""
        words = " ".join(raw.split())
        if not words:
            self.gap = self.gap or (_SPACE if raw else 0)
            return
        if not self.gap and raw[0].isspace():
            self.gap = _SPACE
        # The pages of oral questions before the 13th legislature have a heading of their own.
        self.write("Texte de la réponse" if words == "DEBAT :" else words, node)
        if raw[-1].isspace():
            self.gap = _SPACE

    def lines(self, spans: dict[int, tuple[int, int]]) -> Lines:
        ends = list(accumulate(map(len, self.pieces), initial=0))
        return Lines(
            "".join(self.pieces),
            ends[1::2],
            self.nodes,
            ends,
            spans,
            self.headings,
            self.opaque,
            self.acteurs,
            self.linked,
            self.of_the_head,
        )


def lines_of(
    root: LexborNode, skipped: AbstractSet[str], is_text: Callable[[LexborNode], bool]
) -> Lines:
    """The lines under ``root``, a block; ``is_text`` tells whether an element is opaque.

    The stack is the function's own: broken pages nest deeper than Python recurses. A tuple on it is
    the end of a block: how far that is apart from what follows, which one it is, where it began.
    From sibling to sibling is half the way of lists of children.
    """
    writer = _Writer()
    spans: dict[int, tuple[int, int]] = {}
    stack: list[LexborNode | tuple[int, int, int]] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            level, block, start = node
            writer.apart(level)
            spans[block] = (start, len(writer.pieces))
            continue
        if node is not root and (following := node.next) is not None:
            stack.append(following)
        tag = node.tag or "-"
        if tag == "-text":
            writer.write_text(node)
            continue
        if tag in skipped or tag[0] in "-_!":
            continue
        if tag in _PARTICULAR and _is_dealt_with(writer, node, tag, is_text):
            continue
        if level := _LEVELS.get(tag, 0):
            writer.apart(level)
            stack.append((level, node.mem_id, len(writer.pieces)))
        elif not writer.gap:
            writer.gap = _glue(writer, tag)
        if (first := node.first_child) is not None:
            stack.append(first)
    return writer.lines(spans)


def _is_dealt_with(
    writer: _Writer, node: LexborNode, tag: str, is_text: Callable[[LexborNode], bool]
) -> bool:
    """Whether there is nothing to be read in an element, or it was read."""
    if tag in _TEXT_CLASSES:
        return _is_opaque(writer, node, _TEXT_CLASSES[tag], is_text)
    if tag == "a":
        return _is_known_link(writer, node)
    if tag in _LISTS:
        text = node.text(deep=True)
        return len(text) > _MENU and not any(sign in text for sign in _SAYS_SOMETHING)
    (writer.headings if tag in _HEADINGS else writer.of_the_head).append(node)
    return False


def _is_opaque(
    writer: _Writer,
    node: LexborNode,
    classes: AbstractSet[str],
    is_text: Callable[[LexborNode], bool],
) -> bool:
    """Whether an element is known to be a text, and was written as one sign."""
    named = node.attributes.get("class")
    if named is None or classes.isdisjoint(named.lower().split()) or not is_text(node):
        return False
    writer.opaque.add(node.mem_id)
    writer.apart(_BLOCK)
    writer.write(OPAQUE, node)
    writer.apart(_BLOCK)
    return True


def _glue(writer: _Writer, tag: str) -> int:
    """How far an element inside a line is apart from what stands before it."""
    return _SPACE if tag in _APART and writer.pieces and writer.pieces[-1][-1].isalnum() else 0


def _is_known_link(writer: _Writer, node: LexborNode) -> bool:
    """Whether a link was dealt with: to a deputy, to another question, to a legislature.

    The words of the last two are of other pages. ``Mme Camille Exemple (Jura)`` in a link is a
    name, and a line of its own.
    """
    address = node.attributes.get("href") or ""
    identifier = _html_address.acteur(address)
    if identifier is None:
        if _html_address.question(address) is not None:
            writer.linked.add(address)
            return True
        words = node.text(deep=True)
        return "gislature" in words and _LEGISLATURE.fullmatch(" ".join(words.split())) is not None
    words = " ".join(node.text(deep=True).split())
    if words:
        name = _BRACKETED_END.split(words)[0]
        for prefix in ("", "M. ", "Mme ", "Mlle "):
            writer.acteurs.setdefault(prefix + name, identifier)
        writer.apart(_glue(writer, "a"))
        writer.write(_BRACKETED_END.sub("\n\n", words), node)
    return True
