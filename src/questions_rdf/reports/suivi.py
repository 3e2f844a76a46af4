"""What has happened to somebody's questions since a day, and what is due next."""

from collections.abc import Sequence
from datetime import date

from questions_rdf import mots
from questions_rdf.errors import UsageError
from questions_rdf.problems import Bilingual
from questions_rdf.reports import lignes, noms
from questions_rdf.reports.corpus import Corpus, rang
from questions_rdf.reports.lignes import Lignes
from questions_rdf.reports.rappel import later_than_data
from questions_rdf.reports.report import Cell, Column, Kind, Report, Row, Section, Source
from questions_rdf.reports.situations import Situation, Suite, situations

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
    people = noms.people(one for iri, one in names.personnes.items() if iri in authors)
    ministries = _ministries(corpus) if ministeres else []
    return Suite(
        frozenset[str]().union(*(noms.the_one(one, people, "--depute") for one in deputes)),
        frozenset[str]().union(
            *(noms.the_one(one, ministries, "--ministere") for one in ministeres)
        ),
        since,
        as_of,
    )


def _ministries(corpus: Corpus) -> list[noms.Candidat]:
    """Those that are asked, or responsible."""
    asked = {*corpus.interroges.values(), *corpus.attributaires.values()}
    known = corpus.annuaire.organismes
    return noms.ministries(one for iri, one in known.items() if iri in asked)


def suivi(corpus: Corpus, suite: Suite, source: Source) -> Report:
    """The seven situations; a question may be in several."""
    lines = situations(corpus, suite)
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


def _in_order(lines: list[Situation]) -> list[Situation]:
    return sorted(lines, key=lambda line: (line.jour or date.min, rang(line.identifiant)))


def _row(corpus: Corpus, rows: Lignes, line: Situation) -> Row:
    ministry: Cell = corpus.annuaire.organisme(line.ministere)
    said = line.remarque if line.remarque.fr else None
    return rows.cells(line.identifiant, ministere=ministry, jour=line.jour, remarque=said)


def _whom(corpus: Corpus, suite: Suite) -> str:
    """The names of those who are followed."""
    names = corpus.annuaire
    people = {names.personne(iri) or iri for iri in suite.auteurs}
    ministries = {names.organisme(iri) or iri for iri in suite.ministeres}
    return ", ".join([*sorted(people), *sorted(ministries)])
