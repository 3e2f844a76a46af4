"""Dates and counts in words, in both languages."""

from datetime import date

from questions_rdf.problems import Bilingual

_MOIS = tuple(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
_TWO = 2


def le(day: date) -> Bilingual:
    """A date: “1er mars 2024”."""
    first = "er" if day.day == 1 else ""
    return Bilingual(
        f"{day.day}{first} {_MOIS[day.month - 1]} {day.year}",
        f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
    )


def span(begin: date | None, end: date | None) -> Bilingual | None:
    """From a day to another: “1er mars 2024 – 4 mai 2024”; none if neither is known."""
    if begin is None and end is None:
        return None
    if begin is None or end is None:
        day = le(begin or end or date.min)
        known = Bilingual("depuis le ", "since ") if begin else Bilingual("jusqu'au ", "until ")
        return Bilingual(known.fr + day.fr, known.en + day.en)
    first, last = le(begin), le(end)
    return Bilingual(f"{first.fr} – {last.fr}", f"{first.en} – {last.en}")


def questions(count: int, french: str = "", english: str = "") -> Bilingual:
    """So many questions, with a participle that agrees in French: “2 questions posées”."""
    fr = "question" if count < _TWO else "questions"
    if french:
        fr += f" {french}" if count < _TWO else f" {french}s"
    en = "question" if count == 1 else "questions"
    return Bilingual(f"{count} {fr}", f"{count} {en} {english}".rstrip())
