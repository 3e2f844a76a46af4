"""The old page's table as text: a header of cells with ``>`` after most labels.

``Question N° : 13927 | De Mme Laure Miller ( Renaissance - Marne ) | Question écrite``: the group
comes first, then the département; the number of the constituency is not printed.
"""

import re
from collections.abc import Iterator

from questions_rdf.documents import Document
from questions_rdf.problems import Problem
from questions_rdf.readers import _auteur_entete, _page
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page_opening import folded_head, opened, perhaps_numbered
from questions_rdf.readers._page_question import question_of
from questions_rdf.readers._protocol import Found, Rank

NAME = "page-entete"
RANK = Rank.PAGE

_NUMBERED = re.compile(r"question\s+n\s*[°ºo]\s*+:?[\s|]*+\d")
_ASKED = re.compile(r"ministere\s+interroge[ \t]*>")


def sniff(head: str) -> bool:
    """``Question N°`` without its kind, and the author with group and département in brackets."""
    if not perhaps_numbered(head):
        return False
    folded = folded_head(head)
    return bool(
        _NUMBERED.search(folded)
        and (_auteur_entete.PRINTED.search(folded) or _ASKED.search(folded))
    )


def read(document: Document) -> Iterator[Found | Problem]:
    """The one question of the page."""
    page, problems = opened(document)
    yield from problems
    yield from question_of(page, _auteur_entete.author, _title)


def _title(page: _page.Page) -> str | None:
    return page.label(Label.TITRE)
