"""From the DOM of a question page to a page of labelled values, with its texts cut out.

The layouts of thirty years differ in their elements, not in their labels. What a page is about is
the smallest element that holds its labels; menus, banners and footers are outside it. The heading
and the number may stand above it.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from questions_rdf import catalogue
from questions_rdf.documents import DocumentError
from questions_rdf.problems import Origin
from questions_rdf.readers import (
    _characters,
    _html_identity,
    _html_lines,
    _html_rest,
    _html_source,
    _html_texts,
    _markup,
    _page_identity,
)
from questions_rdf.readers._html_lines import Lines
from questions_rdf.readers._html_rest import Rest
from questions_rdf.readers._html_texts import Text
from questions_rdf.readers._labels import Label, Match
from questions_rdf.readers._page import Page, Value
from questions_rdf.records import Texte

_BODIES = (Label.TEXTE_QUESTION, Label.TEXTE_REPONSE)
# The labels that nothing but a question has: between them lies what a page is about.
_PARTICULAR = frozenset(Label) - {
    Label.LEGISLATURE,
    Label.TITRE,
    Label.CIRCONSCRIPTION,
    Label.RUBRIQUE,
    Label.ANALYSE,
    Label.CAUSE,
    Label.SECTION,
}
_LONG = 400
# Words that the site puts on buttons and links; a line of nothing else says nothing of a question.
_FURNITURE = re.compile(
    r"(?:être alerté(?:\(?e\)?)? de la réponse|partager(?: .{0,60})?|imprimer"
    r"|(?:télécharger|exporter|écouter|afficher|copier le lien)(?: .{0,60})?|haut de page"
    r"|retour (?:en haut|à|au|aux)\b.{0,60}|version (?:pdf|html|xml|word|imprimable)"
    r"|facebook|twitter|linkedin|whatsapp|bluesky|mastodon|courriel|e-?mail|pdf|xml|x"
    r"|question (?:précédente|suivante)|accueil|fermer)[ |.:]*(?=[\t\n]|\Z)",
    re.IGNORECASE,
)
_MENTION = re.compile("question", re.IGNORECASE)


class HtmlPage(Page):
    """A page whose texts keep their mark-up. The DOM keeps no line numbers."""

    def __init__(
        self,
        text: str,
        origin: Origin,
        acteurs: Mapping[str, str],
        matches: Sequence[Match] = (),
    ) -> None:
        super().__init__(text, origin, acteurs, matches=matches)
        self.textes: dict[Label, list[Text]] = {}
        self.headings: frozenset[str] = frozenset()

    def at(self, position: int) -> Origin:  # noqa: ARG002
        """The page: where in its mark-up a position lies is not known."""
        return self.origin

    def texts(self, body: Label) -> Iterator[tuple[int, Texte]]:
        """The text below each heading of that kind; a copy (for small screens) is none."""
        seen = set[str]()
        for index, text in zip(self.places(body), self.textes.get(body, ()), strict=False):
            if text.plain and text.plain not in seen:
                seen.add(text.plain)
                yield index, Texte(text.plain, text.html)

    def header(self, alone: Callable[[str], bool] = lambda _: False) -> list[Value]:
        """The headings above the first label, if there are any: what else is there is no title.

        Number and title may share one: ``Question écrite n° 12 : Prix du sable``.
        """
        found = super().header(alone)
        kept = [value for value in found if value.text in self.headings]
        titles = [value for value in kept if not _page_identity.says_no_more(value.text)]
        if not titles:
            return found
        parts = ((value.origin, _html_identity.numbered_parts(value.text)) for value in kept)
        return [Value(part, origin) for origin, found in parts for part in found]


def page_of(source: _html_source.Source, name: str, origin: Origin) -> Page | None:
    """The page, or ``None`` where it is not that of a question.

    Args:
        source: its mark-up.
        name: what its file is called: the last thing to be believed on which question it is.
        origin: the document.

    Raises:
        DocumentError: if its words are more than any page can have.
    """
    if not _MENTION.search(source.html):
        return None
    if _markup.is_tangled(source.html):
        return _tangled_page(source, name, origin)
    parser = LexborHTMLParser(source.utf8)
    if parser.body is None:
        return None
    for around in (_html_lines.AROUND, frozenset[str]()):  # an unclosed menu holds the whole page
        everything = _everything(parser.body, origin, _html_lines.SILENT | around)
        own = [*source.addresses, *_own_addresses(parser, everything.lines)]
        if _is_question(everything.page, own):
            return _question_page(everything, own, name, source)
    return None


class _Everything(NamedTuple):
    """The lines of the whole page, and the same as a page, texts included."""

    lines: Lines
    page: Page


def _everything(body: LexborNode, origin: Origin, skipped: frozenset[str]) -> _Everything:
    lines = _without_furniture(_html_lines.lines_of(body, skipped, _is_whole_text))
    if len(lines.text) > _characters.MAX_TEXT:
        code, limit = catalogue.PAGE_TROP_LONGUE, _characters.MAX_TEXT
        raise DocumentError(code.at(origin, length=len(lines.text), limit=limit))
    return _Everything(lines, HtmlPage(lines.text, origin, lines.acteurs))


def _is_whole_text(node: LexborNode) -> bool:
    """Whether an element is nothing but a text: a long one is, a short one below its heading."""
    if len(node.text(deep=True)) > _LONG:
        return True
    pieces = map(str.strip, node.text(deep=True, separator="\n").split("\n"))
    return _html_texts.is_below_a_heading(node) and not any(map(_FURNITURE.fullmatch, pieces))


def _without_furniture(lines: Lines) -> Lines:
    """The lines with those blank that are buttons; these leave the page itself as well.

    Every piece goes once, and nothing refers to it any more: its memory is no longer there.
    """
    gone: set[int] = set()
    pieces, end = [], 0
    for start in lines.starts:
        begins = start >= end and (not start or lines.text[start - 1] in "\n\t")
        if begins and (match := _FURNITURE.match(lines.text, start)):
            gone.update(range(lines.chunk_at(start), lines.chunk_at(match.end() - 1) + 1))
            pieces += [lines.text[end:start], " " * len(match[0])]
            end = match.end()
    text = "".join((*pieces, lines.text[end:]))
    for index in gone:
        lines.nodes[index].decompose()
    kept = [index for index in range(len(lines.nodes)) if index not in gone]
    starts, nodes = [lines.starts[i] for i in kept], [lines.nodes[i] for i in kept]
    return lines._replace(text=text, starts=starts, nodes=nodes) if gone else lines


def _is_question(page: Page, own: Iterable[str]) -> bool:
    """The heading of a text; or two labels and a number or an address. Lists have many labels."""
    labels = {match.label for match in page.matches}
    if not labels.isdisjoint(_BODIES):
        return True
    asked = sum(match.label is Label.MINISTERE_INTERROGE for match in page.matches)
    several = len(labels & _PARTICULAR) > 1 and asked <= 1
    return several and _html_identity.is_numbered(page, own)


def _own_addresses(parser: LexborHTMLParser, lines: Lines) -> Iterator[str]:
    """The addresses that the page gives itself: in its head, which a stray tag may have ended.

    A selector would do, for another tenth of what the parser takes: it begins with tables.
    """
    for node in (*(parser.head.traverse() if parser.head else ()), *lines.of_the_head):
        stated = node.attributes
        if stated.get("rel") == "canonical" and node.tag == "link":
            yield stated.get("href") or ""
        elif stated.get("property") == "og:url" and node.tag == "meta":
            yield stated.get("content") or ""


def _question_page(
    everything: _Everything, own: Iterable[str], name: str, source: _html_source.Source
) -> HtmlPage:
    lines, origin = everything.lines, everything.page.origin
    begin, end = _scope(everything)
    texts, rest, unused = _without_texts(everything, begin, end)
    headings = frozenset(map(_words, lines.headings))
    above = "".join(
        f"{line}\n\n" for line in _html_identity.lines_above(lines.text[:begin], headings)
    )
    words = rest.words()
    text = _html_rest.once(_legal(above + words.replace(_html_lines.OPAQUE, "")))
    known: Sequence[Match] = ()
    if text == above + words and all(match.start >= begin for match in everything.page.matches):
        known = rest.labels_behind(len(above))
    page = HtmlPage(text, origin, lines.acteurs, known)
    page.headings = headings
    page.textes = texts
    if _is_too_long(texts):
        page.textes = {}
        code, limit = catalogue.TEXTE_TROP_LONG, _characters.MAX_TEXT
        page.problems.append(code.at(origin, length=_length(texts), limit=limit))
    page.problems.extend(catalogue.LIGNE_NON_LUE.at(origin, line=line) for line in unused)
    title = _html_source.title_of(source.html)
    page.stated = list(_html_identity.statements(page, own, lines.linked, title, name))
    return page


def _scope(everything: _Everything) -> tuple[int, int]:
    """From where to where the smallest block goes that holds all labels of a question."""
    lines, found = everything.lines, everything.page.matches
    starts = [match.start for match in found if match.label in _PARTICULAR]
    common = _html_texts.common_path(*map(lines.node_at, (starts[0], starts[-1]))) if starts else []
    blocks = [span for node in common if (span := lines.span_of(node))]
    if len(starts) == 1:  # a lone heading is in an element of its own, its text is beside that
        blocks = blocks[-1:]
    return blocks[0] if blocks else (0, len(lines.text))


def _without_texts(
    everything: _Everything, begin: int, end: int
) -> tuple[dict[Label, list[Text]], Rest, list[str]]:
    """The texts of the page, its words without them, and what is in neither."""
    lines = everything.lines
    matches = [match for match in everything.page.matches if begin <= match.start < end]
    texts: dict[Label, list[Text]] = {}
    rest, position, labels = Rest(), begin, list[Match]()
    for match, following in itertools.zip_longest(matches, matches[1:]):
        if match.label not in _BODIES:
            labels.append(match)
            continue
        start, beside = lines.node_at(match.value - 1), lines.rest_of_chunk(match.value)
        stop = lines.node_at(following.start) if following else None
        texts.setdefault(match.label, []).append(_html_texts.text_after(start, beside, stop))
        rest.keep(lines.text, position, match.start, labels)
        rest.head(match.label)
        position, labels = following.start if following else end, []
    rest.keep(lines.text, position, end, labels)
    unused = [line for found in texts.values() for text in found for line in text.left]
    unused += _unused(lines, rest.words())
    return texts, rest, unused


def _is_too_long(texts: dict[Label, list[Text]]) -> bool:
    return _length(texts) > _characters.MAX_TEXT


def _length(texts: dict[Label, list[Text]]) -> int:
    """The length of all texts, or of their mark-up where that is longer."""
    return sum(
        max(len(text.plain), len(text.html or "")) for found in texts.values() for text in found
    )


def _unused(lines: Lines, words: str) -> list[str]:
    """The text elements below no heading: their signs are left, as many, from the first."""
    count = words.count(_html_lines.OPAQUE)
    if not count:
        return []
    opaque = [node for node in lines.nodes if node.mem_id in lines.opaque]
    return [_words(node) for node in opaque[:count]]


def _tangled_page(source: _html_source.Source, name: str, origin: Origin) -> Page | None:
    """The page by its words alone, where its tags nest so that no parser should see them."""
    words = _markup.untangled(source.html)
    if len(words) > _characters.MAX_TEXT:
        code, limit = catalogue.PAGE_TROP_LONGUE, _characters.MAX_TEXT
        raise DocumentError(code.at(origin, length=len(words), limit=limit))
    page = Page(_legal(_characters.unescaped(words)), origin, {})
    if not _is_question(page, source.addresses):
        return None
    title = _html_source.title_of(source.html)
    page.stated = list(_html_identity.statements(page, source.addresses, (), title, name))
    return page


def _legal(text: str) -> str:
    return _characters.without_illegal(text)[0]


def _words(node: LexborNode) -> str:
    return " ".join(node.text(deep=True).split())
