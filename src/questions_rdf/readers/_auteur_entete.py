"""The author as the header of the old page prints it: name, then group and département in brackets.

``de Mme Laure Miller ( Renaissance - Marne )``: the group comes first; the number of the
constituency is not printed. Cells and line breaks may stand anywhere between.
"""

import re
from collections.abc import Callable

from questions_rdf.readers import _characters, _page, _page_facts, _paragraphs
from questions_rdf.readers._page_question import Author, author_named
from questions_rdf.records import Organisme
from questions_rdf.reference.departements import code_of

_NAME = r"(?P<nom>(?:mme|mlle|m\.?)\s[^()\t|\n]{1,200}+)"
PRINTED = re.compile(
    rf"(?<!\w)(?:de[\s|]{{1,40}}+)?{_NAME}[\s|]{{0,40}}+"
    r"\((?P<parti>[^()\t|]{1,300}+(?:\([^()\t|]{1,100}+\)[^()\t|]{0,200}+){0,3})\)"
)
# Without group and département: the name alone, in a line or cell of its own.
_ALONE = re.compile(
    r"(?:^|(?<=[\t|\d])) *+de[\s|]{1,40}+(?P<nom>(?:mme|mlle|m\.?)\s[^()\t|\n]{1,200}?)"
    r"(?= *+(?:(?:qe|qg|qosd) *+)?(?:$|[\t|]))",
    re.MULTILINE,
)
_SEPARATOR = re.compile(r"\s+[-–—]\s+")


def author(page: _page.Page, legislature: int, natural: Callable[[str], str] = str) -> Author:
    """The author, with group and département; ``natural`` puts the first name first."""
    match = _found(page, PRINTED) or _found(page, _ALONE)
    if match is None:
        return Author()
    page.take(match.start(), match.end())
    name = page.text[match.start("nom") : match.end("nom")]
    value = _page.Value(" ".join(name.split()), page.at(match.start("nom")))
    found = author_named(page, value, legislature, natural)
    stated = page.text[match.start("parti") : match.end("parti")] if match.re is PRINTED else ""
    return _with_group(found, page, value._replace(text=stated), legislature)


def _found(page: _page.Page, pattern: re.Pattern[str]) -> re.Match[str] | None:
    matches = pattern.finditer(page.folded)
    return next((match for match in matches if not page.in_a_text(match.start())), None)


def _with_group(found: Author, page: _page.Page, stated: _page.Value, legislature: int) -> Author:
    groupe, place = _group_and_place(_characters.label(_paragraphs.one_line(stated.text)))
    if groupe:
        found = found._replace(groupe=Organisme(legislature=legislature, developpe=groupe))
    if place:
        code = _page_facts.departement_code(page, stated._replace(text=place), place)
        found = found._replace(departement=code)
    return found


def _group_and_place(stated: str) -> tuple[str | None, str | None]:
    """Group and département: names of both may hold the hyphen that separates them.

    The département is the longest end that names one; if none does, what follows the last hyphen.
    """
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(stated)]
    for start, end in cuts:
        if code_of(stated[end:]):
            return stated[:start], stated[end:]
    if cuts:
        start, end = cuts[-1]
        return stated[:start], stated[end:]
    return (None, stated) if code_of(stated) else (stated or None, None)
