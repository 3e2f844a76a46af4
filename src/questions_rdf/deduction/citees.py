"""What a question and its answers cite: each passage, and what they surely mean all together."""

from collections.abc import Sequence
from datetime import date

from questions_rdf.citations import Text, citations
from questions_rdf.citations.passages import Who
from questions_rdf.facts import Citation, Reponse
from questions_rdf.records import Question


def citees(iri: str, question: Question, answers: Sequence[Reponse]) -> tuple[Citation, ...]:
    """The citations of the current texts: the question's, then its answers'."""
    texts = []
    if question.versions:
        texts.append(Text(iri, question.versions[-1].texte, _asked(question)))
    texts += [
        Text(answer.iri, answer.texte, answer.info_jo.date) for answer in answers if answer.texte
    ]
    who = Who(question.legislature, question.nature, question.numero)
    return citations(iri, who, texts) if texts else ()


def _asked(question: Question) -> date | None:
    return question.info_jo.date or question.date_seance


def rappelle(cited: Sequence[Citation]) -> tuple[str, ...]:
    """The questions recalled, each once, in the order of their first citation."""
    return tuple(dict.fromkeys(one for citation in cited for one in citation.rappelle))


def cite_loi(cited: Sequence[Citation]) -> tuple[str, ...]:
    """The laws and decrees cited, each once, in the order of their first citation."""
    return tuple(dict.fromkeys(one.cite_loi for one in cited if one.cite_loi))
