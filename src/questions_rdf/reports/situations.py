"""What may have happened to a question that somebody follows, and what is due next."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from questions_rdf import mots
from questions_rdf.problems import Bilingual
from questions_rdf.reports.corpus import Changement, Corpus, Signalement, rang
from questions_rdf.reports.etat import Etat, etat_au, responsable

SOON = timedelta(days=14)
NEW = Bilingual("Nouvelles", "New")
ANSWERED = Bilingual("Répondues", "Answered")
MOVED = Bilingual("Réattribuées", "Re-attributed")
DUE = Bilingual("À répondre sous 14 jours", "Due within 14 days")
UNSIGNALLED = Bilingual("Délai dépassé, pas encore signalées", "Overdue and not yet signalées")
SIGNALLED = Bilingual("Signalées et délai dépassé", "Signalées and overdue")
CLOSED = Bilingual("Closes sans réponse", "Closed unanswered")


class Suite(NamedTuple):
    """Of whom, and since when."""

    auteurs: frozenset[str]
    ministeres: frozenset[str]
    since: date
    as_of: date


class Echeance(NamedTuple):
    """A day by which an answer is due, by its own time or after a signalement."""

    identifiant: str
    jour: date
    signalement: date | None


class Situation(NamedTuple):
    """A question that is in one, since a day or by a day, and whose ministry it is."""

    identifiant: str
    jour: date | None
    remarque: Bilingual
    ministere: str | None


_NOTHING = Bilingual("", "")
_Followed = Iterable[tuple[str, Etat]]


def situations(corpus: Corpus, suite: Suite) -> dict[Bilingual, list[Situation]]:
    """The seven situations, each with its questions; a question may be in several."""
    corpus = _of_the_authors(corpus, suite)
    followed = _followed(corpus, suite)
    return {
        NEW: _new(corpus, suite, followed),
        ANSWERED: _answered(corpus, suite, followed),
        MOVED: _moved(corpus, suite, followed),
        DUE: _due(corpus, suite, followed),
        UNSIGNALLED: _overdue(corpus, suite, followed, signalled=False),
        SIGNALLED: _overdue(corpus, suite, followed, signalled=True),
        CLOSED: _closed(corpus, suite, followed),
    }


def echeances(corpus: Corpus, suite: Suite) -> list[Echeance]:
    """The days by which the open questions are due, in the order of days."""
    found = []
    corpus = _of_the_authors(corpus, suite)
    for one, state in _followed(corpus, suite):
        if state.ouverte and _is_responsible(corpus, suite, one):
            found += _deadlines(corpus, one, state, suite.as_of)
    return sorted(found, key=lambda due: (due.jour, rang(due.identifiant), str(due)))


def _of_the_authors(corpus: Corpus, suite: Suite) -> Corpus:
    """What the store knows of the questions of those who are followed, which is little."""
    if not suite.auteurs:
        return corpus
    return corpus.only({one for one, who in corpus.auteurs.items() if who in suite.auteurs})


def _followed(corpus: Corpus, suite: Suite) -> list[tuple[str, Etat]]:
    """The questions of the authors who are followed, or of everybody, that exist by the day."""
    authors = suite.auteurs
    chosen = (one for one in corpus.questions if not authors or corpus.auteurs.get(one) in authors)
    return [(one, state) for one in chosen if (state := etat_au(corpus, one, suite.as_of))]


def _deadlines(corpus: Corpus, one: str, state: Etat, as_of: date) -> list[Echeance]:
    """The deadline of its own, and that of the last signalement."""
    own = [Echeance(one, state.echeance, None)] if state.echeance else []
    last = _signalled(corpus, one, as_of)
    if last and last.echeance:
        own.append(Echeance(one, last.echeance, last.jour))
    return own


def _signalled(corpus: Corpus, identifiant: str, as_of: date) -> Signalement | None:
    """The last signalement that had happened by a day."""
    happened = [
        one
        for one in corpus.signalements.get(identifiant, [])
        if one.jour is None or one.jour <= as_of
    ]
    return happened[-1] if happened else None


def _new(corpus: Corpus, suite: Suite, followed: _Followed) -> list[Situation]:
    """Published since the day, to the ministry asked."""
    return [
        Situation(one, state.publication, _NOTHING, corpus.interroges.get(one))
        for one, state in followed
        if _since(suite, state.publication) and _of(suite, corpus.interroges.get(one))
    ]


def _answered(corpus: Corpus, suite: Suite, followed: _Followed) -> list[Situation]:
    """Answered since the day, by the ministry that answered."""
    lines = []
    for one, state in followed:
        if not _since(suite, state.reponse):
            continue
        ministry = corpus.repondants.get(one) or responsable(corpus, one, suite.as_of)
        if _of(suite, ministry):
            lines.append(Situation(one, state.reponse, _delay(state), ministry))
    return lines


def _delay(state: Etat) -> Bilingual:
    if state.reponse is None or state.publication is None:
        return _NOTHING
    after = (state.reponse - state.publication).days
    late = (state.reponse - state.echeance).days if state.echeance else 0
    if late <= 0:
        return Bilingual(f"après {after} jours", f"after {after} days")
    return Bilingual(
        f"après {after} jours, {late} de retard", f"after {after} days, {late} of them late"
    )


def _moved(corpus: Corpus, suite: Suite, followed: _Followed) -> list[Situation]:
    """Moved since the day, to or from the ministry."""
    lines = []
    for one, _ in followed:
        before = corpus.interroges.get(one)
        for change in corpus.changements.get(one, []):
            here = _of(suite, before) or _of(suite, change.ministere)
            if here and _since(suite, change.jour):
                lines.append(
                    Situation(one, change.jour, _whence(corpus, before, change), change.ministere)
                )
            before = change.ministere
    return lines


def _whence(corpus: Corpus, before: str | None, change: Changement) -> Bilingual:
    name = corpus.annuaire.organisme(before) or "?"
    why = (change.motif or "").rpartition("#")[2]
    said = {"Remaniement": ("remaniement", "reshuffle"), "Transfert": ("transfert", "transfer")}
    fr, en = (f" ({one})" for one in said[why]) if why in said else ("", "")
    return Bilingual(f"auparavant {name}{fr}", f"before: {name}{en}")


def _due(corpus: Corpus, suite: Suite, followed: _Followed) -> list[Situation]:
    """Open, and due within a fortnight: by its own time, or after a signalement."""
    lines = []
    for one, state in followed:
        if not state.ouverte or not _is_responsible(corpus, suite, one):
            continue
        for due in _deadlines(corpus, one, state, suite.as_of):
            if suite.as_of <= due.jour <= suite.as_of + SOON:
                said = _after_signalement(due.signalement) if due.signalement else _NOTHING
                lines.append(Situation(one, due.jour, said, responsable(corpus, one, suite.as_of)))
    return lines


def _overdue(
    corpus: Corpus, suite: Suite, followed: _Followed, *, signalled: bool
) -> list[Situation]:
    """Open and overdue: never signalled, or signalled and the ten days over as well."""
    lines = []
    for one, state in followed:
        if not state.depassee or not _is_responsible(corpus, suite, one):
            continue
        last = _signalled(corpus, one, suite.as_of)
        if (last is not None) is not signalled or (last and _still_runs(last, suite.as_of)):
            continue
        since = last.echeance or last.jour if last else state.echeance
        said = _after_signalement(last.jour) if last else _NOTHING
        lines.append(Situation(one, since, said, responsable(corpus, one, suite.as_of)))
    return lines


def _still_runs(signalement: Signalement, as_of: date) -> bool:
    return signalement.echeance is not None and as_of <= signalement.echeance


def _after_signalement(day: date | None) -> Bilingual:
    if day is None:
        return Bilingual("signalée", "signalée")
    said = mots.le(day)
    return Bilingual(f"signalée le {said.fr}", f"signalée on {said.en}")


def _closed(corpus: Corpus, suite: Suite, followed: _Followed) -> list[Situation]:
    """Closed without an answer since the day."""
    return [
        Situation(one, state.cloture, _why(corpus, one), responsable(corpus, one, suite.as_of))
        for one, state in followed
        if _since(suite, state.cloture) and _is_responsible(corpus, suite, one)
    ]


def _why(corpus: Corpus, identifiant: str) -> Bilingual:
    closures = corpus.clotures.get(identifiant, [])
    if any(one.retrait for one in closures):
        return Bilingual("retirée", "withdrawn")
    if not closures or any(one.caducite for one in closures):
        return Bilingual("caduque", "lapsed")
    return Bilingual("clôturée", "closed")


def _since(suite: Suite, day: date | None) -> bool:
    return day is not None and suite.since <= day <= suite.as_of


def _of(suite: Suite, ministere: str | None) -> bool:
    return not suite.ministeres or ministere in suite.ministeres


def _is_responsible(corpus: Corpus, suite: Suite, identifiant: str) -> bool:
    return not suite.ministeres or _of(suite, responsable(corpus, identifiant, suite.as_of))
