"""A question page as labelled values, texts, and the header lines that no label claims.

This is the part that all layouts of pages share: labels, not positions. The modules ``page_*`` add
how their layout prints the identity, the author and the title.
"""

import bisect
import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.documents import Document, DocumentError
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import _characters, _dates, _decoration, _labels
from questions_rdf.readers._labels import Label
from questions_rdf.readers._question_checks import Identity
from questions_rdf.records import (
    Attribution,
    Cloture,
    Erratum,
    InfoJO,
    Nature,
    Organisme,
    Renouvellement,
    Reponse,
    Signalement,
    Texte,
    TypeJO,
)
from questions_rdf.reference.departements import code_of

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
        Label.SECTION,
        *_BODIES,
    )
)
_NATURES = {
    "ecrite": Nature.QUESTION_ECRITE,
    "au gouvernement": Nature.QUESTION_AU_GOUVERNEMENT,
    "orale sans debat": Nature.QUESTION_ORALE_SANS_DEBAT,
    "orale": Nature.QUESTION_ORALE_SANS_DEBAT,
}
_NATURE = r"question\s+(ecrite|au\s+gouvernement|orale\s+sans\s+debat|orale)"
_TITLED_NUMBER = re.compile(
    rf"(?:{_NATURE}|question)\s+n\s*[°ºo]\s*+[:>]?[\s|]*+(\d{{1,3}}(?: ?\d{{3}})*|\d+)(?!\w)"
)
_NATURE_ALONE = re.compile(rf"(?<!\w){_NATURE}(?=\s*(?:$|[\t|\n]))", re.MULTILINE)
_LEGISLATURE = re.compile(r"(?<!\w)(\d{1,2})\s*+\^?(?:ere|eme|re|er|e)?\s*+legislature(?!\w)")
_PAGE = re.compile(r"\bpage\s*+:?\s*+(\d[\d ]*+)")
_LONGEST_NUMBER = 9
_MOTIVE = re.compile(r"\(([^()]+)\)")
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_CELL_END = re.compile(r"[\t|]|\n[ \t]*\n")
_SENTENCE_END = tuple(".!?:;…»)\"'”*]")


class Value(NamedTuple):
    """What stands after a label, and its line."""

    text: str
    origin: Origin


class Page:
    """A decoded page, taken apart once."""

    def __init__(self, raw: str, origin: Origin) -> None:
        self.origin = origin
        lines = _decoration.lines_of(raw)
        self.acteurs = _decoration.linked_acteurs(lines)
        self.text = _decoration.undecorated(lines)
        self.folded = _labels.folded(self.text)
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        self.matches = list(self._outside_texts())
        self.problems: list[Problem] = []

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
        """The first value of ``label`` in the common spelling of labels."""
        value = self.value(label)
        return _characters.label(value.text) if value else None

    def paragraphs(self, body: Label) -> str:
        """A text of the page: paragraphs with a blank line between, page breaks mended."""
        parts = []
        for index, match in enumerate(self.matches):
            if match.label is body:
                parts.append(self.text[match.value : self._end_of_text(index)])
        return _joined_paragraphs("\n\n".join(parts))

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
        """The value up to the next label, cell or blank line, wrapped lines joined.

        A value may stand in the cell beside its label, on the line below, or after a blank one.
        """
        match = self.matches[index]
        span = self.text[match.value : self._end_of_text(index)]
        span = span.lstrip(" \t\n\xa0\u202f|")
        end = _CELL_END.search(span)
        cell = span[: end.start()] if end else span
        unknown = next(
            (m.start for m in _labels.unknown_in(_labels.folded(cell)) if m.start > 0), len(cell)
        )
        return " ".join(cell[:unknown].split()).strip(" |")


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
    return Page(text, document.origin), problems


def undecorated_head(head: str) -> str:
    """The beginning of a document without its decoration, for those who recognise layouts."""
    return _decoration.undecorated(_decoration.lines_of(head))


def identity(page: Page) -> Identity:
    """Every statement of the page on number, kind and legislature."""
    found = Identity()
    metadata = page.metadata()
    for match in _TITLED_NUMBER.finditer(metadata):
        found.state(None, _nature(match[1]), _whole(match[2]))
    for match in _NATURE_ALONE.finditer(metadata):
        found.state(None, _nature(match[1]), None)
    for match in _LEGISLATURE.finditer(metadata):
        found.state(int(match[1]), None, None)
    for value in page.values(Label.NUMERO):
        found.state(None, None, _whole(value.text))
    for value in page.values(Label.TYPE):
        words = _labels.folded(value.text).removeprefix("question").strip()
        found.state(None, _nature(words), None)
    return found


def _whole(words: str) -> int | None:
    """The number that ``words`` print, spaces apart; ``None`` if no question has such a number."""
    digits = "".join(words.split())
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else None


def _nature(words: str | None) -> Nature | None:
    return _NATURES.get(" ".join((words or "").split()))


def title(page: Page) -> str | None:
    """The title: the paragraph of the header that is not identity or letterhead.

    Of several, the one beside the number; the others are reported.
    """
    candidates, anchor = [], None
    for index, value in enumerate(page.header()):
        text = _labels.folded(value.text)
        if _TITLED_NUMBER.search(text):
            anchor = index
            continue
        if _is_letterhead(text):
            continue
        candidates.append((index, value))
    if not candidates:
        return None
    near = anchor if anchor is not None else candidates[-1][0]
    best = min(candidates, key=lambda candidate: (abs(candidate[0] - near), candidate[0]))
    for candidate in candidates:
        if candidate is not best:
            origin, line = candidate[1].origin, candidate[1].text
            page.problems.append(catalogue.LIGNE_NON_LUE.at(origin, line=line))
    return best[1].text


def _is_letterhead(folded: str) -> bool:
    rest = _NATURE_ALONE.sub("", _LEGISLATURE.sub("", folded)).replace("assemblee nationale", "")
    return not re.search(r"\w", rest)


def day(page: Page, value: Value) -> date | None:
    """The date in a value, or ``None`` with a problem."""
    found = _dates.FOUND.search(value.text)
    written = found[0] if found else value.text
    try:
        return _dates.parse(written)
    except _dates.ImpossibleDateError:
        page.problems.append(catalogue.DATE_IMPOSSIBLE.at(value.origin, value=written))
    except _dates.UnreadableDateError:
        page.problems.append(catalogue.DATE_ILLISIBLE.at(value.origin, value=written))
    return None


def _days(page: Page, label: Label) -> Iterator[date]:
    """Every date after ``label``: one label may list several."""
    for value in page.values(label):
        for found in _dates.FOUND.findall(value.text) or [value.text]:
            stated = day(page, Value(found, value.origin))
            if stated:
                yield stated


def publication(page: Page, label: Label, nature: Nature) -> InfoJO:
    """Date and page in the Journal officiel that stand after ``label``."""
    value = page.value(label)
    if value is None:
        return InfoJO()
    stated = day(page, value)
    found = _PAGE.search(_labels.folded(value.text)) or _PAGE.search(
        _labels.folded(page.row(label))
    )
    number = _whole(found[1]) if found else None
    if found and not number:
        page.problems.append(catalogue.PAGE_ILLISIBLE.at(value.origin, value=value.text))
    return InfoJO(type_jo=_edition(nature), date=stated, page=number or None)


def _edition(nature: Nature) -> TypeJO | None:
    """Written questions have their own edition; those to the Government are in the debates."""
    return {
        Nature.QUESTION_ECRITE: TypeJO.QUESTIONS,
        Nature.QUESTION_AU_GOUVERNEMENT: TypeJO.DEBATS,
    }.get(nature)


def versions(page: Page, info_jo: InfoJO) -> tuple[Texte, ...]:
    """The text of the question, in its one version."""
    text = page.paragraphs(Label.TEXTE_QUESTION)
    return (Texte(text, info_jo=info_jo),) if text else ()


def reponse(page: Page, nature: Nature) -> tuple[Reponse, ...]:
    """The answer: its text, its date, or both; none where neither is printed."""
    info_jo = publication(page, Label.PUBLICATION_REPONSE, nature)
    text = page.paragraphs(Label.TEXTE_REPONSE)
    if not text and info_jo.date is None:
        return ()
    return (Reponse((Texte(text, info_jo=info_jo),) if text else (), info_jo),)


def ministere(page: Page, label: Label, legislature: int) -> Organisme | None:
    """A ministry by its printed label."""
    words = page.label(label)
    return Organisme(legislature=legislature, abrege=words) if words else None


def attribution(page: Page, legislature: int) -> tuple[Attribution, ...]:
    """The changes of ministry that are printed.

    Of several dates of change only the last has a known ministry, the one printed as responsible.
    Without a date there was a change if the ministry responsible is not the one asked.
    """
    responsible = ministere(page, Label.MINISTERE_ATTRIBUTAIRE, legislature)
    days = sorted(_days(page, Label.CHANGEMENT))
    if days:
        *earlier, last = days
        return (
            *(Attribution(info_jo=InfoJO(date=day_of)) for day_of in earlier),
            Attribution(responsible, info_jo=InfoJO(date=last)),
        )
    asked = ministere(page, Label.MINISTERE_INTERROGE, legislature)
    changed = responsible is not None and responsible != asked
    return (Attribution(responsible),) if changed else ()


def signalement(page: Page) -> tuple[Signalement, ...]:
    """The days on which the question was signalled."""
    days = dict.fromkeys(_days(page, Label.SIGNALEMENT))
    return tuple(Signalement(info_jo=InfoJO(date=day_of)) for day_of in days)


def renouvellement(page: Page) -> tuple[Renouvellement, ...]:
    """The days on which the question was put again."""
    days = dict.fromkeys(_days(page, Label.RENOUVELLEMENT))
    return tuple(Renouvellement(InfoJO(date=day_of)) for day_of in days)


def erratum(page: Page, *, answered: bool) -> tuple[Erratum, ...]:
    """The corrections that the page announces; one of an answer needs that answer."""
    of_question = (
        Erratum(corrige_reponse=False, info_jo=InfoJO(date=d))
        for d in _days(page, Label.ERRATUM_QUESTION)
    )
    of_answer = tuple(
        Erratum(corrige_reponse=True, info_jo=InfoJO(date=d))
        for d in _days(page, Label.ERRATUM_REPONSE)
    )
    if of_answer and not answered:
        page.problems.append(catalogue.ERRATUM_SANS_REPONSE.at(page.origin))
        of_answer = ()
    return (*of_question, *of_answer)


def cloture(page: Page) -> tuple[Cloture, ...]:
    """How the procedure ended, with the words printed."""
    for label, mention in (
        (Label.RETRAIT, "Question retirée"),
        (Label.CLOTURE, "Question clôturée"),
        (Label.DATE_CLOTURE, None),
    ):
        value = page.value(label)
        if value is not None:
            motive = _motive(page, value, page.row(label))
            return (Cloture(date=day(page, value), motif_cloture=motive, mention=mention),)
    return ()


def _motive(page: Page, value: Value, row: str) -> str | None:
    """In brackets after the date, after ``Cause :``, or on a line of its own below the date."""
    if found := _MOTIVE.search(value.text) or _MOTIVE.search(row):
        return _capitalised(_characters.label(found[1]))
    if cause := page.label(Label.CAUSE):
        return _capitalised(cause)
    rest = _dates.FOUND.sub("", value.text).strip(" .,:;-")
    return _capitalised(_characters.label(rest)) if rest else None


def departement_code(page: Page, value: Value, label: str) -> str | None:
    """The code of a printed département, or ``None`` with a problem."""
    code = code_of(label)
    if code is None:
        page.problems.append(catalogue.DEPARTEMENT_INCONNU.at(value.origin, value=label))
    return code


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


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
