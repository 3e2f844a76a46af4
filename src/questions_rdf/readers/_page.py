"""A question page as labelled values, texts, and the header lines that no label claims.

This is the part that all layouts of pages share: labels, not positions. The modules ``page_*`` add
how their layout prints the author and the title.
"""

import bisect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.iris import slug
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _characters, _labels, _paragraphs
from questions_rdf.readers._adresse import Adresse
from questions_rdf.readers._labels import Label
from questions_rdf.readers._question_checks import Statement
from questions_rdf.readers._text_ends import BODIES, is_marked_elsewhere, labels_outside_texts
from questions_rdf.readers._value_ends import BULLETS, end_of_value
from questions_rdf.records import Texte

_CELL_BELOW = re.compile(r"[ \t]*(?:\||page\b|\()")
_WORD = re.compile(r"\w")
_BLANK = " \t\n\xa0\u202f|"


class Value(NamedTuple):
    """What stands after a label, and its line; ``words`` are those of the label, folded."""

    text: str
    origin: Origin
    words: str = ""


class Page:
    """A page in plain words, taken apart once.

    Args:
        text: the words, with line feeds for line breaks, and no decoration.
        origin: the document.
        acteurs: the identifiers of deputies that the page links to, by the words of the link.
        adresses: the addresses of questions that the page holds, with their lines.
        matches: its labels, where they are known already.

    Attributes:
        stated: what is known of the question's identity from elsewhere than the words.
    """

    def __init__(
        self,
        text: str,
        origin: Origin,
        acteurs: Mapping[str, str],
        adresses: Sequence[Adresse] = (),
        matches: Sequence[_labels.Match] = (),
    ) -> None:
        self.origin = origin
        self.acteurs = acteurs
        self.adresses = adresses
        self.text = text
        self.folded = _labels.folded(self.text)
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        self.matches = matches or [*labels_outside_texts(self.text, self.folded, self._line_starts)]
        self.problems: list[Problem] = []
        self.stated: list[Statement] = []
        self._taken: set[int] = set()
        self._quoted: set[int] = set()

    def at(self, position: int) -> Origin:
        """The place of a position in the text: its line."""
        return self.origin.at_line(self._line_number(position))

    def values(self, label: Label) -> Iterator[Value]:
        """What stands after each occurrence of ``label``, on one line; empty values are none."""
        for index in self.places(label):
            if value := self.value_at(index):
                yield value

    def value(self, label: Label) -> Value | None:
        """The first value of ``label``."""
        return next(self.values(label), None)

    def value_at(self, index: int) -> Value | None:
        """What stands after the label of that rank among all, wrapped lines joined."""
        begin, end = self._spans[index]
        text = _paragraphs.one_line(self.text[begin:end]).strip(" |")
        match = self.matches[index]
        return Value(text, self.at(match.start), match.words) if text else None

    def places(self, label: Label) -> list[int]:
        """The ranks of a label among all labels of the page."""
        return self._places.get(label, [])

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

    def lines_at(self, index: int) -> list[str]:
        """The lines of the value of the label of that rank among all."""
        begin, end = self._spans[index]
        return [line.strip() for line in self.text[begin:end].split("\n")]

    def take_line(self, pattern: re.Pattern[str]) -> Value | None:
        """The first line that no label claims and that ``pattern`` matches; it is claimed then."""
        for number, value in self._loose_lines:
            if pattern.fullmatch(_characters.label(value.text)):
                self._taken.add(number)
                return value
        return None

    def take(self, begin: int, end: int) -> None:
        """Claim the lines from a position to another: somebody has read them."""
        self._taken.update(range(self._line_number(begin), self._line_number(end) + 1))
        first, last = (bisect.bisect(self._ends_of_values, one) for one in (begin - 1, end))
        self._taken.update(-one for one in self._ends_of_values[first:last])

    def unread(self) -> Iterator[Value]:
        """The lines, and the cells beside values, after the first label that nothing claimed."""
        for number, value in self._loose_lines:
            taken = number in self._taken
            if not taken and not any(_labels.unknown_in(_labels.folded(value.text))):
                yield value

    @cached_property
    def _loose_lines(self) -> list[tuple[int, Value]]:
        """The lines that are in no header, text or value, with their numbers (from 1).

        What stands beside a value has a number below zero: where that value ends.
        """
        found = []
        for index, end in enumerate(self._ends_of_values):
            position = end
            for line in self.text[end : self._end_of_text(index)].split("\n"):
                if _WORD.search(line):
                    words = " ".join(line.split()).strip(" |").lstrip(f" {BULLETS}")
                    number = self._line_number(position)
                    beside = self._line_starts[number - 1] < position
                    found.append((-end if beside else number, Value(words, self.at(position))))
                position += len(line) + 1
        return found

    def texts(self, body: Label) -> Iterator[tuple[int, Texte]]:
        """Each text of that kind, with the rank of its heading among the labels."""
        for index in self.places(body):
            text = self.text[self.matches[index].value : self._end_of_text(index)]
            if joined := _paragraphs.joined(text):
                yield index, Texte(joined)

    def text_below(self, index: int) -> str:
        """The paragraphs between the value of a label, whose rank it is, and the next label."""
        end = self._line_number(self._spans[index][1])
        begin = self._line_starts[end] if end < len(self._line_starts) else len(self.text)
        return _paragraphs.joined(self.text[begin : max(begin, self._end_of_text(index))])

    def take_text_below(self, index: int, *, value: bool = False) -> None:
        """Claim the lines of :meth:`text_below`, and those of the value if that is text too."""
        begin, end = self._spans[index][not value], max(0, self._end_of_text(index) - 1)
        self.take(begin, end)
        self._quoted.update(range(self._line_number(begin), self._line_number(end) + 1))

    def header(self, alone: Callable[[str], bool] = lambda _: False) -> list[Value]:
        """The paragraphs before the first label or text: title, number, legislature.

        A line that is ``alone`` (it gets the line, folded) is a paragraph of its own.
        """
        end = self.matches[0].start if self.matches else len(self.text)
        found: list[tuple[int, list[str]]] = []
        open_paragraph = False
        for number, line in enumerate(self.text[:end].split("\n")):
            if not line.strip():
                open_paragraph = False
                continue
            apart = alone(_labels.folded(line))
            if open_paragraph and not apart:
                found[-1][1].append(line)
            else:
                found.append((self._line_starts[number], [line]))
            open_paragraph = not apart
        return [
            Value(_paragraphs.one_line("\n".join(lines)), self.at(start)) for start, lines in found
        ]

    def metadata(self) -> str:
        """The folded page without its texts."""
        return "\n\n".join(self.folded[begin:end] for begin, end in self._between_texts(0))

    def in_a_text(self, position: int) -> bool:
        """Whether the position is inside the text of the question or of the answer."""
        index = bisect.bisect_right(self._texts, (position, len(self.text))) - 1
        return index >= 0 and position < self._texts[index][1]

    def line_in_a_text(self, number: int) -> bool:
        """Whether the line of that number (from 1) is inside a text."""
        known = 0 < number <= len(self._line_starts)
        return known and self.in_a_text(self._line_starts[number - 1])

    def row(self, label: Label) -> str:
        """What stands after the first ``label`` in its cell and in those beside it."""
        return next(map(self.row_at, self.places(label)), "")

    def row_at(self, index: int) -> str:
        """What stands after the label of that rank in its cell and in those beside or below it.

        Tabs part the cells.
        """
        begin, end = self._spans[index]
        for line in self.text[begin : self._end_of_text(index)].splitlines(keepends=True):
            if begin > self._spans[index][0] and not _CELL_BELOW.match(line):
                break
            begin += len(line)
        end = max(end, begin)
        self.take(self._spans[index][0], max(self._spans[index][0], end - 1))
        cells = self.text[self._spans[index][0] : end].replace("|", "\t").split("\t")
        return "\t".join(filter(None, (" ".join(cell.split()) for cell in cells)))

    def unknown_labels(self) -> Iterator[Problem]:
        """What is written like a label outside the texts and the header, and is none known."""
        if not is_marked_elsewhere(self.folded, self.matches):
            return
        known = {match.start for match in self.matches} | self._values_beside()
        first = self.matches[0].start if self.matches else 0
        for begin, end in self._between_texts(first):
            for found in _labels.unknown_in(self.folded, known, begin, end):
                words = self.text[found.start : found.start + len(found.words)]
                line = self._line_number(found.start)
                of_a_row = found.words == "page" and line in self._taken
                if line not in self._quoted and not of_a_row:
                    yield catalogue.ETIQUETTE_INCONNUE.at(self.at(found.start), label=words)

    def _between_texts(self, start: int) -> Iterator[tuple[int, int]]:
        """From where to where no text stands, from ``start`` on."""
        for begin, end in self._texts:
            yield start, begin
            start = end
        yield start, len(self.folded)

    def _values_beside(self) -> set[int]:
        """Where the values begin that stand on the line of their label, perhaps in a cell."""
        spans = zip(self.matches, self._spans, strict=True)
        return {begin for match, (begin, _) in spans if "\n" not in self.text[match.value : begin]}

    @cached_property
    def _texts(self) -> list[tuple[int, int]]:
        """Where each text begins, its label included, and ends."""
        return [
            (match.start, self._end_of_text(index))
            for index, match in enumerate(self.matches)
            if match.label in BODIES
        ]

    @cached_property
    def _places(self) -> dict[Label, list[int]]:
        places: dict[Label, list[int]] = {}
        for index, match in enumerate(self.matches):
            places.setdefault(match.label, []).append(index)
        return places

    @cached_property
    def _ends_of_values(self) -> list[int]:
        spans = zip(self.matches, self._spans, strict=True)
        return [max(match.value, end) for match, (_, end) in spans]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [self._value_span(index) for index in range(len(self.matches))]

    def _line_number(self, position: int) -> int:
        return bisect.bisect_right(self._line_starts, position)

    def _line(self, number: int) -> str:
        """The line of that number (from 0), its end included."""
        following = number + 1
        last = following >= len(self._line_starts)
        end = len(self.text) if last else self._line_starts[following]
        return self.text[self._line_starts[number] : end]

    def _end_of_text(self, index: int) -> int:
        following = index + 1
        return self.matches[following].start if following < len(self.matches) else len(self.text)

    def _value_span(self, index: int) -> tuple[int, int]:
        """Where a value begins and ends.

        A value may stand in the cell beside its label, on the line below, or after a blank one.
        """
        match = self.matches[index]
        begin, limit = match.value, self._end_of_text(index)
        if match.label in BODIES:
            return begin, limit
        while begin < limit and self.text[begin] in _BLANK:
            begin += 1
        end = end_of_value(self.text, self.folded, match, begin, limit)
        return begin, begin + len(self.text[begin:end].rstrip())
