"""Pages of the present site as plain text or Markdown, in full or in short.

In full: title, texts, then "Données clés"; ``Auteur : Mme …`` and ``Circonscription : Jura (1re
circonscription) - groupe`` stand on lines of their own; number, kind and legislature stand in the
header. In short: title, then ``Question de : Mme …``; what tells the question from others is in the
address only.
"""

from collections.abc import Iterator

from questions_rdf.documents import Document
from questions_rdf.problems import Problem
from questions_rdf.readers import _auteur_dyn, _labels, _page_identity
from questions_rdf.readers._labels import Label
from questions_rdf.readers._page_opening import folded_head, opened
from questions_rdf.readers._page_question import question_of
from questions_rdf.readers._protocol import Found, Rank

NAME = "page-dyn"
RANK = Rank.PAGE


def sniff(head: str) -> bool:
    """Two of the labels of a question page, or the heading of its text."""
    if head.lstrip().startswith(("<!", "<html", "<?xml")):
        return False
    if _labels.begins_a_text(head):
        return True
    labels = {match.label for match in _labels.found_in(folded_head(head))}
    return Label.TEXTE_QUESTION in labels or len(labels - {Label.SECTION}) > 1


def read(document: Document) -> Iterator[Found | Problem]:
    """The one question of the page."""
    page, problems = opened(document)
    yield from problems
    yield from question_of(page, _auteur_dyn.author, _page_identity.title)
