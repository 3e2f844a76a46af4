"""The reminder list: which questions have no answer although the deadline is over.

Either all of them as of a day, or those of one issue of the Journal officiel, as the Journal itself
prints them when the time for that issue is over.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from questions_rdf import mots
from questions_rdf.errors import UsageError
from questions_rdf.iris import slug
from questions_rdf.problems import Bilingual
from questions_rdf.reports import lignes
from questions_rdf.reports.corpus import Corpus, rang
from questions_rdf.reports.etat import Etat, etat_au, etats, responsable
from questions_rdf.reports.lignes import Lignes
from questions_rdf.reports.report import Column, Kind, Report, Row, Section, Source

_RETARD = Column("retard_jours", Bilingual("Jours de retard", "Days overdue"), Kind.INTEGER)
_REPONDUE = Column("repondue_le", Bilingual("Répondue depuis", "Answered since"), Kind.DATE)
_COMMON = (*lignes.QUESTION, lignes.AUTEUR, *lignes.SUJET, lignes.ECHEANCE)
_AS_OF = (*_COMMON, _RETARD, lignes.ADRESSE)
_OF_AN_ISSUE = (*_COMMON, _REPONDUE, lignes.ADRESSE)
COLUMNS = (lignes.MINISTERE, *_AS_OF)
"""Those of the list as of a day, all ministries in one table."""

NOBODY = Bilingual("Ministère non indiqué", "Ministry not stated")
_A_DAY = timedelta(days=1)


def rappel(corpus: Corpus, as_of: date, source: Source) -> Report:
    """All questions open and overdue as of a day, by ministry responsible and by number."""
    states = dict(etats(corpus, as_of))
    overdue = {one: (state, as_of) for one, state in states.items() if state.depassee}
    without = sum(state.ouverte and state.echeance is None for state in states.values())
    day, count = mots.le(as_of), mots.questions(len(overdue))
    return Report(
        name="rappel",
        title=Bilingual(
            f"Questions écrites sans réponse dans le délai, au {day.fr}",
            f"Written questions unanswered past the deadline, as of {day.en}",
        ),
        lead=Bilingual(
            f"{count.fr} en attente, délai dépassé, par ministère attributaire au {day.fr}.",
            f"{count.en} open and overdue, by the ministry responsible on {day.en}.",
        ),
        as_of=as_of,
        source=source,
        sections=_by_ministry(corpus, overdue, _AS_OF, as_of),
        notes=(*later_than_data(corpus, as_of), *_without_deadline(without)),
        by=lignes.MINISTERE,
        columns=_AS_OF,
    )


def rappel_du_numero(corpus: Corpus, issue: date, as_of: date, source: Source) -> Report:
    """The questions of one issue that had no answer when their time was over.

    Raises:
        UsageError: if no written question was published on that day.
    """
    published = [one for one in corpus.questions if corpus.publication(one) == issue]
    if not published:
        raise UsageError(f"no written question was published on {issue}{_nearest(corpus, issue)}")
    day, count = mots.le(issue), mots.questions(len(published), "publiée", "published")
    late = _late(corpus, published, as_of)
    due = sorted({last for one in published if (last := corpus.echeance(one))})
    end = (
        Bilingual(*(", ".join(said) for said in zip(*map(_both, due), strict=True)))
        if due
        else _DASH
    )
    return Report(
        name="rappel",
        title=Bilingual(
            f"Liste de rappel des questions écrites publiées au Journal officiel du {day.fr} "
            "auxquelles il n'a pas été répondu dans le délai",
            f"Reminder list of the written questions published in the Journal officiel of {day.en} "
            "that were not answered in time",
        ),
        lead=Bilingual(
            f"{len(late)} sur {count.fr} ce jour-là ; échéance : {end.fr}.",
            f"{len(late)} of {count.en} that day; due: {end.en}.",
        ),
        as_of=as_of,
        source=source,
        sections=_by_ministry(corpus, late, _OF_AN_ISSUE, as_of),
        notes=(
            *later_than_data(corpus, as_of),
            *_without_deadline(sum(corpus.echeance(one) is None for one in published)),
            *_still_running(sum((corpus.echeance(one) or date.min) >= as_of for one in published)),
        ),
        by=lignes.MINISTERE,
        columns=_OF_AN_ISSUE,
    )


_DASH = Bilingual("–", "–")


def _both(day: date) -> tuple[str, str]:
    said = mots.le(day)
    return said.fr, said.en


def _late(corpus: Corpus, published: Iterable[str], as_of: date) -> dict[str, tuple[Etat, date]]:
    """The questions that were overdue on the day after their deadline, with that day."""
    late = {}
    for one in published:
        due = corpus.echeance(one)
        if due is None or due >= as_of:
            continue
        state = etat_au(corpus, one, due + _A_DAY)
        if state is not None and state.echeance and not _answered_or_closed_by(state, due):
            late[one] = (state, due + _A_DAY)
    return late


def _answered_or_closed_by(state: Etat, due: date) -> bool:
    """Whether there was an answer or a closure in time, or one of an unknown day."""
    ends = [day for day in (state.reponse, state.cloture) if day]
    return not state.datee or any(day <= due for day in ends)


def later_than_data(corpus: Corpus, as_of: date) -> tuple[Bilingual, ...]:
    """A warning where the report speaks of a day of which the data knows nothing."""
    if as_of <= corpus.jour:
        return ()
    day = mots.le(corpus.jour)
    return (
        Bilingual(
            f"Les données sont au {day.fr} ; ce qui est arrivé ensuite n'y est pas.",
            f"The data is as of {day.en}; what has happened since is not in it.",
        ),
    )


def _by_ministry(
    corpus: Corpus, late: dict[str, tuple[Etat, date]], columns: tuple[Column, ...], as_of: date
) -> tuple[Section, ...]:
    """A section for each ministry, in the order of their names."""
    by_ministry: dict[Bilingual, list[str]] = defaultdict(list)
    for one, (_, jour) in late.items():
        name = corpus.annuaire.organisme(responsable(corpus, one, jour))
        by_ministry[Bilingual(name, name) if name else NOBODY].append(one)
    rows = Lignes(corpus, late, columns)

    def row(one: str) -> Row:
        due = late[one][0].echeance
        overdue = (as_of - due).days if due else None
        since = _answered(corpus, one, as_of)
        return rows.cells(one, retard_jours=overdue, repondue_le=since)

    return tuple(
        Section(name, columns, tuple(row(one) for one in sorted(by_ministry[name], key=rang)))
        for name in sorted(by_ministry, key=lambda name: (slug(name.fr), name.fr))
    )


def _answered(corpus: Corpus, identifiant: str, as_of: date) -> date | None:
    """The day of the first answer that has come by a day."""
    days = corpus.reponses.get(identifiant, [])
    return next((day for day in days if day and day <= as_of), None)


def _without_deadline(count: int) -> tuple[Bilingual, ...]:
    if not count:
        return ()
    said = mots.questions(count)
    return (
        Bilingual(
            f"Sans échéance connue, hors de la liste : {said.fr}. Aucune règle n'en fixe.",
            f"Left out, no deadline stated: {said.en}. No rule in the data states one.",
        ),
    )


def _still_running(count: int) -> tuple[Bilingual, ...]:
    if not count:
        return ()
    said = mots.questions(count)
    return (
        Bilingual(
            f"Le délai de {said.fr} court encore : la liste n'est pas complète.",
            f"The time for {said.en} still runs: the list is not complete.",
        ),
    )


def _nearest(corpus: Corpus, issue: date) -> str:
    """The issues before and after, for somebody who missed one by a day."""
    days = sorted({day for one in corpus.questions if (day := corpus.publication(one))})
    before = [day for day in days if day < issue][-1:]
    after = [day for day in days if day > issue][:1]
    near = " and ".join(str(day) for day in (*before, *after))
    return f"; the nearest issues are those of {near}" if near else ""
