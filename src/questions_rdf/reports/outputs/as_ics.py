"""Deadlines as a calendar that any calendar program reads (RFC 5545).

Whoever imports it again finds each deadline once: its name depends on the question and the day of
the signalement, and on nothing else.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from questions_rdf.iris import page_question
from questions_rdf.problems import Bilingual
from questions_rdf.reports.corpus import Corpus, legislature, numero
from questions_rdf.reports.etat import responsable
from questions_rdf.reports.report import Source
from questions_rdf.reports.situations import Echeance

_OCTETS = 75
_HOST = "questions-parlementaires.w3id.org"
_A_DAY = timedelta(days=1)


def ics_of(  # noqa: PLR0913
    corpus: Corpus,
    echeances: list[Echeance],
    as_of: date,
    source: Source,
    title: Bilingual,
    *,
    lang: str,
) -> bytes:
    """A calendar of whole days."""
    titles = corpus.details({due.identifiant for due in echeances})["dcterms:title"]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//questions-rdf//FR",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(title.in_language(lang))}",
        f"X-WR-CALDESC:{_text(source.said().in_language(lang))}",
    ]
    for due in echeances:
        ministry = corpus.annuaire.organisme(responsable(corpus, due.identifiant, as_of)) or ""
        lines += _event(due, as_of, titles.get(due.identifiant, ""), ministry, lang)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(due: Echeance, as_of: date, title: str, ministry: str, lang: str) -> Iterator[str]:
    number = f"{legislature(due.identifiant)}-{numero(due.identifiant)}"
    after = f"-signalement-{due.signalement.isoformat()}" if due.signalement else ""
    if lang == "en":
        what = "Deadline after a signalement" if due.signalement else "Deadline"
        summary = f"{what}: written question no. {number}, {title}"
    else:
        what = "Échéance après signalement" if due.signalement else "Échéance"
        summary = f"{what} : question écrite n° {number}, {title}"
    yield "BEGIN:VEVENT"
    yield f"UID:{due.identifiant}-echeance{after}@{_HOST}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due.jour:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due.jour + _A_DAY:%Y%m%d}"
    yield f"SUMMARY:{_text(summary)}"
    if ministry:
        yield f"DESCRIPTION:{_text(ministry)}"
    yield f"URL:{page_question(legislature(due.identifiant), due.identifiant)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A value of the type TEXT: its signs with a meaning are marked, control signs left out."""
    marked = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = marked.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join("".join(c for c in line if c >= " " and c != "\x7f") for line in lines)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets; all but the first begin with a space."""
    piece, room = "", _OCTETS
    for sign in line:
        octets = len(sign.encode())
        if octets > room:
            yield piece
            piece, room = " ", _OCTETS - 1
        piece += sign
        room -= octets
    yield piece
