"""Reports and queries say the same of every day on which something happened, and of those beside it."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pyoxigraph as ox
import pytest

import report_corpus
from built import corpus_of_queries
from questions_rdf import query as engine
from questions_rdf.query_files import library
from questions_rdf.reports.corpus import Corpus
from questions_rdf.reports.etat import Classe, Etat, etats

_ANSWERED = (Classe.A_TEMPS, Classe.EN_RETARD)
_COUNTED = (*_ANSWERED, Classe.DEPASSEE, Classe.CLOSE_APRES)
_DAYS = """SELECT DISTINCT ?jour {
  ?s qp:datePublication|qp:date|qp:echeance|qp:fin ?jour FILTER(?jour > "2022-01-01"^^xsd:date)
}"""
STORES = ("reports", "queries")


@cache
def store_of(name: str) -> ox.Store:
    if name == "reports":
        return report_corpus.bare_store()
    return engine.loaded(corpus_of_queries())


@cache
def corpus_of(name: str) -> Corpus:
    return Corpus(store_of(name), date(2026, 11, 17))


def days(name: str) -> Iterator[date]:
    """All days on which a question is published, answered, closed or due, and their neighbours."""
    found = engine.run(store_of(name), _DAYS)
    stated = {date.fromisoformat(row["jour"].value) for row in found}  # type: ignore[union-attr]
    yield from sorted({day + timedelta(step) for day in stated for step in (-1, 0, 1)})


def rows(name: str, query: str, day: date) -> list[dict[str, str]]:
    text = library.named(query).bound({"jour": day.isoformat()})
    answer = engine.serialised(engine.run(store_of(name), text), "csv").decode()
    return list(csv.DictReader(io.StringIO(answer)))


def states(name: str, day: date) -> dict[str, Etat]:
    """What the reports say of the day, of questions whose own day is known."""
    found = etats(corpus_of(name), day)
    return {identifiant: etat for identifiant, etat in found if etat.publication}


def number(identifiant: str) -> str:
    return identifiant.rpartition("QE")[2]


@pytest.mark.parametrize("name", STORES)
def test_the_same_questions_are_overdue(name: str) -> None:
    seen = 0
    for day in days(name):
        by_reports = {number(one) for one, etat in states(name, day).items() if etat.depassee}
        assert {row["numero"] for row in rows(name, "rappel", day)} == by_reports, day
        seen += len(by_reports)
    assert seen > 50


@pytest.mark.parametrize("name", STORES)
def test_as_many_questions_wait(name: str) -> None:
    for day in days(name):
        found = rows(name, "attente-par-age", day)
        waiting = [etat for etat in states(name, day).values() if etat.ouverte]
        assert sum(int(row["questions"]) for row in found) == len(waiting), day
        overdue = sum(etat.depassee for etat in waiting)
        assert sum(int(row["echues"]) for row in found) == overdue, day


@pytest.mark.parametrize("name", STORES)
def test_as_many_answers_came_in_time(name: str) -> None:
    for day in days(name):
        found = rows(name, "dans-les-delais", day)
        due = [etat for etat in states(name, day).values() if etat.echeance]
        classes = Counter(etat.classe for etat in due)
        in_words = {
            "questions": len(due),
            "aTemps": classes[Classe.A_TEMPS],
            "tardives": classes[Classe.EN_RETARD],
            "sansReponse": len(due) - sum(classes[one] for one in _ANSWERED),
            "nonEchues": classes[Classe.EN_ATTENTE],
            "closesAvant": classes[Classe.CLOSE_AVANT],
            "comptees": sum(classes[one] for one in _COUNTED),
        }
        summed = {key: sum(int(row[key]) for row in found) for key in in_words}
        assert summed == in_words, day
