"""From the DOM of a question page to a page of labelled values, with its texts cut out.

The layouts of thirty years differ in their elements, not in their labels. What a page is about is
the smallest element that holds its labels; menus, banners and footers are outside it. The heading
and the number may stand above it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from questions_rdf import catalogue
from questions_rdf.documents import DocumentError
from questions_rdf.problems import Origin
from questions_rdf.readers import (
    _characters,
    _html_identity,
    _html_lines,
    _html_source,
    _html_texts,
    _labels,
    _markup,
    _page_identity,
)
from questions_rdf.readers._html_lines import Lines
from questions_rdf.readers._html_texts import Text
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page import Page, Value

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
# Where the layouts have their texts; a short one may also hold a button or a line of key data.
_TEXT_ELEMENTS = "div.contenutexte, div.reponse_contenu, p._pa-small"
_LONG = 400
_OWN_ADDRESS = 'link[rel="canonical"], meta[property="og:url"]'
# Words that the site puts on buttons and links; a line of nothing else says nothing of a question.
_FURNITURE = re.compile(
    r"^[ |]*(?:etre alerte(?:\(?e\)?)? de la reponse|partager(?: (?:sur|par|cette) .{0,60})?"
    r"|(?:imprimer|telecharger|exporter|copier le lien|ecouter)(?: .{0,60})?|haut de page"
    r"|retour (?:en haut|a la|au|aux) ?.{0,60}|version (?:pdf|html|xml|word|imprimable)"
    r"|facebook|twitter|linkedin|whatsapp|bluesky|mastodon|courriel|e-?mail|pdf|xml|x"
    r"|question (?:precedente|suivante)|afficher .{0,60}|accueil|fermer)[ |.:]*$",
    re.MULTILINE,
)
_TITLE = re.compile(r"<title[^<>]*>([^<]{0,300})", re.IGNORECASE)
_MENTION = re.compile("question", re.IGNORECASE)


class HtmlPage(Page):
    """A page whose texts keep their mark-up. The DOM keeps no line numbers."""

    def __init__(self, text: str, origin: Origin, acteurs: Mapping[str, str]) -> None:
        super().__init__(text, origin, acteurs)
        self.textes: dict[Label, Text] = {}
        self.headings: frozenset[str] = frozenset()

    def at(self, position: int) -> Origin:  # noqa: ARG002
        """The page: where in its mark-up a position lies is not known."""
        return self.origin

    def texte(self, body: Label) -> tuple[str, str | None]:
        """The text below that heading."""
        text = self.textes.get(body, Text(""))
        return text.plain, text.html

    def header(self) -> list[Value]:
        """The headings above the first label, if there are any: what else is there is no title.

        Number and title may share one: ``Question écrite n° 12 : Prix du sable``.
        """
        found = super().header()
        kept = [value for value in found if value.text in self.headings]
        titles = [value for value in kept if not _page_identity.says_no_more(value.text)]
        if not titles:
            return found
        parts = ((value.origin, _html_identity.numbered_parts(value.text)) for value in kept)
        return [Value(part, origin) for origin, found in parts for part in found]


def title_of(html: str) -> str:
    """What the page calls itself."""
    match = _TITLE.search(html)
    return match[1] if match else "?"


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
    parser = LexborHTMLParser(source.html)
    if parser.body is None:
        return None
    own = [*source.addresses, *_own_addresses(parser)]
    _remove(parser.body, _html_lines.SILENT)
    for skipped in (_html_lines.AROUND, frozenset[str]()):  # an unclosed menu holds the whole page
        everything = _everything(parser.body, origin, skipped)
        if _is_question(everything.page, own):
            return _question_page(everything, own, name, source)
    return None


def _remove(body: LexborNode, selector: str) -> None:
    """From the end: what is inside another goes before it, and is not touched when that is gone."""
    for node in body.css(selector)[::-1]:
        node.decompose()


class _Part(NamedTuple):
    """An element of the page, its lines, and the same as a page, texts included."""

    root: LexborNode
    lines: Lines
    page: Page
    opaque: frozenset[int]
    skipped: frozenset[str]


def _everything(body: LexborNode, origin: Origin, skipped: frozenset[str]) -> _Part:
    opaque = frozenset(
        node.mem_id for node in body.css(_TEXT_ELEMENTS) if len(node.text(deep=True)) > _LONG
    )
    part = _part(body, origin, opaque, skipped)
    furniture = {
        node.mem_id: node
        for match in _FURNITURE.finditer(part.page.folded.replace("\t", "\n"))
        if (node := part.lines.node_at(match.end() - 1))
    }
    for node in furniture.values():
        node.decompose()
    return _part(body, origin, opaque, skipped) if furniture else part


def _part(
    root: LexborNode, origin: Origin, opaque: frozenset[int], skipped: frozenset[str]
) -> _Part:
    lines = _html_lines.lines_of(root, opaque, skipped)
    if len(lines.text) > _characters.MAX_TEXT:
        code, limit = catalogue.PAGE_TROP_LONGUE, _characters.MAX_TEXT
        raise DocumentError(code.at(origin, length=len(lines.text), limit=limit))
    page = HtmlPage(lines.text, origin, lines.acteurs)
    return _Part(root, lines, page, opaque, skipped)


def _is_question(page: Page, own: Iterable[str]) -> bool:
    """The heading of a text; or two labels and a number or an address. Lists have many labels."""
    labels = {match.label for match in page.matches}
    if not labels.isdisjoint(_BODIES):
        return True
    asked = sum(match.label is Label.MINISTERE_INTERROGE for match in page.matches)
    several = len(labels & _PARTICULAR) > 1 and asked <= 1
    return several and _html_identity.is_numbered(page, own)


def _own_addresses(parser: LexborHTMLParser) -> Iterator[str]:
    for node in parser.css(_OWN_ADDRESS):
        yield node.attributes.get("href") or node.attributes.get("content") or ""


def _question_page(
    everything: _Part,
    own: Iterable[str],
    name: str,
    source: _html_source.Source,
) -> HtmlPage:
    part = _scope(everything)
    origin = part.page.origin
    textes, words, unused = _without_texts(part)
    headings = frozenset(map(_words, everything.lines.headings))
    above = _html_identity.lines_above(_text_above(everything, part), headings)
    text = _legal("\n\n".join((*above, words)))
    page = HtmlPage(_once(text), origin, everything.lines.acteurs)
    page.textes, page.headings = textes, headings
    page.problems.extend(catalogue.LIGNE_NON_LUE.at(origin, line=_words(node)) for node in unused)
    linked = everything.lines.linked
    title = title_of(source.html)
    page.stated = list(_html_identity.statements(page, own, linked, title, name))
    return page


def _text_above(everything: _Part, part: _Part) -> str:
    """The words before the labelled part."""
    if part is everything or not part.lines.nodes:
        return ""
    first = part.lines.nodes[0].mem_id
    placed = zip(everything.lines.starts, everything.lines.nodes, strict=True)
    end = next((start for start, node in placed if node.mem_id == first), 0)
    return everything.lines.text[:end]


def _scope(everything: _Part) -> _Part:
    """The smallest element that holds all labels of a question."""
    found = [m.start for m in everything.page.matches if m.label in _PARTICULAR]
    paths = (_html_texts.path_to(everything.lines.node_at(start).parent) for start in found)
    common = next(paths, [everything.root])
    for path in paths:
        known = {node.mem_id: index for index, node in enumerate(common)}
        common = common[next(known[node.mem_id] for node in path if node.mem_id in known) :]
    root = common[0]
    if len(found) == 1:  # a lone heading is in an element of its own, its text is beside that
        root = next((node for node in common if len(_words(node)) > _LONG), common[-1])
    if root.mem_id in {node.mem_id for node in _html_texts.path_to(everything.root)}:
        return everything
    return _part(root, everything.page.origin, everything.opaque, everything.skipped)


def _without_texts(part: _Part) -> tuple[dict[Label, Text], str, list[str]]:
    """The texts of the page, its words without them, and what is in neither."""
    textes: dict[Label, Text] = {}
    kept, position = [], 0
    matches = part.page.matches
    for index, match in enumerate(matches):
        if match.label not in _BODIES:
            continue
        end = matches[index + 1].start if index + 1 < len(matches) else len(part.lines.text)
        stop = part.lines.node_at(end) if index + 1 < len(matches) else None
        start, rest = part.lines.node_at(match.value - 1), part.lines.rest_of_chunk(match.value)
        _add(textes, match.label, _html_texts.text_after(start, rest, stop))
        kept += [part.lines.text[position : match.start], _HEADING[match.label]]
        position = end
    kept.append(part.lines.text[position:])
    words = "\n\n".join(kept)
    unused = [line for text in textes.values() for line in text.left]
    unused += _unused(part, words)
    return textes, words.replace(_html_lines.OPAQUE, ""), unused


_HEADING = {
    Label.TEXTE_QUESTION: "Texte de la question",
    Label.TEXTE_REPONSE: "Texte de la réponse",
}


def _add(textes: dict[Label, Text], label: Label, text: Text) -> None:
    """A text that the page prints twice (for small screens) is one."""
    known = textes.get(label)
    if known is None or not known.plain:
        textes[label] = text
    elif text.plain and text.plain not in known.plain:
        html = "\n".join(filter(None, (known.html, text.html)))
        left = known.left + text.left
        textes[label] = Text(f"{known.plain}\n\n{text.plain}", html or None, left)


def _unused(part: _Part, words: str) -> list[str]:
    """The text elements below no heading: their signs are left, as many, from the first."""
    count = words.count(_html_lines.OPAQUE)
    opaque = [node for node in part.lines.nodes if node.mem_id in part.opaque]
    return [_words(node) for node in opaque[:count]]


def _once(text: str) -> str:
    """The text without labelled lines that it already has: one copy is for small screens."""
    seen, kept = set[str](), []
    for block in text.split("\n\n"):
        if block in seen and any(_labels.found_in(_labels.folded(block))):
            continue
        seen.add(block)
        kept.append(block)
    return "\n\n".join(kept)


def _tangled_page(source: _html_source.Source, name: str, origin: Origin) -> Page | None:
    """The page by its words alone, where its tags nest so that no parser should see them."""
    words = _markup.untangled(source.html)
    if len(words) > _characters.MAX_TEXT:
        code, limit = catalogue.PAGE_TROP_LONGUE, _characters.MAX_TEXT
        raise DocumentError(code.at(origin, length=len(words), limit=limit))
    page = Page(_legal(_characters.unescaped(words)), origin, {})
    if not _is_question(page, source.addresses):
        return None
    title = title_of(source.html)
    page.stated = list(_html_identity.statements(page, source.addresses, (), title, name))
    return page


def _legal(text: str) -> str:
    return _characters.without_illegal(text)[0]


def _words(node: LexborNode) -> str:
    return " ".join(node.text(deep=True).split())
