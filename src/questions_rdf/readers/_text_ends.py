"""Where the texts of a page end: which labels are key data, and which are words of a text."""

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from questions_rdf.readers import _labels
from questions_rdf.readers._labels import Label

BODIES = (Label.TEXTE_QUESTION, Label.TEXTE_REPONSE)
ERRATA = (Label.ERRATUM_QUESTION, Label.ERRATUM_REPONSE, Label.ERRATUM)
# A label that ends a text although no heading stands between: the key data of a page.
_ENDS_A_TEXT = frozenset(
    (
        Label.AUTEUR,
        Label.CIRCONSCRIPTION,
        Label.TYPE,
        Label.NUMERO,
        Label.PUBLICATION,
        Label.PUBLICATION_REPONSE,
        Label.MINISTERE_INTERROGE,
        Label.MINISTERE_ATTRIBUTAIRE,
        Label.CHANGEMENT,
        Label.SIGNALEMENT,
        Label.RENOUVELLEMENT,
        Label.RETRAIT,
        Label.CLOTURE,
        Label.DATE_CLOTURE,
        Label.SEANCE,
        Label.SECTION,
        *ERRATA,
        *BODIES,
    )
)
# A heading may follow a text whose last line looks like a label; these are nothing but key data.
_KEY_DATA = _ENDS_A_TEXT - {Label.SECTION, *ERRATA, *BODIES}
# A whole page on one line has two spaces where lines ended.
_PARTED = "  "
# The author of a page has a civility; "Auteur : qui ?" is said by somebody.
_SOMEBODY = re.compile(r"[\s|]*+(?:m\.|(?:m|mm|mme|mmes|mlle|monsieur|madame|mademoiselle)\b(?!'))")
_LETTER = re.compile(r"[^\W\d_]")
_BLANKS = " \t\n|("
_SENTENCE_END = tuple(".!?:;…»)\"'”*]")
_LONGEST_BLANK = 80


def labels_outside_texts(
    text: str, folded: str, line_starts: Sequence[int]
) -> Iterator[_labels.Match]:
    """The labels of a page, but for words inside a text that only look like one.

    The page is given as it is, folded, and by where its lines start.
    """
    found = list(_labels.found_in(folded))
    inside = False
    for match, ends_a_text in zip(found, _ends(text, folded, line_starts, found), strict=True):
        if not inside or ends_a_text:
            inside = match.label in BODIES
            yield match


def is_marked_elsewhere(folded: str, found: Sequence[_labels.Match]) -> bool:
    """Whether anything but the labels of a page has their sign, its texts apart: a quick look.

    A label inside a line may be the end of a longer one, and the second line of a wrapped one looks
    like another. Of a page without labels nothing is said.
    """
    for match, following in zip_longest(found, found[1:]):
        begins = folded[max(0, match.start - 1) : match.start] in ("", "\n", "\t", "|")
        wrapped = "\n" in folded[match.start : match.value]
        start = match.value if begins and not wrapped else match.start
        end = following.start if following else len(folded)
        if match.label not in BODIES and _labels.MARK.search(folded, start, end):
            return True
    return not found


def _ends(
    text: str, folded: str, line_starts: Sequence[int], found: list[_labels.Match]
) -> list[bool]:
    """Which labels end a text: key data that begin a line, and do not go on with a sentence.

    The other labels are ordinary words; they end a text where key data follow at once.
    """
    ends: list[bool] = []
    key_data = False
    following = len(folded)
    for match in reversed(found):
        may = _says_key_data(folded, match) or (
            key_data and "\n\n" not in folded[match.value : following].strip()
        )
        parted = match.label in BODIES and folded.endswith(_PARTED, 0, match.start)
        begins = parted or _begins_line(folded, line_starts, match.start)
        ends.append(may and (parted or (begins and not _goes_on(text, match))))
        heads_a_text = match.label in _ENDS_A_TEXT and match.label not in _KEY_DATA
        key_data = ends[-1] and not heads_a_text
        following = match.start
    return ends[::-1]


def _begins_line(folded: str, line_starts: Sequence[int], position: int) -> bool:
    if folded[position - 1 : position] in ("", "\n"):
        return True
    line = line_starts[bisect.bisect_right(line_starts, position) - 1]
    while position > line and folded[position - 1] in " |(":
        position -= 1
    return position == line


def _says_key_data(folded: str, match: _labels.Match) -> bool:
    if match.label is Label.AUTEUR:
        return _SOMEBODY.match(folded, match.value) is not None
    return match.label in _ENDS_A_TEXT


def _goes_on(text: str, match: _labels.Match) -> bool:
    """Whether a label that begins a line goes on with the sentence of the lines before it.

    Key data begin with a capital. Where they do not, a sentence has to end before them, or they
    stand apart and have a separator: "sa", then "question publiée le 12 mars", is a wrapped line.
    """
    if text[match.start : match.start + 1].isupper():
        return False
    letter = _LETTER.search(text, match.start, match.value)
    if letter is None or not letter[0].islower():
        return False
    before = text[max(0, match.start - _LONGEST_BLANK) : match.start]
    bare = before.rstrip(_BLANKS)
    if not bare or bare.endswith(_SENTENCE_END):
        return False
    separated = ":" in text[match.start : match.value] or ">" in text[match.start : match.value]
    return not (separated and before.count("\n", len(bare)) > 1)
