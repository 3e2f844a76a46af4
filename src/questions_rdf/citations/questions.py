"""Earlier questions, by number: « sa question écrite n° 12345 du 3 décembre 2024 »."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from questions_rdf import iris
from questions_rdf.citations.passages import Passage, Who, places
from questions_rdf.citations.spellings import ESPACE, ESPACES, JOUR, NUMERO, day_of, is_a_date
from questions_rdf.facts import Genre, Remarque
from questions_rdf.records import Nature, uid_of
from questions_rdf.reference.legislatures import legislature

_NUM = r"(?:\d{1,3}(?:[\s.]\d{3}){1,2}(?!\d)|\d{1,6}(?![\d/]|[-\u2011]\d))"
_ET = rf"{ESPACE}(?:,\set|,|;|et|ou|&){ESPACES}"
_SIGNE = rf"{NUMERO}{ESPACE}"
_PARUTION = (
    r"(?:qui\sa\sété\s|qui\sfut\s)?(?:publi[ée]e?s?|parue?s?|pos[ée]+s?|dépos[ée]+s?|adress[ée]+s?"
    r"|transmise?s?|signal[ée]+s?|datant|datée?s?|en\sdate)"
)
_LEGISLATURE = (
    rf"(?P<legis>(?:{_PARUTION}\s)?"
    r"(?:(?:(?:de|sous|lors\sde|pendant|durant|au\scours\sde)\s)?(?:la|l['’])?\s?"
    r"(?:(?:(?P<chiffres>\d{1,2})|(?P<romain>[XVI]{1,5}))\s?(?:ème|e|è|ᵉ)?\s"
    r"|(?P<mot>pr[ée]c[ée]dente|pr[ée]sente|actuelle)\s)l[ée]gislature"
    r"|(?:(?:de|sous|lors\sde|pendant|durant|au\scours\sde)\s)la\slégislature\s(?P<passee>précédente)"
    r"\b))?"
)
_AU_JO = (
    r"(?:au|dans\sle)\s(?:Journal\sofficiel|JO|J\.\s?O\.)(?:\s(?:de\sl['’]Assemblée\snationale"
    r"|de\sla\sRépublique\sfrançaise|Assemblée\snationale|AN|\(?questions\)?))?\s?,?"
)
# « le » alone may begin the next statement: « sa question n° 12, le 3 décembre 2018 la loi … »
_QUAND = rf"(?P<quand>(?:du|(?:{_PARUTION}\s(?:{_AU_JO}\s)?|{_AU_JO}\s)(?:du|le)){ESPACES}{JOUR})"
_SUITE = rf"{ESPACE}[,(]?{ESPACE}{_QUAND}?{ESPACE}[,(]?{ESPACE}{_LEGISLATURE}"
_MOT = (
    r"[Qq]uestion(?P<pluriel>s)?(?:\sparlementaires?)?"
    r"(?:\s(?P<nature>[ée]crites?|orales?(?:\ssans\sd[ée]bats?)?|au\s[Gg]ouvernement))?"
    r"(?:\s\((?:QE|QG|QOSD)\))?"
)
# Without its sign a further number counts in the plural only: « question n° 12 et 30 autres ».
_NUMEROS = rf"{_SIGNE}(?P<numeros>{_NUM}(?:{_ET}(?(pluriel)(?:{_SIGNE})?|{_SIGNE}){_NUM}){{0,30}})"
_QUESTION = re.compile(rf"{_MOT},?{ESPACES}(?:portant\sle\s)?{_NUMEROS}{_SUITE}")
_DATEE = re.compile(
    rf"{_MOT}{ESPACE}[,(]?{ESPACE}{_QUAND}{ESPACE}[,(]?{ESPACE}"
    rf"(?:(?:sous|portant|avec)\sle\s)?{_NUMEROS}{ESPACE}[,(]?{ESPACE}{_LEGISLATURE}"
)
"""« sa question écrite publiée le 3 décembre 2024 sous le n° 2621 »: the day stands first."""
_AUTRE = re.compile(
    rf"\)?{_ET}(?P<mots>{_SIGNE}(?P<numeros>{_NUM}(?:{_ET}{_SIGNE}{_NUM}){{0,30}}){_SUITE})"
)
_UN = re.compile(rf"(?:^|{_ET}(?:{_SIGNE})?)({_NUM})")
_UID = re.compile(r"QANR5L(\d{1,2})(QE|QG|QOSD)([1-9]\d{0,5})(?!\d)")
_NATURES = {
    "é": Nature.QUESTION_ECRITE,
    "e": Nature.QUESTION_ECRITE,
    "a": Nature.QUESTION_AU_GOUVERNEMENT,
}
_SANS_DEBAT = "sans"

_AVANT, _APRES, _AUTRES = 120, 160, 10
_FIN_DE_PHRASE = re.compile(r"(?<!\bM)(?<!MM)[.!?;:»]\s|\n")
_SENAT = ("sénat", "Sénat", "SÉNAT", "senat", "Senat")
_SIENNE = re.compile(r"\b(?:[Ss]a|[Ss]es|[Mm]a|[Mm]es)\s(?:\w{1,20}\s)?$")
_SANS_REPONSE = re.compile(
    r"(?:rest[ée]+s?|demeur[ée]+s?|toujours|encore|[àa]\sce\sjour)\s(?:\S+\s){0,4}?sans\sréponse"
    r"|(?:n['’](?:a|ont|avait)|pas)\s(?:\S+\s){0,4}?(?:reçu|obtenu|eu|fait\sl['’]objet)\s"
    r"(?:\S+\s){0,3}?réponse"
)
_GENRES = (
    (
        Genre.RENOUVELLEMENT_DES_TERMES,
        ("renouvel", "réitèr", "réitér", "repose sa", "repose ses", "reposer sa", "repose la"),
    ),
    (Genre.RAPPEL_EXPRES, ("rappel", "Rappel", " de nouveau", " à nouveau")),
    (
        Genre.TEXTE_COMMUN,
        ("éponse commune", "éponses communes", "exte commun", "conjointe", "jointe aux"),
    ),
    (Genre.RENVOI_A_UNE_REPONSE, ("éponse",)),
)
"""What the sentence says before the question, by kind; the first that is there counts."""


def passages(text: str, day: date | None, who: Who) -> Iterator[Passage]:
    """The questions of the Assembly that a text of that day cites by number."""
    done = 0
    for place in places(text, "uestion"):
        start = place - 1
        if start < done or (start > 0 and text[start - 1].isalnum()):
            continue
        if match := _QUESTION.match(text, start) or _DATEE.match(text, start):
            for found in _with_others(text, match, day, who):
                done = found.end
                yield found
    yield from _by_uid(text, who)


def _by_uid(text: str, who: Who) -> Iterator[Passage]:
    for place in places(text, "QANR5L"):
        if match := _UID.match(text, place):
            cited = _earlier(int(match[1]), Nature(match[2]), int(match[3]), who)
            found = Passage(place, match.end(), Genre.MENTION_DE_QUESTION)
            if cited:
                yield found._replace(rappelle=(cited,))
            elif not _is_itself(match, who):
                yield found._replace(remarque=Remarque.IMPOSSIBLE)


def _is_itself(match: re.Match[str], who: Who) -> bool:
    return (int(match[1]), match[2], int(match[3])) == (who.legislature, who.nature, who.numero)


def _with_others(text: str, match: re.Match[str], day: date | None, who: Who) -> Iterator[Passage]:
    """The citation that a pattern took, and those joined to it; none for the Senate's questions.

    « n° 123 du 3 décembre 2024 et n° 456 du 4 février 2025 »: each has a day of its own.
    """
    before = text[max(0, match.start() - _AVANT) : match.start()]
    if not (_is_placed(match) or match["nature"] or _SIENNE.search(before)):
        return  # « la question n° 3 du formulaire »
    before = _FIN_DE_PHRASE.split(before)[-1]
    after = _FIN_DE_PHRASE.split(text[match.end() : match.end() + _APRES], 1)[0]
    near = f"{before} {after.partition('question')[0]}"
    if any(word in near for word in _SENAT):
        return
    genre, nature = _genre(before, after), _nature(match["nature"], who)
    start, further = match.start(), match
    for _ in range(_AUTRES):
        end = _end(text, further)
        yield _linked(Passage(start, end, genre), further, nature, day, who)
        if not (found := _AUTRE.match(text, end)):
            return
        further, start = found, found.start("mots")


def _is_dated(match: re.Match[str]) -> bool:
    return match["quand"] is not None and is_a_date(match)


def _is_placed(match: re.Match[str]) -> bool:
    """Whether something says of which legislature the question is."""
    return _is_dated(match) or match["legis"] is not None


def _end(text: str, match: re.Match[str]) -> int:
    """Where the words of a citation end, with the bracket that closes what they open."""
    quand = match.end("quand") if _is_dated(match) else 0
    end = max(match.end("numeros"), quand, match.end("legis"))
    words = text[match.start() : end]
    return end + 1 if "(" in words and ")" not in words and text[end : end + 1] == ")" else end


def _genre(before: str, after: str) -> Genre:
    """What the sentence does with the question."""
    for genre, said in _GENRES:
        if any(words in before for words in said):
            return genre
    unanswered = "réponse" in after and _SANS_REPONSE.search(after)
    return Genre.RAPPEL_EXPRES if unanswered else Genre.MENTION_DE_QUESTION


def _linked(
    found: Passage, match: re.Match[str], nature: Nature | None, day: date | None, who: Who
) -> Passage:
    """The citation with the questions that it surely means."""
    dated = _is_dated(match)
    asked = day_of(match) if dated else None
    if dated and (asked is None or (day is not None and asked > day)):
        return found._replace(remarque=Remarque.IMPOSSIBLE)
    term = _legislature(match, asked, who)
    if nature is None or term is None:
        return found
    cited = [_earlier(term, nature, numero, who) for numero in _numeros(match["numeros"])]
    if None in cited:
        return found._replace(remarque=Remarque.IMPOSSIBLE)
    return found._replace(rappelle=tuple(dict.fromkeys(filter(None, cited))))


def _nature(stated: str | None, who: Who) -> Nature | None:
    """The kind of the question cited; a written question that names none means a written one."""
    if stated is None:
        return who.nature if who.nature is Nature.QUESTION_ECRITE else None
    if stated.startswith("orale"):
        return Nature.QUESTION_ORALE_SANS_DEBAT if _SANS_DEBAT in stated else None
    return _NATURES[stated[0]]


def _legislature(match: re.Match[str], asked: date | None, who: Who) -> int | None:
    """The legislature, stated or of the day; ``None`` if unsure, or if both disagree."""
    stated = _stated_legislature(match, who)
    if asked is None:
        return stated
    of_the_day = legislatures_on(asked)
    if stated is not None:
        return stated if stated in of_the_day else None
    return of_the_day[0] if len(of_the_day) == 1 else None


def _stated_legislature(match: re.Match[str], who: Who) -> int | None:
    if match["chiffres"]:
        return int(match["chiffres"])
    if match["romain"]:
        return _ROMAINS.get(match["romain"])
    if match["mot"] or match["passee"]:
        former = (match["mot"] or match["passee"]).startswith(("préc", "prec"))
        return who.legislature - 1 if former else who.legislature
    return None


_ROMAINS = {
    roman: number
    for number, roman in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), start=1
    )
}


@lru_cache(maxsize=1024)
def legislatures_on(day: date) -> tuple[int, ...]:
    """The legislatures of questions printed on that day: two where one has just ended."""
    known = map(legislature, _ROMAINS.values())
    return tuple(one.numero for one in known if one.debut and one.covers(day))


def _numeros(text: str) -> Iterator[int]:
    for match in _UN.finditer(text):
        yield int(re.sub(r"\D", "", match[1]))


def _earlier(term: int, nature: Nature, numero: int, who: Who) -> str | None:
    """The IRI of a question; ``None`` if there can be none such before the one that cites it."""
    later = term == who.legislature and nature is who.nature and numero >= who.numero
    if numero < 1 or term < 1 or term > who.legislature or later:
        return None
    return iris.question(uid_of(term, nature, numero))
