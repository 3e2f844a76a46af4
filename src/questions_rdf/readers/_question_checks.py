"""What a record must have to become a question: who it is, beyond doubt, and since when.

Sources state the identity of a question more than once (uid and number, header and key data). The
statements must agree: nothing is guessed.
"""

from typing import NamedTuple

from questions_rdf import catalogue
from questions_rdf.problems import Origin, Problem
from questions_rdf.records import NATURES, Nature, Question


class Statement(NamedTuple):
    """What one place of a source states about which question this is."""

    legislature: int | None = None
    nature: Nature | None = None
    numero: int | None = None


class Identity:
    """Everything that a source states about which question this is."""

    def __init__(self) -> None:
        self.legislatures: set[int] = set()
        self.natures: set[Nature] = set()
        self.numeros: set[int] = set()
        self.unknown_natures: set[str] = set()

    def state(self, legislature: int | None, nature: Nature | None, numero: int | None) -> None:
        """Add one statement; what it leaves open is ``None``."""
        if legislature is not None:
            self.legislatures.add(legislature)
        if nature is not None:
            self.natures.add(nature)
        if numero is not None:
            self.numeros.add(numero)

    def state_nature(self, letters: str) -> None:
        """Add a kind of question by its letters (QE, QG, QOSD)."""
        if letters in NATURES:
            self.natures.add(NATURES[letters])
        else:
            self.unknown_natures.add(letters)

    def agreed(self) -> tuple[int, Nature, int]:
        """Legislature, kind and number; call it when :func:`identity_problem` finds nothing."""
        return min(self.legislatures), min(self.natures), min(self.numeros)


def identity_problem(identity: Identity, origin: Origin) -> Problem | None:
    """Why this cannot be identified, or ``None``."""
    if not identity.numeros or 0 in identity.numeros:
        return catalogue.NUMERO_ABSENT.at(origin)
    if not identity.legislatures:
        return catalogue.LEGISLATURE_ABSENTE.at(origin)
    if not identity.natures or identity.unknown_natures:
        return catalogue.NATURE_ABSENTE.at(origin)
    for stated in (identity.numeros, identity.legislatures, identity.natures):
        if len(stated) > 1:
            values = ", ".join(str(value) for value in sorted(stated))
            return catalogue.IDENTITE_CONTRADICTOIRE.at(origin, values=values)
    return _impossible_legislature(identity, origin)


def _impossible_legislature(identity: Identity, origin: Origin) -> Problem | None:
    (legislature,) = identity.legislatures
    if 1 <= legislature <= 99:  # noqa: PLR2004  (two digits: the pattern of the uid)
        return None
    return catalogue.LEGISLATURE_INCONNUE.at(origin, legislature=legislature)


def withheld(question: Question, origin: Origin) -> Problem | None:
    """Why an identified question is not published all the same, or ``None``.

    A written question without a date would not conform: see ``shapes/question.ttl``.
    """
    if question.nature is Nature.QUESTION_ECRITE and question.info_jo.date is None:
        return catalogue.DATE_PUBLICATION_ABSENTE.at(origin)
    return None
