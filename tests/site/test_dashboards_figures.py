"""The figures of dashboards: those of the reports, for each thing, from tables made once."""

from collections import Counter
from datetime import date
from statistics import median
from typing import Any

import msgspec
import pyoxigraph as ox
import pytest

import described_data
import filled_index
import report_corpus
import sites
from built import BASE, QP, SHARED, seeds
from dashboards import DAYS, figures, store, things
from questions_rdf import query
from questions_rdf.catalogue import MINISTERE_HORS_PERIODE
from questions_rdf.data_files import data_files
from questions_rdf.prefixes import expanded
from questions_rdf.query_files.library import named
from questions_rdf.reports.attentes import attente
from questions_rdf.reports.corpus import Corpus
from questions_rdf.reports.delais import delais
from questions_rdf.reports.etat import Classe, etats
from questions_rdf.reports.groupement import Choix, Par
from questions_rdf.reports.report import Report, Source
from questions_rdf.resources.dashboard import Outcomes
from questions_rdf.resources.description import Kind
from questions_rdf.resources.statements import Literal, Statement
from questions_rdf.site.dashboards import dashboard_of
from questions_rdf.site.index.figures import Figures

OUTSIDE = MINISTERE_HORS_PERIODE.code
GROUPED = {
    Par.ORGANE: Kind.MINISTERE,
    Par.DEPUTE: Kind.PERSONNE,
    Par.GROUPE: Kind.GROUPE,
    Par.RUBRIQUE: Kind.RUBRIQUE,
    Par.PORTEFEUILLE: Kind.PORTEFEUILLE,
    Par.GOUVERNEMENT: Kind.GOUVERNEMENT,
}


def report(data: ox.Store, day: date, par: Par) -> Report:
    return delais(Corpus(data, day), day, Source(day, "0" * 64, ()), Choix(par=par))


def rows(of: Report) -> dict[str, tuple[Any, ...]]:
    """The figures of a report, by the end of the IRI: the seven classes, the median of answers."""
    return {str(row[1]): (*row[3:10], row[10]) for row in of.sections[0].rows if row[1]}


def shown(of: Figures, kind: Kind) -> dict[str, tuple[Any, ...]]:
    """The same as dashboards have them, of what was asked any written question."""
    found = {}
    for iri, one in things(of):
        dashboard = dashboard_of(of, iri, one)
        assert dashboard
        summary = dashboard.summary
        if one is kind and summary.outcomes.posees:
            found[iri.rpartition("/")[2]] = (*summary.outcomes, summary.mediane)
    return found


def test_the_classes_are_those_of_the_report_in_its_order() -> None:
    assert list(Outcomes._fields) == [one.value for one in Classe]


@pytest.mark.parametrize("day", DAYS)
def test_every_question_is_in_the_class_that_the_report_puts_it_in(day: date) -> None:
    order = list(Classe)
    found = figures(day).index.execute("SELECT uid, classe FROM ligne WHERE classe IS NOT NULL")
    expected = {one: order.index(state.classe) for one, state in etats(Corpus(store(), day), day)}
    assert dict(found.fetchall()) == expected


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("par", GROUPED)
def test_the_figures_of_a_thing_are_those_of_its_line_in_the_report(par: Par, day: date) -> None:
    expected = rows(report(store(), day, par))
    assert expected
    assert shown(figures(day), GROUPED[par]) == expected


def test_they_are_the_same_of_the_seeds() -> None:
    day = seeds()[1].as_of
    assert day
    found = Figures(filled_index.of_store(described_data.store_of_seeds(), day), BASE, day)
    expected = rows(report(described_data.store_of_seeds(), day, Par.DEPUTE))
    assert shown(found, Kind.PERSONNE) == expected
    assert len(expected) == 5


@pytest.mark.parametrize("day", DAYS)
def test_the_total_is_that_of_the_report(day: date) -> None:
    total = report(store(), day, Par.ORGANE).sections[0].total
    summary = figures(day).dashboard().summary
    assert total
    assert (summary.outcomes.posees, *summary.outcomes, summary.mediane) == (
        *total[2:10],
        total[10],
    )


def test_a_question_published_after_the_day_is_listed_but_in_no_class() -> None:
    early, summary = report_corpus.AS_OF, figures(report_corpus.AS_OF).dashboard().summary
    assert (summary.total, summary.outcomes.posees) == (12, 11)
    assert "QANR5L17QE11" in {one.uid for one in figures(early).questions()}


def test_the_share_answered_in_time_is_that_of_the_query_on_it() -> None:
    day = DAYS[1]
    text = named("dans-les-delais").bound({"jour": day.isoformat()})
    found = query.run(store(), text)
    assert isinstance(found, ox.QuerySolutions)
    expected = {int(row["annee"].value): float(row["part"].value) for row in found}
    years = {
        one.annee: round(100 * (one.summary.outcomes.part_a_temps or 0), 1)
        for one in figures(day).dashboard().years
        if one.annee
    }
    assert years == expected


def test_there_is_no_share_where_nothing_was_due() -> None:
    assert Outcomes(en_attente_dans_le_delai=3, sans_echeance=1).part_a_temps is None


def test_a_question_closed_before_its_deadline_is_neither_in_time_nor_late() -> None:
    outcomes = Outcomes(
        repondues_a_temps=1,
        repondues_en_retard=2,
        en_attente_dans_le_delai=4,
        en_attente_delai_depasse=8,
        closes_avant_l_echeance=16,
        closes_apres_l_echeance=32,
        sans_echeance=64,
    )
    assert outcomes.exigibles == 1 + 2 + 8 + 32
    assert Outcomes(closes_avant_l_echeance=5).part_a_temps is None


def test_a_median_says_of_how_many_answers_it_is() -> None:
    dashboard = figures(DAYS[1]).dashboard()
    answered = sum(dashboard.summary.outcomes[:2])
    assert dashboard.summary.reponses == answered
    assert [one.summary.reponses for one in dashboard.years] == [answered, 0]


def test_the_years_add_up_and_the_undated_stand_last() -> None:
    dashboard = figures(DAYS[1]).dashboard()
    assert [one.annee for one in dashboard.years] == [2025, None]
    assert sum(one.summary.total for one in dashboard.years) == dashboard.summary.total
    columns = zip(*(one.summary.outcomes for one in dashboard.years), strict=True)
    assert Outcomes(*map(sum, columns)) == dashboard.summary.outcomes


def test_the_median_of_a_year_is_that_of_its_answers() -> None:
    day = DAYS[1]
    waits = [attente(state, day) for _, state in etats(Corpus(store(), day), day)]
    delays = [one.jours for one in waits if one and one.repondue]
    (year,) = [one for one in figures(day).dashboard().years if one.annee == 2025]
    assert year.summary.mediane == median(delays)


def test_other_questions_are_counted_beside() -> None:
    day = date(2026, 11, 17)
    found = Figures(filled_index.of_store(described_data.store_of_corpus(), day), BASE, day)
    summary = found.dashboard().summary
    natures = {str(iri).rpartition("#")[2]: count for iri, count in summary.natures}
    assert natures["QuestionAuGouvernement"] >= 1
    assert sum(natures.values()) == summary.total
    assert natures["QuestionEcrite"] == summary.outcomes.posees


def test_the_oldest_and_the_newest_come_first() -> None:
    dashboard = figures(DAYS[1]).dashboard()
    waiting = [(one.uid, one.depassement) for one in dashboard.oldest]
    assert [uid for uid, _ in waiting][:2] == ["QANR5L17QE4", "QANR5L17QE8"]
    assert [days for _, days in waiting] == sorted((days or 0 for _, days in waiting), reverse=True)
    assert [one.uid for one in dashboard.newest][:2] == ["QANR5L17QE11", "QANR5L17QE3"]
    assert dashboard.newest[-1].publication is None


def test_it_says_who_asks_whom_about_what() -> None:
    ranked = figures(DAYS[1]).dashboard(f"{BASE}organe/PO910002", Kind.MINISTERE).ranked
    found = {
        one.by: [(place.thing.name.fr, place.nombre) for place in one.things] for one in ranked
    }
    assert found["rubrique"] == [("Pêche", 6), ("Santé", 1)]
    assert dict(found["auteur"]) == {"Camille Exemple": 2, "Camille Modèle": 5}


def test_a_thing_without_questions_has_a_dashboard_of_noughts() -> None:
    index = filled_index.empty()
    filled_index.thing(index, "x:r", "rubrique")
    filled_index.tallied(index, DAYS[0])
    found = Figures(index, BASE, DAYS[0])
    assert list(things(found)) == [("x:r", Kind.RUBRIQUE)]
    dashboard = dashboard_of(found, "x:r", Kind.RUBRIQUE)
    assert dashboard
    assert (dashboard.summary.total, dashboard.years, dashboard.newest) == (0, (), ())
    assert found.dashboard().summary.total == 0


CASES: dict[str, tuple[dict[str, str | None], Classe]] = {
    "answered on the last day": ({"statut": "Repondue", "reponse": "2024-03-01"}, Classe.A_TEMPS),
    "answered a day later": ({"statut": "Repondue", "reponse": "2024-03-02"}, Classe.EN_RETARD),
    "answered on an unknown day": ({"statut": "Repondue"}, Classe.SANS_ECHEANCE),
    "answered before it was asked": (
        {"statut": "Repondue", "reponse": "2023-12-31"},
        Classe.SANS_ECHEANCE,
    ),
    "closed on the last day": ({"statut": "Retiree", "cloture": "2024-03-01"}, Classe.CLOSE_AVANT),
    "closed a day later": ({"statut": "Cloturee", "cloture": "2024-03-02"}, Classe.CLOSE_APRES),
    "closed on an unknown day": ({"statut": "Retiree"}, Classe.SANS_ECHEANCE),
    "lapsed with its legislature": (
        {"statut": "Caduque", "legislature": "x:over"},
        Classe.CLOSE_APRES,
    ),
    "lapsed on an unknown day": ({"statut": "Caduque"}, Classe.SANS_ECHEANCE),
    "pending on the last day": (
        {"statut": "EnAttente", "echeance": "2024-12-31"},
        Classe.EN_ATTENTE,
    ),
    "pending a day later": ({"statut": "EnAttente", "echeance": "2024-12-30"}, Classe.DEPASSEE),
    "pending without a deadline": (
        {"statut": "EnAttente", "echeance": None},
        Classe.SANS_ECHEANCE,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_class_of_a_question_follows_from_its_days(case: str) -> None:
    values, expected = CASES[case]
    index = filled_index.empty()
    end = Literal("2024-06-09", "xsd:date")
    filled_index.thing(index, "x:over", "legislature", [Statement("x:over", f"{QP}fin", end)])
    filled_index.insert(
        index,
        "question",
        {
            "iri": "x:q",
            "nature": f"{BASE}def#QuestionEcrite",
            "publication": "2024-01-01",
            "echeance": "2024-03-01",
            **values,
            "statut": f"{BASE}def#{values['statut']}",
        },
    )
    filled_index.tallied(index, date(2024, 12, 31))
    outcomes = Figures(index, BASE, date(2024, 12, 31)).dashboard().summary.outcomes
    assert Counter(outcomes._asdict()) == Counter({one.value: one is expected for one in Classe})


# -- Ministries of another time -------------------------------------------------------------------

ASKED = "x:asked"
TIMES: dict[str, tuple[dict[str, str], tuple[str | None, str | None], bool]] = {
    "there on its first day": ({}, ("2024-01-01", "2024-12-31"), False),
    "there on its last day": ({}, ("2023-01-01", "2024-01-01"), False),
    "gone the day before": ({}, ("2023-01-01", "2023-12-31"), True),
    "not yet there": ({}, ("2024-01-02", None), True),
    "there still": ({}, ("2020-01-01", None), False),
    "of unknown days": ({}, (None, None), False),
    "with an end alone, passed": ({}, (None, "2023-12-31"), True),
    "took over later": ({"ministere_interroge": ASKED}, ("2024-02-01", None), False),
    "came after the answer": (
        {"ministere_interroge": ASKED, "reponse": "2024-01-20", "statut": "Repondue"},
        ("2024-02-01", None),
        True,
    ),
    "came after the closure": (
        {"ministere_interroge": ASKED, "cloture": "2024-01-20", "statut": "Retiree"},
        ("2024-02-01", None),
        True,
    ),
    "had the question and had gone before": (
        {"ministere_interroge": ASKED},
        ("2020-01-01", "2023-12-31"),
        True,
    ),
}


@pytest.mark.parametrize("case", TIMES)
def test_a_question_is_of_another_time_if_its_ministry_was_not_there(case: str) -> None:
    values, (begin, end), expected = TIMES[case]
    found = of_a_ministry(begin, end, values)
    existence = found.existence("x:m")
    assert (existence is not None) is expected
    assert (found.existence_around("x:q") is not None) is expected
    if existence:
        assert existence == found.dashboard("x:m", Kind.MINISTERE).existence
        assert (str(existence.debut or ""), str(existence.fin or ""), existence.hors) == (
            begin or "",
            end or "",
            1,
        )


def test_a_ministry_without_a_first_day_begins_with_its_government() -> None:
    found = of_a_ministry(None, None, {}, government=("2024-03-01", None))
    assert found.existence("x:m") == (date(2024, 3, 1), None, 1)
    assert found.existence("x:g") == (date(2024, 3, 1), None, 1)


def of_a_ministry(
    begin: str | None,
    end: str | None,
    values: dict[str, str],
    government: tuple[str | None, str | None] = (None, None),
) -> Figures:
    """A question of 1 January 2024 to a ministry of these days, as of the end of that year."""
    index = filled_index.empty()
    above = Statement("x:m", expanded("org:subOrganizationOf"), "x:g")
    filled_index.thing(index, "x:m", "ministere", [*existing("x:m", begin, end), above])
    filled_index.thing(index, "x:g", "gouvernement", existing("x:g", *government))
    row = {"statut": "EnAttente", "ministere_interroge": "x:m", "ministere": "x:m", **values}
    row |= {"iri": "x:q", "nature": f"{BASE}def#QuestionEcrite", "publication": "2024-01-01"}
    filled_index.insert(index, "question", row | {"statut": f"{BASE}def#{row['statut']}"})
    filled_index.tallied(index, date(2024, 12, 31))
    return Figures(index, BASE, date(2024, 12, 31))


def existing(iri: str, begin: str | None, end: str | None) -> list[Statement]:
    return [
        Statement(iri, f"{QP}{term}", Literal(day, "xsd:date"))
        for term, day in (("debut", begin), ("fin", end))
        if day
    ]


@pytest.mark.skipif(not SHARED.exists(), reason="the official records are not here")
def test_of_the_real_records_they_are_those_that_the_build_remarks_upon() -> None:
    out = sites.real_output()
    manifest = msgspec.json.decode((out / "manifest.json").read_bytes())
    day = date.fromisoformat(manifest["as_of"])
    found = filled_index.of_store(query.loaded(data_files(out)), day)
    rows = found.execute(
        """SELECT DISTINCT sujet.iri, publication FROM ligne JOIN sujet ON sujet.n = ministere
           WHERE hors_dates"""
    )
    remarks = map(msgspec.json.decode, (out / "problems.jsonl").read_bytes().splitlines())
    expected = {
        (f"{BASE}organe/{words[0]}", words[-1].rstrip("."))
        for words in (one["message"].split() for one in remarks if one["code"] == OUTSIDE)
    }
    assert set(rows) == expected
    assert len(expected) > 20
