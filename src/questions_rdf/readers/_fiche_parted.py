"""A file that lost its line breaks on the way: two spaces again where its fields part.

Two spaces are what a table leaves between its cells. The headings of the texts and the labels that
are ordinary words count as the files print them only: with these capitals, and with a colon.
"""

import re

_QUESTION = re.compile(r"(?<!\w)(?:Texte\s+de\s+la\s+QUESTION|DEBAT)\s*:")
_REPONSE = re.compile(r"(?<!\w)Texte\s+de\s+la\s+REPONSE\s*:")
# Those that may stand anywhere need no spaces; but the kind of question stands before the first.
_LABEL = re.compile(
    r"(?<=[^\s|]) (?=(?:Minist[èe]re\s+interrog[ée]|Rubrique|Titre|Analyse)\s*[:>])"
)
_PARTED = re.compile(r"(?:^|\n|\t|  )[ |]*\Z")
_LONGEST_PART = 20


def parted(text: str) -> str:
    """``text`` with two spaces before each label that stands in the middle of a line.

    Above its texts a file has nothing but labels. Below, where line breaks are lost, the heading of
    the answer is one if it stands there once.
    """
    asked = _QUESTION.search(text)
    if asked is None:
        return text
    head, body = text[: asked.start()], text[asked.start() :]
    fields = _apart(_LABEL.sub("  ", head), body)
    answers = [match.start() for match in _REPONSE.finditer(body)]
    if fields == text or len(answers) != 1:
        return fields
    cut = len(fields) - len(body) + answers[0]
    return _apart(fields[:cut], fields[cut:])


def _apart(before: str, heading: str) -> str:
    """Two pieces of a page, the second of which begins with a heading."""
    return (before if _is_parted(before, len(before)) else f"{before.rstrip(' |')}  ") + heading


def has_answers_within_lines(text: str) -> bool:
    """Whether the heading of the answer stands several times, and nowhere on a line of its own."""
    found = [match.start() for match in _REPONSE.finditer(text)]
    return len(found) > 1 and not any(_is_parted(text, start) for start in found)


def _is_parted(text: str, position: int) -> bool:
    """Whether what stands at a position begins its line, or stands apart on it."""
    return _PARTED.search(text[max(0, position - _LONGEST_PART) : position]) is not None
