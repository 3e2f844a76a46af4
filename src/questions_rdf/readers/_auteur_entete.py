"""The author as the header of the old page prints it: name, then group and département in brackets.

``de Mme Laure Miller ( Renaissance - Marne )``: the group comes first; the number of the
constituency is not printed.
"""

import re

from questions_rdf.readers import _characters, _page, _page_facts
from questions_rdf.readers._page_question import Author, author_named
from questions_rdf.records import Organisme
from questions_rdf.reference.departements import code_of

PRINTED = re.compile(
    r"(?<!\w)de\s+(?P<nom>(?:mme|mlle|m\.)\s[^()\t|\n]{1,200}+)\s{0,40}+"
    r"\((?P<parti>[^\t|\n]{1,300})\)"
)
_SEPARATOR = re.compile(r"\s+[-–—]\s+")


def author(page: _page.Page, legislature: int) -> Author:
    """The author, with group and département."""
    found = PRINTED.finditer(page.folded)
    match = next((match for match in found if not page.in_a_text(match.start())), None)
    if match is None:
        return Author()
    name = page.text[match.start("nom") : match.end("nom")]
    origin = page.at(match.start("nom"))
    found_author = author_named(page, _page.Value(" ".join(name.split()), origin), legislature)
    stated = _characters.label(page.text[match.start("parti") : match.end("parti")])
    groupe, place = _group_and_place(stated)
    if groupe:
        organisme = Organisme(legislature=legislature, developpe=groupe)
        found_author = found_author._replace(groupe=organisme)
    if place:
        code = _page_facts.departement_code(page, _page.Value(place, origin), place)
        found_author = found_author._replace(departement=code)
    return found_author


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
    return (None, stated) if code_of(stated) else (stated, None)
