"""One question from several sources: agreeing facts once, of disagreeing ones the trusted one."""

from datetime import date

import msgspec
import pytest

from questions_rdf.agreement import same_words
from questions_rdf.merging import Merged, Reading, merged
from questions_rdf.problems import Origin
from questions_rdf.readers import Rank
from questions_rdf.records import (
    Attribution,
    Circonscription,
    Cloture,
    Erratum,
    InfoJO,
    Nature,
    Organisme,
    Personne,
    Question,
    Renouvellement,
    Reponse,
    Signalement,
    Texte,
    TypeJO,
)

ASKED, ANSWERED = date(2023, 3, 14), date(2023, 6, 6)
SANTE, JUSTICE = Organisme(16, "PO81", abrege="Santé"), Organisme(16, "PO82", abrege="Justice")

RECORD = Question(
    uid="QANR5L16QE7",
    nature=Nature.QUESTION_ECRITE,
    numero=7,
    legislature=16,
    rubrique="santé",
    analyse=("accès aux soins",),
    versions=(Texte("Mme Anne Durand interroge M. le ministre.", info_jo=InfoJO(date=ASKED)),),
    info_jo=InfoJO(TypeJO.QUESTIONS, ASKED, 2065, 11),
    auteur=Personne(16, "PA1"),
    mandat="PM101",
    groupe=Organisme(16, "PO51", "Écologie - Territoires", "ET"),
    ministere_interroge=SANTE,
    attribution=(
        Attribution(SANTE, changement=False, info_jo=InfoJO(date=ASKED)),
        Attribution(JUSTICE, changement=False, info_jo=InfoJO(date=date(2023, 4, 4))),
    ),
    signalement=(Signalement(date(2023, 5, 22), InfoJO(date=date(2023, 5, 23))),),
    reponse=(Reponse((Texte("Le ministre répond."),), InfoJO(TypeJO.QUESTIONS, ANSWERED, 5100)),),
)
"""As the open data gives it."""

PAGE = Question(
    uid="QANR5L16QE7",
    nature=Nature.QUESTION_ECRITE,
    numero=7,
    legislature=16,
    titre="Accès aux soins dans les Deux-Sèvres",
    rubrique="Santé",
    versions=(Texte("Mme Anne  Durand interroge M. le\u00a0ministre."),),
    info_jo=InfoJO(TypeJO.QUESTIONS, ASKED, 2065),
    auteur=Personne(16, nom="Anne Durand", civilite="Mme", departement="79"),
    groupe=Organisme(16, developpe="Écologie - Territoires"),
    circonscription=Circonscription("79", 2),
    departement="79",
    ministere_interroge=Organisme(16, abrege="Santé"),
    attribution=(Attribution(Organisme(16, abrege="Justice")),),
    signalement=(Signalement(info_jo=InfoJO(date=date(2023, 5, 22))),),
    reponse=(Reponse((Texte("Le ministre répond."),), InfoJO(TypeJO.QUESTIONS, ANSWERED, 5100)),),
)
"""As a page gives it."""


def reading(question: Question, rank: Rank = Rank.OPEN_DATA, day: date | None = None) -> Reading:
    return Reading(question, Origin(f"{rank.name.lower()}.src"), rank, day)


def both(record: Question = RECORD, page: Question = PAGE) -> Merged:
    return merged([reading(record), reading(page, Rank.PAGE)], "https://example.org/q")


def changed(question: Question, **changes: object) -> Question:
    return msgspec.structs.replace(question, **changes)


def said(found: Merged) -> list[str]:
    """The fields of the findings, with the values kept and left."""
    return [problem.message.en for problem in found.problems]


def test_agreeing_sources_give_one_question_with_what_each_of_them_states() -> None:
    found = both()
    assert not found.problems
    assert found.question == changed(
        RECORD,
        titre="Accès aux soins dans les Deux-Sèvres",  # only the page prints one
        auteur=Personne(16, "PA1", nom="Anne Durand", civilite="Mme", departement="79"),
        circonscription=Circonscription("79", 2),
        departement="79",
        versions=(msgspec.structs.replace(RECORD.versions[0]),),
    )


def test_the_order_in_which_sources_are_read_does_not_matter() -> None:
    one = merged([reading(RECORD), reading(PAGE, Rank.PAGE)], "s")
    other = merged([reading(PAGE, Rank.PAGE), reading(RECORD)], "s")
    assert one.question == other.question
    assert (one.order, other.order) == ((0, 1), (1, 0))


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"rubrique": "justice"}, "The sources differ (rubrique): “santé” in"),
        ({"groupe": Organisme(16, developpe="Autre")}, "The sources differ (groupe): “ET” in"),
        ({"info_jo": InfoJO(date=ASKED, page=99)}, "The sources differ (pageJO): “2065” in"),
        (
            {"info_jo": InfoJO(date=ANSWERED)},
            "The sources differ (datePublication): “2023-03-14” in",
        ),
        ({"auteur": Personne(16, "PA2")}, "The sources differ (auteur.identifiant): “PA1” in"),
        ({"versions": (Texte("Un autre texte."),)}, "The sources differ (texte): “…Mme Anne"),
        ({"analyse": ("autre chose",)}, "The sources differ (analyse): “accès aux soins” in"),
        (
            {"renouvellement": (), "signalement": (Signalement(date(2023, 4, 1)),)},
            "The sources differ (signalement): “2023-05-23” in",
        ),
        (
            {"attribution": (Attribution(Organisme(16, abrege="Culture")),)},
            "The sources differ (attribution): “Santé (2023-03-14), Justice (2023-04-04)” in",
        ),
        (
            {"reponse": (Reponse((Texte("Non."),), InfoJO(date=ANSWERED)),)},
            "The sources differ (texteReponse): “…Le ministre répond.” in",
        ),
    ],
)
def test_of_disagreeing_values_the_open_data_wins_and_both_sources_are_named(
    changes: dict[str, object], finding: str
) -> None:
    plain = both(page=changed(PAGE, **changes))
    assert [line for line in said(plain) if line.startswith(finding)] == said(plain)
    assert len(plain.problems) == 1
    (problem,) = plain.problems
    assert problem.origin.file == "page.src"
    assert "open_data.src" in problem.message.en
    field = next(iter(changes))
    if field != "renouvellement":
        expected = getattr(both().question, field)
        assert getattr(plain.question, field) == expected or field == "auteur"


def test_an_identifier_beats_a_label_even_of_a_less_trusted_source() -> None:
    record = changed(RECORD, ministere_interroge=Organisme(16, abrege="Santé"))
    page = changed(PAGE, ministere_interroge=Organisme(16, "PO99", abrege="Santé et soins"))
    found = both(record, page)
    assert found.question.ministere_interroge == Organisme(16, "PO99", abrege="Santé et soins")
    assert [p.code for p in found.problems] == ["sources-discordantes"]


def test_an_identifier_and_a_label_of_one_body_are_one() -> None:
    page = changed(PAGE, ministere_interroge=Organisme(16, developpe="Ministère de la Santé"))
    found = both(page=page)
    assert found.question.ministere_interroge == Organisme(
        16, "PO81", "Ministère de la Santé", "Santé"
    )
    assert not found.problems


def test_the_newer_of_two_exports_is_trusted() -> None:
    old = reading(changed(RECORD, rubrique="ancienne"), day=date(2023, 7, 1))
    new = reading(RECORD, day=date(2023, 8, 1))
    for readings in ([old, new], [new, old]):
        assert merged(readings, "s").question.rubrique == "santé"


def test_without_days_the_export_that_knows_later_events_is_the_newer_one() -> None:
    old = reading(changed(RECORD, rubrique="ancienne", reponse=()))
    new = reading(RECORD)
    found = merged([old, new], "s")
    assert found.question.rubrique == "santé"
    assert found.question.reponse == RECORD.reponse


def test_a_later_event_of_a_less_trusted_source_is_news_and_not_a_disagreement() -> None:
    record = changed(RECORD, reponse=(), signalement=())
    renewed = Renouvellement(InfoJO(date=date(2023, 9, 5)))
    page = changed(
        PAGE,
        reponse=(),
        renouvellement=(renewed,),
        signalement=(Signalement(info_jo=InfoJO(date=date(2023, 10, 3))),),
        cloture=(Cloture(date(2024, 6, 11), mention="Question retirée"),),
    )
    found = both(record, page)
    assert not found.problems
    assert found.question.renouvellement == (renewed,)
    assert found.question.cloture == page.cloture
    again = both(changed(record, renouvellement=(Renouvellement(InfoJO(date=ANSWERED)),)), page)
    assert not again.problems
    assert [one.info_jo.date for one in again.question.renouvellement] == [
        ANSWERED,
        date(2023, 9, 5),
    ]


def test_events_that_match_are_combined() -> None:
    record = changed(RECORD, cloture=(Cloture(date(2024, 6, 11), code_cloture="FM"),))
    words = Cloture(date(2024, 6, 11), motif_cloture="Fin de mandat", mention="Question retirée")
    found = both(record, changed(PAGE, cloture=(words,)))
    assert found.question.cloture == (
        Cloture(date(2024, 6, 11), "FM", "Fin de mandat", "Question retirée"),
    )
    # The page prints the day of deposit, which the record has beside that of publication.
    assert found.question.signalement == RECORD.signalement


def test_errata_of_question_and_answer_are_not_mixed() -> None:
    day = InfoJO(date=date(2023, 6, 20))
    of_answer, of_question = (Erratum(flag, info_jo=day) for flag in (True, False))
    found = both(changed(RECORD, erratum=(of_answer,)), changed(PAGE, erratum=(of_question,)))
    assert of_question in found.question.erratum


def test_the_source_with_all_versions_of_a_text_is_taken() -> None:
    older = Texte("Première version.", info_jo=InfoJO(date=ASKED))
    page = changed(PAGE, versions=(older, PAGE.versions[0]))
    found = both(page=page)
    texts = [one.texte for one in found.question.versions]
    assert texts == ["Première version.", RECORD.versions[0].texte]  # in the trusted spelling
    assert not found.problems


def test_three_sources_are_taken_one_after_the_other() -> None:
    site = changed(RECORD, titre=None, cloture=(Cloture(date(2024, 6, 11), "FM"),))
    readings = [reading(PAGE, Rank.PAGE), reading(site, Rank.SITE_XML), reading(RECORD)]
    found = merged(readings, "s")
    assert found.order == (2, 1, 0)
    assert found.question.titre == PAGE.titre
    assert found.question.cloture == site.cloture
    assert not found.problems


# -- What sources that contradict each other must not make of a question ---------------------------


def test_two_people_are_not_mixed() -> None:
    """Neither names nor seat, group and mandate of the person that is not the author."""
    other = Personne(16, "PA2", nom="Paul Martin", prenom="Paul", departement="33")
    page = changed(PAGE, auteur=other, mandat="PM2", groupe=Organisme(16, "PO52"))
    found = both(changed(RECORD, mandat=None, groupe=None), page)
    assert found.question.auteur == RECORD.auteur
    assert (found.question.mandat, found.question.groupe) == (None, None)
    assert (found.question.circonscription, found.question.departement) == (None, None)
    assert len(found.problems) == 1


def test_a_page_belongs_to_its_day() -> None:
    record = changed(RECORD, info_jo=InfoJO(TypeJO.QUESTIONS, ASKED))
    found = both(record, changed(PAGE, info_jo=InfoJO(TypeJO.QUESTIONS, ANSWERED, 99)))
    assert found.question.info_jo == record.info_jo


def _answer(day: date, words: str, page: int | None = None) -> Reponse:
    return Reponse((Texte(words),), InfoJO(date=day, page=page))


def test_answers_are_paired_by_day_and_none_is_lost_or_doubled() -> None:
    first, second = date(2023, 3, 28), date(2023, 4, 4)
    record = changed(RECORD, attribution=(), reponse=(_answer(second, "Deux."),))
    page = changed(
        PAGE, attribution=(), reponse=(_answer(first, "Un."), _answer(second, "Deux.", 9))
    )
    expected = (_answer(first, "Un."), _answer(second, "Deux.", 9))
    for one, other in ((record, page), (page, record)):
        found = both(one, other)
        assert found.question.reponse == expected
        assert not found.problems


def test_a_dated_event_is_matched_before_an_undated_one() -> None:
    undated, dated = Renouvellement(), Renouvellement(InfoJO(date=date(2023, 5, 2)))
    record = changed(RECORD, renouvellement=(undated, dated))
    found = both(record, changed(PAGE, renouvellement=(dated,)))
    assert found.question.renouvellement == (undated, dated)


def test_a_question_is_closed_once() -> None:
    record = changed(RECORD, reponse=(), cloture=(Cloture(date(2024, 6, 9), "FM"),))
    page = changed(PAGE, reponse=(), cloture=(Cloture(date(2024, 6, 11), mention="Retirée"),))
    found = both(record, page)
    assert found.question.cloture == record.cloture
    assert [problem.message.en.partition(")")[0] for problem in found.problems] == [
        "The sources differ (cloture"
    ]


def test_the_deposit_of_a_signalement_and_its_mention_are_one() -> None:
    monday, tuesday = date(2023, 6, 5), date(2023, 6, 6)
    record = changed(RECORD, signalement=(Signalement(monday),))
    found = both(record, changed(PAGE, signalement=(Signalement(info_jo=InfoJO(date=tuesday)),)))
    assert found.question.signalement == (Signalement(monday, InfoJO(date=tuesday)),)


def test_an_erratum_that_comes_with_its_text_is_not_announced_again() -> None:
    day = InfoJO(date=date(2023, 4, 11))
    corrected = Texte("Un texte corrigé.", info_jo=day, erratum="Lire : corrigé.")
    record = changed(RECORD, versions=(RECORD.versions[0], corrected))
    found = both(record, changed(PAGE, erratum=(Erratum(corrige_reponse=False, info_jo=day),)))
    assert found.question.erratum == ()


def test_a_page_prints_the_corrected_text_under_the_day_of_the_first() -> None:
    corrected = Texte("Un texte corrigé.", info_jo=InfoJO(date=ANSWERED), erratum="Lire.")
    record = changed(RECORD, versions=(RECORD.versions[0], corrected))
    page = changed(PAGE, versions=(Texte("Un texte corrigé.", info_jo=InfoJO(date=ASKED)),))
    found = both(record, page)
    assert found.question.versions == record.versions
    assert not found.problems


def test_a_constituency_of_another_departement_is_not_taken_over() -> None:
    record = changed(RECORD, departement="79")
    place = Circonscription("86", 2)
    found = both(record, changed(PAGE, departement=None, circonscription=place))
    assert found.question.circonscription is None
    assert [problem.message.en.partition(")")[0] for problem in found.problems] == [
        "The sources differ (circonscription"
    ]


def test_the_trusted_text_keeps_its_mark_up_among_the_versions_of_the_other() -> None:
    kept = Texte("Un tableau | 4", "<table></table>", InfoJO(date=ASKED, page=3))
    older = Texte("Première version.", info_jo=InfoJO(date=date(2023, 3, 7)))
    page = changed(PAGE, versions=(older, Texte("Un tableau | 4")))
    found = both(changed(RECORD, versions=(kept,)), page)
    assert found.question.versions == (older, kept)


def test_an_export_without_a_day_is_as_new_as_what_it_knows() -> None:
    old = reading(changed(RECORD, rubrique="ancienne", reponse=()), day=date(2023, 5, 24))
    new = reading(RECORD)
    assert merged([old, new], "s").question.rubrique == "santé"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1,5 %", "15 %", False),
        ("20 €", "20 $", False),
        ("12 mètres.", "12\u00a0mètres", True),
        ("Œuvres d’art", "oeuvres d'art", True),
        ("ne … pas", "ne pas", True),
        ("il faut", "il ne faut", False),
    ],
)
def test_words_and_amounts_count_but_not_their_spelling(
    one: str, other: str, *, same: bool
) -> None:
    assert same_words(one, other) is same


def test_two_bodies_of_one_label_are_shown_by_their_identifiers() -> None:
    found = both(page=changed(PAGE, ministere_interroge=Organisme(16, "PO99", abrege="Santé")))
    assert "“PO81” in" in found.problems[0].message.en
