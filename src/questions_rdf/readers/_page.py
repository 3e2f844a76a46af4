"""A question page as labelled values, texts, and the header lines that no label claims.

This is the part that all layouts of pages share: labels, not positions. The modules ``page_*`` add
how their layout prints the author and the title.
"""

import bisect
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.documents import Document, DocumentError
from questions_rdf.iris import slug
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _characters, _decoration, _labels
from questions_rdf.readers._labels import Label
from questions_rdf.readers._question_checks import Statement

_BODIES = (Label.TEXTE_QUESTION, Label.TEXTE_REPONSE)
# A label that ends a text although no heading stands between: the key data of a page.
_ENDS_A_TEXT = frozenset(
    (
        Label.AUTEUR,
        Label.CIRCONSCRIPTION,
        Label.TYPE,
        Label.NUMERO,
        Label.PUBLICATION,
        Label.PUBLICATION_REPONSE,
        Label.MINISTERE_INTERROGE,
        Label.MINISTERE_ATTRIBUTAIRE,
        Label.CHANGEMENT,
        Label.SIGNALEMENT,
        Label.RENOUVELLEMENT,
        Label.RETRAIT,
        Label.CLOTURE,
        Label.DATE_CLOTURE,
        Label.SECTION,
        *_BODIES,
    )
)
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_CELL_END = re.compile(r"[\t|]|\n[ \t]*\n")
_SENTENCE_END = tuple(".!?:;…»)\"'”*]")


class Value(NamedTuple):
    """What stands after a label, and its line."""

    text: str
    origin: Origin


class Page:
    """A page in plain words, taken apart once.

    Args:
        text: the words, with line feeds for line breaks, and no decoration.
        origin: the document.
        acteurs: the identifiers of deputies that the page links to, by the words of the link.

    Attributes:
        stated: what is known of the question's identity from elsewhere than the words.
    """

    def __init__(self, text: str, origin: Origin, acteurs: Mapping[str, str]) -> None:
        self.origin = origin
        self.acteurs = acteurs
        self.text = text
        self.folded = _labels.folded(self.text)
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        self.matches = list(self._outside_texts())
        self.problems: list[Problem] = []
        self.stated: list[Statement] = []
        self._taken: set[Value] = set()
        self._spans: dict[int, tuple[int, int]] = {}

    def at(self, position: int) -> Origin:
        """The place of a position in the text: its line."""
        return self.origin.at_line(bisect.bisect_right(self._line_starts, position))

    def values(self, label: Label) -> Iterator[Value]:
        """What stands after each occurrence of ``label``, on one line; empty values are none."""
        for index, match in enumerate(self.matches):
            if match.label is label:
                text = self._value_after(index)
                if text:
                    yield Value(text, self.at(match.start))

    def value(self, label: Label) -> Value | None:
        """The first value of ``label``."""
        return next(self.values(label), None)

    def label(self, label: Label) -> str | None:
        """The first value of ``label`` as a label; one without a letter or digit names nothing."""
        value = self.value(label)
        if value is None:
            return None
        if not slug(value.text):
            problem = catalogue.FORME_INATTENDUE.at(value.origin, value=value.text)
            if problem not in self.problems:
                self.problems.append(problem)
            return None
        return _characters.label(value.text)

    def lines(self, label: Label) -> list[str]:
        """The lines of the first value of ``label``."""
        for index, match in enumerate(self.matches):
            if match.label is label:
                begin, end = self._value_span(index)
                return [line.strip() for line in self.text[begin:end].split("\n")]
        return []

    def label_before(self, label: Label) -> Label | None:
        """The label that stands before the first ``label``."""
        found = [match.label for match in self.matches]
        index = found.index(label) if label in found else 0
        return found[index - 1] if index else None

    def take_line(self, pattern: re.Pattern[str]) -> Value | None:
        """The first line that no label claims and that ``pattern`` matches; it is claimed then."""
        for value in self._loose_lines:
            if pattern.fullmatch(_characters.label(value.text)):
                self._taken.add(value)
                return value
        return None

    def unread(self) -> Iterator[Value]:
        """The lines after the first label that nothing claimed."""
        for value in self._loose_lines:
            if value not in self._taken and not any(_labels.unknown_in(_labels.folded(value.text))):
                yield value

    @cached_property
    def _loose_lines(self) -> list[Value]:
        """The lines that are in no header, text or value; what belongs to a cell beside one is."""
        if not self.matches:
            return []
        spans = [(0, self.matches[0].start)]
        for index, match in enumerate(self.matches):
            body = match.label in _BODIES
            end = self._end_of_text(index) if body else self._value_span(index)[1]
            spans.append((match.start, max(end, match.value)))
        starts = [begin for begin, _ in spans]
        found = []
        for number, begin in enumerate(self._line_starts):
            following = number + 1
            last = following == len(self._line_starts)
            line = self.text[begin : len(self.text) if last else self._line_starts[following]]
            first = begin + len(line) - len(line.lstrip(" \t|"))
            index = bisect.bisect_right(starts, first) - 1
            claimed = first < spans[index][1] or any(
                begin <= start < begin + len(line) for start in starts[index + 1 : index + 2]
            )
            if re.search(r"\w", line) and not claimed:
                found.append(Value(" ".join(line.split()).strip(" |"), self.at(begin)))
        return found

    def paragraphs(self, body: Label) -> str:
        """A text of the page: paragraphs with a blank line between, page breaks mended."""
        parts = []
        for index, match in enumerate(self.matches):
            if match.label is body:
                parts.append(self.text[match.value : self._end_of_text(index)])
        return _joined_paragraphs("\n\n".join(parts))

    def texte(self, body: Label) -> tuple[str, str | None]:
        """A text of the page in plain words, and its mark-up where a layout keeps that."""
        return self.paragraphs(body), None

    def header(self) -> list[Value]:
        """The paragraphs before the first label or text: title, number, legislature."""
        end = self.matches[0].start if self.matches else len(self.text)
        found, position = [], 0
        for paragraph in _BLANK_LINE.split(self.text[:end]):
            start = self.text.index(paragraph, position)
            position = start + len(paragraph)
            if paragraph.strip():
                leading = len(paragraph) - len(paragraph.lstrip())
                found.append(Value(" ".join(paragraph.split()), self.at(start + leading)))
        return found

    def metadata(self) -> str:
        """The folded page without its texts."""
        pieces, start = [], 0
        for begin, end in self._texts:
            pieces.append(self.folded[start:begin])
            start = end
        return "\n\n".join((*pieces, self.folded[start:]))

    def in_a_text(self, position: int) -> bool:
        """Whether the position is inside the text of the question or of the answer."""
        index = bisect.bisect_right(self._texts, (position, len(self.text))) - 1
        return index >= 0 and position < self._texts[index][1]

    def row(self, label: Label) -> str:
        """What stands after the first ``label`` in its cell and in those beside it."""
        index = next((i for i, match in enumerate(self.matches) if match.label is label), None)
        if index is None:
            return ""
        span = self.text[self.matches[index].value : self._end_of_text(index)].strip()
        return " ".join(span.partition("\n")[0].replace("|", " ").split())

    def unknown_labels(self) -> Iterator[Problem]:
        """What is written like a label after the texts, and is none that is known."""
        start = max((end for _, end in self._texts), default=0)
        for found in _labels.unknown_in(self.folded[start:]):
            position = start + found.start
            words = self.text[position : position + len(found.words)]
            yield catalogue.ETIQUETTE_INCONNUE.at(self.at(position), label=words)

    @cached_property
    def _texts(self) -> list[tuple[int, int]]:
        """Where each text begins, its label included, and ends."""
        return [
            (match.start, self._end_of_text(index))
            for index, match in enumerate(self.matches)
            if match.label in _BODIES
        ]

    def _outside_texts(self) -> Iterator[_labels.Match]:
        """The labels, but for words inside a text that only look like one."""
        inside = False
        for match in _labels.found_in(self.folded):
            if inside and not (match.label in _ENDS_A_TEXT and self._begins_line(match.start)):
                continue
            inside = match.label in _BODIES
            yield match

    def _begins_line(self, position: int) -> bool:
        line = self._line_starts[bisect.bisect_right(self._line_starts, position) - 1]
        return not self.folded[line:position].strip(" |")

    def _end_of_text(self, index: int) -> int:
        following = index + 1
        return self.matches[following].start if following < len(self.matches) else len(self.text)

    def _value_after(self, index: int) -> str:
        """The value, wrapped lines joined."""
        begin, end = self._value_span(index)
        return " ".join(self.text[begin:end].split()).strip(" |")

    def _value_span(self, index: int) -> tuple[int, int]:
        """Where a value begins and ends: at the next label, cell or blank line.

        A value may stand in the cell beside its label, on the line below, or after a blank one.
        """
        if index in self._spans:
            return self._spans[index]
        match = self.matches[index]
        span = self.text[match.value : self._end_of_text(index)]
        value = span.lstrip(" \t\n\xa0\u202f|")
        begin = match.value + len(span) - len(value)
        end = _CELL_END.search(value)
        cell = value[: end.start()] if end else value
        unknown = next(
            (m.start for m in _labels.unknown_in(_labels.folded(cell)) if m.start > 0), len(cell)
        )
        self._spans[index] = begin, begin + unknown
        return self._spans[index]


def opened(document: Document) -> tuple[Page, list[Problem]]:
    """The document as a page, with what had to be said about its characters.

    Raises:
        DocumentError: if it is longer than any page can be.
    """
    text, was_cp1252 = _characters.decode(document.read())
    if len(text) > _characters.MAX_TEXT:
        code, limit = catalogue.PAGE_TROP_LONGUE, _characters.MAX_TEXT
        raise DocumentError(code.at(document.origin, length=len(text), limit=limit))
    problems = [catalogue.ENCODAGE_CP1252.at(document.origin)] if was_cp1252 else []
    text, illegal = _characters.without_illegal(text.replace("\f", "\n"))
    if illegal:
        problems.append(catalogue.CARACTERE_ILLEGAL.at(document.origin, characters=illegal))
    if not unicodedata.is_normalized("NFC", text):
        problems.append(catalogue.TEXTE_RECOMPOSE.at(document.origin))
        text = unicodedata.normalize("NFC", text)
    lines = _decoration.lines_of(text)
    acteurs = _decoration.linked_acteurs(lines)
    return Page(_decoration.undecorated(lines), document.origin, acteurs), problems


def undecorated_head(head: str) -> str:
    """The beginning of a document without its decoration, for those who recognise layouts."""
    return _decoration.undecorated(_decoration.lines_of(head))


def _joined_paragraphs(text: str) -> str:
    """Paragraphs with their wrapped lines joined; a sentence that a page break cuts is one.

    A page ends in mid-sentence when the paragraph has no closing sign and the next one goes on in
    lower case.
    """
    paragraphs: list[list[str]] = []
    for block in _BLANK_LINE.split(text):
        lines = [line.strip(" \t|") for line in block.split("\n")]
        paragraph = " ".join(line for line in lines if line)
        if not paragraph:
            continue
        if paragraphs and _goes_on(paragraphs[-1][-1], paragraph):
            paragraphs[-1].append(paragraph)
        else:
            paragraphs.append([paragraph])
    return "\n\n".join(map(" ".join, paragraphs))


def _goes_on(before: str, after: str) -> bool:
    return not before.endswith(_SENTENCE_END) and after[0].islower()
