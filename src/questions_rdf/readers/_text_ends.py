"""Where the texts of a page end: which labels are key data, and which are words of a text."""

import bisect
from collections.abc import Iterator, Sequence

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


def labels_outside_texts(folded: str, line_starts: Sequence[int]) -> Iterator[_labels.Match]:
    """The labels of a folded page, but for words inside a text that only look like one."""
    found = list(_labels.found_in(folded))
    inside = False
    for match, ends_a_text in zip(found, _ends(folded, line_starts, found), strict=True):
        if not inside or ends_a_text:
            inside = match.label in BODIES
            yield match


def _ends(folded: str, line_starts: Sequence[int], found: list[_labels.Match]) -> list[bool]:
    """Which labels end a text: key data that begin a line.

    The other labels are ordinary words; they end a text where key data follow at once.
    """
    ends: list[bool] = []
    key_data = False
    following = len(folded)
    for match in reversed(found):
        close = key_data and "\n\n" not in folded[match.value : following].strip()
        may = match.label in _ENDS_A_TEXT or close
        parted = match.label in BODIES and folded.endswith(_PARTED, 0, match.start)
        ends.append(may and (parted or _begins_line(folded, line_starts, match.start)))
        heads_a_text = match.label in _ENDS_A_TEXT and match.label not in _KEY_DATA
        key_data = ends[-1] and not heads_a_text
        following = match.start
    return ends[::-1]


def _begins_line(folded: str, line_starts: Sequence[int], position: int) -> bool:
    line = line_starts[bisect.bisect_right(line_starts, position) - 1]
    return not folded[line:position].strip(" |(")
