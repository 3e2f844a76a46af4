"""What may be wrong with a question, and the findings that each defect has to give.

The defects are of written questions: a reader lets most of them through, and the shapes report
them. ``answered`` says which questions can have it: answered ones, unanswered ones, or any.
"""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from bench.corpus.questions import Fields, Questions


class Defect(NamedTuple):
    """A kind of defect: what it does to a question asked on a day, and the codes that it gives."""

    name: str
    plant: Callable[[Fields, int, Questions], None]
    codes: tuple[str, ...]
    answered: bool | None = None
    rejected: bool = False


def _question(fields: Fields) -> Fields:
    """The (first) version of the question's text."""
    versions = fields["textesQuestion"]["texteQuestion"]
    first: Fields = versions[0] if isinstance(versions, list) else versions
    fields["textesQuestion"]["texteQuestion"] = first
    return first


def _reponse(fields: Fields) -> Fields:
    answer: Fields = fields["textesReponse"]["texteReponse"]
    return answer


# -- What the shapes report -----------------------------------------------------------------------


def _no_text(fields: Fields, _asked: int, _questions: Questions) -> None:
    _question(fields)["texte"] = ""


def _no_author(fields: Fields, _asked: int, _questions: Questions) -> None:
    fields["auteur"] = None


def _no_ministry(fields: Fields, _asked: int, _questions: Questions) -> None:
    fields["minInt"] = {"organeRef": None, "abrege": "", "developpe": None}


def _no_answer_text(fields: Fields, _asked: int, _questions: Questions) -> None:
    _reponse(fields)["texte"] = None


def _no_answer_date(fields: Fields, _asked: int, _questions: Questions) -> None:
    _reponse(fields)["infoJO"] = None


def _answered_before(fields: Fields, asked: int, questions: Questions) -> None:
    _reponse(fields)["infoJO"] = questions.info(asked - 7, page=True)


def _renewed_before(fields: Fields, asked: int, questions: Questions) -> None:
    fields["renouvellements"] = {"renouvellement": {"infoJO": questions.info(asked - 7)}}


def _closed_before(fields: Fields, asked: int, questions: Questions) -> None:
    fields["cloture"] = questions.cloture(asked - 7, "AU", "Autre cause")


def _flagged_early(fields: Fields, asked: int, questions: Questions) -> None:
    _flag(fields, asked + 7, asked + 6, questions)


def _flagged_before_deposit(fields: Fields, asked: int, questions: Questions) -> None:
    day = questions.calendar.after_two_months(asked)
    _flag(fields, day, day + 7, questions)


def _flag(fields: Fields, day: int, deposit: int, questions: Questions) -> None:
    fields["signalement"] = {
        "dateDepotSignal": questions.calendar.written(deposit),
        "infoJO": questions.info(day),
    }


# -- What deduction and readers report, and publish all the same ----------------------------------


def _other_legislature(fields: Fields, asked: int, questions: Questions) -> None:
    day = questions.calendar.years_before(asked)
    _question(fields)["infoJO"] = questions.info(day, page=True)


def _impossible_day(fields: Fields, _asked: int, _questions: Questions) -> None:
    fields["renouvellements"] = {"renouvellement": {"infoJO": {"dateJO": "2025-02-30"}}}


def _unreadable_day(fields: Fields, _asked: int, _questions: Questions) -> None:
    fields["signalement"] = {"dateDepotSignal": "avant-hier", "infoJO": None}


def _unreadable_page(fields: Fields, _asked: int, _questions: Questions) -> None:
    _question(fields)["infoJO"]["pageJO"] = "p. douze"


def _unknown_edition(fields: Fields, asked: int, questions: Questions) -> None:
    info_jo = {**questions.info(asked), "typeJO": "JO_INVENTE"}
    fields["renouvellements"] = {"renouvellement": {"infoJO": info_jo}}


def _unreadable_identifier(fields: Fields, _asked: int, _questions: Questions) -> None:
    identite = {**fields["auteur"]["identite"], "mandatRef": "mandat 12"}
    fields["auteur"] = {**fields["auteur"], "identite": identite}


def _unreadable_address(fields: Fields, _asked: int, _questions: Questions) -> None:
    _question(fields)["infoJO"]["urlLegifrance"] = "voir Légifrance"


def _unknown_field(fields: Fields, _asked: int, _questions: Questions) -> None:
    fields["champInvente"] = {"valeur": "nouvelle"}


def _several_answers(fields: Fields, _asked: int, _questions: Questions) -> None:
    answer = _reponse(fields)
    fields["textesReponse"]["texteReponse"] = [answer, {**answer, "texte": "Voir la réponse."}]


def _prefix(fields: Fields, _asked: int, _questions: Questions) -> None:
    question = _question(fields)
    numero = fields["identifiant"]["numero"]
    question["texte"] = f"{numero}. — 10 mars 2026. — {question['texte']}"


# -- What keeps a question out --------------------------------------------------------------------


def _no_date(fields: Fields, _asked: int, _questions: Questions) -> None:
    _question(fields)["infoJO"] = None


def _no_number(fields: Fields, _asked: int, _questions: Questions) -> None:
    fields["uid"] = None
    fields["identifiant"]["numero"] = None


def _no_kind(fields: Fields, _asked: int, _questions: Questions) -> None:
    fields["uid"] = None
    fields["type"] = ""


def _two_numbers(fields: Fields, _asked: int, _questions: Questions) -> None:
    fields["identifiant"]["numero"] = "999999999"


DEFECTS = (
    Defect("question-without-text", _no_text, ("question-ecrite-sans-texte",)),
    Defect("question-without-author", _no_author, ("question-sans-auteur",)),
    Defect("question-without-ministry", _no_ministry, ("question-sans-ministere-interroge",)),
    Defect("answer-without-text", _no_answer_text, ("reponse-sans-texte",), answered=True),
    Defect(
        "answer-without-date", _no_answer_date, ("reponse-sans-date-publication",), answered=True
    ),
    Defect(
        "answer-before-question",
        _answered_before,
        ("reponse-avant-question", "evenement-avant-question"),
        answered=True,
    ),
    Defect("renewal-before-question", _renewed_before, ("evenement-avant-question",)),
    Defect(
        "closure-before-question", _closed_before, ("evenement-avant-question",), answered=False
    ),
    Defect("flagged-early", _flagged_early, ("signalement-precoce",), answered=False),
    Defect(
        "flagged-before-deposit",
        _flagged_before_deposit,
        ("signalement-depot-tardif",),
        answered=False,
    ),
    Defect("other-legislature", _other_legislature, ("publication-hors-legislature",)),
    Defect("impossible-day", _impossible_day, ("date-impossible",)),
    Defect("unreadable-day", _unreadable_day, ("date-illisible",)),
    Defect("unreadable-page", _unreadable_page, ("page-illisible",)),
    Defect("unknown-edition", _unknown_edition, ("type-jo-inconnu",)),
    Defect("unreadable-identifier", _unreadable_identifier, ("identifiant-illisible",)),
    Defect("unreadable-address", _unreadable_address, ("adresse-illisible",)),
    Defect("unknown-field", _unknown_field, ("champ-inconnu",)),
    Defect("several-answers", _several_answers, ("reponses-multiples",), answered=True),
    Defect("number-in-text", _prefix, ("prefixe-retire",)),
    Defect("question-without-date", _no_date, ("date-publication-absente",), rejected=True),
    Defect("question-without-number", _no_number, ("numero-absent",), rejected=True),
    Defect("question-without-kind", _no_kind, ("nature-absente",), rejected=True),
    Defect("two-numbers", _two_numbers, ("identite-contradictoire",), rejected=True),
)


def findings(planted: Counter[str]) -> Counter[str]:
    """How many findings of each code so many defects of each name give."""
    found: Counter[str] = Counter()
    for defect in DEFECTS:
        for code in defect.codes:
            found[code] += planted[defect.name]
    return +found
