"""All questions on a subject, over the legislatures.

A question is on a subject if every word is in its title, its rubrique, its analyses or its text:
accents and case do not count, and a word counts where a word of the question begins with it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial

from questions_rdf import mots
from questions_rdf.errors import UsageError
from questions_rdf.problems import Bilingual
from questions_rdf.reports import lignes
from questions_rdf.reports.corpus import Corpus, legislature, rang
from questions_rdf.reports.etat import Classe, Etat, etat_au, responsable
from questions_rdf.reports.lignes import Lignes
from questions_rdf.reports.plis import folded
from questions_rdf.reports.rappel import later_than_data
from questions_rdf.reports.report import Column, Kind, Report, Section, Source

_FIELDS = ("dcterms:title", "qp:teteAnalyse", "qp:analyse")
_STATUT = Column("statut", Bilingual("Statut", "Status"))
_DELAI = Column("delai_jours", Bilingual("Délai (jours)", "Delay (days)"), Kind.INTEGER)
_COLUMNS = (
    *lignes.QUESTION,
    lignes.AUTEUR,
    lignes.GROUPE,
    lignes.MINISTERE,
    *lignes.SUJET,
    _STATUT,
    _DELAI,
    lignes.ADRESSE,
)
_STATUTS = {
    Classe.A_TEMPS: Bilingual("répondue à temps", "answered in time"),
    Classe.EN_RETARD: Bilingual("répondue en retard", "answered late"),
    Classe.EN_ATTENTE: Bilingual("en attente", "open"),
    Classe.DEPASSEE: Bilingual("en attente, délai dépassé", "open, overdue"),
    Classe.CLOSE_AVANT: Bilingual("close sans réponse", "closed unanswered"),
    Classe.CLOSE_APRES: Bilingual("close sans réponse", "closed unanswered"),
}


def questions(corpus: Corpus, text: str, as_of: date, source: Source) -> Report:
    """All questions on a subject, the newest first, by legislature.

    Raises:
        UsageError: if ``text`` has no word in it.
    """
    words = sorted(set(_WORD.findall(folded(text))))
    if not words:
        raise UsageError(f"no word to look for in {text!r}")
    said = ", ".join(word.decode() for word in words)
    about = _about(corpus, words)
    corpus = corpus.only(about)
    states = {one: state for one in sorted(about) if (state := etat_au(corpus, one, as_of))}
    by_legislature: dict[int, list[str]] = defaultdict(list)
    for one in states:
        by_legislature[legislature(one)].append(one)
    rows = Lignes(corpus, states, _COLUMNS)
    day, count = mots.le(as_of), mots.questions(len(states))
    return Report(
        name="questions",
        title=Bilingual(f"Questions écrites : {text}", f"Written questions: {text}"),
        lead=Bilingual(
            f"{count.fr} au {day.fr}, dont le titre, la rubrique, les analyses ou le texte ont : "
            f"{said}.",
            f"{count.en} as of {day.en} whose title, rubrique, analyses or text have: {said}.",
        ),
        as_of=as_of,
        source=source,
        sections=tuple(
            Section(
                _legislature(number),
                _COLUMNS,
                tuple(
                    rows.cells(
                        one,
                        ministere=_ministry(corpus, one, states[one], as_of),
                        statut=status(states[one]),
                        delai_jours=_delay(states[one]),
                    )
                    for one in sorted(
                        by_legislature[number],
                        key=lambda one: (corpus.publication(one) or date.min, rang(one)),
                        reverse=True,
                    )
                ),
            )
            for number in sorted(by_legislature, reverse=True)
        ),
        notes=later_than_data(corpus, as_of),
        columns=_COLUMNS,
    )


def status(state: Etat) -> Bilingual:
    """What had become of a question, in words."""
    if state.classe in _STATUTS:
        return _STATUTS[state.classe]
    if state.repondue:
        return Bilingual("répondue", "answered")
    if state.ouverte:
        return Bilingual("en attente, sans échéance connue", "open, no deadline stated")
    return Bilingual("close sans réponse", "closed unanswered")


def _delay(state: Etat) -> int | None:
    """The days from the question to its answer."""
    if state.reponse is None or state.publication is None:
        return None
    return (state.reponse - state.publication).days


def _ministry(corpus: Corpus, one: str, state: Etat, as_of: date) -> str | None:
    """The ministry that answered, else the one responsible."""
    answering = corpus.repondants.get(one) if state.repondue else None
    return corpus.annuaire.organisme(answering or responsable(corpus, one, as_of))


def _legislature(number: int) -> Bilingual:
    if not number:
        return Bilingual("Législature non indiquée", "Legislature not stated")
    return Bilingual(f"{number}e législature", f"Legislature {number}")


# -- Looking for words ----------------------------------------------------------------------------


_WORD = re.compile(rb"[a-z0-9]+")


def _about(corpus: Corpus, words: list[bytes]) -> set[str]:
    """The questions that have all words."""
    having: dict[bytes, set[str]] = {word: set() for word in words}
    tests = _tests(words)
    for some, text in _texts(corpus):
        bare = folded(text)
        for word, test in tests.items():
            if test(bare):
                having[word].update(some)
    return set.intersection(*having.values())


def _texts(corpus: Corpus) -> Iterator[tuple[Collection[str], str]]:
    """What is looked through, with the questions that have it."""
    for iri, some in _together(corpus.rubriques).items():
        yield some, corpus.annuaire.notion(iri) or ""
    for field in _FIELDS:
        yield from corpus.all_values(field)
    for one, text in corpus.textes():
        yield (one,), text


def _together(values: dict[str, str]) -> dict[str, list[str]]:
    """The questions of each value."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, value in values.items():
        found[value].append(one)
    return found


def _tests(words: list[bytes]) -> dict[bytes, Callable[[bytes], object]]:
    """For each word, whether a folded text has a word that begins with it."""
    return {word: partial(_has, word, re.compile(rb"(?<![a-z0-9])" + word)) for word in words}


def _has(word: bytes, beginning: re.Pattern[bytes], text: bytes) -> bool:
    """Whether ``text`` has it at the beginning of a word; to have it at all is seen at once."""
    return word in text and beginning.search(text) is not None
