"""What the texts of a question cite: earlier questions, laws and decrees, articles of codes.

Texts are searched for a few words (``question``, ``loi``, ``article`` …); only where one stands is
a pattern tried, at that place and over a bounded length. So a text without them costs nearly
nothing, and no text takes longer than its length asks.

What is not certain is not linked: the words are kept all the same.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from questions_rdf.citations import articles, europe, questions, textes
from questions_rdf.citations.passages import Passage, Who
from questions_rdf.facts import Citation

__all__ = ["Text", "citations"]


class Text(NamedTuple):
    """A text that may cite something: whose it is (an IRI), its words, its day."""

    iri: str
    texte: str
    date: date | None


def citations(iri: str, who: Who, texts: Sequence[Text]) -> tuple[Citation, ...]:
    """The citations of a question and its answers, numbered in the order of the texts.

    A text that cites one thing several times has one citation of it, with the first words.
    """
    found = [
        (text, passage)
        for text in texts
        if (cited := _passages(text.texte, text.date, who))
        for passage in _distinct(text.texte, cited)
    ]
    if not found:
        return ()
    return tuple(
        Citation(
            iri=f"{iri}#citation-{rank}",
            texte=text.texte[passage.start : passage.end],
            genre=passage.genre,
            extrait_de=text.iri,
            rappelle=passage.rappelle,
            cite_loi=passage.cite_loi,
            remarque=passage.remarque,
        )
        for rank, (text, passage) in enumerate(found, start=1)
    )


def _passages(text: str, day: date | None, who: Who) -> list[Passage]:
    return [
        *questions.passages(text, day, who),
        *textes.passages(text, day),
        *articles.passages(text),
        *europe.passages(text),
    ]


def _distinct(text: str, cited: list[Passage]) -> Iterator[Passage]:
    """The passages of a text in their order, without those that say the same again."""
    seen = set()
    for passage in sorted(cited, key=_start):
        words = " ".join(text[passage.start : passage.end].casefold().split())
        same = passage.cite_loi or passage.rappelle or words
        if same not in seen:
            seen.add(same)
            yield passage


def _start(passage: Passage) -> int:
    return passage.start
