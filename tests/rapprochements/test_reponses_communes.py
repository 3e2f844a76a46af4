"""Joint answers: one text, one day, several written questions."""

import time
from datetime import date

import pytest

from questions_rdf.deduction import deduce
from questions_rdf.rapprochements.records import ReponseCommune
from questions_rdf.rapprochements.reponses_communes import FEWEST_LETTERS, Reponses
from questions_rdf.records import InfoJO, Nature, Question, Reponse, Texte, TypeJO, uid_of

DAY, OTHER_DAY = date(2024, 5, 21), date(2024, 5, 28)
ANSWER = "Le Gouvernement suit la situation des phares habités. " * 10

REFERRING = (
    "La réponse à la question posée est identique à celle qui a été apportée à la question écrite "
    "n° 12345, publiée au Journal officiel, édition des Débats de l'Assemblée nationale, le 12 mars "
    "2019, page 2345, à laquelle l'honorable parlementaire est invité à se reporter."
)


def answered(
    numero: int,
    *answers: tuple[str, date | None],
    nature: Nature = Nature.QUESTION_ECRITE,
    legislature: int = 16,
) -> Question:
    """A question with those answers, each a text and its day."""
    infos = [InfoJO(TypeJO.QUESTIONS, day) for _, day in answers]
    return Question(
        uid=uid_of(legislature, nature, numero),
        nature=nature,
        numero=numero,
        legislature=legislature,
        reponse=tuple(
            Reponse((Texte(text, info_jo=info),), info)
            for (text, _), info in zip(answers, infos, strict=True)
        ),
    )


def noted(*questions: Question) -> Reponses:
    reponses = Reponses()
    for question in questions:
        reponses.note(deduce(question, (), date(2024, 6, 1)))
    return reponses


def communes(*questions: Question) -> list[ReponseCommune]:
    return list(noted(*questions).communes())


def test_one_text_on_one_day_makes_a_joint_answer() -> None:
    (found,) = communes(
        answered(2, (ANSWER, DAY)), answered(10, (ANSWER.upper(), DAY)), answered(1, (ANSWER, DAY))
    )
    assert found.questions == ("QANR5L16QE1", "QANR5L16QE2", "QANR5L16QE10")
    assert found.nombre_questions == 3
    assert found.date_publication == DAY
    assert found.iri.startswith("reponse-commune/2024-05-21-")
    assert len(found.iri) == len("reponse-commune/2024-05-21-") + 16


@pytest.mark.parametrize(
    "other",
    [
        answered(2, (ANSWER, OTHER_DAY)),
        answered(2, (ANSWER, None)),
        answered(2, (f"{ANSWER} Enfin.", DAY)),
        answered(1, (ANSWER, DAY)),
        answered(2, (ANSWER, DAY), nature=Nature.QUESTION_AU_GOUVERNEMENT),
        answered(2),
    ],
    ids=["another day", "no day", "a word more", "the same question", "an oral one", "no answer"],
)
def test_what_makes_none(other: Question) -> None:
    assert communes(answered(1, (ANSWER, DAY)), other) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dont acte.",
        "Voir la réponse à la question n° 123.",
        REFERRING,
        "x" * (FEWEST_LETTERS - 1),
        " . , ; " * FEWEST_LETTERS,
    ],
)
def test_an_answer_that_says_nothing_of_its_own_does_not_count(text: str) -> None:
    assert communes(answered(1, (text, DAY)), answered(2, (text, DAY))) == []
    long = "x" * FEWEST_LETTERS
    assert len(communes(answered(1, (long, DAY)), answered(2, (long, DAY)))) == 1


def test_a_question_with_several_answers_may_have_part_in_several() -> None:
    other = ANSWER.replace("phares", "moulins")
    found = communes(
        answered(1, (ANSWER, DAY), (other, OTHER_DAY)),
        answered(2, (ANSWER, DAY)),
        answered(3, (other, OTHER_DAY)),
    )
    assert [one.questions for one in found] == [
        ("QANR5L16QE1", "QANR5L16QE2"),
        ("QANR5L16QE1", "QANR5L16QE3"),
    ]


def test_one_number_in_two_legislatures_is_two_questions() -> None:
    (found,) = communes(answered(1, (ANSWER, DAY), legislature=17), answered(1, (ANSWER, DAY)))
    assert found.questions == ("QANR5L16QE1", "QANR5L17QE1")


def test_neither_the_order_nor_how_they_were_shared_out_matters() -> None:
    questions = [answered(n, (ANSWER * (1 + n % 2), DAY)) for n in range(1, 9)]
    together = Reponses()
    for question in reversed(questions):
        together.unite(noted(question))
    found = list(together.communes())
    assert found == communes(*questions)
    assert [one.iri for one in found] == sorted(one.iri for one in found)
    assert [one.nombre_questions for one in found] == [4, 4]


def test_a_member_more_leaves_the_name_as_it_is() -> None:
    first, second, third = (answered(n, (ANSWER, DAY)) for n in (1, 2, 3))
    assert communes(first, second)[0].iri == communes(first, second, third)[0].iri


def test_a_hundred_thousand_answers_alike_are_one() -> None:
    faits = deduce(answered(1, (ANSWER, DAY)), (), date(2024, 6, 1))
    one = Reponses()
    one.note(faits)
    all_of_them = Reponses()
    for numero in range(100_000):
        one.questions[0] = numero + 1
        all_of_them.unite(one)
    start = time.process_time()
    (found,) = all_of_them.communes()
    assert found.nombre_questions == 100_000
    assert time.process_time() - start < 5
