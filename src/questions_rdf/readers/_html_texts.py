"""The text that follows a heading of an HTML page, cut out with its mark-up.

A text is everything from its heading to the next label, whatever elements that crosses: the mark-up
of answers is broken often enough to close the element that it stands in.
"""

import html
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from questions_rdf.readers import _characters, _html_lines, _labels, _markup

_WRAPPERS = frozenset(
    "article blockquote body center div dd font html main quest questions rep reponse section span "
    "tbody td textes tr".split()
)
_SILENT = ",".join(sorted(_html_lines.SILENT))
# A text without a label behind it does not go on behind the end of one of these.
_CLOSED = frozenset("article body form main section table".split())

_HEADING = re.compile(r"texte de la (?:question|reponse) ?:?")
# A heading stands that many levels above its text at most: in a cell, in the row before.
_LEVELS = 5


class Text(NamedTuple):
    """A text in plain words, its mark-up if that says more, and the words found behind it."""

    plain: str
    html: str | None = None
    left: tuple[str, ...] = ()


def path_to(node: LexborNode | None) -> list[LexborNode]:
    """The node and all that it is in, innermost first."""
    path = []
    while node is not None:
        path.append(node)
        node = node.parent
    return path


def common_path(first: LexborNode, last: LexborNode) -> list[LexborNode]:
    """What holds both nodes, and so all between them: innermost first."""
    holders = {node.mem_id for node in path_to(last.parent)}
    return [node for node in path_to(first.parent) if node.mem_id in holders]


def is_below_a_heading(node: LexborNode) -> bool:
    """Whether a text has its heading just above it, and is closed: no other one is inside."""
    if _is_blank(node) or _HEADING.search(_folded(node)):
        return False
    above: LexborNode | None = node
    for _ in range(_LEVELS):
        before = above.prev if above else None
        while before is not None and _is_blank(before):
            before = before.prev
        if before is not None:
            return _HEADING.fullmatch(_folded(before)) is not None
        above = above.parent if above else None
    return False


def _folded(node: LexborNode) -> str:
    return _labels.folded(" ".join(node.text(deep=True).split()))


def text_after(start: LexborNode, rest: str, stop: LexborNode | None) -> Text:
    """The text behind ``start`` (and the ``rest`` of its words) up to ``stop``."""
    written = [html.escape(rest, quote=False)] if rest else []
    if stop is not None:
        return _text(written, list(_between(start, {node.mem_id for node in path_to(stop)})))
    nodes = list(_behind(start))
    end = _end_of_text(nodes)
    left = tuple(words for node in nodes[end:] if (words := _words_outside_links(node)))
    return _text(written, nodes[:end])._replace(left=left)


def _between(start: LexborNode, stops: AbstractSet[int]) -> Iterator[LexborNode]:
    """What stands between two nodes, in the largest pieces that hold neither."""
    node: LexborNode | None = start
    while node is not None:
        sibling = node.next
        while sibling is not None:
            if sibling.mem_id in stops:
                sibling = sibling.first_child
                node = None
                continue
            yield sibling
            sibling = sibling.next
        node = node.parent if node is not None else None


def _behind(start: LexborNode) -> Iterator[LexborNode]:
    """What follows a node on the first level where anything does."""
    node: LexborNode | None = start
    while node is not None and node.tag not in _CLOSED:
        found, sibling = False, node.next
        while sibling is not None:
            found = found or not (_is_blank(sibling) and sibling.tag in ("-text", "br"))
            yield sibling
            sibling = sibling.next
        node = None if found else node.parent


def _end_of_text(nodes: list[LexborNode]) -> int:
    """Where the elements of the page begin again: those of texts have no class, or all the same.

    What spills out of the element of a text, because its mark-up closes that, has none.
    """
    first = next((node for node in nodes if node.is_element_node or not _is_blank(node)), None)
    for index, node in enumerate(nodes):
        if first is not None and node.mem_id != first.mem_id and node.is_element_node:
            named = not node.attributes.keys().isdisjoint(("class", "id"))
            if named and _signature(node) != _signature(first):
                return index
    return len(nodes)


def _signature(node: LexborNode) -> tuple[str | None, str | None]:
    return node.tag, node.attributes.get("class") if node.is_element_node else None


def _words_outside_links(node: LexborNode) -> str:
    """Links lead elsewhere in the site; other words might be of the text."""
    words = " ".join(node.text(deep=True).split())
    links = "".join(link.text(deep=True) for link in node.css("a")) if words else ""
    return words if len("".join(links.split())) < len(words.replace(" ", "")) else ""


def _is_blank(node: LexborNode) -> bool:
    if node.tag == "-text":
        return not (node.text_content or "").strip()
    silent = node.is_comment_node or node.tag in _html_lines.SILENT
    return silent or not node.text(deep=True).strip()


def _text(written: list[str], pieces: list[LexborNode]) -> Text:
    """The pieces as one fragment, out of the elements that only hold the text."""
    spoken = _spoken(pieces)
    while not written and len(spoken) == 1 and _holds_a_text(spoken[0]):
        pieces = list(spoken[0].iter(include_text=True))
        spoken = _spoken(pieces)
    first = spoken[0].mem_id if spoken else 0
    kept = {node.mem_id for node in spoken}
    written.extend(
        _mark_up(node, first=node.mem_id == first)
        for node in pieces
        if node.mem_id in kept or node.tag in ("-text", "br")
    )
    fragment = _characters.without_illegal("".join(written))[0].strip()
    # Line feeds in the source of a page are spaces.
    plain = _markup.plain_text(fragment.replace("\n", " "))
    return Text(plain, _markup.sanitised_html(fragment))


def _spoken(nodes: list[LexborNode]) -> list[LexborNode]:
    return [node for node in nodes if not _is_blank(node)]


def _holds_a_text(node: LexborNode) -> bool:
    return node.tag in _WRAPPERS or _is_layout(node)


def _is_layout(node: LexborNode) -> bool:
    """A paragraph of the page, not of the text: those bear no class."""
    return node.tag == "p" and "class" in node.attributes


def _mark_up(node: LexborNode, *, first: bool) -> str:
    if node.first_child is not None and any(True for _ in node.iter()):
        for silent in node.css(_SILENT)[::-1]:  # from the end: what is inside another goes first
            silent.decompose()
    inside = (node.inner_html or "") if _is_layout(node) else None
    if inside is None:
        return node.html or ""
    return inside if first else f"<p>{inside}</p>"
