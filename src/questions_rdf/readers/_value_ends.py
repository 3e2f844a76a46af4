"""Where a value of a page ends, beside the next label: at the next cell, paragraph or item."""

import re

from questions_rdf.readers import _dates, _labels
from questions_rdf.readers._labels import Label

_CELL_END = re.compile(r"[\t|]|\n[ \t]*\n")
_ITEM = re.compile(r"\n[ \t]*[-–*+•‣◦][ \t]")
# A dash may go on with a value that is wrapped: "Jura (1re circonscription)", "- groupe".
_CERTAIN_ITEM = re.compile(r"\n[ \t]*[*+•‣◦][ \t]")
BULLETS = "-–*+•‣◦"
# What befell a question, on a line that has no label.
_EVENT = re.compile(r"\n[ \t]*question\s(?:retiree|caduque|cloturee|renouvelee|signalee)\b")
_MAY_TELL_THE_EVENT = frozenset(
    (Label.RETRAIT, Label.CLOTURE, Label.DATE_CLOTURE, Label.CAUSE, Label.TITRE)
)
# Date, page, brackets: a line behind them that begins with a capital says something else.
_DATED = frozenset(
    (
        Label.PUBLICATION,
        Label.PUBLICATION_REPONSE,
        Label.CHANGEMENT,
        Label.SIGNALEMENT,
        Label.RENOUVELLEMENT,
        Label.SEANCE,
        Label.ERRATUM_QUESTION,
        Label.ERRATUM_REPONSE,
        Label.ERRATUM,
    )
)
_OTHER_LINE = re.compile(r"(?<=[\d).])[ \t]*\n[ \t]*(?!(?i:page\b))(?=[A-ZÀÂÇÈÉÊÎÔÙŒ])")


def end_of_value(text: str, folded: str, match: _labels.Match, begin: int, limit: int) -> int:
    """Where the value of a label ends that begins at ``begin`` and may go on to ``limit``."""
    cell = _CELL_END.search(text, begin, limit)
    stop = cell.start() if cell else limit
    if _labels.MARK.search(folded, begin, stop):
        unknown = _labels.unknown_in(folded[begin:stop])
        stop = next((begin + found.start for found in unknown if found.start > 0), stop)
    if text.find("\n", begin, stop) < 0:  # nearly all values of HTML pages: nothing else ends one
        return stop
    in_a_list = text[match.start : begin].lstrip().startswith(tuple(BULLETS))
    for found in (
        (_ITEM if in_a_list else _CERTAIN_ITEM).search(text, begin, stop),
        None if match.label in _MAY_TELL_THE_EVENT else _EVENT.search(folded, begin, stop),
        _behind_the_date(text, begin, stop) if match.label in _DATED else None,
    ):
        stop = min(stop, found.start()) if found else stop
    return stop


def _behind_the_date(text: str, begin: int, stop: int) -> re.Match[str] | None:
    date = _dates.FOUND.search(text, begin, stop)
    return _OTHER_LINE.search(text, date.end() - 1, stop) if date else None
