"""The files of the 7th to 13th legislatures as text: ``FICHE QUESTION``, the surname first.

``Question N° : 80567  de  M.   Brard Jean-Pierre ( groupe - Seine-Saint-Denis ) QE``: the kind is
letters at the end of the line; the texts stand behind their labels. Where each value has a line of
its own between ``|`` (some of the 13th), no legislature is printed: the name of the file has it.
Line breaks may be lost.
"""

import re
from collections.abc import Iterator

from questions_rdf import catalogue
from questions_rdf.documents import Document
from questions_rdf.problems import Problem
from questions_rdf.readers import _auteur_fiche, _fiche_parted, _page
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page_opening import folded_head, opened, perhaps_numbered
from questions_rdf.readers._page_question import question_of
from questions_rdf.readers._protocol import Found, Rank

NAME = "page-fiche"
RANK = Rank.PAGE

_TITLED = re.compile(r"^[ \t|]*fiche\s+question[ \t|]*$", re.MULTILINE)
_NUMBERED = re.compile(
    r"question\s+n\s*[°ºo][\s|]*+:?[\s|]*+[\d ]{1,12}(?:[\s|]+de)?[\s|]+(?:m\.?|mme|mlle)\s"
    r"[^()\t|\n]{1,200}+[\s|]*+(?:\([^\t|]{1,400}?\))?[\s|]*+(?:qe|qg|qosd)(?!\w)"
)


def sniff(head: str) -> bool:
    """The heading of a file, or a number and an author with the letters of the kind behind."""
    if not perhaps_numbered(head) and "FICHE" not in head:
        return False
    folded = folded_head(head)
    return bool(_TITLED.search(folded) or _NUMBERED.search(folded))


def read(document: Document) -> Iterator[Found | Problem]:
    """The one question of the file."""
    page, problems = opened(document, _fiche_parted.parted)
    yield from problems
    if _fiche_parted.has_answers_within_lines(page.text):
        yield catalogue.FICHE_SANS_LIGNES.at(document.origin)
    else:
        yield from question_of(page, _auteur_fiche.author, _title)


def _title(page: _page.Page) -> str | None:
    return page.label(Label.TITRE)
