"""Campaigns: one letter that several deputies take up, and the answer that most of them get.

They are drawn by chance of their own, so that the other questions of a corpus stay as they are.
"""

from collections import Counter
from dataclasses import dataclass, field

from bench.corpus import words
from bench.corpus.chance import Chance
from bench.corpus.questions import Fields
from bench.corpus.texts import Texts

_MOST_MEMBERS = 30


@dataclass(slots=True)
class _Letter:
    """What is taken up, by how many more, and when it was answered last."""

    number: int
    left: int
    sentences: list[str]
    answer: str
    info_jo: Fields = field(default_factory=dict)


class Campaigns:
    """Turns a share of the written questions into copies of letters; counts them."""

    def __init__(self, share: float, seed: int, *, plain: bool) -> None:
        self._share = share
        self._chance = Chance(seed)
        self._texts = Texts(self._chance, plain=plain) if share else None
        self._letter: _Letter | None = None
        self.members: dict[int, list[str]] = {}
        self.answers: Counter[tuple[int, str]] = Counter()

    def plant(self, fields: Fields) -> None:
        """Make the question one of the present campaign, if chance has it."""
        if self._texts is None or not self._chance.happens(self._share):
            return
        version = fields["textesQuestion"]["texteQuestion"]
        if isinstance(version, list):
            return
        letter = self._present(self._texts)
        letter.left -= 1
        self.members.setdefault(letter.number, []).append(fields["uid"])
        version["texte"] = self._taken_up(letter, self._texts)
        if fields["textesReponse"]:
            self._answer(fields, letter)

    def statement(self) -> dict[str, int]:
        """How many campaigns and joint answers of at least two questions there are."""
        return {
            "campaigns": sum(len(uids) > 1 for uids in self.members.values()),
            "campaign_questions": sum(map(len, self.members.values())),
            "joint_answers": sum(count > 1 for count in self.answers.values()),
        }

    def _present(self, texts: Texts) -> _Letter:
        if self._letter is None or not self._letter.left:
            size = 2 + self._chance.below(_MOST_MEMBERS - 1)
            number = self._letter.number + 1 if self._letter else 1
            self._letter = _Letter(number, size, texts.letter(), texts.reponse())
        return self._letter

    def _taken_up(self, letter: _Letter, texts: Texts) -> str:
        """The letter with names and one sentence of one's own."""
        sentences = list(letter.sentences)
        sentences[self._chance.below(len(sentences))] = self._chance.one_of(texts.letter())
        names = (words.CIVILITES, words.PRENOMS, words.NOMS)
        deputy = " ".join(self._chance.one_of(some) for some in names)
        return texts.question(deputy, "M. le ministre chargé du dossier", sentences)

    def _answer(self, fields: Fields, letter: _Letter) -> None:
        """The joint answer, on the day of the last one unless this one comes later."""
        answer, cloture = fields["textesReponse"]["texteReponse"], fields["cloture"]
        if letter.info_jo.get("dateJO", "") >= answer["infoJO"]["dateJO"]:
            answer["infoJO"] = dict(letter.info_jo)
            cloture["infoJO"] = dict(letter.info_jo)
            cloture["dateCloture"] = letter.info_jo["dateJO"]
        letter.info_jo = dict(answer["infoJO"])
        answer["texte"] = letter.answer
        self.answers[letter.number, answer["infoJO"]["dateJO"]] += 1
