"""Joint answers: one text that the Government gives, on one day, to several written questions.

The processes that convert hand over twenty bytes for each answer; they are put together when all
questions are through, so that no text has to be kept.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import pairwise

from questions_rdf import iris
from questions_rdf.facts import Faits
from questions_rdf.rapprochements.ecriture import letters
from questions_rdf.rapprochements.records import ReponseCommune
from questions_rdf.records import Nature, key_of, uid_of_key

FEWEST_LETTERS = 300
"""Shorter answers say nothing of their own ("Voir la réponse à la question n° 123", "Dont acte").

What refers to another answer takes up to some 200 letters and digits; the shortest real answer
among those at hand has 640.
"""

_DIGEST_BYTES = 8
# Two different texts of one day have the same digest once in 2**64 pairs: among the 5 * 10**11
# pairs of a million answers, all on one day, that is a chance of 3 in 100 million.


@dataclass(slots=True)
class Reponses:
    """Which written question was answered on which day by which text, as numbers."""

    days: "array[int]" = field(default_factory=lambda: array("I"))
    texts: "array[int]" = field(default_factory=lambda: array("Q"))
    questions: "array[int]" = field(default_factory=lambda: array("Q"))

    def note(self, faits: Faits) -> None:
        """Take in the answers to a question."""
        question = faits.question
        if question.nature is not Nature.QUESTION_ECRITE:
            return
        for reponse in faits.reponse:
            day, text = reponse.info_jo.date, reponse.texte
            if day is None or text is None:
                continue
            digest = _digest(text)
            if digest is not None:
                self.days.append(day.toordinal())
                self.texts.append(digest)
                self.questions.append(
                    key_of(question.legislature, question.nature, question.numero)
                )

    def unite(self, other: "Reponses") -> None:
        """Add what was noted elsewhere."""
        self.days += other.days
        self.texts += other.texts
        self.questions += other.questions

    def communes(self) -> Iterator[ReponseCommune]:
        """The joint answers, in the order of their IRIs, whatever the order of the questions."""
        for (day, digest), questions in sorted(self._together().items()):
            answered = date.fromordinal(day)
            if len(members := sorted(set(questions))) > 1:
                iri = iris.reponse_commune(answered, digest)
                yield ReponseCommune(iri, answered, tuple(map(uid_of_key, members)))

    def _together(self) -> dict[tuple[int, int], "array[int]"]:
        """The questions by day and text; texts that occur once are left out."""
        several = {one for one, next_one in pairwise(sorted(self.texts)) if one == next_one}
        together: dict[tuple[int, int], array[int]] = {}
        for day, digest, question in zip(self.days, self.texts, self.questions, strict=True):
            if digest in several:
                together.setdefault((day, digest), array("Q")).append(question)
        return together


def _digest(text: str) -> int | None:
    """What a text is known by; ``None`` where it is too short to be an answer of its own."""
    written = letters(text)
    if len(written) < FEWEST_LETTERS:
        return None
    return int.from_bytes(sha256(written).digest()[:_DIGEST_BYTES], "big")
