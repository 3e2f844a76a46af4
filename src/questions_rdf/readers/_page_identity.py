"""Which question a page is about: number, kind, legislature; and its title.

A page states them in several places and in any order: labels, not positions.
"""

import re
from collections.abc import Iterator

from questions_rdf import catalogue
from questions_rdf.readers import _labels
from questions_rdf.readers._labels import Label
from questions_rdf.readers._numbers import whole
from questions_rdf.readers._page import Page
from questions_rdf.readers._question_checks import Identity, Statement
from questions_rdf.records import Nature

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


def identity(page: Page) -> Identity:
    """Every statement of the page on number, kind and legislature."""
    found = Identity()
    for statement in (*statements(page.metadata()), *page.stated):
        found.state(*statement)
    for value in page.values(Label.NUMERO):
        found.state(None, None, whole(value.text))
    for value in page.values(Label.TYPE):
        words = _labels.folded(value.text).removeprefix("question").strip()
        found.state(None, _nature(words), None)
    return found


def statements(folded: str) -> Iterator[Statement]:
    """What words state about which question this is."""
    for match in _TITLED_NUMBER.finditer(folded):
        yield Statement(None, _nature(match[1]), whole(match[2]))
    for match in _NATURE_ALONE.finditer(folded):
        yield Statement(None, _nature(match[1]), None)
    for match in _LEGISLATURE.finditer(folded):
        yield Statement(int(match[1]), None, None)


def number_in(folded: str) -> re.Match[str] | None:
    """``Question écrite n° 12`` in a line."""
    return _TITLED_NUMBER.search(folded)


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


def says_no_more(line: str) -> bool:
    """Whether a line holds nothing but identity and letterhead, which are read everywhere."""
    return _is_letterhead(_TITLED_NUMBER.sub("", _labels.folded(line)))


def _is_letterhead(folded: str) -> bool:
    rest = _NATURE_ALONE.sub("", _LEGISLATURE.sub("", folded)).replace("assemblee nationale", "")
    return not re.search(r"\w", rest)
