"""What a page states about its question, field by field, beyond its identity."""

import re
from collections.abc import Iterator
from datetime import date

from questions_rdf import catalogue
from questions_rdf.readers import _characters, _dates, _labels
from questions_rdf.readers._labels import Label
from questions_rdf.readers._numbers import whole
from questions_rdf.readers._page import Page, Value
from questions_rdf.records import (
    EDITION,
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
)
from questions_rdf.reference.departements import code_of

_PAGE = re.compile(r"\bpage\s*+:?\s*+(\d++(?: \d+)*+)(?!\w)")
_PAGE_SAID = re.compile(r"\bpage\s*+:?\s*+[^\s,;()]")
_MOTIVE = re.compile(r"\(([^()]+)\)")
_MOTIVE_ALONE = re.compile(
    r"(?:fin d[eu]|retrait|caduc|d[ée]c[èe]s|d[ée]mission|cessation|expiration).{0,80}",
    re.IGNORECASE,
)


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
    return _printed(page, value, page.row(label), nature) if value else InfoJO()


def _printed(page: Page, value: Value, row: str, nature: Nature) -> InfoJO:
    stated = day(page, value)
    printed = f"{_labels.folded(value.text)}\n{_labels.folded(row)}"
    found = _PAGE.search(printed)
    number = whole(found[1]) if found else None
    if not number and _PAGE_SAID.search(printed):
        page.problems.append(catalogue.PAGE_ILLISIBLE.at(value.origin, value=value.text))
    return InfoJO(type_jo=EDITION.get(nature), date=stated, page=number or None)


def versions(page: Page, info_jo: InfoJO) -> tuple[Texte, ...]:
    """The text of the question, in its one version."""
    text, html = page.texte(Label.TEXTE_QUESTION)
    return (Texte(text, html, info_jo),) if text else ()


def reponse(page: Page, nature: Nature) -> tuple[Reponse, ...]:
    """The answer: its text, its date, or both; none where neither is printed."""
    info_jo = publication(page, Label.PUBLICATION_REPONSE, nature)
    text, html = page.texte(Label.TEXTE_REPONSE)
    if not text and info_jo.date is None:
        return ()
    return (Reponse((Texte(text, html, info_jo),) if text else (), info_jo),)


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


def erratum(page: Page, nature: Nature, *, answered: bool) -> tuple[Erratum, ...]:
    """The corrections that the page announces; one of an answer needs that answer.

    ``(Erratum publié le …)`` is of what is printed before it.
    """
    after_answer = page.label_before(Label.ERRATUM) is Label.PUBLICATION_REPONSE
    found = tuple(
        Erratum(of_answer, info_jo=_printed(page, value, "", nature))
        for label, of_answer in (
            (Label.ERRATUM_QUESTION, False),
            (Label.ERRATUM_REPONSE, True),
            (Label.ERRATUM, after_answer),
        )
        for value in page.values(label)
    )
    if answered or not any(one.corrige_reponse for one in found):
        return found
    page.problems.append(catalogue.ERRATUM_SANS_REPONSE.at(page.origin))
    return tuple(one for one in found if not one.corrige_reponse)


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
    if not rest and (line := page.take_line(_MOTIVE_ALONE)):
        rest = line.text
    return _capitalised(_characters.label(rest)) if rest else None


def departement_code(page: Page, value: Value, label: str) -> str | None:
    """The code of a printed département, or ``None`` with a problem."""
    code = code_of(label)
    if code is None:
        page.problems.append(catalogue.DEPARTEMENT_INCONNU.at(value.origin, value=label))
    return code


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
