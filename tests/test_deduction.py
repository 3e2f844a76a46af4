"""What follows from a record: titles, deadlines, delays, status, names of events."""

from datetime import date

import pytest

from questions_rdf.calendrier import latest_day
from questions_rdf.deduction import deduce
from questions_rdf.deduction.statut import classe_cloture
from questions_rdf.facts import Faits, Motif, Statut
from questions_rdf.records import (
    Attribution,
    Cloture,
    Erratum,
    InfoJO,
    Nature,
    Organisme,
    Question,
    Renouvellement,
    Reponse,
    Signalement,
    Source,
    Texte,
    TypeJO,
    uid_of,
)
from questions_rdf.reference.regles import regle_for

AS_OF = date(2026, 11, 22)
SOURCE = Source("source.json", "0" * 64)
CULTURE = Organisme(17, "PO1", "Ministère de la culture", "Culture")
BUDGET = Organisme(17, "PO2", "Ministère du budget", "Budget")


def question(
    legislature: int = 17, nature: Nature = Nature.QUESTION_ECRITE, **facts: object
) -> Question:
    uid = uid_of(legislature, nature, 1)
    return Question(uid, nature, 1, legislature, **facts)  # type: ignore[arg-type]


def printed(day: date, type_jo: TypeJO | None = TypeJO.QUESTIONS) -> InfoJO:
    return InfoJO(type_jo, day)


def faits(as_of: date = AS_OF, **facts: object) -> Faits:
    return deduce(question(**facts), (SOURCE,), as_of)  # type: ignore[arg-type]


def answered(day: date) -> tuple[Reponse, ...]:
    return (Reponse((Texte("Réponse."),), printed(day)),)


def fragments(of: Faits) -> list[str]:
    return [event.iri.partition("#")[2] for event in of.evenement]


@pytest.mark.parametrize(
    ("published", "due"),
    [
        (date(2024, 12, 3), date(2025, 2, 3)),
        (date(2024, 12, 31), date(2025, 2, 28)),
        (date(2023, 12, 31), date(2024, 2, 29)),
        (date(2025, 6, 30), date(2025, 8, 30)),
        (date(2025, 7, 31), date(2025, 9, 30)),
        (date(2025, 11, 30), date(2026, 1, 30)),
        (date(2014, 12, 11), date(2015, 2, 11)),
    ],
)
def test_an_answer_is_due_two_months_after_publication(published: date, due: date) -> None:
    found = faits(info_jo=printed(published))
    assert found.echeance == due
    assert found.regle is not None
    assert found.regle.nom == "ran-135-al6-2014"


@pytest.mark.parametrize(
    ("published", "due"),
    [
        (date(2009, 5, 27), date(2009, 6, 27)),
        (date(2012, 1, 31), date(2012, 2, 29)),
        (date(2013, 1, 31), date(2013, 2, 28)),
        (date(2013, 8, 31), date(2013, 9, 30)),
        (date(2013, 12, 31), date(2014, 1, 31)),
        (date(2014, 1, 14), date(2014, 2, 14)),
        (date(2014, 12, 10), date(2015, 1, 10)),
    ],
)
def test_before_the_reform_an_answer_was_due_after_one_month(published: date, due: date) -> None:
    found = faits(legislature=14, info_jo=printed(published))
    assert found.echeance == due
    assert found.regle is not None
    assert found.regle.nom == "ran-135-al6-2009"


def test_a_question_keeps_the_rule_of_the_day_on_which_it_was_published() -> None:
    found = faits(
        legislature=14, info_jo=printed(date(2014, 12, 9)), reponse=answered(date(2015, 2, 3))
    )
    assert found.echeance == date(
        2015, 1, 9
    )  # still open on 11 December 2014: one month all the same
    assert found.reponse[0].retard_jours == 25


def test_outside_the_validity_of_a_rule_no_deadline_is_stated() -> None:
    found = faits(
        legislature=13, info_jo=printed(date(2009, 5, 26)), reponse=answered(date(2010, 6, 21))
    )
    assert found.echeance is None
    assert found.regle is None
    assert found.reponse[0].delai_jours == 391
    assert found.reponse[0].retard_jours is None


@pytest.mark.parametrize(
    ("closed", "in_time"), [(date(2025, 2, 3), True), (date(2025, 2, 4), False)]
)
def test_a_closure_before_or_after_the_deadline_can_be_told_from_the_data(
    closed: date, *, in_time: bool
) -> None:
    found = faits(info_jo=printed(date(2024, 12, 3)), cloture=(Cloture(closed, "FM"),))
    (cloture,) = (event for event in found.evenement if event.classe == "Caducite")
    assert found.statut is Statut.CADUQUE
    assert not found.reponse  # so there is no delay that could grow
    assert found.echeance is not None
    assert cloture.date is not None
    assert (cloture.date <= found.echeance) is in_time


@pytest.mark.parametrize(
    "nature", [Nature.QUESTION_AU_GOUVERNEMENT, Nature.QUESTION_ORALE_SANS_DEBAT]
)
def test_an_oral_question_has_no_deadline_and_no_delay(nature: Nature) -> None:
    day = date(2025, 3, 4)
    found = faits(nature=nature, info_jo=printed(day), reponse=answered(date(2025, 9, 9)))
    assert found.echeance is None
    assert found.reponse[0].delai_jours is None
    assert found.reponse[0].retard_jours is None


@pytest.mark.parametrize(
    ("day", "delay", "late"),
    [
        (date(2024, 12, 3), 0, None),
        (date(2025, 2, 3), 62, None),
        (date(2025, 2, 4), 63, 1),
        (date(2025, 4, 22), 140, 78),
    ],
)
def test_an_answer_is_late_from_the_day_after_the_deadline(
    day: date, delay: int, late: int | None
) -> None:
    (answer,) = faits(info_jo=printed(date(2024, 12, 3)), reponse=answered(day)).reponse
    assert (answer.delai_jours, answer.retard_jours) == (delay, late)


def test_a_signalement_gives_ten_days_of_its_own() -> None:
    found = faits(
        info_jo=printed(date(2024, 12, 3)),
        signalement=(Signalement(info_jo=printed(date(2025, 2, 17))),),
        reponse=answered(date(2025, 4, 22)),
    )
    signalement = next(e for e in found.evenement if e.classe == "Signalement")
    assert signalement.echeance == date(2025, 2, 27)
    assert signalement.regle is not None
    assert signalement.regle.nom == "ran-135-al7-2009"
    assert found.reponse[0].retard_signalement_jours == 54


def test_a_signalement_counts_from_the_mention_in_the_journal_officiel_before_the_deposit() -> None:
    both = Signalement(date(2025, 2, 17), printed(date(2025, 2, 18)))
    deposit_only = Signalement(date(2025, 2, 17))
    events = [
        event
        for signalement in (both, deposit_only)
        for event in faits(info_jo=printed(date(2024, 12, 3)), signalement=(signalement,)).evenement
        if event.classe == "Signalement"
    ]
    assert [event.date for event in events] == [date(2025, 2, 18), date(2025, 2, 17)]
    assert [event.date_depot for event in events] == [date(2025, 2, 17)] * 2


def test_the_ten_days_stand_in_the_reglement_since_may_2009() -> None:
    assert regle_for("Signalement", date(2009, 5, 26)) is None
    assert regle_for("Signalement", date(2009, 5, 27)) is not None


def test_delays_are_not_stated_where_the_dates_are_out_of_order() -> None:
    (answer,) = faits(info_jo=printed(date(2025, 1, 7)), reponse=answered(date(2024, 1, 7))).reponse
    assert answer.delai_jours is None


# -- Status ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("legislature", "as_of", "expected"),
    [
        (17, AS_OF, (Statut.EN_ATTENTE, None)),
        (16, date(2024, 6, 9), (Statut.EN_ATTENTE, None)),
        (16, date(2024, 6, 10), (Statut.CADUQUE, True)),
    ],
)
def test_an_open_question_lapses_with_its_legislature(
    legislature: int, as_of: date, expected: tuple[Statut, bool | None]
) -> None:
    found = faits(as_of, legislature=legislature, info_jo=printed(date(2024, 3, 19)))
    assert (found.statut, found.statut_deduit) == expected


def test_an_answer_wins_over_a_closure() -> None:
    closed = (Cloture(date(2024, 6, 11), "FM", "Fin de mandat"),)
    assert faits(cloture=closed, reponse=answered(date(2024, 5, 1))).statut is Statut.REPONDUE
    assert faits(cloture=closed).statut is Statut.CADUQUE


@pytest.mark.parametrize(
    ("code", "motive", "mention", "expected"),
    [
        ("FM", "Fin de mandat", None, "Caducite"),
        (None, "fin de mandat", "Question retirée", "Caducite"),
        (None, "Fin de mandat", "Question clôturée", "Caducite"),
        (None, "Caducité", None, "Caducite"),
        (None, "Retrait", "Question clôturée", "Retrait"),
        ("RET", "Retrait pour cause de question identique", None, "Retrait"),
        (None, None, "Question retirée", "Retrait"),
        (None, None, "Question clôturée", "Cloture"),
        (None, "Décès", "Question retirée", "Cloture"),
        ("REP_PUB", "Réponse publiée", None, "Cloture"),
        ("AU", None, None, "Cloture"),
        ("DE", "Démission", None, "Cloture"),
    ],
)
def test_what_a_closure_means(
    code: str | None, motive: str | None, mention: str | None, expected: str
) -> None:
    assert classe_cloture(Cloture(None, code, motive, mention)) == expected


def test_a_closure_without_words_may_be_named_a_withdrawal_by_the_source() -> None:
    assert classe_cloture(Cloture(retrait=True)) == "Retrait"
    assert classe_cloture(Cloture(retrait=True, motif_cloture="Fin de mandat")) == "Caducite"
    assert classe_cloture(Cloture(retrait=True, motif_cloture="Décès")) == "Cloture"


def test_the_statuses_of_closures() -> None:
    assert faits(cloture=(Cloture(mention="Question retirée"),)).statut is Statut.RETIREE
    assert faits(cloture=(Cloture(code_cloture="AU"),)).statut is Statut.CLOTUREE


# -- Titles ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "title", "built"),
    [
        ({"titre": "Titre", "analyse": ("a",)}, "Titre", None),
        ({"analyse": ("Loups",), "tete_analyse": "chasse"}, "Loups", None),
        (
            {"analyse": ("bilan", "coût"), "tete_analyse": "équipements"},
            "Équipements : bilan, coût",
            True,
        ),
        ({"analyse": ("bilan", "coût")}, "Bilan, coût", True),
        ({"tete_analyse": "équipements"}, "Équipements", True),
        ({"rubrique": "défense"}, "Défense", True),
        ({}, "Question écrite n° 1", True),
        ({"nature": Nature.QUESTION_AU_GOUVERNEMENT}, "Question au Gouvernement n° 1", True),
        ({"nature": Nature.QUESTION_ORALE_SANS_DEBAT}, "Question orale sans débat n° 1", True),
    ],
)
def test_every_question_has_a_title(
    facts: dict[str, object], title: str, built: bool | None
) -> None:
    found = faits(**facts)  # type: ignore[arg-type]
    assert (found.titre, found.titre_construit) == (title, built)


# -- Attributions ---------------------------------------------------------------------------------


def attributions(
    *stated: Attribution, asked: Organisme | None = CULTURE
) -> list[tuple[object, ...]]:
    found = faits(ministere_interroge=asked, attribution=stated)
    return [
        (e.rang, e.classe, e.ministere, e.date) for e in found.evenement if "ttribution" in e.classe
    ]


def test_the_first_attribution_is_to_the_ministry_asked() -> None:
    day = date(2025, 1, 7)
    first = Attribution(CULTURE, changement=False, info_jo=printed(day))
    assert attributions(first) == [(1, "Attribution", CULTURE, day)]
    assert attributions() == [(1, "Attribution", CULTURE, None)]


def test_a_first_attribution_elsewhere_is_a_change() -> None:
    day = date(2025, 1, 7)
    first = Attribution(BUDGET, changement=False, info_jo=printed(day))
    assert attributions(first) == [
        (1, "Attribution", CULTURE, None),
        (2, "ChangementAttribution", BUDGET, day),
    ]
    assert attributions(first, asked=None) == [(1, "Attribution", BUDGET, day)]


def test_changes_rank_by_date_and_undated_ones_last() -> None:
    early, late = date(2025, 2, 4), date(2025, 5, 6)
    found = attributions(
        Attribution(None),
        Attribution(BUDGET, info_jo=printed(late)),
        Attribution(None, info_jo=printed(early)),
    )
    assert [(rank, day) for rank, _, _, day in found] == [
        (1, None),
        (2, early),
        (3, late),
        (4, None),
    ]


def test_an_undated_attribution_that_the_source_numbers_stays_in_its_place() -> None:
    early, late = date(2025, 2, 4), date(2025, 5, 6)
    found = attributions(
        Attribution(CULTURE, changement=False, info_jo=printed(early)),
        Attribution(BUDGET, changement=False, ordre=2),
        Attribution(CULTURE, changement=False, info_jo=printed(late)),
    )
    assert [(rank, ministere, day) for rank, _, ministere, day in found] == [
        (1, CULTURE, early),
        (2, BUDGET, None),
        (3, CULTURE, late),
    ]


def test_the_answering_ministry_is_the_one_responsible_on_the_day() -> None:
    found = faits(
        ministere_interroge=CULTURE,
        attribution=(Attribution(BUDGET, info_jo=printed(date(2025, 5, 6))),),
        reponse=(*answered(date(2025, 3, 4)), *answered(date(2025, 6, 3))),
    )
    assert [answer.ministere for answer in found.reponse] == [CULTURE, BUDGET]
    assert found.ministere_attributaire == BUDGET


def test_an_answer_before_the_first_recorded_attribution_is_of_that_ministry() -> None:
    found = faits(
        nature=Nature.QUESTION_AU_GOUVERNEMENT,
        ministere_interroge=CULTURE,
        attribution=(
            Attribution(CULTURE, changement=False, info_jo=printed(date(2025, 4, 1))),
            Attribution(BUDGET, info_jo=printed(date(2025, 5, 6))),
        ),
        reponse=answered(date(2025, 3, 4)),
    )
    assert found.reponse[0].ministere == CULTURE


def test_a_change_printed_among_laws_and_decrees_is_a_reshuffle() -> None:
    decree = printed(date(2025, 5, 6), TypeJO.LOIS_ET_DECRETS)
    found = faits(ministere_interroge=CULTURE, attribution=(Attribution(BUDGET, info_jo=decree),))
    assert found.evenement[-1].motif is Motif.REMANIEMENT
    questions_jo = printed(date(2025, 5, 6))
    found = faits(
        ministere_interroge=CULTURE, attribution=(Attribution(BUDGET, info_jo=questions_jo),)
    )
    assert found.evenement[-1].motif is None


# -- Names of events ------------------------------------------------------------------------------


def test_events_are_named_by_kind_and_day_and_the_second_of_a_day_ends_in_2() -> None:
    day = date(2025, 1, 7)
    found = faits(
        info_jo=printed(day),
        renouvellement=(
            Renouvellement(printed(day)),
            Renouvellement(printed(day)),
            Renouvellement(),
        ),
        erratum=(Erratum(corrige_reponse=False, info_jo=printed(day)),),
        cloture=(Cloture(day),),
    )
    assert fragments(found) == [
        "publication",
        "renouvellement-2025-01-07",
        "renouvellement-2025-01-07-2",
        "renouvellement-sans-date",
        "erratum-2025-01-07",
        "cloture-2025-01-07",
    ]


def test_adding_an_event_renames_none() -> None:
    first, second = date(2025, 1, 7), date(2025, 2, 4)
    before = faits(
        ministere_interroge=CULTURE, attribution=(Attribution(BUDGET, info_jo=printed(second)),)
    )
    after = faits(
        ministere_interroge=CULTURE,
        attribution=(
            Attribution(BUDGET, info_jo=printed(first)),
            Attribution(BUDGET, info_jo=printed(second)),
        ),
    )
    assert set(fragments(before)) <= set(fragments(after))


def test_versions_of_a_text_are_kept_oldest_first() -> None:
    versions = tuple(
        Texte(f"Version {n}.", info_jo=printed(date(2025, n, 7)), erratum="lire" if n > 1 else None)
        for n in (1, 2, 3)
    )
    found = faits(
        versions=versions,
        info_jo=versions[0].info_jo,
        reponse=(Reponse(versions, versions[0].info_jo),),
    )
    assert found.texte == "Version 3."
    assert [(v.iri.partition("#")[2], v.texte) for v in found.version_anterieure] == [
        ("texte-1", "Version 1."),
        ("texte-2", "Version 2."),
    ]
    assert [v.iri.partition("#")[2] for v in found.reponse[0].version_anterieure] == [
        "reponse-texte-1",
        "reponse-texte-2",
    ]
    errata = [event for event in found.evenement if event.classe == "Erratum"]
    assert [event.corrige for event in errata] == [found.iri] * 2 + [found.reponse[0].iri] * 2


@pytest.mark.parametrize(
    ("corrected_on", "rank"),
    [
        (date(2025, 3, 4), 1),  # the day of the first answer
        (date(2025, 4, 1), 1),  # between the two
        (date(2025, 6, 3), 2),
        (date(2025, 7, 1), 2),
        (date(2025, 1, 7), 1),  # before both: a wrong date
        (None, 1),
    ],
)
def test_an_erratum_corrects_the_last_answer_before_it(
    corrected_on: date | None, rank: int
) -> None:
    found = faits(
        reponse=(*answered(date(2025, 3, 4)), *answered(date(2025, 6, 3))),
        erratum=(Erratum(corrige_reponse=True, info_jo=InfoJO(date=corrected_on)),),
    )
    (event,) = (event for event in found.evenement if event.classe == "Erratum")
    assert event.corrige == found.reponse[rank - 1].iri


def test_the_latest_day_is_the_latest_of_everything_that_is_dated() -> None:
    found = question(
        info_jo=printed(date(2025, 1, 7)),
        signalement=(Signalement(date(2025, 8, 1)),),
        cloture=(Cloture(date(2025, 9, 2)),),
        renouvellement=(Renouvellement(printed(date(2025, 9, 30))),),
    )
    assert latest_day(found) == date(2025, 9, 30)
    assert latest_day(question()) is None
