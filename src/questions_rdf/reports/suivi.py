"""What has happened to somebody's questions since a day, and what is due next."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from questions_rdf import mots
from questions_rdf.errors import UsageError
from questions_rdf.problems import Bilingual
from questions_rdf.reports import lignes, noms
from questions_rdf.reports.corpus import Changement, Corpus, Signalement, rang
from questions_rdf.reports.etat import Etat, etat_au, responsable
from questions_rdf.reports.lignes import Lignes
from questions_rdf.reports.rappel import later_than_data
from questions_rdf.reports.report import Cell, Column, Kind, Report, Row, Section, Source

SOON = timedelta(days=14)

_JOUR = Column("jour", Bilingual("Jour", "Day"), Kind.DATE)
_REMARQUE = Column("remarque", Bilingual("Remarque", "Remark"))
_COLUMNS = (
    *lignes.QUESTION,
    lignes.AUTEUR,
    lignes.MINISTERE,
    lignes.TITRE,
    _JOUR,
    _REMARQUE,
    lignes.ECHEANCE,
    lignes.ADRESSE,
)
_SITUATION = Column("situation", Bilingual("Situation", "Situation"))
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


class _Line(NamedTuple):
    identifiant: str
    jour: date | None
    remarque: Bilingual
    ministere: str | None


_NOTHING = Bilingual("", "")


def wanted(
    corpus: Corpus, deputes: Sequence[str], ministeres: Sequence[str], since: date, as_of: date
) -> Suite:
    """Whose questions are meant by names as people write them.

    Raises:
        UsageError: if nobody is named, a name is nobody's or several people's, or the days do not
            follow one another.
    """
    if not deputes and not ministeres:
        raise UsageError("name somebody with --depute or --ministere")
    if since > as_of:
        raise UsageError(f"--since {since} is later than --as-of {as_of}")
    names = corpus.annuaire
    authors = set(corpus.auteurs.values())
    asked = {*corpus.interroges.values(), *corpus.attributaires.values()}
    people = noms.people(one for iri, one in names.personnes.items() if iri in authors)
    ministries = noms.ministries(one for iri, one in names.organismes.items() if iri in asked)
    return Suite(
        frozenset[str]().union(*(noms.the_one(one, people, "--depute") for one in deputes)),
        frozenset[str]().union(
            *(noms.the_one(one, ministries, "--ministere") for one in ministeres)
        ),
        since,
        as_of,
    )


def suivi(corpus: Corpus, suite: Suite, source: Source) -> Report:
    """The seven situations; a question may be in several."""
    followed = _followed(corpus, suite)
    lines = {
        NEW: _new(corpus, suite, followed),
        ANSWERED: _answered(corpus, suite, followed),
        MOVED: _moved(corpus, suite, followed),
        DUE: _due(corpus, suite, followed),
        UNSIGNALLED: _overdue(corpus, suite, followed, signalled=False),
        SIGNALLED: _overdue(corpus, suite, followed, signalled=True),
        CLOSED: _closed(corpus, suite, followed),
    }
    about = {line.identifiant for some in lines.values() for line in some}
    rows = Lignes(corpus, about, _COLUMNS)
    since, day = mots.le(suite.since), mots.le(suite.as_of)
    who = _whom(corpus, suite)
    return Report(
        name="suivi",
        title=Bilingual(f"Suivi : {who}", f"Follow-up: {who}"),
        lead=Bilingual(f"Du {since.fr} au {day.fr}.", f"From {since.en} to {day.en}."),
        as_of=suite.as_of,
        source=source,
        sections=tuple(
            Section(
                title,
                _COLUMNS,
                tuple(_row(corpus, rows, line) for line in _in_order(some)),
                lead=mots.questions(len(some)),
            )
            for title, some in lines.items()
        ),
        notes=later_than_data(corpus, suite.as_of),
        by=_SITUATION,
    )


def echeances(corpus: Corpus, suite: Suite) -> list[Echeance]:
    """The days by which the open questions are due, in the order of days."""
    found = []
    for one, state in _followed(corpus, suite):
        if state.ouverte and _is_responsible(corpus, suite, one):
            found += _deadlines(corpus, one, state, suite.as_of)
    return sorted(found, key=lambda due: (due.jour, rang(due.identifiant), str(due)))


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


_Followed = Iterable[tuple[str, Etat]]


def _new(corpus: Corpus, suite: Suite, followed: _Followed) -> list[_Line]:
    """Published since the day, to the ministry asked."""
    return [
        _Line(one, state.publication, _NOTHING, corpus.interroges.get(one))
        for one, state in followed
        if _since(suite, state.publication) and _of(suite, corpus.interroges.get(one))
    ]


def _answered(corpus: Corpus, suite: Suite, followed: _Followed) -> list[_Line]:
    """Answered since the day, by the ministry that answered."""
    lines = []
    for one, state in followed:
        if not _since(suite, state.reponse):
            continue
        ministry = corpus.repondants.get(one) or responsable(corpus, one, suite.as_of)
        if _of(suite, ministry):
            lines.append(_Line(one, state.reponse, _delay(state), ministry))
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


def _moved(corpus: Corpus, suite: Suite, followed: _Followed) -> list[_Line]:
    """Moved since the day, to or from the ministry."""
    lines = []
    for one, _ in followed:
        before = corpus.interroges.get(one)
        for change in corpus.changements.get(one, []):
            here = _of(suite, before) or _of(suite, change.ministere)
            if here and _since(suite, change.jour):
                lines.append(
                    _Line(one, change.jour, _whence(corpus, before, change), change.ministere)
                )
            before = change.ministere
    return lines


def _whence(corpus: Corpus, before: str | None, change: Changement) -> Bilingual:
    name = corpus.annuaire.organisme(before) or "?"
    why = (change.motif or "").rpartition("#")[2]
    said = {"Remaniement": ("remaniement", "reshuffle"), "Transfert": ("transfert", "transfer")}
    fr, en = (f" ({one})" for one in said[why]) if why in said else ("", "")
    return Bilingual(f"auparavant {name}{fr}", f"before: {name}{en}")


def _due(corpus: Corpus, suite: Suite, followed: _Followed) -> list[_Line]:
    """Open, and due within a fortnight: by its own time, or after a signalement."""
    lines = []
    for one, state in followed:
        if not state.ouverte or not _is_responsible(corpus, suite, one):
            continue
        for due in _deadlines(corpus, one, state, suite.as_of):
            if suite.as_of <= due.jour <= suite.as_of + SOON:
                said = _after_signalement(due.signalement) if due.signalement else _NOTHING
                lines.append(_Line(one, due.jour, said, responsable(corpus, one, suite.as_of)))
    return lines


def _overdue(corpus: Corpus, suite: Suite, followed: _Followed, *, signalled: bool) -> list[_Line]:
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
        lines.append(_Line(one, since, said, responsable(corpus, one, suite.as_of)))
    return lines


def _still_runs(signalement: Signalement, as_of: date) -> bool:
    return signalement.echeance is not None and as_of <= signalement.echeance


def _after_signalement(day: date | None) -> Bilingual:
    if day is None:
        return Bilingual("signalée", "signalée")
    said = mots.le(day)
    return Bilingual(f"signalée le {said.fr}", f"signalée on {said.en}")


def _closed(corpus: Corpus, suite: Suite, followed: _Followed) -> list[_Line]:
    """Closed without an answer since the day."""
    return [
        _Line(one, state.cloture, _why(corpus, one), responsable(corpus, one, suite.as_of))
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


def _in_order(lines: list[_Line]) -> list[_Line]:
    return sorted(lines, key=lambda line: (line.jour or date.min, rang(line.identifiant)))


def _row(corpus: Corpus, rows: Lignes, line: _Line) -> Row:
    ministry: Cell = corpus.annuaire.organisme(line.ministere)
    said = line.remarque if line.remarque.fr else None
    return rows.cells(line.identifiant, ministere=ministry, jour=line.jour, remarque=said)


def _whom(corpus: Corpus, suite: Suite) -> str:
    """The names of those who are followed."""
    names = corpus.annuaire
    people = {names.personne(iri) or iri for iri in suite.auteurs}
    ministries = {names.organisme(iri) or iri for iri in suite.ministeres}
    return ", ".join([*sorted(people), *sorted(ministries)])
