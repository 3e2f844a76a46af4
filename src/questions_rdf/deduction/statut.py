"""The status of a question, and what a closure means."""

from datetime import date
from functools import lru_cache

from questions_rdf.characters import unaccented
from questions_rdf.facts import Statut
from questions_rdf.records import Cloture, Question
from questions_rdf.reference.legislatures import legislature

RETRAIT, CADUCITE, CLOTURE = "Retrait", "Caducite", "Cloture"
_STATUT = {
    RETRAIT: Statut.RETIREE,
    CADUCITE: Statut.CADUQUE,
    CLOTURE: Statut.CLOTUREE,
}
_END_OF_MANDATE_CODE = "FM"


def statut(question: Question, as_of: date) -> tuple[Statut, bool]:
    """The status, and whether it is deduced.

    An answer wins over a closure. With neither, a question of a legislature that is over as of that
    day has lapsed, which no source states.
    """
    if question.reponse:
        return Statut.REPONDUE, False
    if question.cloture:
        return _STATUT[classe_cloture(question.cloture[-1])], False
    last_day = legislature(question.legislature).fin
    if last_day is not None and last_day < as_of:
        return Statut.CADUQUE, True
    return Statut.EN_ATTENTE, False


def classe_cloture(cloture: Cloture) -> str:
    """The class of a closure, by its code and the words printed.

    The end of the mandate makes a question lapse, even where a page prints "retirée". A withdrawal
    is the author's: by the motive, or, with no motive at all, by "retirée" or the name that the
    source gives the closure. Anything else stays a bare closure.
    """
    motive = _folded(cloture.motif_cloture or "")
    mention = _folded(cloture.mention or "")
    if (
        cloture.code_cloture == _END_OF_MANDATE_CODE
        or "fin de mandat" in motive
        or "caduc" in motive
        or "caduque" in f"{motive} {mention}"
    ):
        return CADUCITE
    named = bool(cloture.retrait) or "retiree" in mention
    if "retrait" in motive or "retiree" in motive or (named and not motive):
        return RETRAIT
    return CLOTURE


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return unaccented(text).lower()
