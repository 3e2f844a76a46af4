"""The title of a question: every question has one, even where the source prints none."""

from questions_rdf.records import Nature, Question

_NAMES = {
    Nature.QUESTION_ECRITE: "Question écrite",
    Nature.QUESTION_AU_GOUVERNEMENT: "Question au Gouvernement",
    Nature.QUESTION_ORALE_SANS_DEBAT: "Question orale sans débat",
}


def titre(question: Question) -> tuple[str, bool]:
    """The title, and whether it is built from other facts.

    As printed, or the single ``analyse``; else from tête d'analyse and analyses, else the rubrique,
    else kind and number.
    """
    if question.titre:
        return question.titre, False
    if len(question.analyse) == 1:
        return question.analyse[0], False
    analyses = ", ".join(question.analyse)
    parts = [part for part in (question.tete_analyse, analyses) if part]
    built = " : ".join(parts) or question.rubrique
    if built:
        return built[:1].upper() + built[1:], True
    return f"{_NAMES[question.nature]} n° {question.numero}", True
