"""Texts of the lengths that real ones have, put together from a stock of sentences.

The stock is made once from the vocabulary; a text is an opening of its own and sentences of the
stock, so that a million texts cost seconds and no two are alike.
"""

from collections.abc import Sequence

from bench.corpus import words
from bench.corpus.chance import Chance

# Characters, as counted: 148 written questions with 78 answers of the 16th and 17th legislatures,
# and 1,458 debates of the 16th.
LENGTH_QUESTION = (
    (0, 195),
    (0.05, 755),
    (0.25, 1325),
    (0.5, 1752),
    (0.75, 2329),
    (0.95, 3104),
    (1, 4570),
)
LENGTH_REPONSE = (
    (0, 779),
    (0.05, 1143),
    (0.25, 2124),
    (0.5, 2987),
    (0.75, 3894),
    (0.95, 7113),
    (1, 9110),
)
LENGTH_DEBAT = (
    (0, 3524),
    (0.05, 4305),
    (0.25, 4918),
    (0.5, 5461),
    (0.75, 6193),
    (0.95, 7611),
    (1, 16748),
)

_STOCK = 4000
_LETTER = 1800  # characters
# Shares of sentences; they make the shares of texts that were counted: a no-break space in nine
# answers of ten, a reference in half of them, an <em> in a fifth of the questions.
_WITH_REFERENCE = 0.05
_WITH_EMPHASIS = 0.03
# Of the sentences that may cite a law, which most texts have: half a citation a question, as in the
# 154 written questions and 1,458 debates at hand.
_WITH_ACT = 0.3
_REFERENCES = (("œ", "&#339;"), ("euros", "&#8364;"), (" : ", " &#8211; "), (" ; ", "&#8230; "))


def _no_break(figure: int) -> str:
    return f"{figure:,}".replace(",", "\u00a0")


class Texts:
    """Writes texts; ``plain`` ones have no mark-up, no reference and no odd character."""

    def __init__(self, chance: Chance, *, plain: bool) -> None:
        self._chance = chance
        self._plain = plain
        self._questions = [self._sentence(words.CORPS) for _ in range(_STOCK)]
        self._reponses = [self._sentence(words.REPONSES) for _ in range(_STOCK)]

    def matter(self) -> str:
        """What a question is about, as its title names it."""
        text = f"{self._chance.one_of(words.MATIERES)} {self._chance.one_of(words.LIEUX)}"
        return text[0].upper() + text[1:]

    def letter(self) -> list[str]:
        """Sentences that several questions may share."""
        return self._body(self._questions, _LETTER)

    def question(self, deputy: str, minister: str, letter: Sequence[str] | None = None) -> str:
        """The text of a question: of sentences of its own, unless it takes up a letter."""
        opening = self._chance.one_of(words.ATTAQUES).format(
            deputy=deputy,
            minister=minister,
            matter=self._chance.one_of(words.MATIERES),
            place=self._chance.one_of(words.LIEUX),
        )
        length = self._chance.between(LENGTH_QUESTION)
        closing = self._chance.one_of(words.CHUTES)
        closing = closing.format(measure=self._chance.one_of(words.MESURES))
        body = letter or self._body(self._questions, length - len(opening) - len(closing))
        return " ".join([opening, *body, closing])

    def reponse(self) -> str:
        """The text of an answer to a written question."""
        return " ".join(self._body(self._reponses, self._chance.between(LENGTH_REPONSE)))

    def debat(self, numero: int, title: str, deputy: str, minister: str) -> str:
        """Question and answer as the debates print them, in mark-up that never quite closes."""
        chair = "Mme\u00a0la présidente. "
        pieces = [
            f'</p><p align="CENTER"> {title.upper()} <a name=PG{numero}></a> </p>',
            f"<br><strong>{chair}</strong>La parole est à {deputy}.",
        ]
        stock, speaker = self._questions, deputy
        left = self._chance.between(LENGTH_DEBAT) - 200
        while left > 0:
            said = " ".join(self._body(stock, min(left, 900)))
            reaction = self._chance.one_of(words.REACTIONS)
            pieces.append(f"<strong>{speaker}. </strong>{said} {reaction}")
            left -= len(pieces[-1])
            stock, speaker = self._reponses, minister
        return "<br><br>".join(pieces) + " <br> <p>"

    def _body(self, stock: Sequence[str], length: int) -> list[str]:
        """Sentences of about that length in all."""
        found: list[str] = []
        unit, count = self._chance.unit, len(stock)
        while length > 0:
            sentence = stock[int(unit() * count)]
            found.append(sentence)
            length -= len(sentence) + 1
        if len(found) > 1 and -length > len(found[-1]) // 2:
            found.pop()
        return found

    def _sentence(self, patterns: Sequence[str]) -> str:
        """One sentence of the stock."""
        text = self._chance.one_of(patterns).format(**self._slots())
        if self._plain:
            return text.replace("\u00a0", " ")
        if self._chance.happens(_WITH_REFERENCE):
            text = text.replace(*self._chance.one_of(_REFERENCES))
        if self._chance.happens(_WITH_EMPHASIS):
            head, _, tail = text.rpartition(" ")
            text = f"{head} <em>{tail}</em>"
        return text

    def _slots(self) -> dict[str, str]:
        chance = self._chance
        public, measure = chance.one_of(words.PUBLICS), chance.one_of(words.MESURES)
        act = chance.one_of(words.ACTES) if chance.happens(_WITH_ACT) else words.EN_VIGUEUR
        slots = {
            "matter": chance.one_of(words.MATIERES),
            "matter2": chance.one_of(words.MATIERES),
            "place": chance.one_of(words.LIEUX),
            "public": public,
            "Public": public[0].upper() + public[1:],
            "measure": measure,
            "Measure": measure[0].upper() + measure[1:],
            "figure": _no_break(1000 + chance.below(90_000)),
            "figure2": _no_break(1000 + chance.below(90_000)),
            "small": str(2 + chance.below(90)),
            "number": str(100 + chance.below(1800)),
            "day": str(2 + chance.below(27)),
            "month": chance.one_of(words.MOIS),
            "year": str(2005 + chance.below(20)),
            "then": str(2000 + chance.below(3)),
        }
        return {**slots, "act": act.format(**slots)}
