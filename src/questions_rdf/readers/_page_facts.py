"""What a page states about its question, field by field, beyond its identity."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from questions_rdf import catalogue
from questions_rdf.agreement import same_organisme
from questions_rdf.readers import _characters, _dates, _labels
from questions_rdf.readers._labels import Label
from questions_rdf.readers._numbers import whole
from questions_rdf.readers._page import Page, Value
from questions_rdf.records import (
    Attribution,
    Cloture,
    InfoJO,
    Nature,
    Organisme,
    Renouvellement,
    Signalement,
    TypeJO,
)
from questions_rdf.reference.departements import code_of

_BLANK = r"[^\S\n]*+"
_PAGE = re.compile(rf"\b(?:page|p\.){_BLANK}:?+{_BLANK}(\d++(?>(?: \d++)*))(?![\w/])")
_PAGE_SAID = re.compile(rf"\bpage{_BLANK}:?+{_BLANK}[^\s,;()]")
# An answer that is awaited: the label, "page :", and nothing else.
_NOTHING = re.compile(r"[\s,|]*(?:(?:page|p\.)[\s:>|]*)?")
_PAGE_WORDS = re.compile(
    r"\b(?:pages?\b|p\.)"
    r"(?:[\s:>]*+\d++(?>(?: \d++)*)(?![\w/])|[ :>]*+(?>(?:\d++ )*)[^\s,;()]++)?",
    re.IGNORECASE,
)
_READ = "¦"  # no sign that a label may follow
_FILLING = re.compile(
    r"\b(?:la question a été appelée|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|le|du|au|et|puis|jo)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w")
_MOTIVE = re.compile(r"\(([^()]+)\)")
_ENDED = re.compile(
    r"question (?:retir[ée]e|caduque|cl[ôo]tur[ée]e)\b(?!.*\d{4}).{0,100}", re.IGNORECASE
)
_MOTIVE_ALONE = re.compile(
    r"(?:fin d[eu]|retrait|caduc|d[ée]c[èe]s|d[ée]mission|cessation|expiration).{0,80}",
    re.IGNORECASE,
)
# The labels that say what happened; "Date de retrait" only names it.
_MENTION = {
    "question retiree le": "Question retirée",
    "retiree le": "Retirée",
    "question cloturee le": "Question clôturée",
}
_ORAL_IN_QUESTIONS_SINCE = 14
_FULL_LABEL = re.compile(r"(?:minist[èe]re|secr[ée]tariat d'[ée]tat)\s", re.IGNORECASE)


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


def _happened(page: Page, label: Label) -> Iterator[InfoJO]:
    """Every day after ``label``, with its page; one label may list several days."""
    for index in page.places(label):
        value = page.value_at(index)
        if value is None:
            continue
        row = page.row_at(index)
        begins = [found.start() for found in _dates.FOUND.finditer(value.text)]
        if len(begins) > 1:
            ends = (*begins[1:], len(value.text))
            parts = (value.text[begin:end] for begin, end in zip(begins, ends, strict=True))
            stated = [_day_and_page(page, value._replace(text=part), part) for part in parts]
            _say_what_is_left(page, value, row, days=len(begins))
        else:
            stated = [printed(page, value, row, None)]
        yield from (one for one in stated if one.date)


def publication(page: Page, label: Label, nature: Nature, legislature: int) -> InfoJO:
    """Date and page in the Journal officiel that stand after the first ``label``."""
    for index in page.places(label):
        if value := page.value_at(index):
            return printed(
                page, value, page.row_at(index), edition(value, label, nature, legislature)
            )
    return InfoJO()


def printed(page: Page, value: Value, row: str, type_jo: TypeJO | None) -> InfoJO:
    """Date and page in the Journal officiel that a value and the cells beside it state."""
    if _NOTHING.fullmatch(_labels.folded(value.text)):
        _say_what_is_left(page, value, row)
        return InfoJO()
    info = _day_and_page(page, value, row)
    if _dates.FOUND.search(value.text):
        _say_what_is_left(page, value, row)
    return msgspec.structs.replace(info, type_jo=type_jo)


def _day_and_page(page: Page, value: Value, row: str) -> InfoJO:
    stated = day(page, value)
    words = _labels.folded(row)
    found = _PAGE.search(words)
    number = whole(found[1]) if found else None
    if not number and _PAGE_SAID.search(words):
        page.problems.append(catalogue.PAGE_ILLISIBLE.at(value.origin, value=value.text))
    return InfoJO(date=stated, page=number or None)


def _say_what_is_left(page: Page, value: Value, row: str, days: int = 1) -> None:
    """Report the words of a row that are neither of its days nor their pages.

    What is written there like a label is reported as one.
    """
    for pattern in (_dates.FOUND, _PAGE_WORDS):
        row = pattern.sub(_READ, row, count=days)
    if not _WORD.search(row):
        return
    cells = zip(row.split("\t"), _labels.folded(row).split("\t"), strict=True)
    left = [cell for cell, folded in cells if not any(_labels.unknown_in(folded))]
    words = (one.strip(" ,.:;()[]-–—>") for cell in left for one in cell.split(_READ))
    if said := [one for one in words if _WORD.search(_FILLING.sub("", one))]:
        page.problems.append(catalogue.LIGNE_NON_LUE.at(value.origin, line=" | ".join(said)))


def edition(value: Value, label: Label, nature: Nature, legislature: int) -> TypeJO | None:
    """The edition of the Journal officiel, where it is certain.

    Written questions and their answers have an edition of their own; what is said in the sitting is
    printed with the debates. An oral question without debate is printed like a written one when it
    is put; that is certain of the present edition only, not of older ones.
    """
    if nature is Nature.QUESTION_ECRITE:
        return TypeJO.QUESTIONS
    said = label in (Label.PUBLICATION_REPONSE, Label.ERRATUM_REPONSE)
    if nature is Nature.QUESTION_AU_GOUVERNEMENT or said or _labels.IN_SEANCE in value.words:
        return TypeJO.DEBATS
    return TypeJO.QUESTIONS if legislature >= _ORAL_IN_QUESTIONS_SINCE else None


def ministere(page: Page, label: Label, legislature: int) -> Organisme | None:
    """A ministry by its printed label."""
    words = page.label(label)
    if words is None:
        return None
    if _FULL_LABEL.match(words):
        return Organisme(legislature=legislature, developpe=words)
    return Organisme(legislature=legislature, abrege=words)


def attribution(page: Page, legislature: int) -> tuple[Attribution, ...]:
    """The changes of ministry that are printed.

    Of several dates of change only the last has a known ministry, the one printed as responsible.
    Without a date there was a change if the ministry responsible is not the one asked.
    """
    responsible = ministere(page, Label.MINISTERE_ATTRIBUTAIRE, legislature)
    changes = sorted(_happened(page, Label.CHANGEMENT), key=lambda one: one.date or date.max)
    if changes:
        *earlier, last = changes
        return (
            *(Attribution(info_jo=one) for one in earlier),
            Attribution(responsible, info_jo=last),
        )
    asked = ministere(page, Label.MINISTERE_INTERROGE, legislature)
    changed = responsible is not None and not same_organisme(responsible, asked)
    return (Attribution(responsible),) if changed else ()


def signalement(page: Page) -> tuple[Signalement, ...]:
    """The days on which the question was signalled."""
    return tuple(
        Signalement(info_jo=one) for one in dict.fromkeys(_happened(page, Label.SIGNALEMENT))
    )


def renouvellement(page: Page) -> tuple[Renouvellement, ...]:
    """The days on which the question was put again."""
    return tuple(map(Renouvellement, dict.fromkeys(_happened(page, Label.RENOUVELLEMENT))))


def cloture(page: Page) -> tuple[Cloture, ...]:
    """How the procedure ended, with the words printed."""
    for label in (Label.RETRAIT, Label.CLOTURE, Label.DATE_CLOTURE):
        value = page.value(label)
        if value is not None:
            return (
                Cloture(
                    date=day(page, value),
                    motif_cloture=_motive(page, value, page.row(label)),
                    mention=_MENTION.get(value.words),
                    retrait=label is Label.RETRAIT or None,
                ),
            )
    line = page.take_line(_ENDED)
    return (_ended(line.text),) if line else ()


def _ended(line: str) -> Cloture:
    """``Question retirée (fin de mandat)``: a closure that is printed without a day."""
    motive = _MOTIVE.search(line)
    return Cloture(
        motif_cloture=_capitalised(_characters.label(motive[1])) if motive else None,
        mention=_characters.label(_MOTIVE.sub("", line)).strip(" ."),
    )


def _motive(page: Page, value: Value, row: str) -> str | None:
    """In brackets after the date, after ``Cause :``, or on a line of its own below the date."""
    found = _MOTIVE.search(row)
    stated = found[1] if found else page.label(Label.CAUSE)
    if not stated:
        stated = _dates.FOUND.sub("", value.text).strip(" .,:;-")
        row = row.replace(value.text, _READ, 1)
    if not stated and (line := page.take_line(_MOTIVE_ALONE)):
        stated = line.text
    _say_what_is_left(page, value, row.replace(found[0], _READ, 1) if found else row)
    return _capitalised(_characters.label(stated)) if stated else None


def departement_code(page: Page, value: Value, label: str) -> str | None:
    """The code of a printed département, or ``None`` with a problem."""
    code = code_of(label)
    if code is None:
        page.problems.append(catalogue.DEPARTEMENT_INCONNU.at(value.origin, value=label))
    return code


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
