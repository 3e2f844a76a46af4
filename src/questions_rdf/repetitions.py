"""Problems that repeat for every record of a source: the first stands for all, with their number.

One new field of the Assembly is one finding, not one for each of 45,000 records; the same holds for
what the reference data lacks, and for what one change there gives for each of its objects.
"""

from collections.abc import Hashable

import msgspec

from questions_rdf import catalogue
from questions_rdf.problems import Problem, Stage

# One finding where the message is the same.
_BY_MESSAGE = frozenset(
    code.code
    for code in (
        catalogue.CHAMP_INCONNU,
        catalogue.JSON_DE_REFERENCE,
        catalogue.LEGISLATURE_HORS_REFERENCE,
        catalogue.GROUPE_NON_IDENTIFIE,
        catalogue.MINISTERE_NON_IDENTIFIE,
        catalogue.MINISTERE_AMBIGU,
        catalogue.MINISTERES_HORS_REFERENCE,
        catalogue.IDENTIFIANT_HORS_REFERENCE,
        catalogue.MINISTERE_HORS_PERIODE,
    )
)
# One finding whatever the message says: that names each object, or its value.
_BY_FIELD = frozenset(
    code.code
    for code in (
        catalogue.REFERENCE_FORME_INCONNUE,
        catalogue.REFERENCE_VALEUR_INATTENDUE,
        catalogue.REFERENCE_DATE_ILLISIBLE,
        catalogue.REFERENCE_DEPARTEMENT_INCONNU,
    )
)


def key_of(problem: Problem) -> Hashable | None:
    """What all repetitions of a problem share; ``None`` where each counts on its own."""
    if problem.code in _BY_FIELD:
        return problem.code, _field(problem)
    if problem.code in _BY_MESSAGE:
        return problem.code, problem.message.en, _place(problem)
    return None


def counted(known: Problem | None, problem: Problem) -> Problem:
    """The first of several, with the occurrences of one more."""
    if known is None:
        return problem
    return msgspec.structs.replace(known, occurrences=known.occurrences + problem.occurrences)


def _place(problem: Problem) -> Hashable | None:
    """Where a repeated problem stands: a field has its path; the reference is one for all."""
    return _field(problem) if problem.stage is Stage.READING else None


def _field(problem: Problem) -> Hashable:
    return problem.origin.file, problem.origin.path
