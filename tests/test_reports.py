"""Reports: every figure checked by hand on a dozen invented questions."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

import report_corpus
from questions_rdf.errors import UsageError
from questions_rdf.problems import Bilingual
from questions_rdf.reports import survie
from questions_rdf.reports.annuaire import Organisme, Personne
from questions_rdf.reports.attentes import attente, waiting
from questions_rdf.reports.corpus import Corpus
from questions_rdf.reports.delais import delais
from questions_rdf.reports.etat import Classe, Etat, etat_au, etats, responsable
from questions_rdf.reports.groupement import Choix, Ministere, Par, names_of
from questions_rdf.reports.noms import ministries, people, the_one
from questions_rdf.reports.plis import decomposed, folded
from questions_rdf.reports.rappel import rappel, rappel_du_numero
from questions_rdf.reports.report import Report, Section
from questions_rdf.reports.situations import echeances
from questions_rdf.reports.suivi import suivi, wanted
from questions_rdf.reports.sujet import questions
from report_corpus import AS_OF, corpus, source

BASE = "https://w3id.org/questions-parlementaires/"


def rows(section: Section, *keys: str) -> list[tuple[Any, ...]]:
    """Some columns of a section, words in English."""
    places = [section.column(key) for key in keys]
    return [tuple(_english(row[place]) for place in places) for row in section.rows]


def _english(cell: Any) -> Any:
    return cell.en if isinstance(cell, Bilingual) else cell


def numbers(report: Report) -> dict[str, list[int]]:
    """The questions of each section."""
    return {one.title.en: [row[0] for row in rows(one, "numero")] for one in report.sections}


# -- The state of a question by a day -------------------------------------------------------------


def test_each_question_is_in_the_class_that_its_events_say() -> None:
    found = {one.removeprefix("QANR5L17QE"): state.classe for one, state in etats(corpus(), AS_OF)}
    assert found == {
        "1": Classe.A_TEMPS,
        "2": Classe.EN_RETARD,
        "3": Classe.EN_ATTENTE,
        "4": Classe.DEPASSEE,
        "5": Classe.CLOSE_AVANT,
        "6": Classe.CLOSE_APRES,
        "7": Classe.SANS_ECHEANCE,
        "8": Classe.DEPASSEE,
        "9": Classe.DEPASSEE,
        "10": Classe.EN_ATTENTE,
        "12": Classe.DEPASSEE,
    }


def test_the_last_day_is_in_time_and_the_next_is_not() -> None:
    due = corpus().echeance("QANR5L17QE4")
    assert due == date(2025, 5, 4)
    for day, classe in ((due, Classe.EN_ATTENTE), (due + timedelta(days=1), Classe.DEPASSEE)):
        state = etat_au(corpus(), "QANR5L17QE4", day)
        assert state is not None
        assert state.classe is classe


def test_what_happens_later_has_not_happened_yet() -> None:
    before = etat_au(corpus(), "QANR5L17QE6", date(2025, 4, 14))
    assert before is not None
    assert before.depassee
    assert etat_au(corpus(), "QANR5L17QE11", date(2025, 6, 2)) is None
    assert etat_au(corpus(), "QANR5L17QE11", date(2025, 6, 3)) is not None


UNDATED = """
@base <https://w3id.org/questions-parlementaires/> .
@prefix qp: <https://w3id.org/questions-parlementaires/def#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<q1> a qp:QuestionEcrite ; dcterms:identifier "QANR5L16QE1" ; qp:reponse <q1#r> ;
    qp:datePublication "2023-01-10"^^xsd:date ; qp:echeance "2023-03-10"^^xsd:date .
<q2> a qp:QuestionEcrite ; dcterms:identifier "QANR5L16QE2" ; qp:evenement <q2#c> ;
    qp:datePublication "2023-01-10"^^xsd:date ; qp:echeance "2023-03-10"^^xsd:date .
<q2#c> a qp:Cloture .
<q3> a qp:QuestionEcrite ; dcterms:identifier "QANR5L16QE3" ;
    qp:datePublication "2024-05-21"^^xsd:date ; qp:echeance "2024-07-21"^^xsd:date .
<legislature/16> a qp:Legislature ; qp:numero 16 ; qp:fin "2024-06-09"^^xsd:date .
"""


def test_without_a_day_of_the_answer_or_closure_nobody_can_say_whether_it_was_in_time() -> None:
    store = ox.Store()
    store.load(UNDATED, format=ox.RdfFormat.TURTLE)
    undated = Corpus(store, AS_OF)
    for number in (1, 2):
        state = etat_au(undated, f"QANR5L16QE{number}", AS_OF)
        assert state is not None
        assert (state.classe, state.datee, state.ouverte) == (Classe.SANS_ECHEANCE, False, False)
    note = delais(undated, AS_OF, source()).notes[-1]
    assert note.en.startswith("2 questions with an answer or a closure without a day")


def test_an_answer_before_its_question_is_neither_in_time_nor_a_wait() -> None:
    store = ox.Store()
    before = '<q1#r> qp:datePublication "2022-12-31"^^xsd:date .'
    store.load(f"{UNDATED}{before}", format=ox.RdfFormat.TURTLE)
    state = etat_au(Corpus(store, AS_OF), "QANR5L16QE1", AS_OF)
    assert state is not None
    assert (state.classe, state.repondue) == (Classe.SANS_ECHEANCE, True)
    assert attente(state, AS_OF) is None


def test_a_question_lapses_when_the_last_day_of_its_legislature_is_over() -> None:
    store = ox.Store()
    store.load(UNDATED, format=ox.RdfFormat.TURTLE)
    for day, classe in ((9, Classe.EN_ATTENTE), (10, Classe.CLOSE_AVANT)):
        state = etat_au(Corpus(store, AS_OF), "QANR5L16QE3", date(2024, 6, day))
        assert state is not None
        assert state.classe is classe


def test_the_ministry_responsible_is_that_of_the_day() -> None:
    for day, organe in ((date(2025, 3, 31), "PO910001"), (date(2025, 4, 1), "PO910002")):
        assert responsable(corpus(), "QANR5L17QE8", day) == f"{BASE}organe/{organe}"


# -- rappel ---------------------------------------------------------------------------------------


def test_rappel_lists_the_overdue_by_ministry_and_number() -> None:
    report = rappel(corpus(), AS_OF, source())
    assert numbers(report) == {
        "Ministère de la mer et de la pêche": [8, 9],
        "Ministère de la santé": [4, 12],
    }
    assert rows(report.sections[0], "publication", "echeance", "retard_jours", "page_jo") == [
        (date(2025, 3, 4), date(2025, 5, 4), 28, 108),
        (date(2025, 3, 18), date(2025, 5, 18), 14, 109),
    ]
    assert rows(report.sections[0], "auteur", "rubrique", "titre")[1] == (
        "Mme Camille Modèle",
        "Pêche",
        "Œufs de mérou",
    )
    assert report.notes == (
        Bilingual(
            "Sans échéance connue, hors de la liste : 1 question. Aucune règle n'en fixe.",
            "Left out, no deadline stated: 1 question. No rule in the data states one.",
        ),
    )


def test_rappel_of_an_earlier_day_knows_nothing_of_later_ones() -> None:
    report = rappel(corpus(), date(2025, 3, 20), source())
    assert numbers(report) == {
        "Ministère de la mer et de la pêche": [6],
        "Ministère de la santé": [2],
    }


def test_rappel_of_an_issue_lists_what_had_no_answer_in_time() -> None:
    report = rappel_du_numero(corpus(), date(2025, 1, 7), AS_OF, source())
    assert numbers(report) == {
        "Ministère de la mer et de la pêche": [6],
        "Ministère de la santé": [2],
    }
    assert rows(report.sections[1], "repondue_le") == [(date(2025, 4, 8),)]
    assert report.lead.en == "2 of 4 questions published that day; due: 7 March 2025."
    assert "publiées au Journal officiel du 7 janvier 2025" in report.title.fr


def test_rappel_of_an_issue_whose_time_still_runs_says_so() -> None:
    report = rappel_du_numero(corpus(), date(2025, 4, 8), AS_OF, source())
    assert report.sections == ()
    assert [note.en for note in report.notes] == [
        "The time for 1 question still runs: the list is not complete."
    ]


def test_an_issue_without_questions_is_refused_with_its_neighbours() -> None:
    with pytest.raises(
        UsageError, match="the nearest issues are those of 2025-03-04 and 2025-03-18"
    ):
        rappel_du_numero(corpus(), date(2025, 3, 11), AS_OF, source())


# -- delais ---------------------------------------------------------------------------------------

FIGURES = ("posees", *(classe.value for classe in Classe), "mediane_reponses", "mediane_toutes")


def table(choix: Choix | None = None, day: date = AS_OF) -> dict[Any, tuple[Any, ...]]:
    section = delais(corpus(), day, source(), choix).sections[0]
    return {
        name: figures
        for (name, *_), figures in zip(section.rows, rows(section, *FIGURES), strict=True)
    }


def test_delais_counts_by_the_ministry_responsible() -> None:
    assert table() == {
        "Ministère de la mer et de la pêche": (6, 0, 0, 1, 2, 1, 1, 1, None, None),
        "Ministère de la santé": (5, 1, 1, 1, 2, 0, 0, 0, 59.5, 91),
    }


def test_the_total_is_that_of_all_questions_with_its_own_medians() -> None:
    # Waits: 26 28* 42 54 75 89 89 89 91* 98; after 28 days 8/9 wait, after 91 half of these.
    section = delais(corpus(), AS_OF, source()).sections[0]
    assert section.total == ("Total", None, 11, 1, 1, 2, 4, 1, 1, 1, 59.5, 91)


@pytest.mark.parametrize(
    ("which", "sante", "mer"),
    [(Ministere.ASKED, 6, 5), (Ministere.RESPONSIBLE, 5, 6), (Ministere.ANSWERING, 5, 6)],
)
def test_delais_by_the_ministry_that_is_meant(which: Ministere, sante: int, mer: int) -> None:
    found = {name: figures[0] for name, figures in table(Choix(which)).items()}
    assert found == {"Ministère de la santé": sante, "Ministère de la mer et de la pêche": mer}


@pytest.mark.parametrize(
    ("par", "expected"),
    [
        (Par.PORTEFEUILLE, {"Mer": 6, "Santé": 5}),
        (Par.GOUVERNEMENT, {"Gouvernement d'essai": 11}),
        (Par.DEPUTE, {"Mme Camille Exemple": 6, "Mme Camille Modèle": 4, "Mme Éloïse Le Goff": 1}),
        (Par.GROUPE, {"Groupe de l'Exemple": 11}),
        (Par.RUBRIQUE, {"Santé": 6, "Pêche": 5}),
    ],
)
def test_delais_by_other_things(par: Par, expected: dict[str, int]) -> None:
    assert {name: figures[0] for name, figures in table(Choix(par=par)).items()} == expected


def test_delais_of_some_questions_only() -> None:
    choix = Choix(par=Par.GROUPE, depuis=date(2025, 3, 4), jusque=date(2025, 4, 8))
    assert table(choix) == {"Groupe de l'Exemple": (5, 0, 0, 1, 4, 0, 0, 0, None, None)}
    assert table(Choix(legislature=16)) == {}
    report = delais(corpus(), AS_OF, source(), choix)
    assert report.notes[-1].en == "Left out, no day of publication: 1 question."


def test_without_reference_data_portfolios_are_said_to_be_missing() -> None:
    bare = Corpus(report_corpus.bare_store(), date(2025, 6, 17))
    for par in (Par.PORTEFEUILLE, Par.GOUVERNEMENT):
        report = delais(bare, AS_OF, source(), Choix(par=par))
        assert "reference data" in report.notes[-1].en


@given(
    st.dates(date(2024, 12, 1), date(2025, 8, 1)), st.sampled_from(Par), st.sampled_from(Ministere)
)
def test_on_any_day_the_seven_sum_to_what_was_asked(day: date, par: Par, which: Ministere) -> None:
    section = delais(corpus(), day, source(), Choix(which, par)).sections[0]
    assert section.total is not None
    everything: list[Any] = [*section.rows, section.total]
    for row in everything:
        asked, *seven = row[2:10]
        assert sum(seven) == asked
    assert sum(row[2] for row in everything[:-1]) == everything[-1][2]


# -- Waiting --------------------------------------------------------------------------------------

waits = st.lists(st.builds(survie.Attente, st.integers(0, 400), st.booleans()), max_size=60)


def answered_after(days: int) -> survie.Attente:
    return survie.Attente(days, repondue=True)


def closed_after(days: int) -> survie.Attente:
    return survie.Attente(days, repondue=False)


def test_the_curve_is_that_of_the_textbook() -> None:
    # Six followed: answers after 6, 6 and 13 days, one closed after 6, two after 10 and 20.
    some = [(6, True), (6, True), (6, False), (10, False), (13, True), (20, False)]
    curve: Any = list(survie.steps(survie.Attente(*one) for one in some))
    assert curve == [(6, pytest.approx(4 / 6)), (13, pytest.approx(4 / 6 * 1 / 2))]
    assert survie.median_of_all(survie.Attente(*one) for one in some) == 13
    assert [survie.share_after(curve, day) for day in (5, 6, 12, 13)] == [
        1.0, *(pytest.approx(share) for share in (4 / 6, 4 / 6, 1 / 3))
    ]  # fmt: skip


def test_a_curve_that_stays_above_one_half_has_no_median() -> None:
    assert survie.median_of_all([answered_after(3), closed_after(9), closed_after(9)]) is None
    assert survie.median_of_answers([closed_after(9)]) is None


@given(waits)
def test_the_curve_falls_and_stays_between_one_and_nought(some: list[survie.Attente]) -> None:
    shares = [1.0, *(share for _, share in survie.steps(some))]
    assert all(0 <= after < before <= 1 for before, after in pairwise(shares))


@given(waits.filter(bool))
def test_without_closures_the_median_is_the_lower_one_of_the_answers(
    some: list[survie.Attente],
) -> None:
    answered = [survie.Attente(one.jours, repondue=True) for one in some]
    assert survie.median_of_all(answered) == sorted(one.jours for one in some)[(len(some) - 1) // 2]


# -- suivi ----------------------------------------------------------------------------------------


def follow(*, depute: str = "", ministere: str = "", since: date = date(2025, 4, 1)) -> Report:
    whose = wanted(corpus(), [depute] * bool(depute), [ministere] * bool(ministere), since, AS_OF)
    return suivi(corpus(), whose, source())


def test_suivi_of_a_ministry() -> None:
    assert numbers(follow(ministere="mer")) == {
        "New": [10],
        "Answered": [],
        "Re-attributed": [8],
        "Due within 14 days": [9, 10],
        "Overdue and not yet signalées": [],
        "Signalées and overdue": [8],
        "Closed unanswered": [6],
    }
    assert numbers(follow(ministere="SANTE")) == {
        "New": [3],
        "Answered": [2],
        "Re-attributed": [8],
        "Due within 14 days": [],
        "Overdue and not yet signalées": [4, 12],
        "Signalées and overdue": [],
        "Closed unanswered": [],
    }


def test_suivi_of_a_deputy_and_of_both() -> None:
    found = numbers(follow(depute="Modele Camille"))
    assert found["Signalées and overdue"] == [8]
    assert found["New"] == [10]
    both = wanted(corpus(), ["modèle"], ["santé"], date(2025, 1, 1), AS_OF)
    assert numbers(suivi(corpus(), both, source()))["New"] == [8]


def test_suivi_says_what_happened() -> None:
    report = follow(ministere="santé")
    sections = {one.title.en: one for one in report.sections}
    assert rows(sections["Answered"], "jour", "remarque") == [
        (date(2025, 4, 8), "after 91 days, 32 of them late")
    ]
    assert rows(sections["Re-attributed"], "remarque", "ministere") == [
        ("before: Ministère de la santé", "Ministère de la mer et de la pêche")
    ]


def test_the_deadlines_of_open_questions() -> None:
    whose = wanted(corpus(), [], ["mer"], date(2025, 4, 1), AS_OF)
    found = [
        (due.identifiant[10:], due.jour.isoformat()[5:], due.signalement)
        for due in echeances(corpus(), whose)
    ]
    assert found == [
        ("8", "05-04", None),
        ("8", "05-16", date(2025, 5, 6)),
        ("9", "05-18", None),
        ("9", "06-06", date(2025, 5, 27)),
        ("10", "06-08", None),
    ]


# -- Names as people write them -------------------------------------------------------------------

PEOPLE = people(
    [
        Personne(f"{BASE}acteur/PA1", "Danielle Brulebois", "Mme", "PA1"),
        Personne(f"{BASE}acteur/nom/16-39-danielle-brulebois", "Danielle Brulebois", "Mme", None),
        Personne(f"{BASE}acteur/PA2", "Corentin Le Fur", "M.", "PA2"),
        Personne(f"{BASE}acteur/PA3", "Marc Le Fur", "M.", "PA3"),
        Personne(f"{BASE}acteur/PA4", "Nicolas Dupont-Aignan", "M.", "PA4"),
        Personne(f"{BASE}acteur/PA5", "Charles de Courson", "M.", "PA5"),
        Personne(f"{BASE}acteur/nom/14-2A-jean-martin", "Jean Martin", "M.", None),
        Personne(f"{BASE}acteur/nom/15-2A-jean-martin", "Jean Martin", "M.", None),
        Personne(f"{BASE}acteur/nom/15-79-jean-martin", "Jean Martin", "M.", None),
    ]
)
MINISTRIES = ministries(
    [
        Organisme(f"{BASE}organe/PO1", "Ministère de la santé", ("Ministère de la santé", "Santé"), "PO1", None, None),
        Organisme(f"{BASE}organe/PO2", "Ministère de la santé", ("Ministère de la santé",), "PO2", None, None),
        Organisme(f"{BASE}organe/PO3", "Ministère de la santé et de la prévention", (), "PO3", None, None),
        Organisme(f"{BASE}organe/PO4", "Ministère de l'intérieur et des outre-mer", ("Intérieur",), "PO4", None, None),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("brulebois", {"PA1", "16-39-danielle-brulebois"}),
        ("Mme BRULEBOIS Danielle", {"PA1", "16-39-danielle-brulebois"}),
        ("brul", {"PA1", "16-39-danielle-brulebois"}),
        ("PA2", {"PA2"}),
        ("pa2", {"PA2"}),
        ("marc le fur", {"PA3"}),
        ("Dupont Aignan", {"PA4"}),
        ("dupont-aignan nicolas", {"PA4"}),
        ("Courson", {"PA5"}),
        ("M. de Courson", {"PA5"}),
        (f"{BASE}acteur/nom/15-79-jean-martin", {"15-79-jean-martin"}),
        ("14-2A-jean-martin", {"14-2A-jean-martin", "15-2A-jean-martin"}),
    ],
)
def test_a_deputy_is_found_as_people_write_names(name: str, ends: set[str]) -> None:
    assert {iri.rpartition("/")[2] for iri in the_one(name, PEOPLE, "--depute")} == ends


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("santé", {"PO1", "PO2"}),
        ("Ministère de la Santé", {"PO1", "PO2"}),
        ("prevention", {"PO3"}),
        ("PO2", {"PO1", "PO2"}),
        ("interieur", {"PO4"}),
        ("outre-mer", {"PO4"}),
        ("la ministre de l’Intérieur", {"PO4"}),
    ],
)
def test_a_ministry_is_found_as_people_write_names(name: str, ends: set[str]) -> None:
    assert {iri.rpartition("/")[2] for iri in the_one(name, MINISTRIES, "--ministere")} == ends


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("le fur", r"may be Corentin Le Fur \(PA2\); Marc Le Fur \(PA3\)"),
        ("jean martin", r"may be Jean Martin \(2A\); Jean Martin \(79\)"),
        ("Brulbois", r"did you mean Danielle Brulebois \(PA1\)\?"),
        ("Zzyzx", "nobody of that name"),
        ("de la", "nobody of that name"),
        ("", "nobody of that name"),
    ],
)
def test_a_name_of_several_or_of_nobody_is_refused_with_candidates(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        the_one(name, PEOPLE, "--depute")


# -- questions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("urgence", [2, 1]),
        ("JOUR urgences", [2]),
        ("oeufs", [9]),
        ("Œufs", [9]),
        ("mérou", [9]),
        ("merou", [9]),
        ("coeur", [3]),
        ("peche", [10, 9, 6, 5, 7]),
        ("rgences", []),
        ("apres hopital", [4]),
    ],
)
def test_questions_finds_words_with_or_without_accents(text: str, found: list[int]) -> None:
    report = questions(corpus(), text, AS_OF, source())
    assert [number for some in numbers(report).values() for number in some] == found


def test_questions_says_what_became_of_each() -> None:
    (section,) = questions(corpus(), "urgences", AS_OF, source()).sections
    assert section.title.fr == "17e législature"
    assert rows(section, "statut", "delai_jours", "groupe", "ministere") == [
        ("answered late", 91, "Groupe de l'Exemple", "Ministère de la santé"),
        ("answered in time", 28, "Groupe de l'Exemple", "Ministère de la santé"),
    ]


def test_a_search_without_a_word_is_refused() -> None:
    with pytest.raises(UsageError, match="no word"):
        questions(corpus(), "« ’ »", AS_OF, source())


@given(st.text(st.characters(codec="latin-1")))
def test_the_quick_way_of_folding_is_that_of_unicode(text: str) -> None:
    spelt = text.replace("æ", "ae").replace("Æ", "ae")
    assert folded(text) == decomposed(
        spelt.replace("¼", "1?4").replace("½", "1?2").replace("¾", "3?4")
    )


@given(st.text())
def test_folding_takes_any_text(text: str) -> None:
    assert folded(text).isascii()


# -- Names and captions ---------------------------------------------------------------------------


def _of_one_name() -> Corpus:
    """Two ministries of one name under two Governments, and a third that states none."""
    store = ox.Store()
    store.load(
        f"""@base <{BASE}> . @prefix org: <http://www.w3.org/ns/org#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <organe/PO1> a org:Organization ; skos:prefLabel "Santé"@fr ; org:subOrganizationOf <organe/G1> .
        <organe/PO2> a org:Organization ; skos:prefLabel "Santé"@fr ; org:subOrganizationOf <organe/G2> .
        <organe/PO3> a org:Organization ; skos:prefLabel "Santé"@fr ; org:subOrganizationOf <organe/G2> .
        <organe/PO4> a org:Organization ; skos:prefLabel "Mer"@fr ; org:subOrganizationOf <organe/G2> .
        <organe/G1> a org:Organization ; skos:prefLabel "Gouvernement Premier"@fr .
        <organe/G2> a org:Organization ; skos:prefLabel "Gouvernement Second"@fr .
        """.encode(),
        ox.RdfFormat.TURTLE,
    )
    return Corpus(store, AS_OF)


def test_ministries_of_one_name_are_told_apart_by_their_government() -> None:
    iris = [f"{BASE}organe/PO{number}" for number in (1, 2, 4)]
    assert list(names_of(_of_one_name(), Par.ORGANE, [*iris, None]).values()) == [
        "Santé (Premier)",
        "Santé (Second)",
        "Mer",
        None,
    ]


def test_where_the_government_is_not_enough_the_identifier_is_said_too() -> None:
    iris = [f"{BASE}organe/PO{number}" for number in (1, 2, 3)]
    assert list(names_of(_of_one_name(), Par.ORGANE, iris).values()) == [
        "Santé (Premier)",
        "Santé (Second) (PO2)",
        "Santé (Second) (PO3)",
    ]


def test_the_curve_names_the_time_that_the_rule_of_the_day_gave() -> None:
    old = Etat(
        Classe.A_TEMPS, date(2014, 12, 9), date(2015, 1, 9), date(2014, 12, 20), repondue=True
    )
    new = Etat(
        Classe.A_TEMPS, date(2014, 12, 31), date(2015, 2, 28), date(2015, 1, 8), repondue=True
    )
    both = waiting([old, new, new], AS_OF)
    assert [words.en for _, words in both.charts[0].marks] == [
        "one month",
        "two months",
        "median: 8 days",
    ]
    assert both.lead is not None
    assert both.lead.en.endswith(
        "Time allowed: one month for 1 question, two months for 2 questions."
    )
    (mark, _), alone = waiting([old], AS_OF).charts[0].marks, waiting([new], AS_OF)
    assert mark == (30, Bilingual("un mois", "one month"))
    assert alone.lead is not None
    assert "Time allowed" not in alone.lead.en


def test_of_some_questions_the_corpus_says_what_it_says_of_them_among_all() -> None:
    whole, two = corpus(), [f"QANR5L17QE{number}" for number in (1, 2)]
    some = whole.only(two)
    for name in ("questions", "reponses", "repondants", "clotures", "changements", "attributaires"):
        said = getattr(whole, name)
        assert getattr(some, name) == {one: said[one] for one in said if one in two}
    assert whole.only([str(number) for number in range(20_001)]) is whole
