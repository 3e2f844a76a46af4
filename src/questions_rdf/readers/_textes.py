"""The versions of a text, and the answers that they make up; the same for every structured layout.

A source lists versions and corrections side by side, in any order.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from questions_rdf import catalogue
from questions_rdf.readers import _markup
from questions_rdf.readers._raw_object import RawObject
from questions_rdf.records import Erratum, InfoJO, Reponse, Texte

# "13382. — 10 mars 2026. — ": how the Journal officiel numbers the questions on its pages.
_JO_PREFIX = re.compile(r"\s*(\d[\d\s]{0,8}?)\s*\.\s*[—–-]\s*[^.]{6,25}\d{4}\s*\.\s*[—–-]\s*")


def version(
    raw: RawObject,
    field: str,
    info_jo: Callable[[RawObject], InfoJO],
    *,
    numero: int | None = None,
    erratum: str = "",
) -> Texte:
    """The text in ``field``; that of the question ``numero`` may begin with its number."""
    text = raw.text(field) or ""
    if numero is not None:
        text = _without_jo_prefix(text, numero, raw, field)
    correction = raw.text(erratum) if erratum else None
    return Texte(
        texte=_markup.plain_text(text),
        texte_html=_markup.sanitised_html(text),
        info_jo=info_jo(raw),
        erratum=_markup.plain_text(correction) if correction else None,
    )


def _without_jo_prefix(text: str, numero: int, raw: RawObject, field: str) -> str:
    """``text`` without the number and date that the Journal officiel prints before it."""
    match = _JO_PREFIX.match(text)
    if not match or int(re.sub(r"\s", "", match[1])) != numero:
        return text
    raw.problems.append(catalogue.PREFIXE_RETIRE.at(raw.origin_of(field), value=match[0]))
    return text[match.end() :]


def in_order(textes: Iterable[Texte]) -> list[Texte]:
    """By date, oldest first; an undated one stays behind the one that it follows."""
    textes = list(textes)
    if len(textes) < 2:  # noqa: PLR2004  (nothing to be put in order)
        return textes
    keyed, latest = [], date.min
    for texte in textes:
        latest = texte.info_jo.date or latest
        keyed.append((latest, texte))
    return [texte for _, texte in sorted(keyed, key=lambda pair: pair[0])]


def errata(textes: Iterable[Texte], *, corrige_reponse: bool) -> Iterator[Erratum]:
    """The corrections that come without the corrected text."""
    for texte in textes:
        if texte.erratum and not texte.texte:
            yield Erratum(corrige_reponse, texte.erratum, texte.info_jo)


def reponses(textes: Iterable[Texte], raw: RawObject, field: str) -> tuple[Reponse, ...]:
    """The answers; a text that carries an erratum is a further version of the answer before it.

    Of several texts without a word on errata the source does not say whether they are answers or
    versions of one: each is taken for an answer, and that is reported.
    """
    found: list[Reponse] = []
    for texte in textes:
        if texte.erratum and not texte.texte:
            continue
        if texte.erratum and found:
            earlier = found.pop()
            found.append(Reponse((*earlier.versions, texte), earlier.info_jo))
        elif texte.texte or texte.info_jo.date:
            found.append(Reponse((texte,) if texte.texte else (), texte.info_jo))
    if len(found) > 1:
        where = raw.origin_of(field)
        raw.problems.append(catalogue.REPONSES_MULTIPLES.at(where, count=len(found)))
    return tuple(found)
