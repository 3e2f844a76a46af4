"""A text with its tables and lists, from the mark-up that a build keeps of it (``qp:texteHTML``).

That mark-up is of a few tags, well formed. What is not of them, or says other words than the plain
text, is not trusted: then there is nothing here, and the page shows the plain text. So nothing
comes out that was not put together here.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import count
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages._environment import escaped, render
from questions_rdf.pages._tables import Cell, Table, arranged
from questions_rdf.query_files.library import Language

_TAG = re.compile(
    r"<(/?)(table|caption|thead|tbody|tfoot|tr|th|td|ul|ol|li|p|br|em|strong|i|b|u|sup|sub)"
    r'((?: (?:rowspan|colspan)="[0-9]{1,4}")*)>'
)
_SPAN = re.compile(r'(rowspan|colspan)="([0-9]+)"')
_WHITE = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile(r"\w+")
_SHOWN = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sup": "sup", "sub": "sub"}
_ROWS = frozenset(("thead", "tbody", "tfoot"))
_LISTS = frozenset(("ul", "ol"))
_LONGEST = 1_000_000


class Paragraph(NamedTuple):
    """A paragraph: its mark-up."""

    html: str


class Items(NamedTuple):
    """A list: ``ul`` or ``ol``, and the mark-up of its items."""

    tag: str
    items: list[str]


Part = Paragraph | Items | Table


def marked_text(html: str, plain: str) -> list[Part] | None:
    """The parts of a text; none if its mark-up is not what a build writes.

    Args:
        html: the mark-up.
        plain: the same text without any.
    """
    if len(html) > _LONGEST:
        return None
    reading = _Reading()
    for closing, tag, spans, text in _pieces(html):
        if tag:
            reading.tag(tag, spans, closing=bool(closing))
        elif ("<" in text or ">" in text) or not reading.text(unescape(text)):
            return None
    parts = reading.finished()
    if parts is None or _WORD.findall("".join(reading.words)) != _WORD.findall(plain):
        return None
    return parts


def _pieces(html: str) -> Iterator[tuple[str, str, str, str]]:
    """Tags, and the texts between them: what ends a tag, its name, its attributes; or a text."""
    end = 0
    for match in _TAG.finditer(html):
        yield "", "", "", html[end : match.start()]
        yield match[1], match[2], match[3], ""
        end = match.end()
    yield "", "", "", html[end:]


def shown_text(parts: list[Part], label: str, language: Language) -> Markup:
    """The parts as they stand on a page.

    Args:
        parts: those of a text.
        label: what the text is, before the numbers of its tables.
        language: of the page; the text is French.
    """
    numbers = count(1)
    numbered = [
        ("table", next(numbers), one)
        if isinstance(one, Table)
        else ("list" if isinstance(one, Items) else "paragraph", 0, one)
        for one in parts
    ]
    html = render("resource/_texte.html", language, parts=numbered, label=label)
    return Markup(html)  # noqa: S704  (a template of ours)


class _Words:
    """A run of words with their emphasis; what is open is closed in the end."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._begun = False

    def add(self, text: str) -> None:
        """Words; white space counts between them only."""
        text = text if self._begun and self._pieces[-1] != "<br>" else text.lstrip(" ")
        if text:
            self._pieces.append(escaped(text))
            self._begun = True

    def line(self) -> bool:
        """A new line, but not at the beginning; false if there is one already."""
        if self._begun and self._pieces[-1] == "<br>":
            return False
        self._pieces += ["<br>"] if self._begun else []
        return True

    def emphasis(self, tag: str, *, closing: bool) -> None:
        """The beginning or the end of some; within itself it does not begin again."""
        if not closing and tag not in self._open:
            self._open.append(tag)
            self._pieces.append(f"<{tag}>")
        while closing and tag in self._open:
            self._pieces.append(f"</{self._open.pop()}>")

    def html(self) -> str:
        """All of it; empty if there are no words."""
        if not self._begun:
            return ""
        while self._pieces and self._pieces[-1] in {"<br>", " "}:
            self._pieces.pop()
        return "".join(self._pieces) + "".join(f"</{one}>" for one in reversed(self._open))


class _Reading:
    """Puts the parts of a text together, tag by tag.

    A table in a table, or a list in either, is lines of the cell or item that it stands in.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self._parts: list[Part] = []
        self._at: _Words | None = _Words()
        self._rows: list[list[tuple[Cell, _Words]]] = []
        self._caption: _Words | None = None
        self._items: list[_Words] = []
        self._inside: list[str] = []  # the tables and lists that are open
        self._is_right = True

    def text(self, text: str) -> bool:
        """Take words; false if there can be none where they stand."""
        text = _WHITE.sub(" ", text)
        self.words.append(text)
        if self._at is not None:
            self._at.add(text)
        return self._at is not None or not text.strip()

    def tag(self, tag: str, spans: str, *, closing: bool) -> None:
        if shown := _SHOWN.get(tag):
            if self._at is not None:
                self._at.emphasis(shown, closing=closing)
            return
        if tag == "u":
            return
        self.words.append(" ")
        if tag == "table" or tag in _LISTS:
            self._container(tag, closing=closing)
        elif not self._inside:
            self._break_at_top(tag)
        elif len(self._inside) > 1:
            self._line()
        elif self._inside == ["table"]:
            self._in_table(tag, spans, closing=closing)
        else:
            self._in_list(tag, closing=closing)

    def finished(self) -> list[Part] | None:
        """The parts, if each table could be laid out and nothing was left open."""
        self._end_paragraph()
        return self._parts if self._is_right and not self._inside else None

    def _line(self) -> None:
        if self._at is not None:
            self._at.line()

    # ---- Between tables and lists

    def _break_at_top(self, tag: str) -> None:
        if tag != "br" or (self._at is not None and not self._at.line()):
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        html = self._at.html() if self._at is not None and not self._inside else ""
        if html:
            self._parts.append(Paragraph(html))
        if not self._inside:
            self._at = _Words()

    # ---- Tables and lists

    def _container(self, tag: str, *, closing: bool) -> None:
        if not closing:
            if self._inside:
                self._line()
            else:
                self._end_paragraph()
                self._at, self._rows, self._items, self._caption = None, [], [], None
            self._inside.append(tag)
        elif self._inside and self._inside[-1] == tag:
            self._inside.pop()
            if self._inside:
                self._line()
            else:
                self._end_of(tag)
                self._at = _Words()
        else:
            self._is_right = False

    def _end_of(self, tag: str) -> None:
        if tag != "table":
            items = [html for one in self._items if (html := one.html())]
            if items:
                self._parts.append(Items(tag, items))
            return
        rows = [[cell._replace(html=words.html()) for cell, words in row] for row in self._rows]
        table = arranged(rows, self._caption.html() if self._caption else "")
        if table is None:
            self._is_right = False
        elif table.rows or table.head:
            self._parts.append(table)

    def _in_table(self, tag: str, spans: str, *, closing: bool) -> None:
        if tag in {"p", "li", "br"}:
            self._line()
            return
        self._at = None
        if closing or tag in _ROWS:
            return
        if tag == "tr":
            self._rows.append([])
        elif tag == "caption":
            self._at = self._caption = _Words()
        elif self._rows:
            self._at = _Words()
            self._rows[-1].append((_cell(tag, spans), self._at))
        else:
            self._is_right = False

    def _in_list(self, tag: str, *, closing: bool) -> None:
        if tag == "li":
            self._at = None if closing else _Words()
            self._items += [self._at] if self._at is not None else []
        else:
            self._line()


def _cell(tag: str, spans: str) -> Cell:
    found = {name: int(count) for name, count in _SPAN.findall(spans)}
    return Cell("", tag == "th", found.get("colspan", 1) or 1, found.get("rowspan", 1))
