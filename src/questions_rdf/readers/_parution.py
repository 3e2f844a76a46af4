"""Where a question was printed, if its source says so of the answer only."""

from collections.abc import Sequence

from questions_rdf.records import InfoJO, Nature, Reponse


def parution(nature: Nature, stated: InfoJO, reponse: Sequence[Reponse]) -> InfoJO:
    """Where the question was printed; an oral one without a day stands in the debate of its answer.

    A written question is printed weeks before its answer.
    """
    if stated.date or nature is Nature.QUESTION_ECRITE or not reponse:
        return stated
    answered = reponse[0].info_jo
    return stated if answered == InfoJO() else answered
