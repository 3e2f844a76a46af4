"""The texts of a page: what was asked, each answer, and the corrections of either.

Texts come in the order of the page. One that stands behind an erratum is the corrected version of
the text before it; one that stands there without an erratum is a further answer.
"""

import bisect
import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

import msgspec

from questions_rdf import catalogue
from questions_rdf.readers import _page_facts
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page import Page
from questions_rdf.readers._text_ends import ERRATA
from questions_rdf.records import Erratum, InfoJO, Nature, Reponse, Texte, TypeJO

_OF_ANSWER = (Label.TEXTE_REPONSE, Label.PUBLICATION_REPONSE, Label.ERRATUM_REPONSE)
_OF_QUESTION = (Label.TEXTE_QUESTION, Label.PUBLICATION, Label.ERRATUM_QUESTION)
_RUN_IN = re.compile(r"R[ée]ponse\s?\.\s?[-–—]\s*+(?=\S)")
# What an erratum says of itself: what was printed, and what has to be read instead.
_WORDING = re.compile(
    r"(?:.{0,200}?\bau lieu d.{0,2000}?\blire\b|lire\b|.{0,120}?\b(?:il faut lire"
    r"|il convient de lire|remplacer|supprimer|substituer|ajouter|insérer)\b)",
    re.IGNORECASE | re.DOTALL,
)
_SHORTEST_TEXT = 40


class _Correction(NamedTuple):
    """An erratum of the page: where it stands, what it corrects, and what stands below it."""

    rank: int
    corrige_reponse: bool
    info_jo: InfoJO
    corrected: str = ""
    wording: str = ""


class Texts(NamedTuple):
    """The texts of the question, its answers, the errata."""

    versions: tuple[Texte, ...]
    reponse: tuple[Reponse, ...]
    erratum: tuple[Erratum, ...]


def texts(page: Page, nature: Nature, legislature: int, info_jo: InfoJO) -> Texts:
    """All texts of the page; ``info_jo`` says where the question was printed."""
    corrections = list(_corrections(page, nature, legislature))
    printed = _answers_printed(page, nature, legislature)
    if not printed and (page.places(Label.TEXTE_REPONSE) or corrections):
        printed = _exchange_printed(nature, info_jo)
    answers = _versions(page, Label.TEXTE_REPONSE, corrections)
    answers = [[_without_heading(page, one) for one in versions] for versions in answers]
    reponse = tuple(
        Reponse(_placed(versions or [], where or InfoJO()), where or InfoJO())
        for versions, where in zip_longest(answers, printed)
        if versions or (where and where.date)
    )
    if len(reponse) > 1:
        page.problems.append(catalogue.REPONSES_MULTIPLES.at(page.origin, count=len(reponse)))
    return Texts(
        _asked(page, corrections, info_jo),
        reponse,
        _errata(page, corrections, answered=bool(reponse)),
    )


def _asked(page: Page, corrections: list[_Correction], info_jo: InfoJO) -> tuple[Texte, ...]:
    """The versions of the question; texts that no erratum parts are one."""
    groups = _versions(page, Label.TEXTE_QUESTION, corrections)
    if not groups:
        return ()
    *before, (last, *later) = groups
    parts = list(dict.fromkeys((*(group[0] for group in before), last)))
    html = "\n".join(one.texte_html for one in parts if one.texte_html)
    whole = Texte("\n\n".join(one.texte for one in parts), html or None)
    return _placed([whole, *later], info_jo)


def _versions(page: Page, body: Label, corrections: list[_Correction]) -> list[list[Texte]]:
    """The texts under the headings of one kind: each with its corrected versions behind it."""
    of_answer = body is Label.TEXTE_REPONSE
    own = [one for one in corrections if one.corrige_reponse == of_answer]
    printed: list[tuple[int, Texte, InfoJO | None]] = [
        *((index, text, None) for index, text in page.texts(body)),
        *((one.rank, Texte(one.corrected), one.info_jo) for one in own if one.corrected),
    ]
    groups: list[list[Texte]] = []
    ranks = [one.rank for one in own]
    before = -1
    for index, text, where in sorted(printed, key=lambda one: one[0]):
        last = bisect.bisect_left(ranks, index) - 1
        announced = own[last].info_jo if last >= 0 and ranks[last] > before else None
        corrected_in = where or announced
        if corrected_in is not None and groups:
            groups[-1].append(msgspec.structs.replace(text, info_jo=corrected_in))
        else:
            groups.append([text])
        before = index
    return groups


def _placed(versions: list[Texte], info_jo: InfoJO) -> tuple[Texte, ...]:
    """The versions, of which the first was printed at ``info_jo``."""
    first, later = versions[:1], versions[1:]
    return (*(msgspec.structs.replace(one, info_jo=info_jo) for one in first), *later)


def _answers_printed(page: Page, nature: Nature, legislature: int) -> list[InfoJO]:
    """Where each answer was printed; a page may say it twice."""
    found: dict[date | None, InfoJO] = {}
    label = Label.PUBLICATION_REPONSE
    for index in page.places(label):
        if value := page.value_at(index):
            edition = _page_facts.edition(value, label, nature, legislature)
            where = _page_facts.printed(page, value, page.row_at(index), edition)
            if where.date not in found or found[where.date].page is None:
                found[where.date] = where
    return list(found.values())


def _exchange_printed(nature: Nature, info_jo: InfoJO) -> list[InfoJO]:
    """An oral question is answered where it is put: one day, one page of the debates."""
    if nature is Nature.QUESTION_ECRITE or info_jo.type_jo is not TypeJO.DEBATS:
        return []
    return [info_jo]


def _without_heading(page: Page, version: Texte) -> Texte:
    """A text without the words "Réponse. - " that the Journal officiel prints before answers."""
    match = _RUN_IN.match(version.texte)
    if match is None:
        return version
    said = match[0].strip()
    page.problems.append(catalogue.INTERTITRE_RETIRE.at(page.origin, value=said))
    return msgspec.structs.replace(version, texte=version.texte[match.end() :])


def _corrections(page: Page, nature: Nature, legislature: int) -> Iterator[_Correction]:
    """The errata in order; ``(Erratum publié le …)`` is of what is printed before it."""
    answered = False
    for index, match in enumerate(page.matches if any(map(page.places, ERRATA)) else ()):
        if match.label not in ERRATA:
            answered = match.label in _OF_ANSWER or (answered and match.label not in _OF_QUESTION)
            continue
        of_answer = answered if match.label is Label.ERRATUM else match.label in _OF_ANSWER
        if value := page.value_at(index):
            label = Label.ERRATUM_REPONSE if of_answer else Label.ERRATUM_QUESTION
            edition = _page_facts.edition(value, label, nature, legislature)
            if _WORDING.match(value.text):
                below = page.text_below(index)
                page.take_text_below(index, value=True)
                wording = "\n\n".join(filter(None, (value.text, below)))
                yield _Correction(index, of_answer, InfoJO(), wording=wording)
            else:
                where = _page_facts.printed(page, value, page.row_at(index), edition)
                yield _with_text_below(page, _Correction(index, of_answer, where))


def _with_text_below(page: Page, correction: _Correction) -> _Correction:
    """The erratum with the corrected text, or with its wording, where either stands below it."""
    below = page.text_below(correction.rank)
    wording = bool(_WORDING.match(below))
    if len(below) < _SHORTEST_TEXT and not wording:
        return correction
    page.take_text_below(correction.rank)
    if wording:
        return correction._replace(wording=below)
    return correction._replace(corrected=below)


def _errata(page: Page, corrections: list[_Correction], *, answered: bool) -> tuple[Erratum, ...]:
    """The corrections that the page announces; one of an answer needs that answer."""
    found = tuple(
        Erratum(one.corrige_reponse, texte=one.wording or None, info_jo=one.info_jo)
        for one in sorted(corrections, key=lambda one: one.corrige_reponse)
    )
    if answered or not any(one.corrige_reponse for one in found):
        return found
    page.problems.append(catalogue.ERRATUM_SANS_REPONSE.at(page.origin))
    return tuple(one for one in found if not one.corrige_reponse)
