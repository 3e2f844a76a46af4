"""A whole corpus as a stream, with the account of what was put into it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from bench.corpus.campaigns import Campaigns
from bench.corpus.defects import DEFECTS, Defect, findings
from bench.corpus.hostile import ODDITIES, Oddity
from bench.corpus.questions import Fields, Questions

_ORAL_SHARE = {"QG": 0.04, "QOSD": 0.01}


class Wishes(NamedTuple):
    """What a corpus is to be.

    Args:
        questions: how many questions, of all kinds.
        seed: the same seed gives the same questions.
        legislature: 14 to 17.
        defects: the share of the written questions that get each kind of defect.
        hostile: the share of the written questions with some odd text.
        plain: no mark-up, no character reference, no odd text; one rubrique, one
            analyse and one version of the text each.
        controls: whether the layout can hold control characters (XML cannot).
        campaigns: the share of the written questions that take up a letter.
    """

    questions: int
    seed: int = 1
    legislature: int = 17
    defects: float = 0.0
    hostile: float = 0.01
    plain: bool = False
    controls: bool = True
    campaigns: float = 0.0


class Corpus:
    """The questions of a corpus, one after the other; counts them on the way."""

    def __init__(self, wishes: Wishes) -> None:
        if wishes.defects * len(DEFECTS) > 1:
            raise ValueError(f"no more than 1/{len(DEFECTS)} of the questions for each defect")
        self._wishes = wishes
        self._questions = Questions(wishes.legislature, wishes.seed, plain=wishes.plain)
        self.campaigns = Campaigns(wishes.campaigns, wishes.seed, plain=wishes.plain)
        self._oddities = [o for o in ODDITIES if wishes.controls or o.name != "controls"]
        self.natures: Counter[str] = Counter()
        self.planted: Counter[str] = Counter()
        self.hostile: Counter[str] = Counter()
        self.answered = 0

    def natures_wanted(self) -> dict[str, int]:
        """How many questions of each kind."""
        count = self._wishes.questions
        oral = {nature: int(count * share) for nature, share in _ORAL_SHARE.items()}
        return {"QE": count - sum(oral.values()), **oral}

    def of_nature(self, nature: str) -> Iterator[Fields]:
        """The questions of one kind, in the order of their numbers and days."""
        count = self.natures_wanted()[nature]
        for rank in range(count):
            fields = self._made(nature, rank + 1, rank / count)
            self.natures[nature] += 1
            self.answered += fields["textesReponse"] is not None
            yield fields

    def statement(self) -> dict[str, Any]:
        """What was made: the wishes, the counts, and the findings that a build has to give."""
        rejected = sum(self.planted[defect.name] for defect in DEFECTS if defect.rejected)
        return {
            **self._wishes._asdict(),
            "by_nature": dict(self.natures),
            "answered": self.answered,
            "published": sum(self.natures.values()) - rejected,
            "rejected": rejected,
            "odd_texts": dict(sorted(self.hostile.items())),
            "taken_up": self.campaigns.statement(),
            "planted": dict(sorted(self.planted.items())),
            "findings": dict(sorted(self.findings().items())),
        }

    def findings(self) -> Counter[str]:
        """How many findings of each code a build and its validation have to give."""
        found = findings(self.planted)
        for oddity in self._oddities:
            if oddity.code:
                found[oddity.code] += self.hostile[oddity.name]
        return +found

    def _made(self, nature: str, numero: int, place: float) -> Fields:
        if nature == "QG":
            return self._questions.au_gouvernement(numero, place)
        if nature == "QOSD":
            return self._questions.orale(numero, place)
        defect = self._drawn_defect()
        answered = defect.answered if defect else None
        fields = self._questions.ecrite(numero, place, answered=answered)
        if not defect:
            self.campaigns.plant(fields)
        if defect:
            defect.plant(fields, self._questions.calendar.publication(place), self._questions)
            self.planted[defect.name] += 1
        elif oddity := self._drawn_oddity():
            _append(fields, oddity)
            self.hostile[oddity.name] += 1
        return fields

    def _drawn_defect(self) -> Defect | None:
        share = self._wishes.defects
        if not share:
            return None
        rank = int(self._questions.chance.unit() / share)
        return DEFECTS[rank] if rank < len(DEFECTS) else None

    def _drawn_oddity(self) -> Oddity | None:
        chance = self._questions.chance
        if self._wishes.plain or not chance.happens(self._wishes.hostile):
            return None
        return chance.one_of(self._oddities)


def _append(fields: Fields, oddity: Oddity) -> None:
    """The oddity at the end of the (last version of the) question's text."""
    versions = fields["textesQuestion"]["texteQuestion"]
    version = versions[-1] if isinstance(versions, list) else versions
    version["texte"] = f"{version['texte']} {oddity.text}"
