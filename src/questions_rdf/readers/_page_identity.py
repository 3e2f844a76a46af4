"""Which question a page is about: number, kind, legislature; and its title.

A page states them in several places and in any order: labels, not positions. What the page leaves
open is taken from the name of the document and from the address of the page.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from questions_rdf import catalogue
from questions_rdf.problems import Problem
from questions_rdf.readers import _adresse, _labels
from questions_rdf.readers._labels import Label
from questions_rdf.readers._numbers import whole
from questions_rdf.readers._page import Page, Value
from questions_rdf.readers._question_checks import Identity, Statement, identity_problem
from questions_rdf.readers._text_ends import BODIES
from questions_rdf.records import Nature

_NATURES = {
    "ecrite": Nature.QUESTION_ECRITE,
    "au gouvernement": Nature.QUESTION_AU_GOUVERNEMENT,
    "orale sans debat": Nature.QUESTION_ORALE_SANS_DEBAT,
    "orale": Nature.QUESTION_ORALE_SANS_DEBAT,
    "qe": Nature.QUESTION_ECRITE,
    "qg": Nature.QUESTION_AU_GOUVERNEMENT,
    "qosd": Nature.QUESTION_ORALE_SANS_DEBAT,
}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_NATURE = r"\s+(ecrite|au\s+gouvernement|orale\s+sans\s+debat|orale)"
_TITLED_NUMBER = re.compile(
    rf"question(?:{_NATURE})?\s+n\s*[°ºo]\s*+[:>]?[\s|]*+(\d{{1,3}}(?: ?\d{{3}})*|\d+)(?!\w|[.,]\d)"
)
# What may not stand before a word is asked behind its first sign: so the search is for that.
_NATURE_ALONE = re.compile(rf"q(?<!\wq)uestion{_NATURE}(?=\s*(?:$|[\t|\n]))", re.MULTILINE)
_NATURE_LETTERS = re.compile(r"(q(?<![\w-]q)(?:e|g|osd))(?=[ \t|]*+$| {2})", re.MULTILINE)
_LEGISLATURE = re.compile(
    r"(?<!\w)(?=[\divx])(?:(\d{1,2})\s*+\^?(?:ere|eme|re|er|e)?|([ivx]{1,6}+)\s?(?:ere|eme|re|e)?)"
    r"\s*+legislature(?!\w)"
)
_UP_TO_THE_NEXT = len("legislature") + 1
_LESS_NEAR = 1.5
_OF_SOMEBODY = re.compile(r"de\s+(?:m\.?|mme|mlle)\s")


def identity(page: Page) -> Identity:
    """Every statement of the page, of its name and of its address on number, kind, legislature."""
    found = _stated(page)
    named = _adresse.of_name(page.origin)
    own = {adresse.identite for adresse in page.adresses if adresse.propre}
    for identite in (*own, *((named,) if named else ())):
        found.state(*identite)
    if not _complete(found) and (linked := _linked(page, found)):
        found.state(*linked)
    return found


def refusal(page: Page, found: Identity) -> Problem | None:
    """Why the page cannot be identified, or ``None``; a page says all that is missing at once."""
    missing = [
        name
        for name, stated in (
            ("numéro", found.numeros - {0}),
            ("législature", found.legislatures),
            ("nature", found.natures),
        )
        if not stated
    ]
    if len(missing) > 1:
        labels = {match.label for match in page.matches} - {*BODIES, Label.SECTION}
        if len(missing) == 3 and not labels:  # noqa: PLR2004  (all of them)
            return catalogue.PAGE_SANS_METADONNEES.at(page.origin, missing=", ".join(missing))
        return catalogue.IDENTITE_INCOMPLETE.at(page.origin, missing=", ".join(missing))
    return identity_problem(found, page.origin)


def _stated(page: Page) -> Identity:
    found = Identity()
    for statement in (*statements(page.metadata()), *page.stated):
        found.state(*statement)
    for value in page.values(Label.NUMERO):
        found.state(None, None, whole(value.text))
    for value in page.values(Label.LEGISLATURE):
        if number := re.match(r"\d{1,2}(?!\d)", value.text):
            found.state(int(number[0]), None, None)
    for value in page.values(Label.TYPE):
        words = _labels.folded(value.text).removeprefix("question").strip()
        found.state(None, _nature(words), None)
    return found


def statements(folded: str) -> Iterator[Statement]:
    """What words state about which question this is."""
    for match in _TITLED_NUMBER.finditer(folded):
        yield Statement(None, _nature(match[1]), whole(match[2]))
    for pattern in (_NATURE_ALONE, _NATURE_LETTERS):
        for match in pattern.finditer(folded):
            yield Statement(None, _nature(match[1]), None)
    # The pattern may begin at any word; behind the last "legislature" none has to be tried.
    for match in _LEGISLATURE.finditer(folded, 0, folded.rfind("legislature") + _UP_TO_THE_NEXT):
        yield Statement(int(match[1]) if match[1] else _roman(match[2]), None, None)


def number_in(folded: str) -> re.Match[str] | None:
    """``Question écrite n° 12`` in a line."""
    return _TITLED_NUMBER.search(folded)


def _complete(found: Identity) -> bool:
    return bool(found.numeros and found.legislatures and found.natures)


def _linked(page: Page, found: Identity) -> _adresse.Identite | None:
    """The one question that the page links to outside its texts, if it may be this one."""
    linked = {a.identite for a in page.adresses if not page.line_in_a_text(a.line)}
    if len(linked) != 1:
        return None
    (identite,) = linked
    return identite if _agree(identite, found) else None


def _agree(identite: _adresse.Identite, found: Identity) -> bool:
    stated: Iterable[tuple[object, set[object]]] = (
        (identite.legislature, {*found.legislatures}),
        (identite.nature, {*found.natures}),
        (identite.numero, {*found.numeros}),
    )
    return all(not known or one in known for one, known in stated)


def _nature(words: str | None) -> Nature | None:
    return _NATURES.get(" ".join((words or "").split()))


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def title(page: Page) -> str | None:
    """The title: the paragraph of the header that is not identity or letterhead.

    Of several, the one beside the number; the others are reported. It may stand behind the number
    on one line.
    """
    candidates: list[tuple[float, Value]] = []
    anchor = None
    for index, value in enumerate(page.header(_is_identity)):
        text = _labels.folded(value.text)
        if _TITLED_NUMBER.search(text):
            anchor = index
            beside = value._replace(text=_beside_the_number(value.text, text))
            if not _is_letterhead(_labels.folded(beside.text)):
                candidates.append((index + _LESS_NEAR, beside))
        elif not _is_letterhead(text):
            candidates.append((index, value))
    if not candidates:
        stated = page.label(Label.TITRE)
        return stated or None
    near = anchor if anchor is not None else candidates[-1][0]
    best = min(candidates, key=lambda candidate: (abs(candidate[0] - near), candidate[0]))
    for candidate in candidates:
        if candidate is not best:
            origin, line = candidate[1].origin, candidate[1].text
            page.problems.append(catalogue.LIGNE_NON_LUE.at(origin, line=line))
    return best[1].text


def _beside_the_number(line: str, folded: str) -> str:
    """What a line says besides number and legislature: a title, unless it names the author."""
    for pattern in (_TITLED_NUMBER, _LEGISLATURE):
        if match := pattern.search(folded):
            line = f"{line[: match.start()]} {line[match.end() :]}"
            folded = f"{folded[: match.start()]} {folded[match.end() :]}"
    rest = line.strip(" :-–—|,()")
    return "" if _OF_SOMEBODY.match(_labels.folded(rest)) else rest


def says_no_more(line: str) -> bool:
    """Whether a line holds nothing but identity and letterhead, which are read everywhere."""
    return _is_letterhead(_TITLED_NUMBER.sub("", _labels.folded(line)))


def _is_identity(folded: str) -> bool:
    return _TITLED_NUMBER.search(folded) is not None or _is_letterhead(folded)


@lru_cache(maxsize=32)
def _is_letterhead(folded: str) -> bool:
    """Asked several times of the lines of one page, and the same of many pages."""
    rest = _NATURE_LETTERS.sub("", _NATURE_ALONE.sub("", _LEGISLATURE.sub("", folded)))
    for words in ("assemblee nationale", "fiche question"):
        rest = rest.replace(words, "")
    return not re.search(r"\w", rest)
